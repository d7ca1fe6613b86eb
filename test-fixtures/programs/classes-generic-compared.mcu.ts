// Generic classes compared, as keys of maps and of containers, and made by functions that are given them.
class Stack<T> { static made = 0; static create<U>(x: U) { Stack.made++; const s = new Stack<U>(); s.items.push(x); return s; } items: T[] = []; push(x: T) { this.items.push(x); return this; } get size() { return this.items.length; } }
class Queue<T> { items: T[] = []; enqueue(x: T) { this.items.push(x); } get size() { return this.items.length; } }
class Sub extends Stack<number> { extra = 1; }
function make<T>(C: new () => T): T { return new C(); }
function same(C: new () => unknown, D: any) { return [C === D, D === C, C === Stack, C.name]; }
console.log(same(Stack, Stack), same(Queue, Stack), same(Sub, Sub));
const q = make<Queue<number>>(Queue); q.enqueue(1);
const names = new Map<any, string>([[Stack, 'stack'], [Queue, 'queue'], [Sub, 'sub']]);
function nameOf<T>(C: new () => Queue<T>) { return names.get(C); }
console.log(nameOf<number>(Queue), nameOf(Queue), names.get(Stack), names.get(Sub), names.get(q.constructor));
const byClass = new Map<Function, number>();
for (const x of [new Stack<number>(), new Stack<string>(), q, new Sub(), new Queue<boolean>()]) byClass.set(x.constructor, (byClass.get(x.constructor) ?? 0) + 1);
console.log([...byClass].map(([c, n]) => `${c.name} ${n}`).join());
console.log(Stack.create('a').size, Stack.made);
const d: any = new Sub();
console.log(d.constructor === Sub, d.constructor === Stack, d.constructor.name, d instanceof Stack);
class Clonable<T> { constructor(public v: T) {} clone(): Clonable<T> { return new (this.constructor as typeof Clonable)(this.v) as Clonable<T>; } }
console.log(new Clonable(3).clone());
class Token<T> { constructor(public readonly key: string) {} with(value: T) { return [this.key, value] as const; } }
class Container { private m = new Map<any, any>(); bind<T>(k: new (...a: any[]) => T, v: T) { this.m.set(k, v); } get<T>(k: new (...a: any[]) => T): T { return this.m.get(k); } }
const c = new Container(); c.bind(Queue, q); c.bind(Sub, new Sub());
console.log(c.get(Sub).extra, (c.get(Queue) as any).size, new Token<number>('k').with(3));
