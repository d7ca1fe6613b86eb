// Bounds checks that are the same for a whole loop: where a loop counts from one number to another and its checks are
// about what is linear in the counter, the indices of the first and of the last round tell about all others. They are
// tested before the loop; if they are inside the arrays, a copy of the loop without those checks runs. Else the loop
// itself does, with its checks, so that an error comes exactly when it should: that copy is marked rare.
//
// A store by index that makes an array longer where it ends is a branch to a rare block that pushes. Where all indices are
// inside, no array grows: in the copy these branches go too, and with them what may change lengths, so that licm.ts can
// take the loads of lengths and of where elements are out of it.
//
// Best late: after licm.ts, which makes lengths invariant, and bounds-elimination.ts, which removes what needs no test.
import { clobbers } from '../ir/analysis/effects.ts';
import { type Linear, linearOf, shapeOf } from '../ir/analysis/linear.ts';
import type { Loop } from '../ir/analysis/loops.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { INT_MAX, INT_MIN } from '../ir/analysis/ranges/range.ts';
import { negateInt } from '../ir/conditions.ts';
import { copyLoop, joinBehindLoop, rareEntry } from '../ir/copy-loop.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, terminator } from '../ir/ir.ts';
import type { IntCondition, Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import { finish, type Sliced } from '../slices.ts';

/** Loops of a higher cost are not copied, nor those of a higher one for each check that goes. */
const MOST_COST = 60;
const COST_PER_CHECK = 16;
/** Of a call; simple instructions cost one, constants nothing. */
const CALL_COST = 12;
/** Tests before a loop. */
const MOST_TESTS = 6;

export function versionLoops(fn: IrFunction): boolean {
  return finish(versionLoopsInSlices(fn));
}

/** The same in slices of one loop each: every one of them means a new look at the whole function. */
export function* versionLoopsInSlices(fn: IrFunction): Sliced<boolean> {
  // The code of a cell runs once: copies would cost more to send than they save.
  if (fn.entry || !fn.blocks.some(({ insts }) => insts.some((inst) => checkOf(inst)))) return false;
  let changed = false;
  const done = new Set<Block>();
  while (versionOne(fn, done)) {
    changed = true;
    yield;
  }
  return changed;
}

/** @param done headers of loops that are as good as they get */
function versionOne(fn: IrFunction, done: Set<Block>): boolean {
  const structure = withPreheaders(fn);
  const { loops } = structure.forest;
  if (loops.length === 0) return false;
  const ranges = new Ranges(fn);
  for (const loop of loops) {
    const header = structure.cfg.order[loop.header]!;
    if (done.has(header) || loops.some(({ parent }) => parent === loop)) continue;
    done.add(header);
    const checks = new Search(structure, loop, ranges).run();
    if (!checks) continue;
    done.add(copyWithout(fn, structure, loop, checks));
    return true;
  }
  return false;
}

/** What goes: checks, and branches that are taken the first way; if values are inside arrays for certain values of the counter. */
interface Checks {
  readonly gone: ReadonlySet<Inst>;
  readonly tests: readonly Test[];
}

/** coefficient * counter + terms + offset is an index of an array of this length. */
interface Test {
  readonly counter: Counted;
  readonly index: Linear;
  readonly length: Length;
}

/** A length from before the loop, or one that the loop loads of an array from before it. */
interface Length {
  readonly value: Inst;
  readonly array: Inst | undefined;
}

/** A value of the counter: a value from before the loop, plus a number. */
interface Counted {
  readonly value: Inst;
  readonly plus: number;
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
  readonly length: Length;
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

/** Finds the checks of a loop that tests before it can replace. */
class Search {
  private readonly structure: LoopStructure;
  private readonly loop: Loop;
  private readonly ranges: Ranges;
  private readonly preheader: number;
  private readonly blocks: readonly Block[];
  private readonly defined = new Set<Inst>();

  constructor(structure: LoopStructure, loop: Loop, ranges: Ranges) {
    this.structure = structure;
    this.loop = loop;
    this.ranges = ranges;
    const { cfg, forest, preheaders } = structure;
    this.preheader = preheaders[forest.loops.indexOf(loop)]!;
    this.blocks = loop.blocks.map((block) => cfg.order[block]!);
    for (const { params, insts } of this.blocks)
      for (const value of [...params, ...insts]) this.defined.add(value);
  }

  run(): Checks | undefined {
    const [header] = this.blocks;
    if (header!.rare || this.loop.latches.length !== 1) return undefined;
    return this.checksThatGo(true) ?? this.checksThatGo(false);
  }

  /** @param loaded whether lengths are looked at that are loaded in the loop: it must not change them without what goes */
  private checksThatGo(loaded: boolean): Checks | undefined {
    const gone = new Set<Inst>();
    const tests: Test[] = [];
    for (const counter of this.counters()) {
      for (const group of this.groups(counter, loaded)) {
        const needed = this.testsFor(group);
        if (!needed || tests.length + needed.length > MOST_TESTS) continue;
        tests.push(...needed);
        for (const { inst } of group.checks) gone.add(inst);
      }
    }
    const left = this.instsWithout(gone);
    if (loaded && left.some((inst) => clobbers(inst, 'length'))) return undefined;
    const cost = left.reduce((sum, inst) => sum + costOf(inst), 0);
    return gone.size > 0 && cost <= MOST_COST && gone.size * COST_PER_CHECK >= cost
      ? { gone, tests }
      : undefined;
  }

  /** The instructions that the loop can come to where branches among some checks are taken the first way. */
  private instsWithout(gone: ReadonlySet<Inst>): Inst[] {
    const reached = new Set<Block>([this.blocks[0]!]);
    for (const block of reached) {
      const { targets = [] } = terminator(block);
      const ways = gone.has(terminator(block)) ? targets.slice(0, 1) : targets;
      for (const way of ways) if (this.blocks.includes(way.block)) reached.add(way.block);
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

  /** The checks about the counter, by length and shape of the index. */
  private groups(counter: Counter, loaded: boolean): Group[] {
    const groups = new Map<string, Group>();
    for (const inst of this.blocks.flatMap(({ insts }) => insts)) {
      const check = checkOf(inst);
      if (!check || (check !== inst && !loaded)) continue;
      const value = check.args[0]!;
      const length = this.lengthOf(check.args[1]!, loaded);
      if (!length) continue;
      const index = linearOf(value, counter.param, (x) => !this.defined.has(x));
      if (!index || index.coefficient === 0) continue;
      const key = `${length.array ? `of ${length.array.id}` : length.value.id};${shapeOf(index)}`;
      const group = groups.get(key) ?? { counter, length, checks: [] };
      groups.set(key, group);
      group.checks.push({ inst, index });
    }
    return [...groups.values()];
  }

  private lengthOf(value: Inst, loaded: boolean): Length | undefined {
    if (!this.defined.has(value)) return { value, array: undefined };
    const [array] = value.args;
    return loaded && isLength(value) && !this.defined.has(array!) ? { value, array } : undefined;
  }

  /** The tests that stand for a group: of its highest index, and of its lowest where that could be negative. */
  private testsFor({ counter, length, checks }: Group): Test[] | undefined {
    const { index } = checks[0]!;
    const offsets = checks.map((check) => check.index.offset);
    const rises = counter.step > 0 === index.coefficient > 0;
    const [lowest, highest] = rises ? [counter.first, counter.last] : [counter.last, counter.first];
    const low: Test = { counter: lowest, index: { ...index, offset: Math.min(...offsets) }, length };
    const high: Test = { counter: highest, index: { ...index, offset: Math.max(...offsets) }, length };
    const [lowRange, highRange] = [this.exactRange(low), this.exactRange(high)];
    // Between two numbers that are not wrapped around, none is.
    for (const { lo, hi } of [lowRange, highRange]) if (!(lo >= INT_MIN && hi <= INT_MAX)) return undefined;
    const inOrder =
      counter.step > 0
        ? this.rangeOf(counter.first).hi <= this.rangeOf(counter.last).lo
        : this.rangeOf(counter.last).hi <= this.rangeOf(counter.first).lo;
    return lowRange.lo >= 0 && inOrder ? [high] : [low, high];
  }

  private exactRange({ counter, index }: Test): { lo: number; hi: number } {
    const sum = { lo: index.offset, hi: index.offset };
    const add = (factor: number, { lo, hi }: { lo: number; hi: number }): void => {
      sum.lo += Math.min(factor * lo, factor * hi);
      sum.hi += Math.max(factor * lo, factor * hi);
    };
    add(index.coefficient, this.rangeOf(counter));
    for (const { value, factor } of index.terms)
      add(factor, this.ranges.at(value, this.preheader, this.preheaderEnd));
    return sum;
  }
}

/** True for what is loaded of an array: it is never negative. */
function isLength({ op, alias, args }: Inst): boolean {
  return op === 'load' && alias === 'length' && args.length === 1;
}

/** What compares an index with a length: a check, or the test of a branch that leads to a rare block beyond the end. */
function checkOf(inst: Inst): Inst | undefined {
  if (inst.op === 'bounds') return inst;
  const { op, args, targets } = inst;
  const [test] = args;
  const isTest = op === 'branch' && test!.op === 'icmp' && test!.cond === 'ult' && isLength(test!.args[1]!);
  return isTest && targets![1]!.block.rare && !targets![0]!.block.rare ? test : undefined;
}

/** Makes the copy of a loop without some checks, and the tests that lead to it; gives the copy's first block. */
function copyWithout(fn: IrFunction, structure: LoopStructure, loop: Loop, { gone, tests }: Checks): Block {
  const { cfg, forest, preheaders } = structure;
  const blocks = loop.blocks.map((block) => cfg.order[block]!);
  const preheader = cfg.order[preheaders[forest.loops.indexOf(loop)]!]!;
  const map = copyLoop(fn, blocks);
  for (const block of blocks) removeChecks(fn, map.blocks.get(block)!, block, gone);
  for (const block of blocks) block.rare = true;
  const entry = preheader.insts.pop()!.targets![0]!;
  const checked = rareEntry(fn, entry);
  let at = preheader;
  for (const test of tests) {
    const next = newBlock(fn);
    const condition = emitTest(fn, at, test);
    const targets = [
      { block: next, args: [] },
      { block: checked, args: [] },
    ];
    at.insts.push(newInst(fn, 'branch', 'void', [condition], condition.position, { targets }));
    at = next;
  }
  const unchecked = { block: map.blocks.get(entry.block)!, args: [...entry.args] };
  at.insts.push(newInst(fn, 'jump', 'void', [], undefined, { targets: [unchecked] }));
  joinBehindLoop(fn, blocks, map);
  return unchecked.block;
}

/** Removes the copies of checks, and makes copies of branches unconditional, in the copy of a block. */
function removeChecks(fn: IrFunction, copy: Block, { insts }: Block, gone: ReadonlySet<Inst>): void {
  copy.insts = copy.insts.filter((_, i) => insts[i]!.op !== 'bounds' || !gone.has(insts[i]!));
  if (!gone.has(insts.at(-1)!)) return;
  const branch = terminator(copy);
  const always = newInst(fn, 'iconst', 'i32', [], branch.position, { imm: 1 });
  copy.insts.splice(-1, 0, always);
  branch.args = [always];
}

/** The condition that an index is in bounds, at the end of a block. */
function emitTest(fn: IrFunction, block: Block, { counter, index, length }: Test): Inst {
  const add = (op: Op, args: Inst[], fields: Parameters<typeof newInst>[5] = {}): Inst => {
    const inst = newInst(fn, op, 'i32', args, undefined, fields);
    block.insts.push(inst);
    return inst;
  };
  const number = (imm: number): Inst => add('iconst', [], { imm: imm | 0 });
  const times = (value: Inst, factor: number): Inst => add('imul', [value, number(factor)]);
  const offset = Math.imul(index.coefficient, counter.plus) + index.offset;
  let sum = add('iadd', [times(counter.value, index.coefficient), number(offset)]);
  for (const { value, factor } of index.terms) sum = add('iadd', [sum, times(value, factor)]);
  const { value, array } = length;
  const most = array ? add('load', [array], { memory: 'i32', alias: 'length', imm: value.imm! }) : value;
  return add('icmp', [sum, most], { cond: 'ult' });
}
