// Functions whose arguments are a tuple that a type parameter stands for.
function wrap<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  return (...args) => f(...args);
}
console.log([1, 2].map(wrap((x: number) => x * 2)));
console.log([1, 2, 3].filter(wrap((x: number) => x > 1)));
console.log(wrap((a: number, b: string) => a + b)(1, 'x'));

function logged<A extends unknown[], R>(name: string, f: (...args: A) => R) {
  return (...args: A): R => {
    console.log(name, args.length, ...args, args);
    return f(...args);
  };
}
console.log(logged('add', (a: number, b: number) => a + b)(1, 2));
// `map` passes more than the tuple has.
console.log([4].map(logged('map', (a: number) => a + 1)));

function memo<A extends any[], R>(f: (...args: A) => R) {
  const cache = new Map<string, R>();
  return (...args: A): R => {
    const key = JSON.stringify(args);
    if (!cache.has(key)) {
      console.log('miss', key);
      cache.set(key, f(...args));
    }
    return cache.get(key)!;
  };
}
const square = memo((x: number) => x * x);
console.log(square(3), square(3), [1, 2].map(square));

type Point = [x: number, y: number];
const distance = (...p: Point) => Math.hypot(...p);
function named(...[x, y]: [number, string]) {
  return y + x;
}
function optional(first: string, ...others: [n?: number]) {
  return first + (others[0] ?? 'none');
}
function either(...args: [string] | [number, number]) {
  return args.length === 1 ? args[0].length : args[0] + args[1];
}
const points: Point[] = [
  [3, 4],
  [6, 8],
];
console.log(points.map((p) => distance(...p)), named(1, 'q'), optional('a'), optional('a', 1));
console.log(either('abc'), either(1, 2));
