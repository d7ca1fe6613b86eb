// Guards that look for a member of what they are given, as something that it may not be.
interface Fish { swim(): string } interface Bird { fly(): string; wings?: number }
const isFish = (p: Fish | Bird): p is Fish => (p as Fish).swim !== undefined;
const mv = (p: Fish | Bird) => isFish(p) ? p.swim() : p.fly();
console.log(mv({ swim: () => 's' }), mv({ fly: () => 'f' }));
class Dog { bark() { return 'woof'; } tail = 1; } class Cat { meow() { return 'm'; } }
function isDog(x: any): x is Dog { return (x as Dog).bark !== undefined; }
function isDog2(x: unknown): x is Dog { return typeof (x as Dog).bark === 'function'; }
function isDog3(x: Dog | Cat): x is Dog { return !!(x as Dog).bark && (x as Dog).tail === 1; }
console.log(isDog(new Dog()), isDog(new Cat()), isDog({}), isDog2(new Cat()), isDog2(new Dog()), isDog2(5), isDog3(new Dog()), isDog3(new Cat()));
try { isDog(null); } catch (e) { console.log(e instanceof TypeError); }
interface Circle { kind: 'c'; r: number } interface Sq { kind: 's'; side: number }
const f = (s: Circle | Sq) => (s as Circle).r !== undefined ? 'circle' : 'square';
console.log(f({ kind: 'c', r: 1 }), f({ kind: 's', side: 2 }));
const hasCode = (e: unknown) => (e as { code?: string }).code === 'X';
console.log(hasCode({ code: 'X' }), hasCode({ code: 'Y' }), hasCode({}), hasCode('str'));
const d = new Dog(); console.log(typeof d.bark, d.bark !== undefined, d.bark === d.bark);
interface Opt { go(): void; stop?(): void }
const o: Opt = { go() {} }; console.log(typeof o.go, typeof o.stop, o.stop === undefined, !o.go);
class Impl implements Opt { go() { console.log(this !== undefined); } stop() {} } const oo: Opt = new Impl(); console.log(typeof oo.go, typeof oo.stop, !!oo.stop);
const anyv: any = new Cat(); console.log(anyv.zzz, anyv.tail === undefined, typeof anyv.foo, (5 as any).foo, ('s' as any).bar);
