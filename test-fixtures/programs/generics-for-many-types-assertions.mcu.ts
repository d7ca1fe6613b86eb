// Assertions for many types: identity, signed zeros, what they are; and functions that give back what they are given.
let n = 0, bad = 0;
function assertEquals<T>(actual: T, expected: T, message = ''): void {
  n++;
  const a = JSON.stringify(actual), b = JSON.stringify(expected);
  if (a !== b) { bad++; console.log('FAIL', message, a, b); }
}
function assertSame<T>(actual: T, expected: T): void { n++; if (actual !== expected && !(actual !== actual && expected !== expected)) { bad++; console.log('differ', actual, expected, typeof actual); } }
const assertIs = <T>(actual: T, expected: T) => { if (!Object.is(actual, expected)) console.log('is not', actual, expected); };
const that = <T>(actual: T) => ({ is: (e: T) => { console.log(actual === e); }, isOneOf: (...es: T[]) => { console.log(es.includes(actual), es.indexOf(actual), es.length); }, matches: (f: (x: T) => boolean) => { console.log(f(actual)); }, value: actual });
class P { constructor(public x: number, public y: number) {} }
const p = new P(1, 2);
enum Color { Red, Green }
assertEquals(1, 2, 'one'); assertEquals('a', 'a'); assertEquals([1], [1]); assertEquals({ a: 1 }, { a: 1 }); assertEquals(p, new P(1, 2)); assertEquals(true, false); assertEquals<number | null>(null, 3); assertEquals([[1, 2], [3]], [[1, 2], [3]]); assertEquals(Color.Red, Color.Green);
assertSame(p, p); assertSame(p, new P(1, 2)); assertSame([1], [1]); assertSame(NaN, NaN); assertSame('x', 'y'); assertSame(undefined, undefined); assertSame(Color.Red, Color.Red); assertSame<string | undefined>('a', undefined);
const arr = [1, 2]; assertSame(arr, arr); const f = () => 1; assertSame(f, f); const m = new Map<string, number>(); assertSame(m, m);
assertIs(0, -0); assertIs('a', 'a'); assertIs(p, p); assertIs([1], [2]); assertIs(f, f); assertIs(true, false);
that(1).is(1); that('a').isOneOf('b', 'a'); that(p).is(p); that([1, 2]).matches((xs) => xs.length === 2); that(p).matches((q) => q.x + q.y === 3); that(true).isOneOf(false);
console.log(that(5).value + 1, that('a').value.toUpperCase(), that([3]).value[0], that(p).value.y, that(f).value());
const kept = that(4); kept.is(4); console.log(kept.value * 2);
const { is, value } = that('d'); is('d'); console.log(value.length);
console.log(n, bad);
// What gives something back has code for each type.
class Box<T> { constructor(readonly value: T) {} map<U>(f: (x: T) => U): Box<U> { return new Box(f(this.value)); } }
function box<T>(x: T) { return new Box(x); }
console.log(box(1).map((x) => x + 1).value, box('a').map((s) => s.length).value, box([1]).value.length, box(p).value.x, box(true).value, box({ q: 1 }).map(({ q }) => q).value);
