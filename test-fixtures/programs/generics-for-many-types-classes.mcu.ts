// A class of matchers for many types, with negation and chains; kept by variables, too.
class Expectation<T> {
  constructor(private readonly actual: T, private readonly negated = false) {}
  get not(): Expectation<T> { return new Expectation(this.actual, !this.negated); }
  private check(pass: boolean, message: string): this { if (pass === this.negated) throw new Error(`expected ${String(this.actual)} ${this.negated ? 'not ' : ''}${message}`); return this; }
  toBe(expected: T) { return this.check(Object.is(this.actual, expected), `to be ${String(expected)}`); }
  toEqual(expected: T) { return this.check(JSON.stringify(this.actual) === JSON.stringify(expected), `to equal ${JSON.stringify(expected)}`); }
  toBeDefined() { return this.check(this.actual !== undefined, 'to be defined'); }
  toBeGreaterThan(n: number) { return this.check((this.actual as unknown as number) > n, `to be greater than ${n}`); }
  toContain(x: unknown) { return this.check((this.actual as unknown as unknown[]).includes(x), `to contain ${x}`); }
  toThrow() { let thrown = false; try { (this.actual as unknown as () => unknown)(); } catch { thrown = true; } return this.check(thrown, 'to throw'); }
}
function expect<T>(actual: T) { return new Expectation(actual); }
let passed = 0;
function test(name: string, f: () => void) { try { f(); passed++; console.log('ok', name); } catch (e) { console.log('not ok', name, (e as Error).message); } }
test('numbers', () => { expect(1 + 1).toBe(2); expect(3).toBeGreaterThan(2).not.toBe(4); expect(0.1 + 0.2).not.toBe(0.3); });
test('strings', () => { expect('a' + 'b').toBe('ab'); expect('abc').not.toEqual('abd'); });
test('arrays', () => { expect([1, 2, 3]).toEqual([1, 2, 3]); expect([3, 4]).toContain(4); expect(['x']).toContain('y'); });
test('objects', () => { expect({ a: 1, b: [2] }).toEqual({ a: 1, b: [2] }); expect({ a: 1 }).not.toEqual({ a: 2 }); });
test('bools', () => { expect(true).toBe(true); expect(!0).toBe(false); });
test('undefined', () => { const m = new Map<string, number>(); expect(m.get('x')).toBe(undefined); expect(m.get('x')).not.toBeDefined(); });
test('throws', () => { expect(() => { throw new Error('x'); }).toThrow(); expect(() => 5).not.toThrow(); });
console.log(passed);
const e = expect(7); e.toBe(7); console.log(e);
const fs = [expect(1), expect(2)]; fs.forEach((x, i) => x.toBe(i + 1));
