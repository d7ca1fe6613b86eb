// Destructuring, closures, numbers, strings and loops as programs use them.
const { a, b: { c = 5, ...r1 }, ...r2 } = { a: 1, b: { c: undefined as number | undefined, d: 2, e: 3 }, f: 4, g: 5 }; console.log(a, c, r1, r2);
const [x, , y = 9, ...z] = [1, 2, 3, 4, 5]; console.log(x, y, z);
function f({ p = 1, q = p + 1 }: { p?: number; q?: number } = {}) { return [p, q]; } console.log(f(), f({ p: 5 }), f({ q: 0 }));
let m = 1, n = 2; [m, n] = [n, m]; console.log(m, n);
for (const [i, v] of ['a', 'b'].entries()) console.log(i, v);
for (const { id, tags: [first] } of [{ id: 1, tags: ['x', 'y'] }]) console.log(id, first);
const fns: (() => number)[] = []; for (let i = 0; i < 3; i++) fns.push(() => i); console.log(fns.map((g) => g()));
function counter() { let k = 0; return { inc: () => ++k, dec: () => --k }; }
const once = (g: () => number) => { let done = false, v = 0; return () => { if (!done) { v = g(); done = true; } return v; }; }; let hits = 0; const o1 = once(() => ++hits); console.log(o1(), o1(), hits);
const curry = (p: number) => (q: number) => (s: number) => p + q * s; console.log(curry(1)(2)(3));
console.log(0.1 + 0.2, 1 / 0, -1 / 0, 0 / 0, -0, [-0], 5 % -3, -5 % 3, 2 ** 31, 2 ** 53 + 1, 1e21, 1e-7, 123456789012345680000);
console.log(7 / 2, 7 / 2 | 0, ~~-3.7, -7 >> 1, -7 >>> 28, 1 << 31, 5 & 3, 5 | 3, 5 ^ 3, ~5);
console.log(Number('0x1f'), Number(''), Number(' 12 '), Number('1e3'), Number('abc'), parseInt('12px'), parseFloat('3.14abc'), parseInt('ff', 16), +true, +'3');
console.log((255).toString(16), (0.5).toString(2), (1234.5678).toFixed(2), (0.000001234).toExponential(2), (1234.5678).toPrecision(6), (25).toString(36));
console.log(Number.MAX_SAFE_INTEGER, Number.EPSILON > 0, Number.isInteger(5.0), Number.isSafeInteger(2 ** 53), isNaN(NaN), Number.MIN_VALUE, Number.MAX_VALUE);
console.log(Math.round(2.5), Math.round(-2.5), Math.max(), Math.min(), Math.sign(-3), Math.cbrt(27), Math.hypot(3, 4), Math.trunc(-4.7), Math.fround(5.5), Math.clz32(1), Math.imul(3, 4), Math.log2(8), Math.atan2(1, 1));
console.log(Object.is(NaN, NaN), Object.is(0, -0), 1);
console.log([3, 1, 2].sort(), [10, 9, 1].sort(), [10, 9, 1].sort((p, q) => p - q), [1, 2, 3].reverse());
console.log('abc'.at(-1), 'a-b-c'.split('-'), 'x'.padStart(3, 'ab'), 'Hello'.replace('l', 'L'), 'aXbX'.replaceAll('X', '.'), ' t '.trim() + '|', 'abc'.includes('b'), 'é'.length, '😀'.length, [...'😀a']);
var v1 = 1; { var v1 = 2; } console.log(v1); console.log(typeof hoist, hoist()); function hoist() { return 'h'; }
label: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue label; if (i === 2) break label; console.log(i, j); } }
switch ('b' as string) { case 'a': console.log('A'); case 'b': console.log('B'); case 'c': console.log('C'); break; default: console.log('D'); }
const tag = (s: TemplateStringsArray, ...v: number[]) => s.join('|') + v.join(); console.log(tag`a${1}b${2}c`);
const obj: Record<string, number> = { one: 1, two: 2 }; for (const k in obj) console.log(k, obj[k]); console.log(Object.entries(obj), 'one' in obj, delete obj.one, obj);
console.log([1, 2, 3].includes(2), Array.from({ length: 3 }, (_, i) => i * i), Array.of(1, 2), new Array(3).fill(0), [..."ab"].map((q, i) => q + i));
