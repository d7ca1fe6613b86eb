// Object literals, interfaces, optional properties, nesting, spread, functions as properties.
interface Point {
  x: number;
  y: number;
}
const origin: Point = { x: 0, y: 0 };
function moved(point: Point, dx: number, dy: number): Point {
  return { y: point.y + dy, x: point.x + dx };
}
const p = moved(moved(origin, 1, 2), 0.5, 0.25);
console.log(p.x, p.y, origin.x, origin.y);

// %%
interface Reading {
  name: string;
  at: Point;
  value?: number;
  tags: string[];
  next: Reading | null;
}
const a: Reading = { name: 'a', at: { x: 1, y: 2 }, tags: ['t'], next: null };
const b: Reading = { name: 'b', at: p, tags: [], next: a, value: 7 };
b.tags.push('u', 'v');
console.log(a.value, b.value, b.next?.name, a.next?.name, b.tags);
b.at.x = 99;
console.log(p.x, b.next!.at.y);
a.value = 3;
console.log(a.value + (b.value ?? 0));

// %%
const base = { width: 2, height: 3 };
const wide = { ...base, width: 10 };
console.log(wide.width * wide.height, base.width);
const shapes: { name: string; area: () => number }[] = [
  { name: 'square', area: () => 4 },
  { name: 'wide', area: () => wide.width * wide.height },
];
for (const shape of shapes) console.log(shape.name, shape.area());
const byName = shapes.map((s) => s.name).join();
const copy = { ...wide };
console.log(byName, wide === copy, copy.height);

// %%
type Pair = { first: int; second: float };
const pair: Pair = { first: 3, second: 0.1 };
pair.first++;
console.log(pair.first, typeof pair);
let best: Point | undefined;
for (const candidate of [origin, p]) {
  if (!best || candidate.x > best.x) best = candidate;
}
console.log(best === p, best?.x);
