// Liveness of virtual registers, and where each of them dies. A constant counts as live only towards uses that
// need it in a register: fixed and outside uses make it on the spot.
import { IN_REGISTER, isConstant, type MBlock, type MFunction, type MInst, mopInfo } from './machine.ts';

export interface Liveness {
  /** Words of one set. */
  readonly words: number;
  /** Live into block b, parameters excluded: words b * words to (b + 1) * words. */
  readonly liveIn: Uint32Array;
  readonly liveOut: Uint32Array;
  /** By block and instruction: what is live before it or defined by it, and not live after it. */
  readonly deaths: readonly (readonly (readonly number[])[])[];
}

const none: readonly number[] = [];

/** Whether a use keeps the value alive in the sense above. */
export function keepsAlive(fn: MFunction, inst: MInst, use: number): boolean {
  if (inst.useRegs === undefined || inst.useRegs[use] === IN_REGISTER) return true;
  return !isConstant(fn, inst.uses[use]!);
}

/** Computes live sets by backward data flow, then the deaths by one walk over each block. */
export function findLiveness(fn: MFunction): Liveness {
  const { blocks, vregs } = fn;
  const words = (vregs + 31) >>> 5;
  const liveIn = new Uint32Array(blocks.length * words);
  const liveOut = new Uint32Array(blocks.length * words);
  const gen = new Uint32Array(blocks.length * words);
  const kill = new Uint32Array(blocks.length * words);
  for (const block of blocks) collectBlock(fn, block, gen, kill, block.index * words);

  for (let changed = true; changed; ) {
    changed = false;
    for (let b = blocks.length - 1; b >= 0; b--) {
      const base = b * words;
      const { succs } = blocks[b]!;
      for (const { to } of succs) {
        const from = to.index * words;
        for (let w = 0; w < words; w++) liveOut[base + w]! |= liveIn[from + w]!;
      }
      for (let w = base; w < base + words; w++) {
        const after = (gen[w]! | (liveOut[w]! & ~kill[w]!)) >>> 0;
        if (after !== liveIn[w]) {
          liveIn[w] = after;
          changed = true;
        }
      }
    }
  }

  const live = new Uint32Array(words);
  const deaths = blocks.map((block) => {
    live.set(liveOut.subarray(block.index * words, (block.index + 1) * words));
    return blockDeaths(fn, block, live);
  });
  return { words, liveIn, liveOut, deaths };
}

/**
 * The values that are used in each block, or behind it before the innermost loop around starts anew or ends. Some of
 * those that are only used behind that loop may be among them, if another loop comes in between.
 */
export function findUsedInRound(fn: MFunction): Uint32Array {
  const { blocks, vregs } = fn;
  const words = (vregs + 31) >>> 5;
  const inRound = new Uint32Array(blocks.length * words);
  /** The same, going on behind loops. */
  const ahead = new Uint32Array(blocks.length * words);
  const gen = new Uint32Array(words);
  const kill = new Uint32Array(words);
  for (let b = blocks.length - 1; b >= 0; b--) {
    const block = blocks[b]!;
    gen.fill(0);
    kill.fill(0);
    collectBlock(fn, block, gen, kill, 0);
    const union = (sets: Uint32Array, from: Uint32Array, to: number): void => {
      for (let w = 0; w < words; w++) sets[b * words + w]! |= from[to * words + w]! & ~kill[w]!;
    };
    for (const { to } of block.succs) {
      if (to.index <= b) continue;
      union(ahead, ahead, to.index);
      if (to.depth >= block.depth) union(inRound, to.depth > block.depth ? ahead : inRound, to.index);
    }
    for (let w = 0; w < words; w++) {
      ahead[b * words + w]! |= gen[w]!;
      inRound[b * words + w]! |= gen[w]!;
    }
  }
  return inRound;
}

/** Upward exposed uses and definitions of a block. Arguments of its edges are uses at its end. */
function collectBlock(fn: MFunction, block: MBlock, gen: Uint32Array, kill: Uint32Array, base: number): void {
  for (const edge of block.succs)
    for (const v of edge.args) if (!isConstant(fn, v)) gen[base + (v >>> 5)]! |= 1 << (v & 31);
  for (let i = block.insts.length - 1; i >= 0; i--) {
    const inst = block.insts[i]!;
    for (const v of inst.defs) {
      gen[base + (v >>> 5)]! &= ~(1 << (v & 31));
      kill[base + (v >>> 5)]! |= 1 << (v & 31);
    }
    for (let u = 0; u < inst.uses.length; u++) {
      const v = inst.uses[u]!;
      if (keepsAlive(fn, inst, u)) gen[base + (v >>> 5)]! |= 1 << (v & 31);
    }
  }
  for (const v of block.params) {
    gen[base + (v >>> 5)]! &= ~(1 << (v & 31));
    kill[base + (v >>> 5)]! |= 1 << (v & 31);
  }
  if (block.index !== 0) return;
  for (const { vreg: v } of fn.params) kill[base + (v >>> 5)]! |= 1 << (v & 31);
}

/** `live` holds the live-out set, and is used up. */
function blockDeaths(fn: MFunction, block: MBlock, live: Uint32Array): readonly (readonly number[])[] {
  const result: (readonly number[])[] = new Array<readonly number[]>(block.insts.length);
  // Edge arguments are read by the copies on the edge, after the terminator.
  for (const edge of block.succs)
    for (const v of edge.args) if (!isConstant(fn, v)) live[v >>> 5]! |= 1 << (v & 31);
  for (let i = block.insts.length - 1; i >= 0; i--) {
    const inst = block.insts[i]!;
    const dying: number[] = [];
    for (const v of inst.defs) {
      const bit = 1 << (v & 31);
      if (live[v >>> 5]! & bit) live[v >>> 5]! &= ~bit;
      else dying.push(v);
    }
    for (let u = 0; u < inst.uses.length; u++) {
      const v = inst.uses[u]!;
      const bit = 1 << (v & 31);
      if (live[v >>> 5]! & bit || !keepsAlive(fn, inst, u)) continue;
      live[v >>> 5]! |= bit;
      dying.push(v);
    }
    result[i] = dying.length > 0 ? dying : none;
  }
  return result;
}

/** Whether set `index` of a family of sets contains a register. */
export function contains(sets: Uint32Array, words: number, index: number, vreg: number): boolean {
  return (sets[index * words + (vreg >>> 5)]! & (1 << (vreg & 31))) !== 0;
}

/** The members of set `index` of a family of sets. */
export function members(sets: Uint32Array, words: number, index: number): number[] {
  const result: number[] = [];
  for (let w = 0; w < words; w++) {
    for (let bits = sets[index * words + w]!; bits !== 0; bits &= bits - 1)
      result.push(w * 32 + 31 - Math.clz32(bits & -bits));
  }
  return result;
}

/** Whether an instruction destroys r0-r3. */
export function isCall(inst: MInst): boolean {
  return mopInfo(inst.op).call === true;
}
