// Which accesses can't meet in memory, beyond what their alias classes say: an object that a function made is none of
// those that it knew before, and none of the others that it made.
import type { AliasClass, Inst } from '../ir.ts';
import type { Cfg } from './cfg.ts';
import type { Dominators } from './dominators.ts';
import { callWrites, clobbers } from './effects.ts';

/** Helpers that make an object with memory of its own; views of typed arrays share theirs. */
const makers: ReadonlySet<string | undefined> = new Set([
  'gn_new',
  'gn_array_new',
  'gn_array_empty',
  'gn_array_copy',
]);

/** True for objects that are made here. */
export function isMade({ op, symbol }: Inst): boolean {
  return op === 'helper' && makers.has(symbol);
}

/** Where a value is defined. */
interface Home {
  /** A position in Cfg.order. */
  readonly block: number;
  /** -1 for parameters. */
  readonly index: number;
}

/** Tells, for the accesses of a function, whether a write may change what a load reads. */
export class Overwrites {
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private homes: Map<Inst, Home> | undefined;

  constructor({ cfg, dominators }: { readonly cfg: Cfg; readonly dominators: Dominators }) {
    this.cfg = cfg;
    this.dominators = dominators;
  }

  /** True if the instruction may change what the load reads. */
  mayChange(writer: Inst, load: Inst): boolean {
    return this.mayChangeField(writer, ownerOf(load.args[0]!), load.alias!);
  }

  /** True if the instruction may change what loads of this class read of an object, or of the elements of an array. */
  mayChangeField(writer: Inst, object: Inst, alias: AliasClass): boolean {
    if (!clobbers(writer, alias)) return false;
    const written = writtenBy(writer);
    return !written || !this.areDisjoint(written, object);
  }

  private areDisjoint(a: Inst, b: Inst): boolean {
    return a !== b && ((isMade(a) && this.isOther(b, a)) || (isMade(b) && this.isOther(a, b)));
  }

  /** True for what is not what an instruction of the function makes: made by another one, or known before. */
  private isOther(value: Inst, maker: Inst): boolean {
    if (isMade(value)) return true;
    const [home, making] = [this.homeOf(value), this.homeOf(maker)];
    if (!home || !making) return false;
    if (home.block === making.block) return home.index < making.index;
    return this.dominators.dominates(home.block, making.block);
  }

  private homeOf(value: Inst): Home | undefined {
    this.homes ??= findHomes(this.cfg);
    return this.homes.get(value);
  }
}

function findHomes(cfg: Cfg): Map<Inst, Home> {
  const homes = new Map<Inst, Home>();
  cfg.order.forEach(({ params, insts }, block) => {
    for (const param of params) homes.set(param, { block, index: -1 });
    insts.forEach((inst, index) => {
      homes.set(inst, { block, index });
    });
  });
  return homes;
}

/** The object that an instruction writes to, if it is just one that is known. */
function writtenBy(writer: Inst): Inst | undefined {
  if (writer.op === 'store') return ownerOf(writer.args[1]!);
  return callWrites(writer) === 'arrays' ? writer.args[0] : undefined;
}

/** The array whose elements lie at an address, or the object itself. */
function ownerOf(base: Inst): Inst {
  return base.op === 'load' && base.alias === 'data' ? base.args[0]! : base;
}
