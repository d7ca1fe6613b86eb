const point = { x: 1, y: 2, name: 'p' };
const kx = 'x';
console.log(point['x'], point[kx], point['name']);
point['x'] = 5; point[kx] += 1; point['y']++;
console.log(point);
type K = 'x' | 'y';
function get(k: K) { return point[k]; }
function put(k: K, v: number) { point[k] = v; point[k] *= 2; point[k]++; }
put('x', 10); put('y', 20);
console.log(get('x'), get('y'), point);
const keys: (keyof typeof point)[] = ['x', 'name', 'y'];
for (const k of keys) console.log(k, point[k]);
const names = ['x', 'y'] as const;
let total = 0; for (const n of names) total += point[n]; console.log(total);
class C { a = 1; b = 2; get both() { return this.a + this.b; } set both(v: number) { this.a = v; } }
const c = new C(); function of(k: 'a' | 'b' | 'both') { return c[k]; }
c['both'] = 9; console.log(of('a'), of('b'), of('both'), c['both']);
const table = { 1: 'one', 2: 'two', ten: 'x' }; console.log(table[1], table[2], table);
const i = 2 as 1 | 2; console.log(table[i]);
class Comp { ['a b'] = 1; static ['s t'] = 2; ['m']() { return 3; } }
const cc = new Comp(); console.log(cc['a b'], Comp['s t'], cc['m'](), cc.m());
const fnt = { add: (a: number, b: number) => a + b, sub: (a: number, b: number) => a - b };
for (const op of ['add', 'sub'] as const) console.log(fnt[op](5, 3), fnt['add'](1, 1));
const opt: { p?: { q: number } } = {}; console.log(opt['p']?.['q'], opt?.['p']);
// Keys that may be left out.
type Exits = Partial<Record<'n' | 's', string>>;
const exitsOf: Exits = { n: 'north' };
const go = (dir?: string) => exitsOf[dir as keyof Exits] ?? 'no way';
console.log(go('n'), go('x'), go());
const enter = (dir?: string) => { const to = exitsOf[dir as keyof Exits]; if (!to) return 'no'; return to; };
console.log(enter('n'), enter('s'), enter());
