// Runs loops over plain `number` on int32s as long as their numbers are int32s, which is nearly always. Of a loop
// whose sums and counters are not provably int32s, a copy is made: the loop itself assumes that what comes from
// outside are int32s (tested once, before it) and that no sum overflows (tested after each addition: a cycle or
// two, instead of the 170 that adding doubles takes). Where an assumption fails, control goes on in the copy, at
// the same place and with the same values as doubles; so the results are exactly those of doubles.
//
// Best after narrow-doubles.ts, which needs no copies, and before loops are inverted. It only makes the
// conversions and tests; narrow-doubles.ts and fold.ts, run again, find that the loop is on integers now.
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import type { Block, IrFunction } from '../ir/ir.ts';
import { withPreheaders } from '../ir/preheaders.ts';
import { planLoop } from './speculate/candidates.ts';
import { versionLoop } from './speculate/version.ts';

/** Loops of more instructions are not copied. */
const MAX_SIZE = 160;
const MAX_CHECKS = 16;

export function speculateIntegers(fn: IrFunction): boolean {
  let changed = false;
  const done = new Set<Block>();
  while (versionNext(fn, done)) changed = true;
  return changed;
}

/** Versions the next loop that is worth it, outer loops first. */
function versionNext(fn: IrFunction, done: Set<Block>): boolean {
  if (!hasDoubleLoop(fn)) return false;
  const { cfg, forest, preheaders } = withPreheaders(fn);
  let ranges: Ranges | undefined;
  for (const [i, loop] of forest.loops.entries()) {
    const blocks = loop.blocks.map((b) => cfg.order[b]!);
    const header = blocks[0]!;
    if (done.has(header) || blocks.some((block) => block.cold)) continue;
    done.add(header);
    if (!blocks.some(hasArithmetic)) continue;
    if (blocks.reduce((size, block) => size + block.insts.length, 0) > MAX_SIZE) continue;
    ranges ??= new Ranges(fn);
    const plan = planLoop(ranges, forest, loop);
    if (!plan || plan.checked.size > MAX_CHECKS) continue;
    // What is inside is planned with it.
    for (const block of blocks) done.add(block);
    versionLoop(fn, blocks, cfg.order[preheaders[i]!]!, plan);
    removeUnreachableBlocks(fn);
    return true;
  }
  return false;
}

function hasArithmetic(block: Block): boolean {
  return block.insts.some(
    ({ op }) => op === 'dadd' || op === 'dsub' || op === 'dmul' || op === 'drem' || op === 'ddiv',
  );
}

function hasDoubleLoop(fn: IrFunction): boolean {
  const { order, predecessors } = buildCfg(fn);
  return order.some(hasArithmetic) && predecessors.some((from, b) => from.some((block) => block >= b));
}
