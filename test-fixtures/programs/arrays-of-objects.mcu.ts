interface Item { id: number; tags: string[]; price?: number }
const items: Item[] = [{ id: 1, tags: ['a', 'b'], price: 2.5 }, { id: 2, tags: [] }, { id: 3, tags: ['c'], price: 0 }];
console.log(items.map((i) => i.id), items.filter((i) => i.price), items.find((i) => i.tags.length === 0), items.flatMap((i) => i.tags));
console.log(items.reduce((sum, { price = 1 }) => sum + price, 0), items.some(({ tags }) => tags.includes('c')), items.map(({ price }) => price ?? 'none'));
console.log(items.findLast(({ id }) => id < 3)?.tags, items.at(-1)?.price, items.indexOf(items[1]), items.includes({ id: 1, tags: [] }));
const byId = items.toSorted((a, b) => b.id - a.id);
byId[0].id = 30;
console.log(items[2].id, byId.map(({ id }) => id), [...items, { id: 9, tags: ['z'] }].length);
const copies = items.map((item) => ({ ...item, tags: [String(item.id)] }));
console.log(copies[0].tags, items[0].tags);
class Point { constructor(public x: number, public y: number) {} plus(o: Point): Point { return new Point(this.x + o.x, this.y + o.y); } }
const points = Array.from({ length: 3 }, (_, i) => new Point(i, i * i));
console.log(points, points.reduce((a, b) => a.plus(b)), points.slice(1).map((p) => p.x), points.splice(0, 1)[0] instanceof Point, points.length);

console.log([points[0], points[0]].lastIndexOf(points[0]), points.concat(new Point(7, 7)).pop());
