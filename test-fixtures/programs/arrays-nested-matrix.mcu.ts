const grid = Array.from({ length: 3 }, (_, y) => Array.from({ length: 4 }, (_, x) => y * 4 + x));
console.log(grid, grid.map((row) => row.reduce((a, b) => a + b)), grid[1][2], grid.at(-1)?.at(-1));
const transposed = grid[0].map((_, x) => grid.map((row) => row[x]));
console.log(transposed, transposed.flat().length, grid.flat().filter((n) => n % 5 === 0));
grid[0][0] = 100;
grid[1] = [1, 2];
console.log(grid, grid.length, grid.map((r) => r.length), grid.some((r) => r.includes(100)), grid.findIndex((r) => r.length === 2));
const board: string[][] = Array.from({ length: 2 }, () => new Array<string>(2).fill('.'));
board[0][1] = '#';
console.log(board.map((r) => r.join('')).join('\n'));
const shared = new Array<number[]>();
shared.push([1], [2]);
const alias = shared[0];
alias.push(9);
console.log(shared, shared.slice()[0] === alias, structure([[1], [3]].length));
function structure(n: number): string {
  return `rows ${n}`;
}
const jagged: number[][] = [[], [1], [1, 2]];
console.log(jagged.map((r) => r.length), jagged.flat(), jagged.reverse()[0], jagged.indexOf(jagged[1]));
