// Default values of another kind than the property has: a number, or a text that says that there is none.
interface B { t: string; year?: number }
const f = (b: B) => { const { t, year = '?' } = b; return `${t} ${year}`; };
console.log(f({ t: 'a' }), f({ t: 'b', year: 1999 }));
const { year = 'none' } = { t: 'x' } as B;
console.log(year);
const [x = 'dflt'] = [] as number[];
console.log(x);
const g = (n?: number) => { const m = n ?? 'none'; return m; };
console.log(g(), g(3));
for (const { t, year: y = null } of [{ t: 'q' }, { t: 'r', year: 5 }] as B[]) console.log(t, y);
const bs: B[] = [{ t: 'x' }, { t: 'y', year: 2 }];
console.log(bs.map(({ t, year = '?' }) => `${t} (${year})`));
let z: number | string = 1;
const src: { year?: number | string } = {};
({ year: z = 77 } = src);
console.log(z);
class P { name = 'p'; }
const { owner = 'nobody' } = {} as { owner?: P };
console.log(owner, typeof owner === 'string' ? owner.length : owner.name);
const h = (o: { flag?: boolean }) => { const { flag = 'unset' } = o; return flag; };
console.log(h({}), h({ flag: false }));
function k(opts: { n?: number } = {}) { const { n = '-' } = opts; return typeof n === 'number' ? n + 1 : n; }
console.log(k(), k({ n: 4 }));
