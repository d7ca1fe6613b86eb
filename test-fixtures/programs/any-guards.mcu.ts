// Guards that programs write, of values of any type: what they let through is one of the type, whatever it was made as.
interface Named {
  name: string;
}
function isNamed(x: any): x is Named {
  return x !== null && typeof x === 'object' && typeof x.name === 'string';
}
function tell(x: unknown): string {
  return isNamed(x) ? `named ${x.name}` : 'not';
}
class Cat {
  name = 'tom';
  age = 3;
}
console.log(tell({ name: 'with more', age: 3 }), tell(new Cat()), tell({ nam: 3 }), tell(null), tell('text'));
console.log([{ name: 'a' }, { name: '' }].map(tell));
const things: unknown[] = [{ name: 'x' }, 5, { name: 'y', more: true }];
console.log(things.filter(isNamed).map((each) => each.name));

interface Titled {
  title: string;
}
const isTitled = (x: any): x is Titled => x !== null && typeof x === 'object' && typeof x.title === 'string';
const made: any = { title: 'made without a type' };
console.log(isTitled(made) ? made.title.length : 0, isTitled(JSON.parse('{ "title": "read" }')));
for (const x of [{ title: 'first' }, { title: '' }, null, {}] as any[]) if (isTitled(x)) console.log('found', x.title);
console.log(([{ title: 'a' }, {}, null] as any[]).map((each) => (isTitled(each) ? each.title : 'not')));
function mustBeTitled(x: any): asserts x is Titled {
  if (!isTitled(x)) throw new TypeError('not titled');
}
mustBeTitled(made);
console.log(made.title);

interface Point {
  x: number;
  y: number;
}
class Place {
  constructor(
    readonly x: number,
    readonly y: number,
    readonly label: string,
  ) {}
}
const isPoint = (value: unknown): value is Point => typeof value === 'object' && value !== null && 'x' in value && 'y' in value;
function distance(value: unknown): number {
  return isPoint(value) ? Math.hypot(value.x, value.y) : -1;
}
console.log(distance(new Place(3, 4, 'here')), distance({ x: 6, y: 8 }), distance([1]), distance(undefined));

// Answers that are no truth values, where only their truth is asked for.
function isObject(x: any): boolean {
  return x && typeof x === 'object';
}
const hasId = (x: any): x is { id: number } => x && x.id;
function sameId(a: any, b: any): boolean {
  if (a == null) return b == null;
  return a.id && a.id === b.id;
}
const values = [null, undefined, 0, '', 5, {}, []];
for (const value of values) console.log(isObject(value), isObject(value) ? 'object' : 'none', !isObject(value));
console.log(values.filter(isObject).length, values.some(isObject), values.every(isObject));
console.log(hasId({ id: 0 }) ? 1 : 2, hasId({ id: 7 }) ? 1 : 2, hasId(null) ? 1 : 2);
console.log(sameId(null, undefined), !sameId({}, { id: 1 }), sameId({ id: 2 }, { id: 2 }));
function asked(value: any): string {
  const is = isObject(value);
  return is ? 'yes' : `no, ${is}`;
}
console.log(asked({}), asked(null), asked(0));

// What a value has, whatever it is.
class Sized {
  get length(): number {
    return 7;
  }
  count(): number {
    return 4;
  }
}
class Thenable {
  then(done: (x: number) => void): void {
    done(3);
  }
}
const hasMethod = (x: any): boolean => !!x && typeof x.then === 'function';
for (const value of [5, true, 'abc', [1, 2], { length: 4 }, { a: 1 }, new Cat(), new Sized(), new Map([[1, 2]])] as any[])
  console.log(value.length, value.size, typeof value.count, hasMethod(value));
console.log(hasMethod(new Thenable()), hasMethod(Promise.resolve(1)), hasMethod({ then() {} }), hasMethod({ then: 1 }));

// Guards of classes, of unions, and of single properties.
interface Circle {
  kind: 'circle';
  r: number;
}
interface Square {
  kind: 'square';
  s: number;
}
const isShape = (x: any): x is Circle | Square => x && (x.kind === 'circle' || x.kind === 'square');
class Tile {
  readonly kind = 'square';
  constructor(public s: number) {}
  static is(x: any): x is Tile {
    return x && x.kind === 'square' && x instanceof Tile;
  }
}
function area(x: unknown): number {
  if (!isShape(x)) return -1;
  return x.kind === 'circle' ? x.r * 3 : x.s * x.s;
}
const shapes: unknown[] = [{ kind: 'circle', r: 2 }, { kind: 'square', s: 2, color: 'red' }, new Tile(5), null, 3, {}];
console.log(shapes.map(area), shapes.filter(Tile.is).length);
for (const each of shapes) console.log(Tile.is(each) ? each.s : 'no tile');
function has<K extends string>(o: unknown, key: K): o is Record<K, unknown> {
  return typeof o === 'object' && o !== null && key in o;
}
const thing: unknown = { a: 1, b: [2] };
console.log(has(thing, 'a') ? thing.a : 'none', has(thing, 'c') ? thing.c : 'none', has(thing, 'b') && thing.b);
