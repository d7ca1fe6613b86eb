// Divisions and remainders by constants become shifts, or a multiplication and a shift where that is exact for all values
// that the dividend can have. The core has no instruction for them, and calls its divider take five times as long. Late:
// the operations themselves say more about ranges than what they become.
import { type Range, Ranges } from '../ir/analysis/ranges/index.ts';
import { INT_MAX } from '../ir/analysis/ranges/range.ts';
import { Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';

/** What makes up a quotient: `imul` by `factor`, and a shift. */
interface Reciprocal {
  readonly factor: number;
  readonly shift: number;
}

type Emit = (op: Op, ...args: (Inst | number)[]) => Inst;

export function expandDivisions(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some(isDivision))) return false;
  const ranges = new Ranges(fn);
  const replacements = new Replacements();
  ranges.cfg.order.forEach((block, b) => {
    const out: Inst[] = [];
    block.insts.forEach((inst, index) => {
      const { position } = inst;
      const emit: Emit = (op, ...args) => {
        const values = args.map((arg) => (typeof arg === 'number' ? constant(arg) : arg));
        const made = newInst(fn, op, 'i32', values, position);
        out.push(made);
        return made;
      };
      const constant = (imm: number): Inst => {
        const made = newInst(fn, 'iconst', 'i32', [], position, { imm });
        out.push(made);
        return made;
      };
      const result = isDivision(inst) && expand(inst, ranges.at(inst.args[0]!, b, index), emit);
      if (result) replacements.set(inst, result);
      else out.push(inst);
    });
    block.insts = out;
  });
  if (replacements.empty) return false;
  replacements.apply(fn);
  return true;
}

function isDivision({ op, args }: Inst): boolean {
  return (op === 'idiv' || op === 'irem' || op === 'udiv' || op === 'urem') && args[1]!.op === 'iconst';
}

/** Computes a division's result, if there is a shorter way for dividends of a range. */
function expand({ op, args }: Inst, range: Range, emit: Emit): Inst | undefined {
  const [dividend, { imm }] = args as [Inst, Inst];
  const divisor = Math.abs(imm!);
  const isUnsigned = op === 'udiv' || op === 'urem';
  // Others are folded elsewhere, or of numbers of 32 bits without a sign.
  if (divisor < 2 || divisor > INT_MAX || (isUnsigned && (imm! < 0 || range.lo < 0))) return undefined;
  const bits = Math.log2(divisor);
  if (Number.isInteger(bits)) {
    const bias = range.lo >= 0 ? undefined : roundingBias(dividend, bits, emit);
    const biased = bias ? emit('iadd', dividend, bias) : dividend;
    if (op === 'idiv') return signed(emit('ishr', biased, bits), imm!, emit);
    if (op === 'udiv') return emit('iushr', biased, bits);
    const low = emit('iand', biased, divisor - 1);
    return bias ? emit('isub', low, bias) : low;
  }
  const reciprocal = reciprocalOf(divisor, range);
  if (!reciprocal) return undefined;
  const quotient = quotientBy(reciprocal, dividend, range, emit);
  if (op === 'idiv') return signed(quotient, imm!, emit);
  return op === 'udiv' ? quotient : emit('isub', dividend, emit('imul', quotient, divisor));
}

/** What makes a shift to the right round towards zero when it is added: 2^bits - 1 for negative numbers. */
function roundingBias(dividend: Inst, bits: number, emit: Emit): Inst {
  const sign = bits === 1 ? dividend : emit('ishr', dividend, 31);
  return emit('iushr', sign, 32 - bits);
}

function signed(quotient: Inst, divisor: number, emit: Emit): Inst {
  return divisor < 0 ? emit('isub', 0, quotient) : quotient;
}

/** dividend * factor / 2^shift, rounded towards zero. */
function quotientBy({ factor, shift }: Reciprocal, dividend: Inst, { lo }: Range, emit: Emit): Inst {
  const product = emit('imul', dividend, factor);
  if (lo >= 0) return emit('iushr', product, shift);
  // Negative products were rounded down, to one less.
  return emit('iadd', emit('ishr', product, shift), emit('iushr', dividend, 31));
}

/**
 * The least factor and shift with trunc(x * factor / 2^shift) = trunc(x / divisor) for all x of a range, whose products
 * fit into 32 bits. With factor * divisor = 2^shift + error, x * factor / 2^shift is too far from zero by
 * (x * error / 2^shift) / divisor; quotients stay if that is less than a `divisor`th (Granlund and Montgomery 1994).
 */
function reciprocalOf(divisor: number, { lo, hi }: Range): Reciprocal | undefined {
  const most = Math.max(hi, -lo);
  const limit = lo < 0 ? 2 ** 31 : 2 ** 32;
  for (let shift = Math.ceil(Math.log2(divisor)); shift < 32; shift++) {
    const factor = Math.ceil(2 ** shift / divisor);
    if (most * factor >= limit) return undefined;
    if (most * (factor * divisor - 2 ** shift) < 2 ** shift) return { factor, shift };
  }
  return undefined;
}
