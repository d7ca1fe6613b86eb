// Generic functions and classes as programs use them.
function identity<T>(x: T): T { return x; }
console.log(identity(1), identity('a'), identity([1, 2]), identity({ a: 1 }));
class Stack<T> {
  private items: T[] = [];
  push(...xs: T[]): this { for (const x of xs) this.items.push(x); return this; }
  pop(): T | undefined { return this.items.pop(); }
  get size(): number { return this.items.length; }
  map<U>(f: (x: T, i: number) => U): Stack<U> { const s = new Stack<U>(); this.items.forEach((x, i) => s.push(f(x, i))); return s; }
  static of<T>(...xs: T[]): Stack<T> { const s = new Stack<T>(); s.push(...xs); return s; }
  toArray(): T[] { return [...this.items]; }
}
const st = Stack.of(1, 2, 3).map((x) => `n${x}`);
console.log(st.size, st.pop(), st.toArray());
interface HasId { id: number }
function byId<T extends HasId>(items: T[], id: number): T | undefined { return items.find((x) => x.id === id); }
console.log(byId([{ id: 1, n: 'a' }, { id: 2, n: 'b' }], 2), byId([{ id: 1 }], 5));
type Result<T, E = string> = { ok: true; value: T } | { ok: false; error: E };
function safeDiv(a: number, b: number): Result<number> { return b === 0 ? { ok: false, error: 'div' } : { ok: true, value: a / b }; }
for (const r of [safeDiv(1, 2), safeDiv(1, 0)]) console.log(r.ok ? r.value : r.error);
function compose<A, B, C>(f: (a: A) => B, g: (b: B) => C): (a: A) => C { return (a) => g(f(a)); }
console.log(compose((x: number) => x + 1, (y: number) => `${y}!`)(4));
function zip<A, B>(a: A[], b: B[]): [A, B][] { return a.map((x, i) => [x, b[i]!]); }
console.log(zip([1, 2], ['a', 'b']));
function groupBy<T>(xs: T[], key: (x: T) => string): Map<string, T[]> { const m = new Map<string, T[]>(); for (const x of xs) { const k = key(x); const l = m.get(k); if (l) l.push(x); else m.set(k, [x]); } return m; }
console.log(groupBy([1, 2, 3, 4], (x) => (x % 2 ? 'odd' : 'even')));
class Pair<A, B> { constructor(readonly first: A, readonly second: B) {} swap(): Pair<B, A> { return new Pair(this.second, this.first); } }
console.log(new Pair(1, 'x').swap());
function memo<K, V>(f: (k: K) => V): (k: K) => V { const c = new Map<K, V>(); return (k) => { let v = c.get(k); if (v === undefined) { v = f(k); c.set(k, v); } return v; }; }
let calls = 0; const sq = memo((n: number) => { calls++; return n * n; });
console.log(sq(4), sq(4), calls);
class LinkedList<T> { head: { value: T; next: LinkedList<T>['head'] } | null = null; add(v: T) { this.head = { value: v, next: this.head }; } }
const ll = new LinkedList<number>(); ll.add(1); ll.add(2); console.log(ll.head!.value, ll.head!.next!.value);
function last<T>(xs: readonly T[]): T | undefined { return xs[xs.length - 1]; }
console.log(last([1, 2, 3]));
function defaults<T>(x: T | undefined, d: T): T { return x ?? d; }
console.log(defaults(undefined, 5), defaults(3, 5));
enum Color { Red, Green = 5, Blue } console.log(Color.Blue, Color[5]);
