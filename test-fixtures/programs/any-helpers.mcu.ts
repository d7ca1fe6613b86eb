// Helpers as people write them with any: deep copies, merging, paths, grouping, memoizing and composing.
class Store { data: any = {}; private log: any[] = []; set(k: string, v: any) { this.data[k] = v; this.log.push({ k, v }); return this; } get(k: string): any { return this.data[k]; } history() { return this.log.map((e) => `${e.k}=${e.v}`).join(';'); } }
const s = new Store().set('a', 1).set('b', [1, 2]).set('c', { d: 1 });
console.log(s.get('a') + 1, s.get('b').length, s.get('c').d, s.history(), s.get('zz') === undefined);
function isPoint(v: unknown): v is { x: number; y: number } { return typeof v === 'object' && v !== null && 'x' in v && 'y' in v; }
function describe(v: unknown): string {
  if (typeof v === 'string') return 's' + v.length;
  if (typeof v === 'number') return v.toFixed(1);
  if (typeof v === 'boolean') return v ? 'yes' : 'no';
  if (v === null) return 'null';
  if (v === undefined) return 'undef';
  if (Array.isArray(v)) return '[' + v.map(describe).join() + ']';
  if (v instanceof Error) return v.message;
  if (isPoint(v)) return `(${v.x},${v.y})`;
  if (typeof v === 'function') return 'fn';
  if (typeof v === 'object') return '{' + Object.keys(v!).join() + '}';
  return '?';
}
console.log([1, 'a', true, null, undefined, [1, ['x']], new Error('e'), { x: 1, y: 2 }, { q: 1 }, () => 1].map(describe));
function deepClone(v: any): any { if (v === null || typeof v !== 'object') return v; if (Array.isArray(v)) return v.map((e: any) => deepClone(e)); const out: any = {}; for (const k of Object.keys(v)) out[k] = deepClone(v[k]); return out; }
const src = { a: [1, { b: 2 }], c: 'x', d: null };
const cl = deepClone(src); cl.a[1].b = 3; cl.e = 1;
console.log(src, cl);
function deepEqual(a: any, b: any): boolean { if (a === b) return true; if (typeof a !== typeof b || a === null || b === null || typeof a !== 'object') return false; const ka = Object.keys(a), kb = Object.keys(b); return ka.length === kb.length && ka.every((k) => deepEqual(a[k], b[k])); }
console.log(deepEqual(src, deepClone(src)), deepEqual(src, cl), deepEqual([1, [2]], [1, [2]]), deepEqual({ a: 1 }, { a: 1, b: 2 }));
function merge(target: any, ...sources: any[]): any { for (const s of sources) for (const k in s) { if (typeof s[k] === 'object' && s[k] && !Array.isArray(s[k])) target[k] = merge(target[k] ?? {}, s[k]); else target[k] = s[k]; } return target; }
console.log(merge({}, { a: { b: 1 } }, { a: { c: 2 }, d: [1] }));
function flatten(o: any, prefix = ''): Record<string, any> { return Object.keys(o).reduce((acc: any, k) => { const p = prefix ? prefix + '.' + k : k; if (o[k] && typeof o[k] === 'object' && !Array.isArray(o[k])) Object.assign(acc, flatten(o[k], p)); else acc[p] = o[k]; return acc; }, {}); }
console.log(flatten({ a: { b: { c: 1 }, d: 2 }, e: [3] }));
const get = (o: any, path: string, dflt?: any): any => path.split('.').reduce((v, k) => v?.[k], o) ?? dflt;
console.log(get({ a: { b: [{ c: 5 }] } }, 'a.b.0.c'), get({}, 'x.y', 'none'));
const groupBy = (xs: any[], key: string) => xs.reduce((g: any, x) => { (g[x[key]] ||= []).push(x); return g; }, {});
console.log(groupBy([{ t: 'a', n: 1 }, { t: 'b', n: 2 }, { t: 'a', n: 3 }], 't'));
const pick = (o: any, ...ks: string[]) => Object.fromEntries(ks.filter((k) => k in o).map((k) => [k, o[k]]));
console.log(pick({ a: 1, b: 2, c: 3 }, 'a', 'c', 'z'));
const sum = (...a: any[]) => a.flat(Infinity).reduce((x: any, y: any) => x + y, 0);
console.log(sum(1, [2, [3, 4]], 5));
const memo = (fn: any) => { const cache: any = {}; return (...args: any[]) => { const k = JSON.stringify(args); return k in cache ? cache[k] : (cache[k] = fn(...args)); }; };
const slow = memo((a: number, b: number) => { console.log('computing'); return a * b; }); console.log(slow(2, 3), slow(2, 3));
const compose = (...fns: any[]) => (x: any) => fns.reduceRight((v, f) => f(v), x);
console.log(compose((x: number) => x + 1, (x: number) => x * 2)(5));
const curry = (f: any) => (a: any) => (b: any) => f(a, b); console.log(curry((a: number, b: number) => a - b)(5)(3));
