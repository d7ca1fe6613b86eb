// Moves pure instructions to where their values are needed, if that is less often than where they stand: into
// cold blocks, and out of loops along the edges that leave them. (Conversions for the places where an int32 is
// needed as a double are what it is for.) An instruction with several such uses is copied to each.

import type { Cfg } from '../ir/analysis/cfg.ts';
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { isPure } from '../ir/analysis/effects.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { cloneInst } from '../ir/clone.ts';
import { splitEdge } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';

/** Copies of one instruction at most. */
const MAX_COPIES = 4;

/** Where a value is used: by instructions of a block, or as an argument of an edge that leaves it. */
interface Place {
  readonly block: Block;
  readonly edge: Edge | undefined;
}

export function sinkCode(fn: IrFunction): boolean {
  let changed = false;
  // What is sunk may free what it is computed from.
  for (let round = 0; round < 4 && sinkOnce(fn); round++) changed = true;
  return changed;
}

function sinkOnce(fn: IrFunction): boolean {
  const cfg = buildCfg(fn);
  removeUnreachableBlocks(fn, cfg);
  const frequency = frequencies(cfg);
  if (frequency.every((f) => f === frequency[0])) return false;
  const places = usePlaces(cfg);
  let changed = false;
  for (let b = 0; b < cfg.order.length; b++) {
    const block = cfg.order[b]!;
    if (frequency[b] === 0) continue;
    block.insts = block.insts.filter((inst) => {
      if (!isPure(inst) || inst.args.length === 0) return true;
      const uses = places.get(inst);
      if (!uses || uses.length > MAX_COPIES) return true;
      const isRarer = ({ block, edge }: Place): boolean => {
        const at = frequency[cfg.position[block.id]!]!;
        if (at < frequency[b]!) return true;
        return edge !== undefined && frequency[cfg.position[edge.block.id]!]! < frequency[b]!;
      };
      if (!uses.every(isRarer)) return true;
      for (const place of uses) moveTo(fn, cfg, frequency, inst, place, frequency[b]!);
      changed = true;
      return false;
    });
    // Positions are those of the start: one block of changes at a time.
    if (changed) return true;
  }
  return changed;
}

/** How often blocks run, roughly: cold ones never, others by the depth of loops. */
function frequencies(cfg: Cfg): number[] {
  const loops = buildLoops(cfg, buildDominators(cfg));
  return cfg.order.map((block, b) => (block.cold ? 0 : 1 + (loops.innermost[b]?.depth ?? 0)));
}

/** By value: where it is used, each place once. */
function usePlaces(cfg: Cfg): Map<Inst, Place[]> {
  const places = new Map<Inst, Place[]>();
  const add = (value: Inst, block: Block, edge: Edge | undefined): void => {
    const list = places.get(value);
    if (!list) places.set(value, [{ block, edge }]);
    else if (!list.some((place) => place.block === block && place.edge === edge)) list.push({ block, edge });
  };
  for (const block of cfg.order) {
    for (const inst of block.insts) {
      for (const arg of inst.args) add(arg, block, undefined);
      for (const edge of inst.targets ?? []) for (const arg of edge.args) add(arg, block, edge);
    }
  }
  return places;
}

/** Puts a copy of the instruction at a place and makes the place use it. */
function moveTo(
  fn: IrFunction,
  cfg: Cfg,
  frequency: readonly number[],
  inst: Inst,
  { block, edge }: Place,
  here: number,
): void {
  const copy = cloneInst(fn, inst);
  const replace = (arg: Inst): Inst => (arg === inst ? copy : arg);
  if (!edge) {
    const first = block.insts.findIndex((user) => user.args.includes(inst));
    for (const user of block.insts) user.args = user.args.map(replace);
    block.insts.splice(first, 0, copy);
    return;
  }
  // On the edge itself, unless the block that it leaves runs seldom enough.
  const at = frequency[cfg.position[block.id]!]! < here ? block : splitEdge(fn, edge);
  at.insts.splice(-1, 0, copy);
  const moved = at === block ? edge : at.insts[at.insts.length - 1]!.targets![0]!;
  moved.args = moved.args.map(replace);
}
