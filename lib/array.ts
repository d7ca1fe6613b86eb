// Methods of arrays, over any element: `a.indexOf(x)` compiles to array_indexOf(a, x) for its kind of array.
// Indices are of type N or the like: mostly ints, for which the functions are compiled without doubles.

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
  // NaN is as 0.
  else if (!(from >= i)) i = from | 0;
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

/** A few at a time, and these by halves, so that little is copied often. */
function array_joinRange<T>(a: T[], separator: string, from: int, to: int): string {
  if (from >= to) return '';
  if (to - from <= 8) {
    let text = __joinText(__element(a, from));
    for (let i: int = from + 1; i < to; i++) text += separator + __joinText(__element(a, i));
    return text;
  }
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

/** Copies the elements from `start` up to `end` to `target` and what follows, as far as the array goes. */
function array_copyWithin<T, N extends number, S extends number, E extends number>(
  a: T[],
  target: N,
  start: S,
  end: E,
): void {
  const length = __length(a);
  const to = array_clampIndex(length, target);
  const from = array_clampIndex(length, start);
  let count: int = array_clampIndex(length, end) - from;
  if (count > length - to) count = length - to;
  if (count > 0) __move(a, to, from, count);
}

/** Adds the elements of the arrays in an array. */
function array_flatten<T, U>(a: T[][], result: U[]): void {
  const length = __length(a);
  for (let i: int = 0; i < length; i++) array_append(result, __element(a, i));
}

/** The indices of an array. */
function array_keys<T>(a: T[]): number[] {
  const length = __length(a);
  const result = __newArray<number>(length);
  for (let i: int = 0; i < length; i++) result[i] = i;
  return result;
}

/** An index and an element as an array. */
function array_pair<T, P>(index: int, element: T): P {
  return [index, element] as unknown as P;
}

/** Pairs of an index and the element there. */
function array_entries<T, P>(a: T[], result: P[]): void {
  const length = __length(a);
  for (let i: int = 0; i < length; i++) result.push([i, __element(a, i)] as unknown as P);
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

/** Puts the elements of another array at an index. */
function array_insert<T>(a: T[], at: int, inserted: T[]): void {
  const count = __length(inserted);
  array_makeRoom(a, at, count);
  for (let i: int = 0; i < count; i++) a[at + i] = __element(inserted, i);
}

/** Removes `count` elements from `start` on, and returns them. */
function array_remove<A extends unknown[], N extends number>(a: A, start: int, count: N): A {
  const length = __length(a);
  let end = length;
  // NaN is as 0.
  if (!(count >= length - start)) {
    end = start;
    if (count >= 1) end = start + (count | 0);
  }
  const removed = __copy(a, start, end);
  __move(a, start, end, length - end);
  __setLength(a, length - (end - start));
  return removed;
}

function typedArray_set<T>(a: number[], source: T[], offset: number): void {
  const length = __length(source);
  const start: int = Math.trunc(offset);
  // Nothing is changed if not all of it fits.
  if (start < 0 || start > __length(a) - length) __badLength(start + length);
  // What lies in the same buffer is read before anything is written.
  if (__isView(source)) typedArray_set(a, __copy(source, 0, length), offset);
  else for (let i: int = 0; i < length; i++) a[start + i] = __element(source, i) as unknown as number;
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
