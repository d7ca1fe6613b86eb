// The virtual Pico in its worker thread, as it ships (dist/virtual-board.cjs), over the real protocol.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BoardLink, type ByteStream } from '@gnomon/server/protocol';
import { startBoardWorker } from './node-worker.ts';
import { type BoardWorker, VirtualBoard } from './virtual-board.ts';
import { VirtualTransport, virtualPico } from './virtual-transport.ts';

const root = new URL('../../../../', import.meta.url);
const image = readFileSync(new URL('device-runtime/images/pico.uf2', root));
const { buildHash } = JSON.parse(readFileSync(new URL('device-runtime/images/pico.json', root), 'utf8'));

const workers: BoardWorker[] = [];
const notes: string[] = [];
const board = new VirtualBoard(
  () => {
    const worker = startBoardWorker(fileURLToPath(new URL('dist/virtual-board.cjs', root)), image);
    workers.push(worker);
    return worker;
  },
  (text) => notes.push(text),
);
const transport = new VirtualTransport(board);
after(() => board.dispose());

/** What answers at the other end of a stream; the stream is closed again. */
async function buildAt(stream: ByteStream): Promise<string> {
  const link = new BoardLink(stream);
  try {
    return (await link.connect()).buildHash;
  } finally {
    await link.close();
  }
}

function closing(stream: ByteStream): Promise<string | undefined> {
  return new Promise((resolve) => stream.onClose((error) => resolve(error?.message)));
}

describe('the virtual board in its thread', () => {
  test('answers with the firmware that ships, again after the port was closed', async () => {
    assert.equal(await buildAt(await transport.open()), buildHash);
    assert.equal(await buildAt(await transport.open()), buildHash);
    assert.equal(workers.length, 1);
  });

  test('opened anew ends the stream that was open', async () => {
    const first = board.open();
    const closed = closing(first);
    assert.equal(await buildAt(board.open()), buildHash);
    assert.equal(await closed, 'the port was opened anew');
  });

  test('closes its stream when it is unplugged, and answers when it is plugged in again', async () => {
    const stream = board.open();
    const closed = closing(stream);
    await board.unplug();
    assert.match((await closed) ?? '', /was unplugged/);
    assert.deepEqual([await transport.list(), await transport.find()], [[], undefined]);
    await assert.rejects(transport.open(), /plug it in again/);
    await board.replug();
    assert.deepEqual(await transport.list(), [virtualPico]);
    assert.equal(await buildAt(await transport.open()), buildHash);
  });

  test('survives a reset and other firmware, and refuses what is no firmware', async () => {
    const stream = board.open();
    const closed = closing(stream);
    await transport.resetHard();
    assert.match((await closed) ?? '', /was reset/);
    await assert.rejects(board.flash(new Uint8Array(512)), /UF2/);
    assert.equal(await buildAt(await transport.open()), buildHash);
    await board.flash(image);
    assert.equal(await buildAt(await transport.open()), buildHash);
    await assert.rejects(board.drivePin(99, 1), /no GPIO 99/);
    await board.drivePin(3, 1);
  });

  test('starts again after its thread has ended', async () => {
    const closed = closing(board.open());
    await workers.at(-1)?.terminate();
    assert.match((await closed) ?? '', /has ended/);
    assert.match(notes.at(-1) ?? '', /has ended/);
    assert.equal(await buildAt(board.open()), buildHash);
    assert.equal(workers.length, 2);
  });
});
