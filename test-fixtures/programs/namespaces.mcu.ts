// Namespaces: nested, merged, with everything that can be declared in them.
namespace Geometry {
  export const origin = { x: 0, y: 0 };
  export let count = 0;
  const factor = 2;
  export interface Point {
    x: number;
    y: number;
  }
  export function distance(a: Point, b: Point = origin): number {
    count++;
    return Math.hypot(a.x - b.x, a.y - b.y) * helper();
  }
  function helper(): number {
    return factor / 2;
  }
  export class Circle {
    static made = 0;
    constructor(
      public center: Point,
      public radius: number,
    ) {
      Circle.made++;
      count += 10;
    }
    contains(p: Point): boolean {
      return distance(p, this.center) <= this.radius;
    }
  }
  export enum Kind {
    Round,
    Square = 'square',
  }
  export namespace Units {
    export const meter = 1;
    export const kilo = (n: number) => n * 1000 * meter;
  }
  console.log('evaluated', count);
}
namespace Geometry {
  const factor = 10;
  export const scale = (n: number) => n * factor;
  export const area = (c: Circle) => Math.round(Math.PI * c.radius ** 2);
}
namespace Outer.Inner {
  export const name = 'inner';
  export function hello(): string {
    return `hello ${name}`;
  }
}
const point: Geometry.Point = { x: 3, y: 4 };
console.log(Geometry.distance(point), Geometry.count);
const circle = new Geometry.Circle({ x: 1, y: 1 }, 5);
console.log(circle.contains(point), circle.contains({ x: 9, y: 9 }), Geometry.Circle.made, Geometry.count);
console.log(Geometry.Kind.Round, Geometry.Kind.Square, Geometry.Units.kilo(2), Geometry.Units.meter);
console.log(Geometry.scale(3), Geometry.area(circle));
console.log(Outer.Inner.hello(), Outer.Inner.name);
import Units = Geometry.Units;
import far = Geometry.distance;
console.log(Units.kilo(3), far({ x: 0, y: 2 }));
Geometry.count = 100;
Geometry.count++;
console.log(Geometry.count);
const f = Geometry.scale;
console.log([1, 2].map(f), [1, 2].map(Geometry.Units.kilo));
class Ring extends Geometry.Circle {
  inner = 1;
}
console.log(new Ring(point, 2).contains(point), Geometry.Circle.made, circle instanceof Geometry.Circle);
namespace Counter {
  let value = 0;
  export const next = () => ++value;
  export function reset() {
    value = 0;
  }
}
Counter.next();
Counter.next();
console.log(Counter.next());
Counter.reset();
console.log(Counter.next());
function value() {
  return 'outside';
}
console.log(value());
