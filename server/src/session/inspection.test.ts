// Memory and pins of a running board, as the views of an editor ask for them.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { VirtualSession } from '../../../test-fixtures/virtual-session.ts';
import { BoardLink } from '../protocol/index.ts';

describe('a look at the board', () => {
  let board: VirtualSession;
  before(async () => {
    board = await VirtualSession.start({ realTime: true });
  });
  after(() => board.stop());
  beforeEach(() => board.session.reset());

  test('memory: what is placed, and the heap as the collector counts it', async () => {
    const { session } = board;
    const empty = await session.memory();
    assert.equal(empty.heap.used, 0);
    assert.equal(empty.code.used, 0);
    const { code, data, heap, stack } = session.identity!.memory;
    assert.equal(empty.code.size, code.end - code.begin);
    assert.equal(empty.data.size, data.end - data.begin);
    assert.equal(empty.stack.size, stack.end - stack.begin);
    assert.ok(empty.heap.size > 0.95 * (heap.end - heap.begin) && empty.heap.size <= heap.end - heap.begin);
    const result = await session.runCell('a', 'let xs: int[] = new Array(1000).fill(1); function f() {}');
    assert.equal(result.status, 'done');
    const full = await session.memory();
    assert.ok(full.heap.used >= 4000 && full.heap.used < 4100, String(full.heap.used));
    assert.ok(full.code.used > 0 && full.data.used >= 4, JSON.stringify(full));
    await session.runCell('b', 'xs = []; for (let i: int = 0; i < 1000; i++) xs = [i];');
    const later = await session.memory();
    assert.ok(later.heap.used > full.heap.used, 'garbage counts until it is collected');
  });

  test('pins: what the program drives and what the world does, also in an endless loop', async (t) => {
    const { session } = board;
    const bit = (word: number, pin: number) => (word >>> pin) & 1;
    assert.equal((await session.pins()).outputEnable, 0);
    await session.runCell(
      'a',
      'const led = new Pin(25); led.high(); const button = new Pin(3, Pin.PULL_DOWN);',
    );
    let pins = await session.pins();
    assert.equal(pins.outputEnable, 1 << 25);
    assert.equal(pins.output, 1 << 25);
    assert.deepEqual([bit(pins.input, 25), bit(pins.input, 3)], [1, 0]);

    const { read } = BoardLink.prototype;
    const reads = t.mock.method(BoardLink.prototype, 'read', read).mock;
    const running = session.runCell('b', 'while (true) led.write(button.read());');
    board.board.pins.setInput(3, 1);
    await until(async () => bit((await session.pins()).input, 3) === 1);
    board.board.pins.setInput(3, 0);
    await until(async () => {
      pins = await session.pins();
      return bit(pins.input, 3) === 0 && bit(pins.output, 25) === 0;
    });
    assert.equal(session.state, 'running');
    const before = reads.callCount();
    await session.pins();
    assert.equal(reads.callCount() - before, 1, 'by one read');
    await session.stop();
    assert.equal((await running).status, 'stopped');
  });
});

/** Resolves once something holds; rejects after two seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 2000;
  while (!(await holds())) assert.ok(performance.now() < end, 'never happened');
}
