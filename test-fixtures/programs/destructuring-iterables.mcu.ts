// Patterns that take iterables apart: generators, collections, strings, objects with iterators; closed when left early.
function* g(): Generator<number> { yield 1; yield 2; yield 3; }
const [a = 5, b] = g();
console.log(a, b);
const [x, ...rest] = g();
console.log(x, rest);
const [p, q] = 'héy';
console.log(p, q);
const [s1] = new Set([7, 8]);
const [[k, v]] = new Map([['a', 1]]);
console.log(s1, k, v);
let c = 0, d = 0;
[c, d] = g();
console.log(c, d);
function* told(): Generator<number> { try { yield 1; console.log('two'); yield 2; yield 3; } finally { console.log('closed'); } }
const [t1] = told();
const [u1, u2, u3, u4 = 9] = told();
console.log(t1, u1, u2, u3, u4);
const [, w2] = told();
console.log(w2);
let arr: number[] = [];
[, ...arr] = told();
console.log(arr);
class Range { constructor(readonly from: number, readonly to: number) {} *[Symbol.iterator](): Generator<number> { for (let i = this.from; i < this.to; i++) yield i; } }
const [r1, r2, ...rs] = new Range(3, 9);
console.log(r1, r2, rs);
const [m1, m2] = new Map<string, number>([['x', 1], ['y', 2], ['z', 3]]).values();
console.log(m1, m2);
for (const [first] of [new Set([1, 2]), new Set([3])]) console.log(first);
