// SysTick by itself: what it counts must not depend on when the host ran the board.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bus } from '../cpu/bus.ts';
import { CortexM0Plus } from '../cpu/core.ts';
import { CycleClock } from './clock.ts';
import { SystemControl } from './system-control.ts';

const CSR = 0x010;
const RVR = 0x014;
const CVR = 0x018;
const RUN = 7; // ENABLE, TICKINT, CLKSOURCE
const PAUSE = 6;

function start() {
  // None of the core's memory is accessed.
  const core = new CortexM0Plus({} as Bus);
  const clock = new CycleClock();
  clock.attach(core);
  const control = new SystemControl(core, clock, () => assert.fail('no reset was asked for'));
  control.write(RVR, 0xffffff);
  control.write(CVR, 0);
  control.write(CSR, RUN);
  core.stall(1);
  return { core, clock, control };
}

test('SysTick counts whole cycles, whatever moment of the wall clock a sleep has ended at', () => {
  const { core, clock, control } = start();
  let counter = control.read(CVR);
  for (let i = 1; i <= 5000; i++) {
    control.write(CSR, PAUSE);
    // The board slept until something came from the host: milliseconds, as performance.now() gives them.
    clock.skipTo(clock.now + ((i * 0.123456789) % 3) * 125_000);
    control.write(CSR, RUN);
    core.stall(11);
    const after = control.read(CVR);
    assert.equal((counter - after) & 0xffffff, 11, `sleep ${i}`);
    counter = after;
  }
});

test('a new reload value leaves the counter alone until it becomes zero', () => {
  const { core, control } = start();
  const before = control.read(CVR);
  control.write(RVR, 20);
  core.stall(5);
  assert.equal(control.read(CVR), before - 5);
  control.write(CVR, 0);
  assert.equal(control.read(CVR), 0);
  core.stall(1);
  assert.equal(control.read(CVR), 20);
  control.write(RVR, 30);
  core.stall(20);
  assert.equal(control.read(CVR), 0);
  core.stall(1);
  assert.equal(control.read(CVR), 30);
});
