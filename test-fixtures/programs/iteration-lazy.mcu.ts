// Lazy sequences of iterables.
{
  function* zip<A, B>(a: Iterable<A>, b: Iterable<B>): IterableIterator<[A, B]> {
    const i = a[Symbol.iterator](),
      j = b[Symbol.iterator]();
    while (true) {
      const x = i.next(),
        y = j.next();
      if (x.done || y.done) return;
      yield [x.value, y.value];
    }
  }
  for (const [x, y] of zip([1, 2, 3], 'ab')) console.log(x, y);
  console.log([
    ...zip(
      new Set(['p', 'q']),
      new Map([
        ['k', 1],
        ['l', 2],
      ]),
    ),
  ]);
  const sources: Iterable<number>[] = [
    [1, 2],
    new Set([3]),
    (function* () {
      yield 4;
    })(),
  ];
  for (const s of sources) console.log([...s].join());
  console.log(Array.from(sources[0]), Math.max(...sources[0]), new Set(sources[1]).size);
  function first<T>(xs: Iterable<T>): T | undefined {
    for (const x of xs) return x;
    return undefined;
  }
  console.log(first([5]), first(''), first(new Set<number>()), first('xyz'));
}
{
  class Lazy<T> implements Iterable<T> {
    constructor(private source: Iterable<T>) {}
    static range(a: number, b: number) {
      return new Lazy<number>({
        *[Symbol.iterator]() {
          for (let i = a; i < b; i++) yield i;
        },
      });
    }
    map<U>(f: (x: T) => U): Lazy<U> {
      const s = this.source;
      return new Lazy<U>({
        *[Symbol.iterator]() {
          for (const x of s) yield f(x);
        },
      });
    }
    filter(f: (x: T) => boolean): Lazy<T> {
      const s = this.source;
      return new Lazy<T>({
        *[Symbol.iterator]() {
          for (const x of s) if (f(x)) yield x;
        },
      });
    }
    take(n: number): Lazy<T> {
      const s = this.source;
      return new Lazy<T>({
        *[Symbol.iterator]() {
          let i = 0;
          if (n <= 0) return;
          for (const x of s) {
            yield x;
            if (++i >= n) return;
          }
        },
      });
    }
    toArray() {
      return [...this.source];
    }
    [Symbol.iterator](): Iterator<T> {
      return this.source[Symbol.iterator]();
    }
  }
  console.log(
    Lazy.range(0, 100)
      .filter((x) => x % 3 === 0)
      .map((x) => x * x)
      .take(4)
      .toArray(),
  );
  for (const s of Lazy.range(1, 4).map((x) => 'n' + x)) console.log(s);
}
