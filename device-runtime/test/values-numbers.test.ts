// Numbers as text, compared with JavaScript's.
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

test('doubles print as JavaScript prints them', () => {
  const machine = new Machine(program);
  const doubles = interestingDoubles();
  assert.ok(doubles.length > 50_000);
  for (const double of doubles) {
    machine.do('d', [{ double }], (answer) => assert.equal(answer.string(), String(double)));
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
