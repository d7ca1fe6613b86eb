// The Pico's table of pins, and the boot checksum.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boot2Checksum, pico } from './index.ts';

test('describes 30 pins, 26 of them on the header', () => {
  assert.equal(pico.pins.length, 30);
  const header = pico.pins.flatMap((pin) => (pin.header === undefined ? [] : [pin.header]));
  assert.equal(header.length, 26);
  assert.equal(new Set(header).size, 26);
  // Every fifth-or-so header pin is ground or power; none of them may be a GPIO.
  for (const ground of [3, 8, 13, 18, 23, 28, 33, 38, 30, 35, 36, 37, 39, 40]) {
    assert.ok(!header.includes(ground), `header pin ${ground}`);
  }
  assert.equal(pico.pins[pico.led!]!.role, 'LED');
  assert.deepEqual(
    pico.pins.filter((pin) => pin.analog !== undefined).map((pin) => pin.name),
    ['GP26', 'GP27', 'GP28', 'GP29'],
  );
});

test('computes the CRC-32/MPEG-2 of boot2', () => {
  // The catalogued check value of CRC-32/MPEG-2 is that of "123456789"; ours always covers 252 bytes, so its
  // running state is compared by a second, table-free formulation: appending the checksum must leave zero.
  const boot2 = Uint8Array.from({ length: 256 }, (_, i) => (i * 37) & 0xff);
  const crc = boot2Checksum(boot2);
  let state = 0xffffffffn;
  const sealed = [...boot2.subarray(0, 252), crc >>> 24, (crc >>> 16) & 255, (crc >>> 8) & 255, crc & 255];
  for (const byte of sealed) {
    for (let bit = 7; bit >= 0; bit--) {
      const top = ((state >> 31n) & 1n) ^ BigInt((byte >> bit) & 1);
      state = ((state << 1n) & 0xffffffffn) ^ (top ? 0x04c11db7n : 0n);
    }
  }
  assert.equal(state, 0n);
});
