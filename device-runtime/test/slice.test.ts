// Parts of strings (core/values/slice.S) in the committed image, on the emulated core: beside JavaScript, at the end of a free
// run, stopped at every instruction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoreTrap } from '../../boards/src/virtual/bare-core.ts';
import { HeapOnCore } from './values/heap-on-core.ts';

const slice = (heap: HeapOnCore, string: number, from: number, to: number, maxCycles?: number): number =>
  heap.call('gn_str_slice', [string, from, to], maxCycles);

test('all parts of texts, beside JavaScript', () => {
  const heap = new HeapOnCore(2048);
  for (const text of ['', 'a', 'a text of 17 uni', 'é ÿ and more', 'čeština', '日本 xyz']) {
    const string = heap.constantText(text);
    for (let from = 0; from <= text.length; from++) {
      for (let to = from; to <= text.length; to++) {
        const part = slice(heap, string, from, to);
        assert.equal(heap.text(part), text.slice(from, to), `${from} to ${to} of ${text}`);
        if (to - from === text.length) assert.equal(part, string);
      }
    }
    heap.check();
  }
  assert.ok(heap.collections > 0, `${heap.collections} collections`);
});

test('at the end of a run nothing is written beyond', () => {
  for (let room = 0; room <= 40; room += 8) {
    for (let length = 1; length <= 16; length++) {
      const heap = new HeapOnCore(2048);
      heap.setSlot(0, heap.call('gn_array_empty', []));
      heap.fence(room);
      const string = heap.constantText('0123456789abcdefghij');
      const { pointer, limit } = heap.state();
      const fence = heap.words(limit, 8);
      assert.equal(heap.text(slice(heap, string, 3, 3 + length)), '3456789abcdefghij'.slice(0, length));
      assert.deepEqual(heap.words(limit, 8), fence);
      const bytes = (length + 15) & ~7;
      if (bytes <= room) assert.equal(heap.state().pointer, pointer + bytes);
      else assert.notEqual(heap.state().limit, limit, 'another run');
      heap.check();
    }
  }
});

test('stopped at any instruction', () => {
  for (const from of [0, 1, 2]) {
    const part = (heap: HeapOnCore, maxCycles?: number) =>
      slice(heap, heap.constantText('0123456789'), from, 9, maxCycles);
    // The first allocation finds a run.
    const heapWithRun = () => {
      const heap = new HeapOnCore(2048);
      heap.call('gn_array_empty', []);
      return heap;
    };
    const heap = heapWithRun();
    const whole = heap.timed(() => part(heap)).cycles;
    for (let stop = 1; stop < whole; stop++) {
      const stopped = heapWithRun();
      assert.throws(
        () => part(stopped, stop),
        (error) => error instanceof CoreTrap && error.kind === 'timeout',
      );
      stopped.check();
      stopped.setSlot(1, stopped.call('gn_array_empty', []));
      stopped.check();
    }
  }
});
