// Waiting for something to happen on a board.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a test waits before it fails: far longer than anything takes on a machine that is busy with others. */
const PATIENCE_MS = 20_000;

/** Waits until the condition holds; fails with `what` it waited for if that takes far too long. */
export async function until(condition: () => boolean, what: string | (() => string)): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!condition()) {
    if (performance.now() > end) {
      assert.fail(typeof what === 'string' ? `timed out waiting for ${what}` : what());
    }
    await sleep(1);
  }
}
