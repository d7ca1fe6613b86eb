// Runs cells of text documents: the commands behind the code lenses and the keys.
import type { RunParams } from '@gnomon/server/editor-protocol';
import { commands, type Position, Range, Selection, type TextEditor, Uri, window, workspace } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { failuresOf, headline } from '../runs/failure.ts';
import type { CellRun } from '../runs/runner.ts';
import { cellsOf, indexAt, type PlacedCell } from './cell-list.ts';
import { addOutput, type CellResult } from './cell-result.ts';

type Place = Pick<CellResult, 'text' | 'firstLine' | 'lastLine'>;

/** Runs a cell, by default the selection or else the cell at the cursor. In a notebook, runs the selected cells. */
export async function runCell(gnomon: Gnomon, uri?: string, id?: string): Promise<void> {
  if (uri === undefined && window.activeNotebookEditor) {
    await commands.executeCommand('notebook.cell.execute');
    return;
  }
  const editor = await editorFor(uri);
  if (uri === undefined && !editor.selection.isEmpty) return runSelection(gnomon, editor);
  const { cells, index } = await locate(gnomon, editor, id);
  await runCells(gnomon, editor, cells.slice(index, index + 1));
}

/** As runCell, and moves the cursor to the next cell, which is added if there is none. */
export async function runCellAndAdvance(gnomon: Gnomon): Promise<void> {
  if (window.activeNotebookEditor) {
    await commands.executeCommand('notebook.cell.executeAndSelectBelow');
    return;
  }
  const editor = await editorFor(undefined);
  if (!editor.selection.isEmpty) return runSelection(gnomon, editor);
  const { cells, index } = await locate(gnomon, editor, undefined);
  // It runs while the cursor moves: what runs is what the server has of the document now.
  const run = runCells(gnomon, editor, cells.slice(index, index + 1));
  await advance(editor, cells[index + 1]);
  await run;
}

/** Runs the cells above one, which is by default the one at the cursor. */
export async function runAbove(gnomon: Gnomon, uri?: string, id?: string): Promise<void> {
  await runPart(gnomon, uri, id, (cells, index) => cells.slice(0, index));
}

/** Runs a cell and those below it. */
export async function runBelow(gnomon: Gnomon, uri?: string, id?: string): Promise<void> {
  await runPart(gnomon, uri, id, (cells, index) => cells.slice(index));
}

/** Runs all cells of the document. */
export async function runFile(gnomon: Gnomon, resource?: Uri): Promise<void> {
  if (!resource && window.activeNotebookEditor) {
    await commands.executeCommand('notebook.execute');
    return;
  }
  await runPart(gnomon, resource?.toString(), undefined, (cells) => cells);
}

async function runPart(
  gnomon: Gnomon,
  uri: string | undefined,
  id: string | undefined,
  choose: (cells: PlacedCell[], index: number) => PlacedCell[],
): Promise<void> {
  const editor = await editorFor(uri);
  const { cells, index } = await locate(gnomon, editor, id);
  await runCells(gnomon, editor, choose(cells, index));
}

function runCells(gnomon: Gnomon, { document }: TextEditor, cells: readonly PlacedCell[]): Promise<void> {
  const uri = document.uri.toString();
  const toRun = cells.filter(({ kind, text }) => kind === 'code' && text !== '');
  return gnomon.runner.run(toRun.map((cell) => runOf(gnomon, { uri, cell: cell.id }, cell)));
}

async function runSelection(gnomon: Gnomon, { document, selection }: TextEditor): Promise<void> {
  const { start, end } = selection;
  // A selection of whole lines ends at the beginning of the next.
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const place: Place = { text: document.getText(selection), firstLine: start.line, lastLine };
  const range = { start: toPlain(start), end: toPlain(end) };
  await gnomon.runner.run([runOf(gnomon, { uri: document.uri.toString(), selection: range }, place)]);
}

function runOf({ results, console }: Gnomon, target: Omit<RunParams, 'run'>, place: Place): CellRun {
  const { text, firstLine, lastLine } = place;
  const result = results.add({ uri: target.uri, cell: target.cell, text, firstLine, lastLine });
  return {
    target,
    started: () => {
      result.state = 'running';
      results.update(result);
    },
    output: (output) => {
      addOutput(result, output.text);
      console.write(output);
      results.update(result);
    },
    ended: (outcome) => {
      result.state = 'ended';
      result.outcome = outcome;
      for (const failure of failuresOf(outcome)) console.note(headline(failure));
      if (outcome.status === 'skipped') results.remove(result);
      else results.update(result);
    },
  };
}

async function advance(editor: TextEditor, next: PlacedCell | undefined): Promise<void> {
  const { document } = editor;
  let start = next?.start;
  if (!start) {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const isBlankLast = document.lineAt(end.line).isEmptyOrWhitespace;
    const text = `${isBlankLast ? '' : '\n'}\n// %%\n`;
    await editor.edit((edit) => edit.insert(end, text));
    start = document.lineAt(document.lineCount - 1).range.end;
  }
  editor.selection = new Selection(start, start);
  editor.revealRange(new Range(start, start));
}

/** The editor of a document; by default the active one. Throws if there is none. */
async function editorFor(uri: string | undefined): Promise<TextEditor> {
  const active = window.activeTextEditor;
  if (active && (uri === undefined || active.document.uri.toString() === uri)) return active;
  if (uri === undefined) throw new Error('open a *.mcu.ts file first');
  return window.showTextDocument(await workspace.openTextDocument(Uri.parse(uri)));
}

/** The cells of a document, and the index of one of them: by default of that which the cursor is in now. */
async function locate(
  gnomon: Gnomon,
  { document, selection }: TextEditor,
  id: string | undefined,
): Promise<{ cells: PlacedCell[]; index: number }> {
  // The cursor may go elsewhere while the server answers.
  const { line } = selection.active;
  const cells = await cellsOf(document, gnomon.client);
  const index = id === undefined ? indexAt(cells, line) : cells.findIndex((cell) => cell.id === id);
  return { cells, index };
}

function toPlain({ line, character }: Position): { line: number; character: number } {
  return { line, character };
}
