// The message table: every message survives encoding, nothing of a wrong size is decoded, and the layout is one
// that C can read as a struct.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  decodePayload,
  encodePayload,
  FIRST_SEQUENCED_TYPE,
  type Fields,
  type FieldType,
  fieldSize,
  fixedSize,
  MAX_PAYLOAD,
  type MessageName,
  messageShapes,
} from './messages.ts';

const names = Object.keys(messageShapes) as MessageName[];

function valuesOf(type: FieldType, room: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'u8':
      return fc.integer({ min: 0, max: 0xff });
    case 'u16':
      return fc.integer({ min: 0, max: 0xffff });
    case 'u32':
      return fc.integer({ min: 0, max: 0xffffffff });
    case 'u64':
      return fc.maxSafeNat();
    case 'text8':
      return fc.stringMatching(/^[ -~]{0,8}$/);
    case 'hex8':
      return fc.stringMatching(/^[0-9a-f]{16}$/);
    case 'bytes':
      return fc.uint8Array({ maxLength: room });
    default: {
      const length = fieldSize(type) / 4;
      return fc.array(fc.integer({ min: 0, max: 0xffffffff }), { minLength: length, maxLength: length });
    }
  }
}

const message = fc.constantFrom(...names).chain((name) => {
  const room = MAX_PAYLOAD - fixedSize(name);
  const fields = Object.entries(messageShapes[name].fields).map(
    ([field, type]) => [field, valuesOf(type, room)] as const,
  );
  return fc.tuple(fc.constant(name), fc.record(Object.fromEntries(fields)));
});

test('every message survives encoding', () => {
  fc.assert(
    fc.property(message, ([name, fields]) => {
      const payload = encodePayload(name, fields as Fields<typeof name>);
      assert.ok(payload.length <= MAX_PAYLOAD);
      assert.deepEqual(decodePayload(messageShapes[name].type, payload), { name, ...fields });
    }),
  );
});

test('payloads of a wrong size and unknown types are not decoded', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 300 }), (type, payload) => {
      const decoded = decodePayload(type, payload);
      if (decoded === undefined) return;
      const { fields } = messageShapes[decoded.name];
      const open = Object.values(fields).includes('bytes');
      assert.ok(
        open ? payload.length >= fixedSize(decoded.name) : payload.length === fixedSize(decoded.name),
      );
    }),
  );
});

test('values that do not fit are refused by name', () => {
  assert.throws(() => encodePayload('roots', { begin: -1, end: 0 }), /message roots, field begin/);
  assert.throws(() => encodePayload('read', { address: 0, request: 0x10000, length: 1 }), /field request/);
  assert.throws(() => encodePayload('write', { address: 0, bytes: new Uint8Array(MAX_PAYLOAD) }), RangeError);
});

test('types are unique, on the right side of the sequence, and laid out as C lays out structs', () => {
  const types = names.map((name) => messageShapes[name].type);
  assert.equal(new Set(types).size, types.length);
  for (const name of names) {
    const { type, fields, from } = messageShapes[name];
    assert.ok(type > 0 && type < 256);
    if (from === 'both') assert.ok(type < FIRST_SEQUENCED_TYPE);
    let offset = 0;
    const entries = Object.entries(fields);
    for (const [index, [field, fieldType]] of entries.entries()) {
      const align = fieldType === 'u16' ? 2 : /^u(32|64)/.test(fieldType) ? 4 : 1;
      assert.equal(offset % align, 0, `${name}.${field} is aligned`);
      if (fieldType === 'bytes') assert.equal(index, entries.length - 1, `${name}.${field} is last`);
      offset += fieldSize(fieldType);
    }
    assert.ok(offset <= MAX_PAYLOAD);
  }
});
