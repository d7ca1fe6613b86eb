// Strings: sequences of UTF-16 units.

/** The one locale that there is. */
type EnglishLocale = 'en' | 'en-US' | 'en-GB';

/** What tells two texts apart; written as a literal. */
interface CollationOptions {
  /** True if digits are compared as numbers. */
  numeric?: boolean;
  /** What differences count: of letters alone, of accents or of case, too, or all. */
  sensitivity?: 'base' | 'accent' | 'case' | 'variant';
}

interface String {
  /** Number of UTF-16 units. */
  readonly length: number;
  readonly [index: number]: string;
  [Symbol.iterator](): ArrayIterator<string>;
  /** The unit at an index as a string; "" if out of range. */
  charAt(index: number): string;
  /** The unit at an index as a number; NaN if out of range. */
  charCodeAt(index: number): number;
  /** The code point that starts at an index. */
  codePointAt(index: number): number | undefined;
  /** The unit at an index; negative ones count from the end. */
  at(index: number): string | undefined;
  concat(...strings: string[]): string;
  /** Index of the first occurrence at or after `from`, or -1. */
  indexOf(search: string, from?: number): number;
  /** Index of the last occurrence that starts at or before `from`, or -1. */
  lastIndexOf(search: string, from?: number): number;
  includes(search: string, from?: number): boolean;
  startsWith(search: string, from?: number): boolean;
  endsWith(search: string, end?: number): boolean;
  /** The units from `start` up to `end`; negative indices count from the end. */
  slice(start?: number, end?: number): string;
  /** The units between two indices, whichever is smaller first; negative ones are 0. */
  substring(start: number, end?: number): string;
  /** `count` units from `start` on; a negative start counts from the end. */
  substr(start: number, count?: number): string;
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  /** @deprecated The older name of `trimStart`. */
  trimLeft(): string;
  /** @deprecated The older name of `trimEnd`. */
  trimRight(): string;
  /** In upper case (Latin, Greek and Cyrillic letters; others are left as they are). */
  toUpperCase(): string;
  /** In lower case (Latin, Greek and Cyrillic letters; others are left as they are). */
  toLowerCase(): string;
  repeat(count: number): string;
  /** Filled up at the start to `length` units. */
  padStart(length: number, fill?: string): string;
  /** Filled up at the end to `length` units. */
  padEnd(length: number, fill?: string): string;
  /** The pieces between occurrences of `separator`; with "" the single units. */
  split(separator: string, limit?: number): string[];
  /** With the first occurrence of `search` replaced. */
  replace(search: string, replacement: string): string;
  /** With the first occurrence replaced by what a function makes of it and its index. */
  replace(search: string, replacement: (found: string, index: number, text: string) => string): string;
  /** With every occurrence of `search` replaced. */
  replaceAll(search: string, replacement: string): string;
  /** With every occurrence replaced by what a function makes of it and its index. */
  replaceAll(search: string, replacement: (found: string, index: number, text: string) => string): string;
  /**
   * Negative, 0 or positive as this text comes before, with or after another one, as people
   * sort words: accents and case decide last. What is beyond Latin-1 comes last, by its units.
   */
  localeCompare(other: string, locale?: EnglishLocale, options?: CollationOptions): number;
  /** As toUpperCase. */
  toLocaleUpperCase(): string;
  /** As toLowerCase. */
  toLocaleLowerCase(): string;
  /** True if no half of a surrogate pair stands alone. */
  isWellFormed(): boolean;
  /** With U+FFFD in place of lone surrogates. */
  toWellFormed(): string;
  toString(): string;
  valueOf(): string;
}

interface StringConstructor {
  /** The text of a template as it is written: backslashes stay. */
  raw(template: { readonly raw: readonly string[] }, ...values: any[]): string;
  /** Converts to text. */
  (value?: unknown): string;
  /** The string of the given UTF-16 units. */
  fromCharCode(...units: number[]): string;
  /** The string of the given code points. */
  fromCodePoint(...points: number[]): string;
}
declare const String: StringConstructor;

/** A text as part of a URI: UTF-8, with `%` and two digits for each byte that is no letter, digit or one of `-_.!~*'()`. */
declare function encodeURIComponent(text: string | number | boolean): string;
/** A text as a URI: as encodeURIComponent, but for `;/?:@&=+$,#`. */
declare function encodeURI(text: string): string;
/** The text that encodeURIComponent has made. */
declare function decodeURIComponent(text: string): string;
/** The text that encodeURI has made. */
declare function decodeURI(text: string): string;
