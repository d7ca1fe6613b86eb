abstract class Shape {
  constructor(readonly name: string) {}
  abstract area(): number;
  toString() {
    return `${this.constructor.name} ${this.name} ${this.area()}`;
  }
}
class Circle extends Shape {
  constructor(private r = 1) {
    super('circle');
  }
  area() {
    return Math.round(this.r * this.r * 3.14);
  }
}
class Square extends Shape {
  side = 2;
  constructor(s?: number) {
    super('square');
    if (s !== undefined) this.side = s;
  }
  area() {
    return this.side ** 2;
  }
}
class Unit extends Square {}
function make<T>(ctor: new () => T): T {
  return new ctor();
}
console.log(String(make(Circle)), `${make(Square)}`, make(Unit).area());
const shapes = [Circle, Square, Unit].map((S) => new S(3));
console.log(shapes.map(String).join('; '));
const registry: Record<string, new (size?: number) => Shape> = { circle: Circle, square: Square };
function create(kind: string, size?: number): Shape {
  const ctor = registry[kind];
  return new ctor(size);
}
console.log(String(create('circle', 2)), String(create('square')));
type Constructor<T, A extends unknown[] = []> = new (...args: A) => T;
class Point {
  constructor(
    public x: number,
    public y: number,
  ) {}
}
function build<T>(C: new (x: number, y: number) => T, n: number): T[] {
  return Array.from({ length: n }, (_, i) => new C(i, i * i));
}
console.log(build(Point, 3));
class Container {
  private readonly made = new Map<string, unknown>();
  private readonly classes = new Map<string, new () => object>();
  register(name: string, c: new () => object) {
    this.classes.set(name, c);
  }
  get count() {
    return this.classes.size;
  }
  resolve(name: string): object {
    const c = this.classes.get(name);
    if (!c) throw new RangeError(name);
    const o = new c();
    this.made.set(name, o);
    return o;
  }
}
class Logger {
  lines: string[] = [];
  log(s: string) {
    this.lines.push(s);
  }
}
class Clock {
  now = 5;
}
const box = new Container();
box.register('log', Logger);
box.register('clock', Clock);
console.log(box.count, box.resolve('clock'), box.resolve('log') instanceof Logger);
const K = Circle;
const c = new K(2);
console.log(c instanceof Circle, c.area(), typeof K, K === Circle);
class Box<T> {
  constructor(public value: T) {}
}
function boxed<T>(B: new (v: T) => Box<T>, v: T): Box<T> {
  return new B(v);
}
console.log(boxed(Box, 4), boxed(Box<string>, 'a').value.length);
interface Plugin {
  run(): string;
}
interface PluginClass {
  new (options: { name: string }): Plugin;
}
class A implements Plugin {
  constructor(private o: { name: string }) {}
  run() {
    return 'A' + this.o.name;
  }
}
class B implements Plugin {
  constructor(private o: { name: string }) {}
  run() {
    return 'B' + this.o.name;
  }
}
const plugins: PluginClass[] = [A, B];
for (const P of plugins) console.log(new P({ name: 'x' }).run());
const Temp = class {
  t = 1;
  twice() {
    return this.t * 2;
  }
};
console.log(make(Temp).twice(), new Temp().twice());
const pick = (flag: boolean) => (flag ? Circle : Square);
console.log(new (pick(true))(1).area(), new (pick(false))(4).area());
class Pool<T> {
  private free: T[] = [];
  constructor(private readonly type: new () => T) {}
  take(): T {
    return this.free.pop() ?? new this.type();
  }
  give(x: T) {
    this.free.push(x);
  }
}
class Bullet {
  x = 0;
}
const pool = new Pool(Bullet);
const b1 = pool.take();
b1.x = 7;
pool.give(b1);
console.log(pool.take().x, pool.take().x);
function isOfKind(e: unknown): string {
  for (const [n, f] of [
    ['range', (x: unknown) => x instanceof RangeError],
    ['type', (x: unknown) => x instanceof TypeError],
  ] as const)
    if (f(e)) return n;
  return 'other';
}
console.log(isOfKind(new RangeError('q')), isOfKind(3));
function attempt(E: new (m: string) => Error) {
  try {
    throw new E('boom');
  } catch (e) {
    return `${e}`;
  }
}
class MyError extends Error {
  constructor(m: string) {
    super(m);
    this.name = 'MyError';
  }
}
console.log(attempt(MyError));
let later: typeof Circle | typeof Square | undefined;
later = Square;
console.log(later ? new later(5).area() : 'none');
let maybe: (new () => Shape) | null = null;
console.log(maybe === null);
maybe = Unit;
console.log(new maybe().name);
function local() {
  class Inner {
    v = 3;
  }
  const made: Inner[] = [];
  for (const C of [Inner]) made.push(new C());
  return made;
}
console.log(local());
