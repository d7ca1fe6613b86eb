// handbook: object types
interface PaintOptions {
  shape: string;
  xPos?: number;
  yPos?: number;
}
function paintShape({ shape, xPos = 0, yPos = 0 }: PaintOptions) {
  console.log(shape, xPos, yPos);
}
paintShape({ shape: 's' });
paintShape({ shape: 's', xPos: 100 });
paintShape({ shape: 's', xPos: 100, yPos: 50 });
interface NumberDictionary {
  [index: string]: number;
  length: number;
}
const nd: NumberDictionary = { length: 2, x: 5 };
console.log(nd.x, nd['length'], Object.keys(nd));
interface Home {
  readonly resident: { name: string; age: number };
}
function visit(home: Home) {
  home.resident.age++;
  console.log(`Happy birthday ${home.resident.name} ${home.resident.age}`);
}
visit({ resident: { name: 'a', age: 3 } });
interface BasicAddress {
  name?: string;
  street: string;
}
interface AddressWithUnit extends BasicAddress {
  unit: string;
}
const addr: AddressWithUnit = { street: 'x', unit: '3' };
console.log(addr, addr.name);
interface Box<T> {
  contents: T;
}
function setContents<T>(box: Box<T>, n: T) {
  box.contents = n;
}
const bx: Box<string> = { contents: 'a' };
setContents(bx, 'b');
console.log(bx.contents);
type OrNull<T> = T | null;
type OneOrMany<T> = T | T[];
type OneOrManyOrNull<T> = OrNull<OneOrMany<T>>;
const o1: OneOrManyOrNull<string> = ['a'];
const o2: OneOrManyOrNull<string> = null;
console.log(o1, o2);
type StringNumberPair = [string, number];
function ds(p: StringNumberPair) {
  const [a, b] = p;
  console.log(a, b, p.length);
}
ds(['h', 42]);
type Either2dOr3d = [number, number, number?];
function sc(c: Either2dOr3d) {
  const [x, y, z] = c;
  console.log(x, y, z, c.length);
}
sc([1, 2]);
sc([1, 2, 3]);
let point = [3, 4] as const;
function dist([x, y]: readonly [number, number]) {
  return Math.sqrt(x ** 2 + y ** 2);
}
console.log(dist(point));
type Person = { age: number; name: string; alive: boolean };
type Age = Person['age'];
const a5: Age = 5;
console.log(a5);
const MyArray = [
  { name: 'Alice', age: 15 },
  { name: 'Bob', age: 23 },
  { name: 'Eve', age: 38 },
];
type P2 = (typeof MyArray)[number];
const p2: P2 = MyArray[1];
console.log(p2.name);
for (const { name, age } of MyArray) console.log(name, age);
type K = keyof Person;
const keys: K[] = ['age', 'name'];
const per: Person = { age: 3, name: 'q', alive: true };
for (const k of keys) console.log(k, per[k]);
function getProperty<T, Key extends keyof T>(obj: T, key: Key) {
  return obj[key];
}
console.log(getProperty(per, 'age'), getProperty(per, 'name'));
type Opt<T> = { [P in keyof T]?: T[P] };
function update(p: Person, q: Opt<Person>): Person {
  return { ...p, ...q };
}
console.log(update(per, { age: 4 }));
type Getters<T> = { [P in keyof T as `get${Capitalize<string & P>}`]: () => T[P] };
const lazy: Getters<{ name: string; age: number }> = { getName: () => 'x', getAge: () => 7 };
console.log(lazy.getName(), lazy.getAge());
const rec: Record<'home' | 'about', { title: string }> = { home: { title: 'H' }, about: { title: 'A' } };
console.log(rec.about.title, Object.keys(rec).length);
const pick: Pick<Person, 'name'> = { name: 'z' };
const omit: Omit<Person, 'name'> = { age: 1, alive: false };
console.log(pick, omit);
const ro: Readonly<Person> = per;
console.log(ro.age);
const req: Required<Opt<Person>> = per;
console.log(req.alive);
type EventName = `on${'Click' | 'Move'}`;
const en: EventName = 'onClick';
console.log(en);
const conf = { a: 1, b: 'x' } satisfies Record<string, number | string>;
console.log(conf.a + 1, conf.b.length);
console.log({ a: 1, nested: { b: [1, { c: 2 }], d: null, e: undefined }, f: () => 1, g: 'str' });

function lastOf<T>(xs: readonly T[], otherwise: T): T {
  return xs.length > 0 ? xs[xs.length - 1]! : otherwise;
}
console.log(
  lastOf<string | null>(['a', null], 'bc'),
  lastOf<number | null>([1, null], 3),
  lastOf<number | undefined>([undefined], 3),
  lastOf([1, 2], 3),
);
function firstOf<T>(xs: readonly T[]): T {
  const x = xs[0]!;
  return x;
}
console.log(firstOf<string | null>([null]), firstOf([4]));
