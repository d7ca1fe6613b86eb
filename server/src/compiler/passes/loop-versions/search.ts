// Finds what is the same in every round of a loop, or follows from the first round and the last: checks and branches
// that a copy of the loop can do without, if tests before it succeed.
import { isLengthAlias } from '../../ir/analysis/bits.ts';
import { type Linear, linearOf, shapeOf } from '../../ir/analysis/linear.ts';
import type { Loop } from '../../ir/analysis/loops.ts';
import type { Overwrites } from '../../ir/analysis/overwrites.ts';
import type { Ranges } from '../../ir/analysis/ranges/index.ts';
import { INT_MAX, INT_MIN } from '../../ir/analysis/ranges/range.ts';
import { negateInt } from '../../ir/conditions.ts';
import type { Block, Inst } from '../../ir/ir.ts';
import { terminator } from '../../ir/ir.ts';
import type { IntCondition, Op } from '../../ir/ops.ts';
import { opInfo } from '../../ir/ops.ts';
import type { LoopStructure } from '../../ir/preheaders.ts';
import { SameLoads } from './same-loads.ts';

/** Loops of a higher cost are not copied, nor those of a higher one for each check that goes. */
const MOST_COST = 80;
const COST_PER_CHECK = 24;
/** Of a call; simple instructions cost one, constants nothing. */
const CALL_COST = 12;
/** Tests before a loop. */
const MOST_TESTS = 8;

/** What a copy of a loop does without, if tests succeed. */
export interface Findings {
  /** Checks that always succeed, and branches that always go one way: its number among their targets. */
  readonly gone: ReadonlyMap<Inst, number>;
  /** In the order in which they must be made: a test may load what the one before it makes safe. */
  readonly tests: readonly Test[];
  readonly same: SameLoads;
}

export type Test = IndexTest | ConditionTest | ObjectTest;

/** coefficient * counter + terms + offset must be an index of an array of this length. */
export interface IndexTest {
  readonly index: Linear;
  /** Undefined for a coefficient of zero. */
  readonly counter: Counted | undefined;
  readonly length: Inst;
}

/** A branch on the condition must go this way; a check's condition must be true: way 0. */
export interface ConditionTest {
  readonly condition: Inst;
  readonly way: number;
}

/** A reference must not be null. */
export interface ObjectTest {
  readonly object: Inst;
}

/** A value of the counter: a value from before the loop, plus a number. */
export interface Counted {
  readonly value: Inst;
  readonly plus: number;
}

/** What is known of the loads of a function. */
export interface LoadFacts {
  readonly overwrites: Overwrites;
  /** References that the function compares with others, such as null: the other ones are never null. */
  readonly compared: ReadonlySet<Inst>;
}

/** A parameter of the header that counts. */
interface Counter {
  readonly param: Inst;
  readonly step: number;
  readonly first: Counted;
  /** What it does not go beyond, in the direction in which it counts, but in the first round. */
  readonly last: Counted;
}

/** Checks of one array whose indices differ by numbers. */
interface Group {
  readonly counter: Counter;
  readonly length: Inst;
  readonly checks: { readonly inst: Inst; readonly index: Linear }[];
}

/** What only looks at how a number is held, or holds it. */
const looksAtNumber: ReadonlySet<Op> = new Set<Op>(['dIsInt', 'dHeldInt', 'i2d']);

/** What an instruction costs in every round. Divisions, and what is done with floats, are calls on this architecture. */
function costOf({ op, type }: Inst): number {
  if (looksAtNumber.has(op)) return op === 'dIsInt' ? 1 : 0;
  const { args, effect } = opInfo(op);
  const isFloat = args.some((arg) => arg === 'f32' || arg === 'f64') || type === 'f32' || type === 'f64';
  if (effect === 'call' || (effect === 'pure' && (isFloat || /^[iu](div|rem)$/.test(op)) && args.length > 0))
    return CALL_COST;
  return args.length > 0 ? 1 : 0;
}

/** Finds what a loop can do without. */
export class Search {
  private readonly structure: LoopStructure;
  private readonly loop: Loop;
  private readonly ranges: Ranges;
  private readonly facts: LoadFacts;
  private readonly preheader: number;
  private readonly blocks: readonly Block[];
  private readonly insts: readonly Inst[];
  private readonly defined = new Set<Inst>();

  constructor(structure: LoopStructure, loop: Loop, ranges: Ranges, facts: LoadFacts) {
    this.structure = structure;
    this.loop = loop;
    this.ranges = ranges;
    this.facts = facts;
    const { cfg, forest, preheaders } = structure;
    this.preheader = preheaders[forest.loops.indexOf(loop)]!;
    this.blocks = loop.blocks.map((block) => cfg.order[block]!);
    this.insts = this.blocks.flatMap(({ insts }) => insts);
    for (const { params, insts } of this.blocks)
      for (const value of [...params, ...insts]) this.defined.add(value);
  }

  run(): Findings | undefined {
    const [header] = this.blocks;
    if (header!.rare || this.loop.latches.length !== 1) return undefined;
    return this.findings(true) ?? this.findings(false);
  }

  /** @param stays whether arrays are taken to stay as long as they are: the loop must not change them without what goes */
  private findings(stays: boolean): Findings | undefined {
    const grows = new Map(stays ? this.insts.filter(isGrowth).map((inst) => [inst, 0]) : []);
    const writers = this.instsWithout(grows).filter((inst) => opInfo(inst.op).effect !== 'load');
    const mayChange = (load: Inst): boolean =>
      writers.some((writer) => this.facts.overwrites.mayChange(writer, load));
    const same = new SameLoads(this.defined, mayChange);
    const gone = new Map<Inst, number>();
    const tests: Test[] = [];
    this.findSame(same, gone, tests);
    for (const counter of this.counters()) {
      for (const group of this.groups(counter, same, gone)) {
        const needed = this.testsFor(group);
        if (!needed || tests.length + needed.length > MOST_TESTS) continue;
        tests.push(...needed);
        for (const { inst } of group.checks) gone.set(inst, 0);
      }
    }
    const left = this.instsWithout(gone);
    for (const [load] of same.loads)
      if (left.some((writer) => this.facts.overwrites.mayChange(writer, load))) return undefined;
    const cost = left.reduce((sum, inst) => sum + costOf(inst), 0);
    return gone.size > 0 && cost <= MOST_COST && gone.size * COST_PER_CHECK >= cost
      ? { gone, tests, same }
      : undefined;
  }

  /** Finds checks, branches and loads that are the same in every round; each may make others so. */
  private findSame(same: SameLoads, gone: Map<Inst, number>, tests: Test[]): void {
    const made = new Set<string>();
    let more = true;
    /** False if there would be too many tests. */
    const demand = (key: string, test: Test): boolean => {
      if (made.has(key)) return true;
      if (tests.length === MOST_TESTS) return false;
      tests.push(test);
      made.add(key);
      more = true;
      return true;
    };
    while (more) {
      more = false;
      for (const inst of this.insts) {
        if (same.add(inst)) more = true;
        if (gone.has(inst)) continue;
        const [index, length] = checkOf(inst)?.args ?? [];
        const [condition] = inst.args;
        const way = inst.op === 'check' ? 0 : likelyWay(inst);
        if (index && same.isSame(index) && same.isSame(length!)) {
          const itself: Linear = { coefficient: 0, terms: [{ value: index, factor: 1 }], offset: 0 };
          const key = `${same.first(index).id} of ${same.first(length!).id}`;
          if (!demand(key, { index: itself, counter: undefined, length: length! })) continue;
          gone.set(inst, 0);
          const [array] = isLength(length!) ? length!.args : [];
          if (!array) continue;
          const isObject = !this.defined.has(array) && !this.facts.compared.has(array);
          if (isObject || demand(`${same.first(array).id} is`, { object: array })) same.guard(index, length!);
        } else if (way !== undefined && !this.defined.has(condition!)) {
          if (demand(`${condition!.id} goes ${way}`, { condition: condition!, way })) gone.set(inst, way);
        }
      }
    }
  }

  /** The instructions that the loop can come to where branches among some checks are taken one way. */
  private instsWithout(gone: ReadonlyMap<Inst, number>): Inst[] {
    const reached = new Set<Block>([this.blocks[0]!]);
    for (const block of reached) {
      const { targets = [] } = terminator(block);
      const way = gone.get(terminator(block));
      const next = way === undefined ? targets : [targets[way]!];
      for (const { block: to } of next) if (this.blocks.includes(to)) reached.add(to);
    }
    return [...reached].flatMap(({ insts }) => insts);
  }

  private counters(): Counter[] {
    const { cfg, preheaders, forest } = this.structure;
    const header = cfg.order[this.loop.header]!;
    const latch = cfg.order[this.loop.latches[0]!]!;
    const branch = terminator(latch);
    const test = branch.op === 'branch' ? branch.args[0]! : undefined;
    if (test?.op !== 'icmp' || branch.targets![0]!.block === branch.targets![1]!.block) return [];
    const goesOn = branch.targets![0]!.block === header;
    const cond = goesOn ? (test.cond as IntCondition) : negateInt(test.cond as IntCondition);
    const [next, limit] = test.args as [Inst, Inst];
    const number = branch.targets![goesOn ? 0 : 1]!.args.indexOf(next);
    const param = header.params[number];
    if (!param || next.op !== 'iadd' || next.args[0] !== param || next.args[1]!.op !== 'iconst') return [];
    if (this.defined.has(limit) && limit.op !== 'iconst') return [];
    const step = next.args[1]!.imm!;
    const before = terminator(cfg.order[preheaders[forest.loops.indexOf(this.loop)]!]!).targets![0]!;
    const beyond = step > 0 ? { lt: -1, le: 0 } : { gt: 1, ge: 0 };
    const plus = (beyond as Partial<Record<IntCondition, number>>)[cond];
    if (plus === undefined) return [];
    const first = { value: before.args[number]!, plus: 0 };
    const last = { value: limit, plus };
    // The step after the last round must not wrap around: the counter would go on.
    const [from, to] = [this.rangeOf(first), this.rangeOf(last)];
    const safe =
      step > 0 ? Math.max(from.hi, to.hi) + step <= INT_MAX : Math.min(from.lo, to.lo) + step >= INT_MIN;
    return safe && step !== 0 ? [{ param, step, first, last }] : [];
  }

  /** In exact arithmetic: the range may leave int32. */
  private rangeOf({ value, plus }: Counted): { lo: number; hi: number } {
    const { lo, hi } = this.ranges.at(value, this.preheader, this.preheaderEnd);
    return { lo: lo + plus, hi: hi + plus };
  }

  private get preheaderEnd(): number {
    return this.structure.cfg.order[this.preheader]!.insts.length - 1;
  }

  /** The checks about the counter that are left, by length and shape of the index. */
  private groups(counter: Counter, same: SameLoads, gone: ReadonlyMap<Inst, number>): Group[] {
    const groups = new Map<string, Group>();
    for (const inst of this.insts) {
      const [value, length] = checkOf(inst)?.args ?? [];
      if (!value || !same.isSame(length!) || gone.has(inst)) continue;
      const index = linearOf(value, counter.param, (x) => same.isSame(x));
      if (!index || index.coefficient === 0) continue;
      const terms = index.terms.map((term) => ({ ...term, value: same.first(term.value) }));
      const key = `${same.first(length!).id};${shapeOf({ ...index, terms })}`;
      const group = groups.get(key) ?? { counter, length: length!, checks: [] };
      groups.set(key, group);
      group.checks.push({ inst, index });
    }
    return [...groups.values()];
  }

  /** The tests that stand for a group: of its highest index, and of its lowest where that could be negative. */
  private testsFor({ counter, length, checks }: Group): IndexTest[] | undefined {
    const { index } = checks[0]!;
    const offsets = checks.map((check) => check.index.offset);
    const rises = counter.step > 0 === index.coefficient > 0;
    const [lowest, highest] = rises ? [counter.first, counter.last] : [counter.last, counter.first];
    const low: IndexTest = { counter: lowest, index: { ...index, offset: Math.min(...offsets) }, length };
    const high: IndexTest = { counter: highest, index: { ...index, offset: Math.max(...offsets) }, length };
    const [lowRange, highRange] = [this.exactRange(low), this.exactRange(high)];
    // Between two numbers that are not wrapped around, none is.
    for (const { lo, hi } of [lowRange, highRange]) if (!(lo >= INT_MIN && hi <= INT_MAX)) return undefined;
    const inOrder =
      counter.step > 0
        ? this.rangeOf(counter.first).hi <= this.rangeOf(counter.last).lo
        : this.rangeOf(counter.last).hi <= this.rangeOf(counter.first).lo;
    return lowRange.lo >= 0 && inOrder ? [high] : [low, high];
  }

  private exactRange({ counter, index }: IndexTest): { lo: number; hi: number } {
    const sum = { lo: index.offset, hi: index.offset };
    const add = (factor: number, { lo, hi }: { lo: number; hi: number }): void => {
      sum.lo += Math.min(factor * lo, factor * hi);
      sum.hi += Math.max(factor * lo, factor * hi);
    };
    add(index.coefficient, this.rangeOf(counter!));
    for (const { value, factor } of index.terms)
      add(factor, this.ranges.at(value, this.preheader, this.preheaderEnd));
    return sum;
  }
}

/** True for the length of an array or a text: it is never negative. */
function isLength({ op, alias }: Inst): boolean {
  return op === 'load' && isLengthAlias(alias);
}

/** What compares an index with a length: a check, or the test of a branch that leads to a rare block beyond the end. */
function checkOf(inst: Inst): Inst | undefined {
  if (inst.op === 'bounds') return inst;
  const [test] = inst.args;
  const isTest =
    likelyWay(inst) === 0 && test!.op === 'icmp' && test!.cond === 'ult' && isLength(test!.args[1]!);
  return isTest ? test : undefined;
}

/** True for what a copy of a loop may do without. */
export function isCheck(inst: Inst): boolean {
  return inst.op === 'check' || checkOf(inst) !== undefined || likelyWay(inst) !== undefined;
}

/** True for a branch to where an array is made longer. */
function isGrowth(inst: Inst): boolean {
  return inst.op === 'branch' && checkOf(inst) !== undefined;
}

/** The way that is not rare, of a branch whose other way is. */
function likelyWay({ op, targets }: Inst): number | undefined {
  if (op !== 'branch') return undefined;
  const way = targets!.findIndex(({ block }) => !block.rare);
  return targets!.some(({ block }) => block.rare) && way >= 0 ? way : undefined;
}
