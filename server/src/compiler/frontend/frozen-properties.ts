// Which properties a program may freeze: those of the types that it gives to `Object.freeze`. Only stores to these look
// whether their object is frozen (lower/frozen-objects.ts).
import { familiesOf } from './class-families.ts';
import { ts } from './typescript.ts';

/** Stands for the properties of dictionaries among the names. */
export const ANY_KEY = '[key]';
/** Stands for all names. */
const ALL = '*';

const known = new WeakMap<ts.TypeChecker, ReadonlySet<string>>();

/** True if the program may freeze an object that has a property of that name. */
export function mayBeFrozen(checker: ts.TypeChecker, name: string): boolean {
  let names = known.get(checker);
  if (!names) {
    names = findNames(checker);
    known.set(checker, names);
  }
  return names.has(name) || names.has(ALL);
}

function findNames(checker: ts.TypeChecker): Set<string> {
  const names = new Set<string>();
  const families = familiesOf(checker);
  for (const file of families?.files ?? []) {
    for (const argument of freezesIn(file)) addNames(checker, checker.getTypeAtLocation(argument), names);
  }
  return names;
}

function addNames(checker: ts.TypeChecker, type: ts.Type, names: Set<string>): void {
  const parts = type.isUnion() ? type.types : [type];
  for (const part of parts) {
    const declaration = part.symbol?.declarations?.find(ts.isClassLike);
    // `this` is a type parameter, too.
    const own = declaration ? checker.getApparentType(part) : part;
    // What is in an object of an interface, of any type, or of a type parameter is not known.
    const isOpen = own.symbol?.declarations?.some(ts.isInterfaceDeclaration) && !isArrayLike(checker, own);
    if (isOpen || own.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter))
      names.add(ALL);
    if (isArrayLike(checker, own)) continue;
    if (checker.getIndexInfosOfType(own).length > 0) names.add(ANY_KEY);
    for (const { name } of own.getProperties()) names.add(name);
    for (const each of declaration ? (familiesOf(checker)?.below(declaration) ?? []) : [])
      for (const { name } of checker.getTypeAtLocation(each).getProperties()) names.add(name);
  }
}

function isArrayLike(checker: ts.TypeChecker, type: ts.Type): boolean {
  return checker.isArrayType(type) || checker.isTupleType(type);
}

/** A file that did not change is the same in the next program. */
const ofFiles = new WeakMap<ts.SourceFile, readonly ts.Expression[]>();

/** The arguments of `Object.freeze` in a file. */
function freezesIn(file: ts.SourceFile): readonly ts.Expression[] {
  let found = ofFiles.get(file);
  if (!found) {
    found = file.text.includes('freeze') ? findFreezes(file) : [];
    ofFiles.set(file, found);
  }
  return found;
}

function findFreezes(file: ts.SourceFile): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'Object.freeze')
      found.push(...node.arguments.slice(0, 1));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
