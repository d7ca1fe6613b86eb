function queens(n: int): int {
  const columns: int[] = [];
  function safe(row: int, column: int): boolean {
    for (let r: int = 0; r < row; r++) {
      const c = columns[r];
      if (c === column || Math.abs(c - column) === row - r) return false;
    }
    return true;
  }
  function place(row: int): int {
    if (row === n) return 1;
    let count: int = 0;
    for (let column: int = 0; column < n; column++) {
      if (!safe(row, column)) continue;
      columns[row] = column;
      count += place(row + 1);
    }
    return count;
  }
  for (let i: int = 0; i < n; i++) columns.push(0);
  return place(0);
}
console.log(queens(4), queens(6));
