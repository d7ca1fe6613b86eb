// Offsets in cells' texts to ranges of their documents.
import type { Range, TextEdit } from 'vscode-languageserver';
import type { TextEdit as OffsetEdit } from '../language/index.ts';
import type { OpenCell } from './documents.ts';

/** A range of a cell's text in its document. */
export function rangeIn({ document, textStart }: OpenCell, start: number, end: number): Range {
  return { start: document.positionAt(textStart + start), end: document.positionAt(textStart + end) };
}

export function editIn(cell: OpenCell, { start, end, newText }: OffsetEdit): TextEdit {
  return { range: rangeIn(cell, start, end), newText };
}
