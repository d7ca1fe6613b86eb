// Mathematics. Results are those of the same calls in Node, bit for bit (sin, cos and tan of arguments above 800,000
// may differ in the last bit).

interface Math {
  readonly E: number;
  readonly LN10: number;
  readonly LN2: number;
  readonly LOG10E: number;
  readonly LOG2E: number;
  readonly PI: number;
  readonly SQRT1_2: number;
  readonly SQRT2: number;
  abs(x: number): number;
  acos(x: number): number;
  acosh(x: number): number;
  asin(x: number): number;
  asinh(x: number): number;
  atan(x: number): number;
  atan2(y: number, x: number): number;
  atanh(x: number): number;
  /** The cube root. */
  cbrt(x: number): number;
  /** The smallest integer that is not less than x. */
  ceil(x: number): number;
  /** Count of leading zero bits of x as a 32-bit integer. */
  clz32(x: number): number;
  cos(x: number): number;
  cosh(x: number): number;
  exp(x: number): number;
  /** exp(x) - 1, exact for small x too. */
  expm1(x: number): number;
  /** The largest integer that is not greater than x. */
  floor(x: number): number;
  /** Rounded to an IEEE single. */
  fround(x: number): number;
  /** The square root of the sum of squares. */
  hypot(...values: number[]): number;
  /** The product modulo 2^32, as a 32-bit integer. */
  imul(x: number, y: number): number;
  /** The natural logarithm. */
  log(x: number): number;
  log10(x: number): number;
  /** log(1 + x), exact for small x too. */
  log1p(x: number): number;
  log2(x: number): number;
  max(...values: number[]): number;
  min(...values: number[]): number;
  pow(x: number, y: number): number;
  /** A number from 0 (included) to 1 (excluded). */
  random(): number;
  /** The nearest integer; halves are rounded up. */
  round(x: number): number;
  /** 1, -1, 0, -0 or NaN. */
  sign(x: number): number;
  sin(x: number): number;
  sinh(x: number): number;
  sqrt(x: number): number;
  tan(x: number): number;
  tanh(x: number): number;
  /** Without its fraction. */
  trunc(x: number): number;
}
declare const Math: Math;
