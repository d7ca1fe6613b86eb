// Functions of several types in one array or variable, and elements of grids beyond their ends by optional chains.
class Inv { n = 1; }
const fs = [() => 1, () => new Inv(), () => { throw new RangeError('x'); }];
for (const f of fs) try { console.log(typeof f()); } catch (e) { console.log(`${e}`); }
const gs = [(a: number) => a + 1, (a: number, b: string) => b + a, () => 'none'];
for (const g of gs) console.log(g(1, 'q'));
type H = ((n: number) => void) | ((n: number) => string);
const hs: H[] = [(n) => console.log('h', n), (n) => `s${n}`]; for (const h of hs) console.log(h(4) ?? 'nothing');
const table = { inc: (n: number) => n + 1, name: () => 'table', both: (n: number, m: number) => [n, m] };
for (const k of Object.keys(table) as (keyof typeof table)[]) console.log(k, table[k](2, 3));
const same = fs[0]; console.log(same === fs[0], fs.indexOf(fs[1]!), fs.includes(same!));
type Cell = { v: number } | null; const grid: Cell[][] = [[{ v: 1 }, null], [null, { v: 4 }]];
const look = (x: number, y: number): string => { const c = grid[y]?.[x]; if (c && c.v > 2) return 'big'; if (c) return 'small'; if (c === null) return 'empty'; return typeof c === 'undefined' ? 'outside' : '?'; };
for (const [x, y] of [[0, 0], [1, 0], [1, 1], [2, 0], [-1, 0], [0, 5], [0, -1]] as const) console.log(x, y, look(x, y), grid[y]?.[x] === null, grid[y]?.[x]?.v, grid[y]?.[x] ?? 'none');
const nums = [[1, 2], [3]]; console.log(nums[1]?.[1], nums[5]?.[0], nums[0]?.[0], (nums[1]?.[1] ?? 0) + 1); const count = (x: number, y: number) => [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => nums[y + dy]?.[x + dx] ?? 0)).reduce((a, b) => a + b); console.log(count(0, 0), count(1, 1));
const texts = [['a']]; for (const i of [0, 1]) { const t = texts[0]?.[i]; console.log(t ?? 'no', t?.length, t === undefined); } console.log(texts[0]?.[7]?.toUpperCase());
