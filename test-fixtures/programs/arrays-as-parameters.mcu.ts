function swap(xs: int[], i: int, j: int): void {
  const t = xs[i];
  xs[i] = xs[j];
  xs[j] = t;
}
function quicksort(xs: int[], low: int, high: int): void {
  if (low >= high) return;
  const pivot = xs[(low + high) >> 1];
  let i: int = low;
  let j: int = high;
  while (i <= j) {
    while (xs[i] < pivot) i++;
    while (xs[j] > pivot) j--;
    if (i <= j) {
      swap(xs, i, j);
      i++;
      j--;
    }
  }
  quicksort(xs, low, j);
  quicksort(xs, i, high);
}
const xs: int[] = [];
let seed: int = 12345;
for (let i: int = 0; i < 60; i++) {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  xs.push(seed % 100);
}
quicksort(xs, 0, xs.length - 1);
console.log(xs);
