// Lazy sequences written by hand.
class Lazy<T> implements Iterable<T> {
  constructor(private readonly make: () => Iterator<T>) {}
  static from<T>(source: Iterable<T>): Lazy<T> {
    return new Lazy(() => source[Symbol.iterator]());
  }
  static range(start: number, end = Infinity, step = 1): Lazy<number> {
    return new Lazy(function* () {
      for (let i = start; i < end; i += step) yield i;
    });
  }
  [Symbol.iterator](): Iterator<T> {
    return this.make();
  }
  map<U>(f: (value: T, index: number) => U): Lazy<U> {
    const self = this;
    return new Lazy(function* () {
      let i = 0;
      for (const value of self) yield f(value, i++);
    });
  }
  filter(test: (value: T) => boolean): Lazy<T> {
    const self = this;
    return new Lazy(function* () {
      for (const value of self) if (test(value)) yield value;
    });
  }
  take(n: number): Lazy<T> {
    const self = this;
    return new Lazy(function* () {
      if (n <= 0) return;
      let left = n;
      for (const value of self) {
        yield value;
        if (--left === 0) return;
      }
    });
  }
  zip<U>(other: Iterable<U>): Lazy<[T, U]> {
    const self = this;
    return new Lazy(function* () {
      const iterator = other[Symbol.iterator]();
      for (const a of self) {
        const b = iterator.next();
        if (b.done) return;
        yield [a, b.value] as [T, U];
      }
    });
  }
  reduce<A>(f: (acc: A, value: T) => A, start: A): A {
    let acc = start;
    for (const value of this) acc = f(acc, value);
    return acc;
  }
  toArray(): T[] {
    return [...this];
  }
}
const evens = Lazy.range(0)
  .filter((n) => n % 2 === 0)
  .map((n, i) => n * n + i);
console.log(evens.take(4).toArray(), evens.take(2).toArray());
console.log(Lazy.from('abc').zip(Lazy.range(1)).toArray());
console.log(Lazy.from(new Set([3, 1, 2])).reduce((a, b) => a + b, 10));
for (const [i, word] of Lazy.range(1).zip(['one', 'two'])) console.log(i, word);
class Countdown implements IterableIterator<number> {
  constructor(private n: number) {}
  next(): IteratorResult<number> {
    return this.n > 0 ? { value: this.n--, done: false } : { value: undefined, done: true };
  }
  [Symbol.iterator]() {
    return this;
  }
}
console.log([...new Countdown(3)], Math.max(...new Countdown(5)), Array.from(new Countdown(2), (n) => n * 10));
const [a, , b = 7, c = 8] = new Countdown(3);
console.log(a, b, c);
