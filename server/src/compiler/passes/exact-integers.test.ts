// Int32s from int32s by way of doubles.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interpret, type Outcome } from '../ir/interpret.ts';
import type { IrFunction } from '../ir/ir.ts';
import { parseFunction } from '../ir/parse.ts';
import { printFunction } from '../ir/print.ts';
import { eliminateDeadCode } from './dce.ts';
import { computeExactIntegers } from './exact-integers.ts';
import { fold } from './fold.ts';
import { runPasses } from './index.ts';
import { golden } from './testing/golden.ts';

golden(
  'adding a remainder to an int: the sum is an int32 unless it went down',
  [computeExactIntegers, eliminateDeadCode, fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 7
  v3 = urem v0, v2
  v4 = i2d v3
  v5 = i2d v1
  v6 = dadd v5, v4
  v7 = d2iExact v6
  return v7
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 7
  v3 = urem v0, v2
  v4 = iadd v1, v3
  v5 = icmp.ge v4, v1
  branch v5, b2, b1
b1:
  v6 = iconst 0
  v7 = icmp.lt v4, v6
  v8 = dconst 4294967296
  v9 = dconst -4294967296
  v10: f64 = select v7, v8, v9
  v11 = i2d v4
  v12 = dadd v11, v10
  v13 = d2iExact v12
  trap.unreachable
b2:
  return v4
}`,
);

golden(
  'adding what may have any sign: the sum itself tells what it would have been',
  [computeExactIntegers, eliminateDeadCode, fold, eliminateDeadCode],
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = i2d v1
  v4 = dsub v2, v3
  v5 = d2iExact v4
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32, v1: i32):
  v2 = isub v0, v1
  v3 = isubFits v0, v1
  branch v3, b2, b1
b1:
  v4 = iconst 0
  v5 = icmp.lt v2, v4
  v6 = dconst 4294967296
  v7 = dconst -4294967296
  v8: f64 = select v5, v6, v7
  v9 = i2d v2
  v10 = dadd v9, v8
  v11 = d2iExact v10
  trap.unreachable
b2:
  return v2
}`,
);

golden(
  'branching on a remainder: NaN takes the way of unequal',
  [computeExactIntegers, eliminateDeadCode],
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = i2d v0
  v3 = i2d v1
  v4 = drem v2, v3
  v5 = dconst 0
  v6 = dcmp.eq v4, v5
  branch v6, b1, b2
b1:
  helper gn_out_begin(v0)
  return
b2:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = icmp.ne v1, v2
  v4 = irem v0, v1
  v5 = iconst 0
  v6 = icmp.eq v4, v5
  branch v3, b3, b2
b1:
  helper gn_out_begin(v0)
  return
b2:
  return
b3:
  branch v6, b1, b2
}`,
);

/** Doubles made of the int32s v0 and v1, as v9, by the instructions that compute them. */
const doubles = [
  'v9 = dadd v2, v3',
  'v9 = dsub v2, v3',
  'v9 = dneg v2',
  'v9 = dabs v2',
  'v9 = drem v2, v3',
  'v4 = ddiv v2, v3; v9 = dtrunc v4',
  'v4 = ddiv v2, v3; v9 = dfloor v4',
  'v4 = dconst 10; v5 = ddiv v2, v4; v9 = dfloor v5',
  'v4 = dconst -10; v5 = ddiv v2, v4; v9 = dtrunc v5',
  'v4 = dabs v3; v9 = dadd v2, v4',
  'v4 = dabs v2; v9 = dneg v4',
  'v4 = dabs v2; v9 = dadd v4, v3',
  'v4 = dabs v3; v9 = dsub v2, v4',
  'v4 = dabs v2; v5 = dabs v3; v9 = dadd v4, v5',
  'v4 = drem v2, v3; v9 = dadd v3, v4',
  'v4 = drem v3, v2; v9 = dsub v3, v4',
  'v4 = dconst 2147483647; v9 = dadd v2, v4',
  'v4 = dconst -2147483648; v9 = dsub v2, v4',
];

/** What is done with a double: checked to be an int32, or compared with v1 or a constant. */
const uses = [
  'v10 = d2iExact v9; return v10',
  ...['eq', 'ne', 'lt', 'ge', 'nlt', 'nge'].map((cond) => `v10 = dcmp.${cond} v9, v3; return v10`),
  ...['eq', 'ne', 'gt'].map((cond) => `v8 = dconst 0; v10 = dcmp.${cond} v9, v8; branch v10, b1, b2`),
];

function program(double: string, use: string): IrFunction {
  const lines = `v2 = i2d v0; v3 = i2d v1; ${double}; ${use}`.split('; ');
  const ends = use.includes('branch') ? '\nb1:\n  return v0\nb2:\n  return v1' : '';
  return parseFunction(`fn f.t: i32 {\nb0(v0: i32, v1: i32):\n  ${lines.join('\n  ')}${ends}\n}`);
}

function outcome(fn: IrFunction, ints: readonly number[]): Outcome {
  return interpret(fn, ints, {
    memory: new DataView(new ArrayBuffer(0)),
    base: 0,
    function: () => undefined,
    address: () => 0,
    fuel: 1000,
  });
}

const edges = [0, 1, -1, 2, -2, 7, -7, 10, 2 ** 30, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31) + 1];
const int = fc.oneof(fc.constantFrom(...edges), fc.integer({ min: -100, max: 100 }), fc.integer());

for (const double of doubles) {
  test(`exact with the same traps: ${double}`, () => {
    for (const use of uses) {
      const before = program(double, use);
      const after = program(double, use);
      runPasses(after, { bodyOf: () => undefined, verify: true }, [computeExactIntegers, eliminateDeadCode]);
      const check = (a: number, b: number) =>
        assert.deepEqual(
          outcome(after, [a, b]),
          outcome(before, [a, b]),
          `${a}, ${b}: ${printFunction(after)}`,
        );
      for (const a of edges) for (const b of edges) check(a, b);
      fc.assert(fc.property(int, int, check), { numRuns: 50 });
    }
  });
}

test('an int32 that is checked needs no doubles but in the cold blocks', () => {
  for (const double of doubles) {
    // Two magnitudes up to 2^31 each have a sum that wraps around in more than one way.
    if (double.match(/dabs/g)?.length === 2) continue;
    const fn = program(double, uses[0]!);
    runPasses(fn, { bodyOf: () => undefined, verify: true }, [computeExactIntegers, eliminateDeadCode]);
    const hot = fn.blocks.filter((block) => block.insts.at(-1)?.op !== 'trap');
    assert.ok(
      hot.every((block) => block.insts.every(({ type }) => type !== 'f64')),
      printFunction(fn),
    );
  }
});
