// Generic classes with constraints, defaults, static factories, and methods with type parameters of their own.
interface Keyed {
  key: string;
}
class Cache<T extends Keyed, R = string> {
  private readonly entries = new Map<string, T>();
  constructor(private readonly make: (item: T) => R) {}
  put(...items: T[]): void {
    for (const item of items) this.entries.set(item.key, item);
  }
  get(key: string): R | undefined {
    const item = this.entries.get(key);
    return item === undefined ? undefined : this.make(item);
  }
  map<U extends Keyed>(f: (item: T) => U): Cache<U, number> {
    const mapped = new Cache<U, number>((u) => u.key.length);
    for (const item of this.entries.values()) mapped.put(f(item));
    return mapped;
  }
  get size(): number {
    return this.entries.size;
  }
}
const cache = new Cache((item: { key: string; n: number }) => `${item.key}=${item.n}`);
cache.put({ key: 'a', n: 1 }, { key: 'bb', n: 2 }, { key: 'a', n: 3 });
console.log(cache.get('a'), cache.get('bb'), cache.get('c'), cache.size);
const longer = cache.map((item) => ({ key: item.key.repeat(item.n) }));
console.log(longer.get('aaa'), longer.get('bbbb'), longer.get('a'));
class Pair<A, B> {
  constructor(
    readonly a: A,
    readonly b: B,
  ) {}
  static of<X, Y>(x: X, y: Y): Pair<X, Y> {
    return new Pair(x, y);
  }
  swap(): Pair<B, A> {
    return new Pair(this.b, this.a);
  }
}
const pair = Pair.of('x', [1, 2]);
console.log(pair.swap().a.length, pair.swap().swap().a, pair);
class Stack<T> {
  #items: T[] = [];
  push(item: T): void {
    this.#items.push(item);
  }
  pop(): T {
    const item = this.#items.pop();
    if (item === undefined) throw new Error('empty');
    return item;
  }
  peek = (): T | undefined => this.#items.at(-1);
}
const s = new Stack<boolean>();
s.push(true);
console.log(s.peek(), s.pop(), s.peek());
try {
  s.pop();
} catch (e) {
  console.log(`${e}`);
}
