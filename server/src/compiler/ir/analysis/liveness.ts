// Which values are live at the borders of blocks: backward data flow over bitsets.
import type { Inst, IrFunction } from '../ir.ts';
import { successors } from '../ir.ts';
import type { Cfg } from './cfg.ts';

/**
 * Sets of values by block position in Cfg.order. A block's parameters are not live into it (they are defined
 * there); arguments of an edge are used by the terminator that the edge belongs to.
 */
export interface Liveness {
  /** Words of one set. */
  readonly words: number;
  /** Set of block b: words b * words to (b + 1) * words; value v is bit `v.id & 31` of word `v.id >> 5`. */
  readonly liveIn: Uint32Array;
  readonly liveOut: Uint32Array;
  isLiveIn(block: number, value: Inst): boolean;
  isLiveOut(block: number, value: Inst): boolean;
}

export function buildLiveness(fn: IrFunction, cfg: Cfg): Liveness {
  const count = cfg.order.length;
  const words = (fn.nextId + 31) >>> 5;
  const liveIn = new Uint32Array(count * words);
  const liveOut = new Uint32Array(count * words);
  const used = new Uint32Array(count * words);
  const defined = new Uint32Array(count * words);

  for (let b = 0; b < count; b++) {
    const base = b * words;
    const use = (value: Inst): void => {
      const word = base + (value.id >>> 5);
      const bit = 1 << (value.id & 31);
      if (!(defined[word]! & bit)) used[word]! |= bit;
    };
    const define = (value: Inst): void => {
      defined[base + (value.id >>> 5)]! |= 1 << (value.id & 31);
    };
    const block = cfg.order[b]!;
    for (const param of block.params) define(param);
    for (const inst of block.insts) {
      for (const arg of inst.args) use(arg);
      for (const edge of inst.targets ?? []) for (const arg of edge.args) use(arg);
      define(inst);
    }
  }

  for (let changed = true; changed; ) {
    changed = false;
    for (let b = count - 1; b >= 0; b--) {
      const base = b * words;
      for (const edge of successors(cfg.order[b]!)) {
        const from = cfg.position[edge.block.id]! * words;
        for (let w = 0; w < words; w++) liveOut[base + w]! |= liveIn[from + w]!;
      }
      for (let w = 0; w < words; w++) {
        const before = liveIn[base + w]!;
        const after = (used[base + w]! | (liveOut[base + w]! & ~defined[base + w]!)) >>> 0;
        if (after !== before) {
          liveIn[base + w] = after;
          changed = true;
        }
      }
    }
  }

  const test = (sets: Uint32Array, block: number, value: Inst): boolean =>
    (sets[block * words + (value.id >>> 5)]! & (1 << (value.id & 31))) !== 0;
  return {
    words,
    liveIn,
    liveOut,
    isLiveIn: (block, value) => test(liveIn, block, value),
    isLiveOut: (block, value) => test(liveOut, block, value),
  };
}
