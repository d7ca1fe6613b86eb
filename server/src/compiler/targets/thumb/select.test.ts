// Instruction selection as text: which machine instructions patterns of the IR become.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../../ir/parse.ts';
import { printMachine } from './machine.ts';
import { select } from './select.ts';

/** Selects for a body in one block with parameters v0: i32, v1: i32, v2: ref; gives the instructions as text. */
function selected(body: string): string[] {
  const fn = parseFunction(`fn f "f": i32 {\nb0(v0: i32, v1: i32, v2: ref):\n${body}\n}`);
  return printMachine(select(fn))
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function expectSelected(body: string, ...expected: string[]): void {
  assert.deepEqual(selected(body), expected);
}

test('small constants are immediates, others are made once', () => {
  expectSelected(
    'v3 = iconst 200; v4 = iadd v0, v3; v5 = isub v4, v3; v6 = iconst -3; v7 = iadd v6, v5; return v7',
    'b0():',
    'v3 = addi v0, #200',
    'v4 = addi v3, #-200',
    'v5 = addi v4, #-3',
    'ret v5@r0',
  );
  expectSelected(
    'v3 = iconst 1000; v4 = iadd v0, v3; v5 = imul v4, v3; return v5',
    'v3 := 1000',
    'b0():',
    'v4 = add v0, v3',
    'v5 = mul v4, v3',
    'ret v5@r0',
  );
});

test('masks are extensions or shifts where that saves a register', () => {
  expectSelected('v3 = iconst 255; v4 = iand v0, v3; return v4', 'b0():', 'v3 = uxtb v0', 'ret v3@r0');
  expectSelected(
    'v3 = iconst 1023; v4 = iand v0, v3; return v4',
    'b0():',
    'v3 = lsli v0, #22',
    'v4 = lsri v3, #22',
    'ret v4@r0',
  );
  expectSelected(
    'v3 = iconst 24; v4 = ishl v0, v3; v5 = ishr v4, v3; return v5',
    'b0():',
    'v3 = sxtb v0',
    'ret v3@r0',
  );
});

test('comparisons are part of branches, selects and checks', () => {
  expectSelected(
    'v3 = iconst 5; v4 = icmp.lt v3, v0; branch v4, b1, b2\nb1: return v0\nb2: return v1',
    'b0():',
    'br ri gt(v0, #5), b1(), b2()',
    'b1():',
    'ret v0@r0',
    'b2():',
    'ret v1@r0',
  );
  expectSelected(
    'v3 = icmp.ult v0, v1; v4: i32 = select v3, v0, v1; check.badLength v3, v4; return v4',
    'b0():',
    'v3 = select rr lo(v0, v1), v0, v1',
    'check rr hs(v0, v1), v3@any, #8',
    'ret v3@r0',
  );
  expectSelected('bounds v0, v1; return v0', 'b0():', 'check rr hs(v0, v1), v0@any, v1@any, #1', 'ret v0@r0');
});

test('a branch on overflow computes the sum, unless that is needed before', () => {
  const branch = 'branch v9, b1, b2\nb1: return v3\nb2: return v0';
  const exits = ['b1():', 'ret v3@r0', 'b2():', 'ret v0@r0'];
  expectSelected(
    `v3 = iadd v0, v1; v4 = imul v0, v1; v9 = iaddFits v1, v0; ${branch}`,
    'b0():',
    'v3 = mul v0, v1',
    'v4 = addv v1, v0',
    'br overflow vc(), b1(), b2()',
    ...['b1():', 'ret v4@r0', 'b2():', 'ret v0@r0'],
  );
  expectSelected(
    `v3 = isub v0, v1; store.i32 v3, v2 @element.i32; v9 = isubFits v0, v1; ${branch}`,
    'b0():',
    'v3 = sub v0, v1',
    'str v3, v2, #0',
    'v4 = subv v0, v1',
    'br overflow vc(), b1(), b2()',
    ...exits,
  );
  expectSelected(
    `v8 = iconst -9; v3 = iadd v0, v8; v9 = iaddFits v0, v8; ${branch}`,
    'b0():',
    'v3 = addiv v0, #-9',
    'br overflow vc(), b1(), b2()',
    ...exits,
  );
});

test('bits are tested by shifting them into the sign or zero flag', () => {
  const branch = 'branch v9, b1, b2\nb1: return v0\nb2: return v1';
  const test = (body: string): string => selected(`${body}; ${branch}`).find((line) => line.includes('br '))!;
  assert.equal(test('v3 = iconst 4; v9 = iand v0, v3'), 'v3 = br shl mi(v0, #29), b1(), b2()');
  assert.equal(
    test('v3 = iconst 7; v4 = iand v0, v3; v5 = iconst 0; v9 = icmp.eq v4, v5'),
    'v3 = br shl eq(v0, #29), b1(), b2()',
  );
  assert.equal(test('v9 = iand v0, v1'), 'br tst ne(v0, v1), b1(), b2()');
});

test('addresses: offsets, scaled indices shared, neighbouring device registers on one base', () => {
  expectSelected(
    'v3 = load.i32 v2+8 @data; v4 = load.u16 v3[v0] @element.u16; store.u8 v4, v3[v0]+3 @element.u8; return v4',
    'b0():',
    'v3 = ldr v2, #8',
    'v4 = lsli v0, #1',
    'v5 = ldrhx v3, v4',
    'v6 = add v3, v0',
    'strb v5, v6, #3',
    'ret v5@r0',
  );
  expectSelected(
    'v3 = iconst -805306368; store.i32 v0, v3+20 @mmio; store.i32 v0, v3+24 @mmio; return v0',
    'v3 := -805306368',
    'b0():',
    'str v0, v3, #20',
    'str v0, v3, #24',
    'ret v0@r0',
  );
});

test('calls have their arguments in fixed registers, constants are made there', () => {
  expectSelected(
    'v3 = iconst 7; v4: i32 = call g(v1, v3); v5 = idiv v4, v0; return v5',
    'v3 := 7',
    'v5 := gn_idiv+0',
    'b0():',
    'v4@r0 = call g, v1@r0, v3@r1',
    'v6@r0 = callx v5, v4@r0, v0@r1',
    'ret v6@r0',
  );
});
