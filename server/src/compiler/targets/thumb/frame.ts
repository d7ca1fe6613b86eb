// The stack frame: which registers are saved, where spill slots are, and the code of prologue and epilogue.
//
//   caller's stack arguments
//   saved lr, r7..r4 (as used, in one push), then r8..r11 (pushed through low registers)
//   spill slots
//   outgoing stack arguments        <- sp between prologue and epilogue
import type { FrameInfo } from '../../code-object.ts';
import { type Allocation, FIRST_SLOT, type Location } from './allocation.ts';
import { type AsmItem, asm } from './asm.ts';
import { mopInfo } from './machine.ts';

const LR = 14;
const PC = 15;
/** A register that nobody expects to be preserved and that returns nothing. */
const SCRATCH = 3;
/** What loads and stores relative to sp reach. */
const LARGEST_FRAME = 1020;
/** What one instruction adds to sp. */
const LARGEST_STEP = 508;
/** Cycles to save and restore one high register. */
const HIGH_COST = 5;

export interface Frame {
  /** Mask of low registers in the push, lr included if saved. */
  readonly pushed: number;
  /** High registers that hold slots, ascending. */
  readonly high: readonly number[];
  /** Bytes below the saved registers. */
  readonly local: number;
  /** Bytes from sp to the caller's sp. */
  readonly size: number;
  /** By slot: a high register, or undefined if it is on the stack. */
  readonly slotRegister: readonly (number | undefined)[];
  /** By slot: offset from sp. */
  readonly slotOffset: readonly number[];
}

/** The frame of code that runs before the prologue. */
export const noFrame: Frame = { pushed: 0, high: [], local: 0, size: 0, slotRegister: [], slotOffset: [] };

/** Lays out the frame. `keepLr` saves lr even where nothing in the function destroys it. */
export function layoutFrame(allocation: Allocation, keepLr: boolean): Frame {
  const { fn, blocks, slots } = allocation;
  let written = 0;
  let calls = false;
  let usesR12 = fn.params.some((param) => param.register === 12);
  const slotWeight = new Float64Array(slots);
  for (const block of fn.blocks) {
    for (const { inst, defs, uses } of blocks[block.index]!) {
      for (const location of defs) {
        if (location >= 0 && location < 8) written |= 1 << location;
        if (location === 12) usesR12 = true;
      }
      if (inst) calls ||= mopInfo(inst.op).call === true;
      else for (const location of [...defs, ...uses]) weigh(slotWeight, location, block.freq);
    }
  }
  // The most used slots go to high registers, where that pays for saving them.
  const slotRegister: (number | undefined)[] = new Array<number | undefined>(slots).fill(undefined);
  const high: number[] = [];
  for (const slot of allocation.highSlots) slotWeight[slot] = Infinity;
  const bySlotWeight = [...slotWeight.keys()].sort((x, y) => slotWeight[y]! - slotWeight[x]! || x - y);
  // Nobody else wants r12 in a function without calls (and without cycles of moves): it is free to use.
  if (!calls && !usesR12 && bySlotWeight.length > 0) slotRegister[bySlotWeight.shift()!] = 12;
  for (const slot of bySlotWeight.slice(0, 4)) {
    if (slotWeight[slot]! <= HIGH_COST) break;
    slotRegister[slot] = 8 + high.length;
    high.push(8 + high.length);
  }
  let pushed = written & 0xf0;
  // High registers are saved through low ones, which must be saved themselves first.
  for (let r = 4; count(pushed) < high.length; r++) pushed |= 1 << r;
  if (calls || keepLr || allocation.usesLr) pushed |= 1 << LR;

  const slotOffset: number[] = [];
  let local = fn.outgoing;
  for (let slot = 0; slot < slots; slot++) {
    slotOffset.push(slotRegister[slot] === undefined ? local : -1);
    if (slotRegister[slot] === undefined) local += 4;
  }
  // Callees expect the stack pointer at a multiple of 8: another register in the push is cheaper than a sub.
  const bytes = 4 * (count(pushed) + high.length) + local;
  if (calls && bytes % 8 !== 0) {
    const spare = [4, 5, 6, 7].find((r) => !(pushed & (1 << r))) ?? SCRATCH;
    if (local > 0) local += 4;
    else pushed |= 1 << spare;
  }
  if (local > LARGEST_FRAME)
    throw new Error(`thumb: ${fn.symbol}: the stack frame of ${local} bytes is too large`);
  const size = 4 * (count(pushed) + high.length) + local;
  return { pushed, high, local, size, slotRegister, slotOffset };
}

function weigh(slotWeight: Float64Array, location: Location, freq: number): void {
  if (location >= FIRST_SLOT) slotWeight[location - FIRST_SLOT]! += freq;
}

function count(mask: number): number {
  let result = 0;
  for (let bits = mask; bits !== 0; bits &= bits - 1) result++;
  return result;
}

/** Low registers that carry the high ones to and from the stack, in their order. */
function carriers(frame: Frame): number[] {
  return [4, 5, 6, 7].filter((r) => frame.pushed & (1 << r)).slice(0, frame.high.length);
}

/** Appends the prologue. */
export function emitPrologue(frame: Frame, items: AsmItem[]): void {
  if (frame.pushed) items.push(asm('push', undefined, frame.pushed));
  if (frame.high.length > 0) {
    const low = carriers(frame);
    for (const [k, register] of frame.high.entries()) items.push(asm('mov', undefined, low[k]!, register));
    items.push(asm('push', undefined, maskOf(low)));
  }
  moveSp('decSp', frame.local, items);
}

function moveSp(op: 'incSp' | 'decSp', bytes: number, items: AsmItem[]): void {
  for (let left = bytes; left > 0; left -= LARGEST_STEP)
    items.push(asm(op, undefined, Math.min(left, LARGEST_STEP)));
}

/** Appends the epilogue and the return. */
export function emitEpilogue(frame: Frame, items: AsmItem[]): void {
  moveSp('incSp', frame.local, items);
  if (frame.high.length > 0) {
    const low = carriers(frame);
    items.push(asm('pop', undefined, maskOf(low)));
    for (const [k, register] of frame.high.entries()) items.push(asm('mov', undefined, register, low[k]!));
  }
  const low = frame.pushed & 0xff;
  if (frame.pushed & (1 << LR)) {
    items.push(asm('pop', undefined, low | (1 << PC)));
    return;
  }
  if (low) items.push(asm('pop', undefined, low));
  items.push(asm('bx', undefined, LR));
}

function maskOf(registers: readonly number[]): number {
  return registers.reduce((mask, register) => mask | (1 << register), 0);
}

/** What the unwinder needs to know. */
export function frameInfo(frame: Frame, prologueEnd: number): FrameInfo {
  const saved: { register: number; offset: number }[] = [];
  let offset = frame.local;
  for (const register of frame.high) {
    saved.push({ register, offset });
    offset += 4;
  }
  for (let register = 0; register < 16; register++) {
    if (!(frame.pushed & (1 << register))) continue;
    if (register !== SCRATCH) saved.push({ register, offset });
    offset += 4;
  }
  return { size: frame.size, saved, prologueEnd };
}
