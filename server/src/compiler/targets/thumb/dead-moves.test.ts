// What brings values into registers that nothing reads is removed, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AsmItem, asm, type ColdBlock, printAsm } from './asm.ts';
import { removeDeadMoves } from './dead-moves.ts';

type Operands = [AsmItem['op'], a?: number, b?: number, c?: number];
const item = ([op, a, b, c]: Operands): AsmItem => asm(op, undefined, a, b, c);
const to = (op: AsmItem['op'], label: number): AsmItem => asm(op, undefined, 0, 0, 0, label);
const end: Operands = ['pop', 0x80f0];

function check(before: (Operands | AsmItem)[], removed: number[], cold: ColdBlock[] = []): void {
  const items = before.map((each) => (Array.isArray(each) ? item(each) : each));
  const expected = items.filter((_, i) => !removed.includes(i));
  assert.equal(printAsm(removeDeadMoves(items, cold)), printAsm(expected));
}

test('a value that is brought back in every round and written over unread', () => {
  const loop: (Operands | AsmItem)[] = [
    ['label', 1],
    ['mov', 5, 8],
    ['ldrSp', 4, 2],
    ['ldrbReg', 5, 0, 1],
    ['addsReg', 1, 1, 5],
    ['cmpReg', 1, 2],
    to('blt', 1),
    ['movsImm', 4, 0],
    ['mov', 0, 1],
    end,
  ];
  check(loop, [1, 2]);
});

test('what a way out of a loop reads stays', () => {
  const cold: ColdBlock[] = [
    { label: 9, items: [item(['mov', 0, 4]), item(['mov', 1, 5]), item(['udf', 1])] },
  ];
  check([['ldrSp', 4, 1], ['ldrSp', 6, 2], ['mov', 5, 8], to('bhs', 9), ['movsImm', 0, 0], end], [1], cold);
  check([['ldrSp', 4, 1], to('beq', 3), ['movsImm', 4, 0], ['label', 3], ['mov', 0, 4], end], []);
});

test('results, arguments, and what is alive across calls stay', () => {
  check([['mov', 2, 8], ['mov', 4, 9], ['blx', 7], ['mov', 3, 8], ['mov', 1, 9], ['mov', 0, 4], end], [3]);
  check(
    [
      ['mov', 0, 1],
      ['mov', 4, 1],
      ['bx', 14],
    ],
    [],
  );
  check(
    [
      ['ldrSp', 6, 0],
      ['pop', 0x8030],
    ],
    [],
  );
  check(
    [
      ['ldrSp', 6, 0],
      ['mov', 8, 1],
      ['pop', 0xf0],
      ['bx', 14],
    ],
    [0],
  );
});

test('operands that are read and written keep what they had', () => {
  check([['mov', 3, 8], ['ands', 3, 1], ['mov', 0, 3], end], []);
  check([['mov', 3, 8], ['mvns', 3, 1], ['mov', 0, 3], end], [0]);
  check([['mov', 3, 8], ['ldmia', 3, 0b10001], ['mov', 0, 4], end], []);
  check([['mov', 4, 8], ['mov', 0, 9], ['ldmia', 3, 0b10001], end], [0, 1]);
  check([['mov', 4, 8], ['stmia', 3, 0b10000], ['movsImm', 0, 0], ['movsImm', 1, 0], end], []);
  check([['mov', 4, 8], ['cmpHi', 4, 9], to('beq', 1), ['label', 1], end], []);
  check([['mov', 4, 8], ['strReg', 4, 1, 2], end], []);
});
