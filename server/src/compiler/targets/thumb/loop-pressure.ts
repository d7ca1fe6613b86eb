// How many values a loop keeps alive, and across its calls: what the spiller needs to know before it enters a loop.
import { isCall, type Liveness, members } from './liveness.ts';
import { isConstant, type MBlock, type MFunction } from './machine.ts';
import { isInLoop } from './machine-cfg.ts';

export interface LoopPressure {
  /** Most values live at once in the loop, those that can be made anew left out. */
  maxLive: number;
  /** Most of them that live across a call. */
  maxAcross: number;
  /** Whether a round of the loop usually makes a call. */
  hasCall: boolean;
}

/** By block index of their headers. */
export function measureLoops(fn: MFunction, liveness: Liveness): Map<number, LoopPressure> {
  const { blocks } = fn;
  const loops = new Map<number, LoopPressure>();
  for (const block of blocks) {
    if (block.loop === -1) continue;
    const pressure = blockPressure(fn, block, liveness);
    const calls = block.insts.some(isCall);
    for (let header = block.loop; header !== -1; header = blocks[header]!.outer) {
      const loop = loops.get(header) ?? { maxLive: 0, maxAcross: 0, hasCall: false };
      loops.set(header, loop);
      loop.maxLive = Math.max(loop.maxLive, pressure.maxLive);
      loop.maxAcross = Math.max(loop.maxAcross, pressure.maxAcross);
      if (calls && block.freq * 2 >= blocks[header]!.freq && isInLoop(blocks, block, header))
        loop.hasCall = true;
    }
  }
  return loops;
}

/** The most values that live at once inside a block, and across one of its calls; constants are left out. */
function blockPressure(
  fn: MFunction,
  block: MBlock,
  liveness: Liveness,
): { maxLive: number; maxAcross: number } {
  const counts = (v: number): boolean => !isConstant(fn, v);
  const entering = members(liveness.liveIn, liveness.words, block.index).filter(counts);
  let live = block.params.length + entering.length;
  let maxLive = live;
  let maxAcross = 0;
  for (const [i, inst] of block.insts.entries()) {
    const dying = liveness.deaths[block.index]![i]!.filter(counts);
    live += inst.defs.length - dying.length;
    maxLive = Math.max(maxLive, live);
    if (isCall(inst)) {
      const kept = inst.defs.filter((v) => !dying.includes(v)).length;
      maxAcross = Math.max(maxAcross, live - kept);
    }
  }
  return { maxLive, maxAcross };
}
