// How far away the next use of a value is, for choosing what leaves the registers: Braun and Hack, "Register
// Spilling and Live-Range Splitting for SSA-Form Programs", CC 2009, section 4.1. Distances count instructions;
// leaving a loop adds so much that uses inside always come first.

import { keepsAlive, type Liveness, members } from './liveness.ts';
import { ANYWHERE, isConstant, type MBlock, type MFunction, type MInst } from './machine.ts';

/** Farther than any use. */
export const NEVER = 1 << 30;
/** Distance of an edge out of a loop. */
export const LOOP_EXIT = 1 << 20;

export class NextUse {
  private readonly fn: MFunction;
  /** Dense numbers of the values that live across blocks; -1 for others. */
  private readonly global: Int32Array;
  private readonly count: number;
  /** Distance from the end of a block, by block and dense number; empty until needed. */
  private atExit = new Int32Array(0);
  private solved = false;
  /** What `place` found last, by virtual register: in which block, and where. */
  private readonly knownBlock: Int32Array;
  private readonly knownPlace: Int32Array;
  private readonly knownFrom: Int32Array;

  constructor(fn: MFunction, liveness: Liveness) {
    this.fn = fn;
    const { words } = liveness;
    const anywhere = new Uint32Array(words);
    for (let w = 0; w < liveness.liveIn.length; w++) anywhere[w % words]! |= liveness.liveIn[w]!;
    const globals = members(anywhere, words, 0);
    this.count = globals.length;
    this.global = new Int32Array(fn.vregs).fill(-1);
    for (const [index, vreg] of globals.entries()) this.global[vreg] = index;
    this.knownBlock = new Int32Array(fn.vregs).fill(-1);
    this.knownPlace = new Int32Array(fn.vregs);
    this.knownFrom = new Int32Array(fn.vregs);
  }

  /**
   * Where a value is used next, from instruction `from` of a block on: the index of the instruction, the number of
   * instructions for the edges, more if it is used in later blocks, NEVER if not at all.
   */
  place(block: MBlock, from: number, vreg: number): number {
    if (
      this.knownBlock[vreg] === block.index &&
      this.knownPlace[vreg]! >= from &&
      from >= this.knownFrom[vreg]!
    )
      return this.knownPlace[vreg]!;
    const place = this.findPlace(block, from, vreg);
    this.knownBlock[vreg] = block.index;
    this.knownFrom[vreg] = from;
    this.knownPlace[vreg] = place;
    return place;
  }

  private findPlace(block: MBlock, from: number, vreg: number): number {
    const { insts } = block;
    for (let i = from; i < insts.length; i++) {
      const { uses } = insts[i]!;
      for (let u = 0; u < uses.length; u++)
        if (uses[u] === vreg && isNearUse(this.fn, insts[i]!, u)) return i;
    }
    if (!isConstant(this.fn, vreg))
      for (const edge of block.succs) if (edge.args.includes(vreg)) return insts.length;
    const g = this.global[vreg]!;
    if (g < 0) return NEVER;
    if (!this.solved) this.solve();
    const beyond = this.atExit[block.index * this.count + g]!;
    return beyond === NEVER ? NEVER : insts.length + 1 + beyond;
  }

  private solve(): void {
    const { blocks } = this.fn;
    const { count, global } = this;
    const atEntry = new Int32Array(blocks.length * count).fill(NEVER);
    const atExit = new Int32Array(blocks.length * count).fill(NEVER);
    this.atExit = atExit;
    this.solved = true;
    // What a block itself says about a value: the place of its first use, or that it is defined there.
    const DEFINED = -1;
    const own = new Int32Array(blocks.length * count).fill(NEVER);
    for (const block of blocks) {
      const base = block.index * count;
      const end = block.insts.length;
      for (const edge of block.succs)
        for (const v of edge.args)
          if (global[v]! >= 0 && !isConstant(this.fn, v)) own[base + global[v]!] = end;
      for (let i = end - 1; i >= 0; i--) {
        const inst = block.insts[i]!;
        for (const v of inst.defs) if (global[v]! >= 0) own[base + global[v]!] = DEFINED;
        for (let u = 0; u < inst.uses.length; u++) {
          const g = global[inst.uses[u]!]!;
          if (g >= 0 && isNearUse(this.fn, inst, u)) own[base + g] = i;
        }
      }
      for (const v of block.params) if (global[v]! >= 0) own[base + global[v]!] = DEFINED;
    }
    for (let changed = true; changed; ) {
      changed = false;
      for (let b = blocks.length - 1; b >= 0; b--) {
        const block = blocks[b]!;
        const base = b * count;
        const length = block.insts.length + 1;
        for (const { to } of block.succs) {
          const from = to.index * count;
          const extra = to.depth < block.depth ? LOOP_EXIT : 0;
          for (let g = 0; g < count; g++) {
            const distance = atEntry[from + g]!;
            if (distance < NEVER && distance + extra < atExit[base + g]!) atExit[base + g] = distance + extra;
          }
        }
        for (let g = 0; g < count; g++) {
          const place = own[base + g]!;
          const through = atExit[base + g]!;
          const distance =
            place === NEVER
              ? through === NEVER
                ? NEVER
                : through + length
              : place === DEFINED
                ? NEVER
                : place;
          if (distance < atEntry[base + g]!) {
            atEntry[base + g] = distance;
            changed = true;
          }
        }
      }
    }
  }
}

/** Whether a use is a reason to keep the value in a register: those of cold trap blocks are none. */
export function isNearUse(fn: MFunction, inst: MInst, use: number): boolean {
  return inst.useRegs?.[use] !== ANYWHERE && keepsAlive(fn, inst, use);
}
