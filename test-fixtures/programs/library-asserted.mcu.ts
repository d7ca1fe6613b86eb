// Edges of arrays, strings and numbers, asserted by a harness as test suites have one.
class Test262Error extends Error {
  constructor(message?: string) { super(message); this.name = 'Test262Error'; }
}
const assert = {
  ok(value: boolean, message: string = '') { if (!value) throw new Test262Error(message || 'not ok'); },
  sameValue<T>(actual: T, expected: T, message: string = '') {
    if (Object.is(actual, expected)) return;
    throw new Test262Error(`${message} Expected SameValue(${String(actual)}, ${String(expected)}) to be true`);
  },
  notSameValue<T>(actual: T, unexpected: T, message: string = '') {
    if (!Object.is(actual, unexpected)) return;
    throw new Test262Error(`${message} not expected ${String(actual)}`);
  },
  throws(expected: new (message?: string) => Error, func: () => void, message?: string) {
    try { func(); } catch (thrown) {
      if (!(thrown instanceof Error)) { throw new Test262Error('Thrown value was not an object!'); }
      if (thrown.constructor !== expected) throw new Test262Error(`${message} Expected a ${expected.name} but got a ${thrown.constructor.name}`);
      return;
    }
    throw new Test262Error(`${message ?? ''} Expected a ${expected.name} to be thrown but no exception was thrown`);
  },
  compareArray<T>(a: readonly T[], b: readonly T[], message: string = '') {
    if (a.length !== b.length || a.some((x, i) => !Object.is(x, b[i]))) throw new Test262Error(`${message} [${a.join()}] vs [${b.join()}]`);
  },
};
let passed = 0, failed = 0;
function test(name: string, body: () => void): void {
  try { body(); passed++; } catch (e) { failed++; console.log('FAIL', name, (e as Error).message); }
}
test('throws', () => {
  assert.throws(TypeError, () => { throw new TypeError('x'); });
  assert.throws(RangeError, () => { new Array(-1); });
  assert.throws(RangeError, () => { (1.5).toFixed(101); });
  assert.throws(Test262Error, () => { assert.ok(false); });
  assert.throws(SyntaxError, () => { JSON.parse('{'); });
  assert.throws(RangeError, () => { 'a'.repeat(-1); });
  assert.throws(RangeError, () => { (10).toString(1); });
  assert.throws(URIError, () => { decodeURIComponent('%'); });
});
test('arrays', () => {
  assert.compareArray([3, 1, 2].sort(), [1, 2, 3]);
  assert.compareArray([1, 2, 3].reverse(), [3, 2, 1]);
  assert.compareArray([1, [2, 3]].flat() as number[], [1, 2, 3]);
  assert.compareArray(Array.from({ length: 3 }, (_, i) => i * 2), [0, 2, 4]);
  assert.compareArray(Array.from('abc'), ['a', 'b', 'c']);
  assert.compareArray(Array.of(1, 2, 3), [1, 2, 3]);
  assert.compareArray([1, 2, 3, 4, 5].copyWithin(0, 3), [4, 5, 3, 4, 5]);
  assert.compareArray([1, 2, 3].fill(0, 1), [1, 0, 0]);
  assert.compareArray([...[1, 2].entries()].map(([i, v]) => i + v), [1, 3]);
  assert.sameValue([1, 2, 3].includes(NaN), false);
  assert.sameValue([NaN].includes(NaN), true);
  assert.sameValue([NaN].indexOf(NaN), -1);
  assert.sameValue([1, 2, 3].at(-1), 3);
  assert.sameValue([].length, 0);
  assert.sameValue([1, 2, 3].findLast((x) => x < 3), 2);
  assert.sameValue([1, 2, 3].reduceRight((a, b) => a - b), 0);
  assert.sameValue([1, 2, 3].join('-'), '1-2-3');
  assert.sameValue([null, undefined, 1].join(), ',,1');
  assert.compareArray([5, 1, 10].toSorted((a, b) => a - b), [1, 5, 10]);
  assert.compareArray([1, 2, 3].with(1, 9), [1, 9, 3]);
  assert.compareArray([1, 2, 3, 4].toSpliced(1, 2, 7, 8, 9), [1, 7, 8, 9, 4]);
  const a = [1, 2, 3, 4, 5];
  assert.compareArray(a.splice(1, 2), [2, 3]);
  assert.compareArray(a, [1, 4, 5]);
  a.length = 1;
  assert.compareArray(a, [1]);
  assert.sameValue(a.push(7, 8), 3);
  assert.sameValue(a.unshift(0), 4);
  assert.sameValue(a.shift(), 0);
  assert.sameValue(a.pop(), 8);
  assert.throws(TypeError, () => { ([] as number[]).reduce((a, b) => a + b); });
});
test('strings', () => {
  assert.sameValue('abc'.at(-1), 'c');
  assert.sameValue('abc'.charCodeAt(5), NaN);
  assert.sameValue('abc'.codePointAt(1), 98);
  assert.sameValue('a-b-c'.replaceAll('-', '+'), 'a+b+c');
  assert.sameValue('a-b-c'.replace('-', '+'), 'a+b-c');
  assert.sameValue('a-b'.replace('-', '$&$&'), 'a--b');
  assert.sameValue('abc'.substring(2, 0), 'ab');
  assert.sameValue('abc'.substr(-2, 1), 'b');
  assert.sameValue('abc'.slice(-2), 'bc');
  assert.sameValue('x'.padStart(3, 'ab'), 'abx');
  assert.sameValue(' \n\t x \u00a0'.trim(), 'x');
  assert.compareArray('a,b,,c'.split(','), ['a', 'b', '', 'c']);
  assert.compareArray('abc'.split(''), ['a', 'b', 'c']);
  assert.compareArray('abc'.split('', 2), ['a', 'b']);
  assert.sameValue('ß'.toUpperCase(), 'SS');
  assert.sameValue('a'.localeCompare('b'), -1);
  assert.sameValue('abc' < 'abd', true);
  assert.sameValue('Z' < 'a', true);
  assert.sameValue('abcabc'.lastIndexOf('c', 4), 2);
  assert.sameValue('abc'.concat('d', 'e'), 'abcde');
  assert.sameValue([...'a😀b'].length, 3);
  assert.sameValue('a😀b'.length, 4);
  assert.sameValue(String.fromCodePoint(128512), '😀');
  assert.sameValue(String.fromCharCode(97, 98), 'ab');
  assert.sameValue('abc'.isWellFormed(), true);
  assert.sameValue('abc'.startsWith('b', 1), true);
  assert.sameValue('abc'.endsWith('b', 2), true);
});
test('numbers', () => {
  assert.sameValue(0.1 + 0.2, 0.30000000000000004);
  assert.sameValue((25).toString(36), 'p');
  assert.sameValue((0.5).toString(2), '0.1');
  assert.sameValue((-255).toString(16), '-ff');
  assert.sameValue((1e21).toString(), '1e+21');
  assert.sameValue((1.005).toFixed(2), '1.00');
  assert.sameValue((123.456).toPrecision(4), '123.5');
  assert.sameValue((0.00001).toPrecision(1), '0.00001');
  assert.sameValue((1234.5678).toExponential(2), '1.23e+3');
  assert.sameValue(parseInt('0x1f'), 31);
  assert.sameValue(parseInt('12abc'), 12);
  assert.sameValue(parseInt(''), NaN);
  assert.sameValue(parseFloat('3.14abc'), 3.14);
  assert.sameValue(Number(''), 0);
  assert.sameValue(Number('  12  '), 12);
  assert.sameValue(Number('1e1000'), Infinity);
  assert.sameValue(Number('0b101'), 5);
  assert.sameValue(Number('abc'), NaN);
  assert.sameValue(Number(true), 1);
  assert.sameValue(Number(null), 0);
  assert.sameValue(Number(undefined), NaN);
  assert.sameValue(-7 % 3, -1);
  assert.sameValue(7 % -3, 1);
  assert.sameValue(-0 + 0, 0);
  assert.sameValue(-0 - 0, -0);
  assert.sameValue(0 * -1, -0);
  assert.sameValue(Math.round(-0.5), -0);
  assert.sameValue(Math.round(2.5), 3);
  assert.sameValue(Math.max(), -Infinity);
  assert.sameValue(Math.min(1, NaN), NaN);
  assert.sameValue(Math.hypot(3, 4), 5);
  assert.sameValue(Math.sign(-3), -1);
  assert.sameValue(Math.cbrt(27), 3);
  assert.sameValue(Math.fround(5.5), 5.5);
  assert.sameValue(Math.fround(5.05), 5.050000190734863);
  assert.sameValue(Math.clz32(1), 31);
  assert.sameValue(Math.imul(0xffffffff, 5), -5);
  assert.sameValue(Math.trunc(-4.7), -4);
  assert.sameValue(1 / 0, Infinity);
  assert.sameValue(2 ** -1, 0.5);
  assert.sameValue((-8) ** (1 / 3), NaN);
  assert.sameValue(5 >>> 0, 5);
  assert.sameValue(-5 >>> 0, 4294967291);
  assert.sameValue(1 << 31, -2147483648);
  assert.sameValue(1 << 32, 1);
  assert.sameValue(~~3.7, 3);
  assert.sameValue(2147483647 + 1, 2147483648);
  assert.sameValue(Number.MAX_SAFE_INTEGER, 9007199254740991);
  assert.sameValue(Number.EPSILON > 0, true);
  assert.sameValue(Number.isInteger(5.0), true);
  assert.sameValue(Number.isSafeInteger(2 ** 53), false);
});
console.log(passed, failed);
