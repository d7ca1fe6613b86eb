let root: int[][][] = [];
for (let round: int = 0; round < 40; round++) {
  const next: int[][][] = [];
  for (let i: int = 0; i < 10; i++) {
    const level: int[][] = [];
    for (let j: int = 0; j < 10; j++) level.push([round, i, j]);
    next.push(level);
  }
  root = next;
}
let sum: int = 0;
for (const a of root) for (const c of a) sum += c[0] * 10000 + c[1] * 100 + c[2];
console.log(sum);
