// Loops over arrays with pointers instead of indices: where they appear, where they must not, and what they compute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interpret } from '../../ir/interpret.ts';
import type { IrFunction } from '../../ir/ir.ts';
import { parseFunction } from '../../ir/parse.ts';
import { printFunction } from '../../ir/print.ts';
import { verify } from '../../ir/verify.ts';
import { usePointers } from './pointers.ts';
import { DATA_BASE, TestBoard } from './testing/test-board.ts';

const SIZE = 2048;
const LENGTH = 20;
/** Two array objects, with 64-bit elements behind them, so that every element type has LENGTH of them. */
const FIRST = DATA_BASE;
const SECOND = DATA_BASE + 16;

function memory(): DataView {
  const view = new DataView(new ArrayBuffer(SIZE));
  for (let i = 64; i < SIZE; i += 2) view.setUint16(i, (i * 2654435761) >>> 20, true);
  // Doubles that are numbers.
  for (let i = 64; i + 8 <= SIZE; i += 8) view.setUint8(i + 7, 0x40);
  for (const [at, data] of [
    [0, 256],
    [16, 1024],
  ] as const) {
    view.setInt32(at + 4, LENGTH, true);
    view.setInt32(at + 8, DATA_BASE + data, true);
  }
  return view;
}

/** The loop `for (i = start; i COND limit; i += step) body`, inverted as the passes do it. */
function loop(parts: {
  readonly start?: number;
  readonly step?: number;
  readonly cond?: string;
  readonly limit?: string;
  readonly body: string;
  readonly sum?: string;
  readonly after?: string;
}): IrFunction {
  const { start = 0, step = 1, cond = 'lt', limit = 'v5', body, sum = 'v30', after = 'v40' } = parts;
  const fn = parseFunction(`fn f "f": i32 {
b0(v0: ref, v1: ref, v2: i32):
  v5 = load.i32 v0+4 @length
  v6 = load.i32 v0+8 @data
  v7 = load.i32 v1+8 @data
  v10 = iconst ${start}
  v11 = iconst ${step}
  v12 = iconst 0
  v13 = iconst 3
  v14 = iconst 1
  v15 = iconst -1
  v16 = isub v5, v14
  v17 = icmp.${cond} v10, ${limit}
  branch v17, b1(v10, v12), b3(v12, v10)
b1(v20: i32, v21: i32):
  ${body}
  v32 = iadd v20, v11
  v33 = icmp.${cond} v32, ${limit}
  branch v33, b1(v32, ${sum}), b3(${sum}, ${after === 'v41' ? 'v32' : 'v12'})
b3(v40: i32, v41: i32):
  return ${after}
}`);
  verify(fn);
  return fn;
}

/** Runs a function both ways; says whether pointers were used. */
function run(fn: IrFunction): boolean {
  const reduced = usePointers(fn);
  verify(reduced);
  const view = memory();
  const args = [FIRST, SECOND, 5];
  const expected = interpret(fn, args, {
    memory: view,
    base: DATA_BASE,
    function: () => undefined,
    address: () => 0,
  });
  const board = new TestBoard([fn]);
  board.core.load(DATA_BASE, new Uint8Array(memory().buffer));
  const actual = board.call('f', args);
  assert.ok(expected.kind === 'return' && actual.kind === 'return');
  assert.equal(actual.value, expected.value, printFunction(reduced));
  assert.deepEqual(board.core.read(DATA_BASE, SIZE), new Uint8Array(view.buffer), printFunction(reduced));
  return reduced !== fn;
}

/** Number of instructions in the loop's body that compute with int32. */
function countAdds(fn: IrFunction): number {
  const [, ...blocks] = usePointers(fn).blocks;
  const body = blocks.find((block) => block.insts.some((inst) => inst.op === 'icmp'));
  return body!.insts.filter((inst) => inst.op === 'iadd' || inst.op === 'ishl' || inst.op === 'imul').length;
}

test('a sum counts with the pointer alone', () => {
  const fn = loop({ body: 'v29 = load.i32 v6[v20] @element.i32; v30 = iadd v21, v29' });
  assert.ok(run(fn));
  assert.equal(countAdds(fn), 2);
});

test('accesses that move their pointers on leave no counter, and nothing to add up', () => {
  const fn = loop({
    body: `v28 = load.i32 v6[v20] @element.i32; v29 = load.i32 v7[v20] @element.i32
  v27 = imul v28, v29; v30 = iadd v21, v27`,
  });
  assert.ok(run(fn));
  const [, body] = usePointers(fn).blocks;
  assert.deepEqual(
    body!.insts.filter(({ op }) => op !== 'iconst').map(({ op }) => op),
    ['load', 'iadd', 'load', 'iadd', 'imul', 'iadd', 'icmp', 'branch'],
  );
});

test('steps, directions, offsets, sizes', () => {
  const bodies = [
    'v29 = load.i32 v6[v20] @element.i32; v30 = iadd v21, v29',
    'v29 = load.u16 v6[v20] @element.u16; v30 = iadd v21, v29',
    'v28 = load.f64 v6[v20] @element.f64; v29 = d2i v28; v30 = iadd v21, v29',
    'v28 = iadd v20, v14; v29 = load.i32 v6[v28] @element.i32; v30 = iadd v21, v29',
    'v28 = load.i32 v6[v20] @element.i32; v29 = load.i32 v6[v20]+4 @element.i32; v27 = isub v28, v29; v30 = iadd v21, v27',
    'v28 = load.i32 v6[v20]-4 @element.i32; store.i32 v28, v7[v20] @element.i32; v30 = iadd v21, v28',
    'v28 = imul v20, v13; v27 = iadd v28, v2; v29 = load.i32 v6[v27] @element.i32; v30 = iadd v21, v29',
    'v28 = load.i16 v6[v20] @element.i16; v30 = iadd v21, v28',
  ];
  for (const body of bodies) {
    run(loop({ body }));
    run(loop({ body, start: 3, step: 2 }));
    run(loop({ body, limit: 'v2', step: 3 }));
    run(loop({ body, limit: 'v16', cond: 'le', step: 2 }));
    run(loop({ body, limit: 'v16', cond: 'ne' }));
    run(loop({ body, start: 17, step: -1, limit: 'v12', cond: 'ge' }));
    run(loop({ body, start: 17, step: -2, limit: 'v12', cond: 'gt' }));
    run(loop({ body, start: 30, cond: 'lt' }));
  }
});

test('a counter that is needed stays, and is right', () => {
  const body =
    'v28 = iadd v20, v14; v27 = load.i32 v6[v28] @element.i32; v26 = imul v27, v20; v30 = iadd v21, v26';
  assert.ok(run(loop({ body: body.replace('v28 = iadd v20, v14', 'v28 = imul v20, v13') })));
  run(loop({ body }));
  assert.ok(!run(loop({ body: 'v29 = load.i32 v6[v20] @element.i32; v30 = iadd v21, v29', after: 'v41' })));
});

test('checked indices stay', () => {
  assert.ok(!run(loop({ body: 'bounds v20, v5; v29 = load.i32 v6[v20] @element.i32; v30 = iadd v21, v29' })));
});

test('a limit that may be far away keeps the counter', () => {
  // Distances from the array would wrap: an end of the array can't be computed.
  const fn = loop({
    limit: 'v2',
    body: 'v28 = imul v20, v13; v29 = load.i32 v6[v28] @element.i32; v30 = iadd v21, v29',
  });
  assert.ok(run(fn));
  assert.ok(
    usePointers(fn).blocks.some((block) =>
      block.insts.some((inst) => inst.op === 'icmp' && inst.cond === 'lt'),
    ),
  );
});

test('no pointers where the collector may run', () => {
  const fn = parseFunction(
    printFunction(loop({ body: 'v29 = load.i32 v6[v20] @element.i32; v30 = iadd v21, v29' })).replace(
      /(\n {2}v\d+ = load\.i32 v\d+\[)/,
      '\n  helper gn_out_undefined()$1',
    ),
  );
  assert.equal(usePointers(fn), fn);
});

test('device registers are not walked over', () => {
  assert.ok(!run(loop({ body: 'v29 = load.i32 v6[v20] @mmio; v30 = iadd v21, v29' })));
});

test('what is rarely read has no pointer that every round moves on', () => {
  const text = (rare: string) => `fn f "f": i32 {
b0(v0: ref, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  jump b1(v2, v2)
b1(v4: i32, v5: i32):
  v6 = iand v4, v3
  branch v6, b2, b3(v2)
${rare}b2:
  v7 = load.u16 v0[v4]+8 @constant
  jump b3(v7)
b3(v8: i32):
  v9 = iadd v5, v8
  v10 = iadd v4, v3
  v11 = icmp.lt v10, v1
  branch v11, b1(v10, v9), b4
b4:
  return v9
}`;
  const often = parseFunction(text(''));
  assert.notEqual(usePointers(often), often);
  const rarely = parseFunction(text('rare '));
  assert.equal(usePointers(rarely), rarely);
});
