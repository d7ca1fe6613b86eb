// The editor's answers in a notebook of 1,000 lines. The targets (completion 50 ms, check of an edited cell 15 ms, check
// of a Run 1 ms) are for an idle machine; the bounds here are wider, since tests run beside each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from '../../test-fixtures/virtual-session.ts';
import { measureEditor } from './editor.ts';

test('completion and checks in a notebook of 100 cells', async (t) => {
  const board = await VirtualSession.start({ verify: false });
  try {
    const latency = await measureEditor(board.session);
    t.diagnostic(
      JSON.stringify(latency, (_, value) => (typeof value === 'number' ? Number(value.toFixed(2)) : value)),
    );
    assert.ok(latency.memberCompletion.p95 < 150);
    assert.ok(latency.nameCompletion.p95 < 150);
    assert.ok(latency.recheck.median < 45);
    assert.ok(latency.runCheck && latency.runCheck.median < 5);
  } finally {
    await board.stop();
  }
});
