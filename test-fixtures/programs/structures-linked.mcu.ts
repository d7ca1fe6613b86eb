class ListNode<T> { next: ListNode<T> | null = null; constructor(public value: T) {} }
class LinkedList<T> implements Iterable<T> {
  private head: ListNode<T> | null = null; private tail: ListNode<T> | null = null; #size = 0;
  get size(): number { return this.#size; }
  add(value: T): this { const n = new ListNode(value); if (!this.tail) this.head = this.tail = n; else { this.tail.next = n; this.tail = n; } this.#size++; return this; }
  remove(value: T): boolean {
    let prev: ListNode<T> | null = null;
    for (let n = this.head; n; prev = n, n = n.next) if (n.value === value) { if (prev) prev.next = n.next; else this.head = n.next; if (n === this.tail) this.tail = prev; this.#size--; return true; }
    return false;
  }
  reverse(): void { let prev: ListNode<T> | null = null; let cur = this.head; this.tail = this.head; while (cur) { const next: ListNode<T> | null = cur.next; cur.next = prev; prev = cur; cur = next; } this.head = prev; }
  *[Symbol.iterator](): Iterator<T> { for (let n = this.head; n; n = n.next) yield n.value; }
  toString(): string { return [...this].join(' -> '); }
}
const l = new LinkedList<number>().add(1).add(2).add(3);
console.log(String(l), l.size, l.remove(2), l.remove(9), `${l}`);
l.reverse(); console.log([...l], Math.max(...l), Array.from(l, (x) => x * 2));
class Tree<K, V> {
  private root?: { key: K; value: V; left?: Tree<K, V>; right?: Tree<K, V> };
  constructor(private compare: (a: K, b: K) => number) {}
  set(key: K, value: V): void {
    if (!this.root) { this.root = { key, value }; return; }
    const c = this.compare(key, this.root.key);
    if (c === 0) this.root.value = value; else if (c < 0) (this.root.left ??= new Tree<K, V>(this.compare)).set(key, value); else (this.root.right ??= new Tree<K, V>(this.compare)).set(key, value);
  }
  get(key: K): V | undefined { if (!this.root) return undefined; const c = this.compare(key, this.root.key); return c === 0 ? this.root.value : c < 0 ? this.root.left?.get(key) : this.root.right?.get(key); }
  *entries(): Generator<[K, V]> { if (!this.root) return; if (this.root.left) yield* this.root.left.entries(); yield [this.root.key, this.root.value]; if (this.root.right) yield* this.root.right.entries(); }
  depth(): number { return this.root ? 1 + Math.max(this.root.left?.depth() ?? 0, this.root.right?.depth() ?? 0) : 0; }
}
const t = new Tree<string, number>((a, b) => (a < b ? -1 : a > b ? 1 : 0));
for (const [i, w] of ['m', 'c', 'x', 'a', 'd', 'z'].entries()) t.set(w, i);
t.set('d', 99); console.log(t.get('d'), t.get('q'), [...t.entries()].map(([k, v]) => k + v).join(' '), t.depth());
class PriorityQueue<T> {
  private heap: { p: number; v: T }[] = [];
  push(v: T, p: number): void { this.heap.push({ p, v }); let i = this.heap.length - 1; while (i > 0) { const up = (i - 1) >> 1; if (this.heap[up].p <= this.heap[i].p) break; [this.heap[up], this.heap[i]] = [this.heap[i], this.heap[up]]; i = up; } }
  pop(): T | undefined { if (this.heap.length === 0) return undefined; const top = this.heap[0]; const last = this.heap.pop()!; if (this.heap.length > 0) { this.heap[0] = last; let i = 0; for (;;) { let s = i; for (const c of [2 * i + 1, 2 * i + 2]) if (c < this.heap.length && this.heap[c].p < this.heap[s].p) s = c; if (s === i) break; [this.heap[s], this.heap[i]] = [this.heap[i], this.heap[s]]; i = s; } } return top.v; }
}
const q = new PriorityQueue<string>(); q.push('low', 5); q.push('high', 1); q.push('mid', 3); console.log(q.pop(), q.pop(), q.pop(), q.pop());
class Stack<T> { #items: T[] = []; push(...xs: T[]): number { return this.#items.push(...xs); } pop(): T | undefined { return this.#items.pop(); } peek(): T | undefined { return this.#items.at(-1); } get isEmpty(): boolean { return this.#items.length === 0; } }
const s = new Stack<string>(); s.push('a', 'b'); console.log(s.pop(), s.peek(), s.isEmpty, s.pop(), s.pop(), s.isEmpty);
class LRU<K, V> { private m = new Map<K, V>(); constructor(private max: number) {} get(k: K): V | undefined { const v = this.m.get(k); if (v !== undefined) { this.m.delete(k); this.m.set(k, v); } return v; } set(k: K, v: V): void { this.m.delete(k); this.m.set(k, v); if (this.m.size > this.max) this.m.delete(this.m.keys().next().value!); } keys(): K[] { return [...this.m.keys()]; } }
const lru = new LRU<string, number>(2); lru.set('a', 1); lru.set('b', 2); lru.get('a'); lru.set('c', 3); console.log(lru.keys(), lru.get('b'));
