// Which classes of a program extend which.
import { Multimap } from '../multimap.ts';
import {
  baseOf,
  baseParameterOf,
  classesOfType,
  classSymbolName,
  classTitle,
  globalClassName,
  parentClassesOf,
} from './class-names.ts';
import { isLibraryPath } from './program.ts';
import { ts } from './typescript.ts';

const ofCheckers = new WeakMap<ts.TypeChecker, () => ClassFamilies>();

/** Says where the classes of a checker's program are found; they are looked for once they are asked for. */
export function useFamilies(checker: ts.TypeChecker, families: () => ClassFamilies): void {
  ofCheckers.set(checker, families);
}

export function familiesOf(checker: ts.TypeChecker): ClassFamilies | undefined {
  return ofCheckers.get(checker)?.();
}

export class ClassFamilies {
  /** All files but those of the library. */
  readonly files: readonly ts.SourceFile[];
  /** All classes but those of the library. */
  readonly classes: readonly ts.ClassLikeDeclaration[];
  private readonly children = new Multimap<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration>();
  /** Of a mixin there are several. */
  private readonly parents = new Multimap<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration>();

  constructor(program: ts.Program) {
    const checker = program.getTypeChecker();
    this.files = program
      .getSourceFiles()
      .filter((file) => !isLibraryPath(file.fileName) && !file.isDeclarationFile);
    this.classes = this.files.flatMap(classesIn);
    for (const each of this.classes) {
      const [parent] = parentClassesOf(checker, each);
      if (parent) this.add(parent, each);
    }
    for (const { parent, mixin } of appliedMixins(checker, this.files, this.classes)) this.add(parent, mixin);
  }

  private add(parent: ts.ClassLikeDeclaration, child: ts.ClassLikeDeclaration): void {
    this.children.add(parent, child);
    this.parents.add(child, parent);
  }

  /** A class, those that it extends, and all that extend one of these. */
  around(declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration[] {
    return reached(
      reached([declaration], (each) => this.parents.get(each)),
      (each) => this.children.get(each),
    );
  }

  /** Those that extend a class, and those that extend these. */
  below(declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration[] {
    return reached([declaration], (each) => this.children.get(each)).slice(1);
  }

  /** The class that one of an older program is now. */
  again(declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
    const name = classSymbolName(declaration);
    return this.classes.find((each) => classSymbolName(each) === name);
  }

  /** What those who go through all classes below one rely on: which these are, and what is in them. */
  meaningBelow(declaration: ts.ClassLikeDeclaration): string {
    const texts = this.below(declaration).map((each) => `${classTitle(each)} ${each.getText()}`);
    return texts.sort().join('\n');
  }

  /** The same for the class that cells know by a name. */
  meaningBelowName(name: string): string | undefined {
    // Those of the library are here if a class extends them.
    const known = [...this.classes, ...this.children.keys()];
    const declaration = known.find((each) => globalClassName(each) === name);
    return declaration ? this.meaningBelow(declaration) : undefined;
  }
}

/** Some classes and all that is found from these, in the order in which it is. */
function reached(
  from: readonly ts.ClassLikeDeclaration[],
  next: (each: ts.ClassLikeDeclaration) => Iterable<ts.ClassLikeDeclaration> | undefined,
): ts.ClassLikeDeclaration[] {
  const found = new Set(from);
  for (const each of found) for (const other of next(each) ?? []) found.add(other);
  return [...found];
}

/** Which classes the mixins of a program extend, by the arguments of the calls. */
function appliedMixins(
  checker: ts.TypeChecker,
  files: readonly ts.SourceFile[],
  classes: readonly ts.ClassLikeDeclaration[],
): { parent: ts.ClassLikeDeclaration; mixin: ts.ClassLikeDeclaration }[] {
  const mixins = classes.filter((each) => baseOf(each) && baseParameterOf(checker, each));
  if (mixins.length === 0) return [];
  const found: { parent: ts.ClassLikeDeclaration; mixin: ts.ClassLikeDeclaration }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const made = checker.getTypeAtLocation(node).getConstructSignatures()[0]?.getReturnType();
      const [mixin, parent] = made ? classesOfType(made) : [];
      if (mixin && parent && mixins.includes(mixin)) found.push({ parent, mixin });
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return found;
}

/** A file that did not change is the same in the next program. */
const ofFiles = new WeakMap<ts.SourceFile, readonly ts.ClassLikeDeclaration[]>();

function classesIn(file: ts.SourceFile): readonly ts.ClassLikeDeclaration[] {
  const known = ofFiles.get(file) ?? findClasses(file);
  ofFiles.set(file, known);
  return known;
}

function findClasses(file: ts.SourceFile): ts.ClassLikeDeclaration[] {
  const found: ts.ClassLikeDeclaration[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassLike(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
