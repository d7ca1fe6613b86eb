// Classes as programs use them.
abstract class Animal { static count = 0; protected sound = '...'; constructor(public name: string) { Animal.count++; } abstract kind(): string; speak(): string { return `${this.name} the ${this.kind()} says ${this.sound}`; } get upper() { return this.name.toUpperCase(); } set nick(n: string) { this.name = n; } toString() { return `Animal(${this.name})`; } }
class Dog extends Animal { #tricks: string[] = []; constructor(name: string) { super(name); this.sound = 'woof'; } kind() { return 'dog'; } learn(t: string) { this.#tricks.push(t); return this; } get tricks() { return [...this.#tricks]; } override speak(): string { return super.speak() + '!'; } static create(n: string) { return new Dog(n); } }
const d = Dog.create('Rex'); d.learn('sit').learn('roll'); d.nick = 'Max';
console.log(d.speak(), d.upper, d.tricks, Animal.count, `${d}`, d instanceof Animal, String(d));
console.log(d);
interface Visitor<R> { num(n: number): R; add(a: Expr, b: Expr): R }
interface Expr { accept<R>(v: Visitor<R>): R }
class Temp { static #instances = 0; static make() { Temp.#instances++; return Temp.#instances; } }
console.log(Temp.make(), Temp.make());
class A { x = 1; constructor() { this.init(); } init() { this.x = 10; } } class B extends A { y = 2; override init() { super.init(); this.x++; } }
const b = new B(); console.log(b.x, b.y, b);
class Counter { private static next = 1; readonly id = Counter.next++; static reset() { Counter.next = 1; } }
console.log(new Counter().id, new Counter().id); Counter.reset(); console.log(new Counter().id);
class Matrix { constructor(private d: number[][]) {} mul(o: Matrix): Matrix { return new Matrix(this.d.map((r) => o.d[0]!.map((_, j) => r.reduce((s, x, k) => s + x * o.d[k]![j]!, 0)))); } toString() { return this.d.map((r) => r.join(' ')).join('\n'); } }
console.log(`${new Matrix([[1, 2], [3, 4]]).mul(new Matrix([[0, 1], [1, 0]]))}`);
class Temperature { private c = 0; get f() { return this.c * 9 / 5 + 32; } set f(v: number) { this.c = (v - 32) * 5 / 9; } } const t = new Temperature(); t.f = 212; console.log(t.f, t);
class EventEmitter { private handlers: Record<string, ((x: number) => void)[]> = {}; on(e: string, h: (x: number) => void) { (this.handlers[e] ??= []).push(h); } emit(e: string, x: number) { for (const h of this.handlers[e] ?? []) h(x); } }
const em = new EventEmitter(); em.on('a', (x) => console.log('a', x)); em.on('a', (x) => console.log('A', x * 2)); em.emit('a', 3); em.emit('b', 1);
class Singleton { static #i: Singleton | undefined; static get() { return (this.#i ??= new Singleton()); } v = 1; } console.log(Singleton.get() === Singleton.get());
const Mixed = class Named { v = 2; }; console.log(new Mixed().v);
class Shape { area() { return 0; } } class Sq extends Shape { constructor(public s: number) { super(); } area() { return this.s ** 2; } } class Ci extends Shape { constructor(public r: number) { super(); } area() { return Math.PI * this.r ** 2; } }
const shapes: Shape[] = [new Sq(2), new Ci(1), new Shape()]; console.log(shapes.map((s) => s.area().toFixed(2)).join(), shapes);
