// Math.min and Math.max of equal numbers: zeros differ by their sign, and integers are held in more than one way.
const zeros = [0, -0, 1 - 1, -1 * 0, 0 / 5, 0.5 - 0.5, -0.5 + 0.5, Math.ceil(-0.5), 3, 1.5 + 1.5, NaN, 2 ** 31, -(2 ** 31), Infinity];
function show(x: number): string {
  return Object.is(x, -0) ? '-0' : String(x);
}
function least(a: number, b: number): number { return Math.min(a, b); }
function most(a: number, b: number): number { return Math.max(a, b); }

// %%
for (const a of zeros) console.log(zeros.map((b) => `${show(least(a, b))}/${show(most(a, b))}`).join(' '));

// %%
function longest(rows: number[][]): number {
  const best: number[] = new Array(rows[0].length).fill(0);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 1; j < best.length; j++) best[j] = Math.max(best[j - 1], Math.max(best[j], rows[i][j]));
  }
  return best[best.length - 1];
}
console.log(longest([[0, 0, 0], [0, 1, 1], [2, 2, 2]]), show(longest([[-0, -0], [-0, -0]])), longest([[0, 1], [0, NaN], [0, 7]]));
