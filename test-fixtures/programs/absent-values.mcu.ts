// What is null is not undefined; optional elements of tuples; order of spread properties.
const list: (string | null)[] = [null, 'a'];
console.log(list[0] === undefined, list[0] === null, list[0] == undefined, list[0] != null);
const maybe: number | undefined = [1, 2].find((x) => x > 5);
console.log(maybe === null, maybe === undefined, maybe == null);
function same(a: string | null, b: string | undefined): boolean {
  return a === b;
}
console.log(same(null, undefined), same('x', 'x'), same(null, 'x'));
const short: [number, string?] = [1];
console.log(short[0], short[1], short.length);
const long: [number, string?] = [1, 'two'];
console.log(long[1], long.length);
type Point = [x: number, y?: number];
function norm(p: Point): number {
  return p[0] + (p[1] ?? 0);
}
console.log(norm([3]), norm([3, 4]));
interface Item {
  id: number;
  tags: string[];
  price?: number;
}
const item: Item = { id: 1, tags: ['a'] };
console.log({ ...item, id: 5 }, { ...item, price: 2 });
const zebra = { z: 1, a: 2, m: 3 };
console.log({ ...zebra }, { ...zebra, b: 4 }, { b: 0, ...zebra });
