// The Pico's table of pins, and the boot checksum.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boot2Checksum, pico } from './index.ts';

test('describes 30 pins, 26 of them on the header', () => {
  assert.equal(pico.pins.length, 30);
  const header = pico.pins.flatMap((pin) => (pin.header === undefined ? [] : [pin.header]));
  assert.equal(header.length, 26);
  assert.equal(new Set(header).size, 26);
  // With grounds and supplies they are all forty pins, each once.
  const all = [...header, ...pico.supplies.map((supply) => supply.header)].sort((a, b) => a - b);
  assert.deepEqual(
    all,
    Array.from({ length: 40 }, (_, i) => i + 1),
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
