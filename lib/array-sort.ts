// Sorting of arrays.

function array_sort<T>(a: T[], compare: (x: T, y: T) => number): void {
  array_sortFirst(a, __length(a), compare);
}

/** Of elements that may be undefined: these go to the end, without being compared. */
function array_sortPresent<T>(a: T[], compare: (x: T, y: T) => number): void {
  array_sortFirst(a, array_moveUndefined(a), compare);
}

/** Moves what is undefined behind all else; returns how many others there are. */
function array_moveUndefined<T>(a: T[]): int {
  const length = __length(a);
  let count: int = 0;
  for (let i: int = 0; i < length; i++) {
    const element = __element(a, i);
    if (!__same(element, undefined)) {
      // What stood there is undefined, unless it is this element.
      a[i] = __element(a, count);
      a[count] = element;
      count++;
    }
  }
  return count;
}

/**
 * Sorts the first elements. Stable: merges ever longer runs, from one array to another and back. The later of two elements is
 * compared with the earlier one, as engines do: comparing functions that are never 0 tell.
 */
function array_sortFirst<T>(a: T[], length: int, compare: (x: T, y: T) => number): void {
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
        if (i < middle && (j >= end || !(compare(from[j], from[i]) < 0))) {
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

function array_sortPresentByText<T>(a: T[]): void {
  array_sortPresent(a, (x, y) => __compareText(__text(x), __text(y)));
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
