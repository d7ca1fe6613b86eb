// Patterns, spread and default values in all places where they can stand.
const { a, b: { c = 5, ...restB }, ...rest } = { a: 1, b: { d: 2, e: 3 } as { c?: number; d: number; e: number }, f: 4, g: 5 };
console.log(a, c, restB, rest);
const [x, , y = 10, ...zs] = [1, 2, undefined, 4, 5]; console.log(x, y, zs);
function f({ name = 'anon', age }: { name?: string; age: number } = { age: 3 }, [p, q = p]: [number, number?] = [1]) { return `${name} ${age} ${p} ${q}`; }
console.log(f(), f({ age: 1 }), f({ name: 'x', age: 2 }, [7, 8]));
let m = 1, n = 2; [m, n] = [n, m]; console.log(m, n);
const obj: { k?: number; v: string } = { v: 'v' }; ({ k: m = 42, v: obj.v } = { v: 'w' } as { k?: number; v: string }); console.log(m, obj);
for (const [k, v] of Object.entries({ one: 1, two: 2 })) console.log(k, v);
for (const { id, tags: [first = 'none'] } of [{ id: 1, tags: ['a', 'b'] }, { id: 2, tags: [] as string[] }]) console.log(id, first);
const merged = { ...{ a: 1, b: 2 }, b: 3, ...{ c: 4 } }; console.log(merged);
const copy = [...[1, 2], ...'hi', ...new Set([3, 3])]; console.log(copy);
function sum(...ns: number[]) { return ns.reduce((s, n) => s + n, 0); } console.log(sum(...[1, 2], 3, ...new Set([4])));
const key = 'dyn'; const comp = { [key]: 1, [`${key}2`]: 2, ['a' + 1]: 3 }; console.log(comp, comp.dyn);
const fnDefault = (a: number, b = a * 2, c = a + b) => [a, b, c]; console.log(fnDefault(1), fnDefault(1, 5), fnDefault(1, undefined, 0));
const { length } = 'hello'; console.log(length);

function swap<T, U>([a, b]: [T, U]): [U, T] { return [b, a]; } console.log(swap(['s', 1]));
const map = new Map([['a', { v: 1 }], ['b', { v: 2 }]]); for (const [k, { v }] of map) console.log(k, v);
const entries = [...map].map(([k, { v }]) => `${k}${v}`); console.log(entries);
let i = 0; const { [`k${++i}`]: dyn } = { k1: 'one' } as Record<string, string>; console.log(dyn, i);
const { a: aa = 1, b: bb = aa + 1 } = {} as { a?: number; b?: number }; console.log(aa, bb);
const nested = { l1: { l2: { l3: 'deep' } } }; const { l1: { l2: { l3 } } } = nested; console.log(l3);
const fnArr = [(x: number) => x + 1, (x: number) => x * 2]; const [inc, dbl] = fnArr; console.log(inc!(1), dbl!(4));
const date = { y: 2024, m: 5 }; const { y: year, ...noYear } = date; console.log(year, noYear);
function opts({ a = 1, b = 2, ...others }: { a?: number; b?: number; [k: string]: number | undefined } = {}) { return [a, b, Object.keys(others)]; }
console.log(opts({ a: 5, z: 3 }));
