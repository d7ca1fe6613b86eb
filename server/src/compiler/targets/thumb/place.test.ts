// Where islands come between the code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AsmItem, asm, printAsm } from './asm.ts';
import { place } from './place.ts';

const FAR = 1;
const NEAR = 2;
const nops = (count: number): AsmItem[] => Array.from({ length: count }, () => asm('mov', undefined, 0, 0));

function placed(items: readonly AsmItem[]): string {
  return printAsm(place(items, [], 10).items).replace(/( +mov r0, r0\n)+/g, '  ...\n');
}

test('branches forward that do not reach go to one jump on the way', () => {
  const code = [
    asm('beq', undefined, 0, 0, 0, FAR),
    ...nops(20),
    asm('bne', undefined, 0, 0, 0, FAR),
    ...nops(20),
    asm('b', undefined, 0, 0, 0, NEAR),
    ...nops(100),
    asm('label', undefined, NEAR),
    ...nops(100),
    asm('bx', undefined, 14),
    asm('label', undefined, FAR),
    asm('bx', undefined, 14),
  ];
  assert.equal(
    placed(code),
    `  beq L10
  ...
  bne L10
  ...
  b L2
L10:
  b L1
  ...
L2:
  ...
  bx lr
L1:
  bx lr
`,
  );
});

test('branches stay where nothing is on the way that control never passes, and those back', () => {
  const code = [
    asm('label', undefined, NEAR),
    asm('beq', undefined, 0, 0, 0, FAR),
    ...nops(200),
    asm('b', undefined, 0, 0, 0, FAR),
    ...nops(20),
    asm('bne', undefined, 0, 0, 0, NEAR),
    asm('bx', undefined, 14),
    asm('label', undefined, FAR),
    asm('bx', undefined, 14),
  ];
  assert.equal(placed(code), printAsm(code).replace(/( +mov r0, r0\n)+/g, '  ...\n'));
});
