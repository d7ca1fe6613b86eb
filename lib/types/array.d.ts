// Arrays.

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
  [Symbol.iterator](): IterableIterator<T>;
  /** The element at an index; negative ones count from the end. */
  at(index: number): T | undefined;
  concat(...others: (T | readonly T[])[]): T[];
  includes(value: T, from?: number): boolean;
  indexOf(value: T, from?: number): number;
  lastIndexOf(value: T, from?: number): number;
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
  every(test: (value: T, index: number, array: readonly T[]) => boolean): boolean;
  some(test: (value: T, index: number, array: readonly T[]) => boolean): boolean;
  forEach(action: (value: T, index: number, array: readonly T[]) => void): void;
  map<U>(transform: (value: T, index: number, array: readonly T[]) => U): U[];
  filter(test: (value: T, index: number, array: readonly T[]) => boolean): T[];
  find(test: (value: T, index: number, array: readonly T[]) => boolean): T | undefined;
  findIndex(test: (value: T, index: number, array: readonly T[]) => boolean): number;
  reduce(combine: (result: T, value: T, index: number, array: readonly T[]) => T): T;
  reduce<U>(combine: (result: U, value: T, index: number, array: readonly T[]) => U, initial: U): U;
  toString(): string;
}

interface Array<T> {
  /** Number of elements; setting it cuts the array off or adds zeroed elements. */
  length: number;
  [index: number]: T;
  [Symbol.iterator](): IterableIterator<T>;
  /** Adds elements at the end; returns the new length. */
  push(...values: T[]): number;
  /** Removes the last element and returns it; undefined if there is none. */
  pop(): T | undefined;
  /** Removes the first element and returns it; undefined if there is none. */
  shift(): T | undefined;
  /** Adds elements at the start; returns the new length. */
  unshift(...values: T[]): number;
  /** The element at an index; negative ones count from the end. */
  at(index: number): T | undefined;
  /** A new array of this one's elements and those of the others. */
  concat(...others: (T | readonly T[])[]): T[];
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: T, start?: number, end?: number): T[];
  includes(value: T, from?: number): boolean;
  /** Index of the first element that equals `value`, or -1. */
  indexOf(value: T, from?: number): number;
  /** Index of the last element that equals `value`, or -1. */
  lastIndexOf(value: T, from?: number): number;
  /** The elements as text, with a separator between them (a comma if absent). */
  join(separator?: string): string;
  /** Reverses the array in place. */
  reverse(): T[];
  /** A copy of the elements from `start` up to `end`; negative indices count from the end. */
  slice(start?: number, end?: number): T[];
  /** Removes `count` elements at `start` and puts others there; returns what was removed. */
  splice(start: number, count?: number, ...values: T[]): T[];
  /** Sorts in place, equal elements keeping their order: by text, or by the sign of what `compare` returns. */
  sort(compare?: (a: T, b: T) => number): T[];
  /** True if the test holds for every element. */
  every(test: (value: T, index: number, array: T[]) => boolean): boolean;
  /** True if the test holds for some element. */
  some(test: (value: T, index: number, array: T[]) => boolean): boolean;
  /** Calls a function with each element in turn. */
  forEach(action: (value: T, index: number, array: T[]) => void): void;
  /** A new array of what a function makes of each element. */
  map<U>(transform: (value: T, index: number, array: T[]) => U): U[];
  /** A new array of the elements for which the test holds. */
  filter(test: (value: T, index: number, array: T[]) => boolean): T[];
  /** The first element for which the test holds. */
  find(test: (value: T, index: number, array: T[]) => boolean): T | undefined;
  /** Index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: T[]) => boolean): number;
  /** Combines the elements from the first to the last. */
  reduce(combine: (result: T, value: T, index: number, array: T[]) => T): T;
  reduce<U>(combine: (result: U, value: T, index: number, array: T[]) => U, initial: U): U;
  toString(): string;
}

interface ArrayConstructor {
  /** An array of `length` elements, all zero ("" for strings, false for booleans): `new Array<int>(10)`. */
  // Without a type argument, it takes on the type that its context wants.
  new (length?: number): any[];
  new <T>(length: number): T[];
  isArray(value: any): value is any[];
}
declare const Array: ArrayConstructor;
