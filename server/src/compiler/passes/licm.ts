// Loop-invariant code motion: moves what is the same in every iteration before the loop. Pure instructions
// always; loads if nothing in the loop writes their memory and reading early is harmless; checks if they run
// in every first iteration before anything else with an effect. Best after invert-loops.ts, so that a loop's
// body runs at least once when its preheader does.
import { isLengthAlias } from '../ir/analysis/bits.ts';
import { callWrites, isPure, mayLeave, onlyReads } from '../ir/analysis/effects.ts';
import type { Loop } from '../ir/analysis/loops.ts';
import { inLoop } from '../ir/analysis/loops.ts';
import { Overwrites } from '../ir/analysis/overwrites.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { opInfo } from '../ir/ops.ts';
import type { LoopStructure } from '../ir/preheaders.ts';
import { withPreheaders } from '../ir/preheaders.ts';

export function hoistInvariants(fn: IrFunction): boolean {
  const structure = withPreheaders(fn);
  const { cfg, forest } = structure;
  if (forest.loops.length === 0) return false;
  // Position of the block that each value is defined in.
  const home = new Int32Array(fn.nextId).fill(-1);
  for (let b = 0; b < cfg.order.length; b++) {
    for (const param of cfg.order[b]!.params) home[param.id] = b;
    for (const inst of cfg.order[b]!.insts) home[inst.id] = b;
  }
  const facts = { overwrites: new Overwrites(structure), reads: new EarlierReads(structure) };
  let changed = false;
  // Inner loops first: what they give up may go on to the preheader of the next.
  for (let i = forest.loops.length - 1; i >= 0; i--) {
    const hoisting = new Hoisting(structure, forest.loops[i]!, structure.preheaders[i]!, home, facts);
    if (hoisting.run()) changed = true;
  }
  return changed;
}

/**
 * True for loads of a field of an object, which are harmless at any time: of null, they read the words at 0, 4 and
 * 8, which are readable memory on every Cortex-M (vector table or boot ROM), and nobody uses what they give.
 */
function isField(load: Inst): boolean {
  if (load.args.length > 1) return false;
  const { alias } = load;
  if (alias === 'constant') return load.args[0]!.type === 'ref';
  return isLengthAlias(alias) || alias === 'data' || alias === 'capture';
}

/** What licm asks about memory. */
interface MemoryFacts {
  readonly overwrites: Overwrites;
  readonly reads: EarlierReads;
}

/** The places where elements are loaded: an equal load does not fault after one of them. */
class EarlierReads {
  private readonly structure: LoopStructure;
  private readonly blocks = new Map<string, number[]>();

  constructor(structure: LoopStructure) {
    this.structure = structure;
    structure.cfg.order.forEach(({ insts }, b) => {
      for (const inst of insts) {
        if (inst.op !== 'load' || inst.args.length < 2) continue;
        const blocks = this.blocks.get(placeOf(inst));
        if (blocks) blocks.push(b);
        else this.blocks.set(placeOf(inst), [b]);
      }
    });
  }

  /** True if the same place was loaded on every way to the end of a block. */
  isBefore(load: Inst, end: number): boolean {
    const { dominators } = this.structure;
    return (this.blocks.get(placeOf(load)) ?? []).some((block) => dominators.dominates(block, end));
  }
}

/** Equal for loads of the same place. */
function placeOf({ args, imm, memory }: Inst): string {
  return `${args.map(({ id }) => id)}+${imm ?? 0}:${memory}`;
}

class Hoisting {
  private readonly structure: LoopStructure;
  private readonly loop: Loop;
  private readonly preheader: number;
  private readonly home: Int32Array;
  private readonly facts: MemoryFacts;
  /** Blocks of the loop, in reverse post-order. */
  private readonly blocks: number[];
  /** Instructions of the loop that write memory. */
  private readonly writers: Inst[] = [];
  private readonly hoisted: Inst[] = [];

  constructor(structure: LoopStructure, loop: Loop, preheader: number, home: Int32Array, facts: MemoryFacts) {
    this.structure = structure;
    this.loop = loop;
    this.preheader = preheader;
    this.home = home;
    this.facts = facts;
    this.blocks = [...loop.blocks].sort((a, b) => a - b);
    for (const b of this.blocks) {
      for (const inst of structure.cfg.order[b]!.insts) {
        const { effect } = opInfo(inst.op);
        if (effect === 'store' || (effect === 'call' && callWrites(inst) !== 'none')) this.writers.push(inst);
      }
    }
  }

  run(): boolean {
    const { cfg, forest } = this.structure;
    // True until something may have ended the first iteration, or had an effect that a trap must not precede.
    let undisturbed = true;
    let noEffect = true;
    for (const b of this.blocks) {
      const block = cfg.order[b]!;
      // An inner loop may run for ever.
      if (forest.innermost[b] !== this.loop) {
        undisturbed = false;
        noEffect = false;
      }
      const certain = this.alwaysRuns(b);
      const kept: Inst[] = [];
      for (const inst of block.insts) {
        if (
          inst.op !== 'dHeldInt' &&
          this.isInvariant(inst) &&
          this.mayHoist(inst, certain && undisturbed, certain && noEffect)
        ) {
          this.hoisted.push(inst);
          this.home[inst.id] = this.preheader;
          continue;
        }
        kept.push(inst);
        if (mayLeave(inst)) {
          undisturbed = false;
          noEffect = false;
        }
        const { effect } = opInfo(inst.op);
        if (effect === 'store' || effect === 'call') noEffect = false;
      }
      block.insts = kept;
    }
    if (this.hoisted.length === 0) return false;
    cfg.order[this.preheader]!.insts.splice(-1, 0, ...this.hoisted);
    return true;
  }

  /** True if every iteration passes the block. */
  private alwaysRuns(b: number): boolean {
    const { cfg, dominators, forest } = this.structure;
    if (b === this.loop.header) return true;
    if (!this.loop.latches.every((latch) => dominators.dominates(b, latch))) return false;
    return this.blocks.every(
      (from) =>
        dominators.dominates(b, from) ||
        (cfg.order[from]!.insts.at(-1)!.targets ?? []).every((edge) =>
          inLoop(forest, this.loop, cfg.position[edge.block.id]!),
        ),
    );
  }

  private isInvariant(inst: Inst): boolean {
    const { forest } = this.structure;
    return inst.args.every((arg) => !inLoop(forest, this.loop, this.home[arg.id]!));
  }

  /**
   * @param reached true if the instruction runs whenever the loop is entered
   * @param first true if moreover nothing before it in the loop has an effect
   */
  private mayHoist(inst: Inst, reached: boolean, first: boolean): boolean {
    if (isPure(inst)) return true;
    switch (opInfo(inst.op).effect) {
      case 'check':
        return first;
      case 'load':
        if (
          inst.alias === 'mmio' ||
          this.writers.some((writer) => this.facts.overwrites.mayChange(writer, inst))
        )
          return false;
        return (
          reached ||
          isField(inst) ||
          isAlwaysReadable(inst) ||
          this.facts.reads.isBefore(inst, this.preheader)
        );
      case 'call':
        // A function may fail, or not come to an end.
        return (inst.op === 'helper' ? reached : first) && onlyReads(inst) && this.writers.length === 0;
      default:
        return false;
    }
  }
}

/** True if reading there never faults, whatever happens before. */
function isAlwaysReadable(load: Inst): boolean {
  const [base, index] = load.args;
  if (index) return false;
  return base!.op === 'address' || base!.op === 'object' || base!.op === 'self';
}
