// How doubles that are made of int32s are computed as int32s, and which tests show that the double is an int32 too.

import type { Range } from '../../ir/analysis/ranges/range.ts';
import { INT_MAX, INT_MIN } from '../../ir/analysis/ranges/range.ts';
import { intCondition, unsignedCondition } from '../../ir/conditions.ts';
import type { Inst } from '../../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../../ir/ops.ts';

export type RangeOf = (value: Inst) => Range;

/** Takes the instructions of an integer computation, in order. */
export interface Emitter {
  op(op: Op, cond: IntCondition | undefined, ...operands: Inst[]): Inst;
  constant(value: number): Inst;
  /**
   * What follows is only valid if the test, a comparison, holds. With `wrapped`: else the double is that sum or
   * difference, which has wrapped around once.
   */
  require(test: Inst, wrapped?: Inst): void;
}

/** An instruction to be made: the last one of a computation. */
export type Result = Pick<Inst, 'op' | 'args'> & Partial<Pick<Inst, 'cond'>>;

export type Plan =
  /** The int32 that the double is; what is required fails exactly if it is none. */
  | { readonly kind: 'exact'; emit(to: Emitter): Result }
  /** The comparison's result if what is required (at most one test) holds, else `otherwise`. */
  | { readonly kind: 'comparison'; readonly otherwise: boolean; emit(to: Emitter): Result };

/** An operand that can be had as 32 bits. */
interface Operand {
  readonly lo: number;
  /** At most 2^31: a magnitude, which as an int32 would be negative then. */
  readonly hi: number;
  emit(to: Emitter): Inst;
}

const exact = (emit: (to: Emitter) => Result): Plan => ({ kind: 'exact', emit });
const result = (op: Op, ...args: Inst[]): Result => ({ op, args });
/** A value that is there already, as an instruction that fold.ts removes. */
const same = (to: Emitter, value: Inst): Result => result('iadd', value, to.constant(0));

/** An int32, converted, or a constant. The sign of a zero does not matter to any of the plans. */
function int32(value: Inst, range: RangeOf): Operand | undefined {
  if (value.op === 'i2d') {
    const [int] = value.args as [Inst];
    const { lo, hi } = range(int);
    return lo > hi ? undefined : { lo, hi, emit: () => int };
  }
  if (value.op !== 'dconst' || (value.imm! | 0) !== value.imm) return undefined;
  const imm = value.imm! | 0;
  return { lo: imm, hi: imm, emit: (to) => to.constant(imm) };
}

/** x % y, which is NaN for y = 0. */
function remainder(value: Inst, range: RangeOf): Operand | undefined {
  if (value.op !== 'drem') return undefined;
  const [x, y] = value.args.map((arg) => int32(arg, range));
  if (!x || !y || (y.lo === 0 && y.hi === 0)) return undefined;
  const most = Math.max(Math.abs(y.lo), Math.abs(y.hi)) - 1;
  return {
    lo: x.lo >= 0 ? 0 : Math.max(x.lo, -most),
    hi: x.hi <= 0 ? 0 : Math.min(x.hi, most),
    emit: (to) => {
      const divisor = y.emit(to);
      if (y.lo <= 0 && y.hi >= 0) to.require(to.op('icmp', 'ne', divisor, to.constant(0)));
      return to.op('irem', undefined, x.emit(to), divisor);
    },
  };
}

/** |x|, up to 2^31. */
function magnitude(value: Inst, range: RangeOf): Operand | undefined {
  if (value.op !== 'dabs') return undefined;
  const x = int32(value.args[0]!, range);
  return (
    x && {
      lo: 0,
      hi: Math.max(-x.lo, x.hi),
      emit: (to) => {
        const int = x.emit(to);
        const sign = to.op('ishr', undefined, int, to.constant(31));
        return to.op('isub', undefined, to.op('ixor', undefined, int, sign), sign);
      },
    }
  );
}

const isInt32 = ({ lo, hi }: { lo: number; hi: number }): boolean => lo >= INT_MIN && hi <= INT_MAX;

/** For a double that must be an int32 by a check: how it is computed without doubles, if that is known. */
export function planRoot(value: Inst, range: RangeOf): Plan | undefined {
  switch (value.op) {
    case 'dadd':
      return sum(value, range);
    case 'dsub':
      return difference(value, range);
    case 'dneg':
      return negation(value, range);
    case 'dabs': {
      const abs = magnitude(value, range);
      return (
        abs &&
        exact((to) => {
          const value = abs.emit(to);
          if (!isInt32(abs)) to.require(to.op('icmp', 'ge', value, to.constant(0)));
          return same(to, value);
        })
      );
    }
    case 'drem': {
      const rest = remainder(value, range);
      return rest && exact((to) => same(to, rest.emit(to)));
    }
    case 'dtrunc':
    case 'dfloor':
      return quotient(value, range);
    default:
      return undefined;
  }
}

function sum(value: Inst, range: RangeOf): Plan | undefined {
  const [x, y] = value.args.map((arg) => int32(arg, range) ?? remainder(arg, range) ?? magnitude(arg, range));
  if (!x || !y || (!isInt32(x) && !isInt32(y))) return undefined;
  return exact((to) => {
    const a = x.emit(to);
    const b = y.emit(to);
    const r = to.op('iadd', undefined, a, b);
    // It has not wrapped around if it has gone in the direction of what was added; ranges learn from that.
    if (isInt32({ lo: x.lo + y.lo, hi: x.hi + y.hi })) return same(to, r);
    if (y.lo >= 0 && isInt32(x)) to.require(to.op('icmp', 'ge', r, a), r);
    else if (x.lo >= 0 && isInt32(y)) to.require(to.op('icmp', 'ge', r, b), r);
    else if (y.hi <= 0) to.require(to.op('icmp', 'le', r, a), r);
    else if (x.hi <= 0) to.require(to.op('icmp', 'le', r, b), r);
    else to.require(to.op('iaddFits', undefined, a, b), r);
    return same(to, r);
  });
}

function difference(value: Inst, range: RangeOf): Plan | undefined {
  const operandOf = (arg: Inst) => int32(arg, range) ?? remainder(arg, range);
  const x = operandOf(value.args[0]!);
  const y = operandOf(value.args[1]!) ?? magnitude(value.args[1]!, range);
  if (!x || !y) return undefined;
  return exact((to) => {
    const a = x.emit(to);
    const b = y.emit(to);
    const r = to.op('isub', undefined, a, b);
    if (isInt32({ lo: x.lo - y.hi, hi: x.hi - y.lo })) return same(to, r);
    if (y.lo >= 0) to.require(to.op('icmp', 'le', r, a), r);
    else if (y.hi <= 0) to.require(to.op('icmp', 'ge', r, a), r);
    else to.require(to.op('isubFits', undefined, a, b), r);
    return same(to, r);
  });
}

function negation(value: Inst, range: RangeOf): Plan | undefined {
  const x = int32(value.args[0]!, range) ?? magnitude(value.args[0]!, range);
  if (!x) return undefined;
  return exact((to) => {
    const int = x.emit(to);
    if (x.lo === INT_MIN) to.require(to.op('icmp', 'ne', int, to.constant(INT_MIN)));
    return result('isub', to.constant(0), int);
  });
}

/** A rounded quotient; x / 0 is infinite or NaN, and -2^31 / -1 is 2^31. */
function quotient(value: Inst, range: RangeOf): Plan | undefined {
  const [division] = value.args as [Inst];
  if (division.op !== 'ddiv') return undefined;
  const [x, y] = division.args.map((arg) => int32(arg, range));
  if (!x || !y || (y.lo === 0 && y.hi === 0)) return undefined;
  return exact((to) => {
    const a = x.emit(to);
    const b = y.emit(to);
    if (y.lo <= 0 && y.hi >= 0) to.require(to.op('icmp', 'ne', b, to.constant(0)));
    if (x.lo === INT_MIN && y.lo <= -1 && y.hi >= -1) {
      const isLowest = to.op('ixor', undefined, a, to.constant(INT_MIN));
      const isMinusOne = to.op('iadd', undefined, b, to.constant(1));
      to.require(to.op('icmp', 'ne', to.op('ior', undefined, isLowest, isMinusOne), to.constant(0)));
    }
    const q = to.op('idiv', undefined, a, b);
    const isDown = value.op === 'dtrunc' || (x.lo >= 0 && y.lo >= 0);
    if (isDown) return same(to, q);
    // Rounded towards zero: one too much if there is a rest whose sign is not the divisor's.
    const rest = to.op('isub', undefined, a, to.op('imul', undefined, q, b));
    const against = to.op('ixor', undefined, rest, b);
    const isRest = to.op('ior', undefined, rest, to.op('isub', undefined, to.constant(0), rest));
    const adjust = y.lo >= 0 ? rest : to.op('iand', undefined, against, isRest);
    return result('iadd', q, to.op('ishr', undefined, adjust, to.constant(31)));
  });
}

/** A comparison of a remainder or a magnitude with an int32. */
export function planComparison(compare: Inst, range: RangeOf): Plan | undefined {
  const [value, limit] = compare.args as [Inst, Inst];
  const cond = compare.cond as FloatCondition;
  const other = int32(limit, range);
  const operand = remainder(value, range) ?? magnitude(value, range);
  if (!other || !operand) return undefined;
  // Magnitudes are compared without a sign.
  if (!isInt32(operand) && other.lo < 0) return undefined;
  const order = intCondition(cond);
  return {
    kind: 'comparison',
    // What the comparison gives for NaN.
    otherwise: cond === 'ne' || cond.length === 3,
    emit: (to) => ({
      op: 'icmp',
      args: [operand.emit(to), other.emit(to)],
      cond: isInt32(operand) ? order : unsignedCondition(order),
    }),
  };
}
