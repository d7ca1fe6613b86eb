// Values of type any where numbers are wanted: as indices, arguments of Math and of methods, in typed arrays.
const list: number[] = [1, 2, 3];
function f(pos: any, v: any) { list[pos] = v; return list[pos]; }
console.log(f(1, 5));
function g(pos: any) { let p = pos; while (p > 0) { const q = (p - 1) >> 1; list[p] = list[q]; p = q; } return p; }
console.log(g(2), list);
const m = (x: any) => Math.floor(x) | 0;
console.log(m(2.5));
const s = (x: any) => Math.max(x, 1) + Math.sqrt(x) + Math.abs(x);
console.log(s(4));
const t = (x: any) => 'abc'.charAt(x) + 'abc'.slice(x) + 'x'.repeat(x) + 'abc'[x];
console.log(t(1));
const u = (x: any) => [1, 2, 3].slice(x).concat([1, 2, 3].at(x)!);
console.log(u(1));
const v = (x: any) => new Array(x).fill(0).length + new Uint8Array(x).length;
console.log(v(3));
const w = (x: any) => x.toFixed(2) + String.fromCharCode(x) + parseInt(x) + Number(x);
console.log(w(65));
const y = (x: any, k: any) => { const r: Record<string, number> = { a: 1 }; r[k] = x; return r; };
console.log(y(4, 'z'));
const z = (x: any) => { for (let i = 0; i < x; i++) { if (i & x) return i << x; } return -x + +x * x ** 2; };
console.log(z(3));
const bytes = new Uint8Array(3 as any);
bytes[1 as any] = 300 as any;
console.log(bytes);
