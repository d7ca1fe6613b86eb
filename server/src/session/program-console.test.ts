// What console calls print whose state is on the host: time, which no program can print twice the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTime, ProgramConsole } from './program-console.ts';

test('times are written in the unit that they take', () => {
  assert.equal(formatTime(0.5), '0.5ms');
  assert.equal(formatTime(999.9994), '999.999ms');
  assert.equal(formatTime(1500), '1.500s');
  assert.equal(formatTime(61_234), '1:01.234 (m:ss.mmm)');
  assert.equal(formatTime(3_600_000 + 62_005), '1:01:02.005 (h:mm:ss.mmm)');
});

test('a timer tells how long it has been running, until it ends', () => {
  const program = new ProgramConsole();
  assert.equal(program.print({ channel: 'time', values: [1000, 'load'] }), undefined);
  assert.deepEqual(program.print({ channel: 'timeLog', values: [3500, 'load', 'half', 1] }), {
    channel: 'log',
    text: 'load: 2.5ms half 1',
  });
  assert.deepEqual(program.print({ channel: 'timeEnd', values: [2_001_000, 'load'] }), {
    channel: 'log',
    text: 'load: 2.000s',
  });
  assert.deepEqual(program.print({ channel: 'timeEnd', values: [2_002_000, 'load'] }), {
    channel: 'warn',
    text: "No such label 'load' for console.timeEnd()",
  });
});

test('without a name, a timer or count is the default one', () => {
  const program = new ProgramConsole();
  program.print({ channel: 'time', values: [0] });
  assert.equal(program.print({ channel: 'timeEnd', values: [250] })?.text, 'default: 0.25ms');
  assert.equal(program.print({ channel: 'count', values: [] })?.text, 'default: 1');
  assert.equal(program.print({ channel: 'countReset', values: ['x'] })?.text, "Count for 'x' does not exist");
});

test('groups that have no end are forgotten at a reset', () => {
  const program = new ProgramConsole();
  program.print({ channel: 'group', values: ['title'] });
  assert.equal(program.print({ channel: 'log', values: ['a\nb'] })?.text, '  a\n  b');
  assert.equal(new ProgramConsole().print({ channel: 'log', values: ['a'] })?.text, 'a');
});
