// Object.keys and its like, for ... in, `in`, on objects of known properties and on dictionaries.
const point = { y: 2, x: 1, label: 'p' };
console.log(Object.keys(point), Object.values(point), Object.entries(point));
for (const [name, value] of Object.entries(point)) console.log(name, value);
for (const name in point) console.log(name);
const numbers = { a: 1, b: 2.5, c: -3 };
let sum = 0;
for (const value of Object.values(numbers)) sum += value;
console.log(sum, Object.entries(numbers).map(([k, v]) => `${k}=${v}`).join('&'));
class Base {
  first = 1;
  private hidden = 'h';
  #secret = 2;
  get secret(): number {
    return this.#secret;
  }
}
class Derived extends Base {
  last = true;
}
const derived: Base = new Derived();
console.log(Object.keys(new Base()), Object.keys(derived), derived.secret);
interface Options {
  name: string;
  size?: number;
  color?: string;
}
const options: Options = { name: 'n', color: 'red' };
console.log(Object.keys(options), 'size' in options, 'color' in options, 'other' in options);
console.log(Object.hasOwn(options, 'name'), Object.hasOwn(options, 'size'));
const empty = {};
console.log(Object.keys(empty), Object.keys([7, 8]));

const dictionary: Record<string, number> = { one: 1, two: 2 };
dictionary.three = 3;
console.log(Object.keys(dictionary), Object.values(dictionary), Object.entries(dictionary));
for (const key in dictionary) {
  console.log(key, dictionary[key]);
  if (key === 'one') delete dictionary.two;
}
for (const [key, value] of Object.entries(dictionary)) dictionary[key] = value * 10;
console.log(dictionary, Object.keys(dictionary).length);
outer: for (const a in dictionary) {
  for (const b in dictionary) {
    if (b === 'three') continue outer;
    console.log(a, b);
  }
}
for (const index in ['a', 'b']) console.log(index, typeof index);
let last = '';
for (last in numbers);
console.log(last);

const target: Record<string, number> = { a: 1, b: 2 };
console.log(Object.assign(target, { b: 3, c: 4 } as Record<string, number>) === target, target);
const settings = { volume: 3, muted: false };
Object.assign(settings, { muted: true });
console.log(settings);
const frozen = Object.freeze({ x: 1 });
console.log(frozen.x, frozen);
console.log(Object.fromEntries([['a', 1], ['b', 2]]), Object.fromEntries(new Map([['k', 'v']])));
const doubled = Object.fromEntries(Object.entries(numbers).map(([k, v]) => [k, v * 2] as [string, number]));
console.log(doubled);
console.log(Object.is(NaN, NaN), Object.is(0, -0), Object.is(-0, -0), Object.is('a', 'a'), Object.is(1, 2));
console.log(Object.is(point, point), Object.is({}, {}), Object.is(null, undefined), Object.is(true, true));
const counts: Record<string, number> = {};
for (const letter of 'hello world') if (letter !== ' ') counts[letter] = (counts[letter] ?? 0) + 1;
console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3));
console.log(new Map(Object.entries(counts)).get('l'));

type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
function area(shape: Shape): number {
  return 'radius' in shape ? 3 * shape.radius ** 2 : shape.side ** 2;
}
console.log(area({ kind: 'circle', radius: 2 }), area({ kind: 'square', side: 3 }));
const colors = { red: 0xff0000, green: 0x00ff00, blue: 0x0000ff };
type Color = keyof typeof colors;
const order: Color[] = ['green', 'blue'];
for (const color of order) console.log(color, colors[color].toString(16));
