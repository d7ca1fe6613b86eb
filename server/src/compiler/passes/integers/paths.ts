// How operations on numbers are done with integers: what is tested of the operands, and of the result.
import { intCondition } from '../../ir/conditions.ts';
import { branchOn, jumpTo, type Replacements } from '../../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../../ir/ir.ts';
import { newBlock, newInst } from '../../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../../ir/ops.ts';

/** Products with larger constants are rarely integers of 32 bits. */
const MOST_FACTOR = 2 ** 24;

/** Makes the integer result of an operation, in blocks that are left where it is none. */
export type Path = (to: PathBuilder, inst: Inst) => Inst;

const sum =
  (op: 'iadd' | 'isub'): Path =>
  (to, { args: [a, b] }) =>
    to.number(integerSum(to, op, to.integer(a!), to.integer(b!)));

/** The sum or difference of two integers, where it is one. */
export function integerSum(to: PathBuilder, op: 'iadd' | 'isub', x: Inst, y: Inst): Inst {
  const result = to.op(op, x, y);
  to.require(to.op(op === 'iadd' ? 'iaddFits' : 'isubFits', x, y));
  return result;
}

/** The product of two integers that are not large; whether 0 is -0 is not tested. */
export function integerProduct(to: PathBuilder, x: Inst, y: Inst): Inst {
  // Together they have 32 bits at most; without a constant, each has 16.
  for (const [factor, other] of [
    [x, y],
    [y, x],
  ] as const)
    if (!isSmall(factor)) to.require(to.fitsIn(factor, 32 - bitsOf(other)));
  return to.op('imul', x, y);
}

export const paths: Partial<Record<Op, Path>> = {
  dadd: sum('iadd'),
  dsub: sum('isub'),
  dmul: (to, { args: [a, b] }) => {
    const [x, y] = [to.integer(a!), to.integer(b!)];
    const result = integerProduct(to, x, y);
    // By a negative number, 0 is -0.
    const isPositive = [x, y].some(({ op, imm }) => op === 'iconst' && imm! > 0);
    if (!isPositive) {
      const zero = to.constant(0);
      to.requireEither(to.compare('ne', result, zero), () => to.compare('ge', to.op('ior', x, y), zero));
    }
    return to.number(result);
  },
  drem: (to, { args: [a, b] }) => {
    const x = to.integer(a!);
    to.require(to.compare('ge', x, to.constant(0)));
    const y = to.integer(b!);
    if (y.op !== 'iconst') to.require(to.compare('gt', y, to.constant(0)));
    return to.number(to.op('irem', x, y));
  },
  dneg: (to, { args: [a] }) => {
    const x = to.integer(a!);
    const zero = to.constant(0);
    to.require(to.compare('ne', x, zero));
    const result = to.op('isub', zero, x);
    to.require(to.op('isubFits', zero, x));
    return to.number(result);
  },
  dcmp: (to, inst) => to.comparison(inst),
  d2i: (to, { args: [a] }) => to.integer(a!),
  d2iExact: (to, { args: [a] }) => to.integer(a!),
  dabs: (to, { args: [a] }) => {
    const x = to.integer(a!);
    const sign = to.op('ishr', x, to.constant(31));
    const result = to.op('isub', to.op('ixor', x, sign), sign);
    to.require(to.compare('ge', result, to.constant(0)));
    return to.number(result);
  },
  dfloor: (to, { args: [a] }) => to.number(to.integer(a!)),
  dceil: (to, { args: [a] }) => to.number(to.integer(a!)),
  dtrunc: (to, { args: [a] }) => to.number(to.integer(a!)),
  dround: (to, { args: [a] }) => to.number(to.integer(a!)),
};

/** The bits that a factor takes of the 32 of a product: n if it is a constant from -2^n + 1 to 2^n, else 16. */
function bitsOf(factor: Inst): number {
  const { imm } = factor;
  return isSmall(factor) ? Math.ceil(Math.log2(imm! > 0 ? imm! : 1 - imm!)) : 16;
}

function isSmall({ op, imm }: Inst): boolean {
  return op === 'iconst' && Math.abs(imm!) < MOST_FACTOR;
}

/** Whether a path is worth its tests. */
export function isWorthIt({ op, args: [a, b] }: Inst): boolean {
  const constants = [a, b].filter((arg) => arg?.op === 'dconst').map((arg) => arg!.imm!);
  if (op === 'dmul') return constants.every((value) => value !== 0 && Math.abs(value) < MOST_FACTOR);
  if (op === 'drem') return b!.op !== 'dconst' || b!.imm! > 0;
  return true;
}

/** Builds one path, from `block` on. */
export class PathBuilder {
  /**
   * @param slow where an operation goes on that is left
   * @param integers the integers of the numbers that were tested
   */
  constructor(
    private readonly fn: IrFunction,
    public block: Block,
    private readonly slow: Block,
    private readonly inst: Inst,
    private readonly replacements: Replacements,
    private readonly integers = new Map<Inst, Inst>(),
  ) {}

  op(op: Op, ...args: Inst[]): Inst {
    return this.place(newInst(this.fn, op, 'i32', args, this.inst.position));
  }

  constant(imm: number): Inst {
    return this.place(newInst(this.fn, 'iconst', 'i32', [], this.inst.position, { imm }));
  }

  compare(cond: IntCondition, a: Inst, b: Inst): Inst {
    return this.place(newInst(this.fn, 'icmp', 'i32', [a, b], this.inst.position, { cond }));
  }

  /** The same comparison, of integers. */
  comparison({ args: [a, b], cond }: Inst): Inst {
    const [x, y] = [this.integer(a!), this.integer(b!)];
    return this.compare(intCondition(cond as FloatCondition), x, y);
  }

  /** 1 if the value is an integer of `bits` bits, its sign included. */
  fitsIn(value: Inst, bits: number): Inst {
    if (bits === 32) return this.constant(1);
    const count = this.constant(32 - bits);
    return this.compare('eq', this.op('ishr', this.op('ishl', value, count), count), value);
  }

  /** A number that is the integer, in a block of its own: the test that the integer is one comes before. */
  number(integer: Inst): Inst {
    return this.place(newInst(this.fn, 'i2d', 'f64', [integer], this.inst.position));
  }

  /** The integer that a number is held as; leaves the path if it is not. */
  integer(number: Inst): Inst {
    const value = this.replacements.resolve(number);
    if (value.op === 'dconst') return this.constant(value.imm!);
    if (value.op === 'i2d') return value.args[0]!;
    const known = this.integers.get(value);
    if (known) return known;
    this.require(this.op('dIsInt', value));
    const integer = this.op('dHeldInt', value);
    this.integers.set(value, integer);
    return integer;
  }

  /** Tests those of the operands that are among some values now: another test before would hide what is known of them. */
  testFirst(values: readonly Inst[], operands: readonly Inst[] = this.inst.args): void {
    for (const arg of operands) if (values.includes(this.replacements.resolve(arg))) this.integer(arg);
  }

  /** Leaves the path if the condition is 0, and the other one, which is looked at rarely, too. */
  requireEither(condition: Inst, other: () => Inst): void {
    const next = newBlock(this.fn);
    const rare = newBlock(this.fn);
    rare.rare = true;
    this.block.insts.push(branchOn(this.fn, condition, { block: next, args: [] }, { block: rare, args: [] }));
    this.block = rare;
    this.block.insts.push(
      branchOn(this.fn, other(), { block: next, args: [] }, { block: this.slow, args: [] }),
    );
    this.block = next;
  }

  /** Leaves the path if the condition is 0. */
  require(condition: Inst): void {
    const next = newBlock(this.fn);
    this.block.insts.push(
      branchOn(this.fn, condition, { block: next, args: [] }, { block: this.slow, args: [] }),
    );
    this.block = next;
  }

  end(join: Block, value: Inst): void {
    this.block.insts.push(jumpTo(this.fn, { block: join, args: [value] }));
  }

  private place(inst: Inst): Inst {
    this.block.insts.push(inst);
    return inst;
  }
}
