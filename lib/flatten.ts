// `flat` of arrays whose elements are arrays at times only: each element says itself what it is (any.ts), and an array of what.

function array_flattenMixed(a: __Value[], result: __Value[], depth: int): void {
  for (let i: int = 0; i < __length(a); i++) {
    const element = __element(a, i);
    if (depth > 0 && __kind(element) === 4) any_addElements(element, result, depth - 1);
    else result.push(element);
  }
}

/** Adds the elements of a value that is an array, flattened as well. */
function any_addElements(value: unknown, result: __Value[], depth: int): void {
  const array = __word(__address(value) + 8);
  const kind = __word(__word(__address(value) + 4) + 8) + 1;
  for (let i: int = 0; i < any_arrayLength(value); i++) {
    const element = any_elementAt(array, i, kind);
    if (depth > 0 && __kind(element) === 4) any_addElements(element, result, depth - 1);
    else result.push(element);
  }
}

/** `flatMap` of a function that gives an array at times only. */
function array_flatMapMixed<T, U>(
  a: T[],
  transform: (value: T, index: number, array: T[]) => U,
  result: __Value[],
): void {
  const length = __length(a);
  for (let i: int = 0; i < length && i < __length(a); i++) {
    const made: unknown = transform(__element(a, i), i, a);
    if (__kind(made) === 4) any_addElements(made, result, 0);
    else result.push(made);
  }
}
