// Maps and sets as values of type any.
const m: any = new Map([['a', 1], ['b', 2]]); for (const [k, v] of m) console.log(k, v);
const s: any = new Set([1, 2]); for (const x of s) console.log(x); console.log([...s], s.size, s.has(2), s.has(5));
m.set('c', 3); console.log(m.get('c'), m.size, m.has('z'), m.get('zz'));
m.forEach((v: any, k: any) => console.log(k, v)); s.forEach((v: any) => console.log(v));
console.log([...m.keys()], [...m.values()], Array.from(m.entries()), m.delete('a'), m.size); s.add(9); s.clear(); console.log(s.size);
function clone(x: any): any { if (x instanceof Map) return new Map([...x].map(([k, v]: any) => [k, clone(v)])); if (x instanceof Set) return new Set([...x].map(clone)); if (Array.isArray(x)) return x.map(clone); if (x && typeof x === 'object') { const o: any = {}; for (const k of Object.keys(x)) o[k] = clone(x[k]); return o; } return x; }
console.log(clone(new Map([['k', [1, { z: 2 }]]])), clone(new Set([1])), clone({ a: new Map([[1, 'x']]) }));
function size(x: unknown) { if (x instanceof Map || x instanceof Set) return x.size; return -1; } console.log(size(new Map([[1, 1]])), size(new Set('ab')), size([]));
function dump(x: unknown): string { if (x instanceof Map) { const parts: string[] = []; for (const [k, v] of x) parts.push(`${k}=>${dump(v)}`); return `Map{${parts.join()}}`; } return String(x); } console.log(dump(new Map([['a', new Map([['b', 1]])]])));
