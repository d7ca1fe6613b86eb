// Results, actions and handlers of one type as ones of another that says less; methods in the place of ones for any value.
type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
function parse(s: string): Result<number, string> {
  const n = Number(s);
  return Number.isNaN(n) ? err(`bad ${s}`) : ok(n);
}
function andThen<A, B, E>(r: Result<A, E>, f: (a: A) => Result<B, E>): Result<B, E> {
  return r.ok ? f(r.value) : r;
}
console.log(
  parse('4'),
  parse('x'),
  andThen(parse('4'), (n) => ok(n * 2)),
  andThen(parse('q'), (n) => ok(`${n}`)),
);
const results: Result<unknown, unknown>[] = [parse('1'), ok('s'), err(3)];
console.log(results.map((r) => (r.ok ? r.value : r.error)));
function all<T, E>(rs: Result<T, E>[]): Result<T[], E> {
  const out: T[] = [];
  for (const r of rs) {
    if (!r.ok) return r;
    out.push(r.value);
  }
  return ok(out);
}
const good = all([parse('1'), parse('2')]);
console.log(good, all([parse('1'), parse('z')]));
if (good.ok) console.log(good.value.reduce((a, b) => a + b, 0));
interface Option<T> {
  isSome: boolean;
  unwrapOr(d: T): T;
  map<U>(f: (t: T) => U): Option<U>;
}
class Some<T> implements Option<T> {
  isSome = true;
  constructor(private v: T) {}
  unwrapOr(_: T) {
    return this.v;
  }
  map<U>(f: (t: T) => U): Option<U> {
    return new Some(f(this.v));
  }
}
class None<T> implements Option<T> {
  isSome = false;
  unwrapOr(d: T) {
    return d;
  }
  map<U>(_: (t: T) => U): Option<U> {
    return new None<U>();
  }
}
const find = (xs: number[], p: (n: number) => boolean): Option<number> => {
  for (const x of xs) if (p(x)) return new Some(x);
  return new None();
};
console.log(
  find([1, 2, 3], (n) => n > 1)
    .map((n) => `#${n}`)
    .unwrapOr('none'),
  find([1], (n) => n > 1)
    .map((n) => n + 1)
    .unwrapOr(-1),
);
type Action<T extends string, P> = { type: T; payload: P };
type A = Action<'add', number> | Action<'name', string> | Action<'clear', null>;
function reduce(s: { n: number; name: string }, a: A) {
  switch (a.type) {
    case 'add':
      return { ...s, n: s.n + a.payload };
    case 'name':
      return { ...s, name: a.payload };
    default:
      return { n: 0, name: '' };
  }
}
let st = { n: 0, name: 'x' };
const acts: A[] = [
  { type: 'add', payload: 2 },
  { type: 'name', payload: 'bob' },
  { type: 'add', payload: 5 },
];
for (const a of acts) {
  st = reduce(st, a);
  console.log(st);
}
const log: Action<string, unknown>[] = [];
for (const a of acts) log.push(a);
console.log(log.map((l) => `${l.type}:${l.payload}`));
type Tree<T> = { value: T; left?: Tree<T>; right?: Tree<T> };
function insert(t: Tree<number> | undefined, v: number): Tree<number> {
  if (!t) return { value: v };
  return v < t.value ? { ...t, left: insert(t.left, v) } : { ...t, right: insert(t.right, v) };
}
function walk<T>(t: Tree<T> | undefined, f: (v: T) => void): void {
  if (!t) return;
  walk(t.left, f);
  f(t.value);
  walk(t.right, f);
}
let root: Tree<number> | undefined;
for (const v of [5, 2, 8, 1]) root = insert(root, v);
const seen: number[] = [];
walk(root, (v) => {
  seen.push(v);
});
console.log(seen);
const ut: Tree<unknown> = root!;
let cnt = 0;
walk(ut, () => {
  cnt++;
});
console.log(cnt, ut.value, root!.value + 1);
type Lens<S, A> = { get: (s: S) => A; set: (a: A, s: S) => S };
const nameL: Lens<{ name: string }, string> = { get: (s) => s.name, set: (name, s) => ({ ...s, name }) };
console.log(nameL.get({ name: 'q' }), nameL.set('z', { name: 'q' }));
class Token<T> {
  constructor(readonly name: string) {}
}
class Container {
  private reg = new Map<Token<unknown>, () => unknown>();
  private cache = new Map<Token<unknown>, unknown>();
  provide<T>(t: Token<T>, f: () => T): this {
    this.reg.set(t, f);
    return this;
  }
  get<T>(t: Token<T>): T {
    if (!this.cache.has(t)) {
      const f = this.reg.get(t);
      if (!f) throw new Error(`no ${t.name}`);
      this.cache.set(t, f());
    }
    return this.cache.get(t) as T;
  }
}
const N = new Token<number>('n'),
  S = new Token<string>('s');
const c: Container = new Container().provide(N, () => 42).provide(S, () => `v${c.get(N)}`);
console.log(c.get(S), c.get(N) + 1);
try {
  c.get(new Token<boolean>('zz'));
} catch (e) {
  console.log((e as Error).message);
}
class Observable<T> {
  private subs: ((v: T) => void)[] = [];
  constructor(private v: T) {}
  subscribe(f: (v: T) => void): () => void {
    this.subs.push(f);
    f(this.v);
    return () => {
      this.subs = this.subs.filter((g) => g !== f);
    };
  }
  next(v: T) {
    this.v = v;
    for (const s of this.subs) s(v);
  }
  map<U>(f: (v: T) => U): Observable<U> {
    const o = new Observable<U>(f(this.v));
    this.subscribe((v) => o.next(f(v)));
    return o;
  }
  get value(): T {
    return this.v;
  }
}
const on = new Observable(1);
const om = on.map((n) => `<${n}>`);
const un = om.subscribe((s) => console.log('got', s));
on.next(2);
un();
on.next(3);
console.log(om.value);
const obs: Observable<any>[] = [on, om];
console.log(obs.map((o) => o.value));
abstract class Validator<T> {
  abstract validate(v: unknown): v is T;
  and<U>(o: Validator<U>): Validator<T & U> {
    const self = this;
    return new (class extends Validator<T & U> {
      validate(v: unknown): v is T & U {
        return self.validate(v) && o.validate(v);
      }
    })();
  }
}
class Str extends Validator<string> {
  validate(v: unknown): v is string {
    return typeof v === 'string';
  }
}
class Num extends Validator<number> {
  validate(v: unknown): v is number {
    return typeof v === 'number';
  }
}
const vs: Validator<unknown>[] = [new Str(), new Num()];
console.log(vs.map((v) => [v.validate('a'), v.validate(1)]));
interface Handler<Req, Res> {
  handle(r: Req): Res;
}
class Len implements Handler<string, number> {
  handle(r: string) {
    return r.length;
  }
}
class Dbl implements Handler<number, number> {
  handle(r: number) {
    return r * 2;
  }
}
const hs: [Handler<string, number>, Handler<number, number>] = [new Len(), new Dbl()];
console.log(hs[1].handle(hs[0].handle('abc')));
const reg: Record<string, Handler<any, any>> = { len: new Len(), dbl: new Dbl() };
console.log(reg.len!.handle('four'), reg.dbl!.handle(4));
class Perhaps<T> {
  private constructor(private readonly v: T | null) {}
  static some<T>(v: T) {
    return new Perhaps<T>(v);
  }
  static none<T>() {
    return new Perhaps<T>(null);
  }
  map<U>(f: (v: T) => U): Perhaps<U> {
    return this.v === null ? Perhaps.none<U>() : Perhaps.some(f(this.v));
  }
  flatMap<U>(f: (v: T) => Perhaps<U>): Perhaps<U> {
    return this.v === null ? Perhaps.none<U>() : f(this.v);
  }
  getOrElse(d: T): T {
    return this.v ?? d;
  }
}
const half = (n: number) => (n % 2 === 0 ? Perhaps.some(n / 2) : Perhaps.none<number>());
console.log(
  Perhaps.some(8)
    .flatMap(half)
    .flatMap(half)
    .map((n) => `=${n}`)
    .getOrElse('odd'),
  Perhaps.some(6).flatMap(half).flatMap(half).getOrElse(-1),
);
const perhaps: Perhaps<unknown>[] = [Perhaps.some(1), Perhaps.none()];
console.log(perhaps.length, perhaps[0]!.getOrElse('d'), perhaps[1]!.getOrElse('d'));
type Middleware<C> = (ctx: C, next: () => void) => void;
function chain<C>(...ms: Middleware<C>[]): (c: C) => void {
  return (c) => {
    const run = (i: number): void => {
      const m = ms[i];
      if (m) m(c, () => run(i + 1));
    };
    run(0);
  };
}
chain<{ log: string[] }>(
  (c, n) => {
    c.log.push('a');
    n();
    c.log.push('d');
  },
  (c, n) => {
    c.log.push('b');
    n();
  },
  (c) => {
    c.log.push('c');
    console.log(c.log);
  },
)({ log: [] });
const evs: { name: string; handler: (...args: any[]) => void }[] = [
  { name: 'x', handler: (n: number) => console.log(n + 1) },
  { name: 'y', handler: (s: string, t: string) => console.log(s + t) },
];
evs[0]!.handler(1);
evs[1]!.handler('p', 'q');
abstract class Command {
  abstract run(input: any): unknown;
  describe(): unknown {
    return this.run(2);
  }
}
class Twice extends Command {
  run(input: number): number {
    return input * 2;
  }
}
class Shout extends Command {
  run(input: number | string): string {
    return `${input}!`;
  }
}
for (const command of [new Twice(), new Shout()] as Command[])
  console.log(command.run(21), command.describe());
console.log(new Twice().run(4) + 1, new Shout().run('hey').length);

// A type parameter that is only named, for an interface, beside a literal that is of it.
interface Printer {
  print(text: string): void;
}
type Key<T> = { readonly name: string; readonly type?: T };
const services = new Map<string, unknown>();
function provide<T>(token: Key<T>, service: T): void {
  services.set(token.name, service);
}
function inject<T>(token: Key<T>): T {
  return services.get(token.name) as T;
}
const printers: Key<Printer> = { name: 'printer' };
provide(printers, { print: (text) => console.log('[printed]', text) });
inject(printers).print('a line');
