// Methods of arrays that call a function for each element, which may change the array: so the loops look at its length
// in each round.

function array_forEach<T, R>(a: T[], action: (value: T, index: number, array: T[]) => R): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) action(__element(a, i), i, a);
}

function array_map<T, U>(a: T[], transform: (value: T, index: number, array: T[]) => U): U[] {
  const length = __length(a);
  const result = __newArray<U>(length);
  // Of an array that loses elements meanwhile the result would have holes: that is an error.
  for (let i: int = 0; i < length; i++) result[i] = transform(a[i]!, i, a);
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

/** Adds to `result` the elements of what a function makes of each element. */
function array_flatMap<T, U, V>(
  a: T[],
  transform: (value: T, index: number, array: T[]) => U[],
  result: V[],
): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    array_append(result, transform(__element(a, i), i, a));
  }
}

/** `Array.from({ length }, make)`. */
function array_make<T, U>(length: int, nothing: T, make: (value: T, index: number) => U): U[] {
  if (length < 0) length = 0;
  const result = __newArray<U>(length);
  for (let i: int = 0; i < length; i++) result[i] = make(nothing, i);
  return result;
}

function array_filter<T, R>(a: T[], test: (value: T, index: number, array: T[]) => R): T[] {
  const length = __length(a);
  const result = __newArray<T>(0);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    const element = __element(a, i);
    if (test(element, i, a)) result.push(element);
  }
  return result;
}

/** The elements for which a type guard holds, as what it says that they are. */
function array_filterTo<T, U, R>(
  a: T[],
  test: (value: T, index: number, array: T[]) => R,
  result: U[],
): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    const element = __element(a, i);
    if (test(element, i, a)) result.push(element as unknown as U);
  }
}

function typedArray_filter<A extends number[], R>(
  a: A,
  test: (value: number, index: number, array: A) => R,
): A {
  const length = __length(a);
  const result = __sameKind(a, 0);
  for (let i: int = 0; i < length; i++) {
    const element = __element(a, i);
    if (test(element, i, a)) result.push(element);
  }
  return result;
}

function array_every<T, R>(a: T[], test: (value: T, index: number, array: T[]) => R): boolean {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    if (!test(__element(a, i), i, a)) return false;
  }
  return true;
}

function array_some<T, R>(a: T[], test: (value: T, index: number, array: T[]) => R): boolean {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    if (test(__element(a, i), i, a)) return true;
  }
  return false;
}

/** What the array loses meanwhile would be undefined to the function: that is an error. */
function array_findIndex<T, R>(a: T[], test: (value: T, index: number, array: T[]) => R): int {
  const length = __length(a);
  for (let i: int = 0; i < length; i++) {
    if (test(a[i]!, i, a)) return i;
  }
  return -1;
}

function array_findLastIndex<T, R>(a: T[], test: (value: T, index: number, array: T[]) => R): int {
  for (let i: int = __length(a) - 1; i >= 0; i--) {
    if (test(a[i]!, i, a)) return i;
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

/** As reduce, from the last element to the first. */
function array_reduceRight<T, U>(
  a: T[],
  combine: (result: U, value: T, index: number, array: T[]) => U,
  initial: U,
): U {
  return array_reduceDown(a, combine, initial, __length(a) - 1);
}

function array_reduceRightFirst<T>(
  a: T[],
  combine: (result: T, value: T, index: number, array: T[]) => T,
): T {
  const last: int = __length(a) - 1;
  if (last < 0) __emptyArray();
  return array_reduceDown(a, combine, __element(a, last), last - 1);
}

/** Combines the elements from an index down to the first. */
function array_reduceDown<T, U>(
  a: T[],
  combine: (result: U, value: T, index: number, array: T[]) => U,
  initial: U,
  from: int,
): U {
  let result = initial;
  for (let i: int = from; i >= 0; i--) {
    if (i < __length(a)) result = combine(result, __element(a, i), i, a);
  }
  return result;
}
