// Arrays of a known length, parts of arrays, and taking the first element away (core/values/arrays.S) in the committed
// image, on the emulated core, beside JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ARRAY_DATA,
  ARRAY_LENGTH,
  ElementKind,
  elementSize,
  HEADER_KIND_MASK,
  HEADER_SIZE_SHIFT,
  ObjectKind,
} from '../../server/src/compiler/abi/objects.ts';
import { HeapOnCore } from './values/heap-on-core.ts';

const kinds = Object.keys(ElementKind) as ElementKind[];

/** The bytes of an array's elements. */
function bytesOf(heap: HeapOnCore, array: number, kind: ElementKind): number[] {
  const { core } = heap;
  const length = core.readInt32(array + ARRAY_LENGTH);
  const data = core.readInt32(array + ARRAY_DATA);
  const bytes = length * elementSize[kind];
  if (length > 0) {
    const header = core.readInt32(data - 4);
    assert.equal(header & HEADER_KIND_MASK, kind === 'ref' ? ObjectKind.refs : ObjectKind.raw);
    assert.ok(4 * ((header >>> HEADER_SIZE_SHIFT) - 1) >= bytes, 'its buffer is too small');
  }
  return length > 0 ? [...core.read(data, bytes)] : [];
}

/** A heap that has a free run, with an array of some elements in slot 0: none refers to anything. */
function heapWith(kind: ElementKind, length: number): HeapOnCore {
  const heap = new HeapOnCore(4096);
  heap.setSlot(0, heap.call('gn_array_empty', []));
  heap.setSlot(0, heap.call('gn_array_new', [ElementKind[kind], length]));
  if (kind !== 'ref' && length > 0) {
    const bytes = Uint8Array.from({ length: length * elementSize[kind] }, (_, i) => 17 + 31 * i);
    heap.core.load(heap.core.readInt32(heap.slot(0) + ARRAY_DATA), bytes);
  }
  return heap;
}

test('new arrays of all kinds are zero', () => {
  for (const kind of kinds) {
    for (let length = 0; length <= 9; length++) {
      const heap = heapWith('i32', 3);
      const array = heap.call('gn_array_new', [ElementKind[kind], length]);
      assert.deepEqual(
        bytesOf(heap, array, kind),
        Array(length * elementSize[kind]).fill(0),
        `${length} ${kind}`,
      );
      if (elementSize[kind] >= 4) heap.check();
    }
  }
});

test('all parts of arrays', () => {
  for (const kind of kinds) {
    for (const length of [0, 1, 2, 5, 6]) {
      const heap = heapWith(kind, length);
      const all = bytesOf(heap, heap.slot(0), kind);
      const size = elementSize[kind];
      for (let from = -1; from <= length + 1; from++) {
        for (let to = -1; to <= length + 1; to++) {
          const part = heap.call('gn_array_copy', [heap.slot(0), ElementKind[kind], from, to]);
          const expected = all.slice(Math.max(0, from) * size, Math.max(0, to) * size);
          assert.deepEqual(bytesOf(heap, part, kind), expected, `${from} to ${to} of ${length} ${kind}`);
        }
      }
      assert.deepEqual(bytesOf(heap, heap.slot(0), kind), all);
      if (size >= 4) heap.check();
    }
  }
});

test('the first element goes, and nothing stays where the last one was', () => {
  for (const kind of ['i32', 'f32', 'ref', 'f64', 'number'] as const) {
    for (let length = 1; length <= 7; length++) {
      const heap = heapWith(kind, length);
      const array = heap.slot(0);
      const size = elementSize[kind];
      const behind = heap.core.readInt32(array + ARRAY_DATA) + length * size;
      const word = heap.core.readInt32(behind);
      for (let rest = length - 1; rest >= 0; rest--) {
        const before = bytesOf(heap, array, kind);
        heap.call('gn_array_shift', [array, size]);
        assert.deepEqual(bytesOf(heap, array, kind), before.slice(size), `${rest} of ${length} ${kind}`);
        const last = heap.core.readInt32(array + ARRAY_DATA) + rest * size;
        assert.equal(heap.core.readInt32(last), 0);
      }
      assert.equal(heap.core.readInt32(behind), word);
      heap.check();
    }
  }
});
