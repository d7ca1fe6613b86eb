// What each pure operation computes, on constants: the one definition of the IR's arithmetic in TypeScript. The
// builder and the folding pass use it on constants, the interpreter on everything.
import { holdNumber } from '../abi/numbers.ts';
import type { FloatCondition, IntCondition, Op } from './ops.ts';

/** Compares two int32 values (signed; the `u` conditions reinterpret them). */
export function compareInts(cond: IntCondition, a: number, b: number): boolean {
  switch (cond) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'ult':
      return a >>> 0 < b >>> 0;
    case 'ule':
      return a >>> 0 <= b >>> 0;
    case 'ugt':
      return a >>> 0 > b >>> 0;
    case 'uge':
      return a >>> 0 >= b >>> 0;
  }
}

/** Compares two floating values; the `n` conditions are true on NaN. */
export function compareFloats(cond: FloatCondition, a: number, b: number): boolean {
  switch (cond) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'lt':
      return a < b;
    case 'le':
      return a <= b;
    case 'gt':
      return a > b;
    case 'ge':
      return a >= b;
    case 'nlt':
      return !(a < b);
    case 'nle':
      return !(a <= b);
    case 'ngt':
      return !(a > b);
    case 'nge':
      return !(a >= b);
  }
}

/**
 * The value of a pure arithmetic operation on one to three operands: i32 as a signed JavaScript number, f32
 * already rounded to single, f64 as it is. Undefined for operations that are no arithmetic (calls, loads,
 * constants, addresses) and for d2iExact of what is no int32.
 */
export function evaluate(
  op: Op,
  cond: IntCondition | FloatCondition | undefined,
  a: number,
  b: number,
  c: number,
): number | undefined {
  switch (op) {
    case 'iadd':
      return (a + b) | 0;
    case 'isub':
      return (a - b) | 0;
    case 'iaddFits':
      return a + b === ((a + b) | 0) ? 1 : 0;
    case 'isubFits':
      return a - b === ((a - b) | 0) ? 1 : 0;
    case 'imul':
      return Math.imul(a, b);
    case 'idiv':
      return b === 0 ? 0 : (a / b) | 0;
    case 'irem':
      return b === 0 ? 0 : (a % b) | 0;
    case 'udiv':
      return b === 0 ? 0 : ((a >>> 0) / (b >>> 0)) | 0;
    case 'urem':
      return b === 0 ? 0 : ((a >>> 0) % (b >>> 0)) | 0;
    case 'iand':
      return a & b;
    case 'ior':
      return a | b;
    case 'ixor':
      return a ^ b;
    case 'ishl':
      return a << b;
    case 'ishr':
      return a >> b;
    case 'iushr':
      return (a >>> b) | 0;
    case 'iclz':
      return Math.clz32(a);
    case 'icmp':
      return compareInts(cond as IntCondition, a, b) ? 1 : 0;
    case 'rcmp':
      return (cond === 'eq') === (a === b) ? 1 : 0;
    case 'fadd':
      return Math.fround(a + b);
    case 'fsub':
      return Math.fround(a - b);
    case 'fmul':
      return Math.fround(a * b);
    case 'fdiv':
      return Math.fround(a / b);
    case 'fsqrt':
      return Math.fround(Math.sqrt(a));
    case 'dadd':
      return a + b;
    case 'dsub':
      return a - b;
    case 'dmul':
      return a * b;
    case 'ddiv':
      return a / b;
    case 'drem':
      return a % b;
    case 'fneg':
    case 'dneg':
      return -a;
    case 'fabs':
    case 'dabs':
      return Math.abs(a);
    case 'dsqrt':
      return Math.sqrt(a);
    case 'dfloor':
      return Math.floor(a);
    case 'dceil':
      return Math.ceil(a);
    case 'dtrunc':
      return Math.trunc(a);
    case 'dround':
      return Math.round(a);
    case 'fcmp':
    case 'dcmp':
      return compareFloats(cond as FloatCondition, a, b) ? 1 : 0;
    case 'i2d':
    case 'f2d':
      return a;
    case 'u2d':
      return a >>> 0;
    case 'i2f':
    case 'd2f':
      return Math.fround(a);
    case 'u2f':
      return Math.fround(a >>> 0);
    case 'dIsInt':
      return holdNumber(a).high === 0 ? 1 : 0;
    case 'f2i':
    case 'dHeldInt':
    case 'd2i':
      return a | 0;
    case 'd2iExact':
      return (a | 0) === a ? a | 0 : undefined;
    case 'refToAddress':
    case 'addressToRef':
      return a;
    case 'select':
      return a !== 0 ? b : c;
    default:
      return undefined;
  }
}
