// Divisions by constants: their forms, and that they are exact for the dividends of their ranges.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpret } from '../ir/interpret.ts';
import type { IrFunction } from '../ir/ir.ts';
import { parseFunction } from '../ir/parse.ts';
import { expandDivisions } from './expand-divisions.ts';
import { runPasses } from './index.ts';
import { golden } from './testing/golden.ts';

golden(
  'by powers of two: rounded towards zero by what is added to negative dividends',
  expandDivisions,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 2
  v2 = idiv v0, v1
  v3 = iconst -8
  v4 = idiv v2, v3
  v5 = irem v4, v3
  return v5
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 2
  v2 = iconst 31
  v3 = iushr v0, v2
  v4 = iadd v0, v3
  v5 = iconst 1
  v6 = ishr v4, v5
  v7 = iconst -8
  v8 = iconst 31
  v9 = ishr v6, v8
  v10 = iconst 29
  v11 = iushr v9, v10
  v12 = iadd v6, v11
  v13 = iconst 3
  v14 = ishr v12, v13
  v15 = iconst 0
  v16 = isub v15, v14
  v17 = iconst 31
  v18 = ishr v16, v17
  v19 = iconst 29
  v20 = iushr v18, v19
  v21 = iadd v16, v20
  v22 = iconst 7
  v23 = iand v21, v22
  v24 = isub v23, v20
  return v24
}`,
);

golden(
  'of few numbers by others: a multiplication; of all there is none',
  expandDivisions,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 255
  v2 = iand v0, v1
  v3 = iconst 10
  v4 = udiv v2, v3
  v5 = urem v2, v3
  v6 = iadd v4, v5
  v7 = idiv v0, v3
  v8 = iadd v6, v7
  return v8
}`,
  `fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 255
  v2 = iand v0, v1
  v3 = iconst 10
  v4 = iconst 205
  v5 = imul v2, v4
  v6 = iconst 11
  v7 = iushr v5, v6
  v8 = iconst 205
  v9 = imul v2, v8
  v10 = iconst 11
  v11 = iushr v9, v10
  v12 = iconst 10
  v13 = imul v11, v12
  v14 = isub v2, v13
  v15 = iadd v7, v14
  v16 = idiv v0, v3
  v17 = iadd v15, v16
  return v17
}`,
);

const INT_MIN = -(2 ** 31);
const INT_MAX = 2 ** 31 - 1;
const divisors = [
  2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 25, 60, 64, 100, 125, 255, 365, 641, 1000, 4096, 65535,
];
const ranges: [lo: number, hi: number][] = [
  [0, 9],
  [0, 255],
  [1, 1000],
  [0, 4095],
  [0, 65535],
  [-128, 127],
  [-2000, 2000],
  [-32768, 32767],
  [-7, 100_000],
  [0, INT_MAX],
  [INT_MIN, INT_MAX],
];

/** Divides what lies in a range, which it knows; gives 0 for anything else. */
function divide(op: string, divisor: number, [lo, hi]: [number, number]): IrFunction {
  return parseFunction(`fn f.t: i32 {
b0(v0: i32):
  v1 = iconst ${hi}
  v2 = icmp.gt v0, v1
  branch v2, b3, b1
b1:
  v3 = iconst ${lo}
  v4 = icmp.lt v0, v3
  branch v4, b3, b2
b2:
  v5 = iconst ${divisor}
  v6 = ${op} v0, v5
  return v6
b3:
  v7 = iconst 0
  return v7
}`);
}

/** Where a quotient changes, at both ends of a range and around zero. */
function dividends(divisor: number, [lo, hi]: [number, number]): number[] {
  const steps = [...Array(12).keys()];
  const around = (x: number) => [x - 1, x, x + 1];
  const multiples = [lo, 0, hi].flatMap((at) =>
    steps.flatMap((k) => around((Math.trunc(at / divisor) + k - 6) * divisor)),
  );
  return [lo, hi, ...multiples].filter((x) => x >= lo && x <= hi);
}

for (const op of ['idiv', 'irem', 'udiv', 'urem']) {
  test(`${op} is exact at the ends of ranges and where the quotient changes`, () => {
    let expanded = 0;
    for (const range of ranges.filter(([lo]) => lo >= 0 || op.startsWith('i'))) {
      for (const divisor of op.startsWith('i') ? divisors.flatMap((d) => [d, -d]) : divisors) {
        const fn = divide(op, divisor, range);
        runPasses(fn, { bodyOf: () => undefined, verify: true }, [expandDivisions]);
        if (!fn.blocks.some(({ insts }) => insts.some((inst) => inst.op === op))) expanded++;
        for (const x of dividends(Math.abs(divisor), range)) {
          const outcome = interpret(fn, [x], emptyWorld);
          const exact = (op.endsWith('div') ? Math.trunc(x / divisor) : x % divisor) | 0;
          assert.deepEqual(outcome, { kind: 'return', value: exact }, `${x} ${op} ${divisor} in ${range}`);
        }
      }
    }
    assert.ok(expanded > 100, `only ${expanded} were expanded`);
  });
}

const emptyWorld = {
  memory: new DataView(new ArrayBuffer(0)),
  base: 0,
  function: () => undefined,
  address: () => 0,
};
