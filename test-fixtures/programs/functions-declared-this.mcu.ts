// Functions and methods that declare a `this` of any type, of none, or of their class, called in all ways.
function scaled(this: any, x: number, by = 10) {
  return [this === undefined, x * by];
}
console.log(scaled(3), scaled?.(4, 2), scaled.call(undefined, 5), scaled.apply(null, [6, 1]), scaled.bind(null)(7));

function sum(this: unknown, first: number, ...others: number[]) {
  return others.reduce((a, b) => a + b, first);
}
console.log(sum(1, 2, 3), sum(...([4, 5] as const)));

function shout(this: unknown, texts: TemplateStringsArray, ...values: string[]) {
  return texts.map((text, i) => text + (values[i] ?? '').toUpperCase()).join('');
}
console.log(shout`say ${'it'} loud`);

function* countdown(this: unknown, from: number) {
  while (from > 0) yield from--;
}
console.log([...countdown(3)]);

// A literal's method without `this` beside one with it.
const meter = {
  unit: 'V',
  show(value: number) {
    return `${value} ${this.unit}`;
  },
  round(this: void, value: number) {
    return Math.round(value);
  },
};
console.log(meter.show(meter.round(3.7)), meter?.round(1.2));
const { round } = meter;
console.log(round(8.5));

class Vector {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  plus(this: Vector, other: Vector): Vector {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  label(this: any, prefix: string): string {
    return `${prefix}${this.x}/${this.y}`;
  }
  keep<T>(this: Vector, value: T): T {
    return value;
  }
  same(this: this): this {
    return this;
  }
}
class Stretched extends Vector {
  override plus(this: Stretched, other: Vector): Vector {
    return new Stretched(this.x * 2 + other.x, this.y * 2 + other.y);
  }
}
const vectors: Vector[] = [new Vector(1, 2), new Stretched(3, 4)];
for (const each of vectors) {
  console.log(each.plus(vectors[0]!).label('at '), each.keep('kept'), each.same() === each);
}

// The text of an index is one.
const list = ['a', 'b'];
console.log('1' in list, '2' in list, '01' in list, '-1' in list, 'length' in list);
