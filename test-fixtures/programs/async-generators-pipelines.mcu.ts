// Pipelines of asynchronous generators, closed from the end.
async function* map<T, U>(xs: AsyncIterable<T>, f: (x: T) => U | Promise<U>): AsyncGenerator<U> {
  for await (const x of xs) yield f(x);
}
async function* filter<T>(xs: AsyncIterable<T>, f: (x: T) => boolean) {
  for await (const x of xs) if (f(x)) yield x;
}
async function* take<T>(xs: AsyncIterable<T>, n: number): AsyncIterableIterator<T> {
  let i = 0;
  if (n <= 0) return;
  for await (const x of xs) {
    yield x;
    if (++i >= n) return;
  }
}
async function* naturals() {
  let n = 0;
  try {
    while (true) yield n++;
  } finally {
    console.log('naturals closed at', n);
  }
}
async function main() {
  for await (const s of take(
    map(
      filter(naturals(), (x) => x % 2 === 1),
      async (x) => 'n' + x,
    ),
    3,
  ))
    console.log(s);
}
main();
