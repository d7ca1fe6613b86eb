// What range the result of an operation has, from the ranges of its operands. Bounds of doubles are computed in
// doubles: rounding is monotonous, so the rounded bounds hold for the rounded results.
import type { HelperName } from '../../../abi/helpers.ts';
import { intCondition } from '../../conditions.ts';
import { compareFloats, compareInts } from '../../evaluate.ts';
import type { Inst } from '../../ir.ts';
import type { FloatCondition, IntCondition } from '../../ops.ts';
import { isLengthAlias, LENGTH_LIMIT } from '../bits.ts';
import type { Range } from './range.ts';
import {
  anyDouble,
  anyInt,
  clip,
  constantRange,
  empty,
  hasZero,
  INT_MAX,
  INT_MIN,
  intRange,
  isEmpty,
  union,
} from './range.ts';

/** The widest range of a value, by its type; references have none. */
export function widest(type: Inst['type']): Range {
  return type === 'i32' ? anyInt : anyDouble;
}

/** The range of the instruction's value; `of` gives the ranges of its arguments where it stands. */
export function transfer(inst: Inst, of: (arg: Inst) => Range): Range {
  switch (inst.op) {
    case 'iconst':
    case 'fconst':
    case 'dconst':
      return constantRange(inst.imm!);
    case 'load':
      return loaded(inst);
    case 'helper':
      return helperRange(inst);
    case 'select': {
      const condition = of(inst.args[0]!);
      if (isEmpty(condition)) return empty;
      if (!hasZero(condition)) return of(inst.args[1]!);
      if (condition.lo === 0 && condition.hi === 0) return of(inst.args[2]!);
      return union(of(inst.args[1]!), of(inst.args[2]!));
    }
    default:
  }
  if (inst.args.length === 0 || inst.args.length > 2) return widest(inst.type);
  const a = inst.args[0]!.type === 'ref' ? anyInt : of(inst.args[0]!);
  const b = !inst.args[1] ? a : inst.args[1].type === 'ref' ? anyInt : of(inst.args[1]);
  if (isEmpty(a) || isEmpty(b)) return empty;
  return inst.type === 'i32' ? intResult(inst, a, b) : doubleResult(inst, a, b);
}

function loaded(inst: Inst): Range {
  switch (inst.memory) {
    case 'u8':
      return intRange(0, 0xff);
    case 'i8':
      return intRange(-0x80, 0x7f);
    case 'u16':
      return intRange(0, 0xffff);
    case 'i16':
      return intRange(-0x8000, 0x7fff);
    default:
      return isLengthAlias(inst.alias) ? intRange(0, LENGTH_LIMIT - 1) : widest(inst.type);
  }
}

function helperRange(inst: Inst): Range {
  switch (inst.symbol as HelperName) {
    case 'gn_str_unit':
      return intRange(0, 0xffff);
    case 'gn_str_index_of':
      return intRange(-1, LENGTH_LIMIT - 1);
    default:
      return widest(inst.type);
  }
}

/** Integers from lo to hi if they are int32s; a result that wraps around may be anything. */
function wrapped(lo: number, hi: number): Range {
  return lo >= INT_MIN && hi <= INT_MAX ? intRange(lo, hi) : anyInt;
}

/** The smallest range with all of these corners of a monotonous operation. */
function corners(op: (x: number, y: number) => number, a: Range, b: Range): [number, number] {
  const values = [op(a.lo, b.lo), op(a.lo, b.hi), op(a.hi, b.lo), op(a.hi, b.hi)];
  return [Math.min(...values) + 0, Math.max(...values) + 0];
}

/** All ones up to the highest bit of a number that is not negative. */
function mask(x: number): number {
  return x <= 0 ? 0 : 2 ** (32 - Math.clz32(x)) - 1;
}

function intResult(inst: Inst, a: Range, b: Range): Range {
  switch (inst.op) {
    case 'iadd':
      return wrapped(a.lo + b.lo, a.hi + b.hi);
    case 'isub':
      return wrapped(a.lo - b.hi, a.hi - b.lo);
    case 'imul': {
      const [lo, hi] = corners((x, y) => x * y, a, b);
      return wrapped(lo, hi);
    }
    case 'idiv': {
      if (b.lo > 0) return intRange(...corners((x, y) => Math.trunc(x / y), a, b));
      const most = Math.max(Math.abs(a.lo), Math.abs(a.hi));
      return wrapped(-most, most);
    }
    case 'irem': {
      const limit = Math.max(Math.abs(b.lo), Math.abs(b.hi), 1) - 1;
      return intRange(a.lo < 0 ? Math.max(a.lo, -limit) + 0 : 0, a.hi > 0 ? Math.min(a.hi, limit) : 0);
    }
    case 'udiv':
      return a.lo >= 0 ? intRange(0, b.lo > 0 ? Math.trunc(a.hi / b.lo) : a.hi) : anyInt;
    case 'urem': {
      const most = a.lo >= 0 ? a.hi : Infinity;
      const limit = b.lo > 0 ? b.hi - 1 : Infinity;
      return Math.min(most, limit) <= INT_MAX ? intRange(0, Math.max(0, Math.min(most, limit))) : anyInt;
    }
    case 'iand':
      if (a.lo >= 0 && b.lo >= 0) return intRange(0, Math.min(a.hi, b.hi));
      if (b.lo >= 0) return intRange(0, b.hi);
      return a.lo >= 0 ? intRange(0, a.hi) : anyInt;
    case 'ior':
    case 'ixor':
      return a.lo >= 0 && b.lo >= 0 ? intRange(0, mask(a.hi) | mask(b.hi)) : anyInt;
    case 'ishl':
      if (b.lo !== b.hi) return anyInt;
      return wrapped(a.lo * 2 ** (b.lo & 31), a.hi * 2 ** (b.lo & 31));
    case 'ishr': {
      if (b.lo === b.hi) return intRange(a.lo >> b.lo, a.hi >> b.lo);
      return intRange(Math.min(a.lo, a.lo < 0 ? -1 : 0), Math.max(a.hi, 0));
    }
    case 'iushr':
      if (b.lo === b.hi && (b.lo & 31) !== 0) {
        return a.lo >= 0 ? intRange(a.lo >>> b.lo, a.hi >>> b.lo) : intRange(0, 0xffffffff >>> b.lo);
      }
      return a.lo >= 0 ? intRange(0, a.hi) : anyInt;
    case 'iclz':
      return a.lo >= 0 ? intRange(Math.clz32(a.hi), Math.clz32(a.lo)) : intRange(0, 32);
    case 'icmp': {
      const result = decideInts(inst.cond as IntCondition, a, b);
      return result === undefined ? intRange(0, 1) : constantRange(result ? 1 : 0);
    }
    case 'dcmp': {
      const result = decideDoubles(inst.cond as FloatCondition, a, b);
      return result === undefined ? intRange(0, 1) : constantRange(result ? 1 : 0);
    }
    case 'iaddFits':
      return fits(a.lo + b.lo, a.hi + b.hi);
    case 'isubFits':
      return fits(a.lo - b.hi, a.hi - b.lo);
    case 'rcmp':
    case 'fcmp':
      return intRange(0, 1);
    case 'dIsInt':
      return mayBeInteger(a) ? intRange(0, 1) : constantRange(0);
    case 'dHeldInt':
    case 'd2iExact':
      return clip({ ...a, nan: false, negativeZero: false, integer: true }, INT_MIN, INT_MAX);
    case 'd2i':
      if (!(a.lo > INT_MIN - 1 && a.hi < INT_MAX + 1)) return a.lo > a.hi ? constantRange(0) : anyInt;
      return union(intRange(Math.trunc(a.lo) + 0, Math.trunc(a.hi) + 0), a.nan ? constantRange(0) : empty);
    default:
      return anyInt;
  }
}

/** Whether some number of a range is an int32. */
function mayBeInteger({ lo, hi }: Range): boolean {
  return Math.ceil(Math.max(lo, INT_MIN)) <= Math.floor(Math.min(hi, INT_MAX));
}

/** Whether numbers of a range are int32s. */
function fits(lo: number, hi: number): Range {
  if (lo >= INT_MIN && hi <= INT_MAX) return constantRange(1);
  return hi < INT_MIN || lo > INT_MAX ? constantRange(0) : intRange(0, 1);
}

/** The result of a comparison if it is the same for all values of the ranges. */
export function decideInts(cond: IntCondition, a: Range, b: Range): boolean | undefined {
  switch (cond) {
    case 'ult':
    case 'ule':
    case 'ugt':
    case 'uge':
      if (a.lo < 0 || b.lo < 0) return undefined;
      return decideInts(cond.slice(1) as IntCondition, a, b);
    default:
      return decideOrder(cond, a, b);
  }
}

export function decideDoubles(cond: FloatCondition, a: Range, b: Range): boolean | undefined {
  // Only NaN: every comparison with it has one result.
  if (a.lo > a.hi || b.lo > b.hi) return compareFloats(cond, NaN, NaN);
  const result = decideOrder(intCondition(cond), a, b);
  if (!a.nan && !b.nan) return result;
  return result === compareFloats(cond, NaN, NaN) ? result : undefined;
}

function decideOrder(cond: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge', a: Range, b: Range): boolean | undefined {
  switch (cond) {
    case 'eq':
    case 'ne':
      if (a.hi < b.lo || a.lo > b.hi) return cond === 'ne';
      return a.lo === a.hi && b.lo === b.hi && a.lo === b.lo ? cond === 'eq' : undefined;
    default: {
      // Orders are decided if the extremes agree.
      const first = compareInts(cond, a.lo, b.hi);
      return first === compareInts(cond, a.hi, b.lo) ? first : undefined;
    }
  }
}

function doubleResult(inst: Inst, a: Range, b: Range): Range {
  switch (inst.op) {
    case 'i2d':
      return a;
    case 'u2d':
      return a.lo >= 0 ? a : intRange(0, 2 ** 32 - 1);
    case 'dadd':
      return {
        ...bounds((x, y) => x + y, a, b),
        negativeZero: a.negativeZero && b.negativeZero,
        integer: a.integer && b.integer,
      };
    case 'dsub':
      return {
        ...bounds((x, y) => x - y, a, { ...b, lo: b.hi, hi: b.lo }),
        negativeZero: a.negativeZero && hasZero(b),
        integer: a.integer && b.integer,
      };
    case 'dmul':
      return product(a, b);
    case 'ddiv':
      return quotient(a, b);
    case 'drem':
      return remainder(a, b);
    case 'dneg':
      return { ...a, lo: -a.hi + 0, hi: -a.lo + 0, negativeZero: hasZero(a) };
    case 'dabs': {
      const most = Math.max(Math.abs(a.lo), Math.abs(a.hi));
      const least = hasZero(a) ? 0 : Math.min(Math.abs(a.lo), Math.abs(a.hi));
      return a.lo > a.hi ? a : { ...a, lo: least, hi: most, negativeZero: false };
    }
    case 'dfloor':
      return rounded(Math.floor, a, false);
    case 'dceil':
      return rounded(Math.ceil, a, true);
    case 'dtrunc':
      return rounded(Math.trunc, a, true);
    case 'dround':
      return rounded(Math.round, a, true);
    case 'dsqrt':
      return {
        ...clip({ ...a, integer: false }, 0, Infinity),
        lo: a.hi < 0 ? Infinity : Math.sqrt(Math.max(a.lo, 0)),
        hi: a.hi < 0 ? -Infinity : Math.sqrt(a.hi),
        nan: a.nan || a.lo < 0,
      };
    default:
      return anyDouble;
  }
}

/** Bounds of a sum or difference; infinite ones of opposite signs give NaN. */
function bounds(op: (x: number, y: number) => number, a: Range, b: Range): Range {
  const [lo, hi] = [op(a.lo, b.lo), op(a.hi, b.hi)];
  const infinite = [a.lo, a.hi, b.lo, b.hi].some((x) => !Number.isFinite(x));
  if (Number.isNaN(lo) || Number.isNaN(hi)) return anyDouble;
  // -0 can come out as a bound only of -0 operands, which have bounds of 0.
  return { lo: lo + 0, hi: hi + 0, nan: a.nan || b.nan || infinite, negativeZero: true, integer: false };
}

const isBounded = (range: Range): boolean => Number.isFinite(range.lo) && Number.isFinite(range.hi);

/** True if the value may have its sign bit set, or clear. */
const maybeMinus = (range: Range): boolean => range.lo < 0 || range.negativeZero;
const maybePlus = (range: Range): boolean => range.hi >= 0;

function product(a: Range, b: Range): Range {
  if (!isBounded(a) || !isBounded(b)) return { ...anyDouble };
  const [lo, hi] = corners((x, y) => x * y, a, b);
  const integer = a.integer && b.integer;
  const minus = (maybeMinus(a) && maybePlus(b)) || (maybePlus(a) && maybeMinus(b));
  const negativeZero =
    (!integer && minus) ||
    (hasZero(a) && maybeMinus(b)) ||
    (hasZero(b) && maybeMinus(a)) ||
    (a.negativeZero && maybePlus(b)) ||
    (b.negativeZero && maybePlus(a));
  return { lo, hi, nan: a.nan || b.nan, negativeZero, integer };
}

function quotient(a: Range, b: Range): Range {
  if (!isBounded(a) || !isBounded(b) || hasZero(b)) return anyDouble;
  const [lo, hi] = corners((x, y) => x / y, a, b);
  return { lo, hi, nan: a.nan || b.nan, negativeZero: maybeMinus(a) || maybeMinus(b), integer: false };
}

function remainder(a: Range, b: Range): Range {
  const nan = a.nan || b.nan || !isBounded(a) || hasZero(b);
  const integer = a.integer && b.integer;
  // Less than the divisor, and not more than the dividend; integers are less by one.
  const divisor = Math.max(Math.abs(b.lo), Math.abs(b.hi));
  const limit = integer && divisor <= 2 ** 53 ? Math.max(divisor - 1, 0) : divisor;
  return {
    lo: a.lo < 0 ? Math.max(a.lo, -limit) + 0 : 0,
    hi: a.hi > 0 ? Math.min(a.hi, limit) : 0,
    nan,
    negativeZero: maybeMinus(a),
    integer,
  };
}

/** @param zeroFromBelow true if numbers between -1 and 0 may round to -0 */
function rounded(round: (x: number) => number, a: Range, zeroFromBelow: boolean): Range {
  if (a.lo > a.hi) return a;
  const negativeZero = a.negativeZero || (zeroFromBelow && !a.integer && a.lo < 0 && a.hi > -1);
  return { lo: round(a.lo) + 0, hi: round(a.hi) + 0, nan: a.nan, negativeZero, integer: true };
}
