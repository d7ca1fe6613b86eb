// The host's time for a cell of 30 lines in a session of 100. The targets (compile and link 10 ms, check 25 ms) are for
// an idle machine; the bounds here are wider, since tests run beside each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from '../../test-fixtures/virtual-session.ts';
import { measureLatency } from './latency.ts';

test('a cell of 30 lines in a session of 100 cells', async (t) => {
  const board = await VirtualSession.start({ verify: false });
  try {
    const latency = await measureLatency(board.session);
    t.diagnostic(
      JSON.stringify(latency, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)),
    );
    assert.ok(latency.compileMs + latency.linkMs < 30);
    assert.ok(latency.checkMs < 75);
  } finally {
    await board.stop();
  }
});
