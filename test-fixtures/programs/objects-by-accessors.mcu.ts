// Interfaces whose properties are accessors of classes and literals.
interface Named { name: string; readonly age: number }
class Person implements Named { constructor(public name: string, public age: number) {} greet() { return 'hi ' + this.name; } }
function show(n: Named) { return `${n.name} ${n.age}`; }
console.log(show(new Person('Ann', 3)), show({ name: 'x', age: 2 }));
interface Shape { readonly area: number; describe(): string }
class Square implements Shape { constructor(private s: number) {} get area() { return this.s * this.s; } describe() { return `sq ${this.area}`; } }
class Fix implements Shape { area = 5; describe() { return 'fix'; } }
const shapes: Shape[] = [new Square(3), new Fix(), { get area() { return 9; }, describe() { return 'lit'; } }];
for (const s of shapes) console.log(s.area, s.describe());
interface Counter { readonly count: number; inc(): void }
function make(): Counter { let n = 0; return { get count() { return n; }, inc() { n++; } }; }
const counter = make(); counter.inc(); counter.inc(); console.log(counter.count);
interface P { readonly x: number }
const p: P = { get x() { return 4; } };
console.log(p.x);
