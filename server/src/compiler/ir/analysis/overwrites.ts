// Which accesses can't meet in memory, beyond what their alias classes say: an object that a function made is none of
// those that were there when it was called, and none of the others that it made.
import type { Inst, IrFunction } from '../ir.ts';
import { clobbers } from './effects.ts';

/** Helpers that make an object with memory of its own; views of typed arrays share theirs. */
const makers: ReadonlySet<string | undefined> = new Set(['gn_new', 'gn_array_new', 'gn_array_empty']);

/** Tells, for the accesses of a function, whether a write may change what a load reads. */
export class Overwrites {
  private readonly given: ReadonlySet<Inst>;

  constructor(fn: IrFunction) {
    this.given = new Set(fn.blocks[0]!.params);
  }

  /** True if the instruction may change what the load reads. */
  mayChange(writer: Inst, load: Inst): boolean {
    if (!clobbers(writer, load.alias!)) return false;
    return writer.op !== 'store' || !this.areDisjoint(ownerOf(writer.args[1]!), ownerOf(load.args[0]!));
  }

  private areDisjoint(a: Inst, b: Inst): boolean {
    return a !== b && ((isMade(a) && this.isOther(b)) || (isMade(b) && this.isOther(a)));
  }

  /** True for what is not made by another instruction of the function. */
  private isOther(value: Inst): boolean {
    return isMade(value) || this.given.has(value);
  }
}

function isMade({ op, symbol }: Inst): boolean {
  return op === 'helper' && makers.has(symbol);
}

/** The array whose elements lie at an address, or the object itself. */
function ownerOf(base: Inst): Inst {
  return base.op === 'load' && base.alias === 'data' ? base.args[0]! : base;
}
