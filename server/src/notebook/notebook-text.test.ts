import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type NotebookCell, parseNotebook, printNotebook } from './notebook-text.ts';

/** Files with what matters to cells and what matters to nobody. */
const line = fc.oneof(
  fc.constantFrom('', '  ', '// %%', '//%% title', '// %%title', '// %%  wide  ', '// %% [markdown] Notes'),
  fc.constantFrom('// # Heading', '//', '//tight', '// %%%', 'let a = 1;', '\t// %% no marker', 'a\rb'),
  fc.string(),
);
const file = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n'))), line)
  .map(([mark, lines, last]) => mark + lines.map((parts) => parts.join('')).join('') + last);

/** Texts as people write them: no blank lines around, no markers within. */
const word = fc.constantFrom('a', 'led.toggle();', '  indented', '# Heading', '// comment', 'ends;');
const text = fc
  .array(fc.oneof(word, fc.constant('')), { maxLength: 4 })
  .map((lines) => ['x', ...lines, 'y'].join('\n'));
const newCell: fc.Arbitrary<NotebookCell> = fc.record({
  kind: fc.constantFrom('code', 'markdown'),
  title: fc.constantFrom('', 'Blink', 'two words'),
  text: fc.oneof(text, fc.constant('')),
});

/** What a person sees of a cell. */
function seen({ kind, title, text }: NotebookCell) {
  return { kind, title, text: text.replaceAll('\r', '\n') };
}

test('printing what was read gives the same bytes', () => {
  fc.assert(
    fc.property(file, (before) => {
      assert.equal(printNotebook(parseNotebook(before)), before);
    }),
    { numRuns: 2000 },
  );
});

test('cells in the usual form carry nothing but what they show', () => {
  const before =
    '// %% Blink\nled.toggle();\n\n// %% [markdown]\n// # Title\n//\n// text\n\n// %%\nmore();\n';
  assert.deepEqual(parseNotebook(before), {
    preamble: '',
    lineEnd: '\n',
    cells: [
      { kind: 'code', title: 'Blink', text: 'led.toggle();' },
      { kind: 'markdown', title: '', text: '# Title\n\ntext' },
      { kind: 'code', title: '', text: 'more();' },
    ],
  });
});

test('an edited cell changes, in the form that it had; the others keep their bytes', () => {
  const before = '\nlet a = 1;\n//%%Blink \n\n\nled.toggle();\n// %% [markdown]\n//tight\n// %%\nlast();';
  const notebook = parseNotebook(before);
  const edit = (index: number, text: string) =>
    printNotebook({
      ...notebook,
      cells: notebook.cells.map((cell, i) => (i === index ? { ...cell, text } : cell)),
    });
  assert.equal(edit(0, 'let b = 2;'), before.replace('let a = 1;', 'let b = 2;'));
  assert.equal(
    edit(1, 'led.high();\nled.low();'),
    before.replace('led.toggle();', 'led.high();\nled.low();'),
  );
  assert.equal(edit(2, 'loose\n\nend'), before.replace('//tight', '// loose\n//\n// end'));
  assert.equal(edit(3, 'end();'), before.replace('last();', 'end();'));
  assert.equal(edit(3, ''), before.replace('last();', ''));
});

test('a marker is written anew when the title or the kind of its cell changes', () => {
  const before = '//%%Blink\nled.toggle();\n';
  const notebook = parseNotebook(before);
  const [cell] = notebook.cells;
  const change = (changes: Partial<NotebookCell>) =>
    printNotebook({ ...notebook, cells: [{ ...cell!, ...changes }] });
  assert.equal(change({ title: 'Fade' }), '// %% Fade\nled.toggle();\n');
  assert.equal(change({ kind: 'markdown' }), '// %% [markdown] Blink\n// led.toggle();\n');
});

test('text before the first marker gets one when another cell precedes it', () => {
  const notebook = parseNotebook('let a = 1;\n');
  const first: NotebookCell = { kind: 'code', title: '', text: 'first();' };
  assert.equal(
    printNotebook({ ...notebook, cells: [first, ...notebook.cells] }),
    '// %%\nfirst();\n\n// %%\nlet a = 1;\n',
  );
});

test('a line of markdown that looks like a marker is none', () => {
  const cell: NotebookCell = { kind: 'markdown', title: '', text: 'a\n%% b\n// %% c' };
  const printed = printNotebook({ cells: [cell], lineEnd: '\r\n', preamble: '' });
  assert.equal(printed, '// %% [markdown]\r\n// a\r\n//  %% b\r\n// // %% c\r\n');
  assert.equal(parseNotebook(printed).cells.length, 1);
});

test('cells that are edited, added, moved and removed read back as they are', () => {
  fc.assert(
    fc.property(
      file,
      fc.array(fc.oneof(fc.nat(), newCell)),
      fc.array(fc.tuple(fc.nat(), text)),
      (before, arrangement, edits) => {
        const notebook = parseNotebook(before);
        const cells = arrangement.flatMap((choice): NotebookCell[] => {
          if (typeof choice !== 'number') return [choice];
          const cell = notebook.cells[choice % notebook.cells.length];
          return cell ? [cell] : [];
        });
        for (const [index, text] of edits) {
          const at = index % cells.length;
          if (cells[at]) cells[at] = { ...cells[at], text };
        }
        const after = parseNotebook(printNotebook({ ...notebook, cells }));
        assert.deepEqual(after.cells.map(seen), cells.map(seen));
        assert.equal(after.preamble.trimEnd(), notebook.preamble.trimEnd());
      },
    ),
    { numRuns: 2000 },
  );
});
