function* range(start: number, end: number, step = 1): Generator<number> { for (let i = start; step > 0 ? i < end : i > end; i += step) yield i; }
function* map<T, U>(it: Iterable<T>, f: (x: T) => U): Generator<U> { for (const x of it) yield f(x); }
function* filter<T>(it: Iterable<T>, f: (x: T) => boolean): Generator<T> { for (const x of it) if (f(x)) yield x; }
function* take<T>(it: Iterable<T>, n: number): Generator<T> { if (n <= 0) return; for (const x of it) { yield x; if (--n <= 0) return; } }
function* zip<A, B>(a: Iterable<A>, b: Iterable<B>): Generator<[A, B]> { const ib = b[Symbol.iterator](); for (const x of a) { const r = ib.next(); if (r.done) return; yield [x, r.value]; } }
function* fibonacci(): Generator<number> { let [a, b] = [0, 1]; for (;;) { yield a; [a, b] = [b, a + b]; } }
function* primes(): Generator<number> { const found: number[] = []; for (let n = 2; ; n++) if (found.every((p) => n % p !== 0)) { found.push(n); yield n; } }
function* permutations<T>(a: T[]): Generator<T[]> { if (a.length <= 1) { yield a.slice(); return; } for (let i = 0; i < a.length; i++) for (const p of permutations([...a.slice(0, i), ...a.slice(i + 1)])) yield [a[i], ...p]; }
function* chunk<T>(a: readonly T[], n: number): Generator<T[]> { for (let i = 0; i < a.length; i += n) yield a.slice(i, i + n); }
console.log([...range(0, 5)], [...range(5, 0, -2)], [...take(fibonacci(), 10)], [...take(primes(), 8)]);
console.log([...map(filter(range(0, 10), (x) => x % 2 === 1), (x) => x * x)], [...zip('abc', range(1, 99))], [...permutations(['a', 'b', 'c'])].map((p) => p.join('')).join(' '), [...chunk([1, 2, 3, 4, 5], 2)]);
function* conversation(): Generator<string, number, string> { const name = yield 'name?'; const age = yield `age, ${name}?`; return Number(age); }
const c = conversation(); console.log(c.next().value, c.next('Ann').value, c.next('42'), c.next('x'));
function* tree(n: number): Generator<number, string> { if (n > 0) { const left = yield* tree(n - 1); yield n; yield* tree(n - 2); return left + n; } return 'leaf'; }
console.log([...tree(3)]);
const g = range(0, 100); for (const x of g) { if (x > 2) break; } console.log(g.next());
function* cleanup(): Generator<number> { try { yield 1; yield 2; } finally { console.log('cleaned'); } }
for (const x of cleanup()) { console.log(x); break; }
const [first, second] = cleanup(); console.log(first, second);
class Countdown { constructor(private from: number) {} *[Symbol.iterator](): Generator<number> { for (let i = this.from; i > 0; i--) yield i; } }
console.log([...new Countdown(3)], Math.max(...new Countdown(4)), new Set(new Countdown(2)), Array.from(new Countdown(3), (x) => x * 2));
const entries = Object.entries({ a: 1, b: 2 })[Symbol.iterator](); console.log(entries.next().value, entries.next().done, entries.next().done);
const manual: Iterable<number> = { [Symbol.iterator]() { let i = 0; return { next: () => (i < 3 ? { value: i++, done: false } : { value: undefined, done: true }) }; } } as Iterable<number>;
console.log([...manual]);
