const grid: int[][] = [];
for (let y: int = 0; y < 3; y++) {
  const row: int[] = [];
  for (let x: int = 0; x < 4; x++) row.push(x * y);
  grid.push(row);
}
grid[1][2] += 100;
console.log(grid, grid[2][3], grid.length, grid[0].length);
const deep = [[[1], [2, 3]], [[4]]];
console.log(deep, [['a'], []]);
const alias = grid[0];
alias[0] = -1;
console.log(grid[0][0]);
