// The USB link: a firmware's device stack against the emulated controller and host.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildCdcEcho } from './testing/cdc-echo.ts';
import { buildFirmware } from './testing/firmware.ts';
import { until } from './testing/until.ts';
import { VirtualPico } from './virtual-pico.ts';

const firmware = buildCdcEcho();
const boards: VirtualPico[] = [];
after(() => {
  for (const board of boards) board.dispose();
});

function start(uf2 = firmware.uf2, realTime = false): VirtualPico {
  const board = VirtualPico.create({ uf2, realTime });
  boards.push(board);
  return board;
}

function word(board: VirtualPico, symbol: string): number {
  return new Uint32Array(board.readMemory(firmware.symbols.get(symbol)!, 4).buffer)[0]!;
}

test('the host enumerates the board and opens its port', async () => {
  const board = start();
  await until(
    () => word(board, 'line') === 3,
    () => `port not opened: ${board.usbError}`,
  );
  assert.equal(board.usbError, undefined);
  assert.equal(board.usbConfigured, true);
  assert.equal(word(board, 'baud'), 115200);
  assert.equal(word(board, 'configured'), 1);
  // Nothing goes on afterwards: the host polls, the device answers NAK, the core sleeps.
  await until(() => board.sleeping, 'sleep');
  const cycles = board.cycles;
  await sleep(20);
  assert.equal(board.cycles, cycles);
});

test('carries bytes both ways in order, paced by the device', async () => {
  const board = start();
  const sent = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7) ^ (i >> 8));
  const received: number[] = [];
  board.stream.onData((bytes) => received.push(...bytes));
  for (let at = 0; at < sent.length; ) {
    const size = 1 + ((at * 31) % 500);
    board.stream.write(sent.subarray(at, at + size));
    at += size;
  }
  await until(
    () => received.length === sent.length,
    () => `${received.length} bytes came back, ${board.usbError}`,
  );
  assert.deepEqual(Uint8Array.from(received), sent);
  // A full-speed bus carries at most about 1.2 MB/s.
  assert.ok(board.micros > sent.length / 1.2);
});

test('keeps data for a closed port, and finds it when it opens again', async () => {
  const board = start();
  await until(() => word(board, 'line') === 3, 'open port');
  const first: number[] = [];
  board.stream.onData((bytes) => first.push(...bytes));
  board.stream.write(Uint8Array.of(1));
  await until(() => first.length === 1, 'echo');
  await board.stream.close();
  await until(() => word(board, 'line') === 0, 'closed port');
  const second: number[] = [];
  board.stream.onData((bytes) => second.push(...bytes));
  board.stream.write(Uint8Array.of(2));
  await until(() => second.length === 1, 'echo after reopening');
  assert.deepEqual([first, second], [[1], [2]]);
  assert.equal(word(board, 'configured'), 1);
});

test('is enumerated again after a replug and after a reset', async () => {
  const board = start();
  await until(() => word(board, 'line') === 3, 'open port');
  const closed: unknown[] = [];
  board.stream.onClose((error) => closed.push(error));
  board.unplug();
  assert.match(String(closed[0]), /unplugged/);
  assert.equal(board.usbConfigured, false);
  board.replug();
  const echoed = async (value: number): Promise<void> => {
    const received: number[] = [];
    board.stream.onData((bytes) => received.push(...bytes));
    board.stream.onClose((error) => closed.push(error));
    board.stream.write(Uint8Array.of(value));
    await until(() => received.length === 1, 'echo');
    assert.deepEqual(received, [value]);
  };
  await echoed(5);
  assert.equal(word(board, 'configured'), 2);
  board.reset();
  assert.match(String(closed[1]), /reset/);
  await echoed(6);
  assert.equal(word(board, 'configured'), 1); // its memory was cleared
});

test('the 1200 baud touch reaches the firmware', async () => {
  const board = start();
  await until(() => word(board, 'line') === 3, 'open port');
  board.touch1200();
  await until(() => word(board, 'baud') === 1200 && word(board, 'line') === 0, 'touch');
});

test('a device that does not answer is given up, and said to be wrong', async () => {
  const mute = buildFirmware(`VECTORS() void main(void) {
    CLEAR(0x4000c000) = 1 << 24; REG(0x50110074) = 9; REG(0x50110040) = 1; SET(0x5011004c) = 1 << 16; }`);
  const board = start(mute.uf2);
  await until(() => board.usbError !== undefined, 'error');
  assert.match(board.usbError!, /no answer to request 0x6/);
});
