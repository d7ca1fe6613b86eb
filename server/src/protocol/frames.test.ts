// Frames: what is encoded decodes to the same, and nothing else decodes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cobsDecode,
  cobsEncode,
  crc32,
  decodeFrame,
  encodeFrame,
  type Frame,
  FrameDecoder,
} from './frames.ts';
import { MAX_PAYLOAD } from './messages.ts';

const byte = fc.integer({ min: 0, max: 255 });
/** Bytes with many zeros or none, so that runs of every length occur. */
const bytes = (maxLength: number) =>
  fc.oneof(
    fc.uint8Array({ maxLength }),
    fc.uint8Array({ maxLength, min: 1 }),
    fc.uint8Array({ maxLength, max: 1 }),
  );
const frame: fc.Arbitrary<Frame> = fc.record(
  { type: byte, session: byte, sequence: byte, acknowledged: byte, payload: bytes(MAX_PAYLOAD) },
  { noNullPrototype: true },
);

test('CRC-32 has the catalogue check value', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  assert.equal(crc32(new Uint8Array(0)), 0);
});

test('COBS: examples of the paper, and the longest block', () => {
  const examples: [number[], number[]][] = [
    [[], [1]],
    [[0], [1, 1]],
    [
      [0, 0],
      [1, 1, 1],
    ],
    [
      [0x11, 0x22, 0, 0x33],
      [3, 0x11, 0x22, 2, 0x33],
    ],
    [new Array<number>(254).fill(7), [255, ...new Array<number>(254).fill(7)]],
    [new Array<number>(255).fill(7), [255, ...new Array<number>(254).fill(7), 2, 7]],
  ];
  for (const [plain, encoded] of examples) {
    assert.deepEqual([...cobsEncode(Uint8Array.from(plain))], encoded);
    assert.deepEqual([...cobsDecode(Uint8Array.from(encoded))!], plain);
  }
});

test('COBS round trips have no zero and little overhead', () => {
  fc.assert(
    fc.property(bytes(1000), (plain) => {
      const encoded = cobsEncode(plain);
      assert.ok(!encoded.includes(0));
      assert.ok(encoded.length <= plain.length + 1 + Math.floor(plain.length / 254));
      assert.deepEqual(cobsDecode(encoded), plain);
    }),
  );
});

test('frames survive any division into chunks', () => {
  const chunked = fc.tuple(fc.array(frame, { maxLength: 8 }), fc.array(fc.integer({ min: 1, max: 300 })));
  fc.assert(
    fc.property(chunked, ([frames, sizes]) => {
      const wire = frames.flatMap(({ payload, ...header }) => [...encodeFrame(header, payload)]);
      const decoder = new FrameDecoder();
      const decoded: (Frame | undefined)[] = [];
      for (let from = 0; from < wire.length; ) {
        const size = sizes.shift() ?? 7;
        decoded.push(...decoder.push(Uint8Array.from(wire.slice(from, from + size))));
        from += size;
      }
      assert.deepEqual(decoded, frames);
    }),
  );
});

test('a frame with any one byte changed is not a frame', () => {
  fc.assert(
    fc.property(frame, fc.nat(), fc.integer({ min: 1, max: 255 }), ({ payload, ...header }, at, change) => {
      const encoded = encodeFrame(header, payload).slice(0, -1);
      encoded[at % encoded.length]! ^= change;
      assert.equal(decodeFrame(encoded), undefined);
    }),
  );
});

test('random bytes give no frame, and do not hide the frame after them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), frame, (noise, { payload, ...header }) => {
      const decoder = new FrameDecoder();
      for (const found of decoder.push(noise)) assert.equal(found, undefined);
      for (const found of decoder.push(Uint8Array.of(0))) assert.equal(found, undefined);
      assert.deepEqual([...decoder.push(encodeFrame(header, payload))], [{ payload, ...header }]);
    }),
  );
});

test('frames larger than any of ours are damaged, not kept', () => {
  const decoder = new FrameDecoder();
  const header = { type: 1, session: 1, sequence: 0, acknowledged: 0 };
  assert.deepEqual([...decoder.push(encodeFrame(header, new Uint8Array(MAX_PAYLOAD + 1)))], [undefined]);
  assert.deepEqual([...decoder.push(new Uint8Array(100_000).fill(1))], []);
  assert.deepEqual([...decoder.push(Uint8Array.of(0))], [undefined]);
});
