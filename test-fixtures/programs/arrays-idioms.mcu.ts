const chunk = <T>(xs: T[], n: number): T[][] => xs.length === 0 ? [] : [xs.slice(0, n), ...chunk(xs.slice(n), n)];
console.log(chunk([1, 2, 3, 4, 5], 2), chunk(['a', 'b', 'c'], 1));
const range = (a: number, b: number, step = 1): number[] => Array.from({ length: Math.ceil((b - a) / step) }, (_, i) => a + i * step);
console.log(range(0, 5), range(1, 10, 3), range(5, 0));
function zip<A, B>(a: A[], b: B[]): [A, B][] { return a.map((x, i) => [x, b[i]]); }
console.log(zip([1, 2], ['a', 'b']));
const uniq = <T>(xs: readonly T[]): T[] => xs.filter((x, i) => xs.indexOf(x) === i);
console.log(uniq([1, 1, 2]), uniq(['a', 'b', 'a']));
const sum = (...xs: number[]) => xs.reduce((a, b) => a + b, 0);
console.log(sum(1, 2, 3), sum(...[4, 5]), sum());
const compose = (...fs: ((x: number) => number)[]) => (x: number) => fs.reduceRight((v, f) => f(v), x);
console.log(compose((x) => x + 1, (x) => x * 2)(5));
const partition = <T>(xs: T[], f: (x: T) => boolean): [T[], T[]] => [xs.filter(f), xs.filter((x) => !f(x))];
console.log(partition([1, 2, 3, 4], (x) => x % 2 === 0));
function flatten(xs: (number | number[])[]): number[] { return xs.reduce<number[]>((acc, x) => acc.concat(Array.isArray(x) ? x : [x]), []); }
console.log(flatten([1, [2, 3], 4]));
const groupBy = <T>(xs: T[], key: (x: T) => string): Map<string, T[]> => { const m = new Map<string, T[]>(); for (const x of xs) { const k = key(x); const list = m.get(k); if (list) list.push(x); else m.set(k, [x]); } return m; };
console.log(groupBy([1, 2, 3], (x) => (x % 2 ? 'odd' : 'even')));
const rotate = <T>(xs: T[], n: number) => [...xs.slice(n), ...xs.slice(0, n)];
console.log(rotate([1, 2, 3], 1), [1, 2, 3, 4].reduceRight<number[]>((acc, x) => [...acc, x], []));
console.log([1, 2, 3].map((x) => [x, x * x] as const).map(([a, b]) => a + b), [['a', 1], ['b', 2]].length);
