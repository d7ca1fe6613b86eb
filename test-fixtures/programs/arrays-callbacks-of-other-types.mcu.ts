function cmp(a: number | string, b: number | string): number { return String(a).length - String(b).length; }
console.log([100, 5, 22].sort(cmp), ['aaa', 'b'].toSorted(cmp));
function test(x: unknown): boolean { return typeof x === 'number'; }
const mixed: (string | number)[] = [1, 'a'];
console.log([1, 2].filter(test), mixed.filter(test), ['a'].some(test), [1].every(test), [1, 2].find(test), mixed.findLastIndex(test));
function show(x: unknown, i: number): string { return `${i}:${String(x)}`; }
console.log([1, 2].map(show), ['a'].flatMap((x, i) => [show(x, i)]), ['a'].map(show));
function add(a: number, b: unknown): number { return a + Number(b); }
console.log(['1', '2'].reduce(add, 0), [3, 4].reduce(add), ['5'].reduceRight(add, 1));
const log = (x: number | string) => { console.log('each', x); };
[1, 2].forEach(log); ['q'].forEach(log);
console.log(Array.from([1, 2], show), Array.from('ab', show));
const ints: int[] = [3, 1, 2];
console.log(ints.sort((a: number, b: number) => b - a), ints.map((x: number) => x / 2), ints.reduce((a: number, b: number) => a + b, 0.5));
// Entries of what TypeScript knows no type of, taken apart.
const turned = <K extends string, V extends string>(o: Record<K, V>) => Object.fromEntries(Object.entries(o).map(([k, v]) => [v, k])) as Record<V, K>;
console.log(turned({ a: 'x', b: 'y' }));
