// Folding rules of int32 arithmetic, comparisons and select. Constants stand on the right.
import type { HelperName } from '../../abi/helpers.ts';
import { isBoolean, isNonNegative, possibleBits } from '../../ir/analysis/bits.ts';
import { exchangeInt } from '../../ir/conditions.ts';
import { compareInts } from '../../ir/evaluate.ts';
import type { Inst } from '../../ir/ir.ts';
import type { IntCondition, Op } from '../../ir/ops.ts';
import type { Folder, Rule } from './folder.ts';

/** The value of an i32 constant. */
function value(inst: Inst | undefined): number | undefined {
  return inst?.op === 'iconst' ? inst.imm : undefined;
}

/** log2 of a power of two, taken as unsigned; undefined for others. */
function log2(x: number): number | undefined {
  return x !== 0 && (x & (x - 1)) === 0 ? 31 - Math.clz32(x) : undefined;
}

/** `(x op c1) op c2` as `x op (c1 op c2)`, for the associative ones. */
function reassociate(inst: Inst, folder: Folder): Inst | undefined {
  const [a, b] = inst.args as [Inst, Inst];
  if (a.op !== inst.op || value(b) === undefined || value(a.args[1]) === undefined) return undefined;
  return folder.op(inst.op, a.args[0]!, folder.op(inst.op, a.args[1]!, b));
}

const iadd: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === 0) return a;
  if (b.op === 'isub' && value(b.args[0]) === 0) return folder.op('isub', a, b.args[1]!);
  if (a.op === 'isub' && value(a.args[0]) === 0) return folder.op('isub', b, a.args[1]!);
  if (b.op === 'isub' && b.args[1] === a) return b.args[0];
  if (a.op === 'isub' && a.args[1] === b) return a.args[0];
  if (a.op === 'isub' && value(a.args[0]) !== undefined && c !== undefined) {
    return folder.op('isub', folder.op('iadd', a.args[0]!, b), a.args[1]!);
  }
  return reassociate(inst, folder);
};

const isub: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c !== undefined) return folder.op('iadd', a, folder.iconst(-c));
  if (a === b) return folder.iconst(0);
  if (a.op === 'iadd' && a.args[1] === b) return a.args[0];
  if (a.op === 'iadd' && a.args[0] === b) return a.args[1];
  const from = value(a);
  if (b.op === 'isub' && from === 0) return folder.op('isub', b.args[1]!, b.args[0]!);
  if (b.op === 'iadd' && from !== undefined && value(b.args[1]) !== undefined) {
    return folder.op('isub', folder.op('isub', a, b.args[1]!), b.args[0]!);
  }
  return undefined;
};

const imul: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === undefined) return undefined;
  if (c === 0) return b;
  if (c === 1) return a;
  if (c === -1) return folder.op('isub', folder.iconst(0), a);
  if (a.op === 'ishl' && value(a.args[1]) !== undefined) {
    return folder.op('imul', a.args[0]!, folder.iconst(c << a.args[1]!.imm!));
  }
  const shift = log2(c);
  if (shift !== undefined) return folder.op('ishl', a, folder.iconst(shift));
  return reassociate(inst, folder);
};

const idiv: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === 1) return a;
  if (c === 0) return folder.iconst(0);
  if (c === -1) return folder.op('isub', folder.iconst(0), a);
  if (isNonNegative(a) && isNonNegative(b)) return folder.op('udiv', a, b);
  return undefined;
};

const irem: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === 0 || c === 1 || c === -1) return folder.iconst(0);
  if (isNonNegative(a)) {
    // The sign of the divisor does not matter to the remainder.
    if (c !== undefined && c !== -(2 ** 31)) return folder.op('urem', a, folder.iconst(Math.abs(c)));
    if (isNonNegative(b)) return folder.op('urem', a, b);
  }
  return undefined;
};

const udiv: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === undefined) return undefined;
  if (c === 0) return folder.iconst(0);
  const shift = log2(c);
  return shift === undefined ? undefined : folder.op('iushr', a, folder.iconst(shift));
};

const urem: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (c === undefined) return undefined;
  if (c === 0) return folder.iconst(0);
  const bits = possibleBits(a);
  if (bits >= 0 && c > bits) return a;
  return log2(c) === undefined ? undefined : folder.op('iand', a, folder.iconst(c - 1));
};

const iand: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  if (a === b) return a;
  const c = value(b);
  if (c === 0) return b;
  if (c === undefined) return undefined;
  if ((possibleBits(a) & ~c) === 0) return a;
  if ((possibleBits(a) & c) === 0) return folder.iconst(0);
  // What is added above all bits that are kept makes no difference, as in `(i + n) & (n - 1)`.
  const added = a.op === 'iadd' ? value(a.args[1]) : undefined;
  if (added !== undefined && (added & -added) >>> 0 > c >>> 0) return folder.op('iand', a.args[0]!, b);
  return reassociate(inst, folder);
};

const ior: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const c = value(b);
  if (a === b || c === 0) return a;
  if (c === -1) return b;
  return reassociate(inst, folder);
};

const ixor: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  if (a === b) return folder.iconst(0);
  const c = value(b);
  if (c === 0) return a;
  if (c === 1 && (a.op === 'icmp' || a.op === 'rcmp' || a.op === 'fcmp' || a.op === 'dcmp'))
    return folder.not(a);
  return reassociate(inst, folder);
};

/** The count is taken modulo 32 anyway. */
const shift: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  if (b.op === 'iand' && ((value(b.args[1]) ?? 0) & 31) === 31) return folder.op(inst.op, a, b.args[0]!);
  const c = value(b);
  if (c === undefined) return value(a) === 0 ? a : undefined;
  const count = c & 31;
  if (count === 0) return a;
  if (count !== c) return folder.op(inst.op, a, folder.iconst(count));
  const inner = value(a.args[1]);
  if (a.op === inst.op && inner !== undefined) {
    const total = count + (inner & 31);
    if (total < 32) return folder.op(inst.op, a.args[0]!, folder.iconst(total));
    return inst.op === 'ishr' ? folder.op('ishr', a.args[0]!, folder.iconst(31)) : folder.iconst(0);
  }
  if (inst.op === 'iushr' && a.op === 'ishl' && inner !== undefined && (inner & 31) === count) {
    return folder.op('iand', a.args[0]!, folder.iconst(-1 >>> count));
  }
  if (inst.op === 'ishr' && isNonNegative(a)) return folder.op('iushr', a, b);
  return undefined;
};

/** What `x cond x` is. */
function holdsOnEqual(cond: IntCondition): boolean {
  return compareInts(cond, 0, 0);
}

/** What `x cond c` is if no value of an int32 makes a difference. */
function decidedByLimits(cond: IntCondition, c: number): boolean | undefined {
  if (c === 0 && cond === 'ult') return false;
  if (c === 0 && cond === 'uge') return true;
  if (c === -1 && cond === 'ugt') return false;
  if (c === -1 && cond === 'ule') return true;
  if (c === -(2 ** 31) && cond === 'lt') return false;
  if (c === -(2 ** 31) && cond === 'ge') return true;
  if (c === 2 ** 31 - 1 && cond === 'gt') return false;
  if (c === 2 ** 31 - 1 && cond === 'le') return true;
  return undefined;
}

/** The result of `x cond c` for 0 <= x <= bits, if it is the same for all of them. */
function decidedByBits(cond: IntCondition, bits: number, c: number): boolean | undefined {
  if (bits < 0) return undefined;
  if ((cond === 'eq' || cond === 'ne') && (c & ~bits) !== 0) return cond === 'ne';
  if (cond === 'eq' || cond === 'ne') return undefined;
  // Each order, signed or not, is monotonous in x there: what holds at both ends holds between.
  const atZero = compareInts(cond, 0, c);
  return atZero === compareInts(cond, bits, c) ? atZero : undefined;
}

const icmp: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const cond = inst.cond as IntCondition;
  if (a === b) return folder.iconst(holdsOnEqual(cond) ? 1 : 0);
  if (a.op === 'iconst') return folder.icmp(exchangeInt(cond), b, a);
  const c = value(b);
  if (c === undefined) return undefined;
  const decided = decidedByLimits(cond, c) ?? decidedByBits(cond, possibleBits(a), c);
  if (decided !== undefined) return folder.iconst(decided ? 1 : 0);
  if (cond === 'ult' && c === 1) return folder.icmp('eq', a, folder.iconst(0));
  if (cond === 'ugt' && c === 0) return folder.icmp('ne', a, b);
  if (isBoolean(a)) {
    // Any other condition was decided: what is left is equality, or a border between 0 and 1.
    return compareInts(cond, 1, c) ? a : folder.not(a);
  }
  if (cond !== 'eq' && cond !== 'ne') return undefined;
  const [x, y] = a.args;
  if (a.op === 'isub' && c === 0) return folder.icmp(cond, x!, y!);
  if (a.op === 'ixor' && c === 0) return folder.icmp(cond, x!, y!);
  if (a.op === 'iadd' && value(y) !== undefined) return folder.icmp(cond, x!, folder.iconst(c - y!.imm!));
  if (a.op === 'irem' && c === 0) {
    const power = log2(value(y) ?? 0);
    if (power !== undefined) return folder.icmp(cond, folder.op('iand', x!, folder.iconst(y!.imm! - 1)), b);
  }
  return undefined;
};

const rcmp: Rule = (inst, folder) => {
  const [a, b] = inst.args as [Inst, Inst];
  const result = (equal: boolean): Inst => folder.iconst((inst.cond === 'eq') === equal ? 1 : 0);
  if (a === b || (a.op === 'null' && b.op === 'null')) return result(true);
  if (isObject(a) && b.op === 'null') return result(false);
  if (isObject(b) && a.op === 'null') return result(false);
  if (a.op === 'object' && b.op === 'object') return result(a.symbol === b.symbol);
  return undefined;
};

const makesObject = new Set<string | undefined>([
  'gn_new',
  'gn_array_empty',
  'gn_array_new',
  'gn_array_copy',
] satisfies HelperName[]);

/** True for values that are never null. */
function isObject(inst: Inst): boolean {
  return inst.op === 'object' || inst.op === 'self' || (inst.op === 'helper' && makesObject.has(inst.symbol));
}

const select: Rule = (inst, folder) => {
  const [condition, a, b] = inst.args as [Inst, Inst, Inst];
  if (condition.op === 'iconst') return condition.imm !== 0 ? a : b;
  if (a === b) return a;
  if (condition.op === 'icmp' && value(condition.args[1]) === 0) {
    if (condition.cond === 'ne') return folder.select(condition.args[0]!, a, b);
    if (condition.cond === 'eq') return folder.select(condition.args[0]!, b, a);
  }
  if (value(a) === 1 && value(b) === 0) {
    return isBoolean(condition) ? condition : folder.icmp('ne', condition, folder.iconst(0));
  }
  if (value(a) === 0 && value(b) === 1) return folder.not(condition);
  return undefined;
};

const refToAddress: Rule = (inst, folder) => {
  const [a] = inst.args as [Inst];
  if (a.op === 'addressToRef') return a.args[0];
  return a.op === 'null' ? folder.iconst(0) : undefined;
};

const addressToRef: Rule = (inst) => {
  const [a] = inst.args as [Inst];
  return a.op === 'refToAddress' ? a.args[0] : undefined;
};

export const integerRules: Partial<Record<Op, Rule>> = {
  iadd,
  isub,
  imul,
  idiv,
  irem,
  udiv,
  urem,
  iand,
  ior,
  ixor,
  ishl: shift,
  ishr: shift,
  iushr: shift,
  icmp,
  rcmp,
  select,
  refToAddress,
  addressToRef,
};
