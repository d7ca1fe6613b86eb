// Sinking: what a loop computes only for the code behind it is computed there, once. The counterpart of licm.ts, for
// pure instructions: most often conversions of what a loop counts to a double that is returned or stored. Best late.
import { buildCfg, type Cfg } from '../ir/analysis/cfg.ts';
import { buildDominators, type Dominators } from '../ir/analysis/dominators.ts';
import { isPure } from '../ir/analysis/effects.ts';
import { buildLoops, inLoop, type Loop, type LoopForest } from '../ir/analysis/loops.ts';
import { cloneInst } from '../ir/clone.ts';
import { splitEdge } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';

/** What is sunk may take with it what it was computed from: once for each of these rounds. */
const MOST_ROUNDS = 4;

export function sinkToExits(fn: IrFunction): boolean {
  for (let round = 0; round < MOST_ROUNDS; round++) if (!sinkOnce(fn)) return round > 0;
  return true;
}

function sinkOnce(fn: IrFunction): boolean {
  const cfg = buildCfg(fn);
  const dominators = buildDominators(cfg);
  const forest = buildLoops(cfg, dominators);
  return forest.loops.length > 0 && new Sinking(fn, cfg, dominators, forest).run();
}

/** Where a value is used: by an instruction, or on an edge of it. */
interface Use {
  readonly block: number;
  readonly inst: Inst;
  readonly edge: Edge | undefined;
  /** Among the arguments. */
  readonly index: number;
}

class Sinking {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private readonly forest: LoopForest;
  /** By value. They are those from before anything was sunk: what only follows from that waits for the next round. */
  private readonly uses = new Map<Inst, Use[]>();
  /** Blocks put on edges that leave loops. */
  private readonly splits = new Map<Edge, Block>();

  constructor(fn: IrFunction, cfg: Cfg, dominators: Dominators, forest: LoopForest) {
    this.fn = fn;
    this.cfg = cfg;
    this.dominators = dominators;
    this.forest = forest;
    for (const [block, { insts }] of cfg.order.entries()) {
      for (const inst of insts) {
        const note = (args: readonly Inst[], edge: Edge | undefined): void => {
          for (const [index, arg] of args.entries()) this.note(arg, { block, inst, edge, index });
        };
        note(inst.args, undefined);
        for (const edge of inst.targets ?? []) note(edge.args, edge);
      }
    }
  }

  private note(value: Inst, use: Use): void {
    const known = this.uses.get(value);
    if (known) known.push(use);
    else this.uses.set(value, [use]);
  }

  run(): boolean {
    let changed = false;
    for (const [b, block] of this.cfg.order.entries()) {
      const loop = this.forest.innermost[b];
      if (!loop) continue;
      const sunk = new Set(
        block.insts.filter((inst) => inst.args.length > 0 && isPure(inst) && this.sink(inst, loop)),
      );
      if (sunk.size === 0) continue;
      block.insts = block.insts.filter((inst) => !sunk.has(inst));
      changed = true;
    }
    return changed;
  }

  /** Makes copies behind the loop for all uses, if there are any and all are there. */
  private sink(inst: Inst, loop: Loop): boolean {
    // A copy made in this round has none yet.
    const uses = this.uses.get(inst) ?? [];
    const isInside = (block: number): boolean => inLoop(this.forest, loop, block);
    const behind = uses.filter(({ block }) => !isInside(block));
    const onExits = uses.filter(
      ({ block, edge }) => isInside(block) && edge && !isInside(this.cfg.position[edge.block.id]!),
    );
    if (uses.length === 0 || behind.length + onExits.length < uses.length) return false;
    let place = -1;
    for (const { block } of behind) place = place < 0 ? block : this.commonDominator(place, block);
    // Not into another loop.
    while (place >= 0 && !isInside(place) && !this.isAround(place, loop))
      place = this.dominators.parent[place]!;
    if (place >= 0 && isInside(place)) return false;
    if (behind.length > 0) {
      const copy = this.copyTo(this.cfg.order[place]!, inst);
      for (const { inst: user, edge, index } of behind) (edge ?? user).args[index] = copy;
    }
    for (const edge of new Set(onExits.map((use) => use.edge!))) {
      const block = this.splitOf(edge);
      const copy = this.copyTo(block, inst);
      const { args } = block.insts.at(-1)!.targets![0]!;
      for (const use of onExits) if (use.edge === edge) args[use.index] = copy;
    }
    return true;
  }

  private commonDominator(a: number, b: number): number {
    let at = a;
    while (!this.dominators.dominates(at, b)) at = this.dominators.parent[at]!;
    return at;
  }

  /** Whether a block is in no loop that does not contain this one. */
  private isAround(block: number, loop: Loop): boolean {
    const own = this.forest.innermost[block];
    return own === undefined || inLoop(this.forest, own, loop.header);
  }

  private splitOf(edge: Edge): Block {
    const known = this.splits.get(edge);
    if (known) return known;
    const block = splitEdge(this.fn, edge);
    this.splits.set(edge, block);
    return block;
  }

  private copyTo(block: Block, inst: Inst): Inst {
    const copy = cloneInst(this.fn, inst);
    copy.args = [...inst.args];
    block.insts.unshift(copy);
    return copy;
  }
}
