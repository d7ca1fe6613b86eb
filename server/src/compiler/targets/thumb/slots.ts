// Gives spilled values their slots. A block parameter shares a slot with the values that are passed to it, where
// they are never alive at the same time: then the edge has nothing to copy. Slots are reused otherwise, too.
import { type Liveness, members } from './liveness.ts';
import type { MFunction } from './machine.ts';

export interface Slots {
  /** By virtual register: number of its slot, or -1. */
  readonly slotOf: Int32Array;
  readonly count: number;
}

/**
 * Assigns slots to all values of `spilled`.
 * @param isLate by virtual register: 1 for values that are stored late, whose slots parameters may not find filled
 */
export function assignSlots(
  fn: MFunction,
  liveness: Liveness,
  spilled: Uint8Array,
  isLate: Uint8Array,
): Slots {
  const slotOf = new Int32Array(fn.vregs).fill(-1);
  const values: number[] = [];
  for (let v = 0; v < fn.vregs; v++) if (spilled[v] && !fn.remat[v]) values.push(v);
  if (values.length === 0) return { slotOf, count: 0 };

  const conflicts = findConflicts(fn, liveness, spilled, values);
  const groups = new Map(values.map((v) => [v, [v]]));
  const clash = (a: readonly number[], b: readonly number[]): boolean =>
    a.some((x) => b.some((y) => conflicts.get(x)!.has(y)));
  for (const edge of fn.blocks.flatMap((block) => block.succs).sort((x, y) => y.from.freq - x.from.freq))
    for (const [k, param] of edge.to.params.entries()) {
      if (isLate[param] || isLate[edge.args[k]!]) continue;
      const a = groups.get(param);
      const b = groups.get(edge.args[k]!);
      if (!a || !b || a === b || clash(a, b)) continue;
      a.push(...b);
      for (const v of b) groups.set(v, a);
    }
  const slots: number[][] = [];
  for (const group of new Set(groups.values())) {
    let slot = slots.findIndex((taken) => !clash(taken, group));
    if (slot < 0) slot = slots.push([]) - 1;
    slots[slot]!.push(...group);
    for (const v of group) slotOf[v] = slot;
  }
  return { slotOf, count: slots.length };
}

/** For each spilled value the spilled values that are alive where it is defined, and the other way round. */
function findConflicts(
  fn: MFunction,
  liveness: Liveness,
  spilled: Uint8Array,
  values: readonly number[],
): Map<number, Set<number>> {
  const conflicts = new Map(values.map((v) => [v, new Set<number>()]));
  const live = new Set<number>();
  const define = (v: number): void => {
    const own = conflicts.get(v);
    if (!own) return;
    for (const other of live) {
      if (other === v) continue;
      own.add(other);
      conflicts.get(other)!.add(v);
    }
  };
  for (const block of fn.blocks) {
    live.clear();
    for (const v of members(liveness.liveIn, liveness.words, block.index)) if (conflicts.has(v)) live.add(v);
    const entering = block.index === 0 ? fn.params.map((param) => param.vreg) : block.params;
    for (const v of entering) if (spilled[v]) live.add(v);
    for (const v of entering) define(v);
    for (const [i, inst] of block.insts.entries()) {
      const deaths = liveness.deaths[block.index]![i]!;
      // A definition is stored after the operands are read; deaths of definitions themselves come last.
      for (const v of deaths) if (!inst.defs.includes(v)) live.delete(v);
      for (const v of inst.defs) {
        define(v);
        if (conflicts.has(v)) live.add(v);
      }
      for (const v of deaths) live.delete(v);
    }
  }
  return conflicts;
}
