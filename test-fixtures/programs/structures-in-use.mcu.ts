// Trees, caches, counters, lexers and timers as programs use them.
class Node2<K, V> { constructor(public key: K, public value: V, public left: Node2<K, V> | null = null, public right: Node2<K, V> | null = null) {} }
class BST<K, V> { root: Node2<K, V> | null = null; constructor(private cmp: (a: K, b: K) => number) {} set(k: K, v: V): void { this.root = this.insert(this.root, k, v); } private insert(n: Node2<K, V> | null, k: K, v: V): Node2<K, V> { if (!n) return new Node2(k, v); const c = this.cmp(k, n.key); if (c < 0) n.left = this.insert(n.left, k, v); else if (c > 0) n.right = this.insert(n.right, k, v); else n.value = v; return n; } *entries(n: Node2<K, V> | null = this.root): Generator<[K, V]> { if (n) { yield* this.entries(n.left); yield [n.key, n.value]; yield* this.entries(n.right); } } }
const t = new BST<string, number>((a, b) => (a < b ? -1 : a > b ? 1 : 0)); for (const [i, w] of ['m', 'c', 'x', 'a', 'd'].entries()) t.set(w, i);
console.log([...t.entries()].map(([k, v]) => `${k}:${v}`).join());
const cache = new Map<string, Promise<number>>(); async function load(k: string): Promise<number> { let p = cache.get(k); if (!p) { p = Promise.resolve(k.length); cache.set(k, p); } return p; }
Promise.all(['a', 'bb', 'a'].map(load)).then((xs) => console.log(xs, cache.size));
const words = 'the quick brown the lazy the'.split(' '); const freq = words.reduce((m, w) => m.set(w, (m.get(w) ?? 0) + 1), new Map<string, number>()); console.log([...freq].sort((a, b) => b[1] - a[1])[0], freq);
const uniq = [...new Set([3, 1, 3, 2, 1])].sort(); console.log(uniq);
function fact(n: number): number { return n <= 1 ? 1 : n * fact(n - 1); } console.log(fact(20), fact(25), fact(170));
const memo: Record<number, number> = {}; function fibm(n: number): number { if (n < 2) return n; return (memo[n] ??= fibm(n - 1) + fibm(n - 2)); } console.log(fibm(50));
class Lexer { pos = 0; constructor(private s: string) {} next(): { type: 'num'; value: number } | { type: 'op'; op: string } | { type: 'end' } { while (this.pos < this.s.length && this.s[this.pos] === ' ') this.pos++; if (this.pos >= this.s.length) return { type: 'end' }; const c = this.s[this.pos]!; if (c >= '0' && c <= '9') { let v = 0; while (this.pos < this.s.length && this.s[this.pos]! >= '0' && this.s[this.pos]! <= '9') v = v * 10 + Number(this.s[this.pos++]); return { type: 'num', value: v }; } this.pos++; return { type: 'op', op: c }; } }
const lx = new Lexer('12 + 3'); for (let tk = lx.next(); tk.type !== 'end'; tk = lx.next()) console.log(tk.type === 'num' ? tk.value : tk.op);
function isString(x: unknown): x is string { return typeof x === 'string'; } const mixed: unknown[] = ['a', 1, 'b', null]; console.log(mixed.filter(isString).map((s) => s.toUpperCase()));
function assertIsNumber(x: unknown): asserts x is number { if (typeof x !== 'number') throw new TypeError('no number'); } const un: unknown = 5; assertIsNumber(un); console.log(un + 1);
try { assertIsNumber('x'); } catch (e) { console.log((e as Error).name); }
console.log([1, 2, 3, 4].reduce((a, b) => a + b), [[1, 2], [3]].flatMap((x) => x), 'abc'.split('').reverse().join(''), [..."hello"].map((c) => c.charCodeAt(0)));
const debounce = (f: (x: number) => void, ms: number) => { let id: number | undefined; return (x: number) => { if (id !== undefined) clearTimeout(id); id = setTimeout(() => f(x), ms); }; }; const db = debounce((x) => console.log('debounced', x), 5); db(1); db(2); db(3);
console.log(JSON.stringify({ a: [1, { b: null }], c: 'q"', d: undefined }), JSON.stringify([1, 'x'], null, 2));
console.log([5, 1, 4].toSorted(), [1, 2, 3].with(1, 9), [1, 2, 3].findLast((x) => x < 3), 'a,b'.split(',', 1), [3, 2, 1].at(-1), [1, 2, 3].lastIndexOf(3), [1, 2, 3].some((x) => x > 2), [1, 2, 3].every((x) => x > 0));
