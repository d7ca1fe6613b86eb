// Loops over numbers that are integers at first, and then not: left in the middle of a round, and entered again.
function total(xs: number[]): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += xs[i] * 3;
  return sum;
}
console.log(total([1, 2, 3]), total([1, 2.5, 3]), total([0.5]), total([]));
console.log(total([2147483647, 1]), total([40000, 40000, -1]), total([1e300, -1e300, 4]), total([NaN, 1]));
console.log(Object.is(total([-0]), 0), 1 / total([-0, -0]));

function products(xs: number[], ys: number[]): number[] {
  const result: number[] = [];
  for (let i = 0; i < xs.length; i++) result.push(xs[i] * ys[i]);
  return result;
}
console.log(products([3, 70000, -5, 0, 0.5, 1e9], [4, 70000, 0, -7, 8, 1e9]).map((x) => 1 / x).join(' '));

function last(xs: number[], limit: number): string {
  let i = 0;
  let previous = xs[0];
  let changes = 0;
  while (i < xs.length) {
    const x = xs[i];
    if (x === limit) break;
    if (x - previous > 1) changes++;
    previous = x;
    i++;
  }
  return `${i} ${previous} ${changes}`;
}
console.log(last([1, 2, 5, 9], 9), last([1, 2.5, 5, 9.25], 9.25), last([0.5, 3, 4, 7], 100));
console.log(last([2147483647, -2147483648, 2147483647], 0), last([NaN, 1, 4], 4), last([-0, 0, 2], 1));

class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}
function step(points: Point[], dx: number): number {
  let outside = 0;
  for (const p of points) {
    p.x += dx;
    p.y -= dx;
    if (p.x > 100) {
      p.x = 100;
      outside++;
    } else if (p.y < -100) {
      p.y = Math.abs(p.y) - 100;
      outside++;
    }
  }
  return outside;
}
const points = [new Point(1, 2), new Point(99, 50.5), new Point(0.25, -99)];
for (const dx of [1, 1, 0.5, 2, -0]) console.log(step(points, dx), points.map((p) => `${p.x},${p.y}`).join(' '));

let hits = 0;
let level = 2147483640;
function rise(by: number): number {
  for (let i = 0; i < 6; i++) {
    level += by;
    if (level % 2 === 0) hits++;
  }
  return level;
}
console.log(rise(2), hits, rise(0.5), hits, rise(-3), hits);

function nested(m: number[], n: number): number {
  let best = -Infinity;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += m[i * n + j] * (j - i);
    if (row > best) best = row;
  }
  return best;
}
console.log(nested([1, 2, 3, 4], 2), nested([1, 0.5, 3, 70000 * 70000], 2), nested([5, -5, 0, 0], 2));

function digits(n: number): number {
  let sum = 0;
  for (let rest = n; rest !== 0; rest = Math.trunc(rest / 10)) sum += Math.abs(rest % 10);
  return sum;
}
console.log(digits(12345), digits(-987), digits(1e12), digits(0));

// In a cell itself.
let mixed = 0;
for (const x of [1, 2, 0.5, 3, 2147483647, 1]) mixed = x < 3 ? mixed + x : mixed - -x;
console.log(mixed);
const signs: number[] = [];
for (let i = -2; i <= 2; i++) signs.push(1 / (i * 0), 1 / -(i * i), Math.ceil(i / 4) * 1);
console.log(signs.join(' '));
