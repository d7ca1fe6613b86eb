// Carries what a round of a loop stores over to the next round in a register, so that a variable in memory which a
// loop works on is loaded once, before the loop. The stores stay where they are: whenever the loop ends, by a trap,
// by Stop, or not at all while somebody looks at the variables, memory holds what the source says
// (docs/decisions/0012-stores-stay-in-loops.md).
//
// A place in memory qualifies if everything in the loop that may touch its alias class is a load or a store of just
// that place. Best after gvn.ts, which forwards stores within a round, and after invert-loops.ts.
import { survivesStore } from '../ir/analysis/bits.ts';
import type { Cfg } from '../ir/analysis/cfg.ts';
import { callWrites, clobbers, mayLeave } from '../ir/analysis/effects.ts';
import type { Loop } from '../ir/analysis/loops.ts';
import { Replacements } from '../ir/edit.ts';
import type { AliasClass, Block, Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import { opInfo } from '../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import { ReachingDefinitions } from '../ir/ssa-repair.ts';
import { loadedType } from '../ir/types.ts';

/** More values than this in registers all round a loop would push out others. */
const MOST_CARRIED = 3;

/** Loads and stores in a loop that are all of one place in memory. */
type Accesses = readonly Inst[];

export function carryStores(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some((inst) => inst.op === 'store' && !inst.args[2])))
    return false;
  const structure = withPreheaders(fn);
  /** Values that each loop carries, those of the loops around it included. */
  const carried = new Map<Loop, number>();
  // Outer loops first: there the load is made least often, and inner loops are served with it.
  for (const [index, loop] of structure.forest.loops.entries()) {
    let count = loop.parent ? carried.get(loop.parent)! : 0;
    const preheader = structure.cfg.order[structure.preheaders[index]!]!;
    for (const accesses of new Search(structure, loop).places()) {
      if (count === MOST_CARRIED) break;
      carry(fn, structure.cfg, loop, preheader, accesses);
      count++;
    }
    carried.set(loop, count);
  }
  return [...carried.values()].some((count) => count > 0);
}

/** Finds what one loop can carry. */
class Search {
  private readonly structure: LoopStructure;
  private readonly loop: Loop;
  /** Instructions of the loop in reverse post-order, with their blocks. */
  private readonly insts: { readonly inst: Inst; readonly block: number }[] = [];
  private readonly defined = new Set<Inst>();

  constructor(structure: LoopStructure, loop: Loop) {
    this.structure = structure;
    this.loop = loop;
    for (const block of [...loop.blocks].sort((a, b) => a - b)) {
      const { params, insts } = structure.cfg.order[block]!;
      for (const param of params) this.defined.add(param);
      for (const inst of insts) {
        this.insts.push({ inst, block });
        this.defined.add(inst);
      }
    }
  }

  /** The accesses of each place that qualifies. */
  places(): Accesses[] {
    const places = new Map<AliasClass, Inst[]>();
    const spoiled = new Set<AliasClass>(['mmio', 'constant', 'stringLength']);
    const calls: Inst[] = [];
    for (const { inst } of this.insts) {
      const { effect } = opInfo(inst.op);
      if (effect === 'call' && callWrites(inst) !== 'none') calls.push(inst);
      if (effect !== 'load' && effect !== 'store') continue;
      const alias = inst.alias!;
      const accesses = places.get(alias);
      if (!this.isKept(inst) || (accesses && !isSamePlace(inst, accesses[0]!))) spoiled.add(alias);
      if (accesses) accesses.push(inst);
      else places.set(alias, [inst]);
    }
    return [...places]
      .filter(([alias]) => !spoiled.has(alias) && !calls.some((call) => clobbers(call, alias)))
      .map(([, accesses]) => accesses)
      .filter((accesses) => this.pays(accesses) && this.isReadable(accesses));
  }

  /** Whether an access is to the same place all the time, and a store can be read back from a register. */
  private isKept(inst: Inst): boolean {
    const [base, index] = addressOf(inst);
    if (index || (base!.op !== 'address' && this.defined.has(base!))) return false;
    return inst.op === 'load' || survivesStore(inst);
  }

  /** Whether something is stored, and loaded in every round of a loop. */
  private pays(accesses: Accesses): boolean {
    const { dominators, forest } = this.structure;
    return (
      accesses.some(({ op }) => op === 'store') &&
      this.insts.some(
        ({ inst, block }) =>
          inst.op === 'load' &&
          accesses.includes(inst) &&
          forest.innermost[block]!.latches.every((latch) => dominators.dominates(block, latch)),
      )
    );
  }

  /**
   * Whether the place can be read before the loop: a variable always, a property if that was read or written before, or if
   * the loop does it at once.
   */
  private isReadable(accesses: Accesses): boolean {
    if (addressOf(accesses[0]!)[0]!.op === 'address' || this.wasAccessed(accesses[0]!)) return true;
    for (const inst of this.structure.cfg.order[this.loop.header]!.insts) {
      if (accesses.includes(inst)) return true;
      if (mayLeave(inst)) return false;
    }
    return false;
  }

  /** Whether the place of an access was read or written on every way to the loop. */
  private wasAccessed(access: Inst): boolean {
    const { cfg, dominators } = this.structure;
    const { header } = this.loop;
    return cfg.order.some(
      ({ insts }, b) =>
        b !== header &&
        dominators.dominates(b, header) &&
        insts.some((inst) => inst.alias === access.alias && isAccess(inst) && isSamePlace(inst, access)),
    );
  }
}

function isAccess({ op }: Inst): boolean {
  return op === 'load' || op === 'store';
}

/** Base and index of a load or store. */
function addressOf(inst: Inst): Inst[] {
  return inst.op === 'store' ? inst.args.slice(1) : inst.args;
}

function isSamePlace(a: Inst, b: Inst): boolean {
  const [x] = addressOf(a) as [Inst];
  const [y] = addressOf(b) as [Inst];
  if (a.memory !== b.memory) return false;
  if (x === y) return a.imm === b.imm;
  if (x.op !== 'address' || y.op !== 'address' || x.symbol !== y.symbol) return false;
  return x.imm! + a.imm! === y.imm! + b.imm!;
}

/** Loads a place before the loop, and replaces the loads of the loop by what is in it then. */
function carry(fn: IrFunction, cfg: Cfg, loop: Loop, preheader: Block, accesses: Accesses): void {
  const before = loadBefore(fn, preheader, accesses[0]!);
  const replacements = new Replacements();
  const definitions = new Map<Block, Inst>([[preheader, before]]);
  /** Loads that come before any store of their block. */
  const waiting: { readonly load: Inst; readonly block: number }[] = [];
  for (const b of loop.blocks) {
    const block = cfg.order[b]!;
    let current: Inst | undefined;
    for (const inst of block.insts) {
      if (!accesses.includes(inst)) continue;
      if (inst.op === 'store') current = inst.args[0]!;
      else if (current) replacements.set(inst, current);
      else waiting.push({ load: inst, block: b });
    }
    if (current) definitions.set(block, current);
    block.insts = block.insts.filter((inst) => inst.op !== 'load' || !accesses.includes(inst));
  }
  const reaching = new ReachingDefinitions(fn, cfg, before, definitions);
  for (const { load, block } of waiting) replacements.set(load, reaching.atStart(block));
  reaching.finish(replacements);
  replacements.apply(fn);
}

/** A load of the same place at the end of the preheader. */
function loadBefore(fn: IrFunction, preheader: Block, access: Inst): Inst {
  const [base] = addressOf(access) as [Inst];
  const { imm, memory, alias, position } = access;
  const added: Inst[] = [];
  let from = base;
  if (base.op === 'address') {
    from = newInst(fn, 'address', 'i32', [], position, { symbol: base.symbol!, imm: base.imm! });
    added.push(from);
  }
  const load = newInst(fn, 'load', loadedType(memory!), [from], position, {
    imm: imm!,
    memory: memory!,
    alias: alias!,
  });
  preheader.insts.splice(-1, 0, ...added, load);
  return load;
}
