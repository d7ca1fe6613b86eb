// Folding rules of conversions, and of doubles that only carry integers or singles: int32 arithmetic in
// JavaScript is written as double arithmetic between conversions, and most of it cancels out here.
import { isNonNegative, possibleBits } from '../../ir/analysis/bits.ts';
import { exchangeFloat, intCondition, unsignedCondition } from '../../ir/conditions.ts';
import { compareFloats } from '../../ir/evaluate.ts';
import type { Inst } from '../../ir/ir.ts';
import type { FloatCondition, Op } from '../../ir/ops.ts';
import { powerDivided } from './floats.ts';
import type { Folder, Rule } from './folder.ts';

/** Every integer up to this magnitude is a double, and sums and products that stay below are exact. */
const EXACT = 2 ** 53;

/** How deep expressions are followed: each level of a shared expression may be visited again. */
const MAX_DEPTH = 6;

/**
 * If the double is an exactly computed finite integer, a bound of its magnitude, at most 2^53; else undefined.
 * -0 counts as an integer.
 */
function integerBound(x: Inst, depth = MAX_DEPTH): number | undefined {
  const [a, b] = x.args;
  switch (x.op) {
    case 'i2d':
      return possibleBits(a!) >= 0 ? possibleBits(a!) : 2 ** 31;
    case 'u2d':
      return possibleBits(a!) >>> 0;
    case 'dconst':
      return Number.isInteger(x.imm) && Math.abs(x.imm!) <= EXACT ? Math.abs(x.imm!) : undefined;
    case 'dneg':
    case 'dabs':
    case 'dfloor':
    case 'dceil':
    case 'dtrunc':
    case 'dround':
      return depth === 0 ? undefined : integerBound(a!, depth - 1);
    case 'dadd':
    case 'dsub':
    case 'dmul': {
      if (depth === 0) return undefined;
      const left = integerBound(a!, depth - 1);
      const right = left === undefined ? undefined : integerBound(b!, depth - 1);
      if (left === undefined || right === undefined) return undefined;
      const bound = x.op === 'dmul' ? left * right : left + right;
      return bound <= EXACT ? bound : undefined;
    }
    default:
      return undefined;
  }
}

/** The low 32 bits of a double that has an integerBound: integer arithmetic modulo 2^32. */
function lowBits(x: Inst, folder: Folder): Inst {
  const [a, b] = x.args;
  switch (x.op) {
    case 'i2d':
    case 'u2d':
      return a!;
    case 'dconst':
      return folder.iconst(x.imm!);
    case 'dneg':
      return folder.op('isub', folder.iconst(0), lowBits(a!, folder));
    case 'dadd':
      return folder.op('iadd', lowBits(a!, folder), lowBits(b!, folder));
    case 'dsub':
      return folder.op('isub', lowBits(a!, folder), lowBits(b!, folder));
    case 'dmul':
      return folder.op('imul', lowBits(a!, folder), lowBits(b!, folder));
    case 'dfloor':
    case 'dceil':
    case 'dtrunc':
    case 'dround':
      return lowBits(a!, folder);
    default:
      throw new Error(`${x.op} has no exact low bits`);
  }
}

/** True if lowBits can make it: dabs is an exact integer, but needs the sign of more than 32 bits. */
function hasLowBits(x: Inst): boolean {
  return (
    x.op !== 'dabs' && (x.args.length === 0 || x.op === 'i2d' || x.op === 'u2d' || x.args.every(hasLowBits))
  );
}

/** The operands of `a op b` as int32 values, if both are conversions of signed ones, or all of unsigned ones. */
function intOperands(a: Inst, b: Inst, folder: Folder): { x: Inst; y: Inst; unsigned: boolean } | undefined {
  const signed = (v: Inst): boolean =>
    v.op === 'i2d' ||
    (v.op === 'u2d' && isNonNegative(v.args[0]!)) ||
    (v.op === 'dconst' && (v.imm! | 0) === v.imm);
  const unsigned = (v: Inst): boolean =>
    v.op === 'u2d' ||
    (v.op === 'i2d' && isNonNegative(v.args[0]!)) ||
    (v.op === 'dconst' && v.imm! >>> 0 === v.imm);
  const isSigned = signed(a) && signed(b);
  if (!isSigned && !(unsigned(a) && unsigned(b))) return undefined;
  const operand = (v: Inst): Inst => (v.op === 'dconst' ? folder.iconst(v.imm!) : v.args[0]!);
  return { x: operand(a), y: operand(b), unsigned: !isSigned };
}

/** The single that a double stands for without loss: a conversion of one, or a constant that is one. */
function asSingle(x: Inst, folder: Folder): Inst | undefined {
  if (x.op === 'f2d') return x.args[0];
  if (x.op === 'dconst' && Object.is(Math.fround(x.imm!), x.imm)) return folder.fconst(x.imm!);
  return undefined;
}

const d2i: Rule = (inst, folder) => {
  const [x] = inst.args as [Inst];
  const [a, b] = x.args;
  if (x.op === 'f2d') return folder.op('f2i', a!);
  if (x.op === 'dtrunc') return folder.op('d2i', a!);
  const power = x.op === 'dmul' ? powerDivided(b!) : undefined;
  if (x.op === 'ddiv' || x.op === 'drem' || power !== undefined) {
    // A quotient of int32s is never rounded onto or across an integer: it is at least 2^-31 away from it,
    // relative to 2^31 less than the precision. x/0, x%0 and -0 truncate to 0.
    const ints = intOperands(a!, power === undefined ? b! : folder.dconst(2 ** power), folder);
    if (ints) {
      const signed = x.op === 'drem' ? 'irem' : 'idiv';
      const unsigned = x.op === 'drem' ? 'urem' : 'udiv';
      return folder.op(ints.unsigned ? unsigned : signed, ints.x, ints.y);
    }
  }
  if (integerBound(x) !== undefined && hasLowBits(x)) return lowBits(x, folder);
  return undefined;
};

const d2iExact: Rule = (inst) => {
  const [x] = inst.args as [Inst];
  if (x.op === 'i2d') return x.args[0];
  if (x.op === 'u2d' && isNonNegative(x.args[0]!)) return x.args[0];
  return undefined;
};

/** Operations that give the same single when computed in double and rounded once (53 >= 2 * 24 + 2 bits). */
const singleForm: Partial<Record<Op, Op>> = {
  dadd: 'fadd',
  dsub: 'fsub',
  dmul: 'fmul',
  ddiv: 'fdiv',
  dsqrt: 'fsqrt',
  dneg: 'fneg',
  dabs: 'fabs',
};

const d2f: Rule = (inst, folder) => {
  const [x] = inst.args as [Inst];
  if (x.op === 'f2d') return x.args[0];
  if (x.op === 'i2d') return folder.op('i2f', x.args[0]!);
  if (x.op === 'u2d') return folder.op('u2f', x.args[0]!);
  const single = singleForm[x.op];
  // At least one real single: an operation on constants alone is folded elsewhere.
  if (!single || !x.args.some((arg) => arg.op === 'f2d')) return undefined;
  const a = asSingle(x.args[0]!, folder);
  const b = x.args[1] ? asSingle(x.args[1], folder) : undefined;
  if (!a || (x.args[1] && !b)) return undefined;
  return b ? folder.op(single, a, b) : folder.op(single, a);
};

const f2i: Rule = (inst, folder) => {
  const [x] = inst.args as [Inst];
  if ((x.op === 'i2f' || x.op === 'u2f') && fitsSingle(x.args[0]!)) return x.args[0];
  if (
    x.op === 'd2f' &&
    (x.args[0]!.op === 'i2d' || x.args[0]!.op === 'u2d') &&
    fitsSingle(x.args[0]!.args[0]!)
  ) {
    return x.args[0]!.args[0];
  }
  return x.op === 'd2f' && x.args[0]!.op === 'f2d' ? folder.op('f2i', x.args[0]!.args[0]!) : undefined;
};

/** True if the int32 is not negative and small enough to be a single exactly. */
function fitsSingle(x: Inst): boolean {
  const bits = possibleBits(x);
  return bits >= 0 && bits <= 2 ** 24;
}

const unsigned: Rule = (inst, folder) => {
  const [x] = inst.args as [Inst];
  if (!isNonNegative(x)) return undefined;
  return folder.op(inst.op === 'u2d' ? 'i2d' : 'i2f', x);
};

/** i2f and u2f widened: exact if the integer is small. */
const f2d: Rule = (inst, folder) => {
  const [x] = inst.args as [Inst];
  if ((x.op === 'i2f' || x.op === 'u2f') && fitsSingle(x.args[0]!)) return folder.op('i2d', x.args[0]!);
  return undefined;
};

/** Rounding what is an integer already. */
const rounding: Rule = (inst) => {
  const [x] = inst.args as [Inst];
  return integerBound(x) === undefined ? undefined : x;
};

/** x modulo a nonzero constant, both unsigned: neither NaN nor -0 can come out. */
const drem: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  if (b.op !== 'dconst' || b.imm === 0 || (a.op !== 'i2d' && a.op !== 'u2d')) return undefined;
  const divisor = Math.abs(b.imm!);
  const ints = intOperands(a, folder.dconst(divisor), folder);
  if (!ints) return undefined;
  if (ints.unsigned) return folder.op('u2d', folder.op('urem', ints.x, ints.y));
  return isNonNegative(ints.x) ? folder.op('i2d', folder.op('urem', ints.x, ints.y)) : undefined;
};

const dcmp: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const cond = inst.cond as FloatCondition;
  if (a.op === 'dconst') return folder.dcmp(exchangeFloat(cond), b, a);
  const ints = intOperands(a, b, folder);
  if (ints) {
    const order = intCondition(cond);
    return folder.icmp(ints.unsigned ? unsignedCondition(order) : order, ints.x, ints.y);
  }
  if ((a.op === 'i2d' || a.op === 'u2d') && b.op === 'dconst')
    return compareWithConstant(a, cond, b.imm!, folder);
  if (a.op !== 'f2d') return undefined;
  const single = asSingle(b, folder);
  return single && folder.fcmp(cond, a.args[0]!, single);
};

/** Compares an integer with a constant that is no integer or out of its range. NaN is folded elsewhere. */
function compareWithConstant(a: Inst, cond: FloatCondition, c: number, folder: Folder): Inst {
  const [low, high] = a.op === 'i2d' ? [-(2 ** 31), 2 ** 31 - 1] : [0, 2 ** 32 - 1];
  // Against anything outside, all integers of the range compare as its ends do.
  if (!(c >= low && c <= high)) return folder.iconst(compareFloats(cond, low, c) ? 1 : 0);
  const order = intCondition(cond);
  const compare = (with_: typeof order, limit: number): Inst =>
    folder.icmp(a.op === 'i2d' ? with_ : unsignedCondition(with_), a.args[0]!, folder.iconst(limit));
  if (Number.isInteger(c)) return compare(order, c);
  switch (order) {
    case 'eq':
      return folder.iconst(0);
    case 'ne':
      return folder.iconst(1);
    case 'lt':
    case 'le':
      return compare('le', Math.floor(c));
    case 'gt':
    case 'ge':
      return compare('ge', Math.ceil(c));
  }
}

const dIsInt: Rule = (inst, folder) => (inst.args[0]!.op === 'i2d' ? folder.iconst(1) : undefined);
const dHeldInt: Rule = (inst) => (inst.args[0]!.op === 'i2d' ? inst.args[0]!.args[0]! : undefined);

export const conversionRules: Partial<Record<Op, Rule>> = {
  dIsInt,
  dHeldInt,
  d2i,
  d2iExact,
  d2f,
  f2i,
  u2d: unsigned,
  u2f: unsigned,
  f2d,
  dfloor: rounding,
  dceil: rounding,
  dtrunc: rounding,
  dround: rounding,
  drem,
  dcmp,
};
