// Which objects that a function made nobody else knows yet.
import type { Block, Inst, IrFunction } from '../ir.ts';
import { successors } from '../ir.ts';
import type { Cfg } from './cfg.ts';
import { callWrites } from './effects.ts';
import { isMade } from './overwrites.ts';

export class Escapes {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly known = new Map<Inst, ReadonlySet<Block>>();

  constructor(fn: IrFunction, cfg: Cfg) {
    this.fn = fn;
    this.cfg = cfg;
  }

  /** True if somebody else may know the object while a loop runs, given as the positions of its blocks. */
  isKnown(object: Inst, blocks: readonly number[]): boolean {
    if (!isMade(object)) return true;
    let after = this.known.get(object);
    if (!after) {
      after = this.blocksThatKnow(object);
      this.known.set(object, after);
    }
    return blocks.some((block) => after.has(this.cfg.order[block]!));
  }

  /** The blocks where it was handed on, and those that these lead to before it is made anew. */
  private blocksThatKnow(object: Inst): ReadonlySet<Block> {
    const maker = this.fn.blocks.find(({ insts }) => insts.includes(object));
    const blocks = new Set(this.fn.blocks.filter(({ insts }) => insts.some((inst) => handsOn(inst, object))));
    for (const block of blocks) {
      for (const { block: next } of successors(block)) if (next !== maker) blocks.add(next);
    }
    return blocks;
  }
}

/** True if others may know the object after the instruction: it does more than to look at it, or to change it. */
function handsOn(inst: Inst, object: Inst): boolean {
  if (inst.targets?.some(({ args }) => args.includes(object))) return true;
  if (!inst.args.includes(object)) return false;
  switch (inst.op) {
    case 'load':
    case 'rcmp':
    case 'return':
      return false;
    case 'store':
      return inst.args[0] === object;
    case 'helper':
      return callWrites(inst) !== 'arrays' || inst.args.lastIndexOf(object) > 0;
    default:
      return true;
  }
}
