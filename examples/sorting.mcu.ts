// %% [markdown]
// # What sorting costs
// An insertion sort of 200 ints: the cycles that it takes are below its cell.

// %% Data: a pseudo-random sequence
let seed: int = 12345;
function random(): int {
  seed = seed * 1103515245 + 12345;
  return (seed >>> 16) & 0x7fff;
}
const data: int[] = [];
for (let i: int = 0; i < 200; i++) data.push(random());
data.length;

// %% Insertion sort
function sort(list: int[]): void {
  for (let i: int = 1; i < list.length; i++) {
    const value = list[i]!;
    let at: int = i;
    while (at > 0 && list[at - 1]! > value) {
      list[at] = list[at - 1]!;
      at--;
    }
    list[at] = value;
  }
}
const sorted = data.slice();
sort(sorted);
sorted.slice(0, 8);

// %% The median, and the largest gap
let gap: int = 0;
for (let i: int = 1; i < sorted.length; i++) gap = Math.max(gap, sorted[i]! - sorted[i - 1]!);
console.log('median', sorted[100], 'largest gap', gap);
