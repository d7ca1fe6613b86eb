// Makes the empty blocks of the machine function from the IR's control flow: reverse postorder, critical edges
// split (so that copies for block parameters always have a place), dominators, loops, estimated frequencies.
import { buildCfg } from '../../ir/analysis/cfg.ts';
import { buildDominators } from '../../ir/analysis/dominators.ts';
import { buildLoops, type Loop } from '../../ir/analysis/loops.ts';
import type { Block, IrFunction } from '../../ir/ir.ts';
import { successors, terminator } from '../../ir/ir.ts';
import type { MBlock, MEdge } from './machine.ts';

export interface BlockSkeleton {
  /** All blocks in reverse postorder, inserted ones directly behind the block whose edge they split. */
  readonly blocks: MBlock[];
  /** The IR block of each of them; undefined for inserted ones. */
  readonly origin: (Block | undefined)[];
  /** The edges of each branching or jumping IR block, in the order of its targets, by MBlock index. */
  readonly edges: MEdge[][];
}

/** How often a loop is taken to run, and how rarely blocks that end in a trap or are rare for other reasons. */
const LOOP_ROUNDS = 8;
const RARE_PROBABILITY = 1 / 1024;
/** How likely a branch between a loop and its end enters the loop, and one to a return takes that. */
const LOOP_ENTRY_PROBABILITY = 7 / 8;
const RETURN_PROBABILITY = 3 / 8;

/** Builds the blocks; `succs` of a block with a split edge lead to the inserted block. */
export function makeBlocks(fn: IrFunction): BlockSkeleton {
  const cfg = buildCfg(fn);
  const dominators = buildDominators(cfg);
  const forest = buildLoops(cfg, dominators);
  const blocks: MBlock[] = [];
  const origin: (Block | undefined)[] = [];
  const machineIndex = new Int32Array(cfg.order.length);
  const add = (ir: Block | undefined, depth: number): MBlock => {
    const index = blocks.length;
    const block: MBlock = {
      index,
      params: [],
      insts: [],
      succs: [],
      preds: [],
      idom: 0,
      loop: -1,
      outer: -1,
      depth,
      freq: 0,
    };
    blocks.push(block);
    origin.push(ir);
    return block;
  };

  // Which edges are split: those from blocks with two successors to blocks with several predecessors.
  const isCritical = (from: number, to: number): boolean =>
    successors(cfg.order[from]!).length > 1 && cfg.predecessors[to]!.length > 1;
  const splits: { from: number; target: number; block: MBlock; loop: Loop | undefined }[] = [];
  for (let p = 0; p < cfg.order.length; p++) {
    const loop = forest.innermost[p];
    machineIndex[p] = add(cfg.order[p], loop?.depth ?? 0).index;
    for (const [target, edge] of successors(cfg.order[p]!).entries()) {
      const to = cfg.position[edge.block.id]!;
      if (!isCritical(p, to)) continue;
      const shared = commonLoop(loop, forest.innermost[to]);
      splits.push({ from: p, target, block: add(undefined, shared?.depth ?? 0), loop: shared });
    }
  }
  for (let p = 0; p < cfg.order.length; p++) {
    const block = blocks[machineIndex[p]!]!;
    block.idom = machineIndex[dominators.parent[p]!]!;
    block.loop = headerOf(forest.innermost[p], machineIndex);
  }
  for (const { from, block, loop } of splits) {
    block.idom = machineIndex[from]!;
    block.loop = headerOf(loop, machineIndex);
  }
  for (const loop of forest.loops)
    blocks[machineIndex[loop.header]!]!.outer = headerOf(loop.parent, machineIndex);

  const edges: MEdge[][] = blocks.map(() => []);
  let nextSplit = 0;
  for (let p = 0; p < cfg.order.length; p++) {
    const block = blocks[machineIndex[p]!]!;
    for (const [target, edge] of successors(cfg.order[p]!).entries()) {
      let from = block;
      const split = splits[nextSplit];
      if (split && split.from === p && split.target === target) {
        nextSplit++;
        connect(block, split.block);
        from = split.block;
      }
      edges[block.index]!.push(connect(from, blocks[machineIndex[cfg.position[edge.block.id]!]!]!));
    }
  }
  estimateFrequencies(blocks, origin);
  return { blocks, origin, edges };
}

function connect(from: MBlock, to: MBlock): MEdge {
  const edge: MEdge = { from, to, args: [] };
  from.succs.push(edge);
  to.preds.push(edge);
  return edge;
}

function headerOf(loop: Loop | undefined, machineIndex: Int32Array): number {
  return loop ? machineIndex[loop.header]! : -1;
}

/** The innermost loop that contains both. */
function commonLoop(a: Loop | undefined, b: Loop | undefined): Loop | undefined {
  let x = a;
  let y = b;
  while (x !== y) {
    if ((x?.depth ?? 0) >= (y?.depth ?? 0)) x = x?.parent;
    else y = y?.parent;
  }
  return x;
}

/** Whether a block belongs to the loop with the given header, directly or in an inner loop. */
export function isInLoop(blocks: readonly MBlock[], block: MBlock, header: number): boolean {
  let loop = block.loop;
  while (loop !== -1 && loop !== header) loop = blocks[loop]!.outer;
  return loop === header;
}

/**
 * Frequencies by static guesses: a loop runs LOOP_ROUNDS times, an edge out of a loop is taken once in that many,
 * traps are rare, other branches go either way.
 */
function estimateFrequencies(blocks: MBlock[], origin: (Block | undefined)[]): void {
  const isRare = (block: MBlock): boolean => {
    const ir = origin[block.index] ?? origin[block.succs[0]!.to.index];
    return ir !== undefined && (ir.rare || terminator(ir).op === 'trap');
  };
  const entersLoop = (block: MBlock): boolean =>
    block.loop === block.index ||
    (block.succs.length === 1 &&
      block.succs[0]!.to.loop === block.succs[0]!.to.index &&
      block.depth < block.succs[0]!.to.depth);
  const returns = (block: MBlock): boolean => {
    const ir = origin[block.index];
    return ir !== undefined && terminator(ir).op === 'return';
  };
  blocks[0]!.freq = 1;
  for (const block of blocks) {
    if (block.loop === block.index) block.freq *= LOOP_ROUNDS;
    const count = block.succs.length;
    if (count === 1) {
      const to = block.succs[0]!.to;
      if (to.index > block.index) to.freq += block.freq;
    } else if (count === 2) {
      const [a, b] = [block.succs[0]!.to, block.succs[1]!.to];
      let probability = 0.5;
      if (isRare(a) && !isRare(b)) probability = RARE_PROBABILITY;
      else if (isRare(b) && !isRare(a)) probability = 1 - RARE_PROBABILITY;
      else if (a.depth < b.depth) probability = 1 / LOOP_ROUNDS;
      else if (b.depth < a.depth) probability = 1 - 1 / LOOP_ROUNDS;
      else if (entersLoop(a) !== entersLoop(b))
        probability = entersLoop(a) ? LOOP_ENTRY_PROBABILITY : 1 - LOOP_ENTRY_PROBABILITY;
      else if (returns(a) !== returns(b))
        probability = returns(a) ? RETURN_PROBABILITY : 1 - RETURN_PROBABILITY;
      if (a.index > block.index) a.freq += block.freq * probability;
      if (b.index > block.index) b.freq += block.freq * (1 - probability);
    }
  }
}
