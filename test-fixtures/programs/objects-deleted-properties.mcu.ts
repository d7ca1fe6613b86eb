// Properties that are deleted from objects of a type that says they may be missing.
interface P { a?: number; b?: string; c: number }
const p: P = { a: 1, b: 'x', c: 3 };
delete p.a; console.log(p, 'a' in p, p.a, Object.keys(p), JSON.stringify(p));
p.a = 5; console.log(Object.keys(p), p.a + 1, p.c * 2, p.b?.length);
const o: { x?: number; y?: number } = { x: 1, y: 2 }; delete o['x']; console.log(o, o.x ?? 'gone');
function strip(q: P) { delete q.b; return q; } console.log(strip({ a: 1, b: 'q', c: 2 }), strip(p) === p);
for (const k in p) console.log(k);
// `delete` at the end of an optional chain is true also where there is nothing to delete from.
const none = undefined as P | undefined;
const nested: { inner?: Record<string, number>; part?: P } = { inner: { a: 1, b: 2 } };
console.log(delete none?.a, delete nested.part?.a, delete nested.inner?.['a'], delete (nested.inner!['z']), nested);
const data: any = { x: { y: 1, z: 2 } };
console.log(delete data?.x.y, delete data.q?.r.s, data);
