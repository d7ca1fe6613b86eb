// Gives every loop a preheader: one block outside of it that only leads to its header, where passes put what
// shall run once before the loop. Empty ones go again in simplify-cfg.ts.

import type { Cfg } from './analysis/cfg.ts';
import { buildCfg } from './analysis/cfg.ts';
import type { Dominators } from './analysis/dominators.ts';
import { buildDominators } from './analysis/dominators.ts';
import type { LoopForest } from './analysis/loops.ts';
import { buildLoops } from './analysis/loops.ts';
import type { Block, Edge, IrFunction } from './ir.ts';
import { newBlock, newInst, newParam, successors } from './ir.ts';
import type { IrType } from './types.ts';

export interface LoopStructure {
  readonly cfg: Cfg;
  readonly dominators: Dominators;
  readonly forest: LoopForest;
  /** The preheader of each loop, as loops are numbered in `forest.loops`: a position. */
  readonly preheaders: readonly number[];
}

/** Makes missing preheaders and returns the analyses of the result. */
export function withPreheaders(fn: IrFunction): LoopStructure {
  let cfg = buildCfg(fn);
  let dominators = buildDominators(cfg);
  let forest = buildLoops(cfg, dominators);
  let changed = false;
  for (const loop of forest.loops) {
    const header = cfg.order[loop.header]!;
    const outside = cfg.incoming[loop.header]!.filter(
      (_, i) => !dominators.dominates(loop.header, cfg.predecessors[loop.header]![i]!),
    );
    const [from] = cfg.predecessors[loop.header]!.filter(
      (block) => !dominators.dominates(loop.header, block),
    );
    if (outside.length === 1 && successors(cfg.order[from!]!).length === 1) continue;
    insertBefore(fn, header, outside);
    changed = true;
  }
  if (changed) {
    cfg = buildCfg(fn);
    dominators = buildDominators(cfg);
    forest = buildLoops(cfg, dominators);
  }
  const preheaders = forest.loops.map(
    (loop) => cfg.predecessors[loop.header]!.find((block) => !dominators.dominates(loop.header, block))!,
  );
  return { cfg, dominators, forest, preheaders };
}

/** Makes a block that these edges lead to instead, and that leads on to `header`. */
function insertBefore(fn: IrFunction, header: Block, edges: readonly Edge[]): void {
  const block = newBlock(fn);
  // One edge needs no parameters: its arguments go on as they are.
  const [first, more] = edges;
  const args =
    first && !more ? first.args : header.params.map((param) => newParam(fn, block, param.type as IrType));
  for (const edge of edges) {
    edge.block = block;
    if (!more) edge.args = [];
  }
  block.insts.push(newInst(fn, 'jump', 'void', [], undefined, { targets: [{ block: header, args }] }));
}
