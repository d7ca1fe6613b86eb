// Errors below a notebook's cell: message, the line where it happened, and the calls that led there, with links.
//
// VS Code's renderer of errors shows the stack alone, understands colours (SGR sequences), and in trusted workspaces
// makes links of <a> elements. A link to `vscode-notebook-cell:?execution_count=3&line=5` selects line 5 of the cell
// with that execution order in the same notebook (VS Code: extensions/notebook-renderers/src/stackTraceHelper.ts,
// src/vs/workbench/contrib/notebook/browser/view/renderers/backLayerWebView.ts).

import { type NotebookCell, NotebookCellOutput, NotebookCellOutputItem, Uri, workspace } from 'vscode';
import type { Location } from 'vscode-languageserver-protocol';
import { type Failure, type FailurePlace, headline } from '../runs/failure.ts';

/** A cell of the same notebook, with its number there. */
export interface NumberedCell {
  readonly cell: NotebookCell;
  readonly executionOrder: number;
}

/** Finds a cell by the URI of its document; undefined if it is elsewhere, or has not run. */
export type FindCell = (uri: string) => NumberedCell | undefined;

export function errorOutput(failure: Failure, find: FindCell): NotebookCellOutput {
  const { name, message, places } = failure;
  const head = name ? `${red(name)}: ${message}` : red(message);
  const excerpt = places.slice(0, 1).flatMap(({ location }) => excerptOf(location, find));
  const stack = [head, ...excerpt, ...places.map((place) => placeLine(place, find))].join('\n');
  return new NotebookCellOutput([
    NotebookCellOutputItem.error({ name: name || 'Error', message: headline(failure), stack }),
  ]);
}

/** `    at blink (cell [3], line 5)`. */
function placeLine({ name, location }: FailurePlace, find: FindCell): string {
  const where = location ? linkTo(location, find) : 'library';
  return `    at ${name ? `${name} (${where})` : where}`;
}

function linkTo({ uri, range }: Location, find: FindCell): string {
  const line = range.start.line + 1;
  const found = find(uri);
  if (!found) return `${Uri.parse(uri).fsPath}:${line}:${range.start.character + 1}`;
  const { executionOrder } = found;
  const text = `cell [${executionOrder}], line ${line}`;
  if (!workspace.isTrusted) return text;
  return `<a href='vscode-notebook-cell:?execution_count=${executionOrder}&line=${line}'>${text}</a>`;
}

/** The line of the source, and a mark below its place. */
function excerptOf(location: Location | undefined, find: FindCell): string[] {
  const document = location && find(location.uri)?.cell.document;
  if (!document || location.range.start.line >= document.lineCount) return [];
  const { start, end } = location.range;
  const source = document.lineAt(start.line).text;
  const length = end.line === start.line ? Math.max(1, end.character - start.character) : 1;
  const number = String(start.line + 1).padStart(4);
  const before = source.slice(0, start.character).replace(/[^\t]/g, ' ');
  const mark = '^'.padEnd(Math.min(length, source.length - start.character), '~');
  return [`${dim(`${number} |`)} ${source}`, `${dim('     |')} ${before}${red(mark)}`];
}

function red(text: string): string {
  return `\u001B[31m${text}\u001B[39m`;
}

function dim(text: string): string {
  return `\u001B[90m${text}\u001B[39m`;
}
