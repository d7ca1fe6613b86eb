// Arrays of one kind of elements as any[], unknown[] and (string | number)[], and what else such arrays are used for then.
function compare(a: any[], b: unknown[]): boolean { return a.length === b.length && a.every((x, i) => x === b[i]); }
console.log(compare([1, 2], [1, 2]), compare(['a'], ['b']));
const ns = [1, 2, 3];
console.log(compare(ns, [1, 2, 3]));
const log: any[] = [];
log.push(1); log.push('two', { three: 3 }); log.push([4]);
console.log(log, log.length, log[1], log[2].three, log[3][0]);
log[0] = 'changed'; console.log(log[0], log.indexOf('two'));
for (const x of log) console.log(typeof x);
const [first, second, ...others] = log;
console.log(first, second, others.length);
console.log([...log, 5].length, log.concat(ns).length, log.slice(1, 2), log.map((x) => typeof x).join());
function sum(...xs: any[]): number { let s = 0; for (const x of xs) s += x; return s + xs.length; }
console.log(sum(1, 2, 3), sum(...ns), sum(...log.filter((x) => typeof x === 'number')));
class Bag { items: any[] = []; add(x: any): this { this.items.push(x); return this; } get size(): number { return this.items.length; } all(): any[] { return [...this.items]; } }
const bag = new Bag().add(1).add('x');
console.log(bag.size, bag.all(), compare(bag.all(), [1, 'x']), bag);
function first1<T>(xs: T[]): T | undefined { return xs[0]; }
console.log(first1(log), first1(ns), first1(bag.items));
function last<T>(xs: readonly T[]): T { return xs[xs.length - 1]!; }
console.log(last(log.slice(0, 2)), last<any>([1, 'z']));
const grid: any[][] = [[1, 'a'], [true, null]];
console.log(grid[1]![0], grid.map((r) => r.length), grid.flat());
function rows(g: any[][]): number { return g.reduce((n, r) => n + r.length, 0); }
console.log(rows(grid), rows([[1], [2, 3]]));
const nums: number[][] = [[1, 2], [3]];
console.log(rows(nums));
const m = new Map<string, any[]>();
m.set('a', [1, 2]); m.set('b', ['x']);
m.get('a')!.push('y');
for (const [k, v] of m) console.log(k, v.length, v);
const o: Record<string, any[]> = { p: [1], q: ['w', 2] };
o.p!.push(9); console.log(o, Object.keys(o).length, Object.values(o).map((v) => v.length));
log.sort(); log.reverse(); console.log(log.length, JSON.stringify(bag.all()), String(bag.all()));
const copy = Array.from(log); copy.pop(); console.log(copy.length, log.length, Array.isArray(copy));
let mixed: (string | number)[] = [1, 'b']; mixed = mixed.concat(['c']); console.log(mixed, mixed.length);
function show(xs: (string | number)[]): string { return xs.map((x) => typeof x === 'number' ? x.toFixed(1) : x.toUpperCase()).join(); }
const words = ['p', 'q'];
console.log(show(words), show(ns), show(mixed), show([1, 'r']));
type Fn = (...args: any[]) => any;
const call = (f: Fn, args: any[]) => f(...args);
console.log(call((a: number, b: number) => a + b, [1, 2]), call(Math.max, ns), call((s: string) => s + '!', words));
const t: [string, number] = ['k', 7]; console.log(compare(t, ['k', 7]), show(t));
console.log(Object.entries({ a: 1, b: 'x' }).map(([k, v]) => k + v));
async function all(): Promise<any[]> { return Promise.all([1, Promise.resolve('x')]); }
all().then((r) => console.log(r, r.length));
const empty: any[] = new Array(3).fill(0); empty[1] = 'one'; console.log(empty);
console.log(log.includes('two'), log.find((x) => x === 'two'), log.some((x) => Array.isArray(x)));
const { length } = log; console.log(length);
log.length = 0; console.log(log.length, log);
function* gen(xs: any[]) { yield* xs; }
console.log([...gen(ns)], [...gen(['a', 1])]);
