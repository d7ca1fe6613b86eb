// Numbers as text and back, compared with JavaScript's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildValuesProgram } from './values/build.ts';
import { Machine, randomFrom } from './values/machine.ts';

const program = buildValuesProgram('machine');
const random = randomFrom(20_26);
const view = new DataView(new ArrayBuffer(8));

function fromBits(high: number, low: number): number {
  view.setUint32(0, high);
  view.setUint32(4, low);
  return view.getFloat64(0);
}

/** The doubles around one. */
function neighbours(number: number): number[] {
  view.setFloat64(0, number);
  const bits = view.getBigUint64(0);
  return [-1n, 0n, 1n].map((step) => {
    view.setBigUint64(0, bits + step);
    return view.getFloat64(0);
  });
}

function interestingDoubles(): number[] {
  const doubles = [0, -0, NaN, Infinity, -Infinity, Number.MAX_VALUE, Number.MIN_VALUE, Number.EPSILON];
  doubles.push(
    Number.MAX_SAFE_INTEGER,
    2 ** 31,
    -(2 ** 31),
    2 ** 31 - 1,
    2 ** 32,
    2 ** 53,
    5e-324,
    1e23,
    9.5e-7,
  );
  for (let e = -1074; e < 1024; e++) doubles.push(...neighbours(2 ** e));
  for (let e = -323; e < 309; e++)
    doubles.push(...neighbours(Number(`1e${e}`)), Number(`5e${e}`), Number(`-9.5e${e}`));
  for (let i = 0; i < 1000; i++) doubles.push(fromBits(random.word() & 0xfffff, random.word()));
  for (let i = 0; i < 5000; i++)
    doubles.push(random.word() | 0, random.below(1000), random.word() * 2 ** random.below(40));
  for (let i = 0; i < 10000; i++) doubles.push(random.below(100000) / 10 ** random.below(8));
  for (let i = 0; i < 2000; i++) doubles.push(Math.fround(random.below(100000) / 1000));
  for (let i = 0; i < 25000; i++) doubles.push(fromBits(random.word(), random.word()));
  return doubles;
}

test('doubles print as JavaScript prints them, and read back', () => {
  const machine = new Machine(program);
  const doubles = interestingDoubles();
  assert.ok(doubles.length > 50_000);
  for (const double of doubles) {
    machine.do('d', [{ double }], (answer) => assert.equal(answer.string(), String(double)));
    const text = String(double);
    machine.do('n', [{ text }], (answer) => assert.equal(answer.double(), Number(text), text));
  }
  machine.run();
});

test('integers print', () => {
  const machine = new Machine(program);
  const integers = [0, 1, -1, 9, 10, -10, 2147483647, -2147483648];
  for (let i = 0; i < 500; i++) integers.push((random.word() | 0) >> random.below(32));
  for (const word of integers) {
    machine.do('i', [{ word }], (answer) => assert.equal(answer.string(), String(word)));
  }
  machine.run();
});

function expectNumbers(texts: readonly string[]): void {
  const machine = new Machine(program);
  for (const text of texts) {
    machine.do('n', [{ text }], (answer) => {
      const actual = answer.double();
      assert.ok(Object.is(actual, Number(text)), `${JSON.stringify(text)}: ${actual} is not ${Number(text)}`);
    });
  }
  machine.run();
}

test('forms of numbers and what is none', () => {
  const spaces = '\t\n\v\f\r \u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
  expectNumbers([
    ...['', ' ', spaces, `${spaces}12${spaces}`, '\u200b1', '\u180e1', '1 2', '1\0', '\0'],
    ...[
      '.',
      '.5',
      '5.',
      '-.5',
      '+5',
      '+-5',
      '--5',
      '- 5',
      '1.2.3',
      '..1',
      '1e',
      '1e+',
      '1e5',
      '1E-5',
      '1e+05',
      'e5',
      '.e1',
    ],
    ...[
      'Infinity',
      '-Infinity',
      '+Infinity',
      'infinity',
      'Infinit',
      'Infinity1',
      'InfinityInfinity',
      'I5',
      '-In.5e1',
      'NaN',
      'I',
    ],
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
    ...['-0', '-0.0', '0e5', '00012', '0.00', '-0e-999999999999', '1_000', '1n', '٣', '1px', 'abc', 'é'],
    ...['1e999999999999', '1e-999999999999', `0.${'0'.repeat(400)}1e400`, `1${'0'.repeat(400)}e-400`],
    ...['0x20000000000001', '0x20000000000003', '0x40000000000002', '0x400000000000020000001'],
    ...['0x1fffffffffffff8', '0x1fffffffffffff7ffffffffff', `0x${'f'.repeat(300)}`, `0b1${'0'.repeat(1100)}`],
    `0b${'1'.repeat(54)}`,
    `0o${'7'.repeat(30)}`,
  ]);
});

/** The exact decimal expansion of a sum of powers of two, as digits and a power of ten. */
function exactText(mantissa: bigint, exponent: number): string {
  return exponent >= 0
    ? String(mantissa << BigInt(exponent))
    : `${mantissa * 5n ** BigInt(-exponent)}e${exponent}`;
}

test('text is rounded to the nearest double, half-way to the even one', () => {
  const texts = [
    '1.7976931348623157e308',
    '1.7976931348623158e308',
    '1.7976931348623159e308',
    '1.797693134862316e308',
  ];
  texts.push(
    '2.4703282292062327e-324',
    '2.4703282292062328e-324',
    '2.4703282292062326e-324',
    '2.2250738585072011e-308',
  );
  texts.push(
    exactText(1n, -1075),
    exactText((1n << 54n) - 1n, 970),
    `${exactText((1n << 54n) - 1n, 970)}.0001`,
  );
  for (let i = 0; i < 1500; i++) {
    const exponent = [random.below(20), random.below(2040) - 1075, random.below(120) - 100][i % 3] as number;
    const mantissa = (BigInt(random.word()) << 22n) | (BigInt(random.word()) & 0x3fffffn) | (1n << 53n) | 1n;
    const [digits, power = '0'] = exactText(mantissa, exponent).split('e') as [string, string?];
    texts.push(`${digits}e${power}`, `${digits}00000000000000000001e${Number(power) - 20}`);
    texts.push(`${BigInt(digits) * 1000n - 1n}e${Number(power) - 3}`);
    texts.push(`${digits.slice(0, 1)}.${digits.slice(1)}e${Number(power) + digits.length - 1}`);
  }
  for (let i = 0; i < 10000; i++) {
    const digits = `${random.word()}${random.word()}${random.word()}`.slice(0, 1 + random.below(30));
    texts.push(`${digits}e${random.below(680) - 350}`, `${random.below(1000)}.${digits}`);
  }
  expectNumbers(texts);
});
