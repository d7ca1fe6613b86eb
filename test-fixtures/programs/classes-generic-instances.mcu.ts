// instanceof of generic classes that parameters hold: with constraints, abstract ones, several type parameters.
// generic with constraints, inheritance and registry
interface Shape { area(): number; }
class Sq implements Shape { constructor(public s: number) {} area() { return this.s * this.s; } }
class Repo<T extends { id: number }> { private all = new Map<number, T>(); add(x: T) { this.all.set(x.id, x); return this; } get(id: number) { return this.all.get(id); } count() { return this.all.size; } }
class SortedList<T extends number | string> { xs: T[] = []; add(x: T) { let i = 0; while (i < this.xs.length && this.xs[i]! < x) i++; this.xs.splice(i, 0, x); } }
class Num<T extends number> { constructor(public v: T) {} double() { return this.v * 2; } }
class Node2<K, V> { left: Node2<K, V> | null = null; constructor(public key: K, public value: V) {} }
class Tree<K, V> { root: Node2<K, V> | null = null; constructor(private cmp: (a: K, b: K) => number) {} set(k: K, v: V) { if (!this.root) { this.root = new Node2(k, v); return; } let n = this.root; for (;;) { const c = this.cmp(k, n.key); if (c === 0) { n.value = v; return; } if (n.left === null) { n.left = new Node2(k, v); return; } n = n.left; } } }
class Emitter<E extends Record<string, unknown>> { private hs: { [K in keyof E]?: ((p: E[K]) => void)[] } = {}; on<K extends keyof E>(k: K, f: (p: E[K]) => void) { (this.hs[k] ??= []).push(f); } emit<K extends keyof E>(k: K, p: E[K]) { this.hs[k]?.forEach((f) => f(p)); } }
function check(name: string, x: unknown, C: new (...args: any[]) => any) { console.log(name, x instanceof C, C.name); }
const r = new Repo<{ id: number; n: string }>(); r.add({ id: 1, n: 'a' });
check('repo', r, Repo); check('repo2', r, SortedList);
const sl = new SortedList<number>(); sl.add(3); sl.add(1); sl.add(2); console.log(sl.xs);
check('sl', sl, SortedList);
check('num', new Num(3), Num);
const t = new Tree<string, number>((a, b) => (a < b ? -1 : a > b ? 1 : 0)); t.set('a', 1); t.set('b', 2);
check('tree', t, Tree); check('node', t.root, Node2);
const em = new Emitter<{ a: number; b: string }>(); em.on('a', (n) => console.log('a', n)); em.emit('a', 5);
check('em', em, Emitter);
check('sq', new Sq(2), Sq);
const same = (a: object, b: object) => a.constructor === b.constructor;
console.log(same(new Num(1), new Num(2)), same(r, new Repo()), same(r, sl), same(new Repo<{ id: number; z: boolean }>(), r));
abstract class Base<T> { abstract make(): T; run() { return this.make(); } }
class Impl extends Base<number> { make() { return 7; } }
const i: unknown = new Impl();
function is(x: any, c: any): boolean { return x instanceof c; }
console.log(is(i, Base), is(i, Impl), is(r, Base), is(r, Impl));
