// How far loops carry what they count and sum up. GNOMON_RUNS sets the number of random loops tried.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interpret } from '../../interpret.ts';
import { terminator } from '../../ir.ts';
import { parseFunction } from '../../parse.ts';
import { Ranges } from './index.ts';
import { INT_MAX, INT_MIN } from './range.ts';

/** Range of what a function returns. */
function resultRange(text: string): [number, number] {
  const fn = parseFunction(text);
  const ranges = new Ranges(fn);
  const last = fn.blocks.map(terminator).find(({ op }) => op === 'return')!;
  const { lo, hi } = ranges.of(last.args[0]!);
  return [lo, hi];
}

test('a sum of bytes over rounds that have an end', () => {
  const range = resultRange(`fn f.t: f64 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 500
  v3 = iconst 1
  v4 = dconst 0
  jump b1(v1, v4)
b1(v5: i32, v6: f64):
  v7 = icmp.lt v5, v2
  branch v7, b2, b3
b2:
  v8 = load.u8 v0[v5] @element.u8
  v9 = i2d v8
  v10 = dadd v6, v9
  v11 = iadd v5, v3
  jump b1(v11, v10)
b3:
  return v6
}`);
  assert.deepEqual(range, [0, 501 * 255]);
});

test('what is counted in some rounds of an inner loop, and taken away in others', () => {
  const range = resultRange(`fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 10
  jump b1(v1, v1)
b1(v4: i32, v5: i32):
  jump b2(v1, v5)
b2(v6: i32, v7: i32):
  v8 = icmp.gt v0, v6
  branch v8, b3, b4
b3:
  v9 = iadd v7, v2
  jump b5(v9)
b4:
  v10 = isub v7, v2
  jump b5(v10)
b5(v11: i32):
  v12 = iadd v6, v2
  v13 = icmp.lt v12, v3
  branch v13, b2(v12, v11), b6
b6:
  v14 = iadd v4, v2
  v15 = icmp.lt v14, v3
  branch v15, b1(v14, v11), b7
b7:
  return v11
}`);
  assert.ok(range[0] >= -200 && range[0] <= -100 && range[1] >= 100 && range[1] <= 200, range.join());
});

test('without an end, or with one that the counter could jump over, anything is possible', () => {
  const loop = (limit: string, step: string): [number, number] =>
    resultRange(`fn f.t: i32 {
b0(v0: i32):
  v1 = iconst 0
  v2 = iconst ${limit}
  v3 = iconst ${step}
  v4 = iconst 3
  jump b1(v1, v1)
b1(v5: i32, v6: i32):
  v7 = iadd v6, v4
  v8 = iadd v5, v3
  v9 = icmp.lt v8, v2
  branch v9, b1(v8, v7), b2
b2:
  return v7
}`);
  assert.deepEqual(loop('100', '-1'), [INT_MIN, INT_MAX]);
  assert.deepEqual(loop('2147483647', '2'), [INT_MIN, INT_MAX]);
  assert.deepEqual(loop('2147483647', '1'), [INT_MIN, INT_MAX]);
  assert.deepEqual(loop('100', '1'), [3, 306]);
});

const shape = fc.record({
  type: fc.constantFrom('i', 'd'),
  start: fc.constantFrom('v1', 'v2', '0', '5', '-7', '2147483640'),
  limit: fc.constantFrom('v1', 'v2', '0', '20', '-12', '2147483647', '-2147483648'),
  step: fc.constantFrom(1, 1, 2, 3, -1, -2, 1 << 30),
  cond: fc.constantFrom('lt', 'lt', 'le', 'gt', 'ge', 'ne'),
  atTop: fc.boolean(),
  first: fc.constantFrom('v1', 'v2', '0', '1', '1000'),
  growth: fc.constantFrom('v30', 'v31', 'v32', '1', '-1', '100', '1073741824'),
  taken: fc.constantFrom('v30', 'v31', '3', '0'),
  inner: fc.constantFrom(0, 1, 4),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

/** A loop that sums up, conditionally takes away, and perhaps has an inner loop that adds too. */
function loopText(of: Shape): string {
  const d = of.type === 'd';
  const type = d ? 'f64' : 'i32';
  const lines: string[] = [];
  const value = (text: string, name: string): string => {
    if (text.startsWith('v')) {
      if (d) lines.push(`${name} = i2d ${text}`);
      return d ? name : text;
    }
    lines.push(`${name} = ${d ? 'dconst' : 'iconst'} ${text}`);
    return name;
  };
  lines.push('v20 = iconst 255', 'v21 = iconst 15', 'v22 = iconst 0', 'v23 = iconst 1');
  lines.push('v30 = iand v1, v20', 'v31 = iand v2, v21', 'v32 = icmp.lt v1, v2');
  const start = value(of.start, 'v40');
  const limit = value(of.limit, 'v41');
  const step = value(String(of.step), 'v42');
  const first = value(of.first, 'v43');
  const growth = value(of.growth, 'v44');
  const taken = value(of.taken, 'v45');
  lines.push(`v46 = iconst ${of.inner}`);
  const op = (name: string): string => `${d ? 'd' : 'i'}${name}`;
  const test = (tested: string, on: string, off: string): string =>
    `v60 = ${op('cmp')}.${of.cond} ${tested}, ${limit}\n  branch v60, ${on}, ${off}`;
  return `fn f.t: ${type} {
b0(v0: i32, v1: i32, v2: i32):
  ${lines.join('\n  ')}
  jump b1(${start}, ${first})
b1(v50: ${type}, v51: ${type}):
  ${of.atTop ? test('v50', 'b2', 'b9(v51)') : 'jump b2'}
b2:
  v52 = ${op('add')} v51, ${growth}
  v53 = ${op('cmp')}.lt v50, ${first}
  branch v53, b3, b4(v52)
b3:
  v54 = ${op('sub')} v52, ${taken}
  jump b4(v54)
b4(v55: ${type}):
  jump b5(v22, v55)
b5(v56: i32, v57: ${type}):
  v58 = icmp.lt v56, v46
  branch v58, b6, b7
b6:
  v61 = ${op('add')} v57, ${growth}
  v62 = iadd v56, v23
  jump b5(v62, v61)
b7:
  v59 = ${op('add')} v50, ${step}
  ${of.atTop ? 'jump b1(v59, v57)' : test('v59', 'b1(v59, v57)', 'b9(v57)')}
b9(v63: ${type}):
  return v63
}`;
}

test('random loops stay within what the analysis says', () => {
  const extremes = [0, -1, 5, 100, INT_MAX, INT_MIN];
  let limited = 0;
  fc.assert(
    fc.property(shape, (choices) => {
      const text = loopText(choices);
      const fn = parseFunction(text);
      const [lo, hi] = resultRange(text);
      if (lo > INT_MIN && hi < INT_MAX) limited++;
      for (const a of extremes)
        for (const b of extremes) {
          const outcome = interpret(fn, [0, a, b], {
            memory: new DataView(new ArrayBuffer(0)),
            base: 0,
            function: () => undefined,
            address: () => 0,
            fuel: 1500,
          });
          if (outcome.kind !== 'return') continue;
          const result = outcome.value!;
          assert.ok(lo <= result && result <= hi, `${result} is not in ${lo}..${hi} for ${a}, ${b}\n${text}`);
        }
    }),
    { numRuns: Number(process.env.GNOMON_RUNS ?? 150) },
  );
  assert.ok(limited > 5, `only ${limited} loops had limits`);
});
