// What every arithmetic routine computes, in JavaScript's own arithmetic.

/** `num`: a number as compiled code holds it; integers are tried both ways, see arith.test.ts. */
export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'num';
/** i64 values are bigints (signed), all others numbers (i32 signed). */
export type Value = number | bigint;

export interface Routine {
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
  /** The results, or undefined if the routine traps or its result is not defined. */
  readonly reference: (...args: never[]) => readonly Value[] | undefined;
  /** Fewer random operands, for what is slow or another's second name. */
  readonly share?: number;
}

type Reference1 = (a: number) => number | undefined;
type Reference2 = (a: number, b: number) => number;

const listed = (value: number | undefined): readonly number[] | undefined =>
  value === undefined ? undefined : [value];

const one = (param: ValueType, result: ValueType, reference: Reference1, share = 1): Routine => ({
  params: [param],
  results: [result],
  reference: (a: number) => listed(reference(a)),
  share,
});

const two = (param: ValueType, result: ValueType, reference: Reference2, share = 1): Routine => ({
  params: [param, param],
  results: [result],
  reference: (a: number, b: number) => [reference(a, b)],
  share,
});

const double2 = (reference: Reference2, share?: number): Routine => two('f64', 'f64', reference, share);
const single2 = (reference: Reference2): Routine => two('f32', 'f32', (a, b) => Math.fround(reference(a, b)));
const number2 = (reference: Reference2): Routine => two('num', 'num', reference);
const int2 = (reference: Reference2, share?: number): Routine => two('i32', 'i32', reference, share);

const compare = (type: ValueType) => ({
  eq: two(type, 'i32', (a, b) => Number(a === b)),
  lt: two(type, 'i32', (a, b) => Number(a < b)),
  le: two(type, 'i32', (a, b) => Number(a <= b)),
  ge: two(type, 'i32', (a, b) => Number(a >= b)),
  gt: two(type, 'i32', (a, b) => Number(a > b)),
  un: two(type, 'i32', (a, b) => Number(Number.isNaN(a) || Number.isNaN(b))),
});
const doubles = compare('f64');
const singles = compare('f32');
const numbers = compare('num');

const idiv = (a: number, b: number): number => (a / b) | 0;
const irem = (a: number, b: number): number => (a % b) | 0;
const udiv = (a: number, b: number): number => ((a >>> 0) / (b >>> 0)) | 0;
const urem = (a: number, b: number): number => ((a >>> 0) % (b >>> 0)) | 0;

const long2 = (
  results: readonly ValueType[],
  reference: (a: bigint, b: bigint) => readonly Value[] | undefined,
): Routine => ({ params: ['i64', 'i64'], results, reference });

const signed64 = (a: bigint): bigint => BigInt.asIntN(64, a);
const unsigned64 = (a: bigint): bigint => BigInt.asUintN(64, a);
const order = (a: bigint, b: bigint): readonly number[] => [a < b ? -1 : a > b ? 1 : 0];

const shift = (reference: (a: bigint, count: bigint) => bigint): Routine => ({
  params: ['i64', 'i32'],
  results: ['i64'],
  reference: (a: bigint, count: number) => [signed64(reference(a, BigInt(count & 63)))],
});

/** A 64-bit integer as single, rounded once: the low bits are made one sticky bit before Number() rounds. */
const longToSingle = (a: bigint): number => {
  const magnitude = a < 0n ? -a : a;
  const low = magnitude & 0xfffn;
  const sticky = magnitude >> 53n && low ? (magnitude - low) | 0x1000n : magnitude;
  return Math.fround(Number(a < 0n ? -sticky : sticky));
};

const longToDouble = (convert: (a: bigint) => bigint): Routine => ({
  params: ['i64'],
  results: ['f64'],
  reference: (a: bigint) => [Number(convert(a))],
});

const toLong = (param: ValueType, least: number, most: number): Routine => ({
  params: [param],
  results: ['i64'],
  reference: (a: number) => {
    const whole = Math.trunc(a);
    return whole >= least && whole <= most ? [signed64(BigInt(whole))] : undefined;
  },
});

const clz64 = (a: bigint): number => {
  const high = Number(unsigned64(a) >> 32n);
  return high ? Math.clz32(high) : 32 + Math.clz32(Number(unsigned64(a) & 0xffffffffn));
};

export const routines: Readonly<Record<string, Routine>> = {
  gn_idiv: int2(idiv),
  gn_irem: int2(irem),
  gn_udiv: int2(udiv),
  gn_urem: int2(urem),
  __aeabi_idiv: int2(idiv, 0.1),
  __aeabi_uidiv: int2(udiv, 0.1),
  __aeabi_idivmod: {
    params: ['i32', 'i32'],
    results: ['i32', 'i32'],
    reference: (a: number, b: number) => [idiv(a, b), irem(a, b)],
  },
  __aeabi_uidivmod: {
    params: ['i32', 'i32'],
    results: ['i32', 'i32'],
    reference: (a: number, b: number) => [udiv(a, b), urem(a, b)],
  },
  gn_clz: one('i32', 'i32', Math.clz32),
  __clzsi2: one('i32', 'i32', Math.clz32),
  __clzdi2: { params: ['i64'], results: ['i32'], reference: (a: bigint) => [clz64(a)] },
  __aeabi_lmul: long2(['i64'], (a, b) => [signed64(a * b)]),
  __aeabi_llsl: shift((a, count) => a << count),
  __aeabi_llsr: shift((a, count) => unsigned64(a) >> count),
  __aeabi_lasr: shift((a, count) => a >> count),
  __aeabi_lcmp: long2(['i32'], order),
  __aeabi_ulcmp: long2(['i32'], (a, b) => order(unsigned64(a), unsigned64(b))),
  __aeabi_uldivmod: long2(['i64', 'i64'], (a, b) =>
    b === 0n ? undefined : [signed64(unsigned64(a) / unsigned64(b)), signed64(unsigned64(a) % unsigned64(b))],
  ),
  __aeabi_ldivmod: long2(['i64', 'i64'], (a, b) => (b === 0n ? undefined : [signed64(a / b), a % b])),

  __aeabi_fadd: single2((a, b) => a + b),
  __aeabi_fsub: single2((a, b) => a - b),
  __aeabi_frsub: single2((a, b) => b - a),
  __aeabi_fmul: single2((a, b) => a * b),
  __aeabi_fdiv: single2((a, b) => a / b),
  __aeabi_fcmpeq: singles.eq,
  __aeabi_fcmplt: singles.lt,
  __aeabi_fcmple: singles.le,
  __aeabi_fcmpge: singles.ge,
  __aeabi_fcmpgt: singles.gt,
  __aeabi_fcmpun: singles.un,
  __aeabi_i2f: one('i32', 'f32', Math.fround),
  __aeabi_ui2f: one('i32', 'f32', (a) => Math.fround(a >>> 0)),
  __aeabi_f2iz: one('f32', 'i32', (a) => a | 0, 0.1),
  __aeabi_f2uiz: one('f32', 'i32', (a) => a | 0, 0.1),
  gn_f2i: one('f32', 'i32', (a) => a | 0),
  gn_fsqrt: one('f32', 'f32', (a) => Math.fround(Math.sqrt(a))),

  __aeabi_dadd: double2((a, b) => a + b),
  __aeabi_dsub: double2((a, b) => a - b),
  __aeabi_drsub: double2((a, b) => b - a),
  __aeabi_dmul: double2((a, b) => a * b),
  __aeabi_ddiv: double2((a, b) => a / b),
  gn_drem: double2((a, b) => a % b, 0.1),
  __aeabi_dcmpeq: doubles.eq,
  __aeabi_dcmplt: doubles.lt,
  __aeabi_dcmple: doubles.le,
  __aeabi_dcmpge: doubles.ge,
  __aeabi_dcmpgt: doubles.gt,
  __aeabi_dcmpun: doubles.un,
  __aeabi_i2d: one('i32', 'f64', (a) => a),
  __aeabi_ui2d: one('i32', 'f64', (a) => a >>> 0),
  __aeabi_l2d: longToDouble((a) => a),
  __aeabi_ul2d: longToDouble(unsigned64),
  __aeabi_l2f: { params: ['i64'], results: ['f32'], reference: (a: bigint) => [longToSingle(a)] },
  __aeabi_ul2f: {
    params: ['i64'],
    results: ['f32'],
    reference: (a: bigint) => [longToSingle(unsigned64(a))],
  },
  __aeabi_d2lz: toLong('f64', -(2 ** 63), 2 ** 63 - 1024),
  __aeabi_d2ulz: toLong('f64', 0, 2 ** 64 - 2048),
  __aeabi_f2lz: toLong('f32', -(2 ** 63), 2 ** 63 - 1024),
  __aeabi_f2ulz: toLong('f32', 0, 2 ** 64 - 2048),
  __aeabi_f2d: one('f32', 'f64', (a) => a),
  __aeabi_d2f: one('f64', 'f32', Math.fround),
  __aeabi_d2iz: one('f64', 'i32', (a) => a | 0, 0.1),
  __aeabi_d2uiz: one('f64', 'i32', (a) => a | 0, 0.1),
  gn_d2i: one('f64', 'i32', (a) => a | 0),
  gn_d2i_exact: one('f64', 'i32', (a) => ((a | 0) === a ? a | 0 : undefined), 0.1),
  gn_dsqrt: one('f64', 'f64', Math.sqrt),
  gn_dfloor: one('f64', 'f64', Math.floor),
  gn_dceil: one('f64', 'f64', Math.ceil),
  gn_dtrunc: one('f64', 'f64', Math.trunc),
  gn_dround: one('f64', 'f64', Math.round),

  gn_nadd: number2((a, b) => a + b),
  gn_nsub: number2((a, b) => a - b),
  gn_nmul: number2((a, b) => a * b),
  gn_ndiv: number2((a, b) => a / b),
  gn_nrem: number2((a, b) => a % b),
  gn_nneg: one('num', 'num', (a) => -a),
  gn_nabs: one('num', 'num', Math.abs),
  gn_ncmpeq: numbers.eq,
  gn_ncmplt: numbers.lt,
  gn_ncmple: numbers.le,
  gn_u2n: one('i32', 'num', (a) => a >>> 0),
  gn_f2n: one('f32', 'num', (a) => a),
  gn_n2f: one('num', 'f32', Math.fround),
  gn_n2i: one('num', 'i32', (a) => a | 0),
  gn_n2i_exact: one('num', 'i32', (a) => ((a | 0) === a ? a | 0 : undefined), 0.1),
  gn_d2n: one('f64', 'num', (a) => a),
  gn_n2d: one('num', 'f64', (a) => a),
  gn_nsqrt: one('num', 'num', Math.sqrt),
  gn_nfloor: one('num', 'num', Math.floor),
  gn_nceil: one('num', 'num', Math.ceil),
  gn_ntrunc: one('num', 'num', Math.trunc),
  gn_nround: one('num', 'num', Math.round),
};
