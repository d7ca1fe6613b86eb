// Iterators of programs: literals and classes with next and return, in loops, spread and patterns.
{
  const range = {
    from: 1,
    to: 4,
    [Symbol.iterator]() {
      let i = this.from;
      const to = this.to;
      return {
        next() {
          return i <= to ? { value: i++, done: false } : { value: undefined, done: true };
        },
      };
    },
  };
  for (const x of range) console.log(x);
}
{
  class Range {
    constructor(
      private a: number,
      private b: number,
    ) {}
    [Symbol.iterator](): Iterator<number> {
      let i = this.a;
      const b = this.b;
      return { next: () => (i <= b ? { value: i++, done: false } : { value: undefined, done: true }) };
    }
  }
  for (const x of new Range(1, 3)) console.log(x);
  console.log([...new Range(2, 5)]);
}
{
  class R2 {
    [Symbol.iterator](): Iterator<number> {
      let i = 0;
      return {
        next() {
          return { value: i++, done: false };
        },
        return() {
          console.log('closed');
          return { value: undefined, done: true };
        },
      };
    }
  }
  for (const x of new R2()) {
    if (x > 2) break;
    console.log(x);
  }
  const [p, q] = new R2();
  console.log(p, q);
}
{
  class Count implements IterableIterator<number> {
    n = 0;
    next(): IteratorResult<number> {
      return this.n < 3 ? { value: this.n++, done: false } : { value: undefined, done: true };
    }
    [Symbol.iterator]() {
      return this;
    }
  }
  for (const x of new Count()) console.log(x);
  console.log([...new Count()]);
}
{
  class Bag<T> implements Iterable<T> {
    private items: T[] = [];
    add(x: T) {
      this.items.push(x);
      return this;
    }
    *[Symbol.iterator](): Iterator<T> {
      for (const x of this.items) yield x;
    }
  }
  const bag = new Bag<string>().add('x').add('y');
  for (const x of bag) console.log(x);
  console.log([...bag].join());
  const [first, ...others] = bag;
  console.log(first, others);
}
{
  class Tree {
    constructor(
      public v: number,
      public l?: Tree,
      public r?: Tree,
    ) {}
    *[Symbol.iterator](): Generator<number> {
      if (this.l) yield* this.l;
      yield this.v;
      if (this.r) yield* this.r;
    }
  }
  console.log([...new Tree(2, new Tree(1), new Tree(3))]);
}
