import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCells } from './cells.ts';

test('markers separate cells; text before the first one is a cell; empty cells are left out', () => {
  const file = [
    'let a = 1;',
    '',
    '// %% Blink',
    '',
    'led.toggle();',
    '// %%',
    '//%% [markdown] Notes',
    '// # Title',
    '//',
    '// text',
    '// %%',
    '',
  ].join('\r\n');
  assert.deepEqual(parseCells(file), [
    { kind: 'code', title: '', text: 'let a = 1;', line: 0 },
    { kind: 'code', title: 'Blink', text: 'led.toggle();', line: 4 },
    { kind: 'markdown', title: 'Notes', text: '# Title\n\ntext', line: 7 },
  ]);
});

test('a marker counts only at the beginning of a line', () => {
  assert.equal(parseCells('let a = 1; // %% no marker').length, 1);
  assert.deepEqual(parseCells(''), []);
});
