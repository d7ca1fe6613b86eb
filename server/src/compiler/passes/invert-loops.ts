// Loop inversion: `while (c) body` becomes `if (c) do body while (c)`. One jump less in every iteration, and the
// body runs at least once when the loop is entered, so that hoisting loads and checks out of it is safe. The
// condition is copied before the loop; values of the header get parameters where both copies meet.
import type { Cfg } from '../ir/analysis/cfg.ts';
import { buildCfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { isPure } from '../ir/analysis/effects.ts';
import type { Loop, LoopForest } from '../ir/analysis/loops.ts';
import { buildLoops, inLoop } from '../ir/analysis/loops.ts';
import type { CloneMap } from '../ir/clone.ts';
import { cloneBlocks } from '../ir/clone.ts';
import { splitEdge } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { terminator } from '../ir/ir.ts';
import { opInfo } from '../ir/ops.ts';
import type { Definitions } from '../ir/ssa-repair.ts';
import { repairSsa } from '../ir/ssa-repair.ts';
import { finish, type Sliced } from '../slices.ts';

/** Conditions of more instructions are not copied. */
const MAX_CONDITION = 12;

export function invertLoops(fn: IrFunction): boolean {
  return finish(invertLoopsInSlices(fn));
}

/** The same in slices of one loop each: every one of them means a new look at the whole function. */
export function* invertLoopsInSlices(fn: IrFunction): Sliced<boolean> {
  let changed = false;
  // An inverted loop has its test at the end and is not inverted again.
  while (invertOne(fn)) {
    changed = true;
    yield;
  }
  return changed;
}

function invertOne(fn: IrFunction): boolean {
  const cfg = buildCfg(fn);
  const dominators = buildDominators(cfg);
  const forest = buildLoops(cfg, dominators);
  for (const loop of forest.loops) {
    if (!isInvertible(cfg, forest, loop)) continue;
    const outside = cfg.incoming[loop.header]!.filter(
      (_, i) => !dominators.dominates(loop.header, cfg.predecessors[loop.header]![i]!),
    );
    const header = cfg.order[loop.header]!;
    const body = terminator(header).targets!.find((edge) =>
      inLoop(forest, loop, cfg.position[edge.block.id]!),
    )!;
    // The body's first block becomes the loop's: it must not be the first of an inner loop too.
    if (cfg.predecessors[cfg.position[body.block.id]!]!.length > 1) splitEdge(fn, body);
    const map: CloneMap = { values: new Map(), blocks: new Map() };
    cloneBlocks(fn, [header], map);
    const guard = map.blocks.get(header)!;
    for (const edge of outside) edge.block = guard;
    repairSsa(fn, definitionsIn(header, guard, map));
    return true;
  }
  return false;
}

function isInvertible(cfg: Cfg, forest: LoopForest, loop: Loop): boolean {
  const leaves = (b: number): boolean => {
    const { targets } = terminator(cfg.order[b]!);
    return targets!.some((edge) => !inLoop(forest, loop, cfg.position[edge.block.id]!));
  };
  const header = cfg.order[loop.header]!;
  if (terminator(header).op !== 'branch' || !leaves(loop.header) || loop.latches.some(leaves)) return false;
  const cost = header.insts.filter((inst) => opInfo(inst.op).args.length > 0).length;
  return cost <= MAX_CONDITION && header.insts.every((inst) => isCopyable(inst));
}

function isCopyable(inst: Inst): boolean {
  const { effect } = opInfo(inst.op);
  return isPure(inst) || effect === 'load' || effect === 'check' || effect === 'end';
}

/** Each value of the header with its copy. */
function definitionsIn(header: Block, guard: Block, map: CloneMap): Map<Inst, Definitions> {
  const values = new Map<Inst, Definitions>();
  for (const inst of [...header.params, ...header.insts]) {
    if (inst.type === 'void') continue;
    values.set(
      inst,
      new Map([
        [header, inst],
        [guard, map.values.get(inst)!],
      ]),
    );
  }
  return values;
}
