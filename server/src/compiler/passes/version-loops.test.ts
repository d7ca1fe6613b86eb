// Loops whose bounds checks are tested before them. GNOMON_RUNS sets the number of random loops tried.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interpret, type Outcome } from '../ir/interpret.ts';
import type { IrFunction } from '../ir/ir.ts';
import { parseFunction } from '../ir/parse.ts';
import { printFunction } from '../ir/print.ts';
import { runPasses } from './index.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { golden } from './testing/golden.ts';
import { versionLoops } from './version-loops.ts';

golden(
  'the highest index is tested once; the loop with its check stays for when it is too high',
  [versionLoops, simplifyControlFlow],
  `fn f.t: i32 {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = load.i32 v0+4 @length
  v5 = load.i32 v0+8 @data
  jump b1(v1, v1)
b1(v6: i32, v7: i32):
  bounds v6, v4
  v8 = load.i32 v5[v6] @element.i32
  v9 = iadd v7, v8
  v10 = iadd v6, v2
  v11 = icmp.lt v10, v3
  branch v11, b1(v10, v9), b2
b2:
  return v9
}`,
  `fn f.t: i32 {
b0(v0: ref):
  v1 = iconst 0
  v2 = iconst 1
  v3 = iconst 16
  v4 = load.i32 v0+4 @length
  v5 = load.i32 v0+8 @data
  v6 = iconst 1
  v7 = imul v3, v6
  v8 = iconst -1
  v9 = iadd v7, v8
  v10 = icmp.ult v9, v4
  branch v10, b3(v1, v1), b4
rare b1(v11: i32, v12: i32):
  bounds v11, v4
  v13 = load.i32 v5[v11] @element.i32
  v14 = iadd v12, v13
  v15 = iadd v11, v2
  v16 = icmp.lt v15, v3
  branch v16, b1(v15, v14), b2(v14)
b2(v17: i32):
  return v17
b3(v18: i32, v19: i32):
  v20 = load.i32 v5[v18] @element.i32
  v21 = iadd v19, v20
  v22 = iadd v18, v2
  v23 = icmp.lt v22, v3
  branch v23, b3(v22, v21), b2(v21)
rare b4:
  jump b1(v1, v1)
}`,
);

golden(
  'a limit that may be anything could let the counter wrap around: the loop stays as it is',
  [versionLoops, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: i32, v2: i32, v3: i32):
  v4 = iconst 3
  jump b1(v1)
b1(v5: i32):
  bounds v5, v3
  store.i32 v5, v0[v5] @element.i32
  v6 = iadd v5, v4
  v7 = icmp.lt v6, v2
  branch v7, b1(v6), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: i32, v1: i32, v2: i32, v3: i32):
  v4 = iconst 3
  jump b1(v1)
b1(v5: i32):
  bounds v5, v3
  store.i32 v5, v0[v5] @element.i32
  v6 = iadd v5, v4
  v7 = icmp.lt v6, v2
  branch v7, b1(v6), b2
b2:
  return
}`,
);

golden(
  'what a loop falls back to is not copied again',
  [versionLoops, simplifyControlFlow],
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst 16
  branch v1, b3, b2
rare b1(v5: i32):
  bounds v5, v1
  store.i32 v5, v0[v5] @element.i32
  v6 = iadd v5, v3
  v7 = icmp.lt v6, v4
  branch v7, b1(v6), b2
b2:
  return
rare b3:
  jump b1(v2)
}`,
  `fn f.t: void {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst 16
  branch v1, b3, b2
rare b1(v5: i32):
  bounds v5, v1
  store.i32 v5, v0[v5] @element.i32
  v6 = iadd v5, v3
  v7 = icmp.lt v6, v4
  branch v7, b1(v6), b2
b2:
  return
rare b3:
  jump b1(v2)
}`,
);

golden(
  'a store that may make the array longer: where all indices are inside, none does, and nothing changes the length',
  [versionLoops, simplifyControlFlow],
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst 16
  jump b1(v2)
b1(v5: i32):
  v6 = load.i32 v0+4 @length
  v7 = icmp.ult v5, v6
  branch v7, b2, b3
b2:
  v8 = load.i32 v0+8 @data
  store.i32 v1, v8[v5] @element.i32
  jump b4
rare b3:
  helper gn_array_push_i32(v0, v1)
  jump b4
b4:
  v9 = iadd v5, v3
  v10 = icmp.lt v9, v4
  branch v10, b1(v9), b5
b5:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst 16
  v5 = iconst 1
  v6 = imul v4, v5
  v7 = iconst -1
  v8 = iadd v6, v7
  v9 = load.i32 v0+4 @length
  v10 = icmp.ult v8, v9
  branch v10, b6(v2), b7
rare b1(v11: i32):
  v12 = load.i32 v0+4 @length
  v13 = icmp.ult v11, v12
  branch v13, b2, b3
rare b2:
  v14 = load.i32 v0+8 @data
  store.i32 v1, v14[v11] @element.i32
  jump b4
rare b3:
  helper gn_array_push_i32(v0, v1)
  jump b4
rare b4:
  v15 = iadd v11, v3
  v16 = icmp.lt v15, v4
  branch v16, b1(v15), b5
b5:
  return
b6(v17: i32):
  v18 = load.i32 v0+4 @length
  v19 = icmp.ult v17, v18
  v20 = iconst 1
  v21 = load.i32 v0+8 @data
  store.i32 v1, v21[v17] @element.i32
  v22 = iadd v17, v3
  v23 = icmp.lt v22, v4
  branch v23, b6(v22), b5
rare b7:
  jump b1(v2)
}`,
);

const MEMORY = 1024;
/** Where loops find the length of an array that grows. */
const LENGTH = 1016;

/** Runs `f.t(data, length, a, b)` in fresh memory; gives what came of it, memory included. */
function run(fn: IrFunction, length: number, a: number, b: number): { outcome: Outcome; memory: Uint8Array } {
  const memory = new Uint8Array(MEMORY);
  const view = new DataView(memory.buffer);
  view.setInt32(LENGTH, length, true);
  const outcome = interpret(fn, [0, length, a, b], {
    memory: view,
    base: 0,
    function: () => undefined,
    address: () => 0,
    fuel: 3000,
  });
  return { outcome, memory };
}

const extremes = [0, 1, -1, 5, 40, 2 ** 31 - 1, 2 ** 31 - 4, -(2 ** 31), -(2 ** 31) + 3];
const operand = fc.constantFrom('v2', 'v3', '10', '0', '31', '-5', '2147483647', '-2147483648');
const shape = fc.record({
  start: operand,
  limit: operand,
  step: fc.constantFrom(1, 1, 2, 3, -1, -1, -2, 2 ** 30),
  cond: fc.constantFrom('lt', 'lt', 'le', 'gt', 'ge', 'ge', 'ne', 'ult'),
  negate: fc.boolean(),
  factor: fc.constantFrom(1, 1, 2, -1, 3, 2 ** 30),
  offset: fc.constantFrom(0, 1, -1, 7, 2 ** 31 - 1),
  term: fc.constantFrom('v2', 'v3', '4'),
  guarded: fc.constantFrom(true, true, true, false),
  grows: fc.boolean(),
});

const store = 'store.i32 v26, v0[v29] @element.i32';
const checkedStore = `  bounds v29, v1\n  ${store}`;
const growingStore = `  v50 = load.i32 v0+${LENGTH} @length
  v51 = icmp.ult v29, v50
  branch v51, b7, b8
b7:
  ${store}
  jump b9
rare b8:
  v52 = icmp.eq v29, v50
  check.bounds v52, v29, v50
  v53 = iconst 1
  v54 = iadd v50, v53
  store.i32 v54, v0+${LENGTH} @length
  ${store}
  jump b9
b9:`;

/** A loop that stores its counter at an index that is linear in it, behind a bounds check or where the array may grow. */
function loopText(of: typeof shape extends fc.Arbitrary<infer T> ? T : never): string {
  const constant = (text: string, name: string): [string, string] =>
    text.startsWith('v') ? [text, ''] : [name, `  ${name} = iconst ${text}\n`];
  const [start, makeStart] = constant(of.start, 'v20');
  const [limit, makeLimit] = constant(of.limit, 'v21');
  const [term, makeTerm] = constant(of.term, 'v22');
  const low = 'v40 = iconst -100; v41 = icmp.ge v2, v40; v42 = icmp.ge v3, v40; v43 = iand v41, v42';
  const high = 'v44 = iconst 100; v45 = icmp.le v2, v44; v46 = icmp.le v3, v44; v47 = iand v45, v46';
  const guard = of.guarded ? `  ${low}; ${high}; branch v43, b5, b4\nb5:\n  branch v47, b6, b4\nb6:\n` : '';
  const [yes, no] = of.negate ? ['b3', 'b1(v30)'] : ['b1(v30)', 'b3'];
  return `fn f.t: i32 {
b0(v0: i32, v1: i32, v2: i32, v3: i32):
${guard}${makeStart}${makeLimit}${makeTerm}  v23 = iconst ${of.step}
  v24 = iconst ${of.factor}
  v25 = iconst ${of.offset}
  jump b1(${start})
b1(v26: i32):
  v27 = imul v26, v24
  v28 = iadd v27, v25
  v29 = iadd v28, ${term}
${of.grows ? growingStore : checkedStore}
  v30 = iadd v26, v23
  v31 = icmp.${of.cond} v30, ${limit}
  branch v31, ${yes}, ${no}
b3:
  return v29
b4:
  return v1
}`;
}

test('random loops end, trap and store as without the tests', () => {
  let versioned = 0;
  fc.assert(
    fc.property(shape, (choices) => {
      const text = loopText(choices);
      const before = parseFunction(text);
      const after = parseFunction(text);
      runPasses(after, { bodyOf: () => undefined, verify: true }, [versionLoops, simplifyControlFlow]);
      if (after.blocks.some(({ rare }) => rare)) versioned++;
      for (const length of [0, 1, 10, 12, 32, 128])
        for (const a of extremes)
          for (const b of extremes) {
            const expected = run(before, length, a, b);
            if (expected.outcome.kind === 'limit') continue;
            assert.deepEqual(
              run(after, length, a, b),
              expected,
              `${length}, ${a}, ${b}\n${printFunction(after)}`,
            );
          }
    }),
    { numRuns: Number(process.env.GNOMON_RUNS ?? 150) },
  );
  assert.ok(versioned > 2, `only ${versioned} loops were versioned`);
});
