// Helpers of tests are given elements that may not be there: `expect(values[7]).toBeUndefined()`.
// generic assertion helper with typed T
function assertEquals<T>(actual: T, expected: T, msg?: string): void { const a = JSON.stringify(actual), b = JSON.stringify(expected); console.log(a === b ? 'ok' : `FAIL ${a} ${b}`, msg ?? ''); }
class Expect<T> { constructor(private readonly actual: T) {} toBe(e: T) { console.log(this.actual === e); return this; } toEqual(e: T) { console.log(JSON.stringify(this.actual) === JSON.stringify(e)); } toBeUndefined() { console.log(this.actual === undefined); } get not() { return { toBe: (e: T) => console.log(this.actual !== e) }; } }
const expect = <T>(actual: T) => new Expect<T>(actual);
const xs = [1, 2, 3];
expect(xs[0]).toBe(1);
expect(xs[7]).toBeUndefined();
expect('abc'[1]).toBe('b');
expect('abc'[9]).toBeUndefined();
expect(xs.find((x) => x > 5)).toBeUndefined();
expect(xs.map((x) => x * 2)).toEqual([2, 4, 6]);
expect<number | undefined>(xs[9]).toBe(undefined);
expect(null).toBe(null);
expect({ a: 1 }).toEqual({ a: 1 });
expect(xs[1]).not.toBe(5);
assertEquals([...'héllo'].length, 5);
assertEquals<unknown>(xs.at(-1), 3, 'at');
const words: Record<string, string> = { a: 'x' };
expect(words['b']).toBeUndefined();
expect(words.a).toBe('x');
function test(name: string, fn: (t: { is: <V>(a: V, b: V) => void; ok(v: unknown): void; throws(f: () => unknown, m?: string): void }) => void) {
  const errors: string[] = [];
  fn({ is: (a, b) => { if (!Object.is(a, b)) errors.push(`${a} is not ${b}`); }, ok(v) { if (!v) errors.push(`${v} not ok`); }, throws(f, m) { try { f(); errors.push('no throw'); } catch (e) { if (m && !(e as Error).message.includes(m)) errors.push((e as Error).message); } } });
  console.log(name, errors.length === 0 ? 'pass' : errors);
}
test('one', (t) => { t.is(1 + 1, 2); t.is('a', 'b'); t.ok([].length === 0); t.ok(0); t.throws(() => JSON.parse('{bad'), 'JSON'); });
test('undefined', (t) => { t.is(xs[10], undefined!); t.is(xs[0], 1); });
function equal<T>(a: T, b: T, what = '') { console.log(a === b ? 'ok' : `got ${a}, not ${b}`, what); }
const ys = [1, 2], ss = ['a'], os = [{ k: 1 }], fl = [true];
equal(ys[5], undefined); equal(ys[1], 2); equal(ss[4], 'x'); equal(ss[0], 'a', 'first'); equal(fl[3], true); equal(fl[0], true);
equal(os[0], os[0]); equal(os[7], os[0]);
class Box<T> { constructor(readonly v: T) {} is(o: T) { return this.v === o; } get empty() { return this.v === undefined; } map<U>(f: (x: T) => U) { return new Box(f(this.v)); } }
function box<T>(v: T): Box<T> { return new Box(v); }
console.log(box(ys[9]).empty, box(ys[0]).empty, box(ss[0]).is('a'), box(ss[3]).is('a'), box(ys[0]).map((x) => x + 1).v);
const kept = box(ys[1]); console.log(kept.v);
