// Strings of one unit (core/values/unit.S) in the committed image, on the emulated core: at the end of a free run, stopped at
// every instruction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoreTrap } from '../../boards/src/virtual/bare-core.ts';
import { HeapOnCore } from './values/heap-on-core.ts';

const unit = (heap: HeapOnCore, code: number, maxCycles?: number): number =>
  heap.call('gn_str_from_unit', [code], maxCycles);

/** A heap of which an array was made, so that there is a free run. */
function heapWithRun(): HeapOnCore {
  const heap = new HeapOnCore(2048);
  heap.setSlot(0, heap.call('gn_array_empty', []));
  return heap;
}

test('units of one byte and of two', () => {
  const heap = heapWithRun();
  for (const code of [0, 0x41, 0xff, 0x100, 0xd83d, 0xffff]) {
    assert.equal(heap.text(unit(heap, code)), String.fromCharCode(code));
    heap.check();
  }
});

test('at the end of a run nothing is written beyond', () => {
  for (let room = 0; room <= 24; room += 8) {
    const heap = heapWithRun();
    heap.fence(room);
    const { pointer, limit } = heap.state();
    const fence = heap.words(limit, 8);
    assert.equal(heap.text(unit(heap, 0x61)), 'a');
    assert.deepEqual(heap.words(limit, 8), fence);
    if (room >= 16) assert.equal(heap.state().pointer, pointer + 16);
    else assert.notEqual(heap.state().limit, limit, 'another run');
    heap.check();
  }
});

test('stopped at any instruction', () => {
  const heap = heapWithRun();
  const whole = heap.timed(() => unit(heap, 0x61)).cycles;
  for (let stop = 1; stop < whole; stop++) {
    const stopped = heapWithRun();
    assert.throws(
      () => unit(stopped, 0x61, stop),
      (error) => error instanceof CoreTrap && error.kind === 'timeout',
    );
    stopped.check();
    stopped.setSlot(1, stopped.call('gn_array_empty', []));
    stopped.check();
  }
});
