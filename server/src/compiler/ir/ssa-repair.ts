// Restores SSA form after a pass gave values more than one definition (by copying code): uses are led to the
// definition that reaches them, with block parameters where several do. On demand, as in Braun et al. 2013.
import type { Cfg } from './analysis/cfg.ts';
import { buildCfg } from './analysis/cfg.ts';
import { Replacements } from './edit.ts';
import type { Block, Inst, IrFunction } from './ir.ts';
import { newParam } from './ir.ts';
import type { IrType } from './types.ts';

/** A value with all its definitions: what it is at the end of the block of each. */
export type Definitions = ReadonlyMap<Block, Inst>;

/**
 * Rewrites every use of each `original` (a key of `values`) that is not in its own defining block behind the
 * definition. The function's edges must be final; every path to a use must pass a definition.
 */
export function repairSsa(fn: IrFunction, values: ReadonlyMap<Inst, Definitions>): void {
  const cfg = buildCfg(fn);
  const repairs = new Map<Inst, ReachingDefinitions>();
  for (const [original, definitions] of values)
    repairs.set(original, new ReachingDefinitions(fn, cfg, original, definitions));
  // Uses first, before parameters are made: those are right already.
  for (const block of [...cfg.order]) {
    const at = cfg.position[block.id]!;
    for (let i = 0; i < block.insts.length; i++) {
      const inst = block.insts[i]!;
      for (let a = 0; a < inst.args.length; a++) {
        const repair = repairs.get(inst.args[a]!);
        if (repair && !repair.definedBefore(block)) inst.args[a] = repair.atStart(at);
      }
      for (const edge of inst.targets ?? []) {
        for (let a = 0; a < edge.args.length; a++) {
          const repair = repairs.get(edge.args[a]!);
          if (repair && !repair.definedBefore(block)) edge.args[a] = repair.atStart(at);
        }
      }
    }
  }
  const replacements = new Replacements();
  for (const repair of repairs.values()) repair.finish(replacements);
  replacements.apply(fn);
}

/** The definitions of one value that reach places of the function. */
export class ReachingDefinitions {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly original: Inst;
  private readonly definitions: Definitions;
  /** By block position: the value at the block's start, as far as asked for. */
  private readonly starts: (Inst | undefined)[] = [];
  private readonly params: { readonly param: Inst; readonly at: number }[] = [];

  constructor(fn: IrFunction, cfg: Cfg, original: Inst, definitions: Definitions) {
    this.fn = fn;
    this.cfg = cfg;
    this.original = original;
    this.definitions = definitions;
  }

  /** True if uses in the block are of the definition there. */
  definedBefore(block: Block): boolean {
    return this.definitions.has(block);
  }

  /** The value at the start of a block, given as a position: a new parameter where several definitions meet. */
  atStart(at: number): Inst {
    const known = this.starts[at];
    if (known) return known;
    const predecessors = this.cfg.predecessors[at]!;
    if (predecessors.length === 0)
      throw new Error(`${this.fn.symbol}: v${this.original.id} is not defined here`);
    if (predecessors.length === 1) {
      const value = this.atEnd(predecessors[0]!);
      this.starts[at] = value;
      return value;
    }
    const param = newParam(this.fn, this.cfg.order[at]!, this.original.type as IrType);
    this.starts[at] = param;
    this.params.push({ param, at });
    return param;
  }

  private atEnd(at: number): Inst {
    return this.definitions.get(this.cfg.order[at]!) ?? this.atStart(at);
  }

  /** Gives the new parameters their arguments; those that are always one value are replaced by it. */
  finish(replacements: Replacements): void {
    // Finding arguments may make more parameters, which are appended.
    for (let i = 0; i < this.params.length; i++) {
      const { param, at } = this.params[i]!;
      this.cfg.incoming[at]!.forEach((edge, e) => {
        const value = this.atEnd(this.cfg.predecessors[at]![e]!);
        // By index, not at the end: parameters of several repairs were made in any order.
        edge.args[this.cfg.order[at]!.params.indexOf(param)] = value;
      });
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (let i = 0; i < this.params.length; i++) {
        const { param, at } = this.params[i]!;
        const block = this.cfg.order[at]!;
        const index = block.params.indexOf(param);
        const same = onlyValue(
          param,
          this.cfg.incoming[at]!.map((edge) => replacements.resolve(edge.args[index]!)),
        );
        if (!same) continue;
        replacements.set(param, same);
        block.params.splice(index, 1);
        for (const edge of this.cfg.incoming[at]!) edge.args.splice(index, 1);
        this.params.splice(i--, 1);
        changed = true;
      }
    }
  }
}

function onlyValue(param: Inst, args: readonly Inst[]): Inst | undefined {
  let same: Inst | undefined;
  for (const arg of args) {
    if (arg === param || arg === same) continue;
    if (same) return undefined;
    same = arg;
  }
  return same;
}
