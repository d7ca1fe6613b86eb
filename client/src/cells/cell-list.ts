// The cells of a text document, as the language server knows them: it keeps their identity while they are edited.
import { type CellInfo, listCells } from '@gnomon/server/editor-protocol';
import { shownText, splitCells } from '@gnomon/server/notebook';
import { Position, Range, type TextDocument } from 'vscode';
import type { BoardServer } from '../connection/board-server.ts';

/** A cell, and the lines of its text: without the marker, and without blank lines around. */
export interface PlacedCell {
  readonly id: string;
  readonly kind: CellInfo['kind'];
  /** The marker's line, or the file's first where there is none. */
  readonly firstLine: number;
  /** The last line that has text; the marker's if none has. */
  readonly lastLine: number;
  readonly text: string;
  /** Where somebody begins to write in it. */
  readonly start: Position;
}

export async function cellsOf(document: TextDocument, server: BoardServer): Promise<PlacedCell[]> {
  const cells = await server.sendRequest(listCells, { uri: document.uri.toString() });
  return cells.map((cell) => place(cell, document));
}

/** Index of the cell that a line belongs to; -1 in an empty list. */
export function indexAt(cells: readonly PlacedCell[], line: number): number {
  const last = cells.findLastIndex(({ firstLine }) => firstLine <= line);
  return cells.length > 0 ? Math.max(0, last) : -1;
}

function place({ id, kind, range }: CellInfo, document: TextDocument): PlacedCell {
  const { start, end } = range;
  const source = document.getText(new Range(start.line, start.character, end.line, end.character));
  const { hasMarker, textStart } = splitCells(source)[0]!;
  const { text, before } = shownText('code', source.slice(textStart));
  const textLine = start.line + (hasMarker ? 1 : 0) + (text === '' ? 0 : before);
  return {
    id,
    kind,
    firstLine: start.line,
    lastLine: text === '' ? start.line : textLine + text.split('\n').length - 1,
    text,
    start: document.validatePosition(new Position(textLine, 0)),
  };
}
