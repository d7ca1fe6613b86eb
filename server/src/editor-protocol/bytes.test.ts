import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBytes, encodeBytes } from './index.ts';

test('bytes come out of a message as they went in, in the encoding that everybody has', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      const text = encodeBytes(bytes);
      assert.equal(text, Buffer.from(bytes).toString('base64'));
      assert.deepEqual(decodeBytes(text), bytes);
    }),
    { numRuns: 50 },
  );
});
