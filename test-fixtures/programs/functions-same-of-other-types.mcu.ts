// A function is equal to itself, whatever type it is seen as; a method without `this` is the same of all objects.
type Listener = (...args: any[]) => void;

class Emitter {
  private listeners = new Map<string, Listener[]>();
  on(name: string, listener: Listener): this {
    const known = this.listeners.get(name) ?? [];
    known.push(listener);
    this.listeners.set(name, known);
    return this;
  }
  off(name: string, listener: Listener): this {
    this.listeners.set(
      name,
      (this.listeners.get(name) ?? []).filter((each) => each !== listener),
    );
    return this;
  }
  emit(name: string, ...args: any[]): number {
    const listeners = this.listeners.get(name) ?? [];
    for (const listener of listeners) listener(...args);
    return listeners.length;
  }
}

function shown(x: number): void {
  console.log('shown', x);
}
const emitter = new Emitter().on('a', shown);
console.log(emitter.emit('a', 1), emitter.off('a', shown).emit('a', 2));

function counting(): void {
  let n = 0;
  function count(x: number): void {
    n += x;
    console.log('count', n);
  }
  emitter.on('b', count).emit('b', 5);
  emitter.off('b', count);
  console.log(emitter.emit('b', 5));
}
counting();

const seen: unknown = shown;
const wider: (x: any) => unknown = shown;
const perhaps: (() => void) | undefined = counting;
console.log(seen === shown, wider === shown, perhaps === counting, perhaps !== counting, seen === counting);
const set = new Set<(x: any) => unknown>();
set.add(shown);
set.add(shown);
set.add(wider);
console.log(set.size, set.has(shown), set.delete(shown), set.size);
const map = new Map<unknown, number>([[shown, 1]]);
map.set(counting, 2);
map.set(shown, 3);
console.log(map.get(wider), map.get(counting), map.size);
const things: unknown[] = [shown, emitter, 1];
console.log(things.indexOf(shown), things.includes(counting));

class A {
  one(): number {
    return 1;
  }
  two(): number {
    return 2;
  }
  static three(): number {
    return 3;
  }
}
class B extends A {
  override one(): number {
    return 4;
  }
}
const a = new A();
const other = new A();
const b = new B();
console.log(a.one === a.one, a.one === other.one, a.one === a.two, a.one === b.one, a.two === b.two);
const one = b.one;
console.log(one === b.one, one(), A.three === A.three);
