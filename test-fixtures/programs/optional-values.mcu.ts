// T | undefined and T | null: as results, parameters, variables and elements.
function half(n: number): number | undefined {
  return n % 2 === 0 ? n / 2 : undefined;
}
console.log(half(4), half(3), half(8) ?? -1, (half(5) ?? 0) + 1);
const h = half(10);
if (h !== undefined) console.log(h + 1);

function show(a?: number, b?: string) {
  if (a === undefined) return 'nothing';
  return `${a}:${b ?? 'unset'}`;
}
console.log(show(), show(1), show(2, 'x'), show(undefined, 'y'));

const some: (number | undefined)[] = [1, undefined, 3];
console.log(some.length, some[1] === undefined, some[2]! + 1, some.join('-'));

let last: number | undefined;
const set = (v: number | undefined) => {
  last = v;
};
set(5);
console.log(last);
set(undefined);
console.log(last, last ?? 'none');

const twice: (x: number | null) => number | null = (x) => (x === null ? null : x * 2);
console.log(twice(2), twice(null));

let name: string | null = null;
console.log(name, typeof name, name === null, `${name}`);
const find = (words: string[], start: string) => words.find((w) => w.startsWith(start));
console.log(find(['sun', 'dial'], 'd')?.toUpperCase(), find(['sun'], 'x')?.toUpperCase());
console.log(find(['sun', 'dial'], 's')?.slice(1).length ?? 0, find([], 's')?.slice(1).length ?? 0);

const xs: int[] = [7];
console.log(xs.pop(), xs.pop(), xs.shift(), xs.at(0), [5, 20].find((x) => x > 10));
let count: number | undefined;
count ??= 4;
count ??= 5;
console.log(count);
