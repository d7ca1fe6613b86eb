// The control-flow graph of a function: reachable blocks in reverse post-order, with their incoming edges.
import type { Block, Edge, IrFunction } from '../ir.ts';
import { successors } from '../ir.ts';

/** Blocks are identified by their position in `order`. */
export interface Cfg {
  /** Reachable blocks, in reverse post-order; the entry first. */
  readonly order: readonly Block[];
  /** Position by block id; -1 if unreachable. */
  readonly position: readonly number[];
  /** By position: the positions that edges come from, one for each edge. */
  readonly predecessors: readonly (readonly number[])[];
  /** By position: the incoming edges themselves, parallel to `predecessors`. */
  readonly incoming: readonly (readonly Edge[])[];
}

/** Every block must be terminated. */
export function buildCfg(fn: IrFunction): Cfg {
  const position = new Array<number>(fn.nextBlockId).fill(-1);
  const entry = fn.blocks[0];
  if (!entry) throw new Error(`${fn.symbol} has no blocks`);

  // Depth-first with an explicit stack; -2 marks blocks that were seen.
  const postOrder: Block[] = [];
  const stack: Block[] = [entry];
  const nextEdge: number[] = [0];
  position[entry.id] = -2;
  while (stack.length > 0) {
    const top = stack.length - 1;
    const block = stack[top]!;
    // Later successors are visited first, so that the first ones (a loop's body) come first in the order.
    const edges = successors(block);
    const edge = edges[edges.length - 1 - nextEdge[top]!++];
    if (!edge) {
      postOrder.push(block);
      stack.pop();
      nextEdge.pop();
    } else if (position[edge.block.id] === -1) {
      position[edge.block.id] = -2;
      stack.push(edge.block);
      nextEdge.push(0);
    }
  }

  const order = postOrder.reverse();
  for (let i = 0; i < order.length; i++) position[order[i]!.id] = i;
  const predecessors: number[][] = order.map(() => []);
  const incoming: Edge[][] = order.map(() => []);
  for (let i = 0; i < order.length; i++) {
    for (const edge of successors(order[i]!)) {
      const to = position[edge.block.id]!;
      predecessors[to]!.push(i);
      incoming[to]!.push(edge);
    }
  }
  return { order, position, predecessors, incoming };
}

/** Drops blocks that no path from the entry leads to; true if there were any. */
export function removeUnreachableBlocks(fn: IrFunction, cfg = buildCfg(fn)): boolean {
  if (cfg.order.length === fn.blocks.length) return false;
  fn.blocks = fn.blocks.filter((block) => cfg.position[block.id]! >= 0);
  return true;
}
