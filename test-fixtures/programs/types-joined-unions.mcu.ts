// Unions, stores, caches and events of one type as ones of another.
type Msg<T extends string, P> = { type: T; payload: P };
type In = Msg<'n', number> | Msg<'s', string> | Msg<'l', number[]>;
const handlers: { [K in In['type']]: (m: Extract<In, { type: K }>) => string } = {
  n: (m) => `n${m.payload + 1}`,
  s: (m) => m.payload.toUpperCase(),
  l: (m) => m.payload.join('-'),
};
function dispatch(m: In): string {
  switch (m.type) {
    case 'n':
      return handlers.n(m);
    case 's':
      return handlers.s(m);
    case 'l':
      return handlers.l(m);
  }
}
console.log(
  dispatch({ type: 'n', payload: 1 }),
  dispatch({ type: 's', payload: 'q' }),
  dispatch({ type: 'l', payload: [1, 2] }),
);
const log: Msg<string, unknown>[] = [];
const msgs: In[] = [
  { type: 'n', payload: 4 },
  { type: 'l', payload: [3] },
];
log.push(...msgs);
for (const m of log) console.log(m.type, m.payload, JSON.stringify(m));
interface Cache<K, V> {
  get(k: K): V | undefined;
  set(k: K, v: V): void;
  readonly size: number;
}
class MapCache<K, V> implements Cache<K, V> {
  private m = new Map<K, V>();
  get(k: K) {
    return this.m.get(k);
  }
  set(k: K, v: V) {
    this.m.set(k, v);
  }
  get size() {
    return this.m.size;
  }
}
class NullCache implements Cache<any, any> {
  get(_: any) {
    return undefined;
  }
  set(_k: any, _v: any) {}
  size = 0;
}
const caches: Cache<string, number>[] = [new MapCache<string, number>(), new NullCache()];
for (const c of caches) {
  c.set('a', 1);
  console.log(c.get('a'), c.size);
}
const n = caches[0]!.get('a');
if (n !== undefined) console.log(n + 1);
type Pt<T> = { x: T; y: T };
const pi: Pt<number> = { x: 1, y: 2 };
const pu: Pt<unknown> = pi;
pi.x = 10;
console.log(pu.x, pu, Object.keys(pu));
function norm(p: Pt<number>) {
  return Math.hypot(p.x, p.y);
}
console.log(norm({ x: 3, y: 4 }), norm(pi) > 10);
const arr: Pt<number>[] = [pi, { x: 5, y: 6 }];
const ua: readonly Pt<unknown>[] = arr;
arr.push({ x: 7, y: 8 });
console.log(
  ua.length,
  ua.map((p) => p.x),
  arr.reduce((s, p) => s + p.x, 0),
);
const { x, y: yy } = pi;
console.log(x + yy);
pi.y += 5;
pi.x++;
console.log(pi, pi.x * 2);
class Ev<T> {
  constructor(
    readonly type: string,
    readonly detail: T,
  ) {}
}
class Bus {
  private hs = new Map<string, ((e: Ev<any>) => void)[]>();
  on<T>(t: string, h: (e: Ev<T>) => void) {
    this.hs.set(t, [...(this.hs.get(t) ?? []), h]);
    return this;
  }
  fire(e: Ev<unknown>) {
    for (const h of this.hs.get(e.type) ?? []) h(e);
    return this;
  }
}
new Bus()
  .on<number>('a', (e) => console.log('a', e.detail + 1))
  .on<{ q: string }>('b', (e) => console.log('b', e.detail.q.length))
  .fire(new Ev('a', 1))
  .fire(new Ev('b', { q: 'xyz' }));
abstract class Animal<S> {
  abstract sound(): S;
  speak(): string {
    return `says ${String(this.sound())}`;
  }
}
class Dog extends Animal<string> {
  sound() {
    return 'woof';
  }
}
class Counter extends Animal<number> {
  private n = 0;
  sound() {
    return ++this.n;
  }
}
const zoo: Animal<unknown>[] = [new Dog(), new Counter()];
for (const a of zoo) console.log(a.speak(), a.sound());
const cc = new Counter();
console.log(cc.sound() + cc.sound());
type Reducer<S, A> = (s: S, a: A) => S;
function createStore<S, A>(r: Reducer<S, A>, s: S) {
  const subs: (() => void)[] = [];
  return {
    get: () => s,
    dispatch(a: A) {
      s = r(s, a);
      subs.forEach((f) => f());
    },
    sub(f: () => void) {
      subs.push(f);
    },
  };
}
const st = createStore(
  (s: { n: number }, a: { t: 'inc' } | { t: 'add'; by: number }) =>
    a.t === 'inc' ? { n: s.n + 1 } : { n: s.n + a.by },
  { n: 0 },
);
st.sub(() => console.log('state', st.get()));
st.dispatch({ t: 'inc' });
st.dispatch({ t: 'add', by: 5 });
const stores: { get(): unknown; dispatch(a: any): void }[] = [st];
const inc: { t: 'inc' } = { t: 'inc' };
stores[0]!.dispatch(inc);
console.log(stores[0]!.get());
