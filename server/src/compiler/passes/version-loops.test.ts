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
  v6 = iconst -1
  v7 = iadd v3, v6
  v8 = icmp.ult v7, v4
  branch v8, b3(v1, v1), b4
rare b1(v9: i32, v10: i32):
  bounds v9, v4
  v11 = load.i32 v5[v9] @element.i32
  v12 = iadd v10, v11
  v13 = iadd v9, v2
  v14 = icmp.lt v13, v3
  branch v14, b1(v13, v12), b2(v12)
b2(v15: i32):
  return v15
b3(v16: i32, v17: i32):
  v18 = load.i32 v5[v16] @element.i32
  v19 = iadd v17, v18
  v20 = iadd v16, v2
  v21 = icmp.lt v20, v3
  branch v21, b3(v20, v19), b2(v19)
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
  v5 = iconst -1
  v6 = iadd v4, v5
  v7 = load.i32 v0+4 @length
  v8 = icmp.ult v6, v7
  branch v8, b6(v2), b7
rare b1(v9: i32):
  v10 = load.i32 v0+4 @length
  v11 = icmp.ult v9, v10
  branch v11, b2, b3
rare b2:
  v12 = load.i32 v0+8 @data
  store.i32 v1, v12[v9] @element.i32
  jump b4
rare b3:
  helper gn_array_push_i32(v0, v1)
  jump b4
rare b4:
  v13 = iadd v9, v3
  v14 = icmp.lt v13, v4
  branch v14, b1(v13), b5
b5:
  return
b6(v15: i32):
  v16 = load.i32 v0+4 @length
  v17 = icmp.ult v15, v16
  v18 = iconst 1
  v19 = load.i32 v0+8 @data
  store.i32 v1, v19[v15] @element.i32
  v20 = iadd v15, v3
  v21 = icmp.lt v20, v4
  branch v21, b6(v20), b5
rare b7:
  jump b1(v2)
}`,
);

golden(
  'rows at an index that no round changes are loaded before the copy, once they are known to be inside',
  versionLoops,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = iconst 16
  v6 = load.i32 v0+4 @length
  v7 = load.i32 v0+8 @data
  jump b1(v3, v3)
b1(v8: i32, v9: i32):
  branch v1, b2, b3(v9)
b2:
  bounds v2, v6
  v10 = load.ref v7[v2] @element.ref
  v11 = load.i32 v10+4 @length
  bounds v8, v11
  v12 = load.i32 v10+8 @data
  v13 = load.i32 v12[v8] @element.i32
  v14 = iadd v9, v13
  store.i32 v3, v12[v8] @element.i32
  jump b3(v14)
b3(v15: i32):
  v16 = iadd v8, v4
  v17 = icmp.lt v16, v5
  branch v17, b1(v16, v15), b4
b4:
  return v15
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = iconst 16
  v6 = load.i32 v0+4 @length
  v7 = load.i32 v0+8 @data
  v8 = icmp.ult v2, v6
  branch v8, b9, b8
rare b1(v9: i32, v10: i32):
  branch v1, b2, b3(v10)
rare b2:
  bounds v2, v6
  v11 = load.ref v7[v2] @element.ref
  v12 = load.i32 v11+4 @length
  bounds v9, v12
  v13 = load.i32 v11+8 @data
  v14 = load.i32 v13[v9] @element.i32
  v15 = iadd v10, v14
  store.i32 v3, v13[v9] @element.i32
  jump b3(v15)
rare b3(v16: i32):
  v17 = iadd v9, v4
  v18 = icmp.lt v17, v5
  branch v18, b1(v17, v16), b4(v16)
b4(v19: i32):
  return v19
b5(v20: i32, v21: i32):
  branch v1, b7, b6(v21)
b6(v22: i32):
  v23 = iadd v20, v4
  v24 = icmp.lt v23, v5
  branch v24, b5(v23, v22), b4(v22)
b7:
  v25 = load.ref v7[v2] @element.ref
  v26 = load.i32 v32+4 @length
  v27 = load.i32 v32+8 @data
  v28 = load.i32 v27[v20] @element.i32
  v29 = iadd v21, v28
  store.i32 v3, v27[v20] @element.i32
  jump b6(v29)
rare b8:
  jump b1(v3, v3)
b9:
  v30 = iconst -1
  v31 = iadd v5, v30
  v32 = load.ref v7[v2] @element.ref
  v33 = load.i32 v32+4 @length
  v34 = icmp.ult v31, v33
  branch v34, b10, b8
b10:
  jump b5(v3, v3)
}`,
);

golden(
  'rows that a round may exchange stay where they are',
  versionLoops,
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = iconst 16
  v6 = load.i32 v0+4 @length
  v7 = load.i32 v0+8 @data
  jump b1(v3)
b1(v8: i32):
  bounds v2, v6
  v9 = load.ref v7[v2] @element.ref
  v10 = load.i32 v9+4 @length
  bounds v8, v10
  v11 = load.i32 v9+8 @data
  store.i32 v3, v11[v8] @element.i32
  store.ref v1, v7[v2] @element.ref
  v12 = iadd v8, v4
  v13 = icmp.lt v12, v5
  branch v13, b1(v12), b2
b2:
  return
}`,
  `fn f.t: void {
b0(v0: ref, v1: ref, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = iconst 16
  v6 = load.i32 v0+4 @length
  v7 = load.i32 v0+8 @data
  v8 = icmp.ult v2, v6
  branch v8, b5, b4
rare b1(v9: i32):
  bounds v2, v6
  v10 = load.ref v7[v2] @element.ref
  v11 = load.i32 v10+4 @length
  bounds v9, v11
  v12 = load.i32 v10+8 @data
  store.i32 v3, v12[v9] @element.i32
  store.ref v1, v7[v2] @element.ref
  v13 = iadd v9, v4
  v14 = icmp.lt v13, v5
  branch v14, b1(v13), b2
b2:
  return
b3(v15: i32):
  v16 = load.ref v7[v2] @element.ref
  v17 = load.i32 v16+4 @length
  bounds v15, v17
  v18 = load.i32 v16+8 @data
  store.i32 v3, v18[v15] @element.i32
  store.ref v1, v7[v2] @element.ref
  v19 = iadd v15, v4
  v20 = icmp.lt v19, v5
  branch v20, b3(v19), b2
rare b4:
  jump b1(v3)
b5:
  jump b3(v3)
}`,
);

golden(
  'a branch to a rare block on what no round changes is decided before the copy',
  versionLoops,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = load.i32 v0 @constant
  v6 = iand v5, v4
  jump b1(v3, v3)
b1(v7: i32, v8: i32):
  branch v6, b2, b3
rare b2:
  v9 = load.u16 v0[v7]+8 @constant
  jump b4(v9)
b3:
  v10 = load.u8 v0[v7]+8 @constant
  jump b4(v10)
b4(v11: i32):
  v12 = iadd v8, v11
  v13 = iadd v7, v4
  v14 = icmp.lt v13, v1
  branch v14, b1(v13, v12), b5
b5:
  return v12
}`,
  `fn f.t: i32 {
b0(v0: ref, v1: i32, v2: i32):
  v3 = iconst 0
  v4 = iconst 1
  v5 = load.i32 v0 @constant
  v6 = iand v5, v4
  branch v6, b10, b11
rare b1(v7: i32, v8: i32):
  branch v6, b2, b3
rare b2:
  v9 = load.u16 v0[v7]+8 @constant
  jump b4(v9)
rare b3:
  v10 = load.u8 v0[v7]+8 @constant
  jump b4(v10)
rare b4(v11: i32):
  v12 = iadd v8, v11
  v13 = iadd v7, v4
  v14 = icmp.lt v13, v1
  branch v14, b1(v13, v12), b5(v12)
b5(v15: i32):
  return v15
b6(v16: i32, v17: i32):
  v18 = iconst 0
  branch v18, b9, b8
b7(v19: i32):
  v20 = iadd v17, v19
  v21 = iadd v16, v4
  v22 = icmp.lt v21, v1
  branch v22, b6(v21, v20), b5(v20)
b8:
  v23 = load.u8 v0[v16]+8 @constant
  jump b7(v23)
rare b9:
  v24 = load.u16 v0[v16]+8 @constant
  jump b7(v24)
rare b10:
  jump b1(v3, v3)
b11:
  jump b6(v3, v3)
}`,
);

const MEMORY = 1024;
/** Where loops find the length of an array that grows. */
const LENGTH = 1016;
/** An array of two rows, one at 952, which is as long as the array, and one at 968. */
const ROWS = 928;

/** Runs `f.t(data, length, a, b, rows)` in fresh memory; gives what came of it, memory included. */
function run(
  fn: IrFunction,
  length: number,
  a: number,
  b: number,
  rows: number,
): { outcome: Outcome; memory: Uint8Array } {
  const memory = new Uint8Array(MEMORY);
  const view = new DataView(memory.buffer);
  view.setInt32(LENGTH, length, true);
  // What null has for a length, and for an address of elements: nobody may load from there.
  view.setInt32(4, 235, true);
  view.setInt32(8, 181, true);
  for (const [address, of, data] of [
    [ROWS, 2, 944],
    [952, length, 0],
    [968, 12, 512],
  ] as const) {
    view.setInt32(address + 4, of, true);
    view.setInt32(address + 8, data, true);
  }
  view.setInt32(944, 952, true);
  view.setInt32(948, 968, true);
  const outcome = interpret(fn, [0, length, a, b, rows], {
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
  store: fc.constantFrom('checked', 'growing', 'row', 'narrowed row', 'checked row'),
});
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never;

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

/** In some rounds only, in the row at an index that is the same in all; there may be no rows. */
const rowStore = (what: Shape['store']): string => `  v60 = null
  v61 = rcmp.ne v4, v60
  v62 = iconst 1
  v63 = iand v26, v62
  branch v63, b10, b9
b10:
${what === 'narrowed row' ? '  branch v61, b11, b9\nb11:' : ''}
${what === 'checked row' ? '  check.nullReference v61' : ''}
  v64 = load.i32 v4+4 @length
  bounds v3, v64
  v65 = load.i32 v4+8 @data
  v66 = load.ref v65[v3] @element.ref
  v67 = load.i32 v66+4 @length
  bounds v29, v67
  v68 = load.i32 v66+8 @data
  store.i32 v26, v68[v29] @element.i32
  jump b9
b9:`;

function storeText(what: Shape['store']): string {
  if (what === 'checked') return checkedStore;
  return what === 'growing' ? growingStore : rowStore(what);
}

/**
 * A loop that stores its counter at an index that is linear in it, behind a bounds check, where the array may grow, or in a row
 * of rows.
 */
function loopText(of: Shape): string {
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
b0(v0: i32, v1: i32, v2: i32, v3: i32, v4: ref):
${guard}${makeStart}${makeLimit}${makeTerm}  v23 = iconst ${of.step}
  v24 = iconst ${of.factor}
  v25 = iconst ${of.offset}
  jump b1(${start})
b1(v26: i32):
  v27 = imul v26, v24
  v28 = iadd v27, v25
  v29 = iadd v28, ${term}
${storeText(of.store)}
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
            // Only what looks whether there are rows may be given none.
            const rows = b === 1 && /narrowed|checked row/.test(choices.store) ? 0 : ROWS;
            const expected = run(before, length, a, b, rows);
            if (expected.outcome.kind === 'limit') continue;
            assert.deepEqual(
              run(after, length, a, b, rows),
              expected,
              `${length}, ${a}, ${b}\n${printFunction(after)}`,
            );
          }
    }),
    { numRuns: Number(process.env.GNOMON_RUNS ?? 150) },
  );
  assert.ok(versioned > 2, `only ${versioned} loops were versioned`);
});
