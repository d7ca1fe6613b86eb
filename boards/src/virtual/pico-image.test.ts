// The firmware that is shipped, on the virtual board: it boots, is enumerated, identifies itself over both links,
// sleeps when idle, restarts, and is flashed anew through its boot loader.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { BoardLink } from '../../../server/src/protocol/index.ts';
import { pico } from '../pico/index.ts';
import { idleLoad } from './testing/idle.ts';
import { VirtualPico, type VirtualPicoOptions } from './virtual-pico.ts';

const images = new URL('../../../device-runtime/images/', import.meta.url);
const uf2 = new Uint8Array(readFileSync(new URL('pico.uf2', images)));
const manifest = JSON.parse(readFileSync(new URL('pico.json', images), 'utf8')) as { buildHash: string };

/** A board that lives as long as the test: one that is left alone goes on repeating its last message for seconds. */
function start(t: TestContext, options: VirtualPicoOptions = {}): VirtualPico {
  const board = VirtualPico.create({ uf2, ...options });
  t.after(() => board.dispose());
  return board;
}

for (const link of ['usb', 'uart'] as const) {
  describe(`the shipped firmware over ${link}`, () => {
    test('identifies itself and answers', async (t) => {
      const board = start(t, { link });
      const client = new BoardLink(board.stream);
      const identity = await client.connect();
      assert.equal(identity.buildHash, manifest.buildHash);
      assert.equal(identity.clockHz, pico.cpu.clock);
      assert.equal(board.usbError, undefined);
      assert.equal(board.lastFault, undefined);
      const { begin } = identity.memory.stack;
      assert.deepEqual(await client.read(begin, 64), board.readMemory(begin, 64));
      await client.close();
    });

    test('sleeps when there is nothing to do', async (t) => {
      const board = start(t, { link });
      const client = new BoardLink(board.stream);
      await client.connect();
      await sleep(100);
      const cycles = board.cycles;
      const load = await idleLoad();
      assert.ok(load < 0.02, `an idle board takes ${(100 * load).toFixed(1)} % of a processor`);
      assert.ok(board.cycles - cycles < 10_000, `${board.cycles - cycles} cycles while idle`);
      await client.close();
    });

    test('restarts into its boot loader and is flashed there', async (t) => {
      const board = start(t, { link });
      const client = new BoardLink(board.stream);
      await client.connect();
      const entered = new Promise<void>((resolve) => {
        board.onBootloader = resolve;
      });
      await client.bootloader();
      await entered;
      board.flash(uf2);
      const again = new BoardLink(board.stream);
      assert.equal((await again.connect()).buildHash, manifest.buildHash);
      await again.close();
    });
  });
}

test('the 1200 baud touch brings the shipped firmware into its boot loader', async (t) => {
  const board = start(t);
  const client = new BoardLink(board.stream);
  await client.connect();
  const entered = new Promise<void>((resolve) => {
    board.onBootloader = resolve;
  });
  board.touch1200();
  await entered;
  await client.close();
});
