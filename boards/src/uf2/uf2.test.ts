// UF2: what is written is read back; every malformation is an error that says what is wrong.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readUf2, Uf2Error, writeUf2 } from './index.ts';

const FAMILY = 0xe48bff56;
const FLASH = 0x10000000;

test('reads back what it wrote, padded to pages', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 2000 }), fc.nat(1000), (bytes, page) => {
      const image = readUf2(writeUf2(bytes, FLASH + page * 256, FAMILY));
      assert.equal(image.family, FAMILY);
      assert.equal(image.segments.length, 1);
      const [segment] = image.segments;
      assert.equal(segment!.address, FLASH + page * 256);
      assert.equal(segment!.bytes.length % 256, 0);
      assert.deepEqual(segment!.bytes.slice(0, bytes.length), bytes);
      assert.ok(segment!.bytes.subarray(bytes.length).every((byte) => byte === 0xff));
    }),
    { numRuns: 50 },
  );
});

test('has the layout of the specification', () => {
  const file = writeUf2(Uint8Array.of(1, 2, 3), FLASH, FAMILY);
  assert.equal(file.length, 512);
  assert.equal(new TextDecoder().decode(file.subarray(0, 4)), 'UF2\n');
  const words = [...new Uint32Array(file.buffer, 0, 8)];
  assert.deepEqual(words, [0x0a324655, 0x9e5d5157, 0x2000, FLASH, 256, 0, 1, FAMILY]);
  assert.equal(new DataView(file.buffer).getUint32(508, true), 0x0ab16f30);
});

test('accepts blocks in any order and joins adjacent ones', () => {
  const bytes = Uint8Array.from({ length: 1024 }, (_, i) => i);
  const file = writeUf2(bytes, FLASH, FAMILY);
  const reversed = new Uint8Array(file.length);
  for (let i = 0; i < 4; i++) reversed.set(file.subarray(i * 512, (i + 1) * 512), (3 - i) * 512);
  assert.deepEqual(readUf2(reversed), { family: FAMILY, segments: [{ address: FLASH, bytes }] });
});

test('refuses what is malformed, and says why', () => {
  const good = writeUf2(new Uint8Array(600), FLASH, FAMILY);
  const damaged = (block: number, offset: number, value: number): Uint8Array => {
    const file = good.slice();
    new DataView(file.buffer).setUint32(block * 512 + offset, value, true);
    return file;
  };
  const cases: [Uint8Array, RegExp][] = [
    [new Uint8Array(0), /no multiple of 512/],
    [good.subarray(0, 700), /no multiple of 512/],
    [damaged(0, 0, 0), /not a UF2 file: wrong magic/],
    [damaged(1, 4, 0), /block 1: wrong magic/],
    [damaged(2, 508, 0), /block 2: wrong magic/],
    [damaged(1, 8, 0), /block 1: no family id/],
    [damaged(1, 28, 1), /family 0x1 after 0xe48bff56/],
    [damaged(1, 16, 477), /payload of 477 bytes/],
    [damaged(1, 20, 0), /number 0 occurs twice/],
    [damaged(1, 20, 3), /number 3 of 3/],
    [damaged(1, 24, 4), /says that there are 4/],
    [damaged(1, 12, FLASH), /two blocks write address 0x10000000/],
    [good.subarray(0, 1024), /1 of 3 blocks are missing/],
  ];
  for (const [file, message] of cases) {
    assert.throws(
      () => readUf2(file),
      (error) => error instanceof Uf2Error && message.test(error.message),
      String(message),
    );
  }
  assert.throws(() => readUf2(good, 0x12345678), /for another chip \(family 0xe48bff56, not 0x12345678\)/);
  assert.throws(() => writeUf2(Uint8Array.of(1), FLASH + 1, FAMILY), RangeError);
});

test('picks the blocks of one chip out of a file for several', () => {
  const one = writeUf2(Uint8Array.of(1), FLASH, FAMILY);
  const other = writeUf2(Uint8Array.of(2), 0, 0x1234);
  const both = new Uint8Array(1024);
  both.set(other);
  both.set(one, 512);
  assert.equal(readUf2(both, FAMILY).segments[0]!.bytes[0], 1);
  assert.throws(() => readUf2(both), /family 0xe48bff56 after 0x1234/);
});
