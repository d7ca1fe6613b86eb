import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCells, splitCells } from './cells.ts';

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

/** How `splitCells` divides a file: the marker's line and the text of each cell. */
function spansOf(file: string): [marker: string, text: string][] {
  return splitCells(file).map(({ start, textStart, end }) => [
    file.slice(start, textStart),
    file.slice(textStart, end),
  ]);
}

test('spans cover every line, with line ends of both kinds', () => {
  for (const eol of ['\n', '\r\n']) {
    const file = ['', 'let a = 1;', '// %% Blink', '', 'led.toggle();', '', '// %%', '// %%'].join(eol);
    assert.deepEqual(spansOf(file), [
      ['', `${eol}let a = 1;`],
      [`// %% Blink${eol}`, `${eol}led.toggle();${eol}`],
      ['// %%', ''],
      ['// %%', ''],
    ]);
    assert.deepEqual(
      splitCells(file).map(({ hasMarker, title }) => [hasMarker, title]),
      [
        [false, ''],
        [true, 'Blink'],
        [true, ''],
        [true, ''],
      ],
    );
  }
});

test('a file without a marker is one cell, an empty one too', () => {
  assert.deepEqual(spansOf(''), [['', '']]);
  assert.deepEqual(spansOf('a\nb\n'), [['', 'a\nb\n']]);
  assert.deepEqual(spansOf('// %%\n'), [['// %%\n', '']]);
});

test('whatever a file holds, its spans are in order and leave out line ends between cells only', () => {
  const line = fc.oneof(
    fc.constantFrom('', ' ', '// %%', '//%% title', '// %% [markdown] x', 'a', '\t// %%'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
      const file = lines.join(eol);
      let at = 0;
      for (const { start, textStart, end } of splitCells(file)) {
        assert.match(file.slice(at, start), /^(\r?\n)?$/);
        assert.ok(start <= textStart && textStart <= end);
        at = end;
      }
      assert.equal(at, file.length);
    }),
  );
});
