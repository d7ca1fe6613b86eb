// Small objects are made in place: the code takes the room at the heap's pointer itself, and writes what the object holds
// right away, where a call of gn_new would clear it first. Only if the current run has no room left, in a block that is
// marked rare, gn_new is called; then the object is where the pointer was, too.
//
// The pointer is written last, so that the program can be stopped anywhere (device-runtime/core/values/heap.h). Behind a
// call, the code writes what is there already.
//
// Last of all, on a copy: callers that have the function inlined must see that its objects are new.
import { HEAP_SYMBOL, HeapState } from '../../abi/heap.ts';
import { HEADER_SIZE, HEADER_SIZE_SHIFT } from '../../abi/objects.ts';
import { isPure } from '../../ir/analysis/effects.ts';
import { cloneFunction } from '../../ir/clone.ts';
import { branchOn, constantOf, jumpTo, Replacements } from '../../ir/edit.ts';
import type { AliasClass, Block, Inst, InstFields, IrFunction } from '../../ir/ir.ts';
import { newBlock, newInst, newParam } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import { type IrType, memorySize } from '../../ir/types.ts';
import { makeBlocks } from './machine-cfg.ts';

/** The most words of an object, its header included: with more, the call is what takes little of the time. */
const MOST_WORDS = 11;
/** How often a block must be taken to run when its function does: not one of many cases, nor what ends in an error. */
const LEAST_FREQUENCY = 1 / 4;
const LEAST_FREQUENCY_IN_CELLS = 2;

/** The function with its allocations in place: a changed copy, or the function itself if there are none. */
export function allocateInPlace(fn: IrFunction): IrFunction {
  if (!fn.blocks.some(({ insts }) => insts.some(wordsOf))) return fn;
  const copy = cloneFunction(fn);
  const replacements = new Replacements();
  for (const block of oftenRun(copy)) {
    let rest: Block | undefined = block;
    while (rest) rest = expandFirst(copy, rest, replacements);
  }
  replacements.apply(copy);
  return copy;
}

/** The blocks that are taken to run often enough that longer code pays: a cell runs once, but for its loops. */
function oftenRun(fn: IrFunction): Block[] {
  const least = fn.entry ? LEAST_FREQUENCY_IN_CELLS : LEAST_FREQUENCY;
  const { blocks, origin } = makeBlocks(fn);
  return origin.filter((block, i): block is Block => block !== undefined && blocks[i]!.freq >= least);
}

/** Words of the object that an instruction makes; undefined if it is none of those. */
function wordsOf({ op, symbol, args }: Inst): number | undefined {
  if (op !== 'helper' || symbol !== 'gn_new') return undefined;
  const header = constantOf(args[0]!);
  const words = header === undefined ? MOST_WORDS + 1 : header >>> HEADER_SIZE_SHIFT;
  return words <= MOST_WORDS ? words : undefined;
}

/** Expands the first allocation in a block; the block with what comes after it, if there is one. */
function expandFirst(fn: IrFunction, block: Block, replacements: Replacements): Block | undefined {
  const at = block.insts.findIndex(wordsOf);
  if (at < 0) return undefined;
  const [allocation, ...behind] = block.insts.splice(at) as [Inst, ...Inst[]];
  const words = wordsOf(allocation)!;
  const [header, word] = allocation.args as [Inst, Inst];
  const [full, placed] = [newBlock(fn), newBlock(fn)];
  full.rare = true;

  const make = (to: Block, op: Op, type: IrType | 'void', args: Inst[], fields: InstFields = {}): Inst => {
    const inst = newInst(fn, op, type, args, allocation.position, fields);
    to.insts.push(inst);
    return inst;
  };
  const state = (offset: number): InstFields => ({ memory: 'i32', alias: HEAP, imm: offset });
  // The spare word behind what the header counts is the collector's.
  const footprint = make(block, 'iconst', 'i32', [], { imm: 4 * words + 4 });
  const heap = make(block, 'address', 'i32', [], { symbol: HEAP_SYMBOL, imm: 0 });
  const pointer = make(block, 'load', 'i32', [heap], state(HeapState.pointer));
  const limit = make(block, 'load', 'i32', [heap], state(HeapState.limit));
  const end = make(block, 'iadd', 'i32', [pointer, footprint]);
  const isFull = make(block, 'icmp', 'i32', [end, limit], { cond: 'ugt' });
  block.insts.push(branchOn(fn, isFull, { block: full, args: [] }, { block: placed, args: [pointer] }));

  const made = make(full, 'helper', 'ref', [header, word], { symbol: 'gn_new' });
  const address = make(full, 'refToAddress', 'i32', [made]);
  full.insts.push(jumpTo(fn, { block: placed, args: [address] }));

  const place = newParam(fn, placed, 'i32');
  const object = make(placed, 'addressToRef', 'ref', [place]);
  replacements.set(allocation, object);
  const store = (value: Inst, offset: number): void => {
    make(placed, 'store', 'void', [value, object], { memory: 'i32', alias: HEAP, imm: offset });
  };
  const filled = new Set<number>();
  const filling = takeFilling(allocation, behind, filled);
  store(header, 0);
  if (!filled.has(HEADER_SIZE)) store(word, HEADER_SIZE);
  placed.insts.push(...filling);
  const zero = make(placed, 'iconst', 'i32', [], { imm: 0 });
  for (let offset = 2 * HEADER_SIZE; offset < 4 * words; offset += 4)
    if (!filled.has(offset)) store(zero, offset);
  const next = make(placed, 'iadd', 'i32', [place, footprint]);
  make(placed, 'store', 'void', [next, heap], state(HeapState.pointer));
  placed.insts.push(...behind);
  return placed;
}

const HEAP: AliasClass = `global.${HEAP_SYMBOL}`;

/**
 * Takes from the instructions behind an allocation those that fill the object, with what these need: nothing that may look
 * at the object, or does anything but compute. Records the words that are filled.
 */
function takeFilling(object: Inst, behind: Inst[], filled: Set<number>): Inst[] {
  let taken = 0;
  for (const [i, inst] of behind.entries()) {
    if (isFilling(inst, object)) {
      for (let at = 0; at < memorySize[inst.memory!]; at += 4) filled.add(inst.imm! + at);
      taken = i + 1;
    } else if (inst.args.includes(object) || (!isPure(inst) && inst.op !== 'load')) break;
  }
  return behind.splice(0, taken);
}

/** True for stores of whole words at a known place of the object. */
function isFilling({ op, args, memory }: Inst, object: Inst): boolean {
  if (op !== 'store' || args[1] !== object || args.length !== 2) return false;
  return memory === 'i32' || memory === 'f32' || memory === 'ref' || memory === 'num';
}
