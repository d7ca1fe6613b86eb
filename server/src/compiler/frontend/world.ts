// What the lowering of modules shares while the program stays as it is.
import { ClassFamilies, useFamilies } from './class-families.ts';
import { type Captures, capturesOf, type GlobalNode } from './lower/captures.ts';
import { moduleDependency } from './lower/dependencies.ts';
import type { Global } from './lower/globals.ts';
import type { World } from './lower/module.ts';
import { type ImportedModule, importedModules, moduleOf } from './modules.ts';
import { cellPath, isLibraryPath } from './program.ts';
import { ts } from './typescript.ts';

export class ProgramWorld implements World {
  readonly checker: ts.TypeChecker;
  /** Version of the live program that this is the world of. */
  readonly version: number;
  readonly knownGlobal: (declaration: GlobalNode) => Global | undefined;
  readonly variantOf: (base: string, shape: string) => string;
  private readonly modules = new Map<string, readonly ImportedModule[]>();
  private knownFamilies: ClassFamilies | undefined;
  private functions: ReadonlyMap<string, ts.FunctionDeclaration> | undefined;

  constructor(
    private readonly program: ts.Program,
    version: number,
    knownGlobal: (declaration: GlobalNode) => Global | undefined,
    variantOf: (base: string, shape: string) => string,
  ) {
    this.checker = program.getTypeChecker();
    this.version = version;
    this.knownGlobal = knownGlobal;
    this.variantOf = variantOf;
    useFamilies(this.checker, () => this.families);
  }

  cellFile(id: string): ts.SourceFile {
    const file = this.program.getSourceFile(cellPath(id));
    if (!file) throw new Error(`there is no cell ${id}`);
    return file;
  }

  capturesOf(file: ts.SourceFile): Captures {
    return capturesOf(this.checker, file);
  }

  /** The identity of the module that a dependency names, if cells import it. */
  moduleNamed(dependency: string): string | undefined {
    const file = this.program.getSourceFile(dependency.slice(moduleDependency.length));
    return file && moduleOf(file);
  }

  /** The modules that a cell imports, and then those of other cells, in the order of evaluation. */
  modulesFor(id: string): readonly ImportedModule[] {
    const known = this.modules.get(id) ?? importedModules(this.program, this.cellFile(id));
    this.modules.set(id, known);
    return known;
  }

  get families(): ClassFamilies {
    this.knownFamilies ??= new ClassFamilies(this.program);
    return this.knownFamilies;
  }

  libraryFunction(name: string): ts.FunctionDeclaration | undefined {
    this.functions ??= libraryFunctions(this.program);
    return this.functions.get(name);
  }
}

function libraryFunctions(program: ts.Program): Map<string, ts.FunctionDeclaration> {
  const functions = new Map<string, ts.FunctionDeclaration>();
  for (const file of program.getSourceFiles()) {
    if (!isLibraryPath(file.fileName) || file.isDeclarationFile) continue;
    for (const statement of file.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name)
        functions.set(statement.name.text, statement);
    }
  }
  return functions;
}
