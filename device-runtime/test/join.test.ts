// Joining texts (core/values/join.S) in the committed image, on the emulated core: beside JavaScript, at the end of a free
// run, stopped at every instruction.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CoreTrap } from '../../boards/src/virtual/bare-core.ts';
import { holdNumber } from '../../server/src/compiler/abi/numbers.ts';
import { TEXT_PART_BITS, TextPart, TrapKind } from '../../server/src/compiler/abi/objects.ts';
import { HeapOnCore } from './values/heap-on-core.ts';
import { randomFrom } from './values/machine.ts';

/** A part of a text: what it reads, and how it is passed. */
interface Part {
  readonly text: string;
  readonly kind: TextPart;
  readonly words: readonly number[];
}

const stringPart = (heap: HeapOnCore, ref: number): Part => ({
  text: heap.text(ref),
  kind: TextPart.string,
  words: [ref],
});
const i32Part = (value: number): Part => ({ text: String(value), kind: TextPart.i32, words: [value] });
const unitPart = (unit: number): Part => ({
  text: String.fromCharCode(unit),
  kind: TextPart.string,
  words: [(unit << 1) | 1],
});
function numberPart(value: number): Part {
  const { low, high } = holdNumber(value);
  return { text: String(value), kind: TextPart.number, words: [low, high] };
}

function join(
  heap: HeapOnCore,
  parts: readonly Part[],
  maxCycles?: number,
  helper: 'gn_str_join' | 'gn_str_append' = 'gn_str_join',
): number {
  const kinds = parts.reduceRight((bits, { kind }) => (bits << TEXT_PART_BITS) | kind, 0);
  // Nothing is passed in the registers behind the first.
  return heap.call(helper, [kinds, 0, 0, 0, ...parts.flatMap(({ words }) => words)], maxCycles);
}

const textOf = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');

const integers = [
  0, 7, -1, 10, 99, 100, -65535, 65536, 99_999, 100_000, 999_999_999, 1_000_000_000, -1_410_065_409,
  2_147_483_647, -2_147_483_648,
];

test('integers of all lengths', () => {
  const heap = new HeapOnCore(4096);
  const comma = heap.constantText(',');
  for (const value of integers) {
    const parts = [i32Part(value), stringPart(heap, comma), numberPart(value)];
    assert.equal(heap.text(join(heap, parts)), textOf(parts));
    heap.check();
  }
});

test('any parts, beside JavaScript', () => {
  for (let seed = 1; seed <= 3; seed++) {
    const random = randomFrom(seed);
    const heap = new HeapOnCore(3072 + 512 * seed);
    const constants = ['', 'a', 'be', 'sea', 'four', 'a text of some words', 'é ÿ', 'č', '日本語'];
    const refs = constants.map((text) => heap.constantText(text));
    const slots = 8;
    const model: string[] = [];
    for (let step = 0; step < 1500; step++) {
      const parts = Array.from({ length: 1 + random.below(12) }, (): Part => {
        switch (random.below(6)) {
          case 0:
            return i32Part((random.word() | 0) >> random.below(32));
          case 1:
            return unitPart(random.below(8) ? random.below(256) : random.below(65536));
          case 2:
            return numberPart(random.below(8) ? random.below(1000) : random.below(1000) / 8);
          case 3: {
            const slot = random.below(slots);
            if (model[slot] !== undefined) return stringPart(heap, heap.slot(slot));
          }
        }
        // Wide ones seldom: they make all of the text wide.
        return stringPart(heap, refs[random.below(random.below(8) ? 6 : refs.length)]!);
      });
      const text = textOf(parts);
      const slot = random.below(slots);
      if (text.length > 100) continue;
      model[slot] = text;
      heap.setSlot(slot, join(heap, parts));
      for (const [each, expected] of model.entries())
        if (expected !== undefined)
          assert.equal(heap.text(heap.slot(each)), expected, `seed ${seed}, step ${step}`);
      if (step % 16 === 0) heap.check();
    }
    assert.ok(heap.collections > 3, `${heap.collections} collections`);
  }
});

/** A heap with so much room before an object that is there, and parts that make a text of 24 units, of 32 bytes. */
function withRoom(room: number): { heap: HeapOnCore; parts: Part[] } {
  const heap = new HeapOnCore(2048);
  heap.setSlot(0, heap.call('gn_array_empty', []));
  heap.fence(room);
  const [name, value] = [heap.constantText('"name":"pressure'), heap.constantText('","')];
  return { heap, parts: [stringPart(heap, name), stringPart(heap, value), i32Part(-1013)] };
}

test('at the end of a run nothing is written beyond', () => {
  for (let room = 0; room <= 64; room += 8) {
    const { heap, parts } = withRoom(room);
    const { pointer, limit } = heap.state();
    const fence = heap.words(limit, 8);
    const text = join(heap, parts);
    assert.equal(heap.text(text), textOf(parts));
    assert.deepEqual(heap.words(limit, 8), fence);
    // An integer is written where there is room for the longest one.
    if (room >= 40) assert.equal(heap.state().pointer, pointer + 32);
    else if (room < 32) assert.notEqual(heap.state().limit, limit, 'another run');
    heap.check();
  }
});

test('stopped at any instruction', () => {
  const { heap, parts } = withRoom(64);
  const { cycles } = heap.timed(() => join(heap, parts));
  for (let stop = 1; stop < cycles; stop++) {
    const { heap: stopped } = withRoom(64);
    assert.throws(
      () => join(stopped, parts, stop),
      (error) => error instanceof CoreTrap && error.kind === 'timeout',
    );
    stopped.check();
    // It goes on as if nothing had been.
    stopped.setSlot(1, stopped.call('gn_array_empty', []));
    stopped.check();
  }
});

/** Puts parts, or one unit, behind the text of a slot, which nobody else has. */
function append(heap: HeapOnCore, slot: number, parts: readonly Part[] | number, maxCycles?: number): void {
  const text = heap.slot(slot);
  const longer =
    typeof parts === 'number'
      ? heap.call('gn_str_append_unit', [text, parts], maxCycles)
      : join(heap, [stringPart(heap, text), ...parts], maxCycles, 'gn_str_append');
  heap.setSlot(slot, longer);
}

test('texts grow in their places, or elsewhere', () => {
  for (let seed = 1; seed <= 4; seed++) {
    const random = randomFrom(seed);
    const heap = new HeapOnCore(3072);
    const constants = ['', 'a', 'sea', 'four', 'a text of some words', 'é ÿ', '日本語'];
    const refs = constants.map((text) => heap.constantText(text));
    const slots = 3;
    const model = new Array<string>(slots).fill('');
    for (let slot = 0; slot < slots; slot++) heap.setSlot(slot, refs[0]!);
    let places = 0;
    for (let step = 0; step < 2500; step++) {
      const slot = random.below(random.below(3) ? 1 : slots);
      const before = heap.slot(slot);
      if (model[slot]!.length > 150) {
        const start = random.below(refs.length - 1);
        model[slot] = constants[start]!;
        heap.setSlot(slot, refs[start]!);
      } else if (random.below(8) === 0) {
        heap.setSlot(slots, heap.call('gn_array_empty', []));
      } else if (random.below(3)) {
        const unit = random.below(200) ? random.below(256) : random.below(65536);
        model[slot] += String.fromCharCode(unit);
        append(heap, slot, unit);
      } else {
        const parts = Array.from({ length: 1 + random.below(3) }, () =>
          random.below(2)
            ? i32Part((random.word() | 0) >> random.below(32))
            : stringPart(heap, refs[random.below(random.below(30) ? 6 : refs.length)]!),
        );
        model[slot] += textOf(parts);
        append(heap, slot, parts);
      }
      if (heap.slot(slot) === before) places++;
      for (const [each, expected] of model.entries())
        assert.equal(heap.text(heap.slot(each)), expected, `seed ${seed}, step ${step}`);
      heap.check();
      assert.deepEqual(
        refs.map((ref) => heap.text(ref)),
        constants,
      );
    }
    assert.ok(places > 800 && heap.collections > 3, `${places} in place, ${heap.collections} collections`);
  }
});

test('a text that something else is behind gets room when it is copied', () => {
  const { heap } = withRoom(512);
  heap.setSlot(1, join(heap, [stringPart(heap, heap.constantText('x'.repeat(40)))]));
  let expected = 'x'.repeat(40);
  let moved = 0;
  for (let i = 0; i < 12; i++) {
    heap.setSlot(2, heap.call('gn_array_empty', []));
    const before = heap.slot(1);
    const parts = i % 3 ? [unitPart(97 + i), unitPart(65)] : 48;
    append(heap, 1, parts);
    expected += typeof parts === 'number' ? '0' : textOf(parts);
    if (heap.slot(1) !== before) moved++;
    assert.equal(heap.text(heap.slot(1)), expected);
    heap.check();
  }
  assert.equal(moved, 1);
});

/** What is behind a text that grows. */
type Behind = 'nothing' | 'an object' | 'room, then an object';

test('stopped at any instruction of what lets a text grow', () => {
  for (const units of [0, 7, 12, 16]) {
    for (const [parts, behind] of [65, [i32Part(-1013), unitPart(66)]].flatMap((each) =>
      (['nothing', 'an object', 'room, then an object'] as Behind[]).map((b) => [each, b] as const),
    )) {
      const prepared = (): HeapOnCore => {
        const { heap } = withRoom(192);
        const start = heap.constantText('x'.repeat(units));
        heap.setSlot(1, units ? join(heap, [stringPart(heap, start)]) : start);
        if (behind !== 'nothing') heap.setSlot(2, heap.call('gn_array_empty', []));
        if (behind === 'room, then an object') {
          append(heap, 1, [unitPart(67)]);
          heap.setSlot(2, heap.call('gn_array_empty', []));
        }
        return heap;
      };
      const whole = prepared();
      const { cycles } = whole.timed(() => append(whole, 1, parts));
      const isInPlace = units > 0 && (behind !== 'an object' || (parts === 65 && units % 8 !== 0));
      if (isInPlace) assert.equal(whole.slot(1), prepared().slot(1), `${units} units, ${behind}`);
      whole.check();
      for (let stop = 1; stop < cycles; stop++) {
        const stopped = prepared();
        assert.throws(
          () => append(stopped, 1, parts, stop),
          (error) => error instanceof CoreTrap && error.kind === 'timeout',
        );
        // Who had the text is gone.
        stopped.setSlot(1, 0);
        stopped.check();
        stopped.setSlot(1, stopped.call('gn_array_empty', []));
        stopped.check();
      }
    }
  }
});

test('out of memory: all stays as it was', () => {
  const { heap, parts } = withRoom(0);
  heap.fill();
  const { used } = heap.state();
  assert.throws(
    () => join(heap, parts),
    ({ kind, registers }: CoreTrap) => kind === 'udf' && registers[0] === TrapKind.outOfMemory,
  );
  assert.equal(heap.state().used, used);
  heap.check();
  for (const { text, words } of parts.slice(0, 2)) assert.equal(heap.text(words[0]!), text);
});

test('two strings: an empty one is left out', () => {
  const heap = new HeapOnCore(4096);
  const [empty, text, wide] = ['', 'text', 'č'].map((each) => heap.constantText(each)) as [
    number,
    number,
    number,
  ];
  const concat = (left: number, right: number) => heap.call('gn_str_concat', [left, right]);
  assert.equal(concat(empty, text), text);
  assert.equal(concat(text, empty), text);
  assert.equal(heap.text(concat(text, text)), 'texttext');
  assert.equal(heap.text(concat(concat(text, wide), text)), 'textčtext');
  assert.equal(heap.text(join(heap, [stringPart(heap, empty), stringPart(heap, empty)])), '');
  heap.check();
});

test('what it costs', () => {
  const heap = new HeapOnCore(4096);
  const [name, quote] = [heap.constantText('temperature'), heap.constantText('": ')];
  const parts = [stringPart(heap, name), stringPart(heap, quote), i32Part(4711), unitPart(44)];
  join(heap, parts);
  const { cycles } = heap.timed(() => join(heap, parts));
  assert.ok(cycles <= 290, `${cycles} cycles`);
  heap.setSlot(0, heap.constantText(''));
  append(heap, 0, 48);
  const { cycles: most } = heap.timed(() => {
    for (let i = 0; i < 8; i++) append(heap, 0, 49 + i);
  });
  assert.ok(most <= 60, `${most} cycles`);
});
