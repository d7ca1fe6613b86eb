// Arrays, maps, sets and promises of a special type where ones of a general type are asked for.
interface Named {
  readonly name: string;
}
class Shape implements Named {
  constructor(readonly name: string) {}
  area(): number {
    return 0;
  }
}
class Square extends Shape {
  constructor(readonly side: number) {
    super('square');
  }
  override area() {
    return this.side ** 2;
  }
}
class Circle extends Shape {
  constructor(readonly radius: number) {
    super('circle');
  }
  override area() {
    return Math.round(Math.PI * this.radius ** 2);
  }
}
const squares = [new Square(1), new Square(2)];
const total = (shapes: readonly Shape[]) => shapes.reduce((sum, s) => sum + s.area(), 0);
const names = (items: ReadonlyArray<Named>) => items.map((item) => item.name).join();
const describe = (items: Iterable<Shape>) => [...items].map((s) => `${s.name}:${s.area()}`).join(' ');
console.log(total(squares), names(squares), describe(squares));
const grid: Shape[][] = [squares, [new Circle(1)]];
console.log(grid.map(total), grid.flat().length);
const nested: Square[][] = [squares];
const general: Shape[][] = nested;
console.log(general[0]![1]!.area(), total(general[0]!));

function addCircle(shapes: Shape[]): number {
  return shapes.push(new Circle(3));
}
const copy: Shape[] = [...squares];
console.log(addCircle(copy), total(copy), squares.length);
const maybe: (Shape | undefined)[] = squares;
console.log(maybe.map((s) => s?.name ?? 'none'));

const byId = new Map<number, Square>([[1, new Square(3)]]);
const sumOf = (map: ReadonlyMap<number, Shape>) => [...map.values()].reduce((sum, s) => sum + s.area(), 0);
const first = (map: Map<number, Shape>) => map.get(1)?.name;
console.log(sumOf(byId), first(byId), byId.get(1)!.side);
const unique = new Set(squares);
const countOf = (set: ReadonlySet<Shape>, shape: Shape) => `${set.size} ${set.has(shape)}`;
console.log(countOf(unique, squares[0]!), countOf(unique, new Circle(1)));
const record: Record<string, Square> = { a: new Square(5) };
const areas = (shapes: Record<string, Shape>) => Object.entries(shapes).map(([k, s]) => `${k}=${s.area()}`);
console.log(areas(record));

const makeSquare = async (side: number) => new Square(side);
async function areaOf(promise: Promise<Shape>): Promise<number> {
  return (await promise).area();
}
const all: Promise<Shape>[] = [makeSquare(4), Promise.resolve(new Circle(2))];
Promise.all(all).then((shapes) => console.log(shapes.map((s) => s.area())));
areaOf(makeSquare(6)).then((area) => console.log(area));
const makers: (() => Shape[])[] = [() => squares, () => [new Circle(4)]];
console.log(makers.map((make) => total(make())));
interface Point {
  x: number;
  y: number;
}
interface Point3 extends Point {
  z: number;
}
const points: Point3[] = [{ x: 1, y: 2, z: 3 }];
const flat = (list: Point[]) => list.map(({ x, y }) => x + y);
console.log(flat(points), points[0]!.z);
