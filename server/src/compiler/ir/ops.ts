// The operations of the IR: one table from which the printer, parser, verifier and passes take what they need
// to know. JavaScript meaning is already spelled out here: nothing below the frontend knows JavaScript.
import type { IrType } from './types.ts';

/** Conditions of integer and reference comparisons; `u` ones are unsigned. */
export type IntCondition = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'ult' | 'ule' | 'ugt' | 'uge';

/**
 * Conditions of floating comparisons: false if an operand is NaN, except `ne`. The `n` ones are the negations
 * (`nlt` is "not less than", true on NaN), so that a branch can always be inverted.
 */
export type FloatCondition = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge' | 'nlt' | 'nle' | 'ngt' | 'nge';

export interface OpInfo {
  /** Types of the arguments; a last entry '...' means any number of any type; `any` is any type. */
  readonly args: readonly (IrType | 'any' | '...')[];
  /** Type of the result; `own` if the instruction states it (params, loads, calls, select). */
  readonly result: IrType | 'void' | 'own';
  /**
   * - `pure`: depends on the arguments alone
   * - `load`: reads memory of its alias class
   * - `store`: writes memory of its alias class
   * - `check`: traps or does nothing; keeps its order towards stores, calls and other checks
   * - `call`: as its callee's effect says
   * - `end`: terminator
   */
  readonly effect: 'pure' | 'load' | 'store' | 'check' | 'call' | 'end';
  readonly commutative?: boolean;
}

const pure = (args: IrType[], result: IrType): OpInfo => ({ args, result, effect: 'pure' });
const commutative = (args: IrType[], result: IrType): OpInfo => ({
  ...pure(args, result),
  commutative: true,
});

export const ops = {
  /** Block parameter (SSA phi); lives in Block.params, not in Block.insts. */
  param: { args: [], result: 'own', effect: 'pure' },

  // Constants: value in `imm` (a JavaScript number; for fconst already rounded to single).
  iconst: pure([], 'i32'),
  fconst: pure([], 'f32'),
  dconst: pure([], 'f64'),
  /** The null reference. */
  null: pure([], 'ref'),
  /** Address of `symbol` + `imm` as i32 (a global, a device register block, a type descriptor). */
  address: pure([], 'i32'),
  /** Reference to the constant object `symbol` (a string, a closure without captures); `imm` is the unit of a string of one. */
  object: pure([], 'ref'),

  // int32 arithmetic, wrapping.
  iadd: commutative(['i32', 'i32'], 'i32'),
  isub: pure(['i32', 'i32'], 'i32'),
  imul: commutative(['i32', 'i32'], 'i32'),
  /** 1 if the exact sum, or difference, is an int32; 0 if iadd or isub wraps around. */
  iaddFits: commutative(['i32', 'i32'], 'i32'),
  isubFits: pure(['i32', 'i32'], 'i32'),
  /** Truncating quotient; x/0 = 0, -2^31/-1 = -2^31. */
  idiv: pure(['i32', 'i32'], 'i32'),
  /** Truncating remainder (sign of the dividend); x%0 = 0. */
  irem: pure(['i32', 'i32'], 'i32'),
  /** Unsigned quotient and remainder; x/0 = 0, x%0 = 0. */
  udiv: pure(['i32', 'i32'], 'i32'),
  urem: pure(['i32', 'i32'], 'i32'),
  iand: commutative(['i32', 'i32'], 'i32'),
  ior: commutative(['i32', 'i32'], 'i32'),
  ixor: commutative(['i32', 'i32'], 'i32'),
  /** Shifts take the count modulo 32, as JavaScript does. */
  ishl: pure(['i32', 'i32'], 'i32'),
  ishr: pure(['i32', 'i32'], 'i32'),
  iushr: pure(['i32', 'i32'], 'i32'),
  iclz: pure(['i32'], 'i32'),
  /** Comparison by `cond`, giving 0 or 1. */
  icmp: pure(['i32', 'i32'], 'i32'),
  /** Comparison of references by `cond` eq or ne. */
  rcmp: commutative(['ref', 'ref'], 'i32'),

  // Single precision.
  fadd: commutative(['f32', 'f32'], 'f32'),
  fsub: pure(['f32', 'f32'], 'f32'),
  fmul: commutative(['f32', 'f32'], 'f32'),
  fdiv: pure(['f32', 'f32'], 'f32'),
  fneg: pure(['f32'], 'f32'),
  fabs: pure(['f32'], 'f32'),
  fsqrt: pure(['f32'], 'f32'),
  fcmp: pure(['f32', 'f32'], 'i32'),

  // Double precision.
  dadd: commutative(['f64', 'f64'], 'f64'),
  dsub: pure(['f64', 'f64'], 'f64'),
  dmul: commutative(['f64', 'f64'], 'f64'),
  ddiv: pure(['f64', 'f64'], 'f64'),
  /** JavaScript's %: exact, sign of the dividend. */
  drem: pure(['f64', 'f64'], 'f64'),
  dneg: pure(['f64'], 'f64'),
  dabs: pure(['f64'], 'f64'),
  dsqrt: pure(['f64'], 'f64'),
  /** Rounding by JavaScript's Math.floor, ceil, trunc, round (-0 kept). */
  dfloor: pure(['f64'], 'f64'),
  dceil: pure(['f64'], 'f64'),
  dtrunc: pure(['f64'], 'f64'),
  dround: pure(['f64'], 'f64'),
  dcmp: pure(['f64', 'f64'], 'i32'),

  /**
   * 1 if the number is held as an integer (abi/numbers.ts), which then is what dHeldInt gives. It is 0 for what is no
   * int32; for an int32 it may be either.
   */
  dIsInt: pure(['f64'], 'i32'),
  dHeldInt: pure(['f64'], 'i32'),

  // Conversions: from-to; i signed, u unsigned int32.
  i2f: pure(['i32'], 'f32'),
  u2f: pure(['i32'], 'f32'),
  i2d: pure(['i32'], 'f64'),
  u2d: pure(['i32'], 'f64'),
  f2d: pure(['f32'], 'f64'),
  d2f: pure(['f64'], 'f32'),
  /** ToInt32: modulo 2^32; NaN and infinities give 0. */
  f2i: pure(['f32'], 'i32'),
  d2i: pure(['f64'], 'i32'),
  /** The double as int32; raises notAnInt if it is none (-0 counts as 0). */
  d2iExact: { args: ['f64'], result: 'i32', effect: 'check' },
  /** The reference as a raw address, and a raw address as a reference (lib code only). */
  refToAddress: pure(['ref'], 'i32'),
  addressToRef: pure(['i32'], 'ref'),

  /** args: descriptor of a class: the word that its list of members has for the name that the query `symbol` is for, or 0. */
  findMember: pure(['i32'], 'i32'),
  /** args: condition (i32), value if nonzero, value if zero (same type, that of the result). */
  select: { args: ['i32', 'any', 'any'], result: 'own', effect: 'pure' },

  /** args: base [, index]. Reads `memory` at base + imm + index * memorySize[memory]. */
  load: { args: ['any', '...'], result: 'own', effect: 'load' },
  /** args: value, base [, index]. Narrow stores drop the upper bits. */
  store: { args: ['any', 'any', '...'], result: 'void', effect: 'store' },

  /** args: index, length: raises bounds unless 0 <= index < length (one unsigned comparison). */
  bounds: { args: ['i32', 'i32'], result: 'void', effect: 'check' },
  /** args: condition [, r0 value [, r1 value]]: raises `trap` if the condition is zero. */
  check: { args: ['i32', '...'], result: 'void', effect: 'check' },

  /** Call of the compiled function `symbol`. */
  call: { args: ['...'], result: 'own', effect: 'call' },
  /** Call of the C helper `symbol` (a HelperName). */
  helper: { args: ['...'], result: 'own', effect: 'call' },
  /** args: closure, then the arguments. The callee finds the closure in r12. If `symbol` is there, a query for its code. */
  callRef: { args: ['ref', '...'], result: 'own', effect: 'call' },
  /** Inside a closure with captures: the closure that was called (valid in the entry block only). */
  self: { args: [], result: 'ref', effect: 'pure' },

  // Terminators.
  jump: { args: [], result: 'void', effect: 'end' },
  /** args: condition; targets: if nonzero, if zero. */
  branch: { args: ['i32'], result: 'void', effect: 'end' },
  /** args: the value, or none. */
  return: { args: ['...'], result: 'void', effect: 'end' },
  /** args: r0 value, r1 value, both optional; raises `trap`. */
  trap: { args: ['...'], result: 'void', effect: 'end' },
} as const satisfies Record<string, OpInfo>;

export type Op = keyof typeof ops;

/** Looks an operation up with the table's general type. */
export function opInfo(op: Op): OpInfo {
  return ops[op];
}
