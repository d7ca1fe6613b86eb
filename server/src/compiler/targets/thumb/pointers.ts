// Strength reduction for loops over arrays: an index that grows by a constant becomes a pointer that grows, where
// that takes fewer instructions; if the index then only counts, the loop ends by comparing pointers (linear function
// test replacement). Works on the IR before instruction selection, since it depends on the address modes of this
// target.
//
// Only in loops that can't collect garbage: the pointer may lie outside of the array, and the array itself may not
// be referred to any more.

import { buildCfg } from '../../ir/analysis/cfg.ts';
import { buildDominators } from '../../ir/analysis/dominators.ts';
import { type Linear, linearOf, scale, shapeOf } from '../../ir/analysis/linear.ts';
import { buildLoops, type Loop } from '../../ir/analysis/loops.ts';
import { Ranges } from '../../ir/analysis/ranges/index.ts';
import { cloneFunction } from '../../ir/clone.ts';
import { countUses } from '../../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import { newInst, newParam, terminator } from '../../ir/ir.ts';
import { type IntCondition, type Op, opInfo } from '../../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../../ir/preheaders.ts';
import { memorySize } from '../../ir/types.ts';

/** Pointers cost registers. */
const MOST_POINTERS = 3;
/** So many values that change from round to round leave registers for pointers. */
const MOST_VALUES = 6;
/**
 * Distances in bytes that do not leave the address space from any object: memory is between 2^28 and 2^30 on all
 * boards of this architecture (flash and RAM, below the devices).
 */
const FARTHEST_UP = 2 ** 31;
const FARTHEST_DOWN = -(2 ** 27);

/** A load or store in a loop whose address is linear in the loop's counter. */
interface Access {
  readonly inst: Inst;
  readonly block: number;
  /** The address without the base, in bytes. */
  readonly address: Linear;
}

/** Accesses that one pointer serves: they differ in their offsets only. */
interface Group {
  readonly base: Inst;
  readonly accesses: Access[];
}

/** The function with pointers in its loops: a changed copy, or the function itself if there is nothing to gain. */
export function usePointers(fn: IrFunction): IrFunction {
  if (!hasCandidates(fn)) return fn;
  const copy = cloneFunction(fn);
  const structure = withPreheaders(copy);
  const places = new Int32Array(copy.nextId).fill(-1);
  for (const [place, block] of structure.cfg.order.entries())
    for (const inst of [...block.params, ...block.insts]) places[inst.id] = place;
  let changed = false;
  for (const [index, loop] of structure.forest.loops.entries()) {
    const preheader = structure.cfg.order[structure.preheaders[index]!]!;
    changed = new LoopReduction(copy, structure, places, loop, preheader).run() || changed;
  }
  if (!changed) return fn;
  removeDead(copy);
  return copy;
}

/** Removes computations that nothing uses any more. */
function removeDead(fn: IrFunction): void {
  const uses = countUses(fn);
  // Backwards, so that what a dead instruction used is found dead in turn; loops are not followed around.
  for (const block of [...fn.blocks].reverse()) {
    for (let i = block.insts.length - 1; i >= 0; i--) {
      const inst = block.insts[i]!;
      if (uses[inst.id]! > 0 || opInfo(inst.op).effect !== 'pure') continue;
      for (const arg of inst.args) uses[arg.id]!--;
      block.insts.splice(i, 1);
    }
  }
}

/** Whether there is a loop that may have pointers, with an access that could use one. */
function hasCandidates(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some(indexOf))) return false;
  const cfg = buildCfg(fn);
  const { loops } = buildLoops(cfg, buildDominators(cfg));
  return loops.some((loop) => {
    const blocks = loop.blocks.map((place) => cfg.order[place]!);
    return mayHavePointers(loop, blocks) && blocks.some((block) => block.insts.some(indexOf));
  });
}

/** Whether nothing in the loop may collect garbage, and one block ends all of its rounds. */
function mayHavePointers(loop: Loop, blocks: readonly Block[]): boolean {
  return loop.latches.length === 1 && !blocks.some(({ insts }) => insts.some(({ op }) => mayCollect.has(op)));
}

/**
 * The index of an access that could be a pointer. Signed narrow loads have no offset form; accesses that move their
 * pointer on may be made twice if an interrupt comes, which devices might notice.
 */
function indexOf(inst: Inst): Inst | undefined {
  if (inst.alias === 'mmio') return undefined;
  if (inst.op === 'load') return inst.memory === 'i8' || inst.memory === 'i16' ? undefined : inst.args[1];
  return inst.op === 'store' ? inst.args[2] : undefined;
}

const mayCollect = new Set<Op>(['call', 'callRef', 'helper', 'd2iExact']);

class LoopReduction {
  private readonly fn: IrFunction;
  private readonly structure: LoopStructure;
  /** By value id: where it is defined, as a position in Cfg.order; -1 for values that reductions added. */
  private readonly places: Int32Array;
  private readonly loop: Loop;
  private readonly preheader: Block;
  private readonly inLoop: ReadonlySet<number>;

  constructor(fn: IrFunction, structure: LoopStructure, places: Int32Array, loop: Loop, preheader: Block) {
    this.fn = fn;
    this.structure = structure;
    this.places = places;
    this.loop = loop;
    this.preheader = preheader;
    this.inLoop = new Set(loop.blocks);
  }

  run(): boolean {
    const { order } = this.structure.cfg;
    const blocks = this.loop.blocks.map((place) => order[place]!);
    if (!mayHavePointers(this.loop, blocks)) return false;
    let changed = false;
    const header = order[this.loop.header]!;
    for (const param of [...header.params])
      if (param.type === 'i32') changed = this.reduce(header, param) || changed;
    return changed;
  }

  private isInvariant(value: Inst): boolean {
    const place = this.places[value.id];
    // What was added for other pointers is no part of anything linear.
    return place !== undefined && place >= 0 && !this.inLoop.has(place);
  }

  private linear(value: Inst, param: Inst): Linear | undefined {
    return linearOf(value, param, (x) => this.isInvariant(x));
  }

  private get latch(): Block {
    return this.structure.cfg.order[this.loop.latches[0]!]!;
  }

  /** The arguments that an edge of `from` passes to the header. */
  private argsTo(from: Block, header: Block): Inst[] {
    return terminator(from).targets!.find((edge) => edge.block === header)!.args;
  }

  /** Replaces the counter `param` by pointers, if that pays. */
  private reduce(header: Block, param: Inst): boolean {
    const number = header.params.indexOf(param);
    const next = this.argsTo(this.latch, header)[number]!;
    const step = this.linear(next, param);
    if (step?.coefficient !== 1 || step.terms.length > 0 || step.offset === 0) return false;
    const groups = this.findGroups(param);
    if (groups.length === 0 || groups.length > MOST_POINTERS) return false;
    const test = this.findTest(header, param, next, step.offset, groups);
    // With many values around, a pointer lies on the stack, where moving it on takes a load and a store.
    const moving =
      test && header.params.length <= MOST_VALUES
        ? groups.filter((group) => this.movedBy(group, step.offset))
        : [];
    if (this.gain(groups, test !== undefined) + moving.length <= 0) return false;
    const start = this.argsTo(this.preheader, header)[number]!;
    for (const [index, group] of groups.entries()) {
      const pointer = this.addPointer(header, group, start, step.offset);
      if (index === 0 && test) this.replaceTest(test, pointer, group);
    }
    if (test) removeParam(header, number, [this.preheader, this.latch]);
    return true;
  }

  /** Groups of accesses in the blocks of this loop itself whose index depends on the counter; rare ones pay no pointer. */
  private findGroups(param: Inst): Group[] {
    const groups = new Map<string, Group>();
    for (const place of this.loop.blocks) {
      const block = this.structure.cfg.order[place]!;
      if (this.structure.forest.innermost[place] !== this.loop || block.rare) continue;
      for (const inst of block.insts) {
        const index = indexOf(inst);
        const base = inst.op === 'store' ? inst.args[1]! : inst.args[0]!;
        const linear = index && this.isInvariant(base) ? this.linear(index, param) : undefined;
        if (!linear || linear.coefficient <= 0) continue;
        const bytes = scale(linear, memorySize[inst.memory!])!;
        const address = { ...bytes, offset: bytes.offset + (inst.imm ?? 0) };
        const key = `${base.id};${shapeOf(address)}`;
        const group = groups.get(key) ?? { base, accesses: [] };
        groups.set(key, group);
        group.accesses.push({ inst, block: place, address });
      }
    }
    return [...groups.values()].filter(fitsOffsets);
  }

  /**
   * Instructions saved in a round of the loop: those that compute indices and scale them, minus one for each
   * pointer.
   */
  private gain(groups: readonly Group[], counterGoes: boolean): number {
    const uses = countUses(this.fn);
    const scaled = new Set<string>();
    let saved = counterGoes ? 1 : 0;
    const drop = (value: Inst): void => {
      const count = --uses[value.id]!;
      if (count > 0 || this.isInvariant(value) || value.op === 'param') return;
      saved++;
      for (const arg of value.args) drop(arg);
    };
    for (const { base, accesses } of groups)
      for (const { inst } of accesses) {
        const index = indexOf(inst)!;
        const size = memorySize[inst.memory!];
        if (size > 1) scaled.add(`${index.id}*${size}`);
        if (size > 4 || inst.imm) scaled.add(`${base.id}+${index.id}*${size}`);
        drop(index);
      }
    return saved + scaled.size - groups.length;
  }

  /** The access that moves the pointer of a group on, if there is one: `ldmia p!, {x}`, once in each round (peephole.ts). */
  private movedBy({ accesses }: Group, step: number): Access | undefined {
    const [access] = accesses as [Access];
    const isWord = memorySize[access.inst.memory!] === 4 && access.address.coefficient * step === 4;
    const { dominators } = this.structure;
    const isOnce = accesses.length === 1 && dominators.dominates(access.block, this.loop.latches[0]!);
    return isWord && isOnce ? access : undefined;
  }

  /** Adds the pointer of a group as a parameter of the header, and lets the accesses use it. */
  private addPointer(header: Block, group: Group, start: Inst, step: number): Inst {
    const { fn } = this;
    const [first] = group.accesses;
    const lowest = Math.min(...group.accesses.map(({ address }) => address.offset));
    const from = this.addressAt(group, start, lowest);
    const pointer = newParam(fn, header, 'i32');
    this.argsTo(this.preheader, header).push(from);
    const mover = this.movedBy(group, step);
    const { insts } = mover ? this.structure.cfg.order[mover.block]! : this.latch;
    const bytes = newInst(fn, 'iconst', 'i32', [], undefined, {
      imm: Math.imul(first!.address.coefficient, step),
    });
    const next = newInst(fn, 'iadd', 'i32', [pointer, bytes], terminator(this.latch).position);
    insts.splice(mover ? insts.indexOf(mover.inst) + 1 : insts.length - 1, 0, bytes, next);
    this.argsTo(this.latch, header).push(next);
    for (const { inst, address } of group.accesses) {
      inst.imm = address.offset - lowest;
      inst.args = inst.op === 'store' ? [inst.args[0]!, pointer] : [pointer];
    }
    return next;
  }

  /** The address of a group for a value of the counter, plus `offset`, computed before the loop. */
  private addressAt(group: Group, counter: Inst, offset: number): Inst {
    const { base, accesses } = group;
    const { coefficient, terms } = accesses[0]!.address;
    let sum = base.type === 'ref' ? this.before('refToAddress', [base]) : base;
    for (const term of [{ value: counter, factor: coefficient }, ...terms])
      sum = this.before('iadd', [sum, this.before('imul', [term.value, this.number(term.factor)])]);
    return this.before('iadd', [sum, this.number(offset)]);
  }

  private number(imm: number): Inst {
    const inst = newInst(this.fn, 'iconst', 'i32', [], undefined, { imm });
    this.preheader.insts.splice(this.preheader.insts.length - 1, 0, inst);
    return inst;
  }

  /** Computes a value at the end of the preheader, simplified. */
  private before(op: Op, args: [Inst, Inst] | [Inst]): Inst {
    const [left, right] = args;
    const constant = right?.op === 'iconst' ? right.imm! : undefined;
    if (op === 'iadd' && constant === 0) return left;
    if (op === 'iadd' && left.op === 'iconst' && left.imm === 0) return right!;
    if (op === 'imul' && constant !== undefined) {
      if (constant === 1) return left;
      if (left.op === 'iconst') return this.number(Math.imul(left.imm!, constant));
      if (constant > 0 && (constant & (constant - 1)) === 0)
        return this.before('ishl', [left, this.number(31 - Math.clz32(constant))]);
    }
    const inst = newInst(this.fn, op, 'i32', args, terminator(this.preheader).position);
    this.preheader.insts.splice(this.preheader.insts.length - 1, 0, inst);
    return inst;
  }

  /** The test that ends the loop, if the counter has no other use than it and the accesses. */
  private findTest(
    header: Block,
    param: Inst,
    next: Inst,
    step: number,
    groups: readonly Group[],
  ): EndTest | undefined {
    const branch = terminator(this.latch);
    const compare = branch.op === 'branch' ? branch.args[0]! : undefined;
    if (compare?.op !== 'icmp' || !this.latch.insts.includes(compare)) return undefined;
    if (branch.targets![0]!.block !== header || compare.args[0] !== next) return undefined;
    const limit = compare.args[1]!;
    const unsigned = pointerConditions[compare.cond as IntCondition];
    if (!unsigned || !this.isInvariant(limit)) return undefined;
    if (!this.isOnlyCounter(param, next, compare, groups)) return undefined;
    // The first address must lie in memory, so that distances from it do not wrap.
    const [group] = groups;
    const { dominators } = this.structure;
    const always = group!.accesses.some(({ block }) => dominators.dominates(block, this.loop.latches[0]!));
    const { coefficient, terms } = group!.accesses[0]!.address;
    if (terms.length > 0 && !always) return undefined;
    const ranges = new Ranges(this.fn);
    const place = this.loop.latches[0]!;
    const index = this.latch.insts.indexOf(compare);
    const [a, b] = [ranges.at(next, place, index), ranges.at(limit, place, index)];
    if (Math.max(a.hi, b.hi) * coefficient > FARTHEST_UP) return undefined;
    if ((Math.min(a.lo, b.lo) - Math.abs(step)) * coefficient < FARTHEST_DOWN) return undefined;
    return { compare, limit, cond: unsigned };
  }

  /** Whether the counter is used by its own step, the test and the accesses' indices alone. */
  private isOnlyCounter(param: Inst, next: Inst, compare: Inst, groups: readonly Group[]): boolean {
    const uses = countUses(this.fn);
    const drop = (value: Inst): void => {
      if (--uses[value.id]! > 0 || this.isInvariant(value) || value === param || value === next) return;
      for (const arg of value.args) drop(arg);
    };
    if (uses[compare.id] !== 1) return false;
    for (const { accesses } of groups) for (const { inst } of accesses) drop(indexOf(inst)!);
    // What is left: the comparison and the edge to the header, and the step itself.
    return uses[next.id] === 2 && uses[param.id] === 1 && next.args.includes(param);
  }

  private replaceTest(test: EndTest, pointer: Inst, group: Group): void {
    const lowest = Math.min(...group.accesses.map(({ address }) => address.offset));
    const end = this.addressAt(group, test.limit, lowest);
    const { insts } = this.latch;
    const compare = newInst(this.fn, 'icmp', 'i32', [pointer, end], test.compare.position, {
      cond: test.cond,
    });
    insts.splice(insts.length - 1, 0, compare);
    terminator(this.latch).args[0] = compare;
    // Dead now; it must not keep the counter.
    insts.splice(insts.indexOf(test.compare), 1);
  }
}

interface EndTest {
  readonly compare: Inst;
  readonly limit: Inst;
  readonly cond: IntCondition;
}

/** Conditions of counters as conditions of pointers. */
const pointerConditions: Partial<Record<IntCondition, IntCondition>> = {
  lt: 'ult',
  le: 'ule',
  gt: 'ugt',
  ge: 'uge',
  ne: 'ne',
};

function removeParam(header: Block, number: number, from: readonly Block[]): void {
  header.params.splice(number, 1);
  for (const block of from)
    for (const edge of terminator(block).targets!) if (edge.block === header) edge.args.splice(number, 1);
}

/** Whether one pointer reaches all accesses of a group by their offsets. */
function fitsOffsets({ accesses }: Group): boolean {
  const lowest = Math.min(...accesses.map(({ address }) => address.offset));
  return accesses.every(({ inst, address }) => {
    const size = memorySize[inst.memory!];
    const unit = Math.min(size, 4);
    const offset = address.offset - lowest;
    return offset % unit === 0 && offset + size - unit < 32 * unit;
  });
}
