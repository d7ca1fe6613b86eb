// Namespaces as objects, and namespaces of the name of an enum or a class.
namespace Units {
  export const base = 10;
  export function scale(x: number) {
    return x * base;
  }
  export const half = (x: number) => x / 2;
  export enum Kind {
    Length,
    Time,
  }
  export class Unit {
    constructor(public name: string) {}
  }
  export namespace Inner {
    export const list = [1, 2];
  }
  const hidden = 'hidden';
  export const shown = { hidden };
}

const units = Units;
console.log(units.scale(2), units.half(3), units.Kind.Time, new units.Unit('m').name, units.Inner.list);
const { half, shown } = Units;
console.log(half(5), shown, units);

interface Scaler {
  base: number;
  scale(x: number): number;
}
function use(scaler: Scaler) {
  return scaler.scale(scaler.base);
}
console.log(use(Units));

namespace Operators {
  export const add = (a: number, b: number) => a + b;
  export const subtract = (a: number, b: number) => a - b;
}
for (const [name, operate] of Object.entries(Operators)) console.log(name, operate(5, 3), operate.name === name);
const chosen: keyof typeof Operators = 'subtract';
console.log(Operators[chosen](1, 2), Operators['add'](1, 2), 'add' in Operators, { Operators }, { ...Operators, more: 1 });

enum Color {
  Red,
  Green,
}
namespace Color {
  export function parse(text: string) {
    return text === 'Red' ? Color.Red : Color.Green;
  }
  export const all = [Color.Red, Color.Green];
}
console.log(Color.parse('Green'), Color[Color.parse('Red')], Color.all);

enum Level {
  Low = 'low',
  High = 'high',
}
namespace Level {
  export function isLevel(text: string): text is Level {
    return text === Level.Low || text === Level.High;
  }
}
console.log(Level.isLevel('high'), Level.isLevel("no"), Level.High);

class Vector {
  static zero = new Vector(0);
  constructor(public x: number) {}
}
namespace Vector {
  export const one = new Vector(1);
  export function add(a: Vector, b: Vector) {
    return new Vector(a.x + b.x);
  }
}
console.log(Vector.add(Vector.one, Vector.zero).x);
