// Modules that cells import: files of the project and of npm packages, found by TypeScript's own resolution in the file
// system that the host gives. Each has its own scope and, by its text and those of the modules that it imports, an
// identity that is part of its symbols: a changed file is another module (docs/decisions/0014).
import { digestOf } from './digest.ts';
import { ts } from './typescript.ts';

/** The files that cells may import. Paths begin with `/`, also before a drive, and have `/` between folders. */
export interface ModuleHost {
  /** The folder that a cell's relative imports start from; undefined if the cell is in no file. */
  folderOf(cell: string): string | undefined;
  /** The text of a file as it is now; undefined if there is none. */
  readFile(path: string): string | undefined;
}

const moduleFolder = '/modules';

export function isModulePath(path: string): boolean {
  return path.startsWith(`${moduleFolder}/`);
}

/** Path of a module's file for its host. */
export function hostPath(path: string): string {
  return path.slice(moduleFolder.length);
}

/** Path of a host's file in the program. */
export function modulePath(path: string): string {
  return moduleFolder + path;
}

const identities = new WeakMap<ts.SourceFile, string>();

/** What symbols of a module's code begin with; undefined for files that are no modules. */
export function moduleOf(file: ts.SourceFile): string | undefined {
  return isModulePath(file.fileName) ? (identities.get(file) ?? 'm') : undefined;
}

interface ModuleFile {
  readonly text: string;
  readonly snapshot: ts.IScriptSnapshot;
  readonly version: number;
}

const noHost: ModuleHost = { folderOf: () => undefined, readFile: () => undefined };

export class Modules {
  private readonly files = new Map<string, ModuleFile>();
  /** Files with imports that lead nowhere, which may become more. */
  private readonly incomplete = new Set<string>();
  private versions = 0;
  /** Counts changes of files that had been read; 0 while no module was asked for. */
  edition = 0;

  constructor(private readonly host: ModuleHost = noHost) {}

  /** The file as it was read last. */
  file(path: string): ModuleFile | undefined {
    return this.files.get(path) ?? this.read(path);
  }

  private read(path: string): ModuleFile | undefined {
    const text = isModulePath(path) ? this.host.readFile(hostPath(path)) : undefined;
    if (text === undefined) {
      this.files.delete(path);
      return undefined;
    }
    const known = this.files.get(path);
    if (known?.text === text) return known;
    const file = { text, snapshot: ts.ScriptSnapshot.fromString(text), version: ++this.versions };
    this.files.set(path, file);
    return file;
  }

  /** Reads all files again; true if what the program is made of may have changed. */
  refresh(): boolean {
    let changed = this.incomplete.size > 0;
    for (const [path, before] of [...this.files]) changed = this.read(path) !== before || changed;
    if (changed) this.edition++;
    return changed;
  }

  /** True if imports of the file may lead elsewhere than before. */
  isIncomplete(path: string): boolean {
    return this.incomplete.has(path);
  }

  /** Texts of all files that were read, by their paths for the host. */
  *texts(): Iterable<[string, string]> {
    for (const [path, { text }] of this.files) yield [hostPath(path), text];
  }

  /** Resolves the imports of a file: `cell` is the identifier of the cell if it is one. */
  resolve(
    literals: readonly ts.StringLiteralLike[],
    from: string,
    cell: string | undefined,
    options: ts.CompilerOptions,
  ): ts.ResolvedModuleWithFailedLookupLocations[] {
    const folder = cell === undefined ? undefined : this.host.folderOf(cell);
    const place = folder === undefined ? from : `${modulePath(folder)}/cell.ts`;
    const system: ts.ModuleResolutionHost = {
      fileExists: (path) => this.file(path) !== undefined,
      readFile: (path) => this.file(path)?.text,
    };
    this.incomplete.delete(from);
    return literals.map(({ text }) => {
      const { resolvedModule } = ts.resolveModuleName(text, place, options, system);
      const path = resolvedModule && this.source(resolvedModule.resolvedFileName);
      if (path === undefined) {
        this.incomplete.add(from);
        return { resolvedModule: undefined };
      }
      const extension = path.slice(path.lastIndexOf('.'));
      return { resolvedModule: { resolvedFileName: path, extension, isExternalLibraryImport: false } };
    });
  }

  /** The file with code: for declarations, what lies beside them. */
  private source(path: string): string | undefined {
    const declaration = /\.d\.([cm]?)ts$/.exec(path);
    if (!declaration) return path;
    const stem = path.slice(0, declaration.index);
    return [`${stem}.${declaration[1]}ts`, `${stem}.${declaration[1]}js`].find((each) => this.file(each));
  }
}

/** A module that has to be evaluated before the code that imports it. */
export interface ImportedModule {
  readonly file: ts.SourceFile;
  /** The import that led to it first. */
  readonly site: ts.Node;
  readonly id: string;
  /** True if it imports, directly or not, a module that imports it. */
  readonly isCyclic: boolean;
}

/** The modules that a file imports, directly or not, in the order in which Node evaluates them. */
export function importedModules(program: ts.Program, from: ts.SourceFile): ImportedModule[] {
  const checker = program.getTypeChecker();
  const result = new Map<ts.SourceFile, ImportedModule>();
  const open: ts.SourceFile[] = [];
  const cyclic = new Set<ts.SourceFile>();
  const visit = (file: ts.SourceFile, site: ts.Node | undefined): void => {
    if (open.includes(file)) {
      for (const each of open.slice(open.indexOf(file))) cyclic.add(each);
      return;
    }
    if (result.has(file)) return;
    open.push(file);
    const imported: string[] = [];
    for (const statement of file.statements) {
      const specifier = importSpecifier(statement);
      const symbol = specifier && checker.getSymbolAtLocation(specifier);
      const target = symbol?.valueDeclaration;
      if (!target || !ts.isSourceFile(target)) continue;
      visit(target, site ?? statement);
      imported.push(moduleOf(target) ?? '');
    }
    open.pop();
    if (!site) return;
    const id = `m${digestOf(`${file.fileName}\0${file.text}\0${imported.join()}`)}`;
    identities.set(file, id);
    result.set(file, { file, site, id, isCyclic: cyclic.has(file) });
  };
  visit(from, undefined);
  return [...result.values()];
}

/** What a statement imports or exports again, unless it is types only. */
function importSpecifier(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isImportDeclaration(statement)) {
    return statement.importClause?.isTypeOnly ? undefined : statement.moduleSpecifier;
  }
  return ts.isExportDeclaration(statement) && !statement.isTypeOnly ? statement.moduleSpecifier : undefined;
}
