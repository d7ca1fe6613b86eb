console.log([1, [2, 3], [4, [5, 6]]].flat(), [1, [2, [3, [4]]]].flat(Infinity), [1, [2, [3, [4]]]].flat(2), ['a', ['b']].flat().join(''));
const mixed: (number | number[])[] = [1, [2, 3]];
const flat = mixed.flat();
console.log(flat, flat.map((x) => x + 1), flat.reduce((a, b) => a + b));
console.log([[1, 'a'], [2, 'b']].flat(), [[1, [2]], [[3]]].flat(), [[1, [2]], [[3]]].flat(2), [true, [false, [true]]].flat(3));
interface P { x: number }
const ps: (P | P[])[] = [{ x: 1 }, [{ x: 2 }, { x: 3 }]];
console.log(ps.flat().map((p) => p.x));
type Nested = (number | Nested)[];
const deep: Nested = [1, [2, [3, [4, [5]]]]];
function total(n: Nested): number { let s = 0; for (const x of n) s += typeof x === 'number' ? x : total(x); return s; }
console.log(total(deep), [null, [undefined, 'x']].flat());
console.log([1, 2, 3].flatMap((x) => (x === 2 ? [x, x] : x)), ['a', 'b'].flatMap((s, i) => (i ? s : [s, s])), [1, 2].flatMap((x) => (x > 1 ? [[x]] : [])));
console.log(ps.flatMap((p) => p).length, [1, 2].flatMap((x) => (x > 1 ? x : undefined)));
const maybe: (string | undefined)[] = ['a', undefined];
const all: unknown[] = [...maybe, ...[null, 1]];
const one = maybe[1] as any;
console.log(all, one, all.concat(maybe), [...maybe].length);
// Arrays of objects among others.
type Part = { tag: string; children: (Part | string)[] };
const part = (tag: string, ...children: (Part | string | (Part | string)[])[]): Part => ({ tag, children: children.flat() });
console.log(JSON.stringify(part('ul', ['a', 'b'].map((text) => part('li', text)), 'end', ['x'], part('p'))));
