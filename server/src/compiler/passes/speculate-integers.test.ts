// Doubles of loops that are integers until they get large. GNOMON_RUNS sets the number of random loops tried.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interpret, type Outcome } from '../ir/interpret.ts';
import type { IrFunction } from '../ir/ir.ts';
import { parseFunction } from '../ir/parse.ts';
import { printFunction } from '../ir/print.ts';
import { eliminateDeadCode } from './dce.ts';
import { fold } from './fold.ts';
import { runPasses } from './index.ts';
import { narrowDoubles } from './narrow-doubles.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { speculateIntegers } from './speculate-integers.ts';
import { golden } from './testing/golden.ts';

golden(
  'a counter without a limit: an int32 up to 2^30, then the loop goes on with doubles',
  [speculateIntegers, narrowDoubles, fold, eliminateDeadCode, simplifyControlFlow],
  `fn f.t: f64 {
b0(v0: i32):
  v1 = dconst 0
  v2 = dconst 1
  v3 = iconst 1
  jump b1(v0, v1)
b1(v4: i32, v5: f64):
  v6 = ishr v4, v3
  v7 = dadd v5, v2
  branch v6, b1(v6, v7), b2
b2:
  return v7
}`,
  `fn f.t: f64 {
b0(v0: i32):
  v1 = dconst 1
  v2 = iconst 1
  v3 = iconst 0
  jump b3(v0, v3)
rare b1(v4: i32, v5: f64):
  v6 = ishr v4, v2
  v7 = dadd v5, v1
  branch v6, b1(v6, v7), b2(v7)
b2(v8: f64):
  return v8
b3(v9: i32, v10: i32):
  v11 = ishr v9, v2
  v12 = iconst 1
  v13 = iadd v10, v12
  v14 = i2d v13
  branch v11, b5, b2(v14)
rare b4:
  jump b1(v11, v14)
b5:
  v15 = iconst 1073741824
  v16 = icmp.le v13, v15
  branch v16, b3(v11, v13), b4
}`,
);

const start = fc.constantFrom('0', '3', '-5', '1073741824', '1073741820', '-1073741824', 'v1');
const shape = fc.record({
  first: start,
  second: start,
  growth: fc.constantFrom('v10', 'v11', '1', '2', '-1', '536870912', '1073741823', '-1073741823', '0.5'),
  other: fc.constantFrom('v10', '1', '-3', '1073741823'),
  isSum: fc.boolean(),
  conditional: fc.boolean(),
  limit: fc.constantFrom('v2', 'v12', '10'),
  result: fc.constantFrom('v40', 'v41', 'v60'),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** A loop over a counter and a sum of doubles, which ends by a counter of rounds or by the sum. */
function loopText(of: Shape): string {
  const lines: string[] = [];
  const value = (text: string, name: string): string => {
    if (text === 'v2' || text.startsWith('v1') === false) {
      if (text === 'v2') return text;
      lines.push(`${name} = dconst ${text}`);
      return name;
    }
    lines.push(`${name} = i2d ${text === 'v1' ? 'v13' : text}`);
    return name;
  };
  lines.push('v14 = iconst 255', 'v15 = iconst 9', 'v16 = iconst 0', 'v17 = iconst 1', 'v18 = iconst 12');
  lines.push('v10 = iand v0, v14', 'v11 = icmp.lt v0, v15', 'v12 = ixor v0, v14', 'v13 = iand v1, v14');
  const first = value(of.first, 'v30');
  const second = value(of.second, 'v31');
  const growth = value(of.growth, 'v32');
  const other = value(of.other, 'v33');
  const limit = value(of.limit, 'v34');
  return `fn f.t: f64 {
b0(v0: i32, v1: i32, v2: f64):
  ${lines.join('\n  ')}
  jump b1(v16, ${first}, ${second})
b1(v3: i32, v4: f64, v5: f64):
  v40 = dadd v4, ${growth}
  v41 = ${of.isSum ? 'dadd' : 'dsub'} v5, ${other}
  v42 = dcmp.lt v40, ${limit}
  ${of.conditional ? 'branch v42, b2, b3(v41)' : 'jump b3(v41)'}
b2:
  v43 = dadd v41, ${growth}
  jump b3(v43)
b3(v60: f64):
  v44 = iadd v3, v17
  v45 = icmp.lt v44, v18
  branch v45, b4, b5
b4:
  v46 = dcmp.nge v60, ${limit}
  branch v46, b1(v44, v40, v60), b5
b5:
  return ${of.result}
}`;
}

function run(fn: IrFunction, args: readonly number[]): Outcome {
  return interpret(fn, args, {
    memory: new DataView(new ArrayBuffer(0)),
    base: 0,
    function: () => undefined,
    address: () => 0,
    fuel: 2000,
  });
}

test('random loops compute the same, however large their numbers get', () => {
  let speculated = 0;
  fc.assert(
    fc.property(shape, (choices) => {
      const text = loopText(choices);
      const before = parseFunction(text);
      const after = parseFunction(text);
      const passes = [speculateIntegers, narrowDoubles, fold, eliminateDeadCode, simplifyControlFlow];
      runPasses(after, { bodyOf: () => undefined, verify: true }, passes);
      if (after.blocks.some(({ rare }) => rare)) speculated++;
      for (const a of [0, 1, 8, 200, -1])
        for (const b of [0, 255])
          for (const limit of [0, 5, -1e12, 1e12, 2 ** 31, NaN, 0.5]) {
            const args = [a, b, limit];
            const expected = run(before, args);
            assert.deepEqual(run(after, args), expected, `${args.join(', ')}\n${printFunction(after)}`);
          }
    }),
    { numRuns: Number(process.env.GNOMON_RUNS ?? 200) },
  );
  assert.ok(speculated > 20, `only ${speculated} loops were speculated on`);
});
