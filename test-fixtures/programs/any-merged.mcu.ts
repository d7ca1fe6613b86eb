// Objects and arrays that generic code makes, merged, set, partitioned, and used as what their types say.
{
type Obj = Record<string, any>;
function deepMerge(a: Obj, b: Obj): Obj {
  const out: Obj = { ...a };
  for (const [k, v] of Object.entries(b)) {
    if (Array.isArray(v)) out[k] = [...v];
    else if (v && typeof v === 'object') out[k] = deepMerge((out[k] as Obj) ?? {}, v);
    else out[k] = v;
  }
  return out;
}
interface Cfg { host: string; port: number; tls: { on: boolean; certs: string[] } }
const cfg = deepMerge({ host: 'h', port: 1, tls: { on: false, certs: [] } }, { port: 2, tls: { on: true, certs: ['a', 'b'] } }) as Cfg;
console.log(cfg.host, cfg.port + 1, cfg.tls.on, cfg.tls.certs.map((c) => c.toUpperCase()));
const setIn = <T>(obj: T, path: string[], value: unknown): T => {
  if (path.length === 0) return value as T;
  const [head, ...rest] = path;
  return { ...(obj as any), [head]: setIn((obj as any)[head], rest, value) } as T;
};
const st = { user: { name: 'A', prefs: { dark: false } }, n: 1 };
const st2 = setIn(st, ['user', 'prefs', 'dark'], true);
console.log(st.user.prefs.dark, st2.user.prefs.dark, st2.n, st2);
class Builder<T> { private data: any = {}; set<K extends keyof T>(k: K, v: T[K]): this { this.data[k] = v; return this; } build(): T { return this.data as T; } }
interface Opt { a: number; b: string; list: number[] }
const built = new Builder<Opt>().set('a', 1).set('b', 'x').set('list', [1, 2]).build();
console.log(built, built.a + 1, built.b.length, built.list.length);
const freeze = <T>(x: T): Readonly<T> => Object.freeze({ ...(x as any) });
console.log(freeze({ q: 1 }).q);
function update<T>(x: T, patch: Partial<T>): T { return { ...x, ...patch }; }
console.log(update({ a: 1, b: 'x' }, { b: 'y' }));
const evens: number[] = Object.values({ a: 1, b: 2 } as any).filter((x: any) => x % 2 === 0) as number[];
console.log(evens.length);
}
{
function isObject(item: unknown): item is Record<string, unknown> {
  return item !== null && typeof item === 'object' && !Array.isArray(item);
}
function deepMerge<T extends object, U extends object>(target: T, source: U): T & U {
  const output: any = { ...target };
  for (const key of Object.keys(source)) {
    const s = (source as any)[key];
    const t = (target as any)[key];
    if (isObject(s) && isObject(t)) output[key] = deepMerge(t, s);
    else output[key] = s;
  }
  return output;
}
const defaults = { host: 'localhost', port: 80, opts: { retry: 3, tags: ['a'] } };
const user = { port: 8080, opts: { retry: 5, verbose: true } };
const merged = deepMerge(defaults, user);
console.log(merged);
console.log(merged.host, merged.port, merged.opts.retry, merged.opts.tags, merged.opts.verbose);
}
{
function partition<T, S extends T>(xs: T[], guard: (x: T) => x is S): [S[], Exclude<T, S>[]] {
  const yes: S[] = [];
  const no: Exclude<T, S>[] = [];
  for (const x of xs) if (guard(x)) yes.push(x); else no.push(x as Exclude<T, S>);
  return [yes, no];
}
const isStr = (x: string | number): x is string => typeof x === 'string';
const [ss, ns] = partition([1, 'a', 2, 'b'] as (string | number)[], isStr);
console.log(ss.map((s) => s.toUpperCase()), ns.map((n) => n * 2));
function merge<T, U>(a: T, b: U): T & U { return { ...a, ...b }; }
const m = merge({ name: 'x', age: 2 }, { role: 'admin', tags: [1] });
console.log(m.name, m.age + 1, m.role, m.tags, m);
function pair<T, U>(a: T, b: U): [T, U] { return [a, b]; }
const pr: [number | string, string] = pair(1, 'x');
console.log(pr);
type UserId = string & { readonly __brand: 'UserId' };
type OrderId = number & { readonly __brand: unique symbol };
const uid = (s: string) => s as UserId;
const find = (id: UserId) => `user:${id}`;
console.log(find(uid('42')), uid('abc').length);
const oid = 5 as OrderId;
console.log(oid + 1);
type Brand<T, B extends string> = T & { __brand: B };
type Meters = Brand<number, 'm'>;
const mm = 5 as Meters;
const add = (a: Meters, b: Meters): Meters => (a + b) as Meters;
console.log(add(mm, mm));
function swap<A, B>([a, b]: [A, B]): [B, A] { return [b, a]; }
console.log(swap(['x', 1]), swap([1, [2]]));
const t1: [string, number] = ['a', 1];
const t2: [string | number, number | string] = t1;
console.log(t2[0], t2);
const extend = <T extends object, U extends object>(a: T, b: U): T & U => Object.assign({}, a, b);
console.log(extend({ a: 1 }, { b: 'x' }).b);
}
