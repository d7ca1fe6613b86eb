// Methods that take more parameters than those in whose place they are.
class Base { greet() { return 'Hello'; } area(w: number) { return w; } } class Derived extends Base { greet(name?: string) { return name === undefined ? super.greet() : `Hi ${name}`; } area(w: number, h = 2) { return w * h; } } class Third extends Derived { greet(name?: string) { return super.greet(name) + '!'; } } class Fourth extends Third { greet() { return '4'; } }
const d = new Derived(); console.log(d.greet(), d.greet('r'), d.area(3), d.area(3, 5)); const b: Base = d; console.log(b.greet(), b.area(4));
const t = new Third(); console.log(t.greet(), t.greet('x')); const bs: Base[] = [new Base(), d, t, new Fourth()]; console.log(bs.map((x) => x.greet()), (t as Derived).greet('z'), new Fourth().greet()); 
const ds: Derived[] = [d, t]; for (const x of ds) console.log(x.greet('q'));
