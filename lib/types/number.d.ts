// Numbers and booleans, and how they are made from other values.

/** How many decimals toLocaleString writes: from 0 to 3, if nothing is said. Written as a literal. */
interface NumberFormatOptions {
  minimumFractionDigits?: number;
  maximumFractionDigits?: number;
}

interface Number {
  /**
   * The number as text.
   * @param radix base from 2 to 36, 10 if absent
   */
  toString(radix?: number): string;
  /** The number with exactly `digits` digits after the decimal point (0 to 100). */
  toFixed(digits?: number): string;
  /** The number in `digits` significant digits (1 to 100), with an exponent where that is shorter. */
  toPrecision(digits?: number): string;
  /** The number with one digit before the decimal point, `decimals` behind it (0 to 100), and an exponent. */
  toExponential(decimals?: number): string;
  /** The number as in English: `1,234,567.891`. */
  toLocaleString(locale?: 'en' | 'en-US' | 'en-GB', options?: NumberFormatOptions): string;
  /** The number itself. */
  valueOf(): number;
}

interface NumberConstructor {
  /** Converts to a number, as unary `+` does: NaN for text that is none. */
  (value?: unknown): number;
  /** The difference between 1 and the next larger number, 2^-52. */
  readonly EPSILON: number;
  /** 2^53 - 1. */
  readonly MAX_SAFE_INTEGER: number;
  /** -(2^53 - 1). */
  readonly MIN_SAFE_INTEGER: number;
  /** The largest finite number. */
  readonly MAX_VALUE: number;
  /** The smallest positive number. */
  readonly MIN_VALUE: number;
  readonly NaN: number;
  readonly POSITIVE_INFINITY: number;
  readonly NEGATIVE_INFINITY: number;
  /** True for a finite number without a fraction. */
  isInteger(value: unknown): boolean;
  /** True for an integer that is at most 2^53 - 1 in size. */
  isSafeInteger(value: unknown): boolean;
  isFinite(value: unknown): boolean;
  isNaN(value: unknown): boolean;
  parseInt(text: string, radix?: number): number;
  parseFloat(text: string): number;
}
declare const Number: NumberConstructor;

interface Boolean {
  toString(): string;
  valueOf(): boolean;
}
interface BooleanConstructor {
  /** False for false, 0, NaN, "", null and undefined; else true. */
  (value?: unknown): boolean;
}
declare const Boolean: BooleanConstructor;

declare function isNaN(value: number): boolean;
declare function isFinite(value: number): boolean;
/** The integer at the start of the text, NaN if there is none. */
declare function parseInt(text: string, radix?: number): number;
/** The number at the start of the text, NaN if there is none. */
declare function parseFloat(text: string): number;
