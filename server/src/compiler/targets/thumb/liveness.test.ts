// What the spiller asks of liveness beside the live sets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFunction } from '../../ir/parse.ts';
import { findUsedInRound, members } from './liveness.ts';
import { printMachine } from './machine.ts';
import { select } from './select.ts';

test('used in a round of a loop: not what only the next round or the code behind the loop uses', () => {
  const machine = select(
    parseFunction(`fn f "f": i32 {
b0(v0: i32, v1: i32, v2: i32):
  v3 = iconst 1
  jump b1(v0)
b1(v4: i32):
  v5 = imul v4, v1
  branch v5, b2, b3(v5)
b2:
  v6 = isub v5, v0
  jump b3(v6)
b3(v7: i32):
  v8 = iadd v4, v3
  v9 = icmp.lt v8, v7
  branch v9, b1(v8), b4
b4:
  v10 = iadd v7, v2
  return v10
}`),
  );
  const used = findUsedInRound(machine);
  const words = (machine.vregs + 31) >>> 5;
  const names = machine.blocks.map(({ index }) => members(used, words, index).map((v) => `v${v}`));
  // A function's parameters are used ahead of its first block only by that block's own edges; v3 is v4 of the IR, the counter, v4 its v7.
  assert.deepEqual(
    names,
    [['v0'], ['v0', 'v1'], ['v3', 'v5'], ['v0', 'v3', 'v5'], ['v3'], ['v7'], ['v2', 'v4']],
    printMachine(machine),
  );
});
