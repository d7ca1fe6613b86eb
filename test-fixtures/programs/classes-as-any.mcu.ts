// Classes as keys of maps, in values of type any and Function, and asked of objects.
type Constructor<T> = new (...args: any[]) => T;
interface Component { }
class Position implements Component { constructor(public x = 0, public y = 0) {} }
class Velocity implements Component { constructor(public dx = 0, public dy = 0) {} }
class Name implements Component { constructor(public value: string) {} }
class World {
  private nextId = 1;
  private stores = new Map<Function, Map<number, Component>>();
  create(...components: Component[]): number {
    const id = this.nextId++;
    for (const c of components) {
      const type = c.constructor;
      let store = this.stores.get(type);
      if (!store) { store = new Map(); this.stores.set(type, store); }
      store.set(id, c);
    }
    return id;
  }
  get<T extends Component>(id: number, type: Constructor<T>): T | undefined {
    return this.stores.get(type)?.get(id) as T | undefined;
  }
  *query(...types: Constructor<Component>[]): Generator<number> {
    const [first, ...rest] = types;
    const store = this.stores.get(first);
    if (!store) return;
    for (const id of store.keys()) if (rest.every((t) => this.stores.get(t)?.has(id))) yield id;
  }
}
const w = new World();
const a = w.create(new Position(1, 2), new Velocity(1, 1), new Name('a'));
const b = w.create(new Position(5, 5), new Name('b'));
for (const id of w.query(Position, Velocity)) {
  const p = w.get(id, Position)!;
  const v = w.get(id, Velocity)!;
  p.x += v.dx; p.y += v.dy;
}
console.log(w.get(a, Position), w.get(b, Position)?.x, w.get(b, Velocity));
for (const id of w.query(Name)) console.log(id, w.get(id, Name)!.value);
{
class EventBus {
  private handlers = new Map<Function, Array<(e: any) => void>>();
  on<E>(type: new (...args: any[]) => E, handler: (e: E) => void): () => void {
    const list = this.handlers.get(type) ?? [];
    list.push(handler as (e: any) => void);
    this.handlers.set(type, list);
    return () => { const i = list.indexOf(handler as any); if (i >= 0) list.splice(i, 1); };
  }
  emit(event: object): number {
    const list = this.handlers.get(event.constructor) ?? [];
    for (const h of [...list]) h(event);
    return list.length;
  }
}
class UserCreated { constructor(readonly name: string) {} }
class UserDeleted { constructor(readonly id: number) {} }
const bus = new EventBus();
const off = bus.on(UserCreated, (e) => console.log('created', e.name));
bus.on(UserCreated, (e) => console.log('welcome', e.name.toUpperCase()));
bus.on(UserDeleted, (e) => console.log('deleted', e.id + 1));
console.log(bus.emit(new UserCreated('ann')), bus.emit(new UserDeleted(4)));
off();
console.log(bus.emit(new UserCreated('bob')), bus.emit({ x: 1 }));
}
{
type Ctor<T = any> = new (...args: any[]) => T;
class A { n = 1; }
class B extends A { m = 2; }
class C { n = 1; }
function isInstance<T>(x: unknown, c: Ctor<T>): x is T { return x instanceof c; }
const xs: any[] = [new A(), new B(), new C()];
for (const x of xs) console.log(x.constructor.name, isInstance(x, A), isInstance(x, B), isInstance(x, C), x instanceof (C as any));
function make<T>(c: Ctor<T>, ...args: any[]): T { return new c(...args); }
console.log(make(B).m);
const map = new Map<any, string>();
for (const x of xs) map.set(x.constructor, x.constructor.name);
console.log(map.get(A), map.get(B), map.get(C), map.size);
function assertThrows(fn: () => void, type?: Function, msg?: string) {
  try { fn(); } catch (e) {
    if (type && !(e instanceof type)) throw new Error('wrong type');
    if (msg && !(e as Error).message.includes(msg)) throw new Error('wrong msg ' + (e as Error).message);
    return true;
  }
  throw new Error('did not throw');
}
class MyErr extends Error { constructor(m: string, public code = 3) { super(m); this.name = 'MyErr'; } }
console.log(assertThrows(() => { throw new MyErr('boo'); }, MyErr, 'boo'));
console.log(assertThrows(() => { throw new TypeError('ty'); }, TypeError));
try { assertThrows(() => { throw new RangeError('x'); }, TypeError); } catch (e: any) { console.log(e.message); }
const inst = new (B as any)();
console.log(inst.m, inst instanceof A);
}
{
function assertThrows(fn: () => unknown, expected?: (new (...args: any[]) => Error) | string, msg?: string): void {
  let threw: unknown;
  try { fn(); } catch (e) { threw = e; }
  if (threw === undefined) throw new Error('expected to throw');
  if (typeof expected === 'string') { if (!(threw instanceof Error) || !threw.message.includes(expected)) throw new Error('bad message'); }
  else if (expected && !(threw instanceof expected)) throw new Error(`expected ${expected.name}, got ${(threw as Error).constructor.name}`);
  if (msg && (threw as Error).message !== msg) throw new Error('bad msg');
}
class ValidationError extends Error { constructor(public field: string, message: string) { super(message); this.name = 'ValidationError'; } }
const cases: [string, () => void][] = [
  ['a', () => assertThrows(() => { throw new ValidationError('f', 'bad'); }, ValidationError)],
  ['b', () => assertThrows(() => { throw new TypeError('t'); }, ValidationError)],
  ['c', () => assertThrows(() => { throw new TypeError('oops t'); }, 'oops')],
  ['d', () => assertThrows(() => 1)],
  ['e', () => assertThrows(() => { throw new RangeError('r'); }, Error, 'r')],
  ['f', () => assertThrows(() => { (null as any).x; }, TypeError)],
];
for (const [n, f] of cases) { try { f(); console.log(n, 'ok'); } catch (e) { console.log(n, (e as Error).message); } }
class Animal { speak() { return '...'; } }
class Dog extends Animal { speak() { return 'woof'; } }
const registry: Record<string, typeof Animal> = { animal: Animal, dog: Dog };
console.log(Object.keys(registry).map((k) => new registry[k]().speak()));
const d: Animal = new Dog();
console.log(d.constructor === Dog, d.constructor === Animal, d.constructor.name);
const counts = new Map<string, number>();
for (const x of [new Dog(), new Animal(), new Dog()]) counts.set(x.constructor.name, (counts.get(x.constructor.name) ?? 0) + 1);
console.log(counts);
}
{
function isPlain(x: any): boolean { return x != null && x.constructor === Object; }
class K { k = 1; }
console.log(isPlain({}), isPlain({ a: 1 }), isPlain([]), isPlain(new K()), isPlain(null), isPlain('s'), isPlain(new Map()));
const kind = (v: any) => (v.constructor === Array ? 'arr' : v.constructor === String ? 'str' : v.constructor === Number ? 'num' : v.constructor !== Object ? 'other' : 'obj');
console.log([[], 'a', 1, {}, new K(), true].map(kind));
}
{
abstract class C { abstract tick(): void; }
class P extends C { constructor(public x: number) { super(); } tick() { this.x++; } }
const list: C[] = [new P(1)];
function find<T extends C>(type: new (...args: any[]) => T): T | undefined { return list.find((c) => c instanceof type) as T | undefined; }
console.log(find(P)?.x);
function find2<T extends C>(type: new (...args: any[]) => T): T | undefined { for (const c of list) if (c instanceof type) return c; return undefined; }
console.log(find2(P)?.x);
const byType = new Map<new (...args: any[]) => C, C>();
byType.set(P, list[0]);
console.log((byType.get(P) as P).x);
}
