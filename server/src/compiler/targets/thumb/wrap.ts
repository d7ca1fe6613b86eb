// Shrink-wrapping: the blocks at the start of a function that can run, and return, without a stack frame. They get
// along with r0-r3; the prologue stands at the start of the one block where all other paths continue. After Chow,
// "Minimizing Register Usage Penalty at Procedure Calls", PLDI 1988, for a single place.
import type { Liveness } from './liveness.ts';
import { members } from './liveness.ts';
import { isConstant, isLate, type MBlock, type MFunction, mopInfo } from './machine.ts';
import type { SpillPlan } from './spill.ts';

/** Registers that need no saving. */
const FREE_REGISTERS = 4;

export interface Wrapping {
  /** By block index: 1 if the block runs before the prologue. */
  readonly early: Uint8Array;
  /** The block that starts with the prologue; 0 if none runs before it. */
  readonly body: number;
}

/** Finds the blocks that run before the prologue: none if that saves nothing. */
export function wrapFrame(fn: MFunction, liveness: Liveness, plan: SpillPlan): Wrapping {
  const none: Wrapping = { early: new Uint8Array(fn.blocks.length), body: 0 };
  if (!isLight(fn, fn.blocks[0]!, liveness, plan)) return none;
  return (
    grow(fn, liveness, plan, () => true) ??
    grow(fn, liveness, plan, (block) => block.insts[block.insts.length - 1]!.op === 'ret') ??
    none
  );
}

/** Blocks that only early blocks lead to are early if they are light; undefined if no single body is left. */
function grow(
  fn: MFunction,
  liveness: Liveness,
  plan: SpillPlan,
  accept: (block: MBlock) => boolean,
): Wrapping | undefined {
  const early = new Uint8Array(fn.blocks.length);
  early[0] = 1;
  let returns = false;
  for (const block of fn.blocks) {
    if (block.index === 0 || !block.preds.every((edge) => early[edge.from.index])) continue;
    if (!accept(block) || !isLight(fn, block, liveness, plan)) continue;
    early[block.index] = 1;
    returns ||= block.insts[block.insts.length - 1]!.op === 'ret';
  }
  if (!returns) return undefined;
  let body = 0;
  for (const block of fn.blocks)
    for (const { to } of block.succs) {
      if (!early[block.index] || early[to.index] || to.index === body) continue;
      if (body !== 0) return undefined;
      body = to.index;
    }
  if (body === 0 || !fn.blocks[body]!.preds.every((edge) => early[edge.from.index])) return undefined;
  // What the body finds in memory was stored by the early blocks: they can't, so it must come in registers.
  const { entry } = plan.blocks[body]!;
  if (entry.length > FREE_REGISTERS) return undefined;
  const inMemory = members(liveness.liveIn, liveness.words, body).filter((v) => !fn.remat[v]);
  const params = fn.blocks[body]!.params.filter((v) => plan.spilled[v]);
  return [...inMemory, ...params].every((v) => entry.includes(v)) ? { early, body } : undefined;
}

/** Whether a block calls nothing, can't trap, and gets along with four registers and no memory of the frame. */
function isLight(fn: MFunction, block: MBlock, liveness: Liveness, plan: SpillPlan): boolean {
  if (block.loop !== -1) return false;
  const { entry, insts } = plan.blocks[block.index]!;
  // Parameters that start in memory are written by the edges.
  if (block.params.some((v) => plan.spilled[v] && !entry.includes(v))) return false;
  let live = entry;
  for (const [i, inst] of block.insts.entries()) {
    if (mopInfo(inst.op).call || inst.op === 'check' || inst.op === 'trap' || inst.op === 'starg')
      return false;
    const step = insts.get(i);
    const deaths = liveness.deaths[block.index]![i]!;
    if (step) {
      if (!step.reloads.every((v) => fn.remat[v])) return false;
      live = [...live.filter((v) => !step.dropsBefore.includes(v)), ...step.reloads];
    }
    if (live.length > FREE_REGISTERS) return false;
    // Fixed uses of what is in memory load it.
    for (const v of inst.uses) if (!live.includes(v) && !isConstant(fn, v) && !fn.remat[v]) return false;
    const lateUses = inst.uses.filter((v, u) => isLate(inst, u) && deaths.includes(v)).length;
    live = live.filter((v) => !deaths.includes(v) && !step?.dropsAfter.includes(v));
    if (live.length + inst.defs.length + lateUses > FREE_REGISTERS) return false;
    live = [...live, ...inst.defs.filter((v) => !deaths.includes(v))];
  }
  return live.length <= FREE_REGISTERS;
}
