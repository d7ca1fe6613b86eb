// `instanceof Array` is as good as Array.isArray.
function total(x: number | number[]): number { return x instanceof Array ? x.reduce((a, b) => a + b, 0) : x; }
console.log(total(5), total([1, 2, 3]));
const things: unknown[] = [[1], 'text', null, undefined, { length: 1 }, new Map(), ['a', 'b'], 5];
console.log(things.map((t) => t instanceof Array));
for (const t of things) if (t instanceof Array) console.log(t.length);
const maybe: string[] | undefined = things.length > 3 ? ['x'] : undefined;
console.log(maybe instanceof Array, [] instanceof Array);
type Nested = (number | Nested)[];
const flatten = (xs: Nested): number[] => xs.flatMap((x) => (x instanceof Array ? flatten(x) : [x]));
console.log(flatten([1, [2, [3, 4]], 5]));
