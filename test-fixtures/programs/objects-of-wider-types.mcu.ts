// Objects as ones of types that have fewer properties.
interface Animal {
  name: string;
}
interface Dog extends Animal {
  bark: string;
}
interface Point {
  x: number;
  y: number;
}
const dog: Dog = { name: 'Rex', bark: 'wuff' };
const animals: Animal[] = [dog, { name: 'Tom' }];
for (const a of animals) console.log(a.name, a);
function rename(a: Animal, name: string): Animal {
  a.name = name;
  return a;
}
console.log(rename(dog, 'Bello') === dog, dog);
const p3 = { x: 1, y: 2, z: 3 };
const p2: Point = p3;
p2.x = 10;
p2.y += 5;
console.log(p2.x, p3.x, p3.y, p3);
function length({ x, y }: Point): number {
  return Math.hypot(x, y);
}
console.log(length({ x: 3, y: 4 }), length(p3), length(p2));
class Vector implements Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
  get size() {
    return length(this);
  }
}
console.log(new Vector(6, 8).size, length(new Vector(5, 12)));
const literal: Point = { x: 7, y: 8 };
console.log({ ...literal }, Object.keys(p2), JSON.stringify(p2), JSON.stringify([literal, p2]));
console.log(Object.values(literal), Object.entries(p2));
const { x, ...others } = literal;
console.log(x, others);
const parsed: Point = JSON.parse('{"x": 1, "y": 2}');
console.log(parsed, length(parsed));
const nearest = (points: Point[]): Point =>
  points.reduce((best, each) => (length(each) < length(best) ? each : best));
console.log(nearest([p2, literal, new Vector(1, 1)]));
type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
const wide = { kind: 'circle' as const, radius: 2, color: 'red' };
const shapes: Shape[] = [wide, { kind: 'square', side: 3 }];
const area = (s: Shape) => (s.kind === 'circle' ? 3 * s.radius * s.radius : s.side * s.side);
console.log(shapes.map(area));
interface Options {
  verbose?: boolean;
  level?: number;
}
function run(o: Options) {
  return `${o.verbose ?? false} ${o.level ?? 0}`;
}
const settings = { level: 3, name: 'main' };
console.log(run(settings), run({ verbose: true }), run({}));
const o: Options = {};
o.level = 4;
console.log(run(o), o);
interface Config {
  size?: number;
  title?: string;
  at?: Point;
}
const full = { size: 3, title: 'big', at: p2, extra: true };
function describe(c: Config): string {
  c.size = (c.size ?? 0) + 1;
  return `${c.size} ${c.title ?? 'none'} ${c.at?.x ?? '-'}`;
}
console.log(describe(full), describe({}), describe({ title: 'only' }), full.size);
const ints: { a: int } = { a: 5 };
function half(o: { a: number }): number {
  return o.a / 2;
}
console.log(half(ints), half({ a: 5.5 }));
const maybe: Animal | undefined = animals.length > 1 ? dog : undefined;
console.log(maybe?.name);
const makers: (() => Animal)[] = [() => dog, () => ({ name: 'new' })];
console.log(makers.map((make) => make().name));
const byName = new Map<string, Animal>([['d', dog]]);
byName.set('c', { name: 'cat' });
console.log([...byName.values()].map((each) => each.name).join());
const anything: unknown = p3;
const isPoint = (v: unknown): v is Point => typeof v === 'object' && v !== null && 'x' in v;
if (isPoint(anything)) console.log(anything.y);
