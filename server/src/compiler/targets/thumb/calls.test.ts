// Calls: the AAPCS with arguments in registers and on the stack, doubles in aligned pairs, helpers, function
// values with and without captures, values that live across calls, traps with what they report.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunctions } from '../../ir/parse.ts';
import type { IrType } from '../../ir/types.ts';
import { verify } from '../../ir/verify.ts';
import { DATA_BASE, TestBoard } from './testing/test-board.ts';

function compile(text: string, data: Record<string, number> = {}): TestBoard {
  const functions = parseFunctions(text);
  for (const fn of functions) verify(fn);
  return new TestBoard(functions, data);
}

function value(board: TestBoard, symbol: string, args: number[] = []): number | undefined {
  const outcome = board.call(symbol, args);
  assert.equal(outcome.kind, 'return', symbol);
  return outcome.kind === 'return' ? outcome.value : undefined;
}

/** Each signature: the callee weighs its arguments; the caller passes its own on, exchanged and twice. */
const signatures: IrType[][] = [
  ['i32'],
  ['i32', 'i32', 'i32', 'i32'],
  ['i32', 'i32', 'i32', 'i32', 'i32'],
  ['i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32', 'i32'],
  ['f64'],
  ['i32', 'f64'],
  ['i32', 'f64', 'i32'],
  ['f64', 'f64'],
  ['f64', 'i32', 'f64', 'i32'],
  ['i32', 'i32', 'i32', 'f64', 'i32', 'f64'],
  ['f64', 'f64', 'f64'],
  ['f32', 'f64', 'f32', 'i32', 'f64', 'f64', 'i32'],
];

for (const types of signatures)
  test(`arguments ${types.join(', ')}`, () => {
    const params = types.map((type, k) => `v${k}: ${type}`).join(', ');
    const names = types.map((_, k) => `v${k}`);
    const lines: string[] = [];
    let next = 100;
    let sum = '';
    for (const [k, type] of types.entries()) {
      let wide = `v${k}`;
      if (type !== 'f64') {
        wide = `v${next++}`;
        lines.push(`${wide} = ${type === 'f32' ? 'f2d' : 'i2d'} v${k}`);
      }
      lines.push(`v${next} = dconst ${10 ** k}`, `v${next + 1} = dmul ${wide}, v${next}`);
      const product = `v${next + 1}`;
      next += 2;
      if (sum) lines.push(`v${next++} = dadd ${sum}, ${product}`);
      sum = `v${next - 1}`;
    }
    // The caller reverses arguments of equal type.
    const reversed = names.map((name, k) => {
      const same = types.map((type, j) => ({ type, j })).filter(({ type }) => type === types[k]);
      const place = same.findIndex(({ j }) => j === k);
      return name.replace(/\d+/, String(same[same.length - 1 - place]!.j));
    });
    const board = compile(`
fn callee "callee": f64 {
b0(${params}):
  ${lines.join('\n  ')}
  return ${sum}
}
fn caller "caller": f64 {
b0(${params}):
  v50: f64 = call callee(${names.join(', ')})
  v51: f64 = call callee(${reversed.join(', ')})
  v52 = dconst 1000000
  v53 = dmul v51, v52
  v54 = dadd v50, v53
  return v54
}`);
    const args = types.map((_, k) => k + 1);
    const weigh = (order: number[]): number => order.reduce((total, x, k) => total + x * 10 ** k, 0);
    const expected = weigh(args);
    assert.equal(value(board, 'callee', args), expected);
    const exchanged = reversed.map((name) => args[Number(name.slice(1))]!);
    assert.equal(value(board, 'caller', args), expected + weigh(exchanged) * 1000000);
  });

test('values live across calls, more than there are preserved registers', () => {
  const count = 14;
  const defs = Array.from({ length: count }, (_, k) => `v${10 + k} = iadd v0, v${40 + k}`);
  const constants = Array.from({ length: count }, (_, k) => `v${40 + k} = iconst ${k * 1000}`);
  const sums = Array.from({ length: count }, (_, k) => `v${71 + k} = iadd v${70 + k}, v${10 + k}`);
  const board = compile(`
fn g "g": i32 {
b0(v0: i32):
  v1 = iconst 1
  v2 = iadd v0, v1
  return v2
}
fn f "f": i32 {
b0(v0: i32):
  ${constants.join('\n  ')}
  ${defs.join('\n  ')}
  v69: i32 = call g(v10)
  v70: i32 = call g(v69)
  ${sums.join('\n  ')}
  v95: i32 = call g(v${70 + count})
  v96 = iadd v95, v10
  return v96
}`);
  const x = 5;
  const expected =
    x + 2 + Array.from({ length: count }, (_, k) => x + k * 1000).reduce((a, b) => a + b) + 1 + x;
  assert.equal(value(board, 'f', [x]), expected);
});

test('function values, with and without captures, in every number of arguments', () => {
  const callees = [0, 1, 4, 6].map((count) => {
    const params = Array.from({ length: count }, (_, k) => `v${k}: i32`).join(', ');
    const sums = Array.from({ length: count }, (_, k) => `v${31 + k} = iadd v${30 + k}, v${k}`);
    return `
fn callee.${count} "callee": i32 {
b0(${params}):
  v29 = self
  v30 = load.i32 v29+8 @capture
  ${sums.join('\n  ')}
  return v${30 + count}
}
fn caller.${count} "caller": i32 {
b0(v20: ref${params ? `, ${params}` : ''}):
  v21: i32 = callRef v20(${Array.from({ length: count }, (_, k) => `v${k}`).join(', ')})
  v22: i32 = callRef v20(${Array.from({ length: count }, (_, k) => `v${count - 1 - k}`).join(', ')})
  v23 = iadd v21, v22
  v24 = load.i32 v20+8 @capture
  v25 = iadd v23, v24
  return v25
}`;
  });
  const board = compile(callees.join('\n'));
  for (const count of [0, 1, 4, 6]) {
    board.core.writeInt32(DATA_BASE + 4, board.address(`callee.${count}`));
    board.core.writeInt32(DATA_BASE + 8, 1000);
    const args = Array.from({ length: count }, (_, k) => k + 1);
    const sum = args.reduce((a, b) => a + b, 0);
    assert.equal(value(board, `caller.${count}`, [DATA_BASE, ...args]), 2 * (sum + 1000) + 1000);
  }
});

test('helpers get their arguments, and their results are used', () => {
  const board = compile(`
fn f "f": ref {
b0(v0: ref, v1: i32, v2: i32, v3: i32, v4: i32):
  helper gn_array_move(v0, v4, v3, v2, v1)
  v5 = iconst 6
  v6 = helper gn_array_copy(v0, v5, v2, v3)
  return v6
}`);
  const seen: number[][] = [];
  board.served.set('gn_array_move', (args) => {
    seen.push([...args]);
    return undefined;
  });
  board.served.set('gn_array_copy', (args) => {
    seen.push([...args]);
    return 77;
  });
  assert.equal(value(board, 'f', [8, 1, 2, 3, 4]), 77);
  assert.deepEqual(seen, [
    [8, 4, 3, 2, 1],
    [8, 6, 2, 3],
  ]);
});

test('traps report their values, and the line table leads to their source', () => {
  const text = `
fn f "f": i32 {
b0(v0: i32, v1: i32):
  bounds v0, v1 #0:10
  bounds v1, v0 #0:20
  v2 = iconst 5
  v3 = iconst 9
  v4 = icmp.ne v0, v3
  check.badLength v4, v1, v2 #0:30
  trap.emptyArray v2, v0 #0:40
}`;
  const board = compile(text);
  const object = board.objects.get('f')!;
  const sourceOf = (pc: number): number => {
    const offset = pc - (board.address('f') - 1);
    return object.lines.filter((line) => line.offset <= offset).at(-1)!.position;
  };
  const expectTrap = (args: number[], trap: string, r0: number, r1: number, position: number): void => {
    const outcome = board.call('f', args);
    assert.ok(outcome.kind === 'trap');
    assert.deepEqual(
      { trap: outcome.trap, r0: outcome.r0, r1: outcome.r1, position: sourceOf(outcome.pc) },
      { trap, r0, r1, position },
    );
  };
  expectTrap([3, 3], 'bounds', 3, 3, 10);
  expectTrap([-1, 3], 'bounds', -1, 3, 10);
  expectTrap([2, 3], 'bounds', 3, 2, 20);
  const other = compile(text.replace('bounds v1, v0 #0:20', ''));
  const outcome = other.call('f', [9, 20]);
  assert.ok(outcome.kind === 'trap' && outcome.trap === 'badLength' && outcome.r0 === 20 && outcome.r1 === 5);
  const last = other.call('f', [8, 20]);
  assert.ok(last.kind === 'trap' && last.trap === 'emptyArray' && last.r0 === 5 && last.r1 === 8);
});

test('large functions: far branches, trap blocks, literal pools in between', () => {
  const blocks: string[] = [];
  const count = 400;
  for (let k = 0; k < count; k++) {
    blocks.push(`b${2 * k + 2}(v${1000 + k}: i32):
  v${2000 + k} = iconst ${123456 + k * 789}
  v${3000 + k} = ixor v${1000 + k}, v${2000 + k}
  bounds v1, v2
  v${4000 + k} = icmp.eq v${3000 + k}, v1
  branch v${4000 + k}, b1, b${2 * k + 3}
b${2 * k + 3}:
  jump b${2 * k + 4}(v${3000 + k})`);
  }
  const board = compile(`
fn f "f": i32 {
b0(v0: i32, v1: i32, v2: i32):
  jump b2(v0)
b1:
  v3 = iconst -1
  return v3
${blocks.join('\n')}
b${2 * count + 2}(v4: i32):
  return v4
}`);
  assert.ok(board.objects.get('f')!.bytes.length > 4000);
  let expected = 42;
  for (let k = 0; k < count; k++) expected ^= 123456 + k * 789;
  assert.equal(value(board, 'f', [42, 0, 1]), expected);
  assert.equal(value(board, 'f', [123456, 0, 1]), -1);
  assert.equal(board.call('f', [42, 1, 1]).kind, 'trap');
});

test('a long straight function jumps over its literal pools', () => {
  const count = 700;
  const lines: string[] = [];
  let expected = 0;
  for (let k = 0; k < count; k++) {
    const constant = 1000003 * (k + 7);
    lines.push(
      `v${1000 + k} = iconst ${constant | 0}`,
      `v${3000 + k} = ixor v${k ? 2999 + k : 0}, v${1000 + k}`,
    );
    expected ^= constant | 0;
  }
  const board = compile(
    `fn f "f": i32 {\nb0(v0: i32):\n  ${lines.join('\n  ')}\n  return v${2999 + count}\n}`,
  );
  assert.equal(value(board, 'f', [0]), expected);
});

test('more values on the stack than one sp instruction reaches', () => {
  const count = 180;
  const products = Array.from({ length: count }, (_, k) => `v${10 + k} = imul v${k ? 9 + k : 0}, v0`);
  const sums = Array.from(
    { length: count - 1 },
    (_, k) => `v${501 + k} = iadd v${k ? 500 + k : 10}, v${11 + k}`,
  );
  const board = compile(
    `fn f "f": i32 {\nb0(v0: i32):\n  ${products.join('\n  ')}\n  ${sums.join('\n  ')}\n  return v${499 + count}\n}`,
  );
  let product = 3;
  let expected = 0;
  for (let k = 0; k < count; k++) {
    product = Math.imul(product, 3);
    expected = (expected + product) | 0;
  }
  assert.equal(value(board, 'f', [3]), expected);
});

test('an early return runs without a frame, and still finds stack parameters', () => {
  const board = compile(`
fn g "g": i32 {
b0(v0: i32):
  v1 = iadd v0, v0
  return v1
}
fn f "f": i32 {
b0(v0: i32, v1: i32, v2: i32, v3: i32, v4: i32, v5: i32):
  v6 = iconst 0
  v7 = icmp.lt v4, v6
  branch v7, b1, b2
b1:
  return v5
b2:
  v8: i32 = call g(v5)
  v9: i32 = call g(v0)
  v10 = iadd v8, v9
  v11 = iadd v10, v4
  return v11
}`);
  assert.equal(value(board, 'f', [1, 2, 3, 4, -5, 60]), 60);
  assert.equal(value(board, 'f', [1, 2, 3, 4, 5, 60]), 127);
  const { frame, bytes } = board.objects.get('f')!;
  // The early part: load, compare, branch, load, return; then the push.
  assert.ok(frame.prologueEnd > 4 && frame.prologueEnd < bytes.length);
  assert.deepEqual(
    frame.saved.map(({ register }) => register),
    [4, 5, 6, 14].slice(0, frame.saved.length - 1).concat(14),
  );
});

test('parts of a text lie on the stack, word by word', () => {
  const board = compile(`
fn f "f": ref {
b0(v0: ref, v1: i32, v2: f64):
  v3 = iconst 109
  v4 = helper gn_str_join(v3, v0, v2, v1, v0)
  return v4
}`);
  let seen: number[] = [];
  board.served.set('gn_str_join', (args) => {
    const sp = board.core.registers[13]!;
    seen = [...args, ...[0, 4, 8, 12, 16].map((offset) => board.core.readInt32(sp + offset))];
    return 0x20001000;
  });
  assert.equal(value(board, 'f', [0x20000800, -7, 4711]), 0x20001000);
  assert.deepEqual(seen, [109, 0x20000800, 4711, 0, -7, 0x20000800]);
});
