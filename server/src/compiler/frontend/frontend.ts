// The frontend's face: the cells of the live program and of open documents, their diagnostics, and the IR of what a
// run of a cell needs.
import type { IrModule } from '../ir/ir.ts';
import { Checks } from './checks.ts';
import type { Diagnostic } from './diagnostics.ts';
import type { Draft, ParsedDraft } from './drafts.ts';
import { moduleSymbol } from './lower/cell.ts';
import type { ModuleHost } from './modules.ts';
import { cellPath, type LibraryFile, LiveProgram } from './program.ts';
import { type LiveVariable, Redefinition } from './redefinition.ts';
import type { ts } from './typescript.ts';
import { explainUnknownNames, tooEarly } from './unready.ts';

/** What a run of a cell needs. */
export interface LoweredCell {
  /** The cell's code, its functions, those of other cells that have to change, and all that they refer to. */
  readonly module: IrModule;
  /** Warnings: functions of other cells that no longer compile; they trap when they are called. */
  readonly diagnostics: readonly Diagnostic[];
  /** Symbols of functions of other cells that were compiled again, since something that they use has changed. */
  readonly recompiled: readonly string[];
  /** Symbols of the code that evaluates modules, which runs with the cell and never again. */
  readonly evaluations: readonly string[];
}

/** A cell as it is edited, in its view: what the language service is asked about it. */
export interface EditedCell {
  readonly id: string;
  readonly text: string;
  /** Path of its file in the service. */
  readonly path: string;
  readonly service: ts.LanguageService;
  readonly program: ts.Program;
  readonly file: ts.SourceFile;
}

export class Frontend {
  private readonly program: LiveProgram;
  private readonly redefinition: Redefinition;
  private readonly checks: Checks;
  private resets = 0;

  /** `moduleHost` gives the files that cells may import; without it, none. */
  constructor(library: readonly LibraryFile[], moduleHost?: ModuleHost) {
    this.program = new LiveProgram(library, moduleHost);
    this.redefinition = new Redefinition(this.program);
    this.checks = new Checks(this.program, this.redefinition);
  }

  /** The language service. It shows what was asked for last: the live program, or a cell as it is edited. */
  get service(): ts.LanguageService {
    return this.program.service;
  }

  // What runs.

  /**
   * Sets or replaces the text of a cell of the live program; its declarations become the newest of their names. The
   * function that is returned undoes it, and what `lower` has made of it since, if no other cell has been set
   * meanwhile: for a cell that turns out not to run. After a reset it does nothing.
   */
  setCell(id: string, text: string): () => void {
    this.program.refreshModules();
    const undos = [this.program.setCell(id, text), this.redefinition.save(), this.checks.save()];
    const names = this.program.liveText(id)?.names ?? [];
    this.program.freeze(this.redefinition.freezing(id, names));
    const { resets } = this;
    return () => {
      if (resets === this.resets) for (const undo of undos) undo();
    };
  }

  removeCell(id: string): void {
    this.program.removeCell(id);
    this.redefinition.forget(id);
    this.checks.removeLive(id);
  }

  /** Forgets the live program and what is on the board. Documents stay. */
  reset(): void {
    this.resets++;
    this.program.reset();
    this.redefinition.reset();
    this.checks.reset();
  }

  /** TypeScript's errors of a cell of the live program; if there are none, ours. */
  check(id: string): Diagnostic[] {
    this.program.show({ kind: 'run' });
    return explainUnknownNames(this.program, id, this.checks.of(id).diagnostics);
  }

  /**
   * IR of a cell that is about to run. The cell must have no errors. From here on, its functions and variables
   * count as being on the board.
   */
  lower(id: string): LoweredCell {
    this.program.show({ kind: 'run' });
    const lowered = this.checks.lowered(id);
    const { module, world, entry } = lowered;
    if (module.diagnostics.length > 0) throw new Error(`cell ${id} has errors`);
    this.checks.take(id, lowered);
    const functions = [...module.instances.values()].map((instance) => ({
      cell: id,
      instance,
      start: instance.node.getStart(),
      dependencies: module.dependencies.get(instance.symbol) ?? new Map<string, string>(),
    }));
    const names = this.program.text(id)?.names ?? [];
    const { shapes } = this.checks;
    const runWorld = () => this.checks.world();
    const changes = this.redefinition.update(id, module, functions, names, world, runWorld, shapes.version);
    return {
      module: module.finish(entry),
      diagnostics: changes.diagnostics,
      recompiled: changes.recompiled,
      evaluations: lowered.imported.map(({ id: module }) => moduleSymbol(module)),
    };
  }

  /** The variables of the cells that were lowered, the newest of each name; those of functions are not among them. */
  variables(): readonly LiveVariable[] {
    return this.redefinition.liveVariables();
  }

  /** Texts of the modules, by path. */
  moduleTexts(): Iterable<[string, string]> {
    return this.program.moduleTexts();
  }

  // What is edited.

  /** Sets the code cells that an open document shows now, in its order. Identifiers are those of the runs. */
  setDocument(uri: string, cells: readonly Draft[]): void {
    this.program.refreshModules();
    this.program.setDocument(uri, cells);
    this.checks.prune((id) => this.program.editedText(id) !== undefined);
  }

  /** A document has been closed: of its cells, those that ran stay in the live program. */
  removeDocument(uri: string): void {
    this.setDocument(uri, []);
  }

  /** The cells of the document that a cell belongs to, in order. */
  cellsAround(id: string): readonly ParsedDraft[] {
    return this.program.draftsAround(id);
  }

  /** TypeScript's errors of a cell as it is edited; if there are none, ours. */
  diagnose(id: string): Diagnostic[] {
    this.showAround(id);
    const { diagnostics, earlyUses } = this.checks.of(id);
    return [...diagnostics, ...tooEarly(this.program, id, earlyUses)];
  }

  /**
   * IR of a cell as it is edited, which `lower` gives again, the same objects, if the cell is then run like this and changes
   * no function of other cells. Undefined if the cell has errors or is in no open document.
   */
  preview(id: string): IrModule | undefined {
    if (this.program.draftsAround(id).length === 0) return undefined;
    this.showAround(id);
    if (this.checks.of(id).diagnostics.some(({ severity }) => severity === 'error')) return undefined;
    const { module, entry } = this.checks.lowered(id);
    return module.finish(entry);
  }

  /** A cell as it is edited, to ask about. Valid until another cell is asked for, or anything changes. */
  edited(id: string): EditedCell {
    this.showAround(id);
    return {
      id,
      text: this.program.editedText(id)?.text ?? '',
      path: cellPath(id),
      service: this.service,
      program: this.program.program(),
      file: this.program.sourceFile(id),
    };
  }

  /** The cell whose declaration a name means, as seen from a cell that is edited; undefined if none declares it. */
  declaringCell(id: string, name: string): string | undefined {
    this.showAround(id);
    return this.program.providerOf(name)?.cell;
  }

  /** True if a name means the library's in the view of the cell that was asked about last. */
  isLibraryName(name: string): boolean {
    return this.program.isLibraryName(name) && !this.program.providerOf(name);
  }

  private showAround(id: string): void {
    const names = () => this.program.editedText(id)?.names ?? [];
    this.program.show({ kind: 'edit', cell: id, freezing: () => this.redefinition.freezing(id, names()) });
  }
}
