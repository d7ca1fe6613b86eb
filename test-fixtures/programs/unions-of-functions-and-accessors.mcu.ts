// Unions with functions, properties that are accessors in the classes of a union, and casts to what some types of a union have.
type Value = number | string | boolean | null | Value[] | Builtin;
type Builtin = (...args: Value[]) => Value;
const m = new Map<string, Value>();
const num = (v: Value | undefined): number => { if (typeof v !== 'number') throw new TypeError('no'); return v; };
m.set('+', (...xs) => xs.reduce<number>((a, b) => a + num(b), 0));
m.set('<', (a, b) => num(a) < num(b));
m.set('-', (a, b) => num(a) - num(b));
m.set('n', null);
for (const k of ['+', '-', '<']) { const f = m.get(k)!; try { if (typeof f === 'function') console.log(k, f(...[1, 2]), f(3, 4)); } catch (e) { console.log(k, e instanceof TypeError); } }
type Handler = string | ((a: number, b: string) => void);
const hs: Handler[] = ['s', (a) => console.log('one', a), () => console.log('none'), (a, b) => console.log(a, b)];
for (const h of hs) if (typeof h === 'function') h(1, 'x'); else console.log(h);
function named(a: number): void { console.log('named', a); }
const h2: Handler = named; if (typeof h2 === 'function') h2(5, 'q');
interface Opts { on?: boolean | ((v: number) => number) }
const use = (o: Opts) => typeof o.on === 'function' ? o.on(3) : o.on ?? 'none';
console.log(use({ on: true }), use({ on: (v) => v * 2 }), use({ on: () => 7 }), use({}));
type Cb = null | number | (() => string); let cb: Cb = null; cb = () => 'called'; console.log(typeof cb === 'function' ? cb() : cb);
type Lazy<T> = T | (() => T); const force = <T extends string | number>(x: Lazy<T>): T => typeof x === 'function' ? x() : x; console.log(force(3), force(() => 4), force('s'), force(() => 't'));
type Ex = { kind: 'num'; value: number } | { kind: 'sym'; name: string };
function g(e: Ex): string { const n = (e as { name: string }).name; return n; }
console.log(g({ kind: 'sym', name: 's' }));
const es: Ex[] = [{ kind: 'sym', name: 'a' }, { kind: 'sym', name: 'b' }];
console.log(es.map((x) => (x as { name: string }).name).join());
class A { constructor(public v: number, readonly id = 1) {} }
class B { constructor(public v: string) {} get id() { return 2; } }
class C { v: number[] = [1]; id = 3; }
for (const x of [new A(4), new B('q'), new C()] as (A | B | C)[]) console.log(x.v, x.id);
class G { get area() { return 5; } }
class H { get area() { return 7.5; } }
const gs: (G | H)[] = [new G(), new H()];
console.log(gs.map((g) => g.area), gs.reduce((s, g) => s + g.area, 0));
