// Sets of numbers that a value may be, as an interval with properties: the lattice of the range analysis.

/** Numbers from lo to hi; empty if lo > hi and there is no NaN. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
  /** NaN may be among them. */
  readonly nan: boolean;
  /** -0 may be among them (then 0 is within lo and hi). */
  readonly negativeZero: boolean;
  /** All of them are integers (or infinite). */
  readonly integer: boolean;
}

export const INT_MIN = -(2 ** 31);
export const INT_MAX = 2 ** 31 - 1;

export const empty: Range = { lo: Infinity, hi: -Infinity, nan: false, negativeZero: false, integer: true };
export const anyInt: Range = intRange(INT_MIN, INT_MAX);
export const anyDouble: Range = {
  lo: -Infinity,
  hi: Infinity,
  nan: true,
  negativeZero: true,
  integer: false,
};

/** Integers from lo to hi. */
export function intRange(lo: number, hi: number): Range {
  // Bounds are never -0: they may become constants.
  return { lo: lo + 0, hi: hi + 0, nan: false, negativeZero: false, integer: true };
}

/** The one number. */
export function constantRange(value: number): Range {
  if (Number.isNaN(value)) return { ...empty, nan: true };
  const negativeZero = Object.is(value, -0);
  return {
    lo: value + 0,
    hi: value + 0,
    nan: false,
    negativeZero,
    integer: !(value % 1) || Math.abs(value) === Infinity,
  };
}

export function isEmpty(range: Range): boolean {
  return range.lo > range.hi && !range.nan;
}

export function equalRanges(a: Range, b: Range): boolean {
  return (
    a.lo === b.lo &&
    a.hi === b.hi &&
    a.nan === b.nan &&
    a.negativeZero === b.negativeZero &&
    a.integer === b.integer
  );
}

/** Numbers of either. */
export function union(a: Range, b: Range): Range {
  if (isEmpty(a)) return b;
  if (isEmpty(b)) return a;
  return {
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
    nan: a.nan || b.nan,
    negativeZero: a.negativeZero || b.negativeZero,
    integer: a.integer && b.integer,
  };
}

/** Numbers that are in both. */
export function intersection(a: Range, b: Range): Range {
  return clip(
    {
      ...a,
      nan: a.nan && b.nan,
      negativeZero: a.negativeZero && b.negativeZero,
      integer: a.integer || b.integer,
    },
    b.lo,
    b.hi,
  );
}

/** The numbers from lo to hi of a range (its NaN stays). */
export function clip(range: Range, lo: number, hi: number): Range {
  let low = Math.max(range.lo, lo);
  let high = Math.min(range.hi, hi);
  if (range.integer) {
    low = Math.ceil(low) + 0;
    high = Math.floor(high) + 0;
  }
  const { nan, integer } = range;
  const negativeZero = range.negativeZero && low <= 0 && high >= 0;
  return low > high ? { ...empty, nan } : { lo: low, hi: high, nan, negativeZero, integer };
}

/** True if the range has 0 or -0. */
export function hasZero(range: Range): boolean {
  return range.lo <= 0 && range.hi >= 0;
}

/** True if every value is an int32, where -0 counts as 0. */
export function isInt32(range: Range): boolean {
  return range.integer && !range.nan && range.lo >= INT_MIN && range.hi <= INT_MAX;
}
