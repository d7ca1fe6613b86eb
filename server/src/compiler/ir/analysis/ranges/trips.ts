// How far loops can carry what they count and sum up: a loop whose counter has a limit has a last round, and what grows
// by so much in each round has grown by so many times that in the end. The counter's start and limit, and what is added,
// are known as ranges.
//
// Bounds follow from ranges of values that are computed before in every execution; so they may be used to find these
// ranges themselves, by induction over the steps of the execution.
import { exchangeFloat, exchangeInt, intCondition, negateFloat, negateInt } from '../../conditions.ts';
import type { Inst } from '../../ir.ts';
import { terminator } from '../../ir.ts';
import type { FloatCondition, IntCondition } from '../../ops.ts';
import type { Cfg } from '../cfg.ts';
import type { Dominators } from '../dominators.ts';
import { buildLoops, inLoop, type Loop, type LoopForest } from '../loops.ts';
import { INT_MAX, INT_MIN, type Range } from './range.ts';

export type RangeOf = (value: Inst) => Range;

/** Integers are exact in doubles up to here. */
const EXACT = 2 ** 53;
/** Sums of more parts are not looked into, nor more ways of a round. */
const DEEPEST = 12;
const MOST_STEPS = 200;

export interface Interval {
  readonly lo: number;
  readonly hi: number;
}

/** What a round adds, and the most that its parts add up to without their signs. */
export interface Growth extends Interval {
  readonly most: number;
}

/** A test that every round passes: it goes on while the counter, before or after its step, is not beyond the limit. */
export interface RoundTest {
  readonly counter: Inst;
  readonly step: number;
  /** What the counter starts with. */
  readonly starts: readonly Inst[];
  readonly limit: Inst;
  /** True if the limit itself is not beyond it. */
  readonly isInclusive: boolean;
  readonly isAfterStep: boolean;
}

const noGrowth: Growth = { lo: 0, hi: 0, most: 0 };

export class Trips {
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private readonly forest: LoopForest;
  private readonly loopOf = new Map<Inst, Loop>();
  private readonly blockOf = new Map<Inst, number>();
  private readonly tests = new Map<Loop, readonly RoundTest[]>();
  private steps = 0;

  constructor(cfg: Cfg, dominators: Dominators, forest: LoopForest = buildLoops(cfg, dominators)) {
    this.cfg = cfg;
    this.dominators = dominators;
    this.forest = forest;
    if (this.forest.loops.length === 0) return;
    for (const [b, block] of cfg.order.entries()) {
      for (const param of block.params) this.blockOf.set(param, b);
      for (const inst of block.insts) this.blockOf.set(inst, b);
    }
    for (const loop of this.forest.loops) {
      for (const param of cfg.order[loop.header]!.params) this.loopOf.set(param, loop);
      this.tests.set(loop, this.findTests(loop));
    }
  }

  /** The tests that every round of a loop passes. */
  testsOf(loop: Loop): readonly RoundTest[] {
    return this.tests.get(loop) ?? [];
  }

  /** The bounds of a parameter of a loop's header; undefined if nothing limits it. */
  boundsOf(param: Inst, rangeOf: RangeOf): Interval | undefined {
    const loop = this.loopOf.get(param);
    if (!loop || this.tests.get(loop)!.length === 0) return undefined;
    const rounds = this.rounds(loop, rangeOf);
    if (rounds === undefined) return undefined;
    this.steps = 0;
    const growth = this.growthInRound(param, loop, rangeOf, 0);
    const start = this.startOf(param, loop, rangeOf);
    if (!growth || !start) return undefined;
    const lo = start.lo + Math.min(0, rounds * growth.lo);
    const hi = start.hi + Math.max(0, rounds * growth.hi);
    if (param.type === 'i32') {
      return lo >= INT_MIN && hi <= INT_MAX && growth.most <= EXACT / 2 ? { lo, hi } : undefined;
    }
    return Math.max(-lo, hi) + growth.most <= EXACT ? { lo, hi } : undefined;
  }

  /** What a round of its loop adds to a parameter of the header; undefined if that is no sum of bounded integers. */
  growthOf(param: Inst, rangeOf: RangeOf): Growth | undefined {
    const loop = this.loopOf.get(param);
    this.steps = 0;
    return loop && this.growthInRound(param, loop, rangeOf, 0);
  }

  /** How often a loop goes back to its header at most. */
  private rounds(loop: Loop, rangeOf: RangeOf): number | undefined {
    let least: number | undefined;
    for (const { counter, step, starts, limit } of this.tests.get(loop)!) {
      const end = rangeOf(limit);
      const ranges = starts.map(rangeOf);
      const start = {
        lo: Math.min(...ranges.map(({ lo }) => lo)),
        hi: Math.max(...ranges.map(({ hi }) => hi)),
      };
      if (![end, ...ranges].every(isExact)) continue;
      // The step behind the last round must not wrap around, or be rounded.
      const last = step > 0 ? Math.max(end.hi, start.hi) + step : Math.min(end.lo, start.lo) + step;
      const most = counter.type === 'i32' ? INT_MAX : EXACT;
      if (last > most || last < -most) continue;
      const distance = step > 0 ? end.hi - start.lo : start.hi - end.lo;
      const count = Math.max(0, Math.floor(distance / Math.abs(step)) + 1);
      least = Math.min(least ?? count, count);
    }
    return least;
  }

  private startOf(param: Inst, loop: Loop, rangeOf: RangeOf): Interval | undefined {
    const ranges = this.argsOf(param, loop).outside.map(rangeOf);
    if (!ranges.every(isExact)) return undefined;
    return { lo: Math.min(...ranges.map(({ lo }) => lo)), hi: Math.max(...ranges.map(({ hi }) => hi)) };
  }

  /** The arguments of a header's parameter: from before the loop, and from its rounds. */
  private argsOf(param: Inst, loop: Loop): { outside: Inst[]; inside: Inst[] } {
    const header = this.cfg.order[loop.header]!;
    const index = header.params.indexOf(param);
    const outside: Inst[] = [];
    const inside: Inst[] = [];
    for (const [e, edge] of this.cfg.incoming[loop.header]!.entries()) {
      const from = this.cfg.predecessors[loop.header]![e]!;
      (this.dominators.dominates(loop.header, from) ? inside : outside).push(edge.args[index]!);
    }
    return { outside, inside };
  }

  /** What a round of the loop adds to the parameter of its header. */
  private growthInRound(param: Inst, loop: Loop, rangeOf: RangeOf, depth: number): Growth | undefined {
    const { inside } = this.argsOf(param, loop);
    return united(inside.map((arg) => this.growth(arg, param, loop, rangeOf, depth)));
  }

  /** By how much a value of the loop differs from the parameter; undefined if it is not that and what was added. */
  private growth(value: Inst, param: Inst, loop: Loop, rangeOf: RangeOf, depth: number): Growth | undefined {
    if (value === param) return noGrowth;
    const block = this.blockOf.get(value);
    if (block === undefined || !inLoop(this.forest, loop, block) || depth > DEEPEST) return undefined;
    if (++this.steps > MOST_STEPS) return undefined;
    const of = (part: Inst): Growth | undefined => this.growth(part, param, loop, rangeOf, depth + 1);
    const [a, b] = value.args as [Inst, Inst];
    switch (value.op) {
      case 'iadd':
      case 'isub':
        // The sum may wrap around: as an int32 it is right again in the end, as a double it is not.
        if (param.type !== 'i32') return undefined;
        return value.op === 'iadd'
          ? (plus(of(a), rangeOf(b)) ?? plus(of(b), rangeOf(a)))
          : minus(of(a), rangeOf(b));
      case 'dadd':
        return plus(of(a), rangeOf(b)) ?? plus(of(b), rangeOf(a));
      case 'dsub':
        return minus(of(a), rangeOf(b));
      case 'select':
        return united([of(b), of(value.args[2]!)]);
      case 'i2d':
      case 'd2iExact':
        return of(a);
      case 'param':
        return this.growthThrough(value, block, of, rangeOf, depth);
      default:
        return undefined;
    }
  }

  /** Of a parameter inside the loop, where ways meet or an inner loop begins. */
  private growthThrough(
    value: Inst,
    block: number,
    of: (value: Inst) => Growth | undefined,
    rangeOf: RangeOf,
    depth: number,
  ): Growth | undefined {
    const inner = this.loopOf.get(value);
    if (!inner) {
      const index = this.cfg.order[block]!.params.indexOf(value);
      return united(this.cfg.incoming[block]!.map((edge) => of(edge.args[index]!)));
    }
    const rounds = this.rounds(inner, rangeOf);
    const before = united(this.argsOf(value, inner).outside.map(of));
    if (rounds === undefined || !before) return undefined;
    const each = this.growthInRound(value, inner, rangeOf, depth + 1);
    return (
      each && {
        lo: before.lo + Math.min(0, rounds * each.lo),
        hi: before.hi + Math.max(0, rounds * each.hi),
        most: before.most + rounds * each.most,
      }
    );
  }

  /** The tests of counters that every round of a loop passes. */
  private findTests(loop: Loop): RoundTest[] {
    const { cfg, dominators, forest } = this;
    const tests: RoundTest[] = [];
    for (const b of loop.blocks) {
      const branch = terminator(cfg.order[b]!);
      if (branch.op !== 'branch' || !loop.latches.every((latch) => dominators.dominates(b, latch))) continue;
      const [yes, no] = branch.targets!.map((edge) => inLoop(forest, loop, cfg.position[edge.block.id]!));
      if (yes === no) continue;
      const test = this.findTest(loop, branch.args[0]!, yes!);
      if (test) tests.push(test);
    }
    return tests;
  }

  /** @param whenTrue whether the loop goes on if the condition holds, or if it does not */
  private findTest(loop: Loop, condition: Inst, whenTrue: boolean): RoundTest | undefined {
    if (condition.op !== 'icmp' && condition.op !== 'dcmp') return undefined;
    const [a, b] = condition.args as [Inst, Inst];
    return (
      this.counterTest(loop, a, conditionOf(condition, whenTrue, false), b) ??
      this.counterTest(loop, b, conditionOf(condition, whenTrue, true), a)
    );
  }

  private counterTest(loop: Loop, tested: Inst, cond: string, limit: Inst): RoundTest | undefined {
    for (const counter of this.cfg.order[loop.header]!.params) {
      if (counter.type !== 'i32' && counter.type !== 'f64') continue;
      if (counter !== tested && stepOf(tested, counter) === undefined) continue;
      const { outside, inside } = this.argsOf(counter, loop);
      const step = stepOf(inside[0]!, counter);
      if (!step || !inside.every((arg) => stepOf(arg, counter) === step)) continue;
      if (tested !== counter && stepOf(tested, counter) !== step) continue;
      const isInclusive = cond === (step > 0 ? 'le' : 'ge');
      if (cond !== (step > 0 ? 'lt' : 'gt') && !isInclusive) continue;
      return { counter, step, starts: outside, limit, isInclusive, isAfterStep: tested !== counter };
    }
    return undefined;
  }
}

/** The order that holds while the loop goes on, if the operands are no NaN; perhaps of the operands exchanged. */
function conditionOf({ op, cond }: Inst, whenTrue: boolean, exchanged: boolean): string {
  if (op === 'icmp') {
    const own = whenTrue ? (cond as IntCondition) : negateInt(cond as IntCondition);
    return exchanged ? exchangeInt(own) : own;
  }
  const own = whenTrue ? (cond as FloatCondition) : negateFloat(cond as FloatCondition);
  return intCondition(exchanged ? exchangeFloat(own) : own);
}

/** The constant that is added to the counter. */
function stepOf(value: Inst, counter: Inst): number | undefined {
  const [a, b] = value.args;
  if (a !== counter || (b?.op !== 'iconst' && b?.op !== 'dconst') || !Number.isInteger(b.imm))
    return undefined;
  if (value.op === 'iadd' || value.op === 'dadd') return b.imm;
  return value.op === 'isub' || value.op === 'dsub' ? -b.imm! : undefined;
}

/** Integers without NaN, not so large that they are rounded. */
function isExact({ lo, hi, integer, nan }: Range): boolean {
  return integer && !nan && lo <= hi && lo >= -EXACT && hi <= EXACT;
}

function plus(growth: Growth | undefined, range: Range): Growth | undefined {
  if (!growth || !isExact(range)) return undefined;
  const most = growth.most + Math.max(-range.lo, range.hi);
  return { lo: growth.lo + range.lo, hi: growth.hi + range.hi, most };
}

function minus(growth: Growth | undefined, range: Range): Growth | undefined {
  return plus(growth, { ...range, lo: -range.hi, hi: -range.lo });
}

function united(parts: readonly (Growth | undefined)[]): Growth | undefined {
  let all: Growth | undefined;
  for (const part of parts) {
    if (!part) return undefined;
    all = all
      ? { lo: Math.min(all.lo, part.lo), hi: Math.max(all.hi, part.hi), most: Math.max(all.most, part.most) }
      : part;
  }
  return all;
}
