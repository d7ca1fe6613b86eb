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
 * Sorts the first elements. Stable. The later of two elements is compared with the earlier one, as engines do: comparing
 * functions that are never 0 tell. So do those that contradict themselves, as `(x, y) => y - x` with NaN, of how arrays
 * are sorted: up to 63 elements are sorted by the comparisons that V8 makes.
 */
function array_sortFirst<T>(a: T[], length: int, compare: (x: T, y: T) => number): void {
  if (length < 2) return;
  let sorted = __newArray<T>(length);
  for (let i: int = 0; i < length; i++) sorted[i] = __element(a, i);
  if (length < 64) array_insertInOrder(sorted, array_makeRun(sorted, compare), compare);
  else sorted = array_mergeRuns(sorted, compare);
  for (let i: int = 0; i < length; i++) a[i] = sorted[i];
}

/** How many elements are in order at the beginning: those that descend are turned around. */
function array_makeRun<T>(a: T[], compare: (x: T, y: T) => number): int {
  const length = __length(a);
  const descends = compare(a[1], a[0]) < 0;
  let count: int = 2;
  while (count < length && compare(a[count], a[count - 1]) < 0 === descends) count++;
  if (!descends) return count;
  for (let i: int = 0, j: int = count - 1; i < j; i++, j--) {
    const element = a[i];
    a[i] = a[j];
    a[j] = element;
  }
  return count;
}

/** Sorts by binary insertion what comes behind the first elements, which are in order. */
function array_insertInOrder<T>(a: T[], first: int, compare: (x: T, y: T) => number): void {
  const length = __length(a);
  for (let next: int = first; next < length; next++) {
    const element = a[next];
    let left: int = 0;
    let right: int = next;
    while (left < right) {
      const middle: int = (left + right) >> 1;
      if (compare(element, a[middle]) < 0) right = middle;
      else left = middle + 1;
    }
    for (let i: int = next; i > left; i--) a[i] = a[i - 1];
    a[left] = element;
  }
}

/** Merges ever longer runs, from one array to another and back; gives the one that is sorted. */
function array_mergeRuns<T>(a: T[], compare: (x: T, y: T) => number): T[] {
  const length = __length(a);
  let from = a;
  let to = __newArray<T>(length);
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
  return from;
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
