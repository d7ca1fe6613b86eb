// The order of blocks in memory. Chains are built along the most frequent edges first (Pettis and Hansen, "Profile
// Guided Code Positioning", PLDI 1990, with estimated frequencies): a loop whose test is at its top comes out
// rotated, with the test at its bottom. Rare blocks come last.
import type { AItem, Allocation } from './allocation.ts';

/** A jump costs two cycles, a branch that is taken one more than one that is not. */
const JUMP_COST = 2;
const BRANCH_COST = 1;
/** Blocks below this frequency go to the end. */
const RARE = 1 / 64;

export interface Layout {
  /** Block indices in the order of memory; blocks that only jump are left out. */
  readonly order: number[];
  /** By block index: the block that control reaches through blocks that only jump. */
  readonly target: Int32Array;
}

/** Orders the blocks of a function. */
export function layoutBlocks(allocation: Allocation): Layout {
  const { fn, blocks, wrapping } = allocation;
  const { early, body } = wrapping;
  const target = threadJumps(allocation);
  interface Link {
    readonly from: number;
    readonly to: number;
    readonly gain: number;
  }
  const links: Link[] = [];
  for (const block of fn.blocks) {
    if (target[block.index] !== block.index) continue;
    const cost = block.succs.length === 1 ? JUMP_COST : BRANCH_COST;
    for (const edge of block.succs) {
      const to = target[edge.to.index]!;
      const freq = Math.min(block.freq, edge.to.freq);
      if (to !== block.index && to !== 0 && early[block.index] === early[to])
        links.push({ from: block.index, to, gain: freq * cost });
    }
  }
  links.sort((x, y) => y.gain - x.gain || x.from - y.from);
  const chainOf: number[][] = fn.blocks.map((block) => [block.index]);
  for (const { from, to } of links) {
    const first = chainOf[from]!;
    const second = chainOf[to]!;
    if (first === second || first[first.length - 1] !== from || second[0] !== to) continue;
    first.push(...second);
    for (const index of second) chainOf[index] = first;
  }
  const chains = [...new Set(chainOf)].filter((chain) => target[chain[0]!] === chain[0]);
  const isRare = (chain: number[]): boolean => chain.every((index) => fn.blocks[index]!.freq < RARE);
  // First what runs before the prologue, then the block with it.
  const place = (chain: number[]): number => {
    if (chain[0] === 0) return -3;
    if (early[chain[0]!]) return -2;
    if (chain[0] === body) return -1;
    return Math.min(...chain) + (isRare(chain) ? blocks.length : 0);
  };
  chains.sort((x, y) => place(x) - place(y));
  return { order: chains.flat().filter((index) => target[index] === index), target };
}

/** For each block, where control ends up if it and what follows only jump. */
function threadJumps(allocation: Allocation): Int32Array {
  const { fn, blocks } = allocation;
  const onlyJumps = (items: readonly AItem[]): boolean => items.length === 1 && items[0]!.inst?.op === 'b';
  const target = Int32Array.from(fn.blocks, (block) => block.index);
  for (const block of fn.blocks) {
    let at = block.index;
    // An empty endless loop never ends up anywhere: it stays what it is.
    for (let steps = 0; steps <= blocks.length; steps++) {
      if (at === 0 || at === allocation.wrapping.body || !onlyJumps(blocks[at]!)) break;
      at = fn.blocks[at]!.succs[0]!.to.index;
      if (at === block.index) break;
    }
    target[block.index] = at;
  }
  return target;
}
