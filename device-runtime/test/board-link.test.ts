// The host's BoardLink against the board's real channel (in C, with sanitizers) and a pretended program.
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  BoardLink,
  type BoardLinkOptions,
  type BoardListener,
  ConnectError,
  LinkError,
  type Refusal,
  type Trap,
} from '../../server/src/protocol/index.ts';
import { CBoard, CBoardStream, testEntry, testMemory } from './channel/c-board.ts';

interface Bench {
  readonly board: CBoard;
  readonly stream: CBoardStream;
  readonly link: BoardLink;
  readonly heard: string[];
  readonly traps: Trap[];
  readonly refusals: Refusal[];
}

/** A link to a fresh board, listening to everything; both end with the test. */
async function bench(t: TestContext, options: BoardLinkOptions = {}): Promise<Bench> {
  const board = new CBoard();
  const stream = new CBoardStream(board);
  const link = new BoardLink(stream, options);
  const heard: string[] = [];
  const traps: Trap[] = [];
  const refusals: Refusal[] = [];
  const listener: BoardListener = {
    output: (record) => heard.push(`output ${new TextDecoder().decode(record)}`),
    trap: (trap) => {
      heard.push('trap');
      traps.push(trap);
    },
    quiet: () => heard.push('quiet'),
    refused: (refusal) => refusals.push(refusal),
    interrupted: () => heard.push('interrupted'),
    closed: (error) => heard.push(`closed ${(error as LinkError).reason}`),
  };
  link.listen(listener);
  t.after(async () => {
    await link.close();
    await stream.close();
    await board.end();
  });
  await link.connect();
  return { board, stream, link, heard, traps, refusals };
}

test('a board says what it is', async (t) => {
  const board = new CBoard();
  const stream = new CBoardStream(board);
  t.after(async () => {
    await stream.close();
    await board.end();
  });
  const link = new BoardLink(stream);
  const identity = await link.connect();
  assert.equal(identity.chip, 'test');
  assert.equal(identity.buildHash, '0123456789abcdef');
  assert.equal(identity.clockHz, 125_000_000);
  assert.deepEqual(identity.memory.code, { begin: testMemory, end: testMemory + 0x10000 });
  await link.close();
});

test('writes, roots and a call go out in one piece, and cost one round trip', async (t) => {
  const { link, stream, heard } = await bench(t);
  await sleep(20);
  const before = stream.writes.length;
  link.write(testMemory + 64, new Uint8Array(700).fill(3));
  link.roots(testMemory, testMemory);
  const answer = link.call(1, testEntry.print);
  await Promise.resolve();
  assert.equal(stream.writes.length, before + 1);
  const { status, cycles } = await answer;
  assert.equal(status, 'done');
  assert.equal(cycles, 5_000_000_000);
  assert.deepEqual(heard, ['output one two three']);
  assert.deepEqual(await link.read(testMemory + 64, 700), new Uint8Array(700).fill(3));
});

test('a trap comes before the result of its call', async (t) => {
  const { link, traps } = await bench(t);
  const { status } = await link.call(9, testEntry.trap);
  assert.equal(status, 'trapped');
  assert.equal(traps.length, 1);
  assert.equal(traps[0]!.callId, 9);
  assert.equal(traps[0]!.kind, 3);
  assert.deepEqual(
    traps[0]!.registers,
    Array.from({ length: 16 }, (_, i) => i),
  );
});

test('stop ends a program that loops; with none running it is quiet', async (t) => {
  const { link, heard } = await bench(t);
  // A Stop is repeated after 100 ms. The best of some, because a busy machine delays any.
  let best = Number.POSITIVE_INFINITY;
  for (let call = 1; call <= 20 && best >= 90; call++) {
    const start = performance.now();
    const result = link.call(call, testEntry.loop);
    await link.stop();
    assert.equal((await result).status, 'stopped');
    best = Math.min(best, performance.now() - start);
  }
  assert.ok(best < 90, 'the first one is heard: it does not overtake the call');
  await link.stop();
  assert.deepEqual([...new Set(heard)], ['quiet']);
});

test('stop gets through when the first ones are lost', async (t) => {
  const { link, stream } = await bench(t);
  const result = link.call(1, testEntry.loop);
  await sleep(20);
  stream.mute = true;
  const stopped = link.stop();
  await sleep(150);
  stream.mute = false;
  await stopped;
  assert.equal((await result).status, 'stopped');
});

test('while a program loops, memory can be read and written, and another call is refused', async (t) => {
  const { link } = await bench(t);
  const result = link.call(1, testEntry.loop);
  link.write(testMemory + 1000, Uint8Array.of(1, 2, 3));
  assert.deepEqual(await link.read(testMemory + 999, 5), Uint8Array.of(0, 1, 2, 3, 0));
  assert.equal((await link.call(2, testEntry.return)).status, 'refused');
  await link.stop();
  assert.equal((await result).status, 'stopped');
});

test('what the board does not allow is reported', async (t) => {
  const { link, refusals } = await bench(t);
  await assert.rejects(link.read(0, 10), RangeError);
  await assert.rejects(link.read(testMemory + 0xfff0, 1000), RangeError);
  link.write(0x1000, Uint8Array.of(1));
  await link.read(testMemory, 1);
  assert.deepEqual(refusals, [{ message: 'write', reason: 'range', address: 0x1000 }]);
  assert.equal((await link.call(1, 0x100)).status, 'refused');
});

test('reset changes the epoch and clears the memory', async (t) => {
  const { link } = await bench(t);
  link.write(testMemory, Uint8Array.of(1, 2));
  const { epoch } = await link.reset();
  assert.notEqual(epoch, (await link.reset()).epoch);
  assert.deepEqual(await link.read(testMemory, 2), Uint8Array.of(0, 0));
});

test('code memory that is wished for is answered by the map; a reset forgets it, and answers both', async (t) => {
  const { link } = await bench(t);
  const { epoch, memory } = await link.reserve(testMemory - 0x1000);
  assert.equal(memory.code.begin, testMemory - 0x1000);
  const wish = link.reserve(testMemory - 0x2000);
  const reset = await link.reset();
  assert.notEqual(reset.epoch, epoch);
  assert.equal(reset.memory.code.begin, testMemory);
  await wish;
});

test('nothing that answers, and being unplugged, are clear errors', async (t) => {
  const board = new CBoard();
  const stream = new CBoardStream(board);
  t.after(() => board.end());
  stream.mute = true;
  const link = new BoardLink(stream, { connectTimeout: 50 });
  await assert.rejects(
    link.connect(),
    (error: Error) => error instanceof ConnectError && /flash/.test(error.message),
  );
  await stream.close();

  const { link: other, stream: otherStream, heard } = await bench(t);
  const result = other.call(1, testEntry.loop);
  const reading = other.read(testMemory, 1);
  otherStream.unplug();
  await assert.rejects(result, (error: Error) => error instanceof LinkError && error.reason === 'closed');
  await assert.rejects(reading, LinkError);
  assert.deepEqual(heard, ['closed closed']);
  assert.throws(() => other.write(testMemory, Uint8Array.of(1)), LinkError);
});

test('an interrupted link goes on over another stream: what was lost is sent again', async (t) => {
  const { board, link, stream, heard } = await bench(t, { grace: 5000 });
  const looping = link.call(1, testEntry.loop);
  await sleep(20);
  stream.mute = true;
  link.write(testMemory + 8, Uint8Array.of(5, 6, 7));
  const reading = link.read(testMemory + 8, 3);
  const wish = link.reserve(testMemory - 0x1000);
  await sleep(5);
  stream.unplug();
  link.write(testMemory + 20, Uint8Array.of(9));
  assert.deepEqual(heard, ['interrupted']);
  const again = new CBoardStream(board);
  t.after(() => again.close());
  const identity = await link.reconnect(again);
  assert.equal(identity.lastCall, 1);
  assert.ok(identity.running);
  assert.deepEqual(await reading, Uint8Array.of(5, 6, 7));
  assert.deepEqual(await link.read(testMemory + 20, 1), Uint8Array.of(9));
  assert.equal((await wish).memory.code.begin, testMemory - 0x1000);
  await link.stop();
  assert.equal((await looping).status, 'stopped');
});

test('a board whose memory was reset meanwhile is not gone on with', async (t) => {
  const { board, link, stream, heard } = await bench(t, { grace: 5000 });
  const looping = link.call(1, testEntry.loop);
  await sleep(20);
  stream.unplug();
  const other = new CBoardStream(board);
  const otherLink = new BoardLink(other);
  await otherLink.connect();
  await otherLink.reset();
  const again = new CBoardStream(board);
  t.after(() => Promise.all([other.close(), again.close()]));
  await assert.rejects(link.reconnect(again), /restarted/);
  await assert.rejects(looping, LinkError);
  assert.deepEqual(heard, ['interrupted', 'closed lost']);
});

test('a second host takes the board over, and the first one is told', async (t) => {
  const { board, link, heard } = await bench(t);
  const other = new CBoardStream(board, 1);
  const otherLink = new BoardLink(other);
  t.after(() => otherLink.close());
  await otherLink.connect();
  link.roots(testMemory, testMemory);
  await sleep(100);
  // What the board answers on a link that has lost the channel can't be heard there: silence tells.
  assert.ok(heard.length === 0 || heard[0] === 'closed lost');
  assert.equal((await otherLink.call(1, testEntry.return)).status, 'done');
});
