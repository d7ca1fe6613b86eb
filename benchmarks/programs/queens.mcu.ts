function safe(columns: int[], row: int, column: int): boolean {
  for (let r: int = 0; r < row; r++) {
    const c = columns[r];
    if (c === column || c - column === row - r || column - c === row - r) return false;
  }
  return true;
}
function place(columns: int[], row: int, n: int): int {
  if (row === n) return 1;
  let count: int = 0;
  for (let column: int = 0; column < n; column++) {
    if (safe(columns, row, column)) {
      columns[row] = column;
      count += place(columns, row + 1, n);
    }
  }
  return count;
}
const columns: int[] = new Array(7).fill(0);

// %%
place(columns, 0, 7);
