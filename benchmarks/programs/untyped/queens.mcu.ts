function safe(columns: number[], row: number, column: number): boolean {
  for (let r = 0; r < row; r++) {
    const c = columns[r];
    if (c === column || c - column === row - r || column - c === row - r) return false;
  }
  return true;
}
function place(columns: number[], row: number, n: number): number {
  if (row === n) return 1;
  let count = 0;
  for (let column = 0; column < n; column++) {
    if (safe(columns, row, column)) {
      columns[row] = column;
      count += place(columns, row + 1, n);
    }
  }
  return count;
}
const columns: number[] = new Array(7).fill(0);

// %%
place(columns, 0, 7);
