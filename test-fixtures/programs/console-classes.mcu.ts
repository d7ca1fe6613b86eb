// Classes and functions given to the console by their names.
class Shape {
  area(): number {
    return 0;
  }
}
class Circle extends Shape {
  static readonly #unit = 1;
  static make(): Circle {
    return new Circle();
  }
}
class Failure extends Error {}
const Anonymous = class {};
const Other = class Named {};
console.log(Shape, Circle, Failure, Anonymous, Other);
console.log('class', Shape.name, `${Circle.name}`, Circle.make(), new Other());
function named(): void {}
const arrow = () => 1;
console.log(named, arrow, [1, named].length);
