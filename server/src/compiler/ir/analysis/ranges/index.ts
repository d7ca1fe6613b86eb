// Range analysis: which numbers each int32 and double value of a function may be, by abstract interpretation over
// the SSA graph with the facts that branches and checks tell. Optimistic: values and edges are impossible until
// shown possible; parameters of loops that keep growing jump to the next of a few thresholds, and sweeps
// afterwards take back what that lost.

import { intCondition } from '../../conditions.ts';
import type { Inst, IrFunction } from '../../ir.ts';
import { terminator } from '../../ir.ts';
import type { FloatCondition, IntCondition } from '../../ops.ts';
import { LENGTH_LIMIT } from '../bits.ts';
import type { Cfg } from '../cfg.ts';
import { buildCfg } from '../cfg.ts';
import type { Dominators } from '../dominators.ts';
import { buildDominators } from '../dominators.ts';
import type { Fact } from './facts.ts';
import { edgeFacts, Facts } from './facts.ts';
import type { Range } from './range.ts';
import {
  clip,
  constantRange,
  empty,
  equalRanges,
  hasZero,
  INT_MAX,
  INT_MIN,
  intersection,
  isEmpty,
  union,
} from './range.ts';
import { transfer, widest } from './transfer.ts';
import { type Interval, Trips } from './trips.ts';

export type { Range } from './range.ts';

/** For what still grows. One before the ends: a counter below some limit takes one more step without wrapping around. */
const farthest = [-Infinity, INT_MIN, INT_MIN + 1, 0, INT_MAX - 1, INT_MAX, Infinity];

/** How often a loop's parameter may grow before it jumps. */
const GROWTH_LIMIT = 3;
/** How often it may until it jumps as far as the loop can carry it, and until that is not believed to settle. */
const CARRIED_LIMIT = 12;
const BOUNDS_LIMIT = 20;
const NARROWING_SWEEPS = 2;

const widenings = [
  -Infinity,
  -(2 ** 53),
  INT_MIN,
  INT_MIN + 1,
  -LENGTH_LIMIT,
  -1,
  0,
  1,
  LENGTH_LIMIT - 1,
  LENGTH_LIMIT,
  INT_MAX - 1,
  INT_MAX,
  2 ** 53,
  Infinity,
];

export class Ranges {
  readonly cfg: Cfg;
  readonly dominators: Dominators;
  readonly facts: Facts;
  /** By id. */
  private readonly ranges: Range[];
  private readonly growth: Uint16Array;
  private readonly reachable: Uint8Array;
  private readonly thresholds: readonly number[];
  private readonly trips: Trips;
  /** Blocks that were swept since something changed last. */
  private unchanged = 0;

  constructor(fn: IrFunction) {
    this.cfg = buildCfg(fn);
    this.dominators = buildDominators(this.cfg);
    this.facts = new Facts(this.cfg, this.dominators);
    this.ranges = new Array<Range>(fn.nextId).fill(empty);
    this.growth = new Uint16Array(fn.nextId);
    this.reachable = new Uint8Array(this.cfg.order.length);
    this.thresholds = this.collectThresholds();
    this.trips = new Trips(this.cfg, this.dominators);
    this.solve();
  }

  /** The range of a value wherever it is defined. */
  of(value: Inst): Range {
    // Constants need not be part of the function.
    if (value.op === 'iconst') return constantRange(value.imm!);
    return value.type === 'ref' || value.type === 'f32' ? widest(value.type) : this.ranges[value.id]!;
  }

  /** The range of a value before the instruction `index` of a block (a position). */
  at(value: Inst, block: number, index: number): Range {
    return this.refine(value, block, index, true);
  }

  /** False if the analysis shows that the block can't be reached. */
  isReachable(block: number): boolean {
    return this.reachable[block] === 1;
  }

  private refine(value: Inst, block: number, index: number, deep: boolean): Range {
    let range = this.of(value);
    // What is known of the integer is known of the number that it becomes.
    // (A pass that rewrites as it asks may have made that integer since.)
    if (value.op === 'i2d' && this.ranges[value.args[0]!.id])
      range = intersection(range, this.refine(value.args[0]!, block, index, deep));
    for (const conversion of this.facts.conversionsOf(value)) {
      if (!this.facts.holds(conversion, block, index)) continue;
      const integer = this.refine(conversion.integer, block, index, deep);
      // 0 may have been -0.
      range = intersection(range, { ...integer, negativeZero: range.negativeZero && hasZero(integer) });
    }
    for (const fact of this.facts.about(value)) {
      if (!this.facts.holds(fact, block, index)) continue;
      range = applyFact(range, fact, this.otherOf(fact, deep));
    }
    for (const fact of this.facts.aboutSums(value))
      if (this.facts.holds(fact, block, index)) range = applySumFact(range, fact, this.otherOf(fact, deep));
    return range;
  }

  /** The range of a fact's other operand: where the fact was found it may be better than at its definition. */
  private otherOf({ other, block, index }: Fact, deep: boolean): Range {
    return deep ? this.refine(other, block, index, false) : this.of(other);
  }

  /** Constants of the function are where loops are likely to end. */
  private collectThresholds(): number[] {
    const values = new Set(widenings);
    for (const block of this.cfg.order) {
      for (const inst of block.insts) {
        if ((inst.op !== 'iconst' && inst.op !== 'dconst') || !Number.isFinite(inst.imm)) continue;
        values.add(inst.imm! - 1 + 0);
        values.add(inst.imm! + 0);
        values.add(inst.imm! + 1);
      }
    }
    return [...values].sort((a, b) => a - b);
  }

  private solve(): void {
    const entry = this.cfg.order[0]!;
    this.reachable[0] = 1;
    for (const param of entry.params) this.ranges[param.id] = widest(param.type);
    // What is computed in order needs one sweep, if nothing goes back.
    if (!this.hasLoops()) {
      this.sweep(false);
      return;
    }
    while (this.sweep(false));
    this.unchanged = 0;
    for (let i = 0; i < NARROWING_SWEEPS; i++) if (!this.sweep(true)) break;
  }

  private hasLoops(): boolean {
    return this.cfg.predecessors.some((sources, b) => sources.some((from) => from >= b));
  }

  /** Recomputes every block; false once each of them has been recomputed without a change. */
  private sweep(narrowing: boolean): boolean {
    for (let b = 0; b < this.cfg.order.length; b++) {
      const changed = this.sweepBlock(b, narrowing);
      this.unchanged = changed ? 0 : this.unchanged + 1;
      if (this.unchanged === this.cfg.order.length) return false;
    }
    return true;
  }

  private sweepBlock(b: number, narrowing: boolean): boolean {
    const block = this.cfg.order[b]!;
    let changed = false;
    if (b > 0) {
      const edges = this.possibleEdges(b);
      if (edges.length === 0) return narrowing && this.reachable[b] === 1 && this.forget(b);
      if (!this.reachable[b]) {
        this.reachable[b] = 1;
        changed = true;
      }
      const isHeader = this.cfg.predecessors[b]!.some((from) => from >= b);
      for (let p = 0; p < block.params.length; p++) {
        const param = block.params[p]!;
        if (param.type === 'ref' || param.type === 'f32') continue;
        let range = empty;
        for (const e of edges) range = union(range, this.argument(b, e, p));
        const bounds = isHeader ? this.boundsOf(param) : undefined;
        if (bounds) range = clip(range, bounds.lo, bounds.hi);
        if (this.update(param, range, isHeader, narrowing, bounds)) changed = true;
      }
    }
    let index = 0;
    const rangeOf = (arg: Inst): Range => this.refine(arg, b, index, true);
    for (; index < block.insts.length; index++) {
      const inst = block.insts[index]!;
      if (inst.type !== 'i32' && inst.type !== 'f64') continue;
      if (this.update(inst, transfer(inst, rangeOf), false, narrowing)) changed = true;
    }
    return changed;
  }

  /** The incoming edges of a block that control may take. */
  private possibleEdges(b: number): number[] {
    const edges: number[] = [];
    for (let e = 0; e < this.cfg.incoming[b]!.length; e++) if (this.isPossible(b, e)) edges.push(e);
    return edges;
  }

  /** How far its loop can carry a parameter of a header, by the ranges known so far. */
  private boundsOf(param: Inst): Interval | undefined {
    if (this.growth[param.id]! > BOUNDS_LIMIT) return undefined;
    return this.trips.boundsOf(param, (value) => this.of(value));
  }

  /** Narrowing showed that a block is not reached. */
  private forget(b: number): boolean {
    this.reachable[b] = 0;
    const block = this.cfg.order[b]!;
    for (const value of [...block.params, ...block.insts]) this.ranges[value.id] = empty;
    return true;
  }

  private update(
    value: Inst,
    computed: Range,
    isHeaderParam: boolean,
    narrowing: boolean,
    bounds?: Interval,
  ): boolean {
    const before = this.ranges[value.id]!;
    let range = narrowing ? intersection(before, computed) : union(before, computed);
    if (equalRanges(range, before)) return false;
    if (!narrowing && isHeaderParam) {
      const growth = ++this.growth[value.id]!;
      if (growth > GROWTH_LIMIT) range = this.widen(before, range, growth, bounds);
    }
    this.ranges[value.id] = range;
    return true;
  }

  /** Bounds that moved go on to a threshold: first to any, later to ever fewer of them. */
  private widen(before: Range, range: Range, growth: number, bounds: Interval | undefined): Range {
    if (isEmpty(before) || range.lo > range.hi) return range;
    const thresholds = growth < 12 ? this.thresholds : growth < 16 ? widenings : farthest;
    let { lo, hi } = range;
    if (lo < before.lo) lo = thresholds.findLast((threshold) => threshold <= range.lo)!;
    if (hi > before.hi) hi = thresholds.find((threshold) => threshold >= range.hi)!;
    if (bounds) {
      if (growth > CARRIED_LIMIT) {
        if (range.lo < before.lo) lo = bounds.lo;
        if (range.hi > before.hi) hi = bounds.hi;
      }
      // What came in is within the bounds, but what was known before may not be.
      lo = Math.min(range.lo, Math.max(lo, bounds.lo));
      hi = Math.max(range.hi, Math.min(hi, bounds.hi));
    }
    return { ...range, lo, hi };
  }

  /** True if control may take the incoming edge `e` of block `b`. */
  private isPossible(b: number, e: number): boolean {
    const from = this.cfg.predecessors[b]![e]!;
    if (!this.reachable[from]) return false;
    const block = this.cfg.order[from]!;
    const last = terminator(block);
    if (last.op !== 'branch') return true;
    const condition = this.refine(last.args[0]!, from, block.insts.length, true);
    if (isEmpty(condition)) return false;
    if (last.targets![0] === this.cfg.incoming[b]![e]) return condition.lo !== 0 || condition.hi !== 0;
    return condition.lo <= 0 && condition.hi >= 0;
  }

  /** What an edge passes for a parameter, knowing that it is taken. */
  private argument(b: number, e: number, p: number): Range {
    const { cfg } = this;
    const edge = cfg.incoming[b]![e]!;
    const from = cfg.predecessors[b]![e]!;
    const arg = edge.args[p]!;
    const block = cfg.order[from]!;
    let range = this.refine(arg, from, block.insts.length, true);
    for (const fact of edgeFacts(terminator(block), edge, b)) {
      if (fact.value !== arg) continue;
      range = applyFact(range, fact, this.refine(fact.other, from, block.insts.length, false));
    }
    return range;
  }
}

/** The part of a range for which `value cond other` can hold. */
export function applyFact(range: Range, fact: Fact, other: Range): Range {
  if (isEmpty(range) || isEmpty(other)) return range;
  if (fact.kind === 'icmp') return applyIntFact(range, fact.cond as IntCondition, other);
  const cond = fact.cond as FloatCondition;
  const negated = cond.length === 3;
  if (negated && (range.nan || other.nan)) return range;
  const { negativeZero } = range;
  const order = intCondition(cond);
  const known = cond === 'ne' ? range : { ...range, nan: false };
  if (cond === 'ne' && (range.nan || other.nan)) return range;
  const result = applyOrder(known, order, other);
  // 0 and -0 compare equal: which of them it is, comparing does not tell.
  return { ...result, negativeZero: negativeZero && result.lo <= 0 && result.hi >= 0 };
}

/** The part of a range for which a value plus a constant can be less than another one, unsigned. */
function applySumFact(range: Range, { cond, plus }: Fact, other: Range): Range {
  if (isEmpty(range) || isEmpty(other) || other.lo < 0) return range;
  const most = cond === 'ult' ? other.hi - 1 : other.hi;
  // The sum is from 0 to `most`. What it was made of is known if none of these numbers came about by wrapping around.
  const [lo, hi] = [-plus!, most - plus!];
  return lo > INT_MAX || hi > INT_MAX || lo < INT_MIN ? range : clip(range, lo, hi);
}

function applyIntFact(range: Range, cond: IntCondition, other: Range): Range {
  switch (cond) {
    case 'ult':
    case 'ule': {
      // Below a number that is not negative, unsigned: not negative either.
      if (other.lo < 0) return range;
      return clip(range, 0, cond === 'ult' ? other.hi - 1 : other.hi);
    }
    case 'ugt':
    case 'uge':
      if (range.lo < 0 || other.lo < 0) return range;
      return clip(range, cond === 'ugt' ? other.lo + 1 : other.lo, INT_MAX);
    default:
      return applyOrder(range, cond, other);
  }
}

function applyOrder(range: Range, cond: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge', other: Range): Range {
  // A strict order of integers leaves a distance of one. (Beyond 2^53 that is no distance, and does no harm.)
  const step = range.integer && other.integer ? 1 : 0;
  switch (cond) {
    case 'eq':
      return clip({ ...range, integer: range.integer || other.integer }, other.lo, other.hi);
    case 'ne':
      if (other.lo !== other.hi || !range.integer) return range;
      if (other.lo === range.lo) return clip(range, range.lo + 1, range.hi);
      if (other.lo === range.hi) return clip(range, range.lo, range.hi - 1);
      return range;
    case 'lt':
      return clip(range, -Infinity, other.hi - step);
    case 'le':
      return clip(range, -Infinity, other.hi);
    case 'gt':
      return clip(range, other.lo + step, Infinity);
    case 'ge':
      return clip(range, other.lo, Infinity);
  }
}
