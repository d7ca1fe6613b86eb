// Typed arrays: arrays of a fixed length of numbers of one kind, zero at first.

interface Int8Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Int8Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Int8Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Int8Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Int8Array) => void): void;
  map(transform: (value: number, index: number, array: Int8Array) => number): Int8Array;
  filter(test: (value: number, index: number, array: Int8Array) => boolean): Int8Array;
  find(test: (value: number, index: number, array: Int8Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Int8Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Int8Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Int8Array) => U, initial: U): U;
  toString(): string;
}
interface Int8ArrayConstructor {
  /** 8-bit signed integers: as many as `length` says, all zero. */
  new (length: number): Int8Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Int8Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Int8Array: Int8ArrayConstructor;

interface Uint8Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Uint8Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Uint8Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Uint8Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Uint8Array) => void): void;
  map(transform: (value: number, index: number, array: Uint8Array) => number): Uint8Array;
  filter(test: (value: number, index: number, array: Uint8Array) => boolean): Uint8Array;
  find(test: (value: number, index: number, array: Uint8Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Uint8Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Uint8Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Uint8Array) => U, initial: U): U;
  toString(): string;
}
interface Uint8ArrayConstructor {
  /** Bytes: as many as `length` says, all zero. */
  new (length: number): Uint8Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Uint8Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Uint8Array: Uint8ArrayConstructor;

interface Uint8ClampedArray {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Uint8ClampedArray;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Uint8ClampedArray) => boolean): boolean;
  some(test: (value: number, index: number, array: Uint8ClampedArray) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Uint8ClampedArray) => void): void;
  map(transform: (value: number, index: number, array: Uint8ClampedArray) => number): Uint8ClampedArray;
  filter(test: (value: number, index: number, array: Uint8ClampedArray) => boolean): Uint8ClampedArray;
  find(test: (value: number, index: number, array: Uint8ClampedArray) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Uint8ClampedArray) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Uint8ClampedArray) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Uint8ClampedArray) => U, initial: U): U;
  toString(): string;
}
interface Uint8ClampedArrayConstructor {
  /** Bytes; what is stored is clamped to 0..255: as many as `length` says, all zero. */
  new (length: number): Uint8ClampedArray;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Uint8ClampedArray;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Uint8ClampedArray: Uint8ClampedArrayConstructor;

interface Int16Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Int16Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Int16Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Int16Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Int16Array) => void): void;
  map(transform: (value: number, index: number, array: Int16Array) => number): Int16Array;
  filter(test: (value: number, index: number, array: Int16Array) => boolean): Int16Array;
  find(test: (value: number, index: number, array: Int16Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Int16Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Int16Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Int16Array) => U, initial: U): U;
  toString(): string;
}
interface Int16ArrayConstructor {
  /** 16-bit signed integers: as many as `length` says, all zero. */
  new (length: number): Int16Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Int16Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Int16Array: Int16ArrayConstructor;

interface Uint16Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Uint16Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Uint16Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Uint16Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Uint16Array) => void): void;
  map(transform: (value: number, index: number, array: Uint16Array) => number): Uint16Array;
  filter(test: (value: number, index: number, array: Uint16Array) => boolean): Uint16Array;
  find(test: (value: number, index: number, array: Uint16Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Uint16Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Uint16Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Uint16Array) => U, initial: U): U;
  toString(): string;
}
interface Uint16ArrayConstructor {
  /** 16-bit unsigned integers: as many as `length` says, all zero. */
  new (length: number): Uint16Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Uint16Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Uint16Array: Uint16ArrayConstructor;

interface Int32Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Int32Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Int32Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Int32Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Int32Array) => void): void;
  map(transform: (value: number, index: number, array: Int32Array) => number): Int32Array;
  filter(test: (value: number, index: number, array: Int32Array) => boolean): Int32Array;
  find(test: (value: number, index: number, array: Int32Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Int32Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Int32Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Int32Array) => U, initial: U): U;
  toString(): string;
}
interface Int32ArrayConstructor {
  /** 32-bit signed integers: as many as `length` says, all zero. */
  new (length: number): Int32Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Int32Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Int32Array: Int32ArrayConstructor;

interface Uint32Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Uint32Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Uint32Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Uint32Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Uint32Array) => void): void;
  map(transform: (value: number, index: number, array: Uint32Array) => number): Uint32Array;
  filter(test: (value: number, index: number, array: Uint32Array) => boolean): Uint32Array;
  find(test: (value: number, index: number, array: Uint32Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Uint32Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Uint32Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Uint32Array) => U, initial: U): U;
  toString(): string;
}
interface Uint32ArrayConstructor {
  /** 32-bit unsigned integers: as many as `length` says, all zero. */
  new (length: number): Uint32Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Uint32Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Uint32Array: Uint32ArrayConstructor;

interface Float32Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Float32Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Float32Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Float32Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Float32Array) => void): void;
  map(transform: (value: number, index: number, array: Float32Array) => number): Float32Array;
  filter(test: (value: number, index: number, array: Float32Array) => boolean): Float32Array;
  find(test: (value: number, index: number, array: Float32Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Float32Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Float32Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Float32Array) => U, initial: U): U;
  toString(): string;
}
interface Float32ArrayConstructor {
  /** IEEE singles: as many as `length` says, all zero. */
  new (length: number): Float32Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Float32Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Float32Array: Float32ArrayConstructor;

interface Float64Array {
  readonly length: number;
  readonly BYTES_PER_ELEMENT: number;
  [index: number]: number;
  [Symbol.iterator](): IterableIterator<number>;
  at(index: number): number | undefined;
  /** Sets the elements from `start` up to `end` to a value. */
  fill(value: number, start?: number, end?: number): this;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  lastIndexOf(value: number, from?: number): number;
  join(separator?: string): string;
  reverse(): this;
  /** A copy of the elements from `start` up to `end`. */
  slice(start?: number, end?: number): Float64Array;
  /** Copies the elements of another array to here, from index `offset` on. */
  set(source: ArrayLike<number>, offset?: number): void;
  /** Sorts by value, or by the sign of what `compare` returns. */
  sort(compare?: (a: number, b: number) => number): this;
  every(test: (value: number, index: number, array: Float64Array) => boolean): boolean;
  some(test: (value: number, index: number, array: Float64Array) => boolean): boolean;
  forEach(action: (value: number, index: number, array: Float64Array) => void): void;
  map(transform: (value: number, index: number, array: Float64Array) => number): Float64Array;
  filter(test: (value: number, index: number, array: Float64Array) => boolean): Float64Array;
  find(test: (value: number, index: number, array: Float64Array) => boolean): number | undefined;
  findIndex(test: (value: number, index: number, array: Float64Array) => boolean): number;
  reduce(combine: (result: number, value: number, index: number, array: Float64Array) => number): number;
  reduce<U>(combine: (result: U, value: number, index: number, array: Float64Array) => U, initial: U): U;
  toString(): string;
}
interface Float64ArrayConstructor {
  /** IEEE doubles: as many as `length` says, all zero. */
  new (length: number): Float64Array;
  /** A copy of the elements of another array. */
  new (source: ArrayLike<number>): Float64Array;
  readonly BYTES_PER_ELEMENT: number;
}
declare const Float64Array: Float64ArrayConstructor;
