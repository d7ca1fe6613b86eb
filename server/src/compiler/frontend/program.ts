// The live program as TypeScript sees it: the library and one script file a cell, all in one global scope, in a
// language service that is kept warm. Where a later cell declares a name again, the older declaration is blanked
// out (replaced by spaces, so that positions stay), and what uses the name sees the new one.
import { blankNames, type DeclaringStatement, declaringStatements } from './declared-names.ts';
import { ts } from './typescript.ts';

/** A file of the library: declarations (`*.d.ts`) or sources. */
export interface LibraryFile {
  /** Path below lib/, such as `array.ts` or `types/math.d.ts`. */
  readonly name: string;
  readonly text: string;
}

interface LiveFile {
  readonly path: string;
  readonly text: string;
  readonly declarations: readonly DeclaringStatement[];
  /** Names declared at the top level. */
  readonly names: readonly string[];
  /** The text with superseded declarations blanked out. */
  visible: string;
  snapshot: ts.IScriptSnapshot;
  version: number;
}

export const compilerOptions: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleDetection: ts.ModuleDetectionKind.Legacy,
  noLib: true,
  noEmit: true,
  types: [],
  skipLibCheck: true,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  noFallthroughCasesInSwitch: false,
};

const libraryFolder = '/lib/';
const cellFolder = '/cells/';
const frozenPath = '/frozen.ts';

export class LiveProgram {
  readonly service: ts.LanguageService;
  /** Counts changes of any file. */
  version = 0;
  private readonly files = new Map<string, LiveFile>();
  private readonly libraryPaths: string[] = [];
  /** Types of variables whose declarations were replaced, by cell and name. */
  private readonly frozen = new Map<string, Map<string, string>>();
  /** Cells in the order in which they were set last: a later one's declarations supersede an earlier one's. */
  private order: string[] = [];
  private fileVersions = 0;

  constructor(library: readonly LibraryFile[]) {
    for (const { name, text } of library) {
      const path = libraryFolder + name;
      this.libraryPaths.push(path);
      this.files.set(path, this.newFile(path, text));
    }
    this.files.set(frozenPath, this.newFile(frozenPath, ''));
    this.service = ts.createLanguageService(this.host(), ts.createDocumentRegistry());
  }

  /**
   * Sets or replaces a cell's text; its declarations become the newest. No change if the text is the same.
   * The function that is returned undoes it, if nothing else has changed since.
   */
  setCell(id: string, text: string): () => void {
    const path = cellPath(id);
    const old = this.files.get(path);
    if (old?.text === text && this.order.at(-1) === id) return () => {};
    const oldOrder = this.order;
    const oldFrozen = this.frozen.get(id);
    this.frozen.delete(id);
    this.order = [...this.order.filter((other) => other !== id), id];
    if (old?.text !== text) this.files.set(path, this.newFile(path, text));
    this.update();
    return () => {
      this.order = oldOrder;
      if (old) this.files.set(path, old);
      else this.files.delete(path);
      if (oldFrozen) this.frozen.set(id, oldFrozen);
      this.update();
    };
  }

  removeCell(id: string): void {
    if (!this.files.delete(cellPath(id))) return;
    this.frozen.delete(id);
    this.order = this.order.filter((other) => other !== id);
    this.update();
  }

  /** Forgets all cells. */
  reset(): void {
    for (const id of this.order) this.files.delete(cellPath(id));
    this.order = [];
    this.frozen.clear();
    this.update();
  }

  /** Identifiers of the cells, the newest last. */
  get cells(): readonly string[] {
    return this.order;
  }

  hasCell(id: string): boolean {
    return this.files.has(cellPath(id));
  }

  program(): ts.Program {
    const program = this.service.getProgram();
    if (!program) throw new Error('the language service has no program');
    return program;
  }

  sourceFile(id: string): ts.SourceFile {
    const file = this.program().getSourceFile(cellPath(id));
    if (!file) throw new Error(`there is no cell ${id}`);
    return file;
  }

  /** Syntax and type errors of a cell. */
  diagnostics(id: string): ts.Diagnostic[] {
    const path = cellPath(id);
    const syntactic = this.service.getSyntacticDiagnostics(path);
    return syntactic.length > 0 ? syntactic : this.service.getSemanticDiagnostics(path);
  }

  /** The names that a cell declares at its top level. */
  declaredNames(id: string): readonly string[] {
    return this.files.get(cellPath(id))?.names ?? [];
  }

  /** The text of a cell as it was set. */
  text(id: string): string {
    return this.files.get(cellPath(id))?.text ?? '';
  }

  /** The cell whose file this is, if it is one. */
  cellOf(file: ts.SourceFile): string | undefined {
    return this.files.has(file.fileName) && file.fileName.startsWith(cellFolder)
      ? sourceName(file.fileName)
      : undefined;
  }

  /** Replaces the declaration of a cell's variable by one that states its type, which has no initializer to follow. */
  freeze(id: string, name: string, type: string): void {
    const frozen = this.frozen.get(id) ?? new Map<string, string>();
    if (frozen.get(name) === type) return;
    frozen.set(name, type);
    this.frozen.set(id, frozen);
    this.update();
  }

  private newFile(path: string, text: string): LiveFile {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    const declarations = declaringStatements(source);
    return {
      path,
      text,
      declarations,
      names: declarations.flatMap(({ parts }) => parts.flatMap(({ names }) => names)),
      visible: text,
      snapshot: ts.ScriptSnapshot.fromString(text),
      version: ++this.fileVersions,
    };
  }

  /** Blanks what is superseded, and shows again what no longer is. */
  private update(): void {
    this.version++;
    const taken = new Set<string>();
    let frozenText = '';
    const newestFirst = [...this.order.map(cellPath).reverse(), ...this.libraryPaths];
    for (const path of newestFirst) {
      const file = this.files.get(path);
      if (!file) continue;
      const frozen = this.frozen.get(sourceName(path));
      const visible = blankNames(
        file.text,
        file.declarations,
        frozen ? new Set([...taken, ...frozen.keys()]) : taken,
      );
      for (const [name, type] of frozen ?? []) {
        if (!taken.has(name)) frozenText += `declare let ${name}: ${type};\n`;
      }
      if (visible !== file.visible) {
        file.visible = visible;
        file.snapshot = ts.ScriptSnapshot.fromString(visible);
        file.version = ++this.fileVersions;
      }
      if (path.startsWith(cellFolder)) for (const name of file.names) taken.add(name);
    }
    if (this.files.get(frozenPath)?.text !== frozenText)
      this.files.set(frozenPath, this.newFile(frozenPath, frozenText));
  }

  private host(): ts.LanguageServiceHost {
    return {
      getCompilationSettings: () => compilerOptions,
      getScriptFileNames: () => [...this.libraryPaths, frozenPath, ...this.order.map(cellPath)],
      getScriptVersion: (path) => String(this.files.get(path)?.version ?? 0),
      getScriptSnapshot: (path) => this.files.get(path)?.snapshot,
      getProjectVersion: () => String(this.version),
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => `${libraryFolder}types/core.d.ts`,
      fileExists: (path) => this.files.has(path),
      readFile: (path) => this.files.get(path)?.visible,
      useCaseSensitiveFileNames: () => true,
    };
  }
}

export function cellPath(id: string): string {
  return `${cellFolder}${id}.ts`;
}

/** The cell's identifier, or the library file's name with `lib/` before it. */
export function sourceName(path: string): string {
  return path.startsWith(cellFolder) ? path.slice(cellFolder.length, -'.ts'.length) : path.slice(1);
}

export function isLibraryPath(path: string): boolean {
  return path.startsWith(libraryFolder);
}
