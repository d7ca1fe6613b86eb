// Modules that cells import: files of the project and of npm packages, found by TypeScript's own resolution in the file
// system that the host gives. Each has its own scope and, by its text and those of the modules that it imports, an
// identity that is part of its symbols: a changed file is another module (docs/decisions/0014).
import { withDeclaredTypes } from './declared/annotate.ts';
import type { Described } from './declared/types.ts';
import { digestOf } from './digest.ts';
import { waits } from './top-level-await.ts';
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
  /** As it is on the host. */
  readonly source: string;
  /** As the program has it: with the types of its declarations, if it is JavaScript. */
  readonly text: string;
  readonly snapshot: ts.IScriptSnapshot;
  readonly version: number;
  /** The files of declarations that the text has its types of, by path; as they were then. */
  types: ReadonlyMap<string, ModuleFile>;
}

const noHost: ModuleHost = { folderOf: () => undefined, readFile: () => undefined };

export class Modules {
  private readonly files = new Map<string, ModuleFile>();
  /** Files with imports that lead nowhere, which may become more. */
  private readonly incomplete = new Set<string>();
  /** For JavaScript with declarations: their path. */
  private readonly declarations = new Map<string, string>();
  private versions = 0;
  /** Counts changes of files that had been read; 0 while no module was asked for. */
  edition = 0;

  constructor(
    private readonly options: ts.CompilerOptions,
    private readonly host: ModuleHost = noHost,
  ) {}

  /** The file as it was read last. */
  file(path: string): ModuleFile | undefined {
    return this.files.get(path) ?? this.read(path);
  }

  private read(path: string): ModuleFile | undefined {
    const source = isModulePath(path) ? this.host.readFile(hostPath(path)) : undefined;
    if (source === undefined) {
      this.files.delete(path);
      return undefined;
    }
    const known = this.files.get(path);
    if (known?.source === source && this.hasTypesOf(path, known)) return known;
    const types = new Map<string, ModuleFile>();
    const described = this.described(path, types);
    const text = described ? withDeclaredTypes(path, source, described) : source;
    if (known?.text === text) {
      known.types = types;
      return known;
    }
    const snapshot = ts.ScriptSnapshot.fromString(text);
    const file = { source, text, snapshot, version: ++this.versions, types };
    this.files.set(path, file);
    return file;
  }

  /** True if a file has the types of its declarations as they are now: they are written into it once. */
  private hasTypesOf(path: string, { types }: ModuleFile): boolean {
    const declarations = this.declarations.get(path);
    if (declarations === undefined) return types.size === 0;
    return types.has(declarations) && [...types].every(([each, file]) => this.files.get(each) === file);
  }

  /** True for JavaScript that has the types of its declarations. */
  isDescribed(path: string): boolean {
    return this.declarations.has(path);
  }

  /** What describes a file, if anything does; the files of it that are looked at are added to `types`. */
  private described(path: string, types: Map<string, ModuleFile>): Described | undefined {
    const parsed = new Map<string, ts.SourceFile>();
    const parse = (path: string): ts.SourceFile | undefined => {
      const file = this.file(path);
      if (!file) return undefined;
      types.set(path, file);
      const known = parsed.get(path) ?? ts.createSourceFile(path, file.text, ts.ScriptTarget.ES2022, true);
      parsed.set(path, known);
      return known;
    };
    const declarations = this.declarations.get(path);
    const file = declarations === undefined ? undefined : parse(declarations);
    if (!file) return undefined;
    const fileAt = (from: ts.SourceFile, specifier: string) => {
      const found = specifier.startsWith('.') && this.lookUp(specifier, from.fileName, this.options);
      return found && isDeclarationPath(found.resolvedFileName) ? parse(found.resolvedFileName) : undefined;
    };
    return { file, fileAt };
  }

  /** Reads all files again; true if what the program is made of may have changed. */
  refresh(): boolean {
    let changed = this.incomplete.size > 0;
    // Declarations before what has their types.
    const files = [...this.files].sort(
      ([a], [b]) => Number(this.isDescribed(a)) - Number(this.isDescribed(b)),
    );
    for (const [path, before] of files) changed = this.read(path) !== before || changed;
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
  ): ts.ResolvedModuleWithFailedLookupLocations[] {
    const folder = cell === undefined ? undefined : this.host.folderOf(cell);
    const place = folder === undefined ? from : `${modulePath(folder)}/cell.ts`;
    this.incomplete.delete(from);
    return literals.map(({ text }) => {
      const found = this.lookUp(text, place, { ...this.options, noDtsResolution: true });
      if (!found) {
        this.incomplete.add(from);
        return { resolvedModule: undefined };
      }
      if (isJavaScriptPath(found.resolvedFileName)) this.describe(text, place, found.resolvedFileName);
      return { resolvedModule: { ...found, isExternalLibraryImport: false } };
    });
  }

  /** Looks for the declarations of JavaScript that an import leads to. */
  private describe(specifier: string, from: string, code: string): void {
    const found = this.lookUp(specifier, from, this.options)?.resolvedFileName;
    const isTyped = found !== undefined && isDeclarationPath(found) && isModuleText(this.file(code)!.source);
    const declarations = isTyped ? found : undefined;
    if (declarations === this.declarations.get(code)) return;
    if (declarations === undefined) this.declarations.delete(code);
    else this.declarations.set(code, declarations);
    this.read(code);
  }

  /** What an import leads to: declarations, where there are some, unless the options want code. */
  private lookUp(
    specifier: string,
    from: string,
    options: ts.CompilerOptions,
  ): ts.ResolvedModuleFull | undefined {
    const system: ts.ModuleResolutionHost = {
      fileExists: (path) => this.file(path) !== undefined,
      readFile: (path) => this.file(path)?.source,
    };
    return ts.resolveModuleName(specifier, from, options, system).resolvedModule;
  }
}

/** False for CommonJS. */
function isModuleText(text: string): boolean {
  return ts.isExternalModule(ts.createSourceFile('module.js', text, ts.ScriptTarget.ES2022));
}

function isDeclarationPath(path: string): boolean {
  return /\.d\.[cm]?ts$/.test(path);
}

/** True for code without types of its own, which is not checked. */
export function isJavaScriptPath(path: string): boolean {
  return /\.[cm]?js$/.test(path);
}

/** A module that has to be evaluated before the code that imports it. */
export interface ImportedModule {
  readonly file: ts.SourceFile;
  /** The import that led to it first. */
  readonly site: ts.Node;
  readonly id: string;
  /** True for one with `await` outside of functions, if some that are evaluated later do not import it. */
  readonly isBesideOthers: boolean;
}

/** The modules that a file imports, directly or not, in the order in which Node evaluates them. */
export function importedModules(program: ts.Program, from: ts.SourceFile): ImportedModule[] {
  const result: { file: ts.SourceFile; site: ts.Node }[] = [];
  // Tarjan's algorithm finds those that import each other: they have their identities together.
  const places = new Map<ts.SourceFile, number>();
  const open: ts.SourceFile[] = [];
  const visit = (file: ts.SourceFile, site: ts.Node | undefined): number => {
    const place = places.size;
    let lowest = place;
    places.set(file, place);
    open.push(file);
    for (const { target, statement } of importsOf(program, file)) {
      if (!places.has(target)) lowest = Math.min(lowest, visit(target, site ?? statement));
      else if (open.includes(target)) lowest = Math.min(lowest, places.get(target)!);
    }
    if (site) result.push({ file, site });
    if (lowest === place) identify(program, open.splice(open.indexOf(file)));
    return lowest;
  };
  visit(from, undefined);
  const order = result.map(({ file }) => file);
  for (const [i, file] of order.entries())
    if (cyclic.has(file)) noteEarlyReads(program, file, order.slice(i + 1));
  return result.map(({ file, site }, i) => {
    const later = order.slice(i + 1);
    const isBesideOthers =
      waits(file) && (cyclic.has(file) || !later.every((each) => reachedFrom(program, each).has(file)));
    return { file, site, id: moduleOf(file) ?? '', isBesideOthers };
  });
}

/** Modules that import, directly or not, one that imports them. */
const cyclic = new WeakSet<ts.SourceFile>();
/** Modules with variables that others may read before they are evaluated. */
const early = new WeakSet<ts.SourceFile>();

/** True for a module that is imported, directly or not, by one which is evaluated before it. */
export function isReadEarly(file: ts.SourceFile): boolean {
  return early.has(file);
}

/** Notes which of the modules that are evaluated after one can be reached from it. */
function noteEarlyReads(program: ts.Program, from: ts.SourceFile, later: readonly ts.SourceFile[]): void {
  const reached = reachedFrom(program, from);
  for (const file of later) if (reached.has(file)) early.add(file);
}

/** A module and those that it imports, directly or not. */
function reachedFrom(program: ts.Program, from: ts.SourceFile): Set<ts.SourceFile> {
  const reached = new Set<ts.SourceFile>();
  const reach = (file: ts.SourceFile) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { target } of importsOf(program, file)) reach(target);
  };
  reach(from);
  return reached;
}

/** Gives modules that import each other, or a single one, their identities. */
function identify(program: ts.Program, files: readonly ts.SourceFile[]): void {
  const imported = files.flatMap((file) => importsOf(program, file).map(({ target }) => target));
  const others = imported.flatMap((each) => (files.includes(each) ? [] : (moduleOf(each) ?? '')));
  const texts = files.map((file) => `${file.fileName}\0${file.text}`);
  for (const [i, file] of files.entries()) {
    if (imported.includes(file)) cyclic.add(file);
    else cyclic.delete(file);
    // The same whichever of them was imported first.
    const all = [texts[i], ...[...texts].sort(), ...[...new Set(others)].sort()];
    identities.set(file, `m${digestOf(all.join('\0'))}`);
  }
}

/** The modules that a file imports itself, each with the statement. */
function importsOf(
  program: ts.Program,
  file: ts.SourceFile,
): { target: ts.SourceFile; statement: ts.Statement }[] {
  const checker = program.getTypeChecker();
  return file.statements.flatMap((statement) => {
    const specifier = importSpecifier(statement);
    const target = specifier && checker.getSymbolAtLocation(specifier)?.valueDeclaration;
    return target && ts.isSourceFile(target) ? [{ target, statement }] : [];
  });
}

/** What a statement imports or exports again, unless it is types only. */
function importSpecifier(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isImportDeclaration(statement)) {
    return statement.importClause?.isTypeOnly ? undefined : statement.moduleSpecifier;
  }
  return ts.isExportDeclaration(statement) && !statement.isTypeOnly ? statement.moduleSpecifier : undefined;
}
