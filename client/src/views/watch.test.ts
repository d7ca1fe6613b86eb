// What views read of the board: at once when they are shown, again after a while, and nothing while they are hidden.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Watch } from './watch.ts';

const EVERY = 100;

test('a view that is shown is read at once and then regularly; once it is hidden, no more', async (t) => {
  const { watch, pass, looks, finish } = begin(t);
  pass(EVERY);
  assert.equal(looks(), 0);
  watch.setVisible(true);
  assert.equal(looks(), 1);
  await finish();
  pass(EVERY - 1);
  assert.equal(looks(), 1);
  pass(1);
  assert.equal(looks(), 2);
  await finish();
  watch.setVisible(false);
  pass(10 * EVERY);
  watch.lookNow();
  assert.equal(looks(), 2);
});

test('what changes during a look is looked at after it, once', async (t) => {
  const { watch, pass, looks, finish } = begin(t);
  watch.setVisible(true);
  watch.lookNow();
  watch.lookNow();
  pass(10 * EVERY);
  assert.equal(looks(), 1);
  await finish();
  assert.equal(looks(), 2);
  await finish();
  assert.equal(looks(), 2);
});

test('a view that is hidden and shown again during a look is read once more', async (t) => {
  const { watch, looks, finish } = begin(t);
  watch.setVisible(true);
  watch.setVisible(false);
  watch.setVisible(true);
  assert.equal(looks(), 1);
  await finish();
  assert.equal(looks(), 2);
});

test('a look that fails is not the last', async (t) => {
  const { watch, pass, looks, finish } = begin(t);
  watch.setVisible(true);
  await finish(new Error('no board'));
  pass(EVERY);
  assert.equal(looks(), 2);
});

/** A watch whose looks last until `finish` is called, in time that passes when the test says so. */
function begin(t: TestContext) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let count = 0;
  let settle: (error?: Error) => void = () => {};
  const look = () => {
    count++;
    return new Promise<void>((resolve, reject) => {
      settle = (error) => (error ? reject(error) : resolve());
    });
  };
  const watch = new Watch({ look, every: EVERY });
  t.after(() => watch.dispose());
  return {
    watch,
    looks: () => count,
    pass: (ms: number) => t.mock.timers.tick(ms),
    finish: async (error?: Error) => {
      settle(error);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
