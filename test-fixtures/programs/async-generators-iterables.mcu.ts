// Asynchronous iterables: classes, literals, and iterators with methods of their own.
class Ticker implements AsyncIterable<number> {
  constructor(readonly n: number) {}
  async *[Symbol.asyncIterator]() {
    for (let i = 1; i <= this.n; i++) yield i * 10;
  }
  async *evens() {
    for await (const x of this) if (x % 20 === 0) yield x;
  }
  static async *of(...xs: number[]) {
    yield* xs;
  }
}
class Manual {
  constructor(readonly log: string[]) {}
  [Symbol.asyncIterator](): AsyncIterator<string> {
    let i = 0;
    const log = this.log;
    return {
      async next() {
        i++;
        return i <= 3 ? { value: 'm' + i, done: false } : { value: undefined, done: true };
      },
      async return() {
        log.push('returned ' + i);
        return { value: undefined, done: true };
      },
    };
  }
}
const lit = {
  from: 1,
  to: 3,
  [Symbol.asyncIterator]() {
    let c = this.from;
    const to = this.to;
    return { next: async () => (c <= to ? { value: c++, done: false } : { value: undefined, done: true }) };
  },
};
async function collect<T>(xs: AsyncIterable<T>) {
  const out: T[] = [];
  for await (const x of xs) out.push(x);
  return out;
}
async function main() {
  console.log(
    await collect(new Ticker(3)),
    await collect(new Ticker(4).evens()),
    await collect(Ticker.of(1, 2)),
  );
  const log: string[] = [];
  console.log(await collect(new Manual(log)), log);
  for await (const s of new Manual(log)) if (s === 'm2') break;
  try {
    for await (const s of new Manual(log)) throw new Error(s);
  } catch (e) {
    console.log((e as Error).message);
  }
  console.log(log);
  for await (const x of lit) console.log(x);
  const t = new Ticker(1)[Symbol.asyncIterator]();
  console.log(await t.next(), await t.next());
}
main();
