// Arrays.

/** What elements are after `depth` levels of arrays were flattened. */
type Flattened<A, Depth extends number> = {
  end: A;
  deeper: A extends readonly (infer E)[] ? Flattened<E, OneLess[Depth]> : A;
}[Depth extends -1 ? 'end' : 'deeper'];
type OneLess = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
  [Symbol.iterator](): ArrayIterator<T>;
  /** The element at an index; negative ones count from the end. */
  at(index: number): T | undefined;
  /** A new array of this one's elements and those of the others. */
  concat(...others: (T | readonly T[])[]): T[];
  includes(value: T, from?: number): boolean;
  /** Index of the first element that equals `value`, or -1. */
  indexOf(value: T, from?: number): number;
  /** Index of the last element that equals `value`, or -1. */
  lastIndexOf(value: T, from?: number): number;
  /** The elements as text, with a separator between them (a comma if absent). */
  join(separator?: string): string;
  /** A copy of the elements from `start` up to `end`; negative indices count from the end. */
  slice(start?: number, end?: number): T[];
  /** True if the test holds for every element. Here and below, `self` is what `this` is in the function. */
  every(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean;
  /** True if the test holds for some element. */
  some(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): boolean;
  /** Calls a function with each element in turn. */
  forEach(action: (value: T, index: number, array: readonly T[]) => void, self?: any): void;
  /** A new array of what a function makes of each element. */
  map<U>(transform: (value: T, index: number, array: readonly T[]) => U, self?: any): U[];
  /** A new array of all that a function makes of each element: the elements of arrays, or single ones. */
  flatMap<U>(transform: (value: T, index: number, array: readonly T[]) => U | readonly U[], self?: any): U[];
  /** A new array with the elements of inner arrays in their place, `depth` levels deep (1 if absent). */
  flat<A, D extends number = 1>(this: A, depth?: D): Flattened<A, D>[];
  /** A new array of the elements for which the test holds. */
  filter<S extends T>(test: (value: T, index: number, array: readonly T[]) => value is S, self?: any): S[];
  filter(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T[];
  /** The first element for which the test holds. */
  find<S extends T>(
    test: (value: T, index: number, array: readonly T[]) => value is S,
    self?: any,
  ): S | undefined;
  find(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined;
  /** The last element for which the test holds. */
  findLast<S extends T>(
    test: (value: T, index: number, array: readonly T[]) => value is S,
    self?: any,
  ): S | undefined;
  findLast(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): T | undefined;
  /** Index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): number;
  /** Index of the last element for which the test holds, or -1. */
  findLastIndex(test: (value: T, index: number, array: readonly T[]) => unknown, self?: any): number;
  /** Combines the elements from the first to the last. */
  reduce(combine: (result: T, value: T, index: number, array: readonly T[]) => T): T;
  reduce(combine: (result: T, value: T, index: number, array: readonly T[]) => T, initial: T): T;
  reduce<U>(combine: (result: U, value: T, index: number, array: readonly T[]) => U, initial: U): U;
  /** Combines the elements from the last to the first. */
  reduceRight(combine: (result: T, value: T, index: number, array: readonly T[]) => T): T;
  reduceRight(combine: (result: T, value: T, index: number, array: readonly T[]) => T, initial: T): T;
  reduceRight<U>(combine: (result: U, value: T, index: number, array: readonly T[]) => U, initial: U): U;
  /** The indices, for a loop or `[...a.keys()]`. */
  keys(): ArrayIterator<number>;
  /** The elements, for a loop or `[...a.values()]`. */
  values(): ArrayIterator<T>;
  /** Pairs of an index and its element, for a loop or `[...a.entries()]`. */
  entries(): ArrayIterator<[number, T]>;
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy in which `count` elements at `start` are replaced by others. */
  toSpliced(start: number, count?: number, ...values: T[]): T[];
  /** A copy with another element at an index. */
  with(index: number, value: T): T[];
  toString(): string;
}

interface Array<T> {
  /** Number of elements; setting it cuts the array off or adds zeroed elements. */
  length: number;
  [index: number]: T;
  [Symbol.iterator](): ArrayIterator<T>;
  /** The element at an index; negative ones count from the end. */
  at(index: number): T | undefined;
  /** A new array of this one's elements and those of the others. */
  concat(...others: (T | readonly T[])[]): T[];
  includes(value: T, from?: number): boolean;
  /** Index of the first element that equals `value`, or -1. */
  indexOf(value: T, from?: number): number;
  /** Index of the last element that equals `value`, or -1. */
  lastIndexOf(value: T, from?: number): number;
  /** The elements as text, with a separator between them (a comma if absent). */
  join(separator?: string): string;
  /** A copy of the elements from `start` up to `end`; negative indices count from the end. */
  slice(start?: number, end?: number): T[];
  /** True if the test holds for every element. */
  every(test: (value: T, index: number, array: T[]) => unknown, self?: any): boolean;
  /** True if the test holds for some element. */
  some(test: (value: T, index: number, array: T[]) => unknown, self?: any): boolean;
  /** Calls a function with each element in turn. */
  forEach(action: (value: T, index: number, array: T[]) => void, self?: any): void;
  /** A new array of what a function makes of each element. */
  map<U>(transform: (value: T, index: number, array: T[]) => U, self?: any): U[];
  /** A new array of all that a function makes of each element: the elements of arrays, or single ones. */
  flatMap<U>(transform: (value: T, index: number, array: T[]) => U | readonly U[], self?: any): U[];
  /** A new array with the elements of inner arrays in their place, `depth` levels deep (1 if absent). */
  flat<A, D extends number = 1>(this: A, depth?: D): Flattened<A, D>[];
  /** A new array of the elements for which the test holds. */
  filter<S extends T>(test: (value: T, index: number, array: T[]) => value is S, self?: any): S[];
  filter(test: (value: T, index: number, array: T[]) => unknown, self?: any): T[];
  /** The first element for which the test holds. */
  find<S extends T>(test: (value: T, index: number, array: T[]) => value is S, self?: any): S | undefined;
  find(test: (value: T, index: number, array: T[]) => unknown, self?: any): T | undefined;
  /** The last element for which the test holds. */
  findLast<S extends T>(test: (value: T, index: number, array: T[]) => value is S, self?: any): S | undefined;
  findLast(test: (value: T, index: number, array: T[]) => unknown, self?: any): T | undefined;
  /** Index of the first element for which the test holds, or -1. */
  findIndex(test: (value: T, index: number, array: T[]) => unknown, self?: any): number;
  /** Index of the last element for which the test holds, or -1. */
  findLastIndex(test: (value: T, index: number, array: T[]) => unknown, self?: any): number;
  /** Combines the elements from the first to the last. */
  reduce(combine: (result: T, value: T, index: number, array: T[]) => T): T;
  reduce(combine: (result: T, value: T, index: number, array: T[]) => T, initial: T): T;
  reduce<U>(combine: (result: U, value: T, index: number, array: T[]) => U, initial: U): U;
  /** Combines the elements from the last to the first. */
  reduceRight(combine: (result: T, value: T, index: number, array: T[]) => T): T;
  reduceRight(combine: (result: T, value: T, index: number, array: T[]) => T, initial: T): T;
  reduceRight<U>(combine: (result: U, value: T, index: number, array: T[]) => U, initial: U): U;
  /** The indices, for a loop or `[...a.keys()]`. */
  keys(): ArrayIterator<number>;
  /** The elements, for a loop or `[...a.values()]`. */
  values(): ArrayIterator<T>;
  /** Pairs of an index and its element, for a loop or `[...a.entries()]`. */
  entries(): ArrayIterator<[number, T]>;
  /** A reversed copy. */
  toReversed(): T[];
  /** A sorted copy. */
  toSorted(compare?: (a: T, b: T) => number): T[];
  /** A copy in which `count` elements at `start` are replaced by others. */
  toSpliced(start: number, count?: number, ...values: T[]): T[];
  /** A copy with another element at an index. */
  with(index: number, value: T): T[];
  toString(): string;
  /** Adds elements at the end; returns the new length. */
  push(...values: T[]): number;
  /** Removes the last element and returns it; undefined if there is none. */
  pop(): T | undefined;
  /** Removes the first element and returns it; undefined if there is none. */
  shift(): T | undefined;
  /** Adds elements at the start; returns the new length. */
  unshift(...values: T[]): number;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: T, start?: number, end?: number): this;
  /** Copies the elements from `start` up to `end` to `target` and what follows. */
  copyWithin(target: number, start: number, end?: number): this;
  /** Reverses the array in place. */
  reverse(): T[];
  /** Removes `count` elements at `start` and puts others there; returns what was removed. */
  splice(start: number, count?: number, ...values: T[]): T[];
  /** Sorts in place, equal elements keeping their order: by text, or by the sign of what `compare` returns. */
  sort(compare?: (a: T, b: T) => number): this;
}

interface ArrayConstructor {
  /** An array of `length` elements, all zero ("" for strings, false for booleans): `new Array<int>(10)`. */
  // Without a type argument, it takes on the type that its context wants.
  new (length?: number): any[];
  new <T>(length?: number): T[];
  (length?: number): any[];
  <T>(length?: number): T[];
  isArray(value: any): value is any[];
  /** An array of the elements of another, of the characters of a string, or of as many elements as `length` says. */
  from<T>(source: Iterable<T> | ArrayLike<T>): T[];
  /** The same, of what a function makes of each element: `Array.from({ length: 5 }, (_, i) => i * i)`. */
  from<T, U>(source: Iterable<T> | ArrayLike<T>, make: (value: T, index: number) => U, self?: any): U[];
  /** An array of the given elements. */
  of<T>(...values: T[]): T[];
}
declare const Array: ArrayConstructor;
