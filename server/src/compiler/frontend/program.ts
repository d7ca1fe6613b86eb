// The live program and the editor's drafts as TypeScript sees them: the library and one script file a cell, all in one
// global scope, in one language service that is kept warm. It shows one view at a time: what the board has, or what
// the editor shows around a cell (docs/decisions/0006). Where several cells of a view declare a name, all but the
// newest declaration are blanked out (replaced by spaces, so that positions stay).
import { type CellText, parseCell } from './cell-text.ts';
import { blankNames } from './declared-names.ts';
import { type Draft, Drafts, type ParsedDraft } from './drafts.ts';
import { isErrorCall } from './error-calls.ts';
import { hostPath, isModulePath, type ModuleHost, Modules } from './modules.ts';
import { type Reach, reachOf } from './reach.ts';
import { type FrozenTypes, type Layer, type Provider, type Scene, sceneOf } from './scene.ts';
import { KEPT_VERSIONS, SourceFiles } from './source-files.ts';
import { ts } from './typescript.ts';

/** A file of the library: declarations (`*.d.ts`) or sources. */
export interface LibraryFile {
  /** Path below lib/, such as `array.ts` or `types/math.d.ts`. */
  readonly name: string;
  readonly text: string;
}

/** Types of variables that keep them although what they followed from has changed, by cell and name. */
export type Frozen = ReadonlyMap<string, FrozenTypes>;

/** What the program shows. */
export type View =
  /** The cells that ran, in the order of their runs. */
  | { readonly kind: 'run' }
  /** What is edited around a cell, see `editLayers`. */
  | {
      readonly kind: 'edit';
      readonly cell: string;
      /** Types that a run of the cell would freeze. */
      readonly freezing: () => Frozen;
    };

/** A version of a file that has been shown. */
interface Shown {
  readonly visible: string;
  readonly snapshot: ts.IScriptSnapshot;
  readonly version: number;
}

export const compilerOptions: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  allowJs: true,
  moduleDetection: ts.ModuleDetectionKind.Legacy,
  noLib: true,
  noEmit: true,
  types: [],
  skipLibCheck: true,
  allowUnreachableCode: true,
  allowUnusedLabels: true,
  noFallthroughCasesInSwitch: false,
};

/** What TypeScript says of `await` in a script: cells may wait as modules do. */
const ofModules = [1375, 1378, 1431, 1432];

const libraryFolder = '/lib/';
const cellFolder = '/cells/';
/**
 * How many files are kept for the cells after a new one, whose names have numbers: TypeScript makes a program with other
 * contents much faster than one with other files.
 */
const SPARE_FILES = 32;
/** The file that declares the variables with frozen types. */
export const frozenPath = '/frozen.ts';

export class LiveProgram {
  readonly service: ts.LanguageService;
  /** Counts changes of what the program shows. */
  version = 0;
  private readonly library: ReadonlyMap<string, CellText>;
  private readonly libraryNames: ReadonlySet<string>;
  /** Texts of the cells that ran, in order: a later one's declarations hide an earlier one's. Replaced, not changed. */
  private live: ReadonlyMap<string, CellText> = new Map();
  /** Replaced, not changed. */
  private frozen: Frozen = new Map();
  private readonly drafts = new Drafts();
  /** Counts changes of cells, drafts and frozen types. */
  private edition = 0;
  private scene: Scene;
  /** View and edition of the scene. */
  private sceneKey = '';
  private readonly shown = new Map<string, Shown>();
  /** What is visible of each cell. */
  private readonly shownCells = new Map<string, string>();
  /** Paths of empty files for cells to come. */
  private readonly spare = new Set<string>();
  /** Versions of each file that were shown lately, the latest last. */
  private readonly recent = new Map<string, Shown[]>();
  private readonly sourceFiles = new SourceFiles(isModulePath);
  private readonly modules: Modules;
  private fileVersions = 0;

  constructor(library: readonly LibraryFile[], moduleHost?: ModuleHost) {
    this.modules = new Modules(compilerOptions, moduleHost);
    this.library = new Map(
      library.map(({ name, text }) => [libraryFolder + name, parseCell(text, [], libraryFolder + name)]),
    );
    this.libraryNames = new Set(
      [...this.library.values()].flatMap(({ declarations }) => [...declarations.keys()]),
    );
    this.scene = sceneOf([]);
    this.service = ts.createLanguageService(this.host(), this.sourceFiles);
    this.showScene();
  }

  // The cells that ran.

  /**
   * Sets or replaces a cell's text; its declarations become the newest. The function that is returned undoes it, if
   * no cell has been set or removed since.
   */
  setCell(id: string, text: string): () => void {
    const { live, frozen } = this;
    const old = live.get(id);
    const known = [this.drafts.get(id)?.text, old].filter((each) => each !== undefined);
    const parsed = known.find((each) => each.text === text) ?? parseCell(text, known);
    const others = new Map(live);
    others.delete(id);
    this.setLive(others.set(id, parsed), without(frozen, id));
    return () => this.setLive(live, frozen);
  }

  removeCell(id: string): void {
    const live = new Map(this.live);
    if (live.delete(id)) this.setLive(live, without(this.frozen, id));
  }

  /** Forgets all cells that ran. */
  reset(): void {
    this.setLive(new Map(), new Map());
  }

  /** Replaces declarations of cells' variables by ones that state their types, which have no initializer to follow. */
  freeze(types: Frozen): void {
    if (types.size > 0) this.setLive(this.live, merged(this.frozen, types));
  }

  private setLive(live: ReadonlyMap<string, CellText>, frozen: Frozen): void {
    this.live = live;
    this.frozen = frozen;
    this.edition++;
  }

  /** True if a cell that ran declares the name. */
  isLive(name: string): boolean {
    return [...this.live.values()].some(({ declarations }) => declarations.has(name));
  }

  /** The cells that ran with a text that mentions the name. */
  cellsMentioning(name: string): string[] {
    return [...this.live].filter(([, { mentions }]) => mentions.has(name)).map(([cell]) => cell);
  }

  /** The text of a cell as it ran. */
  liveText(id: string): CellText | undefined {
    return this.live.get(id);
  }

  // Drafts.

  setDocument(uri: string, cells: readonly Draft[]): void {
    if (this.drafts.set(uri, cells, (id) => this.live.get(id))) this.edition++;
  }

  /** The drafts of the document that a cell belongs to, in order; none if it belongs to none. */
  draftsAround(id: string): readonly ParsedDraft[] {
    return this.drafts.around(id);
  }

  /** The drafts of all documents. */
  allDrafts(): readonly ParsedDraft[] {
    return this.drafts.all();
  }

  /** The text of a cell as it is edited; if it is in no open document, as it ran. */
  editedText(id: string): CellText | undefined {
    return this.drafts.get(id)?.text ?? this.live.get(id);
  }

  // Modules.

  /** Reads the files of modules again. */
  refreshModules(): void {
    if (!this.modules.refresh()) return;
    this.edition++;
    this.version++;
  }

  /** Texts of the modules, by path. */
  moduleTexts(): Iterable<[string, string]> {
    return this.modules.texts();
  }

  // Views.

  /**
   * Shows a view. Files whose visible text stays keep their versions; if all do, the program stays what it is, with
   * all that the checker has found out.
   */
  show(view: View): void {
    const key = `${this.edition} ${view.kind === 'run' ? 'run' : `edit ${view.cell}`}`;
    if (key === this.sceneKey) return;
    this.sceneKey = key;
    const layers = view.kind === 'run' ? this.runLayers() : this.editLayers(view.cell, view.freezing());
    const scene = sceneOf(layers, this.scene);
    if (scene === this.scene) return;
    this.scene = scene;
    if (this.showScene()) this.version++;
  }

  private runLayers(): Layer[] {
    return [...this.live].map(([cell, text]) => ({ cell, text, frozen: this.frozen.get(cell) }));
  }

  /**
   * What is edited around a cell, the oldest first: the live cells of other documents and of deleted cells; later
   * cells of its document, the nearest newest; earlier cells; the cell itself. Of its document it is the drafts.
   */
  private editLayers(id: string, freezing: Frozen): Layer[] {
    const drafts = this.drafts.around(id);
    const inDocument = new Set(drafts.map((draft) => draft.id));
    const frozen = merged(this.frozen, freezing);
    const others = [...this.live]
      .filter(([cell]) => cell !== id && !inDocument.has(cell))
      .map(([cell, text]) => ({ cell, text, frozen: frozen.get(cell) }));
    const layerOf = ({ id: cell, text }: ParsedDraft): Layer => {
      const ranLikeThis = cell !== id && this.live.get(cell) === text;
      return { cell, text, frozen: ranLikeThis ? frozen.get(cell) : undefined };
    };
    const place = drafts.findIndex((draft) => draft.id === id);
    const text = this.editedText(id);
    return [
      ...others,
      ...drafts
        .slice(place + 1)
        .reverse()
        .map(layerOf),
      ...drafts.slice(0, Math.max(place, 0)).map(layerOf),
      ...(text ? [{ cell: id, text }] : []),
    ];
  }

  /** What a name means in the view, if a cell declares it. */
  providerOf(name: string): Provider | undefined {
    return this.scene.providers.get(name);
  }

  /** The names that cells declare in the view, as one text. */
  allNames(): string {
    return [...this.scene.providers.keys()].sort().join();
  }

  /** True if the library declares the name. */
  isLibraryName(name: string): boolean {
    return this.libraryNames.has(name);
  }

  /** What the check of a cell follows from in the view. */
  reachOf(id: string): Reach {
    const reach = reachOf(this.scene, id, this.libraryNames);
    const modules = this.modules.edition;
    return modules === 0 ? reach : { ...reach, fingerprint: `${modules} ${reach.fingerprint}` };
  }

  /** The text of a cell in the view, before anything is blanked out. */
  text(id: string): CellText | undefined {
    return this.scene.texts.get(id);
  }

  // What TypeScript makes of the view.

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
    return this.fileDiagnostics(cellPath(id));
  }

  /** Those of a file. */
  fileDiagnostics(path: string): ts.Diagnostic[] {
    const syntactic = this.service.getSyntacticDiagnostics(path);
    // JavaScript is not checked, neither by itself nor against its declarations.
    if (syntactic.length > 0 || this.modules.isDescribed(path)) return syntactic;
    return this.service
      .getSemanticDiagnostics(path)
      .filter((each) => !ofModules.includes(each.code) && !isErrorCall(each));
  }

  /** The cell whose file this is, if it is one. */
  cellOf(file: ts.SourceFile): string | undefined {
    return file.fileName.startsWith(cellFolder) ? sourceName(file.fileName) : undefined;
  }

  /** Shows the scene's files; true if anything has changed. */
  private showScene(): boolean {
    const { visible, providers, frozenText } = this.scene;
    let changed = false;
    for (const [path, text] of this.library) {
      changed = this.showFile(path, blankNames(text, providers)) || changed;
    }
    changed = this.showFile(frozenPath, frozenText) || changed;
    // Files of cells that the view hides stay, empty: a program with other files is slower to make.
    const cells = new Set([...this.live.keys(), ...this.drafts.ids()]);
    for (const cell of cells) {
      const text = visible.get(cell) ?? '';
      if (this.shownCells.get(cell) === text) continue;
      if (!this.shownCells.has(cell)) this.takeSpare(cell);
      this.shownCells.set(cell, text);
      changed = this.showFile(cellPath(cell), text) || changed;
    }
    if (this.shownCells.size === cells.size) return changed;
    for (const cell of [...this.shownCells.keys()].filter((each) => !cells.has(each))) {
      const path = cellPath(cell);
      this.shownCells.delete(cell);
      this.shown.delete(path);
      this.recent.delete(path);
      this.sourceFiles.forget(path);
    }
    return true;
  }

  /** Sees to it that the file of a new cell was there before, or that those of the cells after it will have been. */
  private takeSpare(cell: string): void {
    if (this.spare.delete(cellPath(cell))) return;
    for (const path of pathsAfter(cell, SPARE_FILES)) {
      if (this.shown.has(path)) continue;
      this.spare.add(path);
      this.showFile(path, '');
    }
  }

  private showFile(path: string, visible: string): boolean {
    if (this.shown.get(path)?.visible === visible) return false;
    const recent = this.recent.get(path) ?? [];
    const known = recent.find((each) => each.visible === visible);
    const snapshot = known?.snapshot ?? ts.ScriptSnapshot.fromString(visible);
    const now = known ?? { visible, snapshot, version: ++this.fileVersions };
    this.recent.set(path, [...recent.filter((each) => each !== now).slice(1 - KEPT_VERSIONS), now]);
    this.shown.set(path, now);
    return true;
  }

  private host(): ts.LanguageServiceHost & Pick<ts.CompilerHost, 'hasInvalidatedResolutions'> {
    return {
      hasInvalidatedResolutions: (path) => this.modules.isIncomplete(path),
      getCompilationSettings: () => compilerOptions,
      getScriptFileNames: () => [...this.shown.keys()],
      getScriptKind: (path) => (this.modules.isDescribed(path) ? ts.ScriptKind.TS : ts.ScriptKind.Unknown),
      getScriptVersion: (path) => String((this.shown.get(path) ?? this.modules.file(path))?.version ?? 0),
      getScriptSnapshot: (path) => (this.shown.get(path) ?? this.modules.file(path))?.snapshot,
      getProjectVersion: () => String(this.version),
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => `${libraryFolder}types/core.d.ts`,
      fileExists: (path) => this.shown.has(path) || this.modules.file(path) !== undefined,
      readFile: (path) => this.shown.get(path)?.visible ?? this.modules.file(path)?.text,
      resolveModuleNameLiterals: (literals, from) => {
        const cell = from.startsWith(cellFolder) ? sourceName(from) : undefined;
        return this.modules.resolve(literals, from, cell);
      },
      useCaseSensitiveFileNames: () => true,
    };
  }
}

function without(frozen: Frozen, cell: string): Frozen {
  const others = new Map(frozen);
  others.delete(cell);
  return others;
}

function merged(frozen: Frozen, more: Frozen): Frozen {
  if (more.size === 0) return frozen;
  const result = new Map(frozen);
  for (const [cell, types] of more) result.set(cell, new Map([...(frozen.get(cell) ?? []), ...types]));
  return result;
}

export function cellPath(id: string): string {
  return `${cellFolder}${id}.ts`;
}

/** The paths of the next cells, if cells are numbered. */
function pathsAfter(id: string, count: number): string[] {
  const [digits] = /\d*$/.exec(id) ?? [''];
  if (digits === '') return [];
  const stem = id.slice(0, id.length - digits.length);
  return Array.from({ length: count }, (_, n) => cellPath(`${stem}${Number(digits) + 1 + n}`));
}

/** The cell's identifier, the library file's name with `lib/` before it, or a module's path. */
export function sourceName(path: string): string {
  if (isModulePath(path)) return hostPath(path);
  return path.startsWith(cellFolder) ? path.slice(cellFolder.length, -'.ts'.length) : path.slice(1);
}

export function isLibraryPath(path: string): boolean {
  return path.startsWith(libraryFolder);
}

/** True for what the library declares. */
export function isLibrarySymbol({ declarations }: ts.Symbol): boolean {
  return declarations?.some((each) => isLibraryPath(each.getSourceFile().fileName)) === true;
}
