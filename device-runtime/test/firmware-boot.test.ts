// The committed firmware image on the virtual Pico: boots, identifies itself, runs code, survives what code does.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../boards/src/virtual/testing/until.ts';
import { holdNumber } from '../../server/src/compiler/abi/numbers.ts';
import { TrapKind } from '../../server/src/compiler/abi/objects.ts';
import { BoardLink } from '../../server/src/protocol/index.ts';
import type { FirmwareManifest } from '../manifest.ts';
import { type Bench, bench, manifest } from './bench.ts';
import { assemble, type Line, thumb } from './thumb.ts';

const { code, data } = manifest.memory;
const CYCLES_PER_MS = 125_000;

/** Two words of a double, low one first. */

const counter = data.begin;
const closure = data.begin + 16;
/** Counts the word at `counter` up; at code.begin + 0x100 in the tests of timers. */
const countUp: readonly Line[] = [
  { load: 0, value: counter },
  0x6801, // ldr r1, [r0]
  0x3101, // adds r1, #1
  0x6001, // str r1, [r0]
  thumb.ret,
];

const times = data.begin + 64;
const MOST_TIMES = 12;
/** Also keeps the time of the first calls at `times`. */
const noteTime: readonly Line[] = [
  ...countUp.slice(0, -1),
  { load: 0, value: times - 4 },
  { load: 2, value: 0x40054028 }, // TIMERAWL
  0x6812, // ldr r2, [r2]
  0x290c, // cmp r1, #MOST_TIMES
  0xd801, // bhi over the next two
  0x0089, // lsls r1, r1, #2
  0x5042, // str r2, [r0, r1]
  thumb.ret,
];

/** Starts a timer for the closure whose code is at code.begin + 0x100. */
function startTimer(ms: number, repeat: boolean): readonly Line[] {
  const { low, high } = holdNumber(ms);
  return [
    thumb.enter,
    0xb082, // sub sp, #8
    thumb.movs(1, repeat ? 1 : 0),
    0x9100, // str r1, [sp]
    { load: 0, value: closure },
    { load: 2, value: low },
    { load: 3, value: high },
    { load: 4, value: manifest.helpers.gn_timer_start },
    thumb.call,
    0xb002, // add sp, #8
    thumb.leave,
  ];
}

function prepareTimer(on: Bench, callback: readonly Line[]): void {
  on.setWord(counter, 0);
  on.setWord(closure, (2 << 8) | 5, (code.begin + 0x100) | 1);
  on.link.write(code.begin + 0x100, assemble(callback));
}

for (const over of ['usb', 'uart'] as const) {
  describe(`over ${over}`, () => {
    test('boots, identifies itself and calls code', async () => {
      const on = await bench(over);
      assert.equal(on.identity.chip, 'rp2040');
      assert.equal(on.identity.buildHash, manifest.buildHash);
      assert.deepEqual(on.identity.memory, manifest.memory);
      assert.equal(on.identity.clockHz, 125_000_000);
      const result = await on.run([
        { load: 0, value: counter },
        { load: 1, value: 0x12345678 },
        0x6001,
        thumb.ret,
      ]);
      assert.equal(result.status, 'done');
      assert.ok(result.cycles > 5 && result.cycles < 40, `${result.cycles} cycles`);
      assert.equal(await on.word(counter), 0x12345678);
    });

    test('stops an endless loop', async () => {
      const on = await bench(over);
      const call = on.run([thumb.loop]);
      await sleep(20);
      await on.link.stop();
      assert.equal((await call).status, 'stopped');
      assert.equal((await on.run([thumb.ret])).status, 'done');
    });
  });
}

test('stops programs that are in helpers nearly all the time, and leaves their code as it was', async () => {
  const on = await bench();
  const { gn_array_new, gn_array_copy, gn_array_set_length, gn_nrem, gn_out_begin, gn_out_end } =
    manifest.helpers;
  // Makes an array of 4000 doubles in r5, then copies it for ever.
  const copying: readonly Line[] = [
    thumb.movs(0, 9), // ElementKind f64
    { load: 1, value: 4000 },
    { load: 4, value: gn_array_new },
    thumb.call,
    0x0005, // movs r5, r0
    0x0028, // movs r0, r5
    thumb.movs(1, 9),
    thumb.movs(2, 0),
    { load: 3, value: 4000 },
    { load: 4, value: gn_array_copy },
    thumb.call,
    0xe7f8, // b to movs r0, r5
  ];
  // The same array is shortened to nothing and made long again.
  const resizing: readonly Line[] = [
    ...copying.slice(0, 5),
    0x0028,
    thumb.movs(1, 9),
    thumb.movs(2, 0),
    { load: 4, value: gn_array_set_length },
    thumb.call,
    0x0028,
    thumb.movs(1, 9),
    { load: 2, value: 4000 },
    { load: 4, value: gn_array_set_length },
    thumb.call,
    0xe7f4,
  ];
  const remainder: readonly Line[] = [
    { load: 0, value: 0 },
    { load: 1, value: ~0x7fe00000 }, // 1.8e308 % 3
    { load: 2, value: 0 },
    { load: 3, value: ~0x40080000 },
    { load: 4, value: gn_nrem },
    thumb.call,
    0xe7f8,
  ];
  const printing: readonly Line[] = [
    thumb.movs(0, 0),
    { load: 4, value: gn_out_begin },
    thumb.call,
    { load: 4, value: gn_out_end },
    thumb.call,
    0xe7f9,
  ];
  for (const [name, lines] of Object.entries({ copying, resizing, remainder, printing })) {
    for (let i = 0; i < 5; i++) {
      const call = on.run(lines);
      await sleep(3 + i);
      const start = on.board.cycles;
      await on.link.stop();
      assert.equal((await call).status, 'stopped', name);
      // In cycles that the board has executed: it may sleep on before a busy host takes note.
      const took = on.board.cycles - start;
      assert.ok(took < 100 * CYCLES_PER_MS, `${name}: ${took} cycles`);
      const loaded = assemble(lines);
      assert.deepEqual(await on.link.read(code.begin, loaded.length), loaded, name);
    }
  }
});

test('reports a trap with its registers', async () => {
  const on = await bench();
  const result = await on.run([thumb.movs(0, 7), thumb.movs(1, 5), thumb.udf(TrapKind.bounds)]);
  assert.equal(result.status, 'trapped');
  const [trap] = on.traps;
  assert.equal(trap!.callId, 1);
  assert.equal(trap!.kind, TrapKind.bounds);
  assert.deepEqual(trap!.registers.slice(0, 2), [7, 5]);
  assert.equal(trap!.registers[15], code.begin + 4);
  assert.equal(trap!.user.pc, code.begin + 4);
  assert.equal(trap!.user.sp, manifest.memory.stack.end);
});

test('finds the compiled code below a helper that traps, and keeps its stack', async () => {
  const on = await bench();
  const result = await on.run([
    thumb.enter,
    { load: 0, value: 0x01020304 },
    0xb401, // push {r0}
    thumb.movs(0, 6), // ElementKind i32
    0x4240 | (0 << 3) | 1, // rsbs r1, r0, #0: a negative length
    { load: 4, value: manifest.helpers.gn_array_new },
    thumb.call,
    thumb.leave,
  ]);
  assert.equal(result.status, 'trapped');
  const trap = on.traps[0]!;
  assert.equal(trap.kind, TrapKind.badLength);
  assert.equal(trap.registers[0], -6 >>> 0);
  assert.equal(trap.user.pc, (code.begin + 14) | 1);
  assert.equal(await on.word(trap.user.sp), 0x01020304);
});

test('reports bad accesses and bad jumps', async () => {
  const on = await bench();
  for (const lines of [
    [{ load: 0, value: 0x30000000 }, 0x6800],
    [{ load: 0, value: 0x20000001 }, 0x6800],
    [{ load: 0, value: 0x10000000 }, 0x6000],
    [{ load: 0, value: 0x60000001 }, 0x4780],
  ]) {
    const result = await on.run([thumb.enter, ...lines, thumb.leave]);
    assert.equal(result.status, 'trapped');
    assert.equal(on.traps.at(-1)!.kind, TrapKind.fault);
    assert.notEqual(on.traps.at(-1)!.user.pc, 0);
  }
});

test('ends a recursion without end as stack overflow', async () => {
  const on = await bench();
  for (const push of [0xb500, 0xb5f0, 0xb403]) {
    // push; bl to the push
    const result = await on.run([push, 0xf7ff, 0xfffd]);
    assert.equal(result.status, 'trapped');
    assert.equal(on.traps.at(-1)!.kind, TrapKind.stackOverflow);
  }
  // A frame that is far larger than what is left of the stack.
  await on.run([0xb500, 0xb0ff, 0x9000, 0xf7ff, 0xfffb]);
  assert.equal(on.traps.at(-1)!.kind, TrapKind.stackOverflow);
  assert.notEqual(on.traps.at(-1)!.user.pc, 0);
  assert.equal((await on.run([thumb.ret])).status, 'done');
});

test('ends recursions through the heap as stack overflow, and the heap stays sound', async () => {
  const on = await bench();
  // f: gn_array_new(i32, 20), then itself.
  const allocating = [
    thumb.enter,
    thumb.movs(0, 6),
    thumb.movs(1, 20),
    { load: 4, value: manifest.helpers.gn_array_new },
    thumb.call,
    { load: 4, value: code.begin | 1 },
    thumb.call,
    thumb.leave,
  ];
  for (let i = 0; i < 20; i++) {
    // The recursion is entered with another stack pointer each time, so that it runs out elsewhere.
    on.link.write(code.begin, assemble(allocating));
    const result = await on.run([0xb080 | i, { load: 4, value: code.begin | 1 }, thumb.call], 0x200);
    assert.equal(result.status, 'trapped');
    assert.equal(on.traps.at(-1)!.kind, TrapKind.stackOverflow);
  }
  // Afterwards everything can be collected: far more than the heap holds is allocated.
  const result = await on.run([
    thumb.enter,
    0xb420, // push {r5}
    { load: 5, value: 20000 },
    thumb.movs(0, 6),
    thumb.movs(1, 20),
    { load: 4, value: manifest.helpers.gn_array_new },
    thumb.call,
    0x3d01, // subs r5, #1
    0xd1f9, // bne to the movs of r0
    0xbc20, // pop {r5}
    thumb.leave,
  ]);
  assert.equal(result.status, 'done');
});

test('refuses writes, roots, calls and reads outside of their memory', async () => {
  const on = await bench();
  for (const address of [code.begin - 4, data.end - 2, manifest.memory.heap.begin, 0x10000100, 0xfffffffe]) {
    on.link.write(address, new Uint8Array(4));
  }
  on.link.roots(data.begin, data.end + 4);
  on.link.roots(data.begin + 2, data.begin + 6);
  // What was to be loaded is not complete, so it is not run.
  assert.equal((await on.run([thumb.ret])).status, 'refused');
  assert.equal((await on.link.call(77, data.begin)).status, 'refused');
  await assert.rejects(on.link.read(0x20041fff, 2), RangeError);
  await assert.rejects(on.link.read(0x0ffffffe, 4), RangeError);
  assert.equal(on.refusals.length, 7);
  assert.ok(on.refusals.every(({ reason }) => reason === 'range'));
  assert.equal((await on.run([thumb.ret])).status, 'done');
});

test('lets the host read the pins, while a program runs, and no other register', async () => {
  const on = await bench();
  const sio = 0xd0000000;
  on.board.pins.setInput(3, 1);
  const driving = on.run([
    thumb.movs(1, 5), // function 5 of a pin: SIO
    { load: 0, value: 0x40014004 + 8 * 25 },
    0x6001, // str r1, [r0]: GPIO25_CTRL
    { load: 0, value: sio },
    { load: 1, value: 1 << 25 },
    0x6141, // str r1, [r0, #20]: GPIO_OUT_SET
    0x6241, // str r1, [r0, #36]: GPIO_OE_SET
    thumb.loop,
  ]);
  await until(() => on.board.pins.get(25).level === 1, 'the pin');
  const uart = 3; // its pins, GPIO0 and GPIO1, have levels of their own
  assert.equal((await on.word(sio + 0x04)) & ~uart, (1 << 25) | (1 << 3));
  assert.equal(await on.word(sio + 0x10), 1 << 25);
  assert.equal(await on.word(sio + 0x20), 1 << 25);
  // All in one, and from an odd address.
  const bytes = await on.link.read(sio + 5, 0x24 - 5);
  assert.deepEqual([...bytes.subarray(0, 3)], [0, 0, 2]);
  assert.deepEqual([...bytes.subarray(-4)], [0, 0, 0, 2]);
  for (const [address, length] of [
    [sio + 0x20, 5], // one byte too many
    [sio + 0x50, 4], // FIFO_ST
    [sio + 0x58, 4], // FIFO_RD: takes a word
    [sio + 0x70, 4], // DIV_QUOTIENT: changes DIV_CSR
    [sio + 0x100, 4], // SPINLOCK0: takes the lock
    [0x40054000, 4], // TIMER
    [0xe000e010, 4], // SYST_CSR: clears COUNTFLAG
  ] as const) {
    await assert.rejects(on.link.read(address, length), RangeError, `0x${address.toString(16)}`);
  }
  await on.link.stop();
  assert.equal((await driving).status, 'stopped');
});

test('reset forgets heap and timers, and changes the epoch', async () => {
  const on = await bench();
  prepareTimer(on, countUp);
  const result = await on.run(startTimer(5, true));
  assert.equal(result.timers, 1);
  await on.run([
    thumb.enter,
    thumb.movs(0, 6),
    thumb.movs(1, 9),
    { load: 4, value: manifest.helpers.gn_array_new },
    thumb.call,
    thumb.leave,
  ]);
  const call = on.run([thumb.loop]);
  await sleep(10);
  const identity = await on.link.reset();
  assert.equal((await call).status, 'stopped');
  assert.notEqual(identity.epoch, on.identity.epoch);
  const after = await on.run([thumb.ret]);
  assert.deepEqual([after.status, after.heapUsed, after.timers], ['done', 0, 0]);
});

test('runs timers between calls, and says when the last one has ended', async () => {
  const on = await bench();
  prepareTimer(on, noteTime);
  const start = on.board.micros;
  assert.equal((await on.run(startTimer(5, true))).timers, 1);
  await until(() => on.board.micros > start + 100_000, 'twenty periods');
  const count = await on.word(counter);
  assert.ok(count >= 15, `${count} times`);
  for (let i = 1; i < MOST_TIMES; i++) {
    const gap = (await on.word(times + 4 * i)) - (await on.word(times + 4 * (i - 1)));
    assert.ok(Math.abs(gap - 5000) < 200, `${gap} µs`);
  }
  const endless = on.run([thumb.loop]);
  await sleep(20);
  const during = await on.word(counter);
  await sleep(20);
  assert.equal(await on.word(counter), during, 'no callback while a call runs');
  await on.link.stop();
  assert.deepEqual(await endless.then(({ status, timers }) => [status, timers]), ['stopped', 0]);
  assert.equal(on.quiets, 0);
  assert.equal((await on.run(startTimer(10, false))).timers, 1);
  await until(() => on.quiets === 1, 'quiet');
});

test('a trap in a callback is reported, and the interval goes on', async () => {
  const on = await bench();
  prepareTimer(on, [...countUp.slice(0, -1), thumb.udf(TrapKind.emptyArray), thumb.ret]);
  await on.run(startTimer(5, true));
  await until(() => on.traps.length >= 3, 'three traps');
  assert.ok(on.traps.every(({ callId, kind }) => callId === undefined && kind === TrapKind.emptyArray));
  await on.link.stop();
  const { length } = on.traps;
  await sleep(20);
  assert.equal(on.traps.length, length);
});

test('a hundred timers live', async () => {
  const on = await bench();
  prepareTimer(on, countUp);
  for (let i = 1; i <= 100; i++) assert.equal((await on.run(startTimer(100_000, false))).timers, i);
});

test('delay takes its time, costs no cycles, and can be stopped', async () => {
  const on = await bench();
  const delay = (ms: number): readonly Line[] => [
    thumb.enter,
    { load: 0, value: holdNumber(ms).low },
    { load: 1, value: holdNumber(ms).high },
    { load: 4, value: manifest.helpers.gn_delay_ms },
    thumb.call,
    thumb.leave,
  ];
  const before = on.board.micros;
  const first = on.run(delay(30.5));
  // Interrupts in a sleep change nothing: neither what they cost nor what is taken off for those that count.
  for (let i = 0; i < 10; i++) await on.word(counter);
  const result = await first;
  const took = on.board.micros - before;
  // The board of a busy host sleeps on, up to a second, to be at the time of the clock again.
  assert.ok(took >= 30_500 && took < 2_000_000, `${took} µs`);
  assert.ok(result.cycles > 300 && result.cycles < 20_000, `${result.cycles} cycles`);
  const long = on.run(delay(1e9));
  await sleep(10);
  await on.link.stop();
  assert.equal((await long).status, 'stopped');
});

test('divides on the hardware divider', async () => {
  const on = await bench();
  const cases: [keyof FirmwareManifest['helpers'], number, number, number][] = [
    ['gn_idiv', -7, 2, -3],
    ['gn_idiv', -(2 ** 31), -1, -(2 ** 31)],
    ['gn_idiv', 5, 0, 0],
    ['gn_irem', -7, 2, -1],
    ['gn_irem', -(2 ** 31), -1, 0],
    ['gn_irem', 5, 0, 0],
    ['gn_udiv', -1, 3, 0x55555555],
    ['gn_urem', -1, 10, 5],
    ['gn_udiv', 7, 0, 0],
  ];
  for (const [helper, a, b, expected] of cases) {
    await on.run([
      thumb.enter,
      { load: 0, value: a },
      { load: 1, value: b },
      { load: 4, value: manifest.helpers[helper] },
      thumb.call,
      { load: 1, value: counter },
      0x6008, // str r0, [r1]
      thumb.leave,
    ]);
    assert.equal(await on.word(counter), expected, `${helper}(${a}, ${b})`);
  }
});

test('sleeps when idle', async () => {
  const on = await bench();
  await on.run([thumb.ret]);
  // The first windows may see the last acknowledgements of a host that is slow.
  let spent = Number.POSITIVE_INFINITY;
  for (let window = 0; window < 10 && spent >= 1000; window++) {
    const before = on.board.cycles;
    await sleep(200);
    spent = on.board.cycles - before;
  }
  assert.ok(spent < 1000, `${spent} cycles`);
  assert.ok(on.board.sleeping);
});

test('reboots, into the boot loader too', async () => {
  const on = await bench();
  let resets = 0;
  on.board.onReset = () => resets++;
  await on.link.reboot();
  await until(() => resets === 1, 'the reset');
  const again = new BoardLink(on.board.stream);
  const identity = await again.connect();
  assert.notEqual(identity.epoch, on.identity.epoch);
  await again.bootloader();
  await until(() => on.board.stopped === 'bootloader', 'the boot loader');
  const touched = await bench();
  touched.board.touch1200();
  await until(() => touched.board.stopped === 'bootloader', 'the boot loader after a touch');
});
