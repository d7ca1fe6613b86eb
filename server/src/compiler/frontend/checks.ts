// Checks and lowerings of cells in the view that the program shows, remembered for as long as what they follow from is
// the same: a Run takes over what the editor's check has found and made.
import { forgetAnyObjects } from './any-objects.ts';
import { type Diagnostic, fromTypeScript } from './diagnostics.ts';
import type { GlobalNode } from './lower/captures.ts';
import { lowerCell } from './lower/cell.ts';
import { type Global, globalName } from './lower/globals.ts';
import { ModuleLowering } from './lower/module.ts';
import { atImport, moduleProblems } from './module-problems.ts';
import { type ImportedModule, moduleOf } from './modules.ts';
import { forgetLayouts } from './object-types.ts';
import { isOfOtherReps, OpenShapes, useShapes } from './open-shapes.ts';
import type { LiveProgram } from './program.ts';
import type { Reach } from './reach.ts';
import type { Redefinition } from './redefinition.ts';
import { type EarlyUse, earlyUses, unknownName } from './unready.ts';
import { ProgramWorld } from './world.ts';

/** A cell's code, before the passes. */
export interface Lowered {
  readonly module: ModuleLowering;
  /** The program that it was lowered in. */
  readonly world: ProgramWorld;
  /** The modules that it evaluates. */
  readonly imported: readonly ImportedModule[];
  /** Symbol of the code that runs, if there is any. */
  readonly entry: string | undefined;
}

/** A lowering, and what it follows from. */
interface Lowering {
  readonly key: string;
  readonly lowered: Lowered;
}

export interface Checked {
  /** TypeScript's diagnostics; where those are no errors, ours too. */
  readonly diagnostics: readonly Diagnostic[];
  /** Uses at the top level of what other cells declare. */
  readonly earlyUses: readonly EarlyUse[];
}

interface Entry extends Checked {
  readonly fingerprint: string;
  /** If a name is not known, TypeScript proposes one of all that there are: these. */
  readonly names: string | undefined;
  lowering?: Lowering;
}

/** What a text's variables are on the board. */
interface KnownGlobals {
  readonly fingerprint: string;
  readonly globals: ReadonlyMap<string, Global>;
}

/** Variables of the cells that ran: with the texts that ran. */
type LiveGlobals = ReadonlyMap<
  string,
  { readonly text: string; readonly globals: ReadonlyMap<string, Global> }
>;

/** A cell is checked in two views, each of which may have another result. */
const KEPT_CHECKS = 2;

export class Checks {
  /** By cell, the latest last. */
  private readonly entries = new Map<string, readonly Entry[]>();
  private readonly draftGlobals = new Map<string, KnownGlobals>();
  private liveGlobals: LiveGlobals = new Map();
  /** Cells that are being lowered. */
  private readonly lowering = new Set<string>();
  /** Counts changes of what is on the board, which names of symbols follow from. */
  private generation = 0;
  /** Variables of the modules that were evaluated on the board, by module. */
  private evaluated: ReadonlyMap<string, ReadonlyMap<string, Global>> = new Map();
  private currentWorld: ProgramWorld | undefined;
  readonly shapes = new OpenShapes();

  constructor(
    private readonly program: LiveProgram,
    private readonly redefinition: Redefinition,
  ) {}

  /** The check of a cell in the view. */
  of(id: string): Checked {
    return this.entryFor(id, this.program.reachOf(id));
  }

  /** The lowering of a cell in the view, which must have no errors there. */
  lowered(id: string): Lowered {
    const reach = this.program.reachOf(id);
    const entry = this.entryFor(id, reach);
    if (entry.lowering?.key !== this.loweringKey(reach)) entry.lowering = this.newLowering(id, reach);
    return entry.lowering.lowered;
  }

  /** A cell's lowering becomes part of what is on the board. Nobody else may use its IR, which the passes change. */
  take(id: string, { module, imported }: Lowered): void {
    this.entries.set(
      id,
      (this.entries.get(id) ?? []).map(({ lowering: _, ...entry }) => entry),
    );
    const text = this.program.text(id)?.text ?? '';
    this.liveGlobals = new Map(this.liveGlobals).set(id, { text, globals: module.globals });
    this.evaluated = new Map([
      ...this.evaluated,
      ...imported.map((each) => [each.id, module.globals] as const),
    ]);
    this.boardChanged();
  }

  /** Remembers what is on the board; the function that is returned brings it back. */
  save(): () => void {
    const { liveGlobals, evaluated } = this;
    return () => {
      this.evaluated = evaluated;
      this.liveGlobals = liveGlobals;
      this.boardChanged();
    };
  }

  boardChanged(): void {
    this.generation++;
  }

  /** A cell is no longer on the board. */
  removeLive(id: string): void {
    const left = new Map(this.liveGlobals);
    left.delete(id);
    this.liveGlobals = left;
    this.boardChanged();
  }

  /** Nothing is on the board any more. */
  reset(): void {
    this.liveGlobals = new Map();
    forgetAnyObjects(this.shapes);
    this.evaluated = new Map();
    if (!this.shapes.isEmpty) {
      forgetLayouts(this.world().checker);
      this.shapes.clear();
    }
    this.boardChanged();
  }

  /** Forgets what was found out of cells that exist no longer. */
  prune(exists: (id: string) => boolean): void {
    for (const id of this.entries.keys()) if (!exists(id)) this.entries.delete(id);
    for (const id of this.draftGlobals.keys()) if (!exists(id)) this.draftGlobals.delete(id);
  }

  /** What the lowerings in the program as it is shown now share. */
  world(): ProgramWorld {
    const { version } = this.program;
    if (this.currentWorld?.version !== version) {
      this.currentWorld = new ProgramWorld(
        this.program.program(),
        version,
        (declaration) => this.globalOf(declaration),
        (base, shape) => this.redefinition.variantOf(base, shape),
      );
      useShapes(this.currentWorld.checker, this.shapes);
    }
    return this.currentWorld;
  }

  private entryFor(id: string, reach: Reach): Entry {
    const { fingerprint } = reach;
    const entries = this.entries.get(id) ?? [];
    const known = entries.find(
      ({ names, ...each }) =>
        each.fingerprint === fingerprint && (names === undefined || names === this.program.allNames()),
    );
    if (known) return known;
    const entry = this.check(id, reach);
    this.entries.set(id, [...entries, entry].slice(-KEPT_CHECKS));
    return entry;
  }

  private check(id: string, reach: Reach): Entry {
    const found = this.program.diagnostics(id).map((diagnostic) => fromTypeScript(diagnostic, id));
    found.push(...moduleProblems(this.program, this.world(), id));
    const names = found.some(({ code }) => unknownName.has(code)) ? this.program.allNames() : undefined;
    const known = { fingerprint: reach.fingerprint, names };
    const uses = earlyUses(this.program, this.world().checker, id);
    if (found.some(({ severity }) => severity === 'error')) {
      return { ...known, diagnostics: found, earlyUses: uses };
    }
    const lowering = this.newLowering(id, reach);
    const { lowered } = lowering;
    const ours = lowered.module.diagnostics;
    const diagnostics = [...found, ...ours.map((each) => atImport(each, this.program, lowered.world, id))];
    return { ...known, diagnostics, earlyUses: uses, lowering };
  }

  private newLowering(id: string, reach: Reach): Lowering {
    const lowered = this.lower(id);
    return { key: this.loweringKey(reach), lowered };
  }

  /** Equal for lowerings with the same result, of cells whose checks have. */
  private loweringKey({ cells }: Reach): string {
    // Positions in other cells' texts are in the code of their generic functions.
    const texts = [...cells].map((cell) => `${cell}:${this.program.text(cell)?.id}`);
    return `${this.generation} ${texts.sort().join(' ')}`;
  }

  /** Lowers a cell, again and again until all types are open that it needs to be. */
  private lower(id: string): Lowered {
    for (;;) {
      const { version } = this.shapes;
      const lowered = this.lowerOnce(id);
      const openings = [...lowered.module.openings, ...lowered.module.wishes];
      if (this.shapes.open(openings)) {
        this.boardChanged();
        // What is a dictionary now, or holds values of any type, was known as something else.
        if (openings.some(({ shape }) => isOfOtherReps(shape))) forgetLayouts(this.world().checker);
      }
      // The cells of its variables may have opened more.
      if (this.shapes.version === version) return lowered;
    }
  }

  private lowerOnce(id: string): Lowered {
    const world = this.world();
    const file = world.cellFile(id);
    const imported = world.modulesFor(id).filter((each) => !this.evaluated.has(each.id));
    const module = new ModuleLowering(world, file, [], imported);
    this.lowering.add(id);
    try {
      const entry = lowerCell(module, id.replaceAll('.', '_'), file);
      return { module, world, imported, entry };
    } finally {
      this.lowering.delete(id);
    }
  }

  /** What is known of a cell's variable. A cell that has not run with its text is lowered to find out. */
  private globalOf(declaration: GlobalNode): Global | undefined {
    const own = moduleOf(declaration.getSourceFile());
    if (own !== undefined) return this.evaluated.get(own)?.get(globalName(declaration));
    const name = globalName(declaration);
    const id = this.program.cellOf(declaration.getSourceFile());
    if (id === undefined) return this.redefinition.frozenGlobal(name);
    const live = this.liveGlobals.get(id);
    if (live && live.text === this.program.text(id)?.text) return live.globals.get(globalName(declaration));
    if (this.lowering.has(id)) return undefined;
    const { fingerprint } = this.program.reachOf(id);
    let known = this.draftGlobals.get(id);
    if (known?.fingerprint !== fingerprint) {
      known = { fingerprint, globals: this.lower(id).module.globals };
      this.draftGlobals.set(id, known);
    }
    return known.globals.get(globalName(declaration));
  }
}
