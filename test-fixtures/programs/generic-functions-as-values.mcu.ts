// Generic functions as values: each is compiled for what its context passes.
const id = <T>(x: T) => x;
function identity<T>(x: T): T {
  return x;
}
function first<T>(xs: readonly T[]): T | undefined {
  return xs[0];
}
const pair = <T>(x: T): [T, T] => [x, x];
const swap = <A, B>([a, b]: [A, B]): [B, A] => [b, a];

console.log([1, 2, 3].map(id).join(), ['a', 'b'].map(identity).join('+'), [[1, 2], [3]].map(first).join());
console.log([1, 2].map(pair).map(([a, b]) => a + b).join());
const entries: [number, string][] = [
  [1, 'a'],
  [2, 'b'],
];
console.log(JSON.stringify(entries.map(swap)));

const same: (x: number) => number = identity;
const text: (x: string) => string = id;
console.log(same(5) + 1, text('x') + 1);

function apply<A, B>(f: (a: A) => B, a: A): B {
  return f(a);
}
console.log(apply(identity, 7) + 1, apply(id, 'x').length);

const pipe =
  <T>(...fns: ((x: T) => T)[]) =>
  (x: T) =>
    fns.reduce((value, f) => f(value), x);
console.log(pipe<number>((x) => x + 1, identity, (x) => x * 2)(3));

// One that captures variables.
function counted(): string {
  let calls = 0;
  const tell = <T>(x: T): T => {
    calls++;
    return x;
  };
  const all = [1, 2].map(tell).length + ['a'].map(tell).length;
  return `${all} ${calls}`;
}
console.log(counted());
