// Objects that can be gone over: by generator methods, and by iterators of their own.
class Range {
  constructor(
    readonly from: number,
    readonly to: number,
  ) {}
  *[Symbol.iterator](): Generator<number> {
    for (let i = this.from; i <= this.to; i++) yield i;
  }
}
for (const n of new Range(1, 3)) console.log(n);
console.log([...new Range(4, 6)], Math.max(...new Range(1, 9)));
class Countdown {
  constructor(private start: number) {}
  [Symbol.iterator](): Iterator<number> {
    let left = this.start;
    return {
      next(): IteratorResult<number> {
        return left > 0 ? { value: left--, done: false } : { value: undefined, done: true };
      },
    };
  }
}
for (const n of new Countdown(3)) console.log('t minus', n);
const words = {
  items: ['a', 'b', 'c'],
  *[Symbol.iterator](): Generator<string> {
    yield* this.items;
  },
};
console.log([...words].join('-'));
function total(values: Iterable<number>): number {
  let sum = 0;
  for (const v of values) sum += v;
  return sum;
}
console.log(total(new Range(1, 4)));
const [first, second] = [...new Range(7, 9)];
console.log(first, second);
