// Sorting algorithms as they are taught, all on the same data.
function insertionSort(a: number[]): number[] {
  const r = a.slice();
  for (let i = 1; i < r.length; i++) {
    const key = r[i];
    let j = i - 1;
    while (j >= 0 && r[j] > key) { r[j + 1] = r[j]; j--; }
    r[j + 1] = key;
  }
  return r;
}
function quickSort<T>(a: T[], less: (x: T, y: T) => boolean): T[] {
  if (a.length <= 1) return a;
  const [pivot, ...rest] = a;
  return [...quickSort(rest.filter((x) => less(x, pivot)), less), pivot, ...quickSort(rest.filter((x) => !less(x, pivot)), less)];
}
function mergeSort(a: number[]): number[] {
  if (a.length < 2) return a;
  const mid = Math.floor(a.length / 2);
  const left = mergeSort(a.slice(0, mid)), right = mergeSort(a.slice(mid));
  const out: number[] = [];
  let i = 0, j = 0;
  while (i < left.length || j < right.length) {
    if (j >= right.length || (i < left.length && left[i] <= right[j])) out.push(left[i++]);
    else out.push(right[j++]);
  }
  return out;
}
function heapSort(a: number[]): number[] {
  const r = [...a];
  const sift = (start: number, end: number): void => {
    let root = start;
    while (root * 2 + 1 <= end) {
      let child = root * 2 + 1;
      if (child + 1 <= end && r[child] < r[child + 1]) child++;
      if (r[root] >= r[child]) return;
      [r[root], r[child]] = [r[child], r[root]];
      root = child;
    }
  };
  for (let s = Math.floor((r.length - 2) / 2); s >= 0; s--) sift(s, r.length - 1);
  for (let e = r.length - 1; e > 0; e--) { [r[0], r[e]] = [r[e], r[0]]; sift(0, e - 1); }
  return r;
}
function countingSort(a: number[], max: number): number[] {
  const counts = new Array<number>(max + 1).fill(0);
  for (const x of a) counts[x]++;
  return counts.flatMap((n, v) => Array<number>(n).fill(v));
}
const data = [5, 3, 9, 1, 5, 0, 8, 2];
console.log(insertionSort(data), mergeSort(data), heapSort(data), countingSort(data, 9));
console.log(quickSort(data, (x, y) => x < y), quickSort(['pear', 'fig', 'apple'], (x, y) => x < y));
console.log(insertionSort([]), mergeSort([1]), heapSort([2, 1]), data);
