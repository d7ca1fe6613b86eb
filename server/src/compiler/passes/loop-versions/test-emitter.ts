// Makes the tests before a loop, and what they and the loop's copy need of its loads.
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import { newInst } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import type { SameLoads } from './same-loads.ts';
import type { IndexTest, ObjectTest, Test } from './search.ts';

/** What a branch to the next test, or to the copy, depends on. */
interface Tested {
  readonly condition: Inst;
  /** The number of the target that it must go to. */
  readonly way: number;
}

export class TestEmitter {
  private readonly fn: IrFunction;
  /** Where the next instruction goes: each test has a block. */
  block: Block;
  private readonly same: SameLoads;
  private readonly made = new Map<Inst, Inst>();

  constructor(fn: IrFunction, block: Block, same: SameLoads) {
    this.fn = fn;
    this.block = block;
    this.same = same;
  }

  emit(test: Test): Tested {
    if ('condition' in test) return test;
    return { condition: 'object' in test ? this.isObject(test) : this.insideOf(test), way: 0 };
  }

  /** A value of the loop that is the same in every round; what makes it safe must have been tested. */
  value(value: Inst): Inst {
    const first = this.same.first(value);
    if (!this.same.isLoad(first)) return first;
    const made = this.made.get(first);
    if (made) return made;
    const { op, type, args, position, memory, alias, imm } = first;
    const fields = { memory: memory!, alias: alias!, ...(imm === undefined ? {} : { imm }) };
    const load = newInst(
      this.fn,
      op,
      type,
      args.map((arg) => this.value(arg)),
      position,
      fields,
    );
    this.block.insts.push(load);
    this.made.set(first, load);
    return load;
  }

  private isObject({ object }: ObjectTest): Inst {
    const none = newInst(this.fn, 'null', 'ref', []);
    this.block.insts.push(none);
    return this.add('rcmp', [this.value(object), none], { cond: 'ne' });
  }

  /** The condition that an index is in bounds. */
  private insideOf({ counter, index, length }: IndexTest): Inst {
    const { coefficient, terms } = index;
    const parts = terms.map(({ value, factor }) => this.times(this.value(value), factor));
    const offset = Math.imul(coefficient, counter?.plus ?? 0) + index.offset;
    if (counter) parts.push(this.times(counter.value, coefficient));
    if (offset !== 0 || parts.length === 0) parts.push(this.number(offset));
    const sum = parts.reduce((left, right) => this.add('iadd', [left, right]));
    return this.add('icmp', [sum, this.value(length)], { cond: 'ult' });
  }

  private times(value: Inst, factor: number): Inst {
    return factor === 1 ? value : this.add('imul', [value, this.number(factor)]);
  }

  private number(imm: number): Inst {
    return this.add('iconst', [], { imm: imm | 0 });
  }

  private add(op: Op, args: Inst[], fields: Parameters<typeof newInst>[5] = {}): Inst {
    const inst = newInst(this.fn, op, 'i32', args, undefined, fields);
    this.block.insts.push(inst);
    return inst;
  }
}
