// Names of classes and functions, and which class made an object.
abstract class Shape {
  constructor() {
    if (new.target === Shape) throw new TypeError('Shape is abstract');
    console.log(`making ${new.target.name}`);
  }
  describe(): string {
    return `a ${this.constructor.name}`;
  }
}
class Circle extends Shape {}
class Ring extends Circle {
  override describe() {
    return `${super.describe()} made of ${Circle.name}`;
  }
}
class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = this.constructor.name;
  }
}
class NotFound extends HttpError {
  constructor(what: string) {
    super(404, `${what} not found`);
    this.name = new.target.name;
  }
}
const shapes: Shape[] = [new Circle(), new Ring()];
for (const shape of shapes) console.log(shape.describe(), shape.constructor === Circle, shape.constructor === Ring);
console.log(shapes[0]!.constructor !== shapes[1]!.constructor, Ring.name.length);
try {
  throw new NotFound('page');
} catch (error) {
  if (error instanceof HttpError) console.log(`${error}`, error.status, error.constructor === NotFound);
}
class Box<T> {
  constructor(public value: T) {}
}
const Local = class {
  x = 1;
};
console.log(new Box(1).constructor.name, Box.name, new Local().constructor.name);
console.log(new Map([[1, 2]]).constructor.name, new TypeError('t').constructor.name, { a: 1 }.constructor.name);
function add(a: number, b: number, c = 0) {
  return a + b + c;
}
const arrow = (...xs: number[]) => xs.length;
console.log(add.name, add.length, arrow.name, arrow.length, add(1, 2));
console.log([(class {}).name, (class Inner {}).name, (class { static x = 1; }).name.length]);
