// Copies blocks that only return into the blocks that jump there: a return costs no more than the jump, and a value
// that is returned early need not live where the others do.
import { type MBlock, type MEdge, type MFunction, type MInst, minst } from './machine.ts';

/** Blocks that come to the return by less than this share are content to jump. */
const RARE = 1 / 64;

/** Rewrites the function in place; all blocks are renumbered. */
export function copyReturns(fn: MFunction): void {
  const removed = new Set<MBlock>();
  for (const block of fn.blocks) {
    const last = block.insts[0]!;
    if (block.preds.length < 2 || block.insts.length !== 1 || last.op !== 'ret') continue;
    // Edges from blocks that branch are split: every predecessor only goes here.
    const usual = block.preds.filter(({ from }) => from.freq > block.freq * RARE);
    for (const edge of usual) returnFrom(edge, last);
    block.preds = block.preds.filter((edge) => !usual.includes(edge));
    if (block.preds.length === 0) removed.add(block);
  }
  if (removed.size > 0) renumber(fn, removed);
}

function returnFrom(edge: MEdge, ret: MInst): void {
  const { from, to, args } = edge;
  const uses = ret.uses.map((v) => {
    const param = to.params.indexOf(v);
    return param < 0 ? v : args[param]!;
  });
  from.insts[from.insts.length - 1] = minst('ret', [], uses, ret.position, { useRegs: ret.useRegs });
  from.succs = [];
}

function renumber(fn: MFunction, removed: ReadonlySet<MBlock>): void {
  const kept = fn.blocks.filter((block) => !removed.has(block));
  const index = new Map(kept.map((block, k) => [block.index, k]));
  const at = (old: number): number => (old < 0 ? old : index.get(old)!);
  // Returns dominate nothing and are in no loop, so that nothing refers to them.
  for (const block of kept) {
    block.idom = at(block.idom);
    block.loop = at(block.loop);
    block.outer = at(block.outer);
  }
  for (const [k, block] of kept.entries()) block.index = k;
  fn.blocks = kept;
}
