// Values of type any, unknown and of unions of unlike types.
let x: any = 1;
console.log(x, typeof x);
x = 'text';
console.log(x, typeof x);
x = true;
console.log(x, typeof x);
x = undefined;
console.log(x, typeof x);
x = null;
console.log(x, typeof x);
x = [1, 2.5];
console.log(x, typeof x);
x = { a: 1, b: 'two' };
console.log(x, typeof x);

function describe(value: string | number | boolean): string {
  if (typeof value === 'string') return `text of ${value.length}`;
  if (typeof value === 'number') return `number ${value + 1}`;
  return value ? 'yes' : 'no';
}
console.log(describe('abc'), describe(41), describe(true), describe(false));

function kind(value: unknown): string {
  switch (typeof value) {
    case 'number':
      return value > 3 ? 'large' : 'small';
    case 'string':
      return value.toUpperCase();
    case 'undefined':
      return 'nothing';
    case 'boolean':
      return `${!value}`;
    default:
      return value === null ? 'null' : 'other';
  }
}
console.log(kind(5), kind(1), kind('a'), kind(undefined), kind(true), kind(null), kind([1]), kind({ a: 1 }));

const mixed: (string | number | boolean | null | undefined)[] = [1, 'two', true, null, undefined, -0, 2.5];
console.log(mixed, mixed.length);
for (const each of mixed) console.log(`${each}`, !!each, each === 1, each === 'two', each === null, each == null);
console.log(mixed.indexOf('two'), mixed.includes(2.5), mixed.includes(true), mixed.indexOf(7));
mixed.push('end');
mixed[0] = 'start';
console.log(mixed.join('-'));

let value: string | number = 3;
value += 4;
console.log(value);
value = 'a';
value += 'b';
console.log(value);

function both(x: number | null | undefined): string {
  if (x === null) return 'null';
  if (x === undefined) return 'undefined';
  return `${x * 2}`;
}
console.log(both(1), both(null), both(undefined));

function first(x: string | number[]): string | number {
  return typeof x === 'string' ? x.slice(0, 1) : (x[0] ?? -1);
}
console.log(first('hello'), first([7, 8]));

class Shape {
  constructor(readonly name: string) {}
  toString() {
    return `shape ${this.name}`;
  }
}
const things: unknown[] = [new Shape('s'), 1, 'x', [1, 2]];
for (const thing of things) {
  if (thing instanceof Shape) console.log('shape', thing.name);
  else if (Array.isArray(thing)) console.log('array');
  else console.log('other', thing);
}
console.log(`${new Shape('t')}`, String(new Shape('u')), `${{ a: 1 }}`);
const a: unknown = 'same';
const b: unknown = 'same';
console.log(a === b, a !== b, a === 'same');
const s = new Shape('r');
const u1: unknown = s;
const u2: unknown = s;
console.log(u1 === u2, u1 === s, u1 === new Shape('r'));
console.log(things);
