// Functions with many ways out, nested loops with flags, guards.
function find(grid: number[][], wanted: number): string {
  if (grid.length === 0) return 'empty';
  for (const [y, row] of grid.entries()) {
    if (row.length === 0) continue;
    for (let x = 0; x < row.length; x++) {
      const cell = row[x]!;
      if (cell < 0) break;
      if (cell === wanted) return `${x},${y}`;
    }
  }
  return 'none';
}
console.log(find([], 1), find([[1, 2], [], [3, -1, 4]], 3), find([[-1, 4]], 4), find([[0], [5]], 5));
function classify(n: number): string {
  if (Number.isNaN(n)) return 'nan';
  if (n < 0) return n === -Infinity ? '-inf' : 'negative';
  else if (n === 0) return Object.is(n, -0) ? '-0' : '0';
  switch (true) {
    case n < 1:
      return 'fraction';
    case n < 10:
      if (n % 2 === 0) return 'even digit';
      break;
    default:
      return 'large';
  }
  return 'odd digit';
}
console.log([NaN, -3, -Infinity, 0, -0, 0.5, 4, 5, 50].map(classify));
function primes(limit: number): number[] {
  const found: number[] = [];
  candidates: for (let n = 2; n < limit; n++) {
    for (const p of found) {
      if (p * p > n) break;
      if (n % p === 0) continue candidates;
    }
    found.push(n);
  }
  return found;
}
console.log(primes(60));
function never(): never {
  throw new Error('never');
}
function pick(k: 'a' | 'b'): number {
  switch (k) {
    case 'a':
      return 1;
    case 'b':
      return 2;
    default:
      return never();
  }
}
console.log(pick('a') + pick('b'));
