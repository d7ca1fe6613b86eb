// How many values a loop keeps alive, and across its calls: what the spiller needs to know before it enters a loop.
import { isCall, type Liveness, members } from './liveness.ts';
import { IN_REGISTER, isConstant, type MBlock, type MFunction, type MInst } from './machine.ts';
import { isInLoop } from './machine-cfg.ts';

export interface LoopPressure {
  /** Most values live at once in the loop, those that can be made anew left out. */
  maxLive: number;
  /** The same with those that an instruction needs at hand, while it needs them. */
  maxNeeded: number;
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
      const loop = loops.get(header) ?? { maxLive: 0, maxNeeded: 0, maxAcross: 0, hasCall: false };
      loops.set(header, loop);
      loop.maxLive = Math.max(loop.maxLive, pressure.maxLive);
      loop.maxNeeded = Math.max(loop.maxNeeded, pressure.maxNeeded);
      loop.maxAcross = Math.max(loop.maxAcross, pressure.maxAcross);
      if (calls && block.freq * 2 >= blocks[header]!.freq && isInLoop(blocks, block, header))
        loop.hasCall = true;
    }
  }
  return loops;
}

function needsRegister(inst: MInst, use: number): boolean {
  return inst.useRegs === undefined || inst.useRegs[use] === IN_REGISTER;
}

/** What one block adds to the pressure. */
function blockPressure(fn: MFunction, block: MBlock, liveness: Liveness): Omit<LoopPressure, 'hasCall'> {
  const counts = (v: number): boolean => !isConstant(fn, v);
  const entering = members(liveness.liveIn, liveness.words, block.index).filter(counts);
  let live = block.params.length + entering.length;
  let maxLive = live;
  let maxNeeded = live;
  let maxAcross = 0;
  for (const [i, inst] of block.insts.entries()) {
    const constants = inst.uses.filter((v, u) => !counts(v) && needsRegister(inst, u)).length;
    maxNeeded = Math.max(maxNeeded, live + constants);
    const dying = liveness.deaths[block.index]![i]!.filter(counts);
    live += inst.defs.length - dying.length;
    maxLive = Math.max(maxLive, live);
    maxNeeded = Math.max(maxNeeded, live);
    if (isCall(inst)) {
      const kept = inst.defs.filter((v) => !dying.includes(v)).length;
      maxAcross = Math.max(maxAcross, live - kept);
    }
  }
  return { maxLive, maxNeeded, maxAcross };
}
