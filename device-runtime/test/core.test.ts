// The core (loader, dispatch, run, timers, clock) on a fake board, compiled for this machine with sanitizers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { buildForHost } from './host-build.ts';

const sources = [
  'test/core/fake_port.c',
  'test/fake_values.c',
  'test/fake_arith.c',
  'core/clock.c',
  'core/coroutines.c',
  'core/dispatch.c',
  'core/exceptions.c',
  'core/loader.c',
  'core/run.c',
  'core/timers.c',
  'core/values/collector.c',
  'core/values/heap.c',
];
// Without position-independent code, static data lies below 4 GB, as the collector's 32-bit addresses need it.
const flags = ['-no-pie', '-fno-pie', '-lm'];

test('calls, traps, Stop, reset, timers and delay', () => {
  const program = buildForHost('core-units', ['test/core/units.c', ...sources], { flags });
  assert.equal(execFileSync(program, { encoding: 'utf8' }), 'ok\n');
});

test('no sequence of messages, interrupts and programs breaks the core', () => {
  const program = buildForHost('core-fuzz', ['test/core/fuzz.c', ...sources], { flags });
  const random = Math.floor(Math.random() * 2 ** 31);
  for (const seed of [1, 2, 3, random]) {
    assert.equal(execFileSync(program, [String(seed), '5000'], { encoding: 'utf8' }), 'ok\n', `seed ${seed}`);
  }
});
