// Methods of arrays, over any element: `a.indexOf(x)` compiles to array_indexOf(a, x) for its kind of array.
// Callbacks may change the array, so the loops look at its length in each round. Indices are of type N or the like:
// mostly ints, for which the functions are compiled without doubles.

/** The index that `at` means: negative ones count from the end. -1 if out of range. */
function array_indexAt<N extends number>(length: int, index: N): int {
  if (index >= length) return -1;
  if (index >= 0) return index | 0;
  // NaN, and what rounds to 0.
  if (!(index <= -1)) return length > 0 ? 0 : -1;
  if (index < -length) return -1;
  return length + (index | 0);
}

/** The index that `slice` means, from 0 to length. */
function array_clampIndex<N extends number>(length: int, index: N): int {
  if (index >= length) return length;
  if (index >= 0) return index | 0;
  // NaN, and what rounds to 0.
  if (!(index <= -1)) return 0;
  if (index <= -length) return 0;
  return length + (index | 0);
}

function array_slice<A, S extends number, E extends number>(a: A, start: S, end: E): A {
  const length = __length(a);
  const from = array_clampIndex(length, start);
  const to = array_clampIndex(length, end);
  if (to < from) return __copy(a, from, from);
  return __copy(a, from, to);
}

function array_indexOf<T, U, N extends number>(a: T[], value: U, from: N): int {
  const length = __length(a);
  for (let i: int = array_clampIndex(length, from); i < length; i++) {
    if (__same(__element(a, i), value)) return i;
  }
  return -1;
}

function array_lastIndexOf<T, U, N extends number>(a: T[], value: U, from: N): int {
  const length = __length(a);
  let i: int = length - 1;
  if (from < 0) i = array_indexAt(length, from);
  else if (from < i) i = from | 0;
  for (; i >= 0; i--) {
    if (__same(__element(a, i), value)) return i;
  }
  return -1;
}

/** By SameValueZero: unlike indexOf, it finds NaN. */
function array_includes<T, U, N extends number>(a: T[], value: U, from: N): boolean {
  const length = __length(a);
  for (let i: int = array_clampIndex(length, from); i < length; i++) {
    const element = __element(a, i);
    if (__same(element, value) || (__isNaN(element) && __isNaN(value))) return true;
  }
  return false;
}

function array_join<T>(a: T[], separator: string = ','): string {
  return array_joinRange(a, separator, 0, __length(a));
}

/** By halves, so that little is copied often. */
function array_joinRange<T>(a: T[], separator: string, from: int, to: int): string {
  if (from >= to) return '';
  if (from + 1 === to) return __joinText(__element(a, from));
  const middle: int = (from + to) >> 1;
  return array_joinRange(a, separator, from, middle) + separator + array_joinRange(a, separator, middle, to);
}

function array_fill<T, S extends number, E extends number>(a: T[], value: T, start: S, end: E): void {
  const length = __length(a);
  const to = array_clampIndex(length, end);
  for (let i: int = array_clampIndex(length, start); i < to; i++) a[i] = value;
}

function array_reverse<T>(a: T[]): void {
  let i: int = 0;
  let j: int = __length(a) - 1;
  while (i < j) {
    const first = a[i];
    a[i] = a[j];
    a[j] = first;
    i++;
    j--;
  }
}

function array_forEach<T, R>(a: T[], action: (value: T, index: number, array: T[]) => R): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) action(__element(a, i), i, a);
}

function array_map<T, U>(a: T[], transform: (value: T, index: number, array: T[]) => U): U[] {
  const length = __length(a);
  const result = __newArray<U>(length);
  let i: int = 0;
  for (; i < length && i < __length(a); i++) result[i] = transform(__element(a, i), i, a);
  if (i < length) __setLength(result, i);
  return result;
}

function typedArray_map<A extends number[]>(
  a: A,
  transform: (value: number, index: number, array: A) => number,
): A {
  const length = __length(a);
  const result = __sameKind(a, length);
  for (let i: int = 0; i < length; i++) result[i] = transform(__element(a, i), i, a);
  return result;
}

function array_filter<T>(a: T[], test: (value: T, index: number, array: T[]) => boolean): T[] {
  const length = __length(a);
  const result = __newArray<T>(0);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    const element = __element(a, i);
    if (test(element, i, a)) result.push(element);
  }
  return result;
}

function typedArray_filter<A extends number[]>(
  a: A,
  test: (value: number, index: number, array: A) => boolean,
): A {
  const length = __length(a);
  const result = __sameKind(a, 0);
  for (let i: int = 0; i < length; i++) {
    const element = __element(a, i);
    if (test(element, i, a)) result.push(element);
  }
  return result;
}

function array_every<T>(a: T[], test: (value: T, index: number, array: T[]) => boolean): boolean {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    if (!test(__element(a, i), i, a)) return false;
  }
  return true;
}

function array_some<T>(a: T[], test: (value: T, index: number, array: T[]) => boolean): boolean {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    if (test(__element(a, i), i, a)) return true;
  }
  return false;
}

function array_findIndex<T>(a: T[], test: (value: T, index: number, array: T[]) => boolean): int {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    if (test(__element(a, i), i, a)) return i;
  }
  return -1;
}

function array_reduce<T, U>(
  a: T[],
  combine: (result: U, value: T, index: number, array: T[]) => U,
  initial: U,
): U {
  const length = __length(a);
  let result = initial;
  for (let i: int = 0; i < length && i < __length(a); i++) result = combine(result, __element(a, i), i, a);
  return result;
}

function array_reduceFirst<T>(a: T[], combine: (result: T, value: T, index: number, array: T[]) => T): T {
  const length = __length(a);
  if (length === 0) __emptyArray();
  let result = __element(a, 0);
  for (let i: int = 1; i < length && i < __length(a); i++) result = combine(result, __element(a, i), i, a);
  return result;
}

/** Adds all elements of another array, which may be the same one. */
function array_append<T, U>(a: T[], other: U[]): void {
  const length = __length(other);
  for (let i: int = 0; i < length; i++) a.push(__element(other, i) as unknown as T);
}

/** Moves the elements from `at` on up by `count` places; what is in these places is to be set. */
function array_makeRoom<T>(a: T[], at: int, count: int): void {
  const length = __length(a);
  __setLength(a, length + count);
  __move(a, at + count, at, length - at);
}

/** Removes `count` elements from `start` on, and returns them. */
function array_remove<A extends unknown[], N extends number>(a: A, start: int, count: N): A {
  const length = __length(a);
  let end = length;
  if (count < length - start) {
    end = start;
    if (count >= 1) end = start + (count | 0);
  }
  const removed = __copy(a, start, end);
  __move(a, start, end, length - end);
  __setLength(a, length - (end - start));
  return removed;
}

/** Stable: merges ever longer runs, from one array to another and back. */
function array_sort<T>(a: T[], compare: (x: T, y: T) => number): void {
  const length = __length(a);
  if (length < 2) return;
  let from = __newArray<T>(length);
  let to = __newArray<T>(length);
  for (let i: int = 0; i < length; i++) from[i] = __element(a, i);
  for (let width: int = 1; width < length; width *= 2) {
    for (let start: int = 0; start < length; start += width * 2) {
      let middle: int = start + width;
      if (middle > length) middle = length;
      let end: int = middle + width;
      if (end > length) end = length;
      let i: int = start;
      let j: int = middle;
      for (let k: int = start; k < end; k++) {
        if (i < middle && (j >= end || !(compare(from[i], from[j]) > 0))) {
          to[k] = from[i];
          i++;
        } else {
          to[k] = from[j];
          j++;
        }
      }
    }
    const swap = from;
    from = to;
    to = swap;
  }
  for (let i: int = 0; i < length; i++) a[i] = from[i];
}

function array_sortByText<T>(a: T[]): void {
  array_sort(a, (x, y) => __compareText(__text(x), __text(y)));
}

/** Typed arrays are sorted by value: -0 before 0, NaN last. */
function typedArray_sortByValue<T extends number>(a: T[]): void {
  array_sort(a, (x, y) => {
    if (x < y) return -1;
    if (x > y) return 1;
    if (x !== x) return y !== y ? 0 : 1;
    if (y !== y) return -1;
    if (x === 0 && y === 0) return (1 / x < 0 ? 0 : 1) - (1 / y < 0 ? 0 : 1);
    return 0;
  });
}

function typedArray_set<T>(a: number[], source: T[], offset: number): void {
  const length = __length(source);
  const start: int = offset;
  for (let i: int = 0; i < length; i++) a[start + i] = __element(source, i) as unknown as number;
}

/** An array of empty strings: strings have no zero. */
function array_ofEmptyStrings(length: int): string[] {
  const result = __newArray<string>(length);
  for (let i: int = 0; i < length; i++) result[i] = '';
  return result;
}

/** Sets the length of an array of strings; new elements are empty. */
function array_setLength(a: string[], length: int): void {
  const before = __length(a);
  __setLength(a, length);
  for (let i: int = before; i < length; i++) a[i] = '';
}

/** A double as a byte of a clamped array: the nearest integer from 0 to 255, halves to the even one. */
function clampToByte(x: number): int {
  if (!(x > 0)) return 0;
  if (x >= 255) return 255;
  const down: int = x | 0;
  const rest = x - down;
  if (rest < 0.5) return down;
  if (rest > 0.5) return down + 1;
  return down + (down & 1);
}
