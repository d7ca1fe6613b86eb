// The code of some hot loops as text, and their cycles beside those of the same C at gcc -O2 on the same emulated
// core. What is pinned here was looked at: a change is either an improvement or a mistake.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { BareCore } from '@gnomon/boards/virtual';
import { compileC } from '../../../../../boards/src/virtual/testing/gcc.ts';
import { parseFunction } from '../../ir/parse.ts';
import { verify } from '../../ir/verify.ts';
import { listing } from './listing.ts';
import { DATA_BASE, TestBoard } from './testing/test-board.ts';

interface Program {
  readonly name: string;
  readonly ir: string;
  /** The function `f`, called with the same arguments. */
  readonly c: string;
  readonly args: readonly number[];
  /** The most cycles, as a multiple of C's. */
  readonly ratio: number;
  /** The expected listing, without offsets. */
  readonly code: string;
}

const ARRAY = DATA_BASE + 64;
/** An array object of 100 words. */
const OBJECT = DATA_BASE;

const programs: Program[] = [
  {
    name: 'fib',
    ir: `fn f "f": i32 {
b0(v0: i32):
  v1 = iconst 2
  v2 = icmp.lt v0, v1
  branch v2, b2(v0), b1
b1:
  v3 = iconst -1
  v4 = iadd v0, v3
  v5: i32 = call f(v4)
  v6 = iconst -2
  v7 = iadd v0, v6
  v8: i32 = call f(v7)
  v9 = iadd v5, v8
  jump b2(v9)
b2(v10: i32):
  return v10
}`,
    c: 'int f(int n) { return n < 2 ? n : f(n - 1) + f(n - 2); }',
    args: [15],
    // gcc inlines the recursion several times over.
    ratio: 1.11,
    code: `
      cmp r0, #2
      bge L2
      bx lr
    L2:
      push {r4, r5, r6, lr}
      mov r4, r0
      subs r0, r4, #1
      bl f
      mov r5, r0
      subs r0, r4, #2
      bl f
      adds r0, r5, r0
      pop {r4, r5, r6, pc}`,
  },
  {
    name: 'sum of an array',
    ir: `fn f "f": i32 {
b0(v0: ref):
  v1 = load.i32 v0+4 @length
  v12 = load.i32 v0+8 @data
  v2 = iconst 0
  v3 = iconst 1
  v4 = icmp.gt v1, v2
  branch v4, b1(v2, v2), b2(v2)
b1(v5: i32, v6: i32):
  v7 = load.i32 v12[v5] @element.i32
  v8 = iadd v6, v7
  v9 = iadd v5, v3
  v10 = icmp.lt v9, v1
  branch v10, b1(v9, v8), b2(v8)
b2(v11: i32):
  return v11
}`,
    c: `struct array { int header, length, *data; };
int f(const struct array *a) { int s = 0; for (int i = 0; i < a->length; i++) s += a->data[i]; return s; }`,
    args: [OBJECT],
    ratio: 1.01,
    code: `
      ldr r2, [r0, #4]
      ldr r1, [r0, #8]
      cmp r2, #0
      bgt L2
      movs r0, #0
      bx lr
    L2:
      lsls r0, r2, #2
      adds r3, r1, r0
      movs r0, #0
    L3:
      ldmia r1!, {r2}
      adds r0, r0, r2
      cmp r1, r3
      blo L3
      bx lr`,
  },
  {
    name: 'greatest common divisor by subtraction',
    ir: `fn f "f": i32 {
b0(v0: i32, v1: i32):
  jump b1(v0, v1)
b1(v2: i32, v3: i32):
  v4 = icmp.eq v2, v3
  branch v4, b4, b2
b2:
  v5 = icmp.gt v2, v3
  branch v5, b3, b5
b3:
  v6 = isub v2, v3
  jump b1(v6, v3)
b5:
  v7 = isub v3, v2
  jump b1(v2, v7)
b4:
  return v2
}`,
    c: 'int f(int a, int b) { while (a != b) { if (a > b) a -= b; else b -= a; } return a; }',
    args: [1071, 462],
    ratio: 1.2,
    code: `
      b L1
    L4:
      subs r0, r0, r1
    L1:
      cmp r0, r1
      beq L2
      cmp r0, r1
      bgt L4
      subs r1, r1, r0
      b L1
    L2:
      bx lr`,
  },
  {
    name: 'clearing multiples',
    ir: `fn f "f": i32 {
b0(v0: i32, v1: i32, v2: i32):
  v3 = iconst 0
  v4 = icmp.lt v2, v1
  branch v4, b1(v2), b2
b1(v5: i32):
  store.u8 v3, v0[v5] @element.u8
  v6 = iadd v5, v2
  v7 = icmp.lt v6, v1
  branch v7, b1(v6), b2
b2:
  return v3
}`,
    c: 'int f(unsigned char *a, int n, int k) { for (int i = k; i < n; i += k) a[i] = 0; return 0; }',
    args: [ARRAY, 1000, 3],
    ratio: 1.01,
    code: `
      cmp r2, r1
      blt L1
      movs r0, #0
      bx lr
    L1:
      push {r4}
      mov r4, r0
      mov r3, r2
      movs r0, #0
    L3:
      strb r0, [r4, r3]
      adds r3, r3, r2
      cmp r3, r1
      blt L3
      movs r0, #0
      pop {r4}
      bx lr`,
  },
  {
    name: 'bits of a checksum',
    ir: `fn f "f": i32 {
b0(v0: i32, v1: i32):
  v2 = iconst 0
  v3 = iconst 1
  v4 = iconst -306674912
  jump b1(v0, v2)
b1(v5: i32, v6: i32):
  v7 = iand v5, v3
  v8 = iushr v5, v3
  branch v7, b2, b3(v8)
b2:
  v9 = ixor v8, v4
  jump b3(v9)
b3(v10: i32):
  v11 = iadd v6, v3
  v12 = icmp.lt v11, v1
  branch v12, b1(v10, v11), b4
b4:
  return v10
}`,
    c: `int f(unsigned x, int n) {
  for (int i = 0; i < n; i++) x = x & 1 ? (x >> 1) ^ 0xedb88320u : x >> 1;
  return (int)x;
}`,
    args: [0x12345678, 64],
    ratio: 1.2,
    code: `
      push {r4}
      movs r2, #0
      ldr r4, =-306674912
      b L1
    L2:
      mov r0, r3
    L4:
      adds r2, #1
      cmp r2, r1
      bge L6
    L1:
      lsrs r3, r0, #1
      lsls r0, r0, #31
      bpl L2
      eors r3, r4
      mov r0, r3
      b L4
    L6:
      pop {r4}
      bx lr
      .word -306674912`,
  },
];

/** A listing without offsets, unused labels and indentation. */
function plain(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^ +[0-9a-f]* {2}/, '').trim());
  const used = new Set(lines.flatMap((line) => (line.endsWith(':') ? [] : (line.match(/\bL\d+\b/g) ?? []))));
  return lines
    .slice(1)
    .filter((line) => line !== '' && (!line.endsWith(':') || used.has(line.slice(0, -1))))
    .join('\n');
}

const hasGcc = spawnSync('arm-none-eabi-gcc', ['--version']).status === 0;

for (const { name, ir, c, args, ratio, code } of programs)
  test(name, { skip: !hasGcc }, (t) => {
    const fn = parseFunction(ir);
    verify(fn);
    const fill = (core: BareCore): void => {
      core.writeInt32(OBJECT + 4, 100);
      core.writeInt32(OBJECT + 8, ARRAY);
      for (let i = 0; i < 256; i++) core.writeInt32(ARRAY + 4 * i, i * 7);
    };
    const board = new TestBoard([fn]);
    fill(board.core);
    const ours = board.call('f', args);
    const compiled = compileC(c);
    const core = new BareCore();
    core.load(compiled.address, compiled.bytes);
    fill(core);
    const theirs = core.call(compiled.symbols.get('f')!, args);
    assert.ok(ours.kind === 'return');
    assert.equal(ours.value, theirs.r0);
    t.diagnostic(
      `${ours.cycles} cycles, C -O2 ${theirs.cycles}, ratio ${(ours.cycles / theirs.cycles).toFixed(2)}`,
    );
    assert.ok(
      ours.cycles <= theirs.cycles * ratio,
      `${ours.cycles} cycles, C ${theirs.cycles}\n${listing(fn)}`,
    );
    assert.equal(plain(listing(fn)), plain(`\n${code}`));
  });
