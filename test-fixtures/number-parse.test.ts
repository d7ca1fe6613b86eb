// Number(text), parseInt and parseFloat against Node's: the library's code as it is defined, run in Node on many texts,
// and compiled, run on the virtual board on some of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import vm from 'node:vm';
import fc from 'fast-check';
import { translateForNode } from './oracle/definitions.ts';
import { operations } from './oracle/run-in-node.ts';
import { VirtualSession } from './virtual-session.ts';

const numRuns = Number(process.env.GNOMON_TEXTS ?? 1000);
const seed = Number(process.env.GNOMON_SEED ?? 20261121);

type Parse = (text: string, radix?: number) => number;
type Name = 'fromText' | 'parseInt' | 'parseFloat';

const node: Record<Name, Parse> = { fromText: Number, parseInt, parseFloat };
const library = loadParsers();

function loadParsers(): Record<Name, Parse> {
  const files = ['types/intrinsics.d', 'parse', 'string', 'array'];
  const source = files.map((name) => readFileSync(new URL(`../lib/${name}.ts`, import.meta.url), 'utf8'));
  // The intrinsics name it, the parsers do not use it.
  source.push('interface __Coroutine {}');
  const words = new DataView(new ArrayBuffer(8));
  const context = vm.createContext({
    ...operations,
    __length: (value: { length: number }) => value.length,
    __unit: (text: string, index: number) => text.charCodeAt(index),
    __newArray: (length: number) => new Array(length).fill(0),
    __makeDouble(high: number, low: number) {
      words.setInt32(0, high);
      words.setInt32(4, low);
      return words.getFloat64(0);
    },
  });
  vm.runInContext(translateForNode(source.join('\n')), context);
  const parser = (name: Name): Parse => vm.runInContext(`number_${name}`, context);
  return { fromText: parser('fromText'), parseInt: parser('parseInt'), parseFloat: parser('parseFloat') };
}

function expectAll(name: Name, texts: readonly string[], radix?: number): void {
  for (const text of texts) {
    const expected = node[name](text, radix);
    const actual = library[name](text, radix);
    if (!Object.is(actual, expected)) {
      assert.fail(`${name}(${JSON.stringify(text)}, ${radix}) is ${expected}, not ${actual}`);
    }
  }
}

// Texts.

const spaces = '\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

const forms = [
  ...['', ' ', spaces, `${spaces}12${spaces}`, '\u200b1', '\u180e1', '1 2', '1\0', '\0', ' 0x10 ', '  -7px'],
  ...['.', '.5', '5.', '-.5', '+5', '+-5', '--5', '- 5', '1.2.3', '..1', '1.e5', '.e5', '+', '-', '+.', '0.'],
  ...[
    '1e',
    '1e+',
    '1e5',
    '1E-5',
    '1e+05',
    'e5',
    '.e1',
    '1e5.5',
    '1e 5',
    '12e',
    '1e-',
    '1e+x',
    '1ee5',
    '5e0x1',
  ],
  ...[
    'Infinity',
    '-Infinity',
    '+Infinity',
    'infinity',
    'Infinit',
    'Infinity1',
    'InfinityInfinity',
    ' Infinity ',
  ],
  ...['I5', '-In.5e1', 'NaN', 'I', 'null', 'true', '-Infinitypx', '--Infinity'],
  ...[
    '0x',
    '0x1F',
    '0XaBc',
    '-0x1',
    '+0x1',
    '0x1g',
    '0b101',
    '0B2',
    '0b',
    '0o17',
    '0O8',
    '0o',
    '0x1.8',
    '0xe1',
  ],
  ...['-0', '-0.0', '0e5', '00012', '0.00', '-0e-999999999999', '1_000', '1n', '٣', '1px', 'abc', 'é', '0'],
  ...['1e999999999999', '1e-999999999999', `0.${'0'.repeat(400)}1e400`, `1${'0'.repeat(400)}e-400`],
  ...['0x20000000000001', '0x20000000000003', '0x40000000000002', '0x400000000000020000001'],
  ...['0x1fffffffffffff8', '0x1fffffffffffff7ffffffffff', `0x${'f'.repeat(300)}`, `0b1${'0'.repeat(1100)}`],
  ...[`0b${'1'.repeat(54)}`, `0o${'7'.repeat(30)}`, `0x${'0'.repeat(300)}1`, '0x', '0xg', ' 0b1 '],
];

/** The exact decimal expansion of a mantissa times a power of two, as digits and a power of ten. */
function exactText(mantissa: bigint, exponent: number): string {
  return exponent >= 0
    ? String(mantissa << BigInt(exponent))
    : `${mantissa * 5n ** BigInt(-exponent)}e${exponent}`;
}

/** Texts at, just below and just above the point half-way between two doubles, in several forms. */
const halfway = fc
  .tuple(
    fc.bigInt(0n, 2n ** 53n),
    fc.oneof(fc.integer({ min: -1075, max: 969 }), fc.integer({ min: -60, max: 20 })),
  )
  .chain(([bits, exponent]) => {
    const [digits, power = '0'] = exactText(bits * 2n + 1n, exponent).split('e') as [string, string?];
    return fc.constantFrom(
      `${digits}e${power}`,
      `${digits}00000000000000000001e${Number(power) - 20}`,
      `${BigInt(digits) * 1000n - 1n}e${Number(power) - 3}`,
      `${digits.slice(0, 1)}.${digits.slice(1)}e${Number(power) + digits.length - 1}`,
    );
  });
const digits = (most: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: most });
const decimal = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    digits(25),
    fc.constantFrom('', '.'),
    digits(30),
    fc.integer({ min: -400, max: 400 }),
  )
  .map(([sign, whole, point, fraction, exponent]) => `${sign}${whole}${point}${fraction}e${exponent}`);
const anyDouble = fc.double().map(String);
const short = fc.tuple(fc.integer(), fc.nat(9)).map(([value, places]) => String(value / 10 ** places));
const scraps = fc.string({ unit: fc.constantFrom(...'0123456789.eE+-xXobIinfty \t_a'), maxLength: 12 });
const integers = fc
  .tuple(
    fc.constantFrom('', '-', '+', ' '),
    fc.constantFrom('', '0x', '0o', '0b'),
    fc.string({ unit: fc.constantFrom(...'0123456789abcdefzZAF'), maxLength: 40 }),
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(halfway, decimal, anyDouble, short, scraps, integers);

const boundaries = [
  '1.7976931348623157e308',
  '1.7976931348623158e308',
  '1.7976931348623159e308',
  '1.797693134862316e308',
  '2.4703282292062327e-324',
  '2.4703282292062328e-324',
  '2.4703282292062326e-324',
  '2.2250738585072011e-308',
  '2.2250738585072014e-308',
  '1e-324',
  '9.9e-324',
  '1e309',
  '0.9e309',
  '1e23',
  '9007199254740993',
  '9007199254740993.0000000000000000000000000000000000001',
  exactText(1n, -1075),
  exactText(3n, -1075),
  exactText((1n << 54n) - 1n, 970),
  `${exactText((1n << 54n) - 1n, 970)}.0001`,
  // The longest points half-way: digits beyond the 767th decide.
  exactText((1n << 54n) - 1n, -1075),
  `${exactText((1n << 54n) - 1n, -1075).replace('e', `${'0'.repeat(100)}1e`)}`.replace(/e.*/, 'e-1176'),
  `${'9'.repeat(2000)}e-1700`,
  `0.${'0'.repeat(900)}1`,
];

describe('as defined, in Node', () => {
  test('forms of numbers and what is none', () => {
    for (const name of ['fromText', 'parseFloat', 'parseInt'] as const) expectAll(name, forms);
    for (let radix = -2; radix <= 38; radix++) expectAll('parseInt', forms, radix);
    for (const radix of [NaN, Infinity, 2 ** 32 + 16, 10.9, -0, 0.5]) expectAll('parseInt', forms, radix);
  });

  test('the ends of the doubles', () => {
    for (const name of ['fromText', 'parseFloat', 'parseInt'] as const) expectAll(name, boundaries);
  });

  test('every power of two and of ten, and their neighbours', () => {
    const texts: string[] = [];
    for (let e = -1074; e < 1024; e += 3) texts.push(String(2 ** e));
    for (let e = -1074; e < 1024; e += 17) texts.push(exactText(1n, e), exactText((1n << 54n) + 1n, e - 54));
    for (let e = -330; e < 312; e++)
      for (const d of ['1', '5', '9.5', '2.99999999999999999']) texts.push(`${d}e${e}`);
    expectAll('fromText', texts);
  });

  test('random texts', () => {
    for (const text of [decimal, anyDouble, short, scraps, integers, halfway]) {
      fc.assert(
        fc.property(text, fc.integer({ min: 2, max: 36 }), (text, radix) => {
          expectAll('fromText', [text]);
          expectAll('parseFloat', [text]);
          expectAll('parseInt', [text]);
          expectAll('parseInt', [text], radix);
        }),
        { numRuns: text === halfway ? numRuns / 10 : numRuns, seed },
      );
    }
  });
});

describe('compiled, on the board', () => {
  let board: VirtualSession;
  before(async () => {
    board = await VirtualSession.start({ verify: false });
  });
  after(() => board.stop());

  test('prints what Node prints', async () => {
    const random = fc.sample(anyText, { numRuns, seed });
    const texts = [...forms, ...boundaries, ...random].filter((text) => text.length < 1000);
    for (let at = 0; at < texts.length; at += 100) {
      const some = texts.slice(at, at + 100);
      const { output, errors } = await board.runProgram([
        `for (const text of ${JSON.stringify(some)}) {
           console.log(Number(text), +text, parseFloat(text), parseInt(text), parseInt(text, 16), parseInt(text, 7));
         }`,
      ]);
      assert.deepEqual(errors, []);
      const expected = some.map((text) =>
        [Number(text), +text, parseFloat(text), node.parseInt(text), parseInt(text, 16), parseInt(text, 7)]
          .map((value) => (Object.is(value, -0) ? '-0' : String(value)))
          .join(' '),
      );
      assert.deepEqual(output.trimEnd().split('\n'), expected);
    }
  });
});
