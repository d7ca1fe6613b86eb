// Higher-order functions: memoize, compose, pipe, curry, debounce by count.
function memoize<A, R>(fn: (arg: A) => R): (arg: A) => R {
  const cache = new Map<A, R>();
  return (arg) => {
    if (cache.has(arg)) return cache.get(arg)!;
    const result = fn(arg);
    cache.set(arg, result);
    return result;
  };
}
let calls = 0;
const square = memoize((n: number) => {
  calls++;
  return n * n;
});
console.log(square(4), square(4), square(5), calls);
const fib: (n: number) => number = memoize((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(40));

const compose =
  <A, B, C>(f: (b: B) => C, g: (a: A) => B) =>
  (a: A): C =>
    f(g(a));
const pipe =
  <T>(...fns: Array<(x: T) => T>) =>
  (x: T): T =>
    fns.reduce((acc, f) => f(acc), x);
const inc = (x: number) => x + 1;
const dbl = (x: number) => x * 2;
console.log(compose(inc, dbl)(5), compose(String, inc)(5) + '!', pipe(inc, dbl, inc)(3));

const curry =
  <A, B, C>(f: (a: A, b: B) => C) =>
  (a: A) =>
  (b: B): C =>
    f(a, b);
const add = curry((a: number, b: number) => a + b);
const greet = curry((greeting: string, name: string) => `${greeting}, ${name}`);
console.log(add(1)(2), greet('Hello')('World'), [1, 2, 3].map(add(10)));

function partial<A, B extends unknown[], R>(fn: (a: A, ...rest: B) => R, a: A): (...rest: B) => R {
  return (...rest) => fn(a, ...rest);
}
const volume = (l: number, w: number, h: number) => l * w * h;
console.log(partial(volume, 2)(3, 4));

const once = <R>(fn: () => R): (() => R) => {
  let done = false;
  let value: R;
  return () => {
    if (!done) {
      value = fn();
      done = true;
    }
    return value;
  };
};
const init = once(() => {
  console.log('initialising');
  return 7;
});
console.log(init(), init());
const flip = <A, B, R>(f: (a: A, b: B) => R) => (b: B, a: A) => f(a, b);
console.log(flip((a: string, b: number) => a.repeat(b))(3, 'ab'));
const counter = (() => {
  let n = 0;
  return { next: () => ++n, reset: () => void (n = 0) };
})();
counter.next();
console.log(counter.next(), counter.reset(), counter.next());
