interface Colorful {
  color: string;
}
interface Circle {
  radius: number;
}
interface CC extends Colorful, Circle {}
const cc: CC = { color: 'red', radius: 42 };
console.log(cc);
type CC2 = Colorful & Circle;
const c2: CC2 = cc;
console.log(c2.radius, c2);
function draw(c: Colorful & Circle) {
  console.log(c.color, c.radius);
}
draw({ color: 'blue', radius: 42 });
draw(cc);
draw(c2);
type Id = { id: number };
type Timestamps = { created: number; updated?: number };
type Entity<T> = T & Id & Timestamps;
const e: Entity<{ name: string }> = { name: 'x', id: 1, created: 5 };
console.log(e, e.updated, e.name);
e.updated = 6;
console.log(e);
function withId<T extends object>(o: T, id: number): T & { id: number } {
  return { ...o, id };
}
const w = withId({ a: 'q' }, 3);
console.log(w.a, w.id, w);
function merge<A extends object, B extends object>(a: A, b: B): A & B {
  return { ...a, ...b };
}
const m = merge({ x: 1, y: 'a' }, { z: true });
console.log(m.x, m.y, m.z, m);
const m2 = merge(m, { x: 5 });
console.log(m2.x);
type UserId = string & { readonly __brand: unique symbol };
const uid = 'u1' as UserId;
console.log(uid.length, uid.toUpperCase(), uid);
type Meters = number & { __unit: 'm' };
const len = 5 as Meters;
console.log(
  len * 2,
  [len, 7 as Meters].map((x) => x + 1),
);
interface Walker {
  walk(): string;
}
interface Swimmer {
  swim(): string;
}
class Duck implements Walker, Swimmer {
  constructor(public name: string) {}
  walk() {
    return this.name + ' walks';
  }
  swim() {
    return this.name + ' swims';
  }
}
function both(a: Walker & Swimmer) {
  return a.walk() + ',' + a.swim();
}
console.log(both(new Duck('d')), both({ walk: () => 'w', swim: () => 's' }));
type Named = { name: string };
function hello(x: Swimmer & Named) {
  return x.name + x.swim();
}
console.log(hello(new Duck('e')));
type A = { a: { x: number } } & { a: { y: number } };
const a: A = { a: { x: 1, y: 2 } };
console.log(a.a.x + a.a.y, a);
type P = { k?: number } & { k: number; z: string };
const p: P = { k: 3, z: 's' };
console.log(p.k + 1);
type Action = { type: string } & ({ kind: 'add'; n: number } | { kind: 'del'; s: string });
function act(x: Action) {
  return x.kind === 'add' ? x.type + x.n : x.type + x.s;
}
console.log(act({ type: 't', kind: 'add', n: 4 }), act({ type: 'u', kind: 'del', s: 'q' }));
type Tree<T> = { value: T } & { children?: Tree<T>[] };
const t: Tree<number> = { value: 1, children: [{ value: 2 }, { value: 3, children: [] }] };
const sum = (t: Tree<number>): number => t.value + (t.children ?? []).reduce((s, c) => s + sum(c), 0);
console.log(sum(t), t);
function must<T>(x: T): NonNullable<T> {
  if (x === null || x === undefined) throw new Error('absent');
  return x;
}
const v: number | undefined = [4].pop();
console.log(must(v).toFixed(1), must<string | null>('q').length);
type Props = { title: string } & Partial<{ size: number; bold: boolean }>;
function show({ title, size = 3, bold = false }: Props) {
  return `${title}${size}${bold}`;
}
console.log(show({ title: 'T' }), show({ title: 'U', size: 1, bold: true }));
function isDuck(x: object): x is Duck & object {
  return x instanceof Duck;
}
console.log(isDuck(new Duck('z')));
class Base {
  constructor(public b = 1) {}
}
class Sub extends Base {
  constructor(public c = 2) {
    super();
  }
}
function bs(x: Base & Sub) {
  return x.b + x.c;
}
console.log(bs(new Sub()));
class Temp {
  #f = 3;
  constructor(private c: number) {}
  get f() {
    return this.c + this.#f;
  }
  set f(v) {
    this.c = v;
  }
  hot() {
    return this.c > 5;
  }
}
function tag(x: Temp & Named2) {
  x.f = 7;
  return `${x.label} ${x.f} ${x.hot()}`;
}
interface Named2 {
  label: string;
}
class Labelled extends Temp {
  label = 'lab';
}
console.log(tag(new Labelled(4)));
