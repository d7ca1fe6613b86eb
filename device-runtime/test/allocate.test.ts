// The fast ways to allocate (core/values/allocate.S, arrays.S) in the committed image, on the emulated core: beside a model in
// JavaScript, at the end of a free run, stopped at every instruction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoreTrap } from '../../boards/src/virtual/bare-core.ts';
import { ElementKind, ObjectKind, TrapKind } from '../../server/src/compiler/abi/objects.ts';
import { HeapOnCore, type Pusher, pushers } from './values/heap-on-core.ts';
import { randomFrom } from './values/machine.ts';

const GN_TRAP = 255;

/** What is called, and how many bytes of the current run it takes. */
interface Allocation {
  readonly name: string;
  readonly footprint: number;
  /** What is done before; if absent, nothing. */
  readonly prepare?: (heap: HeapOnCore) => void;
  readonly call: (heap: HeapOnCore, maxCycles?: number) => number;
}

const newOf = (words: number): Allocation => ({
  name: `gn_new of ${words} words`,
  footprint: 4 * words + 4,
  call: (heap, maxCycles) => heap.call('gn_new', [(words << 8) | ObjectKind.raw, 0x1234567], maxCycles),
});
const empty: Allocation = {
  name: 'gn_array_empty',
  footprint: 16,
  call: (heap, maxCycles) => heap.call('gn_array_empty', [], maxCycles),
};
/** Pushes to an array without elements that slot 0 holds. */
const firstPush = (name: Pusher, footprint: number): Allocation => ({
  name: `first ${name}`,
  footprint,
  call: (heap, maxCycles) => heap.call(name, [heap.slot(0), ...pushers[name].words(7)], maxCycles),
});
/** Pushes to the array with a full buffer that slot 0 holds, after what `before` allocates. */
const nextPush = (name: Pusher, count: number, footprint: number, before?: Allocation): Allocation => ({
  name: `${name} to ${count} elements, ${before ? 'behind others' : 'in place'}`,
  footprint,
  prepare: (heap) => {
    for (let i = 0; i < count; i++) heap.call(name, [heap.slot(0), ...pushers[name].words(7)]);
    if (before) heap.setSlot(2, before.call(heap));
  },
  call: (heap, maxCycles) => heap.call(name, [heap.slot(0), ...pushers[name].words(7)], maxCycles),
});
/** Bytes of an array and of the buffer for some words. */
const arrayOfWords = (words: number): number => 16 + ((words + 3) >> 1) * 8;
const newArray = (kind: keyof typeof ElementKind, length: number, words: number): Allocation => ({
  name: `gn_array_new of ${length} ${kind}`,
  footprint: arrayOfWords(words),
  call: (heap, maxCycles) => heap.call('gn_array_new', [ElementKind[kind], length], maxCycles),
});
/** Gives the array without elements that slot 0 holds room for some. */
const reserve = (kind: keyof typeof ElementKind, count: number, footprint: number): Allocation => ({
  name: `gn_array_reserve of ${count} ${kind}`,
  footprint,
  call: (heap, maxCycles) =>
    heap.call('gn_array_reserve', [heap.slot(0), ElementKind[kind], count], maxCycles),
});
/** Copies elements of the array that slot 0 holds. */
const copy = (name: Pusher, kind: keyof typeof ElementKind, from: number, to: number): Allocation => ({
  name: `gn_array_copy of ${from} to ${to} ${kind}`,
  footprint: arrayOfWords((to - from) * (pushers[name].size / 4)),
  prepare: (heap) => {
    for (let i = 0; i < to + 2; i++) heap.call(name, [heap.slot(0), ...pushers[name].words(0)]);
  },
  call: (heap, maxCycles) =>
    heap.call('gn_array_copy', [heap.slot(0), ElementKind[kind], from, to], maxCycles),
});
const allocations = [
  ...[1, 2, 3, 8].map((length) => newArray('i32', length, length)),
  newArray('ref', 5, 5),
  newArray('number', 3, 6),
  ...[1, 2, 3, 8].map((to) => copy('gn_array_push_i32', 'i32', 0, to)),
  copy('gn_array_push_ref', 'ref', 2, 5),
  copy('gn_array_push_number', 'number', 1, 4),
  ...[3, 5, 7, 31].map(newOf),
  empty,
  reserve('ref', 5, 32),
  reserve('number', 6, 56),
  reserve('u8', 9, 24),
  firstPush('gn_array_push_ref', 24),
  firstPush('gn_array_push_i32', 24),
  firstPush('gn_array_push_number', 32),
  nextPush('gn_array_push_ref', 4, 64),
  nextPush('gn_array_push_i32', 4, 48, newOf(3)),
  nextPush('gn_array_push_number', 3, 64),
  nextPush('gn_array_push_number', 3, 56, newOf(5)),
];

/** What a slot should hold: the words of an object, or an array of what was pushed. */
type Model = { readonly words: readonly number[] } | { readonly pusher: Pusher; readonly values: number[] };
const SLOTS = 12;

/** One random change of a slot, of the heap and in the model. */
function change(heap: HeapOnCore, model: Model[], random: ReturnType<typeof randomFrom>): void {
  const slot = random.below(SLOTS);
  const held = model[slot];
  switch (random.below(6)) {
    case 0: {
      const count = 3 + 2 * random.below(8);
      const header = (count << 8) | (random.below(2) ? ObjectKind.raw : ObjectKind.closure);
      const word = random.word() | 0;
      heap.setSlot(slot, heap.call('gn_new', [header, word]));
      model[slot] = { words: [header, word, ...Array<number>(count - 2).fill(0)] };
      return;
    }
    case 1: {
      const names = Object.keys(pushers) as Pusher[];
      heap.setSlot(slot, heap.call('gn_array_empty', []));
      model[slot] = { pusher: names[random.below(names.length)]!, values: [] };
      return;
    }
    default: {
      if (!held || !('pusher' in held) || held.values.length === 40) return;
      // What a reference leads to is not compared: it may be gone from its slot.
      const isRef = held.pusher === 'gn_array_push_ref';
      const value = isRef ? heap.slot(random.below(SLOTS)) : random.word() | 0;
      heap.call(held.pusher, [heap.slot(slot), ...pushers[held.pusher].words(value)]);
      held.values.push(value);
    }
  }
}

function isOutOfMemory(error: unknown): boolean {
  const { kind, immediate, registers } = error as CoreTrap;
  return kind === 'udf' && immediate === GN_TRAP && registers[0] === TrapKind.outOfMemory;
}

test('objects and arrays are what they should be, beside a model', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const random = randomFrom(seed);
    const heap = new HeapOnCore(2048 + 512 * seed);
    let model: Model[] = [];
    for (let step = 0; step < 1500; step++) {
      try {
        change(heap, model, random);
      } catch (error) {
        if (!isOutOfMemory(error)) throw error;
        // References keep what was in slots before: begin anew.
        model = [];
        for (let slot = 0; slot < SLOTS; slot++) heap.setSlot(slot, 0);
      }
      if (step % 16 !== 0) continue;
      heap.check();
      for (const [slot, each] of model.entries()) {
        if (!each) continue;
        const ref = heap.slot(slot);
        const what = `seed ${seed}, step ${step}`;
        if ('pusher' in each) assert.deepEqual(heap.elements(ref, each.pusher), each.values, what);
        else assert.deepEqual(heap.words(ref, each.words.length), each.words, what);
      }
    }
    assert.ok(heap.collections > 3, `${heap.collections} collections`);
  }
});

for (const { name, footprint, prepare, call } of allocations) {
  const isGrowing = name.includes('push');
  /** A heap with an array in slot 0 and so much room before an object that is there. */
  const withRoom = (room: number): HeapOnCore => {
    const heap = new HeapOnCore(2048);
    heap.setSlot(0, empty.call(heap));
    prepare?.(heap);
    heap.fence(room);
    return heap;
  };

  test(`${name}: an exact fit is taken, and nothing beyond`, () => {
    for (let room = 0; room <= footprint + 16; room += 8) {
      const heap = withRoom(room);
      const { pointer, limit } = heap.state();
      const fence = heap.words(limit, 8);
      call(heap);
      assert.deepEqual(heap.words(limit, 8), fence);
      const after = heap.state();
      if (room >= footprint) assert.equal(after.pointer, pointer + footprint);
      // A buffer grows by less, too.
      else if (!isGrowing) assert.notEqual(after.limit, limit, 'another run');
      heap.check();
    }
  });

  test(`${name}: stopped at any instruction`, () => {
    const heap = withRoom(footprint);
    const { cycles } = heap.timed(() => call(heap));
    for (let stop = 1; stop < cycles; stop++) {
      const stopped = withRoom(footprint);
      try {
        call(stopped, stop);
        assert.fail('not stopped');
      } catch (error) {
        if (!(error instanceof CoreTrap) || error.kind !== 'timeout') throw error;
      }
      stopped.check();
      // It goes on as if nothing had been.
      stopped.setSlot(1, newOf(5).call(stopped));
      stopped.check();
    }
  });

  test(`${name}: out of memory`, () => {
    const heap = withRoom(0);
    heap.fill();
    const before = heap.state();
    assert.throws(
      () => call(heap),
      (error: CoreTrap) => {
        assert.ok(isOutOfMemory(error));
        const { registers } = error;
        assert.ok(registers[1]! > 0 && registers[1]! <= footprint, `${registers[1]} bytes asked for`);
        assert.ok(registers[2]! < footprint, `${registers[2]} bytes free`);
        return true;
      },
    );
    assert.equal(heap.state().used, before.used);
    heap.check();
  });
}

test('what they cost', () => {
  const heap = new HeapOnCore(4096);
  // The first allocation finds a run.
  newOf(3).call(heap);
  const cyclesOf = (call: () => unknown): number => heap.timed(call).cycles;
  assert.ok(cyclesOf(() => newOf(3).call(heap)) <= 33);
  assert.ok(cyclesOf(() => heap.setSlot(0, empty.call(heap))) <= 25);
  assert.ok(cyclesOf(() => newArray('i32', 1, 1).call(heap)) <= 80);
  assert.ok(cyclesOf(() => newArray('i32', 9, 9).call(heap)) <= 100);
  const push = () => heap.call('gn_array_push_ref', [heap.slot(0), heap.slot(0)]);
  assert.ok(cyclesOf(push) <= 50, 'the first');
  for (let i = 0; i < 3; i++) assert.ok(cyclesOf(push) <= 25, 'others');
  assert.equal(heap.elements(heap.slot(0), 'gn_array_push_ref').length, 4);
});
