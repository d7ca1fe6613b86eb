// The connection to the virtual Pico and to the same board behind a serial port (a pseudo terminal): attaching,
// losing, resetting, flashing.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { firmwareOfBuild } from '../../../boards/src/flashing/testing/other-build.ts';
import { PicoOnTheDesk } from '../../../boards/src/flashing/testing/pico-on-the-desk.ts';
import type { Board } from '../transports/transport.ts';
import { virtualPico } from '../transports/virtual/virtual-transport.ts';
import { ConnectionError, type ConnectionProblem } from './connection-error.ts';
import { Bench, firmware } from './testing/bench.ts';

const { buildHash } = firmware.manifest;
const otherBuild = firmwareOfBuild('0123456789abcdef', firmware.image, buildHash);

const because = (problem: ConnectionProblem, message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ConnectionError, String(error));
  assert.equal(error.problem, problem);
  assert.match(error.message, message);
  return true;
};

describe('the virtual Pico', () => {
  test('is connected without any question when there is no other board', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.ensureReady();
    assert.deepEqual(bench.takeKinds(), ['connecting', 'ready']);
    const state = await bench.until('ready');
    assert.equal(state.identity.buildHash, buildHash);
    assert.deepEqual(bench.lastBoard, virtualPico);
    const result = await bench.server.run('1 + 1');
    assert.equal(result.status === 'done' && result.value, '2');
  });

  test('stops an endless loop', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    const run = bench.server.run('while (true) {}');
    await bench.until('running');
    await bench.connection.stop();
    assert.equal((await run).status, 'stopped');
    await bench.until('ready');
  });

  test('tells its timers, and forgets them at a reset', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    await bench.server.run('setInterval(() => {}, 1000);');
    assert.equal((await bench.until('ready')).timers, 1);
    bench.takeKinds();
    await bench.connection.reset();
    assert.deepEqual(bench.takeKinds(), ['busy', 'ready']);
    assert.equal((await bench.until('ready')).timers, 0);
  });

  test('is lost at once when it is unplugged, and connected again when it is back', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    const run = bench.server.run('while (true) {}');
    await bench.until('running');
    await bench.virtualBoard.unplug();
    assert.deepEqual((await bench.until('absent')).lost, virtualPico);
    await assert.rejects(run);
    await assert.rejects(bench.connection.ensureReady(), because('unplugged', /plug it in again/));
    await bench.virtualBoard.replug();
    await bench.until('ready');
    assert.equal((await bench.server.run('2')).status, 'done');
  });

  test('that does not answer any more is reset by hand', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    await bench.workers[0]?.terminate();
    assert.match((await bench.until('crashed')).message, /has ended/);
    await bench.connection.reset();
    await bench.until('ready');
    await bench.workers[1]?.terminate();
    await bench.until('crashed');
    await bench.connection.ensureReady();
    await bench.until('ready');
  });

  test('is flashed, and connected again', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    bench.takeKinds();
    const percents: (number | undefined)[] = [];
    const control = {
      onProgress: ({ percent }: { percent?: number }) => percents.push(percent),
      signal: new AbortController().signal,
    };
    const target = { kind: 'virtual', board: virtualPico } as const;
    await bench.connection.flash(target, firmware, control);
    assert.deepEqual(percents, [0, 100]);
    assert.deepEqual([...new Set(bench.takeKinds())], ['busy', 'absent', 'connecting', 'ready']);
  });

  test('with other firmware is told from one that does not answer, and can be flashed', async (t) => {
    const bench = await Bench.start(t);
    await bench.virtualBoard.flash(otherBuild);
    const foreign = because('foreignFirmware', /build 0123456789abcdef.*Flash Firmware/);
    await assert.rejects(bench.connection.connectToLast(), foreign);
    await bench.until('foreignFirmware');
    await assert.rejects(bench.connection.ensureReady(), foreign);
    const control = { onProgress: () => {}, signal: new AbortController().signal };
    await bench.connection.flash({ kind: 'virtual', board: virtualPico }, firmware, control);
    await bench.until('ready');
  });
});

describe('disconnecting', () => {
  test('lets go of the board, which can be connected again', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    await bench.connection.disconnect();
    assert.equal(bench.connection.state.kind, 'absent');
    await bench.connection.ensureReady();
    await bench.until('ready');
  });

  test('gives up an attempt that is under way, and so does another board', async (t) => {
    const bench = await Bench.start(t);
    const first = bench.connection.connectToLast();
    await bench.until('connecting');
    await Promise.all([
      assert.rejects(first, because('givenUp', /given up/)),
      bench.connection.connect(virtualPico),
    ]);
    const second = bench.connection.connect(virtualPico);
    await Promise.all([assert.rejects(second, ConnectionError), bench.connection.disconnect()]);
    assert.equal(bench.connection.state.kind, 'absent');
    await bench.connection.connect(virtualPico);
    await bench.until('ready');
  });

  test('is what the end of the server does', async (t) => {
    const bench = await Bench.start(t);
    await bench.connection.connectToLast();
    bench.connection.serverStopped();
    assert.equal(bench.connection.state.kind, 'absent');
  });
});

describe('a board at a serial port', { skip: process.platform === 'win32' }, () => {
  function boardAt(address: string): Board {
    return { kind: 'serial', address, name: 'Serial Port', detail: address };
  }

  function desk(t: TestContext, image: Uint8Array): PicoOnTheDesk {
    const folder = mkdtempSync(join(tmpdir(), 'gnomon-connection-'));
    const pico = new PicoOnTheDesk(folder, image);
    t.after(async () => {
      await pico.dispose();
      rmSync(folder, { recursive: true });
    });
    return pico;
  }

  test('is listed, connected as the last board, and lost when it goes', async (t) => {
    const bench = await Bench.start(t);
    const pico = desk(t, firmware.image);
    const port = await pico.offerPort();
    bench.extraPorts = [port];
    const boards = await bench.connection.listBoards();
    assert.ok(boards.some(({ address }) => address === port));
    bench.lastBoard = boardAt(port);
    await bench.connection.ensureReady();
    assert.equal((await bench.until('ready')).board.address, port);
    assert.equal((await bench.server.run('1')).status, 'done');
    await pico.dispose();
    assert.equal((await bench.until('absent')).lost?.address, port);
  });

  test('that is not there gives way to the virtual Pico when nobody asked for it, else is an error', async (t) => {
    const bench = await Bench.start(t);
    bench.lastBoard = boardAt('/dev/no-port');
    await assert.rejects(
      bench.connection.connect(boardAt('/dev/no-port')),
      because('noAnswer', /there is no such port/),
    );
    await bench.connection.disconnect();
    await bench.connection.connectToLast();
    assert.deepEqual((await bench.until('ready')).board, virtualPico);
  });

  test('with other firmware is recognised', async (t) => {
    const bench = await Bench.start(t);
    const port = await desk(t, otherBuild).offerPort();
    await assert.rejects(
      bench.connection.connect(boardAt(port)),
      because('foreignFirmware', /0123456789abcdef/),
    );
  });
});
