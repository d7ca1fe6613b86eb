// The board's channel in C, compiled for this machine with sanitizers: by itself, fuzzed, and against the host's
// channel over a link that does everything that links do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mock, type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { ByteStream } from '../../server/src/protocol/byte-stream.ts';
import { Channel, type LinkError } from '../../server/src/protocol/channel.ts';
import { encodeFrame } from '../../server/src/protocol/frames.ts';
import { encodePayload, type Message, messages } from '../../server/src/protocol/messages.ts';
import { CBoard, channelSources, testMemory } from './channel/c-board.ts';
import { type Impairment, LossyLine, randomFrom } from './channel/lossy-link.ts';
import { buildForHost } from './host-build.ts';

test('check sums, COBS and damaged frames', () => {
  const program = buildForHost('units', ['test/channel/units.c', ...channelSources.slice(1)]);
  assert.equal(execFileSync(program, { encoding: 'utf8' }), 'ok\n');
});

test('random bytes and hostile frames do not break the channel', () => {
  const program = buildForHost('fuzz', ['test/channel/fuzz.c', 'test/channel/port.c', ...channelSources]);
  const seed = Math.floor(Math.random() * 2 ** 31);
  for (const each of [1, 2, 3, seed]) {
    assert.equal(
      execFileSync(program, [String(each), '40000'], { encoding: 'utf8' }),
      'ok\n',
      `seed ${each}`,
    );
  }
});

interface Scenario extends Impairment {
  readonly seed: number;
  /** Messages in each direction. */
  readonly messages: number;
  /** Nothing passes any more after so many answers. */
  readonly silentAfter?: number;
}

interface Outcome {
  readonly failed: LinkError | undefined;
  readonly milliseconds: number;
  readonly channel: Channel;
}

/**
 * Writes numbered memory and reads it back over a bad link, while the board's program prints numbered records.
 * Whatever arrives must be in order, once and whole. Time is virtual.
 */
async function exchange(scenario: Scenario): Promise<Outcome> {
  const random = randomFrom(scenario.seed);
  const toBoard = new LossyLine(scenario, random);
  const toHost = new LossyLine(scenario, random);
  let now = 0;
  let listener: (bytes: Uint8Array) => void = () => undefined;
  const stream: ByteStream = {
    write: (bytes) => {
      if (answers < (scenario.silentAfter ?? Number.POSITIVE_INFINITY)) toBoard.put(bytes, now);
    },
    onData: (set) => {
      listener = set;
    },
    onClose: () => undefined,
    close: async () => undefined,
  };

  let answers = 0;
  let records = 0;
  let failed: LinkError | undefined;
  const contents = (index: number) => new Uint8Array(1 + ((index * 37) % 180)).fill(index);
  const take = (message: Message | undefined) => {
    assert.ok(message, 'a message that the host can decode');
    if (message.name === 'data') {
      assert.equal(message.request, answers);
      assert.deepEqual(message.bytes, contents(answers++));
    } else if (message.name === 'output') {
      assert.deepEqual(message.bytes, contents(records++));
    } else {
      assert.equal(message.name, 'ident');
    }
  };

  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
  const board = new CBoard();
  const channel = new Channel(stream, {
    opened: () => undefined,
    message: take,
    drained: () => undefined,
    failed: (error) => {
      failed = error;
    },
  });
  try {
    channel.open();
    let asked = 0;
    let printed = 0;
    while (
      failed === undefined &&
      now < 60_000 &&
      (answers < scenario.messages || records < scenario.messages)
    ) {
      now++;
      for (const bytes of toBoard.take(now)) toHost.put(await board.command('r', 0, bytes), now);
      if (asked < scenario.messages && random() < 0.3) {
        const bytes = contents(asked);
        channel.send('write', { address: testMemory + 256, bytes });
        channel.send('read', { address: testMemory + 256, request: asked++, length: bytes.length });
      }
      if (printed < scenario.messages && random() < 0.3) {
        // Only what the program has printed since a host is there must arrive.
        if ((await board.state()).attached) toHost.put(await board.command('o', 0, contents(printed++)), now);
      }
      toHost.put(await board.command('t', 1), now);
      for (const bytes of toHost.take(now)) listener(bytes);
      await Promise.resolve();
      mock.timers.tick(1);
    }
    assert.ok(now < 60_000 || failed, 'everything arrives, or the link says that it has failed');
  } finally {
    channel.close();
    mock.timers.reset();
    await board.end();
  }
  return { failed, milliseconds: now, channel };
}

const perfect: Impairment = { drop: 0, duplicate: 0, corrupt: 0, truncate: 0, delay: 0, maxDelay: 0 };

test('a good link carries everything, and nothing twice', async () => {
  const { failed, channel } = await exchange({ ...perfect, seed: 1, messages: 300 });
  assert.equal(failed, undefined);
  assert.equal(channel.statistics.damaged, 0);
});

test('a lossy link delivers every message once and in order', async () => {
  const chance = (max: number) => fc.double({ min: 0, max, noNaN: true });
  const scenario = fc.record({
    seed: fc.integer(),
    messages: fc.integer({ min: 1, max: 60 }),
    drop: chance(0.1),
    duplicate: chance(0.1),
    corrupt: chance(0.1),
    truncate: chance(0.1),
    delay: chance(0.2),
    maxDelay: chance(30),
  });
  let damaged = 0;
  let retransmissions = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (each) => {
      const { failed, channel } = await exchange(each);
      assert.equal(failed, undefined);
      damaged += channel.statistics.damaged;
      retransmissions += channel.statistics.retransmissions;
    }),
    { numRuns: Number(process.env.GNOMON_LINK_RUNS ?? 12) },
  );
  assert.ok(damaged > 0 && retransmissions > 0, 'the link was bad enough to test something');
});

test('a link that falls silent is reported', async () => {
  const { failed, milliseconds } = await exchange({ ...perfect, seed: 3, messages: 50, silentAfter: 10 });
  assert.equal(failed?.reason, 'silent');
  assert.ok(milliseconds < 6000, `reported after ${milliseconds} ms`);
});

/** A board, and the frames of a session that a test writes by hand. */
function handmade(t: TestContext) {
  const board = new CBoard();
  t.after(() => board.end());
  const session = 0x55;
  const frame = (type: number, sequence: number, payload: Uint8Array, acknowledged = 0) =>
    board.command(
      'r',
      0,
      Uint8Array.of(0, ...encodeFrame({ type, session, sequence, acknowledged }, payload)),
    );
  const hello = (nonce = 0x1200 + session) =>
    frame(messages.hello.type, 0, encodePayload('hello', { nonce }));
  return { board, frame, hello };
}

test('stop is obeyed whatever is lost before it, and only for the last call', async (t) => {
  const { board, frame, hello } = handmade(t);
  await hello();
  await frame(messages.call.type, 0, encodePayload('call', { id: 7, entry: testMemory + 2 }));
  // Sequence number 1 is lost; stop does not care.
  await frame(messages.roots.type, 2, encodePayload('roots', { begin: 0, end: 0 }));
  await frame(messages.stop.type, 0, encodePayload('stop', { call: 6 }));
  assert.equal((await board.state()).stops, 0);
  const damaged = encodeFrame(
    { type: messages.stop.type, session: 0x55, sequence: 0, acknowledged: 0 },
    encodePayload('stop', { call: 7 }),
  );
  damaged[3]! ^= 0x40;
  await board.command('r', 0, damaged);
  assert.equal((await board.state()).stops, 0);
  await frame(messages.stop.type, 0, encodePayload('stop', { call: 7 }));
  assert.equal((await board.state()).stops, 1);
});

test('frames of another session are answered by lost, and change nothing', async (t) => {
  const { board, frame, hello } = handmade(t);
  const stop = encodePayload('stop', { call: 0 });
  const lost = await frame(messages.stop.type, 0, stop);
  // The delimiter that cuts off whatever was on the wire comes first.
  assert.deepEqual([...lost.slice(0, 4)], [0, 3, messages.lost.type, 0x55]);
  await hello();
  const other = encodeFrame({ type: messages.stop.type, session: 0x56, sequence: 0, acknowledged: 0 }, stop);
  await board.command('r', 0, other);
  assert.equal((await board.state()).stops, 0);
});

test('a repeated hello repeats the answer; one with another nonce begins anew', async (t) => {
  const { board, frame, hello } = handmade(t);
  const first = await hello();
  const again = await hello();
  assert.ok(first.length > 64 && again.length >= first.length, 'ident is sent again');
  await frame(messages.roots.type, 0, encodePayload('roots', { begin: 0, end: 0 }), 1);
  const ack = await board.command('t', 1);
  assert.equal(ack.at(-9), messages.ack.type);
  assert.ok((await board.state()).idle);
  // After the acknowledgement a late copy of hello does not disturb the sequence.
  await hello();
  await frame(messages.roots.type, 1, encodePayload('roots', { begin: 0, end: 0 }), 1);
  assert.equal((await board.command('t', 1)).length, 10, 'an acknowledgement and no more');
  await hello(0x7755);
  assert.ok(!(await board.state()).idle, 'ident waits for its acknowledgement');
});

test('the link that says hello has the channel', async (t) => {
  const { board, hello } = handmade(t);
  await hello();
  const onUart = encodeFrame(
    { type: messages.hello.type, session: 0x66, sequence: 0, acknowledged: 0 },
    encodePayload('hello', { nonce: 0x66 }),
  );
  const answer = await board.command('r', 1, Uint8Array.of(0, ...onUart));
  assert.ok(answer.length > 64, 'ident goes to the link that asked');
  assert.equal((await board.state()).link, 1);
  assert.equal((await board.command('p', 0)).length, 0);
  await board.command('d', 0);
  assert.ok((await board.state()).attached, 'another link being unplugged does not matter');
  await board.command('d', 1);
  assert.ok(!(await board.state()).attached);
});

test('a silent host is given up, and the program goes on without one', async (t) => {
  const { board, hello } = handmade(t);
  await hello();
  for (let i = 0; i < 40; i++) await board.command('t', 250);
  assert.ok(!(await board.state()).attached);
  for (let i = 0; i < 30; i++) await board.command('o', 0, new Uint8Array(200));
  const ident = await hello(0x99_0055);
  // The field `dropped` of ident, after delimiter, COBS code and header: 30 records and what was in the queue.
  assert.ok(ident.length > 64);
  assert.ok((await board.state()).attached);
});
