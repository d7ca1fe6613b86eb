// What runs change for older cells: which functions and variables are on the board, what they follow from, and which of
// them have to be compiled again, frozen in their types or marked as stale when a name is defined anew.
import { classOfSymbol } from './class-names.ts';
import { type Diagnostic, diagnosticAt, messages } from './diagnostics.ts';
import { mayBeFrozen } from './frozen-properties.ts';
import { type LiveFunction, LiveFunctions } from './live-functions.ts';
import { isGlobalDeclaration, isPart, isScope, isVariableNode, staticFunction } from './lower/captures.ts';
import {
  frozenDependency,
  meaningOfClass,
  meaningOfGlobal,
  moduleDependency,
  subclassDependency,
} from './lower/dependencies.ts';
import { meaningOfFunction, TEXT, textMeaning } from './lower/functions.ts';
import { type Global, isInCell } from './lower/globals.ts';
import type { FunctionInstance } from './lower/instances.ts';
import { ModuleLowering } from './lower/module.ts';
import type { Frozen, LiveProgram } from './program.ts';
import { contextFor, mentionedNames, rebuild, stub } from './rebuild.ts';
import { ts } from './typescript.ts';
import { UndoableMap } from './undoable-map.ts';
import type { ProgramWorld } from './world.ts';

type CodeNode = FunctionInstance['node'];

export interface Changes {
  readonly diagnostics: Diagnostic[];
  readonly recompiled: string[];
}

/** A variable on the board. */
export interface LiveVariable {
  readonly cell: string;
  /** Offset of its name in the cell's text. */
  readonly start: number;
  readonly global: Global;
  /** The text of its type when its cell ran. */
  readonly type: string;
  /** Names in its initializer, if its type follows from that. */
  readonly mentions: ReadonlySet<string>;
}

export class Redefinition {
  private readonly program: LiveProgram;
  private readonly functions = new LiveFunctions();
  private readonly variables = new UndoableMap<string, LiveVariable>();
  /** Names that each cell declared when it ran last. */
  private readonly names = new UndoableMap<string, readonly string[]>();
  /** What each global name of the live program means to those who use it. */
  private readonly meanings = new UndoableMap<string, string>();
  /** The shapes that functions of each base symbol have had. */
  private readonly shapes = new UndoableMap<string, readonly string[]>();
  private readonly all = [this.functions, this.variables, this.names, this.meanings, this.shapes];
  /** Version of the open types (open-shapes.ts) that all of this was made with. */
  private openShapes = 0;

  constructor(program: LiveProgram) {
    this.program = program;
  }

  /** The symbol for a function of a shape: that of the first shape is the base symbol itself. */
  variantOf(base: string, shape: string): string {
    const known = this.shapes.get(base) ?? [];
    const index = known.indexOf(shape);
    const variant = index < 0 ? known.length : index;
    return variant === 0 ? base : `${base}~${variant + 1}`;
  }

  /** Notes that a function is on the board. */
  private register(live: LiveFunction): void {
    const { base, shape, symbol } = live.instance;
    const known = this.shapes.get(base) ?? [];
    if (!known.includes(shape)) this.shapes.set(base, [...known, shape]);
    this.functions.set(symbol, live);
  }

  reset(): void {
    for (const each of this.all) each.clear();
  }

  forget(cell: string): void {
    // Its functions may still be reached through function values and timers.
    for (const live of this.functions.ofCell(cell)) {
      this.functions.set(live.instance.symbol, { ...live, isOrphan: true });
    }
    for (const name of this.names.get(cell) ?? []) {
      if (this.variables.get(name)?.cell === cell) this.variables.delete(name);
    }
    this.names.delete(cell);
  }

  /** All variables on the board, in the order in which their names came up. */
  liveVariables(): readonly LiveVariable[] {
    return [...this.variables.values()];
  }

  /** A variable whose declaration was replaced by its type as it was. */
  frozenGlobal(name: string): Global | undefined {
    return this.variables.get(name)?.global;
  }

  /** Remembers all of this; the function that is returned brings it back, unless it was remembered again since. */
  save(): () => void {
    const { openShapes } = this;
    for (const each of this.all) each.mark();
    return () => {
      for (const each of this.all) each.undo();
      this.openShapes = openShapes;
    };
  }

  /**
   * A variable keeps the type that it had when its cell ran, even where its initializer would have another type
   * now: before a cell that declares a name anew is checked, the declarations of variables whose types follow
   * from that name are replaced by ones that say the type. These are the types that a cell with such names freezes.
   */
  freezing(cell: string, declared: readonly string[]): Frozen {
    const names = new Set([...declared, ...(this.names.get(cell) ?? [])]);
    const affected = new Set([...names].filter((name) => this.meanings.has(name)));
    const result = new Map<string, Map<string, string>>();
    if (affected.size === 0) return result;
    // Sets are iterated in order of insertion, up to what is added meanwhile.
    for (const name of affected) {
      for (const { instance } of this.functions.dependentsOn(name)) affected.add(instance.name);
    }
    for (const [name, { cell: owner, mentions, type }] of this.variables) {
      if (owner === cell || names.has(name) || ![...mentions].some((each) => affected.has(each))) continue;
      const types = result.get(owner) ?? new Map<string, string>();
      result.set(owner, types.set(name, type));
    }
    return result;
  }

  /**
   * Takes in what a cell defines, which was lowered in the world `own`. Functions of other cells that this changes
   * are lowered into `lowering`, in the world of the run, which is made only if there are any.
   */
  update(
    cell: string,
    lowering: ModuleLowering,
    functions: readonly LiveFunction[],
    names: readonly string[],
    own: ProgramWorld,
    world: () => ProgramWorld,
    openShapes: number,
  ): Changes {
    const before = this.names.get(cell) ?? [];
    this.forget(cell);
    for (const live of functions) {
      if (isInCell(live.instance.node)) this.register(live);
    }
    const mentioned = mentionedNames(own.cellFile(cell));
    for (const name of names) {
      const global = lowering.globals.get(name);
      if (global) this.variables.set(name, liveVariable(global, cell, own, mentioned.get(name)));
      else this.variables.delete(name);
    }
    this.names.set(cell, names);
    const changed = this.changedMeanings(cell, new Set(names), () => own);
    const gone = new Set(before.filter((name) => !names.includes(name)));
    for (const name of this.changedMeanings(cell, gone, world)) changed.add(name);
    for (const name of this.changedModules(own)) changed.add(name);
    for (const name of this.changedFamilies(own)) changed.add(name);
    for (const name of this.changedProperties(own)) changed.add(name);
    const opened = this.openShapes !== openShapes;
    if (opened) {
      // Types that are open now change the meaning of what mentions them, and code inside of any function.
      for (const name of this.changedMeanings(cell, new Set(this.meanings.keys()), world)) changed.add(name);
      this.openShapes = openShapes;
    }
    if (changed.size === 0 && !opened) return { diagnostics: [], recompiled: [] };
    return this.recompile(cell, lowering, changed, world, opened);
  }

  /** Those of the names that no longer mean what they did; remembers what they mean now. */
  private changedMeanings(cell: string, names: ReadonlySet<string>, world: () => ProgramWorld): Set<string> {
    const changed = new Set<string>();
    for (const name of names) {
      const before = this.meanings.get(name);
      const now = this.meaningOf(name, cell, world());
      const isSame = now === before && now !== undefined;
      if (isSame && !this.hasOtherText(name, cell, world)) continue;
      changed.add(name);
      if (now === undefined) this.meanings.delete(name);
      else this.meanings.set(name, now);
    }
    return changed;
  }

  /** True if a function that others are made of is another now, although its signature is the same. */
  private hasOtherText(name: string, cell: string, world: () => ProgramWorld): boolean {
    const meanings = this.functions.dependentsOn(name).map(({ dependencies }) => dependencies.get(name));
    const texts = meanings.filter((meaning) => meaning?.startsWith(TEXT));
    if (texts.length === 0) return false;
    const now = this.textOf(name, cell, world());
    return texts.some((text) => text !== now);
  }

  /** Dependencies on modules whose files are others now. */
  private changedModules(world: ProgramWorld): string[] {
    return [...this.functions.dependencyNames()].filter((name) => {
      if (!name.startsWith(moduleDependency)) return false;
      const id = world.moduleNamed(name);
      return this.functions.dependentsOn(name).some(({ dependencies }) => dependencies.get(name) !== id);
    });
  }

  /** Dependencies on the classes that extend one, which are others now. */
  private changedFamilies(world: ProgramWorld): string[] {
    return [...this.functions.dependencyNames()].filter((name) => {
      if (!name.startsWith(subclassDependency)) return false;
      const meaning = world.families.meaningBelowName(name.slice(subclassDependency.length));
      return this.functions.dependentsOn(name).some(({ dependencies }) => dependencies.get(name) !== meaning);
    });
  }

  /** Dependencies on whether properties may be frozen, where that is another now. */
  private changedProperties({ checker }: ProgramWorld): string[] {
    return [...this.functions.dependencyNames()].filter((name) => {
      if (!name.startsWith(frozenDependency)) return false;
      const meaning = String(mayBeFrozen(checker, name.slice(frozenDependency.length)));
      return this.functions.dependentsOn(name).some(({ dependencies }) => dependencies.get(name) !== meaning);
    });
  }

  private recompile(
    cell: string,
    lowering: ModuleLowering,
    changed: Set<string>,
    world: () => ProgramWorld,
    isAll: boolean,
  ): Changes {
    const changes: Changes = { diagnostics: [], recompiled: [] };
    const done = new Set<string>();
    const gone: FunctionInstance[] = [];
    for (let again = true; again; ) {
      again = false;
      for (const live of isAll ? [...this.functions.values()] : this.concernedBy(changed)) {
        const { symbol } = live.instance;
        const isOwn = live.cell === cell && !live.isOrphan;
        if (isOwn || done.has(symbol) || !(isAll || this.isStale(live, changed, world))) continue;
        done.add(symbol);
        again = true;
        for (const each of this.recompileOne(live, lowering, world(), changes, gone)) done.add(each);
        // Callers see an inferred result type change.
        const { name } = live.instance;
        for (const each of this.changedMeanings(live.cell, new Set([name]), world)) changed.add(each);
      }
    }
    // What is compiled for a use in another cell may have come back with that.
    for (const each of gone) if (!lowering.hasFunction(each.symbol)) lowering.addFunction(stub(each));
    return changes;
  }

  /** The functions that may be stale now that names have changed. */
  private concernedBy(changed: ReadonlySet<string>): Set<LiveFunction> {
    const found = new Set<LiveFunction>();
    for (const name of changed) {
      for (const live of this.functions.dependentsOn(name)) found.add(live);
      if (!this.isType(name)) continue;
      for (const live of this.functions.orphaned()) found.add(live);
      for (const cell of this.program.cellsMentioning(name)) {
        for (const live of this.functions.ofCell(cell)) found.add(live);
      }
    }
    return found;
  }

  /** Types have no code: whoever mentions one may depend on it. */
  private isType(name: string): boolean {
    return this.meanings.get(name)?.startsWith('type ') ?? false;
  }

  private isStale(live: LiveFunction, changed: ReadonlySet<string>, world: () => ProgramWorld): boolean {
    for (const [name, meaning] of live.dependencies) {
      if (!changed.has(name)) continue;
      const text = meaning.startsWith(TEXT) ? this.textOf(name, live.cell, world()) : undefined;
      if ((text ?? this.meaningOf(name, live.cell, world())) !== meaning) return true;
    }
    const types = [...changed].filter((name) => this.isType(name));
    return types.length > 0 && types.some((name) => live.instance.node.getText().includes(name));
  }

  /** What a global name means in a cell now, as dependencies state it; undefined if it means nothing. */
  private meaningOf(name: string, cell: string, world: ProgramWorld): string | undefined {
    if (name.startsWith(moduleDependency)) return world.moduleNamed(name);
    if (name.startsWith(subclassDependency))
      return world.families.meaningBelowName(name.slice(subclassDependency.length));
    const { checker } = world;
    if (name.startsWith(frozenDependency))
      return String(mayBeFrozen(checker, name.slice(frozenDependency.length)));
    const file = world.cellFile(cell);
    const symbol = checker.resolveName(name, file, ts.SymbolFlags.Value, false);
    if (!symbol) {
      const type = checker.resolveName(name, file, ts.SymbolFlags.Type, false)?.declarations?.[0];
      return type && `type ${type.getText()}`;
    }
    const module = new ModuleLowering(world);
    try {
      const target = staticFunction(symbol);
      if (target) return meaningOfFunction(contextFor(module, target), target);
      const classNode = classOfSymbol(symbol);
      if (classNode) return meaningOfClass(checker, classNode);
      const declaration = symbol.valueDeclaration;
      if (declaration && isVariableNode(declaration) && isGlobalDeclaration(declaration)) {
        return meaningOfGlobal(module.global(declaration));
      }
    } catch {
      // What can't be compiled has no meaning to rely on.
    }
    return undefined;
  }

  /** The text of a function, which its specialisations are made of. */
  private textOf(name: string, cell: string, world: ProgramWorld): string | undefined {
    const symbol = world.checker.resolveName(name, world.cellFile(cell), ts.SymbolFlags.Value, false);
    const target = symbol && staticFunction(symbol);
    return target && textMeaning(target);
  }

  /** Compiles a function again, or adds it to those that are gone; gives the symbols of all that was compiled for it. */
  private recompileOne(
    live: LiveFunction,
    lowering: ModuleLowering,
    world: ProgramWorld,
    changes: Changes,
    gone: FunctionInstance[],
  ): string[] {
    const { instance } = live;
    const node = live.isOrphan ? undefined : this.findAgain(live, world.cellFile(live.cell));
    if (!node) {
      gone.push(instance);
      if (this.functions.get(instance.symbol) === live) this.functions.delete(instance.symbol);
      return [];
    }
    const problem = this.problemIn(node, live.cell);
    if (problem === undefined) {
      // A module of its own shows whether it compiles; then it is lowered into the cell's.
      const trial = new ModuleLowering(world, node.getSourceFile(), lowering.sources);
      let { symbol } = instance;
      trial.guard(node, () => {
        const rebuilt = rebuild(instance, node, world);
        symbol = rebuilt.symbol;
        trial.request(rebuilt);
      });
      trial.drain();
      const [failure] = trial.diagnostics;
      if (!failure && trial.openings.length === 0) {
        lowering.include(trial);
        // What has a place in its own cell is looked at there.
        const others = [...trial.instances.values()].filter((each) => !each.isMain && each.symbol !== symbol);
        const known = others.filter((each) => this.functions.has(each.symbol));
        for (const each of trial.instances.values()) {
          if (!isInCell(each.node)) continue;
          const dependencies = trial.dependencies.get(each.symbol) ?? new Map<string, string>();
          const start = each.node.getStart();
          this.register({ cell: live.cell, instance: each, start, dependencies });
        }
        changes.recompiled.push(symbol, ...known.map((each) => each.symbol));
        return others.map((each) => each.symbol);
      }
      const reason = failure?.message ?? 'it uses objects as ones of a type that has fewer properties';
      this.markStale(live, node, reason, lowering, changes);
      return [];
    }
    this.markStale(live, node, problem, lowering, changes);
    return [];
  }

  /** The function's node in the program as it is: its first token is where it was. */
  private findAgain({ instance, start }: LiveFunction, file: ts.SourceFile): CodeNode | undefined {
    const { kind } = instance.node;
    const find = (node: ts.Node): CodeNode | undefined => {
      if (node.kind === kind && (isScope(node) || ts.isClassLike(node)) && node.getStart(file) === start)
        return node;
      return ts.forEachChild(node, (child) =>
        child.pos <= start && start < child.end ? find(child) : undefined,
      );
    };
    return find(file);
  }

  /** The first type error inside a function. */
  private problemIn(node: CodeNode, cell: string): string | undefined {
    const inside = this.program
      .diagnostics(cell)
      .find(
        ({ start = -1, category }) =>
          category === ts.DiagnosticCategory.Error && start >= node.pos && start < node.end,
      );
    return inside && ts.flattenDiagnosticMessageText(inside.messageText, '\n');
  }

  /** The function stays in the program as one that traps, and is tried again at the next redefinition. */
  private markStale(
    live: LiveFunction,
    node: CodeNode,
    reason: string,
    lowering: ModuleLowering,
    changes: Changes,
  ): void {
    const { symbol, name } = live.instance;
    lowering.addFunction(stub(live.instance));
    const place = isPart(node) ? node : (node.name ?? node);
    const diagnostic = diagnosticAt(place, live.cell, 'GN3001', messages.GN3001(name, reason));
    changes.diagnostics.push({ ...diagnostic, severity: 'warning' });
    const dependencies = new Map([...live.dependencies.keys()].map((each) => [each, 'unknown']));
    this.functions.set(symbol, { ...live, dependencies });
  }
}

/** A variable that a cell brings to the board. */
function liveVariable(
  global: Global,
  cell: string,
  world: ProgramWorld,
  mentions: ReadonlySet<string> = new Set(),
): LiveVariable {
  const { checker } = world;
  const file = world.cellFile(cell);
  const symbol = checker.resolveName(global.name, file, ts.SymbolFlags.Value, false);
  const declaration = symbol?.declarations?.find((node) => node.getSourceFile() === file);
  const start = declaration ? (ts.getNameOfDeclaration(declaration) ?? declaration).getStart(file) : 0;
  const type = symbol
    ? checker.typeToString(checker.getTypeOfSymbol(symbol), file, ts.TypeFormatFlags.NoTruncation)
    : '';
  return { cell, start, global, type, mentions };
}
