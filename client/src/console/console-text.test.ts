// What the console writes to its terminal.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeError, History, lineOf } from './console-text.ts';

test('lines end as terminals want it, and the last thousand are kept', () => {
  const history = new History();
  assert.equal(history.add('a\nb'), 'a\r\nb\r\n');
  assert.equal(history.text, 'a\r\nb\r\n');
  for (let i = 0; i < 1500; i++) history.add(String(i));
  assert.equal(history.text.split('\r\n').length, 1001);
  assert.ok(history.text.startsWith('500\r\n'));
});

test('errors and warnings have their colours in every line', () => {
  assert.equal(lineOf({ channel: 'log', text: 'said' }), 'said');
  assert.equal(lineOf({ channel: 'warn', text: 'hot' }), '\u001B[33mhot\u001B[39m');
  assert.equal(lineOf({ channel: 'error', text: 'a\nb' }), '\u001B[31ma\u001B[39m\n\u001B[31mb\u001B[39m');
});

test('an error names the places that led to it', () => {
  const start = { line: 4, character: 2 };
  const location = { uri: 'file:///work/a%20b.mcu.ts', range: { start, end: start } };
  const error = { name: 'RangeError', message: 'index 7', location };
  assert.equal(
    describeError({ ...error, stack: [{ name: 'blink', location }, { name: 'wait' }] }),
    '\u001B[31mUncaught RangeError: index 7\u001B[39m\n    at blink (/work/a b.mcu.ts:5:3)\n    at wait',
  );
  assert.match(describeError({ ...error, stack: [] }), /\n {4}at \/work\/a b\.mcu\.ts:5:3$/);
});
