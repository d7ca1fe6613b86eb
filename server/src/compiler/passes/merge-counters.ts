// Parameters of a loop that begin as the same and change in the same way in every round are one: the length of an array
// that is filled in a loop is the loop's counter. Found optimistically: two are assumed to be the same, and what each of them
// is in the next round must be the same then.
import { isPure } from '../ir/analysis/effects.ts';
import type { Loop } from '../ir/analysis/loops.ts';
import { inLoop } from '../ir/analysis/loops.ts';
import { constantOf, Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';

/** Expressions that are deeper are not looked into. */
const DEEPEST = 6;

export function mergeCounters(fn: IrFunction): boolean {
  const structure = withPreheaders(fn);
  const homes = new Int32Array(fn.nextId);
  structure.cfg.order.forEach(({ params, insts }, b) => {
    for (const param of params) homes[param.id] = b;
    for (const inst of insts) homes[inst.id] = b;
  });
  const replacements = new Replacements();
  for (const loop of structure.forest.loops) {
    const { params } = structure.cfg.order[loop.header]!;
    for (let q = params.length - 1; q > 0; q--) {
      const comparison = new Comparison(structure, loop, homes);
      const same = params.slice(0, q).find((_, p) => comparison.areSame(p, q));
      if (!same) continue;
      replacements.set(params[q]!, same);
      params.splice(q, 1);
      for (const edge of structure.cfg.incoming[loop.header]!) edge.args.splice(q, 1);
    }
  }
  replacements.apply(fn);
  return !replacements.empty;
}

/** Compares two parameters of a loop's header. */
class Comparison {
  private readonly structure: LoopStructure;
  private readonly loop: Loop;
  private readonly homes: Int32Array;
  private assumed: readonly [Inst, Inst] | undefined;

  constructor(structure: LoopStructure, loop: Loop, homes: Int32Array) {
    this.structure = structure;
    this.loop = loop;
    this.homes = homes;
  }

  areSame(p: number, q: number): boolean {
    const { cfg } = this.structure;
    const { params } = cfg.order[this.loop.header]!;
    if (params[p]!.type !== params[q]!.type) return false;
    this.assumed = [params[p]!, params[q]!];
    return cfg.incoming[this.loop.header]!.every(({ args }) => this.equal(args[p]!, args[q]!, 0));
  }

  /** True if two values are the same whenever both are there in one round of the loop. */
  private equal(a: Inst, b: Inst, depth: number): boolean {
    if (a === b) return !this.changesInRound(a);
    const [p, q] = this.assumed!;
    if ((a === p && b === q) || (a === q && b === p)) return true;
    if (a.type !== b.type || depth > DEEPEST) return false;
    const constant = constantOf(a);
    if (constant !== undefined) return a.op === b.op && Object.is(constant, constantOf(b));
    if (this.changesInRound(a) || this.changesInRound(b)) return false;
    if (a.op === 'param') return this.allEqual(a, b, depth);
    if (b.op === 'param') return this.allEqual(b, a, depth);
    return (
      a.op === b.op &&
      isPure(a) &&
      a.imm === b.imm &&
      a.cond === b.cond &&
      a.symbol === b.symbol &&
      a.args.length === b.args.length &&
      a.args.every((arg, i) => this.equal(arg, b.args[i]!, depth + 1))
    );
  }

  /** True if all that a parameter of a block in the loop may be is the same as a value. */
  private allEqual(param: Inst, value: Inst, depth: number): boolean {
    const { cfg, forest } = this.structure;
    const home = this.homes[param.id]!;
    if (home === this.loop.header || !inLoop(forest, this.loop, home)) return false;
    const index = cfg.order[home]!.params.indexOf(param);
    return cfg.incoming[home]!.every(({ args }) => this.equal(args[index]!, value, depth + 1));
  }

  /** True for what an inner loop may compute several times in one round. */
  private changesInRound(value: Inst): boolean {
    const { forest } = this.structure;
    const innermost = forest.innermost[this.homes[value.id]!];
    return innermost !== this.loop && inLoop(forest, this.loop, this.homes[value.id]!);
  }
}
