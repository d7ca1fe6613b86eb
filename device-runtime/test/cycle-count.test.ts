// The cycles that a program is said to have taken: its own, exactly, whenever and however often it was interrupted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { bench, manifest } from './bench.ts';
import { type Line, thumb } from './thumb.ts';

const TIMER = 0x40054000;
const SYSTICK = 0xe000e010;
const sum = manifest.memory.data.begin;

test('counts cycles beyond 24 bits exactly', async () => {
  const on = await bench();
  const count = (turns: number): readonly Line[] => [
    { load: 0, value: turns },
    0x3801, // subs r0, #1
    0xd1fd, // bne to it: 3 cycles a turn
    thumb.ret,
  ];
  const { cycles: once } = await on.run(count(1));
  const turns = 12_000_000;
  const call = on.run(count(turns));
  // Interrupts do not count: neither these nor those of the counter itself.
  for (let i = 0; i < 5; i++) {
    await sleep(5);
    await on.word(sum);
  }
  assert.equal((await call).cycles, once + 3 * (turns - 1));
});

/** Never, as far as a test is concerned: about 18 minutes. */
const NEVER = 1 << 30;
const NOP = 0x46c0;

/** 19 cycles a turn, in instructions of one cycle and of several; r5 turns (uses r1, r2, r5). */
const work: readonly Line[] = [
  0xb40f, // push {r0-r3}
  0xbc0f, // pop {r0-r3}
  0x4351, // muls r1, r2
  0xe7ff, // b to the next
  0x9900, // ldr r1, [sp]
  0x3d01, // subs r5, #1
  0xd1f8, // bne to the push
];

/**
 * In each turn, sets alarm 0 to `micros` from now and works. Of five programs that differ by one nop in a turn, at least
 * four have turns, with the interrupt, that have no factor in common with the 125 cycles of a microsecond: the alarms
 * then come at every point of a turn.
 */
const interrupted = (turns: number, nops: number, micros: number): readonly Line[] => {
  const turn = [
    0x6a81, // ldr r1, [r0, #40]: TIMERAWL
    0x18c9, // adds r1, r1, r3
    0x6101, // str r1, [r0, #16]: ALARM0
    thumb.movs(5, 20),
    ...work,
    ...Array<number>(nops).fill(NOP),
    0x3c01, // subs r4, #1
  ];
  return [
    0xb530, // push {r4, r5, lr}
    { load: 4, value: turns },
    { load: 0, value: TIMER },
    { load: 3, value: micros },
    ...turn,
    0xd100 | (-(turn.length + 2) & 0xff), // bne to the turn
    0xbd30, // pop {r4, r5, pc}
  ];
};

test('takes an interrupt off exactly, at whatever instruction it comes', async () => {
  const on = await bench();
  const turns = 1000;
  for (let nops = 0; nops < 5; nops++) {
    const { cycles: alone } = await on.run(interrupted(turns, nops, NEVER));
    for (const micros of [1, 2]) {
      const before = on.board.cycles;
      const { cycles } = await on.run(interrupted(turns, nops, micros));
      assert.equal(cycles, alone, `${nops} nops, ${micros} µs`);
      assert.ok(on.board.cycles - before > alone + 50 * turns, 'all interrupts came');
    }
  }
});

/**
 * In each turn, has the counter run out after `r4` cycles, from `most` down to 4, and alarm 0 go off after `micros`.
 * Leaves at `sum` what that has made the counter jump by.
 */
const wrapping = (most: number, micros: number): readonly Line[] => {
  const turn = [
    0x6a81, // ldr r1, [r0, #40]: TIMERAWL
    0x18c9, // adds r1, r1, r3
    0x6101, // str r1, [r0, #16]: ALARM0
    0xb672, // cpsid i
    0x6074, // str r4, [r6, #4]: SYST_RVR
    0x68b1, // ldr r1, [r6, #8]: SYST_CVR
    0x60b1, // str r1, [r6, #8]: clears it, so that it goes on from the reload value
    0x6072, // str r2, [r6, #4]: the reload value as the firmware has it
    0xb662, // cpsie i
    0x187f, // adds r7, r7, r1
    0x1b3f, // subs r7, r7, r4
    thumb.movs(5, 30),
    ...work,
    0x3c01, // subs r4, #1
    0x2c03, // cmp r4, #3
  ];
  return [
    0xb5f0, // push {r4-r7, lr}
    { load: 4, value: most },
    { load: 0, value: TIMER },
    { load: 2, value: 0xffffff },
    { load: 3, value: micros },
    { load: 6, value: SYSTICK },
    thumb.movs(7, 0),
    ...turn,
    0xd100 | (-(turn.length + 2) & 0xff), // bne to the turn
    { load: 0, value: sum },
    0x6007, // str r7, [r0]
    0xbdf0, // pop {r4-r7, pc}
  ];
};

test('misses no cycle when the counter runs out while an interrupt begins, runs or ends', async () => {
  const on = await bench();
  const cyclesOf = async (micros: number): Promise<number> => {
    const { cycles } = await on.run(wrapping(450, micros));
    return (cycles - (await on.word(sum))) >>> 0;
  };
  const alone = await cyclesOf(NEVER);
  for (let i = 0; i < 40; i++) assert.equal(await cyclesOf(1 + (i % 4)), alone, `run ${i}`);
});
