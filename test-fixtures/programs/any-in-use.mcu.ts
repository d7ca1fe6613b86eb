// Tables, lists, options and caches with values of type any.
const handlers: { [k: string]: (...args: any[]) => any } = { add: (a, b) => a + b, greet: (n) => `hi ${n}`, none: () => {} };
for (const k in handlers) console.log(k, handlers[k](1, 2));
class Node2 { value: any; next: Node2 | null = null; constructor(value: any) { this.value = value; } }
class List { head: Node2 | null = null; size = 0; add(v: any) { const n = new Node2(v); if (!this.head) this.head = n; else { let c = this.head; while (c.next) c = c.next; c.next = n; } this.size++; return this; } toArray(): any[] { const out = []; let c = this.head; while (c) { out.push(c.value); c = c.next; } return out; } }
console.log(new List().add(1).add('two').add({ three: 3 }).toArray());
const table: any[][] = [[1, 'a'], [2, 'b']];
console.log(table.map(([n, s]) => s + n), table[1][0]);
let anyv: any; console.log(anyv); anyv = null; console.log(anyv?.x, anyv ?? 'dflt');
function variadic(...args: any[]) { return args.map((a) => typeof a).join(); }
console.log(variadic(1, 'a', true, null, undefined, {}, [], () => 0));
const cache = new Map<any, any>(); cache.set('k', { v: 1 }); cache.get('k').v++; console.log(cache.get('k').v);
try { (undefined as any).foo; } catch (e: any) { console.log(e.name, e instanceof TypeError); }
try { (null as any)(); } catch (e: any) { console.log(e.name); }
try { const x: any = 5; x(); } catch (e: any) { console.log(e.name); }
const copy: any = [...table.flat()]; copy.push({}); console.log(copy.length, copy);
interface Opts { a?: number; b?: string; [extra: string]: any }
function withOpts(o: Opts = {}) { const { a = 1, b = 'x', ...r } = o; return [a, b, r]; }
console.log(withOpts(), withOpts({ a: 5, z: true }));
const results: any = {}; for (const [i, n] of ['x', 'y'].entries()) results[n] = i; console.log(results);
const counts: any = {}; for (const c of 'hello') counts[c] = (counts[c] || 0) + 1; console.log(counts);
console.log(Object.entries(counts).sort((a: any, b: any) => b[1] - a[1])[0]);
const nested: any = { l1: { l2: { l3: 'deep' } } }; console.log(nested.l1.l2.l3, nested?.l1?.['l2'], 'l2' in nested.l1);
const { l1: { l2: { l3 } } } = nested; console.log(l3);
type Json = string | number | boolean | null | Json[] | { [k: string]: Json };
function count(j: Json): number { if (Array.isArray(j)) return j.reduce((n: number, x) => n + count(x), 0); if (j && typeof j === 'object') return Object.values(j).reduce((n: number, x) => n + count(x), 0); return 1; }
console.log(count({ a: [1, 2, { b: null }], c: 'x' }));
const bound: any = 'abc'; console.log(bound[1], bound.length, [...bound]);
console.log(((a: any, b: any) => a + b)('x', 1), ((a: any) => a.b.c)({ b: { c: 2 } }));
class Animal { constructor(public name: string) {} speak() { return this.name + ' speaks'; } }
const arr2: any = []; arr2[0] = 'a'; arr2[1] = 'b'; console.log(arr2, arr2.length);
const dt: any = JSON.parse('{"a":{"b":[1,2,{"c":null}]}}'); dt.a.b[2].c = 'set'; dt.a.n = 1; console.log(JSON.stringify(dt), dt);
