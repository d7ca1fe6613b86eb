// The natural loops of a function as a forest. Frontend output is reducible, and passes keep it so; in an
// irreducible graph some cycles would be no loop here, which costs speed and not correctness.
import type { Cfg } from './cfg.ts';
import type { Dominators } from './dominators.ts';

/** Blocks are positions in Cfg.order. */
export interface Loop {
  readonly header: number;
  /** The loop around this one. */
  parent: Loop | undefined;
  /** 1 for outermost loops. */
  depth: number;
  /** All blocks, those of inner loops included; the header first. */
  readonly blocks: number[];
  /** Blocks with an edge back to the header. */
  readonly latches: number[];
}

export interface LoopForest {
  /** Outer loops before inner ones. */
  readonly loops: readonly Loop[];
  /** By block: the innermost loop that it is in. */
  readonly innermost: readonly (Loop | undefined)[];
}

export function buildLoops(cfg: Cfg, dominators: Dominators): LoopForest {
  const count = cfg.order.length;
  const innermost: (Loop | undefined)[] = new Array<undefined>(count).fill(undefined);
  const loops: Loop[] = [];
  const mark = new Int32Array(count).fill(-1);
  // Headers from the first in reverse post-order on: outer loops come first, inner ones overwrite `innermost`.
  for (let header = 0; header < count; header++) {
    const latches = cfg.predecessors[header]!.filter((from) => dominators.dominates(header, from));
    if (latches.length === 0) continue;
    const blocks = [header];
    mark[header] = header;
    const work = [...latches];
    while (work.length > 0) {
      const block = work.pop()!;
      if (mark[block] === header) continue;
      mark[block] = header;
      blocks.push(block);
      work.push(...cfg.predecessors[block]!);
    }
    const parent = innermost[header];
    const loop: Loop = { header, parent, depth: (parent?.depth ?? 0) + 1, blocks, latches };
    for (const block of blocks) innermost[block] = loop;
    loops.push(loop);
  }
  return { loops, innermost };
}

/** True if `loop` contains the block. */
export function inLoop(forest: LoopForest, loop: Loop, block: number): boolean {
  for (let at = forest.innermost[block]; at; at = at.parent) if (at === loop) return true;
  return false;
}
