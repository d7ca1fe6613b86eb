let i = 0, s = '';
const log: string[] = [];
function at(n: number) { log.push('at' + n); return n; }
const arr = [0, 0, 0];
function src() { log.push('src'); return [7, 8, 9]; }
[arr[at(0)], arr[at(1)], arr[at(2)]] = src();
console.log(arr, log.join());
let m: number, n: number, k: string;
[[m, n], k] = [[1, 2], 'k'];
console.log(m, n, k);
({ a: { b: m, c: [n] }, d: k = 'def' } = { a: { b: 5, c: [6] } } as { a: { b: number; c: number[] }; d?: string });
console.log(m, n, k);
for ([m, n] of [[1, 2], [3, 4]]) console.log(m + n);
for ({ x: m, y: n = 5 } of [{ x: 1 }, { x: 2, y: 3 }] as { x: number; y?: number }[]) console.log(m, n);
const r = ([m, n] = [n, m]);
console.log(r, m, n);
const back = ({ x: m } = { x: 99 });
console.log(back, m);
function fib(count: number) { let a = 0, b = 1; for (let i = 0; i < count; i++) [a, b] = [b, a + b]; return a; }
console.log(fib(20));
let t: [number, string] = [1, 'a'];
let u: number | undefined, v: string | undefined;
[u, v] = t; console.log(u, v);
[u, v] = [undefined, undefined]; console.log(u, v);
