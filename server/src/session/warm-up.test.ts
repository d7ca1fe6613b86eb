// Warming up the compiler: it leaves the live program alone, and ends when a cell is run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from '../../../test-fixtures/virtual-session.ts';

test('warming up leaves names and memory as they were', async () => {
  const board = await VirtualSession.start();
  try {
    const { session } = board;
    const used = (await session.memory()).code.used;
    await session.warmUp();
    assert.equal((await session.memory()).code.used, used);
    assert.deepEqual(await session.variables(), []);
    assert.equal((await session.runCell('a', 'let best = 3;')).status, 'done');
    const result = await session.runCell('b', 'best + 1');
    assert.equal(result.status === 'done' && result.value?.value, 4);
    const unknown = await session.runCell('c', 'sensors;');
    assert.equal(unknown.status, 'rejected');
  } finally {
    await board.stop();
  }
});

test('a cell that is run ends it', async () => {
  const board = await VirtualSession.start();
  try {
    const warm = board.session.warmUp();
    const run = board.session.runCell('a', '1 + 2');
    await warm;
    const result = await run;
    assert.equal(result.status === 'done' && result.value?.value, 3);
  } finally {
    await board.stop();
  }
});
