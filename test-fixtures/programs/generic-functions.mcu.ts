// Functions over any type: compiled once for each that they are used with.
function identity<T>(x: T): T {
  return x;
}
console.log(identity(3), identity('s'), identity([1, 2]), identity(true));

function mapAll<T, U>(values: T[], f: (x: T) => U): U[] {
  const result: U[] = [];
  for (const value of values) result.push(f(value));
  return result;
}
console.log(mapAll([1, 2, 3], (x) => `n${x}`), mapAll(['a', 'bb'], (s) => s.length));

function best<T>(values: T[], better: (a: T, b: T) => boolean): T | undefined {
  let result: T | undefined;
  for (const value of values) {
    if (result === undefined || better(value, result)) result = value;
  }
  return result;
}
console.log(best([3, 9, 4], (a, b) => a > b), best(['x', 'abc'], (a, b) => a.length > b.length), best<number>([], () => true));

function swap<A, B>(a: A, b: B, show: (b: B, a: A) => string): string {
  return show(b, a);
}
console.log(swap(1, 'one', (s, n) => s + n), swap('x', false, (f, s) => `${f}${s}`));

const ints: int[] = [1, 2, 3];
const doubled: int[] = mapAll(ints, (x) => x * 2);
console.log(doubled);
