// Functions with type parameters in literals that use what is around them: a call finds what the object holds of it.
interface Maybe<T> { map<U>(f: (x: T) => U): Maybe<U>; getOr(d: T): T; readonly isNothing: boolean }
const just = <T>(x: T): Maybe<T> => ({ map: (f) => just(f(x)), getOr: () => x, isNothing: false });
const nothing = <T>(): Maybe<T> => ({ map: () => nothing(), getOr: (d) => d, isNothing: true });
const half = (n: number): Maybe<number> => (n % 2 === 0 ? just(n / 2) : nothing());
console.log(just(5).map((n) => n + 1).map((n) => `<${n}>`).getOr('none'), half(3).map((n) => n * 10).getOr(-1), half(8).map((n) => n * 10).getOr(-1), half(3).isNothing);

{
  const Box = <T>(x: T) => ({
    map: <U>(f: (x: T) => U) => Box(f(x)),
    fold: <U>(f: (x: T) => U) => f(x),
    toString: () => `Box(${x})`,
  });
  console.log(Box(' 64 ').map((s) => s.trim()).map((s) => parseInt(s)).map((n) => n + 1).fold((n) => String.fromCharCode(n)), `${Box(3)}`);
}
{
  function counterOf<T>(items: T[]) {
    let calls = 0;
    return {
      get calls() { return calls; },
      mapTo<U>(f: (t: T) => U): U[] { calls++; return items.map(f); },
      reduceTo<U>(f: (acc: U, t: T) => U, init: U): U { calls++; return items.reduce(f, init); },
    };
  }
  const counter = counterOf([1, 2, 3]);
  console.log(counter.mapTo((n) => `${n}!`), counter.mapTo((n) => n > 1), counter.reduceTo((a, n) => a + n, 0), counter.reduceTo((a, n) => a + n, ''), counter.calls);
}
interface Seq<T> { map<U>(f: (x: T) => U): Seq<U>; filter(f: (x: T) => boolean): Seq<T>; toArray(): T[]; reduce<A>(f: (a: A, x: T) => A, init: A): A }
const seq = <T>(items: readonly T[]): Seq<T> => ({
  map: (f) => seq(items.map(f)),
  filter: (f) => seq(items.filter(f)),
  toArray: () => [...items],
  reduce: (f, init) => items.reduce(f, init),
});
console.log(seq([1, 2, 3, 4]).filter((n) => n % 2 === 0).map((n) => 'x'.repeat(n)).toArray(), seq(['a', 'bc']).reduce((n, s) => n + s.length, 0));
type Parser<T> = { parse(s: string): [T, string] | null; map<U>(f: (t: T) => U): Parser<U>; then<U>(p: Parser<U>): Parser<[T, U]> };
function parser<T>(parse: (s: string) => [T, string] | null): Parser<T> {
  return {
    parse,
    map: (f) => parser((s) => { const r = parse(s); return r && [f(r[0]), r[1]]; }),
    then: (p) => parser((s) => { const a = parse(s); if (!a) return null; const b = p.parse(a[1]); return b && [[a[0], b[0]], b[1]]; }),
  };
}
const ch = (c: string) => parser((s) => (s[0] === c ? [c, s.slice(1)] : null));
const both = ch('a').then(ch('b')).map(([x, y]) => y + x);
console.log(both.parse('abc'), both.parse('b'));
type Store<S> = { get(): S; set(next: Partial<S>): void; select<R>(f: (s: S) => R): R; subscribe(f: (s: S) => void): () => void };
function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<(s: S) => void>();
  return {
    get: () => state,
    set(next) { state = { ...state, ...next }; for (const l of listeners) l(state); },
    select: (f) => f(state),
    subscribe(f) { listeners.add(f); return () => listeners.delete(f); },
  };
}
const store = createStore({ count: 1, name: 'a' });
const off = store.subscribe((s) => console.log('now', s.count, s.name));
store.set({ count: 2 });
off();
store.set({ name: 'b' });
console.log(store.select((s) => s.count + 1), store.select((s) => s.name.toUpperCase()), store.select(({ count }) => ({ double: count * 2 })).double);
const container = () => {
  const parts = new Map<string, unknown>();
  return {
    register<T>(key: string, make: () => T) { parts.set(key, make()); return this; },
    resolve<T>(key: string): T { return parts.get(key) as T; },
  };
};
const kept = container().register('n', () => 42).register('s', () => 'text');
console.log(kept.resolve<number>('n') + 1, kept.resolve<string>('s').length);
function collect<T>(xs: T[]) {
  return {
    map: <U>(f: (x: T) => U) => collect(xs.map(f)),
    filter: (f: (x: T) => boolean) => collect(xs.filter(f)),
    fold: <A>(init: A, f: (a: A, x: T) => A) => xs.reduce(f, init),
    done: () => xs,
  };
}
console.log(collect([1, 2, 3]).map((x) => x * 2).filter((x) => x > 2).map((x) => 'n' + x).done(), collect(['a', 'b']).fold(0, (n, s) => n + s.length));
const once = <T>(f: () => T) => { let v: { value: T } | undefined; return { get: () => (v ??= { value: f() }).value, map: <U>(g: (t: T) => U) => g((v ??= { value: f() }).value) }; };
let calls = 0; const o = once(() => ++calls); console.log(o.get(), o.map((n) => `${n}`), o.get(), calls);
// `this` of what is around the literal.
class Repo<T> {
  private readonly items: T[] = [];
  add(...items: T[]) { this.items.push(...items); return this; }
  view() { return { map: <U>(f: (item: T) => U) => this.items.map(f), size: () => this.items.length }; }
}
const view = new Repo<number>().add(1, 2).view();
console.log(view.map((n) => `n${n}`), view.size());
const api = {
  base: 'v1',
  client(name: string) { return { get: <T>(parse: (path: string) => T): T => parse(`${this.base}/${name}`) }; },
};
console.log(api.client('users').get((path) => path.length), api.client('x').get((path) => path.split('/')));
class Counter {
  n = 0;
  tools() { const step = 2; return { run: <T>(f: (n: number) => T): T => { this.n += step; return f(this.n); } }; }
}
const counting = new Counter();
const tools = counting.tools();
console.log(tools.run((n) => n * 10), tools.run((n) => `${n}`), counting.n);
