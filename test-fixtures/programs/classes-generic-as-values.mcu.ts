// Generic classes as values: for instanceof, in arrays and maps, made, compared; all that such a class is are one class.
class Stack<T> { items: T[] = []; push(x: T) { this.items.push(x); return this; } get size() { return this.items.length; } }
class Queue<T> { items: T[] = []; enqueue(x: T) { this.items.push(x); } get size() { return this.items.length; } }
const kinds = [Stack, Queue];
const s: unknown = new Stack<number>();
for (const k of kinds) console.log(k.name, s instanceof k);
const registry: Record<string, new () => { size: number }> = { stack: Stack, queue: Queue };
for (const name of Object.keys(registry)) { const o = new registry[name]!(); console.log(name, o.size, o instanceof Stack, o instanceof Queue); }
const m = new Map<string, any>([['a', Stack], ['b', Queue]]);
for (const [k, c] of m) console.log(k, s instanceof c, new c().size, c.name);
function make<T>(C: new () => T): T { return new C(); }
const q = make<Queue<number>>(Queue);
q.enqueue(3); console.log(q.size);
const q2 = make(Queue<string>);
q2.enqueue('a'); console.log(q2);
const NumStack = Stack<number>;
console.log(new NumStack().push(4).size);
let C = Stack;
console.log(new C<number>().push(2).size, C === Stack, C.name);
class Box<T> { constructor(public value: T) {} map<U>(f: (x: T) => U) { return new Box(f(this.value)); } static of<T>(x: T) { return new Box(x); } }
class Pair<A, B> { constructor(public a: A, public b: B) {} toString() { return `(${this.a}, ${this.b})`; } }
class Node<T> { next: Node<T> | null = null; constructor(public value: T) {} }
function typeName(x: any): string { return x.constructor.name; }
console.log(typeName(new Box(1)), typeName(new Pair(1, 'a')));
console.log(new Box(1).constructor === Box, new Pair(1, 2).constructor === (Box as any));
const boxed: any = new Box('q');
console.log(boxed.constructor === Box, boxed instanceof Box, boxed instanceof Pair);
function isA(x: any, C: Function) { return x instanceof C; }
console.log(isA(new Box(1), Box), isA(new Box('s'), Box), isA(new Pair(1, 2), Box), isA(null, Box));
function assertThrows(f: () => void, E: new (...a: any[]) => Error) { try { f(); console.log('none'); } catch (e) { console.log(e instanceof E, E.name); } }
class ValErr<T> extends Error { constructor(public data: T) { super('v' + data); this.name = 'ValErr'; } }
assertThrows(() => { throw new ValErr(3); }, ValErr);
assertThrows(() => { throw new TypeError('x'); }, ValErr);
console.log(Box, [Box, Pair].length, typeof Box);
const classes: any[] = [Box, Pair, Node];
console.log(classes.map((c) => c.name).join());
console.log(classes.filter((c) => boxed instanceof c).map((c: any) => c.name));
const o = { Box, Pair };
const p = new o.Pair('x', 3); console.log(`${p}`);
console.log(new o.Box([1]).value);
