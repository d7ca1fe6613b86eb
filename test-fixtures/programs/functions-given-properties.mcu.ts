// Functions as values that are given properties.
const counter = Object.assign((x: number) => x + 1, { calls: 0, label: 'inc' });
counter.calls++;
console.log(counter(2), counter.calls, counter.label);
function makeFn() { return Object.assign(() => 'hi', { extra: [1, 2] }); }
const m = makeFn(); const m2 = makeFn(); m.extra.push(3); console.log(m(), m.extra.length, m2.extra.length);
interface Counter { (start: number): string; interval: number; reset(): void }
function getCounter(): Counter { let counter = function (start: number) { return 's' + start; } as Counter; counter.interval = 123; counter.reset = function () { counter.interval = 0; }; return counter; }
const c = getCounter(); console.log(c(10), c.interval); c.reset(); console.log(c.interval); c.interval = 5.5; console.log(c.interval);
type Described = { description: string; (n: number): boolean };
function doIt(fn: Described) { return fn.description + ' ' + fn(6); }
function my(n: number) { return n > 3; } my.description = 'default'; console.log(doIt(my));
function memo<A extends string | number, R>(f: (a: A) => R) { const cache = new Map<A, R>(); const g = (a: A) => { if (!cache.has(a)) cache.set(a, f(a)); return cache.get(a)!; }; g.cache = cache; g.hits = 0; return g; }
const sq = memo((n: number) => n * n); sq(3); sq(4); console.log(sq.cache.size, sq.hits, sq(3));
const f: any = (x: number) => x; f.tag = 'T'; f.n = 1; f.n += 2; console.log(f.tag, f.n, f(4), f.none);
function debounceLike(fn: () => void) { const d = () => fn(); d.cancel = () => 'cancelled'; return d; } const d = debounceLike(() => console.log('ran')); d(); console.log(d.cancel());
