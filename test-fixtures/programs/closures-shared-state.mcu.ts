// Closures that share variables with each other, with parameters, and through several levels of functions.
function counter(start: number, step = 1) {
  let n = start;
  return {
    up: () => (n += step),
    down: () => (n -= step),
    faster: () => void step++,
    reset(to = start) {
      n = to;
    },
    read: () => n,
  };
}
const a = counter(10);
const b = counter(0, 5);
a.up();
a.faster();
a.up();
b.down();
console.log(a.read(), b.read());
a.reset();
b.reset(99);
console.log(a.read(), b.read());
function curry(x: number) {
  return (y: number) => {
    x++;
    return (z: number) => `${x},${y++},${z}`;
  };
}
const one = curry(1);
const two = one(2);
one(3);
console.log(two(0), two(0));
function memo<A, R>(f: (a: A) => R): (a: A) => R {
  const known = new Map<A, R>();
  let hits = 0;
  return (a) => {
    if (known.has(a)) {
      hits++;
      console.log('hit', hits);
      return known.get(a)!;
    }
    const r = f(a);
    known.set(a, r);
    return r;
  };
}
const square = memo((n: number) => n * n);
console.log(square(4), square(4), square(5), square(4));
const fib: (n: number) => number = memo((n: number): number => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(12));
function once(f: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    f();
  };
}
const hello = once(() => console.log('hello once'));
hello();
hello();
const compose = (...fs: ((n: number) => number)[]) => (n: number) => fs.reduceRight((x, f) => f(x), n);
console.log(compose((n) => n + 1, (n) => n * 2, Math.abs)(-8));
