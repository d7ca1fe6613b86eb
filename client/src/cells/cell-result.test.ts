import assert from 'node:assert/strict';
import { test } from 'node:test';
import { follow, type LineChange } from './cell-result.ts';

/** A selection from line 4 to line 6, and what a change makes of it. */
function after(change: LineChange) {
  const result = { firstLine: 4, lastLine: 6, isEdited: false };
  return follow(result, change) ? result : undefined;
}

test('a change below a result leaves it alone', () => {
  assert.deepEqual(after({ start: 7, end: 9, added: 0 }), { firstLine: 4, lastLine: 6, isEdited: false });
});

test('lines that come and go above move a result', () => {
  assert.deepEqual(after({ start: 1, end: 1, added: 2 }), { firstLine: 6, lastLine: 8, isEdited: false });
  assert.deepEqual(after({ start: 0, end: 3, added: 0 }), { firstLine: 1, lastLine: 3, isEdited: false });
});

test('a change within is an edit', () => {
  assert.deepEqual(after({ start: 5, end: 5, added: 0 }), { firstLine: 4, lastLine: 6, isEdited: true });
  assert.deepEqual(after({ start: 4, end: 5, added: 3 }), { firstLine: 4, lastLine: 8, isEdited: true });
});

test('a change across the first line takes the mark to where the change begins', () => {
  assert.deepEqual(after({ start: 2, end: 5, added: 0 }), { firstLine: 2, lastLine: 3, isEdited: true });
});

test('a change of the last line ends a result', () => {
  assert.equal(after({ start: 6, end: 6, added: 0 }), undefined);
  assert.equal(after({ start: 0, end: 8, added: 1 }), undefined);
});
