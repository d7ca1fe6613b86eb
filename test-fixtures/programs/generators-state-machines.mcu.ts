// Generators as state machines, with several alive at once, in classes, infinite and closed.
function* ids(prefix: string): Generator<string> {
  for (let i = 0; ; i++) yield `${prefix}${i}`;
}
const a = ids('a');
const b = ids('b');
console.log(a.next().value, b.next().value, a.next().value, a.next().value, b.next().value);
function* take<T>(n: number, from: Generator<T>): Generator<T> {
  if (n <= 0) return;
  for (const x of from) {
    yield x;
    if (--n === 0) return;
  }
}
function* map<T, U>(from: Generator<T>, f: (t: T) => U): Generator<U> {
  for (const x of from) yield f(x);
}
console.log([...map(limited(3), (s) => s * 2)]);
function* limited(n: number): Generator<number> {
  while (n > 0) yield n--;
}

console.log([...take(3, ids('t'))], [...take(0, ids('t'))]);
class Grid {
  constructor(
    private w: number,
    private h: number,
  ) {}
  *cells(): Generator<[number, number]> {
    for (let y = 0; y < this.h; y++) for (let x = 0; x < this.w; x++) yield [x, y];
  }
  *[Symbol.iterator](): Generator<number> {
    for (const [x, y] of this.cells()) yield x + y * 10;
  }
}
console.log([...new Grid(2, 2)], Math.max(...new Grid(3, 2)));
for (const [x, y] of new Grid(3, 3).cells()) {
  if (x > y) continue;
  if (y === 2) break;
  console.log(x, y);
}
function* accumulate(): Generator<number, string, number> {
  let total = 0;
  while (total < 10) total += yield total;
  return `done ${total}`;
}
const acc = accumulate();
console.log(acc.next(), acc.next(4), acc.next(3), acc.next(8), acc.next(1));
function* cleanup(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log('cleanup');
  }
}
for (const x of cleanup()) if (x === 1) break;
const c = cleanup();
c.next();
console.log(c.return(7), c.next());
