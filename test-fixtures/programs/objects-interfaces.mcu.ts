// Interfaces with methods, and unions told apart by a property.
interface Shape {
  readonly name: string;
  area(): number;
  scaled(by: number): Shape;
}
class Circle implements Shape {
  readonly name = 'circle';
  constructor(private radius: number) {}
  area(): number {
    return 3 * this.radius * this.radius;
  }
  scaled(by: number): Circle {
    return new Circle(this.radius * by);
  }
}
class Box implements Shape {
  extra = 0.5;
  readonly name: string = 'box';
  constructor(public width: number, public height: number) {}
  scaled(by: number): Shape {
    return new Box(this.width * by, this.height * by);
  }
  area(): number {
    return this.width * this.height;
  }
}
class Square extends Box {
  override readonly name = 'square';
  constructor(side: number) {
    super(side, side);
  }
}
const shapes: Shape[] = [new Circle(2), new Box(2, 3), new Square(1.5)];
const total = shapes.reduce((sum, shape) => sum + shape.area(), 0);
console.log(total, shapes.map((each) => each.name).join());
for (const shape of shapes) console.log(shape.scaled(2).area(), shape instanceof Box);
const odd: Shape = {
  name: 'odd',
  area: () => 42,
  scaled: () => new Square(9),
};
console.log(odd.area(), odd.scaled(1).name, odd);
function describe(shape: Shape): string {
  if (shape instanceof Square) return `square of ${shape.width}`;
  if (shape instanceof Box) return `box of ${shape.width} by ${shape.height}`;
  return `some ${shape.name}`;
}
console.log([...shapes, odd].map(describe));

// %%
type Message =
  | { kind: 'move'; x: number; y: number }
  | { kind: 'say'; text: string; loud?: boolean }
  | { kind: 'stop' };
function run(message: Message): string {
  switch (message.kind) {
    case 'move':
      return `to ${message.x}, ${message.y}`;
    case 'say':
      return message.loud ? message.text.toUpperCase() : message.text;
    default:
      return message.kind;
  }
}
const script: Message[] = [
  { kind: 'move', x: 1, y: 2.5 },
  { kind: 'say', text: 'hello' },
  { kind: 'say', text: 'hey', loud: true },
  { kind: 'stop' },
];
for (const message of script) console.log(run(message), message);

// %%
type Tree = Leaf | Branch;
interface Leaf {
  readonly type: 'leaf';
  value: number;
}
interface Branch {
  readonly type: 'branch';
  left: Tree;
  right: Tree;
}
const leaf = (value: number): Tree => ({ type: 'leaf', value });
const branch = (left: Tree, right: Tree): Tree => ({ type: 'branch', left, right });
function sum(tree: Tree): number {
  return tree.type === 'leaf' ? tree.value : sum(tree.left) + sum(tree.right);
}
const grown = branch(branch(leaf(1), leaf(2)), leaf(39.5));
console.log(sum(grown), grown.type);
if (grown.type === 'branch' && grown.right.type === 'leaf') {
  grown.right.value += 10;
  console.log(sum(grown));
}

// %%
interface Visitor {
  visit(value: number): void;
}
class Summing implements Visitor {
  total = 0;
  visit(value: number) {
    this.total += value;
  }
}
class Printing implements Visitor {
  visit(value: number) {
    console.log('saw', value);
  }
}
function each(values: number[], visitor: Visitor | null): void {
  for (const value of values) visitor?.visit(value);
}
const summing = new Summing();
each([1, 2, 3], summing);
each([4], new Printing());
each([5], null);
console.log(summing.total);
