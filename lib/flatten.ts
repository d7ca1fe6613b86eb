// `flat` of arrays whose elements are arrays at times only: each element says itself what it is (any.ts). `other` is an
// array of a kind that the program's types name, beside the common ones; nothing is in it.

function array_flattenMixed<X>(a: unknown[], result: unknown[], depth: int, other: X[]): void {
  for (let i: int = 0; i < __length(a); i++) {
    const element = __element(a, i);
    if (depth > 0 && __kind(element) === 4) any_addElements(element, result, depth - 1, other);
    else result.push(element);
  }
}

/** Adds the elements of a value that is an array, flattened as well. */
function any_addElements<X>(value: unknown, result: unknown[], depth: int, other: X[]): void {
  if (__isBoxOf<unknown[]>(value)) array_flattenMixed(value as unknown[], result, depth, other);
  else if (__isBoxOf<number[]>(value)) array_append(result, value as number[]);
  else if (__isBoxOf<string[]>(value)) array_append(result, value as string[]);
  else if (__isBoxOf<boolean[]>(value)) array_append(result, value as boolean[]);
  else if (__isBoxOf<int[]>(value)) array_append(result, value as int[]);
  else if (__isBoxOf<number[][]>(value)) any_addArrays(value as number[][], result, depth, other);
  else if (__isBoxOf<string[][]>(value)) any_addArrays(value as string[][], result, depth, other);
  else array_append(result, value as X[]);
}

function any_addArrays<X, A>(a: A[], result: unknown[], depth: int, other: X[]): void {
  for (let i: int = 0; i < __length(a); i++) {
    const inner: unknown = __element(a, i);
    if (depth > 0) any_addElements(inner, result, depth - 1, other);
    else result.push(inner);
  }
}

/** `flatMap` of a function that gives an array at times only. */
function array_flatMapMixed<T, U, X>(
  a: T[],
  transform: (value: T, index: number, array: T[]) => U,
  result: unknown[],
  other: X[],
): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    const made: unknown = transform(__element(a, i), i, a);
    if (__kind(made) === 4) any_addElements(made, result, 0, other);
    else result.push(made);
  }
}
