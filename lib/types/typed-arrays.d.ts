// Typed arrays: arrays of a fixed length of numbers of one kind, zero at first.

/** What all typed arrays can do; A is the typed array itself. */
interface TypedArray<A> {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  /** The size of all elements. */
  readonly byteLength: number;
  /** The bytes that hold the elements; other typed arrays may have the same. */
  readonly buffer: ArrayBuffer;
  /** Where the elements begin in the buffer. */
  readonly byteOffset: number;
  [index: number]: number;
  [Symbol.iterator](): ArrayIterator<number>;
  /** The element at an index; negative ones count from the end. */
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  /** Copies the elements from `start` up to `end` to `target` and what follows. */
  copyWithin(target: number, start: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): A;
  /** The elements from `start` up to `end`, without a copy. */
  subarray(start?: number, end?: number): A;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: A) => unknown): boolean;
  some(test: (value: number, index: number, array: A) => unknown): boolean;
  forEach(action: (value: number, index: number, array: A) => void): void;
  map(transform: (value: number, index: number, array: A) => number): A;
  filter(test: (value: number, index: number, array: A) => unknown): A;
  find(test: (value: number, index: number, array: A) => unknown): number | undefined;
  findLast(test: (value: number, index: number, array: A) => unknown): number | undefined;
  findIndex(test: (value: number, index: number, array: A) => unknown): number;
  findLastIndex(test: (value: number, index: number, array: A) => unknown): number;
  reduce(combine: (result: number, value: number, index: number, array: A) => number): number;
  reduce(
    combine: (result: number, value: number, index: number, array: A) => number,
    initial: number,
  ): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: A) => U, initial: U): U;
  reduceRight(combine: (result: number, value: number, index: number, array: A) => number): number;
  reduceRight(
    combine: (result: number, value: number, index: number, array: A) => number,
    initial: number,
  ): number;
  reduceRight<U>(combine: (result: U, value: number, index: number, array: A) => U, initial: U): U;
  /** The indices, for a loop or `[...a.keys()]`. */
  keys(): ArrayIterator<number>;
  /** The elements, for a loop or `[...a.values()]`. */
  values(): ArrayIterator<number>;
  /** Pairs of an index and its element, for a loop or `[...a.entries()]`. */
  entries(): ArrayIterator<[number, number]>;
  /** A reversed copy. */
  toReversed(): A;
  /** A sorted copy. */
  toSorted(compare?: (a: number, b: number) => number): A;
  /** A copy with another element at an index. */
  with(index: number, value: number): A;
  toString(): string;
}

interface TypedArrayConstructor<A> {
  /** As many elements as `length` says, all zero. */
  new (length?: number): A;
  /** The bytes of a buffer from an offset on, without a copy. */
  new (buffer: ArrayBuffer, byteOffset?: number, length?: number): A;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): A;
  readonly BYTES_PER_ELEMENT: number;
  /** A typed array of the elements of another array. */
  from(source: Iterable<number> | ArrayLike<number>): A;
  /** A typed array of what a function makes of each element, or of nothing as often as `length` says. */
  from<T>(source: Iterable<T> | ArrayLike<T>, make: (value: T, index: number) => number): A;
  /** A typed array of the given numbers. */
  of(...values: number[]): A;
}

/** 8-bit signed integers. */
interface Int8Array extends TypedArray<Int8Array> {
  readonly [representation]?: 'Int8Array';
}
declare const Int8Array: TypedArrayConstructor<Int8Array>;

/** Bytes. */
interface Uint8Array extends TypedArray<Uint8Array> {
  readonly [representation]?: 'Uint8Array';
}
declare const Uint8Array: TypedArrayConstructor<Uint8Array>;

/** Bytes; what is stored is clamped to 0..255. */
interface Uint8ClampedArray extends TypedArray<Uint8ClampedArray> {
  readonly [representation]?: 'Uint8ClampedArray';
}
declare const Uint8ClampedArray: TypedArrayConstructor<Uint8ClampedArray>;

/** 16-bit signed integers. */
interface Int16Array extends TypedArray<Int16Array> {
  readonly [representation]?: 'Int16Array';
}
declare const Int16Array: TypedArrayConstructor<Int16Array>;

/** 16-bit unsigned integers. */
interface Uint16Array extends TypedArray<Uint16Array> {
  readonly [representation]?: 'Uint16Array';
}
declare const Uint16Array: TypedArrayConstructor<Uint16Array>;

/** 32-bit signed integers. */
interface Int32Array extends TypedArray<Int32Array> {
  readonly [representation]?: 'Int32Array';
}
declare const Int32Array: TypedArrayConstructor<Int32Array>;

/** 32-bit unsigned integers. */
interface Uint32Array extends TypedArray<Uint32Array> {
  readonly [representation]?: 'Uint32Array';
}
declare const Uint32Array: TypedArrayConstructor<Uint32Array>;

/** IEEE singles. */
interface Float32Array extends TypedArray<Float32Array> {
  readonly [representation]?: 'Float32Array';
}
declare const Float32Array: TypedArrayConstructor<Float32Array>;

/** IEEE doubles. */
interface Float64Array extends TypedArray<Float64Array> {
  readonly [representation]?: 'Float64Array';
}
declare const Float64Array: TypedArrayConstructor<Float64Array>;
