// Cells that are compiled before they are run: the code is used if nothing has changed, and only then.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { VirtualSession } from '../../../test-fixtures/virtual-session.ts';

const uri = 'file:///work/prepared.mcu.ts';

/** A session with a document of cells `a`, `b`, `c`...; the function that is returned runs one of them. */
async function open(t: TestContext, texts: readonly string[]) {
  const board = await VirtualSession.start();
  t.after(() => board.stop());
  const { session } = board;
  const cells = texts.map((text, i) => ({ id: String.fromCharCode(97 + i), text }));
  const show = (changes: Record<string, string> = {}) =>
    session.setDocument(
      uri,
      cells.map(({ id, text }) => ({ id, text: changes[id] ?? text })),
    );
  show();
  const run = async (id: string, text = cells.find((cell) => cell.id === id)!.text) => {
    const result = await session.runCell(id, text);
    if (result.status !== 'done') return result.status;
    return { value: result.value?.value, isPrepared: result.cost.aheadMs > 0 };
  };
  return { session, show, run };
}

const functions = 'let n: int = 5;\nfunction twice(x: int): int { return 2 * x; }\ntwice(n);';

test('a prepared cell runs with the code that is there', async (t) => {
  const { session, run } = await open(t, [functions, 'n++;\ntwice(n) + 1;']);
  await session.prepare('a');
  assert.deepEqual(await run('a'), { value: 10, isPrepared: true });
  await session.prepare('b');
  assert.deepEqual(await run('b'), { value: 13, isPrepared: true });
  // What ran once was the code of that run.
  assert.deepEqual(await run('b'), { value: 15, isPrepared: false });
});

test('what is edited after that is compiled as it is now', async (t) => {
  const { session, show, run } = await open(t, [functions]);
  await session.prepare('a');
  const edited = functions.replace('2 * x', '3 * x');
  show({ a: edited });
  assert.deepEqual(await run('a', edited), { value: 15, isPrepared: false });
});

test('what another cell has changed since is not missed', async (t) => {
  const { session, run } = await open(t, [
    functions,
    'function twice(x: int): int { return x + x + 100; }',
    'twice(n);',
  ]);
  await run('a');
  await session.prepare('c');
  await run('b');
  assert.deepEqual(await run('c'), { value: 110, isPrepared: false });
});

test('a new body of a function reaches those that have inlined it', async (t) => {
  const user = 'function user(): int { return twice(n) + 1; }\nuser();';
  const { session, show, run } = await open(t, [functions, user, 'user();']);
  await run('a');
  assert.deepEqual(await run('b'), { value: 11, isPrepared: false });
  const edited = functions.replace('2 * x', '4 * x');
  show({ a: edited });
  await session.prepare('a');
  assert.deepEqual(await run('a', edited), { value: 20, isPrepared: true });
  assert.deepEqual(await run('c'), { value: 21, isPrepared: false });
});

test('a function whose type changes takes those that use it along', async (t) => {
  const user = "function user(): string { return 'got ' + twice(n); }";
  const { session, show, run } = await open(t, [functions, user, 'user();']);
  await run('a');
  await run('b');
  const edited = "let n: int = 5;\nfunction twice(x: int): string { return x + '!'; }";
  show({ a: edited });
  await session.prepare('a');
  await run('a', edited);
  assert.deepEqual(await run('c'), { value: 'got 5!', isPrepared: false });
});

test('nothing is prepared of a cell with errors, without a document, or after a reset', async (t) => {
  const { session, show, run } = await open(t, ['n;']);
  await session.prepare('a');
  assert.equal(await run('a'), 'rejected');
  await session.prepare('z');
  assert.deepEqual(await run('z', 'let n = 1;\nn;'), { value: 1, isPrepared: false });
  show();
  await session.prepare('a');
  await session.reset();
  assert.equal(await run('a'), 'rejected');
});

test('a run that begins meanwhile ends the preparation, and is not disturbed', async (t) => {
  const { session, run } = await open(t, [functions, 'twice(n);']);
  const preparing = session.prepare('a');
  const running = run('a');
  await preparing;
  const ran = await running;
  assert.equal(typeof ran === 'object' && ran.value, 10);
  const other = session.prepare('b');
  await session.prepare('b');
  await other;
  assert.deepEqual(await run('b'), { value: 10, isPrepared: true });
});

test('functions and classes of prepared cells print as what they are', async (t) => {
  const { session } = await open(t, ['class K {}\nfunction f() {}\nconst all = { K, f };\nall;']);
  await session.prepare('a');
  const result = await session.runCell('a', 'class K {}\nfunction f() {}\nconst all = { K, f };\nall;');
  assert.equal(result.status === 'done' && result.value?.text, '{ K: [class K], f: [Function: f] }');
});
