// The dominator tree (Cooper, Harvey, Kennedy: "A Simple, Fast Dominance Algorithm", 2001).
import type { Cfg } from './cfg.ts';

/** Blocks are positions in Cfg.order. */
export interface Dominators {
  /** Immediate dominator of each block; 0 for the entry itself. */
  readonly parent: Int32Array;
  /** Blocks that each block immediately dominates, in reverse post-order. */
  readonly children: readonly (readonly number[])[];
  /** True if every path to `b` passes `a`; a block dominates itself. */
  dominates(a: number, b: number): boolean;
}

export function buildDominators(cfg: Cfg): Dominators {
  const count = cfg.order.length;
  const parent = new Int32Array(count).fill(-1);
  parent[0] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let block = 1; block < count; block++) {
      let dominator = -1;
      for (const predecessor of cfg.predecessors[block]!) {
        if (parent[predecessor] === -1) continue;
        dominator = dominator === -1 ? predecessor : intersect(parent, dominator, predecessor);
      }
      if (parent[block] !== dominator) {
        parent[block] = dominator;
        changed = true;
      }
    }
  }

  const children: number[][] = cfg.order.map(() => []);
  for (let block = 1; block < count; block++) children[parent[block]!]!.push(block);

  // Numbers each block before and after its subtree: a dominates b if b's interval lies in a's.
  const enter = new Int32Array(count);
  const leave = new Int32Array(count);
  let clock = 0;
  const stack = [0];
  const nextChild = [0];
  enter[0] = clock++;
  while (stack.length > 0) {
    const top = stack.length - 1;
    const child = children[stack[top]!]![nextChild[top]!++];
    if (child === undefined) {
      leave[stack[top]!] = clock++;
      stack.pop();
      nextChild.pop();
    } else {
      enter[child] = clock++;
      stack.push(child);
      nextChild.push(0);
    }
  }
  return {
    parent,
    children,
    dominates: (a, b) => enter[a]! <= enter[b]! && leave[b]! <= leave[a]!,
  };
}

/**
 * The index of the only edge into a block from outside of a loop that it heads: what the edge tells holds in the
 * block, about values that are defined before. -1 if there are several.
 */
export function onlyEntry(cfg: Cfg, dominators: Dominators, block: number): number {
  let entry = -1;
  const predecessors = cfg.predecessors[block]!;
  for (let e = 0; e < predecessors.length; e++) {
    if (dominators.dominates(block, predecessors[e]!)) continue;
    if (entry >= 0) return -1;
    entry = e;
  }
  return entry;
}

/** The closest common dominator, by the positions in reverse post-order. */
function intersect(parent: Int32Array, a: number, b: number): number {
  while (a !== b) {
    while (a > b) a = parent[a]!;
    while (b > a) b = parent[b]!;
  }
  return a;
}
