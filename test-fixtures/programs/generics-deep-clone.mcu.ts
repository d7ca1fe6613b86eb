// Code for all types that asks what it has got: what follows a test is for the other types alone.
function deepClone<T>(x: T): T {
  if (x === null || typeof x !== 'object') return x;
  if (Array.isArray(x)) return x.map((each) => deepClone(each)) as unknown as T;
  const out = {} as T;
  for (const k in x) out[k] = deepClone(x[k]);
  return out;
}
const from = { n: 1, list: [1, 2, { z: 'q' }], inner: { s: 'x', t: null as null | string } };
const made = deepClone(from);
made.inner.s = 'changed';
made.list.push(5);
console.log(from.inner.s, from.list.length, made.inner.s, made.list.length, JSON.stringify(made), made !== from, made.inner !== from.inner);
console.log(deepClone([1, [2, 3]]), deepClone('s'), deepClone(5), deepClone(null));

function keysOf<T>(x: T): number {
  if (Array.isArray(x)) return x.length;
  if (typeof x !== 'object' || x === null) return -1;
  let n = 0;
  for (const k in x) n += k.length;
  return n;
}
console.log(keysOf(5), keysOf('s'), keysOf({ a: 1, bc: 2 }), keysOf(null), keysOf([1, 2, 3]));
function shown<T>(x: T): string {
  if (typeof x === 'number') return x.toFixed(1);
  if (typeof x === 'string') return x.toUpperCase();
  if (typeof x === 'boolean') return x ? 'yes' : 'no';
  return Object.keys(x as object).join();
}
console.log(shown(1), shown('a'), shown(true), shown({ p: 1, q: 2 }));
// Made as any, and given as what it was made to be.
interface Person { name: string; address: { city: string; zip?: string } }
function copyOf<T>(obj: T): T {
  if (obj === null || typeof obj !== 'object') return obj;
  const copy: any = {};
  for (const key of Object.keys(obj)) copy[key] = copyOf((obj as any)[key]);
  return copy as T;
}
const ann: Person = { name: 'Ann', address: { city: 'X' } };
const copied = copyOf(ann);
copied.address.city = 'Y'; console.log(ann.address.city, copied.address.city, copied.name.length, JSON.stringify(copied));
function build(n: number): Person { const out: any = {}; out.name = 'n' + n; out.address = { city: 'c' + n }; return out as Person; }
console.log(build(3).address.city.toUpperCase(), build(4).name);
