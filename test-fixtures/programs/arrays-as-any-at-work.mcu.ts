// Plugins, histories, queues and the like, whose arrays are of any elements, while others are passed as such.
function same(a: any[], b: any[]) { return a.length === b.length && a.every((x, i) => x === b[i]); }
console.log(same([1, 2], [1, 2]), same(['a'].slice(), ['a']));
// generic classes, higher-order functions etc. in a mixed program
interface Plugin { name: string; args: any[]; run(...args: any[]): any }
const plugins: Plugin[] = [{ name: 'sum', args: [1, 2], run: (...xs: number[]) => xs.reduce((p, c) => p + c, 0) }, { name: 'cat', args: ['a', 'b'], run: (...xs: string[]) => xs.join('') }];
for (const p of plugins) console.log(p.name, p.run(...p.args), p.args.length);
class History<T> { private past: T[] = []; constructor(private now: T) {} set(v: T) { this.past.push(this.now); this.now = v; } undo(): T { const p = this.past.pop(); if (p !== undefined) this.now = p; return this.now; } get all(): T[] { return [...this.past, this.now]; } }
const h = new History<any[]>([1]); h.set([1, 'x']); console.log(h.all, h.undo(), h.all.length);
const h2 = new History<unknown>(1); h2.set('b'); console.log(h2.all, h2.undo());
function flatten(xs: any[]): any[] { return xs.reduce((acc: any[], x) => Array.isArray(x) ? acc.concat(flatten(x)) : acc.concat(x), []); }
console.log(flatten([1, [2, [3, [4]]], 'x']), flatten([[1, 2], [3]]));
const nested: (number | number[])[] = [1, [2, 3]]; console.log(flatten(nested), nested.map((x) => Array.isArray(x) ? x.length : x));
function chunk<T>(xs: T[], n: number): T[][] { const out: T[][] = []; for (let i = 0; i < xs.length; i += n) out.push(xs.slice(i, i + n)); return out; }
console.log(chunk([1, 'a', 2, 'b'], 2), chunk([1, 2, 3], 2), chunk(flatten([1, [2]]), 1));
function shuffleBy(xs: any[], key: (x: any) => number): any[] { return [...xs].sort((a, b) => key(a) - key(b)); }
console.log(shuffleBy([3, 1, 2], (x) => x), shuffleBy([{ k: 2 }, { k: 1 }], (x) => x.k).map((x) => x.k));
function count(xs: unknown[]): Record<string, number> { const c: Record<string, number> = {}; for (const x of xs) c[typeof x] = (c[typeof x] ?? 0) + 1; return c; }
console.log(count([1, 'a', true, null, undefined, {}, []]), count(['x']), count([1, 2].map((x) => x * 2)));
const stack: any[] = []; stack.push([1, 2]); stack.push({ a: [3] }); const top = stack.pop(); console.log(top.a[0], stack[0][1], stack.length);
function matrix(m: any[][]): string { return m.map((r) => r.join(' ')).join('\n'); } console.log(matrix([[1, 0], [0, 1]]), matrix([['a'], ['b']]));
const args: any[] = [1, 'two', [3]]; const [n, s, [t]] = args; console.log(n, s, t);
function apply(f: (...args: any[]) => any, args: any[]) { return f.apply(null, args); } console.log(apply(Math.max, [1, 5, 3]), apply((a, b) => a + b, ['x', 'y']));
const q: any[] = [1, 2, 3]; while (q.length) { const x = q.shift(); if (x < 3) q.push(x + 1); if (q.length > 5) break; } console.log(q);
let joined = ''; for (const [i, x] of ['a', 1].entries()) joined += i + ':' + x + ' '; console.log(joined);
const f: (...args: any[]) => any = String; console.log(f(5));
const applied = apply; console.log(applied(String, [5]), apply(Number, ['6']));
console.log(apply((a, b) => a + b, ['x', 'y']));
