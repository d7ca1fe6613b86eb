// Containers that grow by copying into a new array whose type says nothing of its elements.

const INITIAL_SIZE = 10, INITIAL_CAPACITY = 16;
class Pair<K, V> { constructor(public key: K, public value: V) {} }
class Vector<E> {
  private storage: (E | undefined)[]; private firstIdx = 0; private lastIdx = 0;
  static with<T>(elem: T): Vector<T> { const v = new Vector<T>(1); v.append(elem); return v; }
  constructor(size?: number) { this.storage = new Array(size === undefined ? 0 : size); }
  at(idx: number): E | undefined { if (idx >= this.storage.length) return undefined; return this.storage[idx]; }
  atPut(idx: number, val: E): void { if (idx >= this.storage.length) { let n = this.storage.length; if (n === 0) n = INITIAL_SIZE; while (n <= idx) n *= 2; const ns = new Array<E | undefined>(n); for (let i = 0; i < this.storage.length; i++) ns[i] = this.storage[i]; this.storage = ns; } this.storage[idx] = val; if (this.lastIdx < idx + 1) this.lastIdx = idx + 1; }
  append(elem: E): void { if (this.lastIdx >= this.storage.length) { const ns = new Array<E | undefined>(this.storage.length === 0 ? INITIAL_SIZE : 2 * this.storage.length); for (let i = 0; i < this.storage.length; i++) ns[i] = this.storage[i]; this.storage = ns; } this.storage[this.lastIdx] = elem; this.lastIdx++; }
  isEmpty() { return this.lastIdx === this.firstIdx; }
  forEach(fn: (e: E) => void) { for (let i = this.firstIdx; i < this.lastIdx; i++) fn(this.storage[i] as E); }
  hasSome(fn: (e: E) => boolean) { for (let i = this.firstIdx; i < this.lastIdx; i++) if (fn(this.storage[i]!)) return true; return false; }
  getOne(fn: (e: E) => boolean): E | null { for (let i = this.firstIdx; i < this.lastIdx; i++) { const e = this.storage[i]; if (fn(e as E)) return e as E; } return null; }
  removeFirst(): E | null { if (this.isEmpty()) return null; this.firstIdx++; return this.storage[this.firstIdx - 1] as E; }
  remove(obj: E): boolean { const ns = new Array(this.capacity()); let nl = 0, found = false; this.forEach((it) => { if (it === obj) found = true; else { ns[nl] = it; nl++; } }); this.storage = ns; this.lastIdx = nl; this.firstIdx = 0; return found; }
  removeAll() { this.firstIdx = 0; this.lastIdx = 0; this.storage = new Array(this.storage.length); }
  size() { return this.lastIdx - this.firstIdx; }
  capacity() { return this.storage.length; }
  sort(c: (a: E, b: E) => number) { if (this.size() > 0) this.sortRange(this.firstIdx, this.lastIdx - 1, c); }
  private sortRange(i: number, j: number, c: (a: E, b: E) => number) { const part = this.storage.slice(i, j + 1); part.sort((a, b) => c(a!, b!)); for (let k = 0; k < part.length; k++) this.storage[i + k] = part[k]; }
}
class SomSet<E> {
  protected items: Vector<E>;
  constructor(size = INITIAL_SIZE) { this.items = new Vector(size); }
  size() { return this.items.size(); }
  forEach(fn: (e: E) => void) { this.items.forEach(fn); }
  add(obj: E) { if (!this.contains(obj)) this.items.append(obj); }
  contains(obj: E) { return this.items.hasSome((it) => it === obj); }
  collect<T>(fn: (e: E) => T): Vector<T> { const coll = new Vector<T>(); this.items.forEach((e) => { coll.append(fn(e)); }); return coll; }
}
class IdentitySet<E> extends SomSet<E> { override contains(obj: E) { return this.items.hasSome((it) => it === obj); } }
interface CustomHash { customHash(): number }
class DictEntry<V> { value: V; constructor(readonly hash: number, readonly key: CustomHash, value: V, public next: DictEntry<V> | null) { this.value = value; } match(hash: number, key: CustomHash) { return hash === this.hash && key === this.key; } }
class Dictionary<V> {
  private buckets: (DictEntry<V> | null)[]; private size_ = 0;
  constructor(size = INITIAL_CAPACITY) { this.buckets = new Array(size).fill(null); }
  getBucketIdx(hash: number) { return (this.buckets.length - 1) & hash; }
  at(key: CustomHash): V | undefined { const hash = key.customHash(); let e = this.buckets[this.getBucketIdx(hash)]; while (e) { if (e.match(hash, key)) return e.value; e = e.next; } return undefined; }
  atPut(key: CustomHash, value: V) { const hash = key.customHash(); const i = this.getBucketIdx(hash); const cur = this.buckets[i]; if (!cur) { this.buckets[i] = new DictEntry(hash, key, value, null); this.size_++; } else { let c: DictEntry<V> = cur; for (;;) { if (c.match(hash, key)) { c.value = value; return; } if (c.next === null) { this.size_++; c.next = new DictEntry(hash, key, value, null); return; } c = c.next; } } }
  keys(): Vector<CustomHash> { const ks = new Vector<CustomHash>(this.size_); for (const b of this.buckets) { let c = b; while (c !== null && c !== undefined) { ks.append(c.key); c = c.next; } } return ks; }
  get count() { return this.size_; }
}
class Random { private seed = 74755; next() { this.seed = ((this.seed * 1309) + 13849) & 65535; return this.seed; } }
abstract class Benchmark { abstract benchmark(): unknown; abstract verifyResult(r: unknown): boolean; innerBenchmarkLoop(n: number) { for (let i = 0; i < n; i++) if (!this.verifyResult(this.benchmark())) return false; return true; } }
class Sym implements CustomHash { constructor(readonly name: string) {} customHash() { let h = 0; for (let i = 0; i < this.name.length; i++) h = (h * 31 + this.name.charCodeAt(i)) | 0; return h; } }
class B1 extends Benchmark { benchmark() { const d = new Dictionary<number>(); const r = new Random(); for (let i = 0; i < 20; i++) d.atPut(new Sym('s' + (r.next() % 50)), i); return d.count; } verifyResult(r: unknown) { return r === 20; } }
class Towers extends Benchmark { private moves = 0; move(n: number, a: number, b: number) { if (n === 1) { this.moves++; return; } const o = 6 - a - b; this.move(n - 1, a, o); this.moves++; this.move(n - 1, o, b); } benchmark() { this.moves = 0; this.move(8, 1, 2); return this.moves; } verifyResult(r: any) { return 255 === r; } }
const suite: Record<string, new () => Benchmark> = { B1, Towers };
for (const name in suite) console.log(name, new suite[name]!().innerBenchmarkLoop(2));
const v = Vector.with(3); v.append(1); v.append(2); v.sort((a, b) => a - b); const out: number[] = []; v.forEach((x) => out.push(x)); console.log(out.join(), v.size(), v.capacity());
const s = new IdentitySet<string>(); s.add('a'); s.add('b'); s.add('a'); console.log(s.size(), s.collect((x) => x.length).size(), s.contains('b'));
console.log(v.removeFirst(), v.remove(3), v.size(), v.getOne((x) => x > 1), v.at(99)); v.atPut(30, 7); console.log(v.size(), v.capacity(), v.at(30));
class Ring<E> { private cells: E[]; private n = 0; constructor(size?: number) { this.cells = new Array(size === undefined ? 0 : size); }
  private grow(n: number) { const copy = new Array(n); for (let i = 0; i < this.cells.length; i++) copy[i] = this.cells[i]; this.cells = copy; }
  put(i: number, x: E) { if (i >= this.cells.length) this.grow(2 * i + 1); this.cells[i] = x; this.n++; return this; } get(i: number) { return this.cells[i]; } get size() { return this.n; } }
const ring = new Ring<number>(2).put(0, 1).put(5, 6); console.log(ring.get(5), ring.size, new Ring<boolean>().put(0, true).put(1, false).get(1));
function squares(n: number): number[] { const made = new Array(n); for (let i = 0; i < n; i++) made[i] = i * i; return made; }
console.log(squares(4), squares(0));
