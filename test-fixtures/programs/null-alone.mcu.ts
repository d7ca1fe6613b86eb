// Functions, promises, maps and classes of nothing but null, which is no undefined; and a case of undefined.
type Json = null | boolean | number | string | Json[];
function word<T extends Json>(w: string, v: T): T { return v; }
class Words { word<T extends Json>(w: string, v: T): T { return v; } value(k: number): Json { switch (k) { case 0: return this.word('t', true); case 1: return this.word('n', null); default: return 5; } } }
const a: Json = word('n', null); console.log(a);
console.log(new Words().value(1), new Words().value(0), word('x', null));
function id<T>(v: T): T { return v; }
const b: Json = id(null); console.log(b, id(null), id(undefined), [id(null), 1], { a: id(null) });
const c: string | null = id(null); console.log(c);
const d: number | null | undefined = id(null); console.log(d);
function opt<T extends string | null>(v: T): T { return v; } const e: Json = opt(null); console.log(e, opt(null) === null);
let later: Json = 3; later = id(null); console.log(later);
function f(): null { return null; }
console.log(f(), f() === null, typeof f());
const g = (): null => null; console.log(g(), [1].map(() => null), [g()]);
const h: () => string | null = g; console.log(h());
class A { m(): null { return null; } get p(): null { return null; } } const x = new A(); console.log(x.m(), x.p);
const fs: (() => null | number)[] = [g, () => 3]; console.log(fs.map((k) => k()));
async function n(): Promise<null> { return null; } n().then((v) => console.log('async', v));
function* gen(): Generator<null> { yield null; } for (const v of gen()) console.log('gen', v);
(async () => { console.log(await Promise.resolve(null), await n()); const x: string | null = await n(); console.log(x); })();
class Box<T> { constructor(public v: T) {} get(): T { return this.v; } } const bx = new Box(null); console.log(bx.get(), bx.v, new Box<null>(null), new Box<string | null>(null).get());
const mm = new Map<string, null>(); mm.set('a', null); console.log(mm, mm.get("a"), mm.get("b"), mm.has("a"));
const s = new Set([null]); console.log(s, s.has(null)); const arr = [null, null]; console.log(arr, arr[0], arr.map((x) => x === null));
const o = { n: null, u: undefined }; console.log(o, o.n, o.u); const t: [null, number] = [null, 1]; console.log(t);
const kindOf = (s: string, i: number): string => { const c = s[i]; switch (c) { case undefined: return 'end'; case '{': return 'open'; default: return c; } };
console.log(kindOf('{x', 0), kindOf('{x', 1), kindOf('{x', 2));
