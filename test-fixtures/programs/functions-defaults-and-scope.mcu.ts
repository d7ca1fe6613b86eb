// Default parameters with expressions, earlier parameters, destructuring; rest; recursion; hoisting; shadowing.
let counter = 0;
const nextId = () => ++counter;
function item(name: string, id = nextId(), label = `${name}#${id}`): string {
  return label;
}
console.log(item('a'), item('b', 10), item('c', undefined, 'C'), item('d'));
function area({ width = 1, height = width }: { width?: number; height?: number } = {}): number {
  return width * height;
}
console.log(area(), area({ width: 3 }), area({ width: 2, height: 5 }));
const greet = (name = 'you', { polite = false, mark = '!' } = {}) => `${polite ? 'Dear' : 'Hi'} ${name}${mark}`;
console.log(greet(), greet('Ada', { polite: true }), greet(undefined, { mark: '?' }));
function sum(first: number, ...rest: number[]): number {
  return rest.length === 0 ? first : first + sum(rest[0]!, ...rest.slice(1));
}
console.log(sum(1), sum(1, 2, 3, 4));
console.log(hoisted(3));
function hoisted(n: number): number {
  return n <= 1 ? 1 : n * hoisted(n - 1);
}
const isEven = (n: number): boolean => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n: number): boolean => (n === 0 ? false : isEven(n - 1));
console.log(isEven(10), isOdd(7));
const x = 'outer';
function shadow() {
  const x = 'inner';
  {
    const x = 'block';
    console.log(x);
  }
  const f = (x: string) => x + '!';
  return [x, f('param')];
}
console.log(shadow(), x);
function ackermann(m: number, n: number): number {
  if (m === 0) return n + 1;
  return n === 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
console.log(ackermann(2, 3));
const hanoi = (n: number, from = 'A', to = 'C', via = 'B'): string[] =>
  n === 0 ? [] : [...hanoi(n - 1, from, via, to), `${from}${to}`, ...hanoi(n - 1, via, to, from)];
console.log(hanoi(3).join(' '));
function overloaded(value: string): string;
function overloaded(value: number, times?: number): number;
function overloaded(value: string | number, times = 2): string | number {
  return typeof value === 'string' ? value.repeat(times) : value * times;
}
console.log(overloaded('ab'), overloaded(5), overloaded(5, 3));
const fibs = function* fib(a = 0, b = 1): Generator<number> {
  yield a;
  yield* fib(b, a + b);
};
const firstFive: number[] = [];
for (const n of fibs()) {
  if (firstFive.length === 5) break;
  firstFive.push(n);
}
console.log(firstFive);
const partition = <T>(xs: readonly T[], test: (x: T) => boolean): [T[], T[]] =>
  xs.reduce<[T[], T[]]>(([yes, no], x) => (test(x) ? [[...yes, x], no] : [yes, [...no, x]]), [[], []]);
console.log(partition([1, 2, 3, 4], (n) => n > 2));
const zipWith = <A, B, C>(f: (a: A, b: B) => C, as: A[], bs: B[]): C[] => as.slice(0, bs.length).map((a, i) => f(a, bs[i]!));
console.log(zipWith((a, b) => a + b, [1, 2, 3], [10, 20]), zipWith((a, b) => `${a}${b}`, ['a'], [1]));
