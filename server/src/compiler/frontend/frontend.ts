// The frontend's face: the live program's cells, their diagnostics, and the IR of what a run of a cell needs.
import type { IrModule } from '../ir/ir.ts';
import { type Diagnostic, fromTypeScript } from './diagnostics.ts';
import type { VariableNode } from './lower/captures.ts';
import { lowerCell } from './lower/cell.ts';
import { type Dependencies, type FunctionInstance, type Global, ModuleLowering } from './lower/module.ts';
import { cellPath, type LibraryFile, LiveProgram } from './program.ts';
import { type LiveVariable, Redefinition } from './redefinition.ts';
import { repName } from './reps.ts';
import { ts } from './typescript.ts';
import { ProgramWorld } from './world.ts';

/** A name that a cell declares, with its type for people and its representation. */
export interface DeclaredName {
  readonly name: string;
  /** Offset of the name in the cell's text. */
  readonly start: number;
  readonly type: string;
  readonly representation: string;
}

/** What a run of a cell needs. */
export interface LoweredCell {
  /** The cell's code, its functions, those of other cells that have to change, and all that they refer to. */
  readonly module: IrModule;
  /** Warnings: functions of other cells that no longer compile; they trap when they are called. */
  readonly diagnostics: readonly Diagnostic[];
  readonly declared: readonly DeclaredName[];
  /** Symbols of functions of other cells that were compiled again, since something that they use has changed. */
  readonly recompiled: readonly string[];
}

/** A function on the board, with what is needed to compile it again. */
export interface LiveFunction {
  readonly cell: string;
  readonly instance: FunctionInstance;
  /** Offset of its first token in the cell's text. */
  readonly start: number;
  readonly dependencies: Dependencies;
  /** True if its text is no longer in the program, but function values may still lead to it. */
  readonly isOrphan?: boolean;
}

/** What is remembered of a cell that was lowered. */
interface CellRecord {
  readonly text: string;
  readonly globals: ReadonlyMap<string, Global>;
}

interface Checked {
  readonly version: number;
  readonly lowering: ModuleLowering;
  readonly entry: string | undefined;
}

export class Frontend {
  private readonly program: LiveProgram;
  private readonly cells = new Map<string, CellRecord>();
  private readonly checked = new Map<string, Checked>();
  private readonly redefinition: Redefinition;
  private currentWorld: ProgramWorld | undefined;
  private readonly lowering = new Set<string>();

  constructor(library: readonly LibraryFile[]) {
    this.program = new LiveProgram(library);
    this.redefinition = new Redefinition(this.program);
  }

  /** The language service over the live program, for completion, hover and the like. */
  get service(): ts.LanguageService {
    return this.program.service;
  }

  /** Path of a cell's file in the language service. */
  pathOf(id: string): string {
    return cellPath(id);
  }

  /**
   * Sets or replaces the text of a cell; its declarations become the newest of their names. The function that is
   * returned undoes it, if nothing else has changed since: for a cell that turns out not to run.
   */
  setCell(id: string, text: string): () => void {
    const undo = this.program.setCell(id, text);
    this.redefinition.freezeBefore(id);
    return undo;
  }

  removeCell(id: string): void {
    this.program.removeCell(id);
    this.cells.delete(id);
    this.checked.delete(id);
    this.redefinition.forget(id);
  }

  /** Forgets all cells and what is on the board. */
  reset(): void {
    this.program.reset();
    this.cells.clear();
    this.checked.clear();
    this.redefinition.reset();
  }

  /** TypeScript's errors of a cell; if there are none, ours. */
  check(id: string): Diagnostic[] {
    const found = this.program.diagnostics(id).map((diagnostic) => fromTypeScript(diagnostic, id));
    if (found.some(({ severity }) => severity === 'error')) return found;
    return [...found, ...this.lowered(id).lowering.diagnostics];
  }

  /**
   * IR of a cell that is about to run. The cell must have no errors. From here on, its functions and variables
   * count as being on the board.
   */
  lower(id: string): LoweredCell {
    const { lowering, entry } = this.lowered(id);
    if (lowering.diagnostics.length > 0) throw new Error(`cell ${id} has errors`);
    // The IR is handed out, to be changed by the passes.
    this.checked.delete(id);
    const fresh = [...lowering.instances.values()];
    const record = (symbol: string) => lowering.dependencies.get(symbol) ?? new Map<string, string>();
    const own = fresh.map((instance) => ({
      cell: id,
      instance,
      start: instance.node.getStart(),
      dependencies: record(instance.symbol),
    }));
    const declared = this.declaredNames(id, lowering);
    const changes = this.redefinition.update(id, lowering, own, declared, this.world());
    return {
      module: lowering.finish(entry),
      diagnostics: changes.diagnostics,
      declared,
      recompiled: changes.recompiled,
    };
  }

  /** The variables of the cells that were lowered, the newest of each name; those of functions are not among them. */
  variables(): readonly LiveVariable[] {
    return this.redefinition.liveVariables();
  }

  private declaredNames(id: string, lowering: ModuleLowering): DeclaredName[] {
    const { checker } = lowering;
    const file = this.program.sourceFile(id);
    return this.program.declaredNames(id).map((name) => {
      const symbol = checker.resolveName(name, file, ts.SymbolFlags.Value, false);
      const type = symbol
        ? checker.typeToString(checker.getTypeOfSymbol(symbol), file, ts.TypeFormatFlags.NoTruncation)
        : '';
      const declaration = symbol?.declarations?.find((node) => node.getSourceFile() === file);
      const start = declaration ? (ts.getNameOfDeclaration(declaration) ?? declaration).getStart(file) : 0;
      const global = lowering.globals.get(name);
      return { name, start, type, representation: global ? repName(global.rep) : '' };
    });
  }

  private world(): ProgramWorld {
    const { version } = this.program;
    if (this.currentWorld?.version !== version) {
      this.currentWorld = new ProgramWorld(
        this.program.program(),
        version,
        (declaration) => this.globalOf(declaration),
        (base, shape) => this.redefinition.variantOf(base, shape),
      );
    }
    return this.currentWorld;
  }

  /** The cell's lowering for the program as it is. */
  private lowered(id: string): Checked {
    const { version } = this.program;
    const known = this.checked.get(id);
    if (known?.version === version) return known;
    const world = this.world();
    const file = this.program.sourceFile(id);
    const lowering = new ModuleLowering(world, file);
    this.lowering.add(id);
    let entry: string | undefined;
    try {
      entry = lowerCell(lowering, id.replaceAll('.', '_'), file);
    } finally {
      this.lowering.delete(id);
    }
    this.cells.set(id, { text: this.program.text(id), globals: lowering.globals });
    const checked: Checked = { version, lowering, entry };
    this.checked.set(id, checked);
    return checked;
  }

  /** What is known of another cell's variable; the cell is lowered for it if that hasn't happened yet. */
  private globalOf(declaration: VariableNode): Global | undefined {
    const name = declaration.name.text;
    const id = this.program.cellOf(declaration.getSourceFile());
    if (id === undefined) return this.redefinition.frozenGlobal(name);
    const record = this.cells.get(id);
    if (record?.text === this.program.text(id)) return record.globals.get(name);
    if (this.lowering.has(id)) return undefined;
    return this.lowered(id).lowering.globals.get(name);
  }
}
