// Where spilled values are stored. As a rule that is once, where they are defined; but a value that only rare blocks
// find in memory is stored where control gets to those, and costs nothing on the usual way.
import { contains, type Liveness } from './liveness.ts';
import type { MBlock, MFunction } from './machine.ts';
import type { BlockPlan, SpillPlan } from './spill.ts';
import type { Wrapping } from './wrap.ts';

/** Blocks that run less often than the definition by this factor are rare. */
const RARE = 1 / 64;

export interface LateStores {
  /** By virtual register: 1 if the value is not stored where it is defined. */
  readonly isLate: Uint8Array;
  /** By index of the block at whose start they are stored. */
  readonly atStart: ReadonlyMap<number, readonly number[]>;
}

/** Finds what is stored late. */
export function placeStores(
  fn: MFunction,
  liveness: Liveness,
  plan: SpillPlan,
  { early }: Wrapping,
): LateStores {
  const isLate = new Uint8Array(fn.vregs);
  const atStart = new Map<number, number[]>();
  for (const [v, definition] of findDefinitions(fn, plan)) {
    const places = findPlaces(fn, liveness, plan, v, definition);
    // Before the prologue there is no memory.
    if (!places || places.some(({ index }) => early[index])) continue;
    isLate[v] = 1;
    for (const { index } of places) {
      const own = atStart.get(index);
      if (own) own.push(v);
      else atStart.set(index, [v]);
    }
  }
  return { isLate, atStart };
}

/** The blocks that define the spilled values. */
function findDefinitions(fn: MFunction, { spilled, high }: SpillPlan): Map<number, MBlock> {
  const result = new Map<number, MBlock>();
  const note = (v: number, block: MBlock): void => {
    if (spilled[v] && !high.has(v)) result.set(v, block);
  };
  for (const { vreg } of fn.params) note(vreg, fn.blocks[0]!);
  for (const block of fn.blocks) {
    for (const v of block.params) note(v, block);
    for (const inst of block.insts) for (const v of inst.defs) note(v, block);
  }
  return result;
}

/** The blocks that lead from the usual way to rare blocks where the value lives; undefined if it is stored at once. */
function findPlaces(
  fn: MFunction,
  liveness: Liveness,
  plan: SpillPlan,
  v: number,
  definition: MBlock,
): MBlock[] | undefined {
  const isRare = (block: MBlock): boolean => block.freq <= definition.freq * RARE;
  const places: MBlock[] = [];
  for (const block of fn.blocks) {
    const enters = contains(liveness.liveIn, liveness.words, block.index, v);
    if (!enters && block !== definition) continue;
    const { entry, insts } = plan.blocks[block.index]!;
    if (!isRare(block)) {
      const isParam = block.params.includes(v);
      if (((enters || isParam) && !entry.includes(v)) || leavesIn(insts, v)) return undefined;
      continue;
    }
    const usual = block.preds.filter((edge) => !isRare(edge.from)).length;
    if (usual === 0) continue;
    if (usual < block.preds.length || !entry.includes(v)) return undefined;
    places.push(block);
  }
  return places;
}

/** Whether a value leaves the registers in a block. */
function leavesIn(insts: BlockPlan['insts'], v: number): boolean {
  for (const { dropsBefore, dropsAfter } of insts.values())
    if (dropsBefore.includes(v) || dropsAfter.includes(v)) return true;
  return false;
}
