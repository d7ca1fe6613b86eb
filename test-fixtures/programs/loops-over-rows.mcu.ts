// Loops over rows at an index that no round changes: inside and outside, of rows that are exchanged, missing or the same.
function longestCommon(a: string, b: string): int {
  const table: int[][] = [];
  for (let i: int = 0; i <= a.length; i++) table.push(new Array(b.length + 1).fill(0));
  for (let i: int = 1; i <= a.length; i++) {
    for (let j: int = 1; j <= b.length; j++) {
      if (a[i - 1] === b[j - 1]) table[i][j] = table[i - 1][j - 1] + 1;
      else table[i][j] = Math.max(table[i - 1][j], table[i][j - 1]);
    }
  }
  return table[a.length][b.length];
}
console.log(longestCommon('the quick brown fox', 'a lazy dog quickly jumped'), longestCommon('', 'x'));
console.log(longestCommon('größe € groß', 'große € größer'), longestCommon('abc', 'c€b€a'));

// In some rounds only; in none.
function addRow(grid: number[][], y: number, from: number, to: number): number {
  let sum = 0;
  for (let x = from; x < to; x++) {
    if (x % 3 !== 1) sum += grid[y][x]!;
    else sum -= 1;
  }
  return sum;
}
const grid = [[1, 2, 3, 4], [5, 6, 7, 8, 9, 10], []];
console.log(addRow(grid, 0, 0, 4), addRow(grid, 1, 0, 6), addRow(grid, 1, 2, 2), addRow(grid, 2, 1, 2));
console.log(addRow(grid, 7, 1, 2), addRow(grid, -1, 4, 5), addRow(grid, 7, 3, 3));

// There may be no rows, or no row.
function maybe(rows: int[][] | null, y: int, wanted: boolean): int {
  let sum: int = 0;
  for (let x: int = 0; x < 4; x++) {
    if (wanted) sum += rows![y][x];
    else sum += x;
  }
  return sum;
}
function narrowed(rows: int[][] | undefined, y: int): int {
  let sum: int = 0;
  for (let x: int = 0; x < 4; x++) {
    if (rows) sum += rows[y][x];
    else sum -= x;
  }
  return sum;
}
const four: int[][] = [[1, 2, 3, 4], [5, 6, 7, 8]];
for (const y of [0, 1] as int[]) console.log(maybe(four, y, true), narrowed(four, y));
for (const y of [0, 1, 2, 7, 100] as int[]) console.log(maybe(null, y, false), narrowed(undefined, y));
try {
  console.log(maybe(null, 1, true));
} catch (error) {
  console.log((error as Error).name);
}
class Cache {
  rows: (int[] | undefined)[] = [];
  sum(y: int): int {
    let sum: int = 0;
    for (let x: int = 0; x < 3; x++) {
      const row = this.rows[y];
      if (row) sum += row[x];
    }
    return sum;
  }
}
const cache = new Cache();
cache.rows.push(undefined, [1, 2, 3], undefined);
console.log(cache.sum(0), cache.sum(1), cache.sum(2));

// Rows that a round exchanges, and those that are one.
function exchange(rows: int[][], other: int[]): string {
  for (let x: int = 0; x < 4; x++) {
    rows[0][x] = x;
    if (x === 1) rows[0] = other;
  }
  return rows.map((row) => row.join()).join(' ');
}
const other: int[] = [9, 9, 9, 9];
console.log(exchange([[7, 7, 7, 7], [8, 8]], other), other.join());
function copyAhead(from: int[], to: int[]): void {
  for (let i: int = 0; i < 3; i++) to[i + 1] = from[i] + from[0];
}
const shared: int[] = [1, 1, 1, 1];
copyAhead(shared, shared);
console.log(shared.join());
function made(from: int[], n: int): int[] {
  const to: int[] = new Array(n).fill(0);
  for (let i: int = 0; i < n; i++) to[i] = from[0] + (i > 0 ? to[i - 1] : 0);
  return to;
}
console.log(made([3, 1], 5).join());
function best(weights: int[], values: int[], capacity: int): int {
  const dp: int[] = new Array(capacity + 1).fill(0);
  for (let i: int = 0; i < weights.length; i++) {
    for (let w: int = capacity; w >= weights[i]; w--) dp[w] = Math.max(dp[w], dp[w - weights[i]] + values[i]);
  }
  return dp[capacity];
}
console.log(best([12, 7, 11, 8, 9], [24, 13, 23, 15, 16], 26));

// A row for each plane.
const planes = [
  [[1, 2], [3, 4]],
  [[5, 6], [7, 8]],
];
function along(z: number, y: number, n: number): number {
  let sum = 0;
  for (let x = 0; x < n; x++) if (x !== 5) sum += planes[z][y][x];
  return sum;
}
console.log(along(0, 1, 2), along(1, 0, 1));
