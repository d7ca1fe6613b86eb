// Cells of text documents on the virtual board, in a real VS Code: what runs them, and their results beside the code.
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import {
  type CodeLens,
  commands,
  type Hover,
  type Position,
  Selection,
  type TextEditor,
  window,
} from 'vscode';
import type { CellResult } from '../../src/cells/cell-result.ts';
import type { Gnomon } from '../../src/gnomon.ts';
import { closeAll, edit, openText, positionOf } from './documents.ts';
import { gnomon } from './gnomon.ts';
import { until } from './until.ts';

const program = `// %% First
const base: int = 40;
base + 1;

// %% Second
console.log('said', base);
base + 2;

// %% Third
const list: int[] = [1];
list[base] + 0;
`;

suite('cells of a text', () => {
  let extension: Gnomon;
  let editor: TextEditor;
  /** Where the window has the cursor. `editor.selection` may say otherwise for a while: older news of it may come late. */
  let shownCursor: Position | undefined;
  const following = window.onDidChangeTextEditorSelection(({ selections }) => {
    shownCursor = selections[0]!.active;
  });

  suiteSetup(async () => {
    extension = await gnomon();
    editor = await openText(program);
  });

  suiteTeardown(async () => {
    following.dispose();
    await closeAll();
  });

  test('each cell has lenses that run it, what is above, and what is below', async () => {
    let titles: string[] = [];
    const read = async () => {
      const { uri } = editor.document;
      const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
      titles = lenses.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
      return titles.length > 0;
    };
    await until('there are lenses', read);
    assert.deepEqual(titles, [
      '0: $(play) Run Cell',
      '0: Run Below',
      '4: $(play) Run Cell',
      '4: Run Above',
      '4: Run Below',
      '8: $(play) Run Cell',
      '8: Run Above',
    ]);
  });

  test('Shift+Enter runs the cell at the cursor, and the cursor goes to the next', async () => {
    await placeCursor('const ba|se');
    await commands.executeCommand('gnomon.runCellAndAdvance');
    assert.equal(valueIn(resultAt(0)), '41');
    await until('the cursor is in the second cell', () => shownCursor?.line === 5);
    await commands.executeCommand('gnomon.runCellAndAdvance');
    assert.deepEqual(resultAt(4)?.output, ['said 40']);
    assert.equal(valueIn(resultAt(4)), '42');
    await until('the cursor is in the third cell', () => shownCursor?.line === 9);
  });

  test('what runs is the cell that the cursor was in when it was asked for', async () => {
    const before = resultAt(0);
    await placeCursor('const ba|se');
    const run = commands.executeCommand('gnomon.runCell');
    // The command has begun, and asks the server for the cells.
    await new Promise(setImmediate);
    await Promise.all([placeCursor('li|st['), run]);
    assert.notEqual(resultAt(0), before);
    assert.equal(resultAt(8), undefined);
  });

  test('all of a result is in the hover behind the code', async () => {
    const position = positionOf(editor.document, 'base + 2;|');
    const { uri } = editor.document;
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
    const text = hovers.flatMap(({ contents }) => contents.map((c) => (typeof c === 'string' ? c : c.value)));
    assert.match(text.join('\n'), /said 40.*42.*\| Pushed to the board \| \d+ bytes \|/s);
  });

  test('a result is marked as old once its cell is edited, and follows its cell', async () => {
    await edit(editor.document, 'base + 1;', 'base +\n  1;');
    await until('it is marked', () => resultAt(0)?.isEdited === true);
    await until('the second one has moved', () => valueIn(resultAt(5)) === '42');
    assert.equal(resultAt(5)?.isEdited, false);
  });

  test('a run that fails says where, and what comes after it does not run', async () => {
    await edit(editor.document, 'list[base] + 0;', 'list[base] + 0;\n\n// %% Fourth\nbase;');
    await commands.executeCommand('gnomon.runFile', editor.document.uri);
    const failed = resultAt(9);
    assert.equal(failed?.outcome?.status, 'failed');
    const { error } = failed.outcome as {
      error: { message: string; location: { range: { start: object } } };
    };
    assert.match(error.message, /index 40 is out of bounds/);
    assert.deepEqual(error.location.range.start, { line: 11, character: 0 });
    assert.equal(resultAt(13), undefined);
  });

  test('what a timer prints is in the console, which comes to the front', async () => {
    const { document } = await openText("setTimeout(() => console.log('from a timer'), 50);\n");
    await commands.executeCommand('gnomon.runFile', document.uri);
    await until('it is printed', () => extension.console.text.includes('from a timer\r\n'));
    await until('the console is there', () => window.terminals.some(({ name }) => name === 'Gnomon Console'));
    await commands.executeCommand('workbench.action.closePanel');
    editor = await window.showTextDocument(editor.document);
  });

  test('a selection runs by itself', async () => {
    const at = positionOf(editor.document, '|base + 2;');
    editor.selection = new Selection(at, at.translate(0, 'base + 2'.length));
    await commands.executeCommand('gnomon.runCell');
    const result = results().find(({ cell }) => cell === undefined);
    assert.equal(valueIn(result), '42');
    assert.equal(result?.text, 'base + 2');
  });

  async function placeCursor(marked: string): Promise<void> {
    assert.equal(window.activeTextEditor, editor);
    const position = positionOf(editor.document, marked);
    editor.selection = new Selection(position, position);
    await until('the cursor is there', () => shownCursor?.isEqual(position) === true);
  }

  function results(): readonly CellResult[] {
    return extension.results.of(editor.document.uri.toString());
  }

  function resultAt(line: number): CellResult | undefined {
    return results().find(({ firstLine, cell }) => firstLine === line && cell !== undefined);
  }
});

function valueIn(result: CellResult | undefined): string | undefined {
  return result?.outcome?.status === 'done' ? result.outcome.value : undefined;
}
