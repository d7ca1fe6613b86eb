// Arrays of objects, arrays and functions that are made with a length and filled at once.
class P { constructor(public x: number) {} }
const a = new Array<P>(3);
for (let i = 0; i < 3; i++) a[i] = new P(i);
console.log(a.map(p => p.x).join(), a.length);
const h = 2, w = 3;
const g: number[][] = new Array(h);
for (let y = 0; y < h; y++) { g[y] = new Array(w).fill(0); g[y][0] = y; }
g[1][1] = 5; console.log(g);
function grid<T>(n: number, v: T): T[][] { const rows: T[][] = new Array(n); for (let i = 0; i < n; i++) { rows[i] = []; for (let j = 0; j < n; j++) rows[i][j] = v; } return rows; }
console.log(grid(2, 'x'), grid(0, 1), grid(1, { a: 1 }));
class M { rows: number[][]; constructor(public n: number) { this.rows = new Array(n); for (let i = 0; i < n; i++) { this.rows[i] = new Array(n).fill(i); } } }
console.log(new M(2).rows);
const acc: { s: number }[] = new Array(4); for (let i = 0; i < 4; i++) { acc[i] = { s: i === 0 ? 1 : acc[i - 1].s * 2 }; }
console.log(acc.map((x) => x.s), acc.length);
try { grid(-1, 0); } catch (e) { console.log((e as Error).name); }
const f: (() => number)[] = new Array(3); for (let i = 0; i < 3; i++) f[i] = () => i * i; console.log(f.map((k) => k()));
