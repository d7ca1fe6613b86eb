// Elements and entries that are not there, given as what may be anything: as checks of other suites have them.
let passed = 0; const fails: string[] = [];
function equal(actual: unknown, expected: unknown, what = ''): void { if (Object.is(actual, expected)) passed++; else fails.push(`${what}: ${actual} is not ${expected}`); }
const expect = <T>(actual: T) => ({ toBe(expected: T) { equal(actual, expected); }, toBeUndefined() { equal(actual, undefined); } });
const xs = [1, 2, 3], ss = ['a', 'b'], os = [{ k: 1 }], bs = [true], es: number[] = [];
equal(xs[5], undefined, 'number'); equal(xs[-1], undefined); equal(xs[1], 2); equal(ss[2], undefined, 'string'); equal(ss[0], 'a'); equal(os[1], undefined); equal(bs[3], undefined); equal('abc'[5], undefined, 'unit'); equal('abc'[1], 'b'); equal(es[0], undefined);
const m: Record<string, number> = { a: 1 }; equal(m.b, undefined, 'record'); equal(m['a'], 1); equal(new Uint8Array(2)[7], undefined, 'typed'); equal([[1]][0]![3], undefined); const t: [number, string] = [1, 'x']; equal(t[1], 'x');
const f = (...args: unknown[]) => args.map(String).join(); console.log(f(xs[9], ss[9], 'q'[3], xs[0])); expect(ss[1]).toBe('b');
function at(i: number): unknown { return xs[i]; } equal(at(9), undefined, 'result'); console.log(passed, fails);
