// What functions know of others that they call, when these are defined anew: also by frames and closures that stay.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { VirtualSession } from './virtual-session.ts';

let board: VirtualSession;
before(async () => {
  board = await VirtualSession.start();
});
after(() => board.stop());

async function prints(cells: readonly string[], output: readonly string[]): Promise<void> {
  const run = await board.runProgram(cells);
  assert.deepEqual(run.errors, []);
  assert.deepEqual(run.output.trimEnd().split('\n'), output);
}

const box = `
class Box { value: int = 1; }
const box = new Box();
function look(b: Box, levels: int): int { return levels > 0 ? look(b, levels - 1) : b.value; }
`;
/** It calls itself, so that it is not inlined, and writes. */
const change =
  'function look(b: Box, levels: int): int { b.value++; return levels > 0 ? look(b, levels - 1) : b.value; }';
const use = `
function use(b: Box): int {
  const first = b.value;
  const seen = look(b, 2);
  return first * 10000 + seen * 1000 + b.value * 100 + look(b, 2);
}
`;

test('a caller', () =>
  prints([`${box}${use}console.log(use(box));`, change, 'console.log(use(box));'], ['11101', '14407']));

test('a caller of a caller', () =>
  prints(
    [
      `${box}function between(b: Box, n: int): int { return n > 0 ? between(b, n - 1) : look(b, 2); }
${use.replaceAll('look(b, 2)', 'between(b, 1)')}console.log(use(box));`,
      change,
      'console.log(use(box));',
    ],
    ['11101', '14407'],
  ));

test('a closure that is kept', () =>
  prints(
    [
      `${box}const kept = [(b: Box): int => b.value * 100 + look(b, 2) * 10 + b.value];
const later = kept[0];
console.log(later(box));`,
      change,
      'console.log(later(box));',
    ],
    ['111', '144'],
  ));

test('a coroutine that waits', () =>
  prints(
    [
      `${box}function* each(b: Box): Generator<int> {
  while (true) {
    const before = b.value;
    const seen = look(b, 2);
    yield before * 100 + seen * 10 + b.value;
  }
}
const values = each(box);
console.log(values.next().value);`,
      change,
      'console.log(values.next().value);',
    ],
    ['111', '144'],
  ));
