const a: number[] = [];
for (let i = 0; i < 5; i++) a[i] = i * i;
a[a.length] = 99;
console.log(a, a.length);
const grid: string[][] = [];
for (let r = 0; r < 3; r++) { grid[r] = []; for (let c = 0; c < 3; c++) grid[r][c] = `${r}${c}`; }
console.log(grid);
const objs: { v: number }[] = [];
objs[0] = { v: 1 }; objs[objs.length] = { v: 2 };
console.log(objs);
const fib = [0, 1];
for (let i = 2; i < 15; i++) fib[i] = fib[i - 1] + fib[i - 2];
console.log(fib.join());
let i = 0; const out: string[] = [];
for (const w of 'the quick brown fox'.split(' ')) out[i++] = w[0].toUpperCase() + w.slice(1);
console.log(out.join(' '));
const m: boolean[] = [];
m[0] = true; m[1] = false;
console.log(m);



const xs: (number | undefined)[] = [1, 2];
console.log(xs[5]);
const cache: { [n: number]: number } = {};
cache[3] = 9; cache[100] = 5;
console.log(cache[3], cache[4], Object.keys(cache));
