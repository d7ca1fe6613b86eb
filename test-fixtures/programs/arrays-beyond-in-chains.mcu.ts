// Elements beyond the end in optional chains, and objects of several forms by one interface.
interface Shape { area(): number; name?: string }
const unit = { area() { return 1; }, name: 'unit' };
const shapes: Shape[] = [unit, { area: () => 2 }, new (class { r = 2; area() { return 12; } })()];
console.log(shapes.map((s) => `${s.name ?? '?'}:${s.area()}`));
const c = [[1, 2], [3]][1]?.[0]; const d = [[1, 2], [3]][5]?.[0]; console.log(c, d, c !== undefined ? c + 1 : 'none');
const grid: string[][] = [['a', 'b'], ['c']];
function at(y: number, x: number) { const cell = grid[y]?.[x]; if (cell === undefined) return '.'; return cell; }
console.log(at(0, 1), at(1, 1), at(2, 0), at(-1, 0));
let n = 0; for (let y = -1; y <= 2; y++) for (let x = -1; x <= 2; x++) { const v = grid[y]?.[x]; if (v) n++; } console.log(n);
const point = { x: 1, y: 2 }; const key: keyof typeof point = 'x'; console.log(point[key]);
for (const k in point) console.log(k, point[k as keyof typeof point]);
console.log('x' in point, Object.hasOwn(point, 'z'), Object.keys(point).length);
class V { constructor(public x = 0, public y = 0) {} plus(o: V) { return new V(this.x + o.x, this.y + o.y); } static zero = new V(); equals(o: unknown) { return o instanceof V && o.x === this.x && o.y === this.y; } }
console.log(new V(1, 2).plus(new V(3)).equals(new V(4, 2)), V.zero, V.zero.equals({ x: 0, y: 0 }));
const m2: Record<number, number> = {}; function g(k: number): number { return k < 2 ? k : (m2[k] ??= g(k - 1) + g(k - 2)); } console.log(g(30));
const s = new Set([1, 2, 3]); const t = new Set([2, 3, 4]); console.log([...s].filter((x) => t.has(x)), new Set([...s, ...t]).size);
console.log(typeof null, typeof undefined, typeof {}, typeof [], typeof (() => 1), typeof 'x');
