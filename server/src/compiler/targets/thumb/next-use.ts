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
  /** Distance from the start of a block, by block and dense number. */
  private readonly atEntry: Int32Array;
  private readonly atExit: Int32Array;

  constructor(fn: MFunction, liveness: Liveness) {
    this.fn = fn;
    const { blocks } = fn;
    const { words } = liveness;
    const anywhere = new Uint32Array(words);
    for (let w = 0; w < liveness.liveIn.length; w++) anywhere[w % words]! |= liveness.liveIn[w]!;
    const globals = members(anywhere, words, 0);
    this.count = globals.length;
    this.global = new Int32Array(fn.vregs).fill(-1);
    for (const [index, vreg] of globals.entries()) this.global[vreg] = index;
    this.atEntry = new Int32Array(blocks.length * this.count).fill(NEVER);
    this.atExit = new Int32Array(blocks.length * this.count).fill(NEVER);
    this.solve();
  }

  /** Distance of the next use from the start of a block. */
  entry(block: MBlock, vreg: number): number {
    const g = this.global[vreg]!;
    return g < 0 ? NEVER : this.atEntry[block.index * this.count + g]!;
  }

  /** Distance of the next use from the end of a block. */
  exit(block: MBlock, vreg: number): number {
    const g = this.global[vreg]!;
    return g < 0 ? NEVER : this.atExit[block.index * this.count + g]!;
  }

  private solve(): void {
    const { blocks } = this.fn;
    const { count, global, atEntry, atExit } = this;
    // What a block itself says about a value: the place of its first use, or that it is defined there.
    const DEFINED = -1;
    const own = new Int32Array(blocks.length * count).fill(NEVER);
    for (const block of blocks) {
      const base = block.index * count;
      const note = (vreg: number, place: number): void => {
        const g = global[vreg]!;
        if (g >= 0) own[base + g] = place;
      };
      const end = block.insts.length;
      for (const edge of block.succs) for (const v of edge.args) if (!isConstant(this.fn, v)) note(v, end);
      for (let i = end - 1; i >= 0; i--) {
        const inst = block.insts[i]!;
        for (const v of inst.defs) note(v, DEFINED);
        for (let u = 0; u < inst.uses.length; u++) if (isNearUse(this.fn, inst, u)) note(inst.uses[u]!, i);
      }
      for (const v of block.params) note(v, DEFINED);
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
