// Serial ports over a real pseudo terminal, lists of ports and boot drives from made-up folders.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { ByteStream } from '../../../server/src/protocol/byte-stream.ts';
import { offerPty } from '../virtual/pty.ts';
import { buildCdcEcho } from '../virtual/testing/cdc-echo.ts';
import { VirtualPico } from '../virtual/virtual-pico.ts';
import { copyUf2, findUf2Drives, listSerialPorts, openSerial, SerialError, touch1200 } from './index.ts';
import { listLinux } from './ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'gnomon-serial-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Two connected byte streams. */
function pipe(): [ByteStream, ByteStream] {
  const ends = [0, 1].map(() => ({
    data: (_: Uint8Array) => {},
    closed: (_?: Error) => {},
  }));
  const stream = (own: number): ByteStream => ({
    write: (bytes) => ends[1 - own]!.data(bytes),
    onData: (listener) => {
      ends[own]!.data = listener;
    },
    onClose: (listener) => {
      ends[own]!.closed = listener;
    },
    close: async () => {
      for (const end of ends) end.closed();
    },
  });
  return [stream(0), stream(1)];
}

async function receive(stream: ByteStream, length: number): Promise<Uint8Array> {
  const received: number[] = [];
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`only ${received.length} of ${length} bytes came`)),
      5000,
    );
    stream.onData((bytes) => {
      received.push(...bytes);
      if (received.length < length) return;
      clearTimeout(timer);
      resolve(Uint8Array.from(received));
    });
  });
}

describe('a pty opened by serialport', { skip: process.platform === 'win32' }, () => {
  test('carries every byte unchanged, both ways, again after reopening', async (t) => {
    const [near, far] = pipe();
    const pty = await offerPty(near);
    t.after(() => pty.close());
    assert.match(pty.path, /^\/dev\//);
    const all = Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + (i >> 8)) & 0xff);
    for (let round = 0; round < 2; round++) {
      const port = await openSerial(pty.path);
      const atBoard = receive(far, all.length);
      port.write(all);
      assert.deepEqual(await atBoard, all);
      const atHost = receive(port, all.length);
      far.write(all);
      assert.deepEqual(await atHost, all);
      let closed = 0;
      port.onClose(() => closed++);
      await port.close();
      await port.close();
      assert.equal(closed, 1);
      port.write(all); // dropped
    }
    await pty.close();
    await pty.close();
  });

  test('does not block when nobody reads, and goes on with the rest when somebody does', async (t) => {
    const [near, far] = pipe();
    const pty = await offerPty(near);
    t.after(() => pty.close());
    const flood = new Uint8Array(Uint16Array.from({ length: 20_000 }, (_, i) => i).buffer);
    far.write(flood);
    const port = await openSerial(pty.path);
    t.after(() => port.close());
    const atBoard = receive(far, 3);
    port.write(Uint8Array.of(1, 2, 3));
    assert.deepEqual(await atBoard, Uint8Array.of(1, 2, 3));
    // Opening a port discards what the system had buffered for it; what comes afterwards comes whole.
    const received: number[] = [];
    port.onData((bytes) => received.push(...bytes));
    const end = performance.now() + 5000;
    while (received.length === 0 || (received.at(-2)! | (received.at(-1)! << 8)) !== 19_999) {
      assert.ok(performance.now() < end, `${received.length} bytes came`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.deepEqual(Uint8Array.from(received), flood.subarray(flood.length - received.length));
  });

  test('reaches the virtual board, and closes when the board goes', async (t) => {
    const board = VirtualPico.create({ uf2: buildCdcEcho().uf2 });
    t.after(() => board.dispose());
    const pty = await offerPty(board.stream);
    const port = await openSerial(pty.path);
    const echo = receive(port, 3);
    port.write(Uint8Array.of(3, 4, 10));
    assert.deepEqual(await echo, Uint8Array.of(3, 4, 10));
    await port.close();
    await touch1200(pty.path); // has no effect through a pty, and must not fail
    board.dispose();
    await pty.closed;
  });

  test('without Python is a clear error', async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      await assert.rejects(offerPty(pipe()[0]), /needs python3: python3 was not found/);
    } finally {
      process.env.PATH = path;
    }
  });

  test('that does not exist is a clear error', async () => {
    await assert.rejects(openSerial(join(folder, 'no-port')), (error) => {
      assert.ok(error instanceof SerialError);
      assert.match(error.message, /there is no such port/);
      return true;
    });
    await assert.rejects(touch1200(join(folder, 'no-port')), SerialError);
  });
});

describe('the list of ports', () => {
  test('never fails', async () => {
    for (const port of await listSerialPorts()) assert.ok(port.path.length > 0);
    assert.deepEqual(await listLinux(join(folder, 'nothing')), []);
  });

  test('has the USB devices of /sys/class/tty', { skip: process.platform === 'win32' }, async () => {
    const usb = join(folder, 'devices/usb1/1-1');
    const tty = join(folder, 'class/tty');
    for (const path of [join(usb, '1-1:1.0'), join(folder, 'devices/pnp'), tty])
      mkdirSync(path, { recursive: true });
    const attributes = {
      idVendor: '2e8a',
      idProduct: '000a',
      product: 'Gnomon on Raspberry Pi Pico',
      serial: '',
    };
    for (const [name, value] of Object.entries(attributes)) writeFileSync(join(usb, name), `${value}\n`);
    for (const [name, device] of [
      ['ttyACM0', join(usb, '1-1:1.0')],
      ['ttyS0', join(folder, 'devices/pnp')],
    ] as const) {
      mkdirSync(join(tty, name));
      symlinkSync(device, join(tty, name, 'device'));
    }
    mkdirSync(join(tty, 'tty1'));
    assert.deepEqual(await listLinux(tty), [
      { path: '/dev/ttyACM0', description: 'Gnomon on Raspberry Pi Pico', vendor: 0x2e8a, product: 0x000a },
    ]);
  });
});

describe('boot drives', () => {
  test('are found by the id in INFO_UF2.TXT, and written to', async () => {
    const drives = ['pico', 'other', 'plain'].map((name) => join(folder, name));
    for (const drive of drives) mkdirSync(drive);
    writeFileSync(
      join(drives[0]!, 'INFO_UF2.TXT'),
      'UF2 Bootloader v3.0\r\nModel: Raspberry Pi RP2\r\nBoard-ID: RPI-RP2\r\n',
    );
    writeFileSync(join(drives[1]!, 'INFO_UF2.TXT'), 'UF2 Bootloader v1.0\nBoard-ID: SAMD21G18A-Trinket-v0\n');
    assert.deepEqual(await findUf2Drives(undefined, drives), [drives[0]]);
    assert.deepEqual(await findUf2Drives('SAMD21G18A-Trinket-v0', drives), [drives[1]]);
    const image = Uint8Array.from({ length: 50_000 }, (_, i) => i & 0xff);
    const progress: [number, number][] = [];
    await copyUf2(drives[0]!, image, (written, total) => progress.push([written, total]));
    assert.deepEqual(new Uint8Array(readFileSync(join(drives[0]!, 'GNOMON.UF2'))), image);
    assert.deepEqual(progress.at(-1), [50_000, 50_000]);
    assert.ok(progress.length > 1);
    await assert.rejects(copyUf2(join(folder, 'gone'), image), /ENOENT/);
  });

  test('of this machine can be looked for', async () => {
    assert.ok(Array.isArray(await findUf2Drives()));
  });
});
