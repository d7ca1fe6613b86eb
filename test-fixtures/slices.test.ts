// A long compile leaves the event loop to others: the editor's requests, and what ends the run.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { VirtualSession } from './virtual-session.ts';

/** Many functions with loops, none of which is known yet: some 100 ms and more to compile. */
function largeCell(prefix: string, functions = 120): string {
  const parts = Array.from(
    { length: functions },
    (_, n) => `function ${prefix}${n}(limit: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < limit; i++) {
    if (i % ${n + 2} === 0) sum += i * ${n}; else sum ^= i;
    for (let k: int = 0; k < 3; k++) sum += k;
  }
  return sum;
}`,
  );
  return `${parts.join('\n')}\n${prefix}1(10);`;
}

let board: VirtualSession;
before(async () => {
  board = await VirtualSession.start({ verify: false });
});
after(() => board.stop());
beforeEach(() => board.session.reset());

/** Resolves once a run has been checked and waits between two slices of its compile. */
async function whileCompiling(): Promise<void> {
  // The run begins in a microtask, and checks and lowers its cell at once.
  await new Promise((resolve) => setImmediate(resolve));
}

test('a completion is answered while a large cell is compiled, and edits are taken', async () => {
  const { session } = board;
  const text = largeCell('a');
  const draft = (end: string) =>
    session.setDocument('file:///a', [
      { id: 'large', text },
      { id: 'next', text: end },
    ]);
  draft('const led = new Pin(25); led.');
  session.language.diagnostics('large');
  const events: string[] = [];
  const run = session.runCell('large', text).finally(() => events.push('run'));
  await whileCompiling();
  const members = session.language.completions('next', 'const led = new Pin(25); led.'.length);
  assert.ok(members.some(({ label }) => label === 'toggle'));
  events.push('completion');
  draft('a2(3) + a200(1);');
  assert.deepEqual(
    session.language.diagnostics('next').map(({ code }) => code),
    ['TS2552'],
  );
  events.push('diagnostics');
  const result = await run;
  assert.equal(result.status, 'done');
  assert.deepEqual(events, ['completion', 'diagnostics', 'run']);
  assert.equal((await session.runCell('next', 'a2(3);')).status, 'done');
});

test('stop ends a compile; nothing of the cell is left, and the next run is as if it had not been', async () => {
  const { session } = board;
  await session.runCell('x', 'let x: int = 5;');
  const run = session.runCell('large', `let x = 'text'; ${largeCell('b')}`);
  await whileCompiling();
  await session.stop();
  assert.equal((await run).status, 'stopped');
  const next = await session.runCell('y', 'x + 1');
  assert.ok(next.status === 'done', JSON.stringify(next));
  assert.equal(next.value?.text, '6');
  const [unknown] = session.check('z', 'b1(2);');
  assert.equal(unknown?.code, 'TS2304');
});

test('runs wait for their turn while a cell is compiled', async () => {
  const { session } = board;
  const first = session.runCell('large', largeCell('c'));
  const second = session.runCell('use', 'c1(4)');
  assert.deepEqual([(await first).status, (await second).status], ['done', 'done']);
});

test('a reset while a cell is compiled ends it', async () => {
  const { session } = board;
  const run = session.runCell('large', largeCell('d'));
  await whileCompiling();
  await session.reset();
  assert.equal((await run).status, 'stopped');
  assert.equal(session.check('z', 'd1(2);')[0]?.code, 'TS2304');
  assert.equal((await session.runCell('large', largeCell('d'))).status, 'done');
});

test('a board that goes while a cell is compiled ends the run, and another one starts afresh', async () => {
  const own = await VirtualSession.start({ verify: false });
  try {
    const { session } = own;
    await session.runCell('x', 'let x: int = 5;');
    const run = session.runCell('large', largeCell('e'));
    const rejected = assert.rejects(run, /the board went while the cell was compiled/);
    await whileCompiling();
    await session.detach();
    await rejected;
    await assert.rejects(session.runCell('x', 'x'), /no board is connected/);
    assert.equal(session.check('z', 'e1(2);')[0]?.code, 'TS2304');
  } finally {
    await own.stop();
  }
});
