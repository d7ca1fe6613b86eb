// Classes with all that they can have, as programs use them together.
abstract class Shape { static count = 0; readonly id: number; constructor(protected name: string) { this.id = ++Shape.count; } abstract area(): number; toString() { return `${this.name}#${this.id}(${this.area().toFixed(2)})`; } get label(): string { return this.name.toUpperCase(); } set label(v: string) { this.name = v.toLowerCase(); } }
class Circle extends Shape { #r: number; constructor(r: number) { super('circle'); this.#r = r; } area() { return Math.PI * this.#r ** 2; } static unit() { return new Circle(1); } get radius() { return this.#r; } set radius(r: number) { if (r < 0) throw new RangeError('negative'); this.#r = r; } }
class Sq extends Shape { constructor(public side: number) { super('sq'); } area() { return this.side * this.side; } override toString() { return '[' + super.toString() + ']'; } }
const shapes: Shape[] = [new Circle(2), new Sq(3), Circle.unit()];
console.log(shapes.join(), `${shapes[0]}`, '' + shapes[1], shapes.map(String));
shapes[0]!.label = 'ROUND'; console.log(shapes[0]!.label, Shape.count);
const c0 = shapes[0]; if (c0 instanceof Circle) { c0.radius = 5; console.log(c0.radius); try { c0.radius = -1; } catch (e) { console.log(String(e)); } }
class Counter { static #instances = 0; static get instances() { return Counter.#instances; } private n = 0; constructor() { Counter.#instances++; } inc = () => { this.n++; return this; }; get value() { return this.n; } static { Counter.#instances = 10; } }
const cn = new Counter(); const inc = cn.inc; inc(); inc().inc(); console.log(cn.value, Counter.instances);
class Animal { constructor(public name: string) {} speak() { return `${this.name} makes a sound`; } }
class Dog extends Animal { speak() { return super.speak() + ': woof'; } }
console.log(new Dog('Rex').speak(), new Dog('a') instanceof Animal, new Dog('Rex'));
const Mixed = class Named { who() { return 'named'; } }; console.log(new Mixed().who());
class Stack<T> { private items: T[] = []; push(...xs: T[]): this { this.items.push(...xs); return this; } pop(): T | undefined { return this.items.pop(); } peek(): T | undefined { return this.items[this.items.length - 1]; } get size() { return this.items.length; } *[Symbol.iterator](): IterableIterator<T> { for (let i = this.items.length - 1; i >= 0; i--) yield this.items[i]!; } static of<U>(...xs: U[]) { return new Stack<U>().push(...xs); } }
const st = Stack.of(1, 2, 3); console.log([...st], st.pop(), st.peek(), st.size, Math.max(...st));
interface Comparable<T> { compareTo(o: T): number } class Ver implements Comparable<Ver> { constructor(readonly major: number, readonly minor = 0) {} compareTo(o: Ver) { return this.major - o.major || this.minor - o.minor; } }
function maxOf<T extends Comparable<T>>(xs: T[]): T { return xs.reduce((m, x) => x.compareTo(m) > 0 ? x : m); } console.log(maxOf([new Ver(1), new Ver(2, 1), new Ver(2)]));
class Node1<T> { next: Node1<T> | null = null; constructor(public value: T) {} } class List<T> { head: Node1<T> | null = null; tail: Node1<T> | null = null; length = 0; add(v: T) { const n = new Node1(v); if (this.tail) { this.tail.next = n; } else { this.head = n; } this.tail = n; this.length++; return this; } *values() { for (let n = this.head; n; n = n.next) yield n.value; } map<U>(f: (v: T) => U): List<U> { const r = new List<U>(); for (const v of this.values()) r.add(f(v)); return r; } }
console.log([...new List<number>().add(1).add(2).map((x) => `#${x}`).values()]);
class Singleton { private static inst?: Singleton; private constructor(readonly t: number) {} static get() { return (this.inst ??= new Singleton(7)); } } console.log(Singleton.get() === Singleton.get(), Singleton.get().t);
console.log(Object.keys(new Sq(2)), 'side' in new Sq(2), JSON.stringify(new Sq(2)), new Sq(1).constructor === Sq, Sq.name);
class Acc { private t = 0; add(n: number) { this.t += n; return this; } get total() { return this.t; } } console.log(new Acc().add(1).add(2).total);
const o = { _v: 1, get v() { return this._v; }, set v(x) { this._v = x * 2; }, m() { return this.v; } }; o.v = 5; console.log(o.v, o.m(), o);
console.log(typeof Circle, typeof new Circle(1), shapes[1]);
class Priv { #x = 1; static has(o: object) { return #x in o; } eq(o: Priv) { return this.#x === o.#x; } } console.log(Priv.has(new Priv()), Priv.has({}), new Priv().eq(new Priv()));
