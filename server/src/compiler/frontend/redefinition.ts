// Redefinition: when a cell declares a name anew, functions of other cells that use it are compiled again if its
// meaning (type, value of a constant, signature) has changed; those that no longer compile become traps.
import { Builder } from '../ir/builder.ts';
import { newFunction } from '../ir/ir.ts';
import { type Diagnostic, diagnosticAt, messages } from './diagnostics.ts';
import type { DeclaredName, LiveFunction } from './frontend.ts';
import { type FunctionNode, isFunctionNode, isGlobalDeclaration, staticFunction } from './lower/captures.ts';
import { FunctionLowering } from './lower/function.ts';
import { meaningOfFunction, nameOf, signatureOf } from './lower/functions.ts';
import {
  type FunctionInstance,
  type Global,
  isInLibrary,
  ModuleLowering,
  meaningOfGlobal,
} from './lower/module.ts';
import type { LiveProgram } from './program.ts';
import type { Substitution } from './rep-of-type.ts';
import { noSubstitution } from './rep-of-type.ts';
import { type Rep, repName, voidRep } from './reps.ts';
import { ts } from './typescript.ts';
import type { ProgramWorld } from './world.ts';

export interface Changes {
  readonly diagnostics: Diagnostic[];
  readonly recompiled: string[];
}

/** A variable on the board, and the text of its type when its cell ran. */
interface LiveVariable {
  readonly cell: string;
  readonly global: Global;
  readonly type: string;
}

export class Redefinition {
  private readonly program: LiveProgram;
  private readonly functions = new Map<string, LiveFunction>();
  private readonly variables = new Map<string, LiveVariable>();
  /** Names that each cell declared when it ran last. */
  private readonly names = new Map<string, readonly string[]>();

  constructor(program: LiveProgram) {
    this.program = program;
  }

  reset(): void {
    this.functions.clear();
    this.variables.clear();
    this.names.clear();
  }

  forget(cell: string): void {
    for (const [symbol, live] of this.functions) if (live.cell === cell) this.functions.delete(symbol);
    for (const [name, live] of this.variables) if (live.cell === cell) this.variables.delete(name);
    this.names.delete(cell);
  }

  /** A variable whose declaration was replaced by its type as it was. */
  frozenGlobal(name: string): Global | undefined {
    return this.variables.get(name)?.global;
  }

  /**
   * Takes in what a cell defines. Functions of other cells that this changes are lowered into `lowering`.
   */
  update(
    cell: string,
    lowering: ModuleLowering,
    own: readonly LiveFunction[],
    declared: readonly DeclaredName[],
    world: () => ProgramWorld,
  ): Changes {
    const before = this.names.get(cell) ?? [];
    const dirty = new Set([...before, ...declared.map(({ name }) => name)]);
    const isRedefinition = [...dirty].some((name) => this.isKnown(name));
    this.forget(cell);
    for (const live of own)
      if (!isInLibrary(live.instance.node)) this.functions.set(live.instance.symbol, live);
    for (const { name, type } of declared) {
      const global = lowering.globals.get(name);
      if (global) this.variables.set(name, { cell, global, type });
      else this.variables.delete(name);
    }
    this.names.set(
      cell,
      declared.map(({ name }) => name),
    );
    if (!isRedefinition) return { diagnostics: [], recompiled: [] };
    this.freezeVariables(lowering, world);
    return this.recompile(cell, lowering, dirty, world());
  }

  private isKnown(name: string): boolean {
    if (this.variables.has(name)) return true;
    for (const { dependencies } of this.functions.values()) if (dependencies.has(name)) return true;
    return this.functions.has(`f.${name}`);
  }

  /**
   * A variable has the type that it had when its cell ran, even where its initializer would have another type
   * now: its declaration is replaced by one that says so.
   */
  private freezeVariables(lowering: ModuleLowering, world: () => ProgramWorld): void {
    const { checker } = world();
    for (const [name, { cell, global, type }] of this.variables) {
      if (!this.program.hasCell(cell) || lowering.globals.has(name)) continue;
      const symbol = checker.resolveName(name, this.program.sourceFile(cell), ts.SymbolFlags.Variable, false);
      const declaration = symbol?.valueDeclaration;
      if (!symbol || !declaration || this.program.cellOf(declaration.getSourceFile()) !== cell) continue;
      const rep = lowering.tryRep(checker.getTypeOfSymbol(symbol), checker);
      if (rep && repName(rep) === repName(global.rep)) continue;
      this.program.freeze(cell, name, type);
    }
  }

  private recompile(
    cell: string,
    lowering: ModuleLowering,
    dirty: Set<string>,
    world: ProgramWorld,
  ): Changes {
    const changes: Changes = { diagnostics: [], recompiled: [] };
    const done = new Set<string>();
    for (let again = true; again; ) {
      again = false;
      for (const live of [...this.functions.values()]) {
        const { symbol } = live.instance;
        if (live.cell === cell || done.has(symbol) || !this.isStale(live, dirty, world)) continue;
        done.add(symbol);
        again = true;
        this.recompileOne(live, lowering, world, changes);
        // Callers see an inferred result type change.
        dirty.add(live.instance.name);
      }
    }
    return changes;
  }

  private isStale(live: LiveFunction, dirty: ReadonlySet<string>, world: ProgramWorld): boolean {
    for (const [name, meaning] of live.dependencies) {
      if (dirty.has(name) && this.meaningOf(name, live, world) !== meaning) return true;
    }
    return false;
  }

  /** What a global name means now, as dependencies state it. */
  private meaningOf(name: string, live: LiveFunction, world: ProgramWorld): string | undefined {
    const { checker } = world;
    const symbol = checker.resolveName(name, this.program.sourceFile(live.cell), ts.SymbolFlags.Value, false);
    if (!symbol) return undefined;
    const target = staticFunction(symbol);
    const module = new ModuleLowering(world);
    try {
      if (target) {
        const isOwn = live.instance.name === name && live.instance.symbol !== `f.${name}`;
        if (isOwn && nameOf(live.instance.node) === name) return `function ${target.getText()}`;
        return meaningOfFunction(contextFor(module, target), target);
      }
      const declaration = symbol.valueDeclaration;
      if (declaration && ts.isVariableDeclaration(declaration) && isGlobalDeclaration(declaration)) {
        return meaningOfGlobal(module.global(declaration));
      }
    } catch {
      // What can't be compiled has no meaning to rely on.
    }
    return undefined;
  }

  private recompileOne(
    live: LiveFunction,
    lowering: ModuleLowering,
    world: ProgramWorld,
    changes: Changes,
  ): void {
    const { instance } = live;
    const node = this.findAgain(instance, live.cell);
    const problem = node ? this.problemIn(node, live.cell) : 'its text is gone';
    if (node && problem === undefined) {
      // A module of its own shows whether it compiles; then it is lowered into the cell's.
      const rebuilt = rebuild(instance, node, world);
      const trial = new ModuleLowering(world, node.getSourceFile(), lowering.sources);
      trial.request(rebuilt);
      trial.drain();
      const [failure] = trial.diagnostics;
      if (!failure) {
        lowering.include(trial);
        for (const each of trial.instances.values()) {
          if (isInLibrary(each.node)) continue;
          const dependencies = trial.dependencies.get(each.symbol) ?? new Map<string, string>();
          this.functions.set(each.symbol, { cell: live.cell, instance: each, dependencies });
        }
        changes.recompiled.push(instance.symbol);
        return;
      }
      this.markStale(live, node, failure.message, lowering, changes);
      return;
    }
    this.markStale(live, node ?? instance.node, problem ?? '', lowering, changes);
  }

  /** The function's node in the program as it is; positions have not changed. */
  private findAgain(instance: FunctionInstance, cell: string): FunctionNode | undefined {
    const { pos, kind } = instance.node;
    const find = (node: ts.Node): FunctionNode | undefined => {
      if (node.pos === pos && node.kind === kind && isFunctionNode(node)) return node;
      return ts.forEachChild(node, (child) =>
        child.pos <= pos && pos < child.end ? find(child) : undefined,
      );
    };
    return find(this.program.sourceFile(cell));
  }

  /** The first type error inside a function. */
  private problemIn(node: FunctionNode, cell: string): string | undefined {
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
    node: FunctionNode,
    reason: string,
    lowering: ModuleLowering,
    changes: Changes,
  ): void {
    const { symbol, name } = live.instance;
    const stub = newFunction(symbol, name, 'void');
    const b = new Builder(stub);
    b.trap('staleFunction');
    b.finish();
    lowering.addFunction(stub);
    const place = node.name ?? node;
    const diagnostic = diagnosticAt(place, live.cell, 'GN3001', messages.GN3001(name, reason));
    changes.diagnostics.push({ ...diagnostic, severity: 'warning' });
    const dependencies = new Map([...live.dependencies.keys()].map((each) => [each, 'unknown']));
    this.functions.set(symbol, { ...live, dependencies });
  }
}

/** A context in which types of global functions can be looked at. */
function contextFor(module: ModuleLowering, node: FunctionNode): FunctionLowering {
  const ir = newFunction('f.none', '', 'void');
  return new FunctionLowering(module, ir, node.getSourceFile(), voidRep, noSubstitution);
}

/** The same instance of a function, for the nodes and symbols of the program as it is. */
function rebuild(instance: FunctionInstance, node: FunctionNode, world: ProgramWorld): FunctionInstance {
  const symbols = world.capturesOf(node.getSourceFile()).of(node);
  const captures = instance.captures.map((capture, i) => ({
    ...capture,
    symbol: symbols[i] ?? capture.symbol,
  }));
  const substitution = rebuildSubstitution(instance, node, world);
  const keepsTypes = instance.substitution.size > 0 || captures.length > 0 || nameOf(node) === undefined;
  if (keepsTypes) return { ...instance, node, captures, substitution };
  // Parameters and result are those that the declaration has now.
  const fn = contextFor(new ModuleLowering(world), node);
  const { params, result } = signatureOf(fn, node, noSubstitution);
  return {
    ...instance,
    node,
    captures,
    substitution,
    params: params.slice(0, instance.params.length),
    result,
  };
}

function rebuildSubstitution(
  instance: FunctionInstance,
  node: FunctionNode,
  world: ProgramWorld,
): Substitution {
  if (instance.substitution.size === 0) return noSubstitution;
  const byName = new Map([...instance.substitution].map(([symbol, rep]) => [symbol.name, rep]));
  const result = new Map<ts.Symbol, Rep>();
  for (const { name } of node.typeParameters ?? []) {
    const symbol = world.checker.getSymbolAtLocation(name);
    const rep = byName.get(name.text);
    if (symbol && rep) result.set(symbol, rep);
  }
  return result;
}
