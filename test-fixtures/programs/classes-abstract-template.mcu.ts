// Abstract classes with template methods; generic subclasses; arrays of them.
abstract class Shape {
  abstract get name(): string;
  abstract area(): number;
  scaled(by: number): number {
    return this.area() * by;
  }
  toString(): string {
    return `${this.name}(${this.area().toFixed(2)})`;
  }
}
class Square extends Shape {
  get name(): string {
    return 'square';
  }
  constructor(private side: number) {
    super();
  }
  area(): number {
    return this.side ** 2;
  }
}
class Circle extends Shape {
  get name(): string {
    return 'circle';
  }
  constructor(private r: number) {
    super();
  }
  area(): number {
    return Math.PI * this.r * this.r;
  }
  scaled(by: number): number {
    return -super.scaled(by);
  }
}
const shapes: Shape[] = [new Square(3), new Circle(1), new Square(0.5)];
for (const s of shapes) console.log(`${s}`, String(s), s.scaled(2).toFixed(3));
console.log(shapes.map((s) => s.area()).sort((x, y) => x - y).map((x) => x.toFixed(1)));
abstract class Repository<T> {
  protected items: T[] = [];
  abstract keyOf(item: T): string;
  add(item: T): number {
    return this.items.push(item);
  }
  find(key: string): T | undefined {
    return this.items.find((item) => this.keyOf(item) === key);
  }
}
class Names extends Repository<{ id: number; name: string }> {
  keyOf(item: { id: number; name: string }): string {
    return item.name;
  }
}
class Numbers extends Repository<number> {
  keyOf(item: number): string {
    return item.toString(16);
  }
}
const names = new Names();
names.add({ id: 1, name: 'ann' });
console.log(names.find('ann'), names.find('bob'), names.add({ id: 2, name: 'bob' }));
const numbers = new Numbers();
numbers.add(255);
console.log(numbers.find('ff'), numbers.find('f'));
