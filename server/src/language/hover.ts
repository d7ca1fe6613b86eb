// What is known of a name: its type, its documentation, and what it is on the board.
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { type AddressOf, boardNote } from './board-note.ts';
import { codeBlock, documentationOf } from './documentation.ts';
import type { Span } from './places.ts';

export interface Hover extends Span {
  /** As Markdown: declaration, what it is on the board, documentation. */
  readonly contents: string;
}

export function hover(
  frontend: Frontend,
  cell: string,
  offset: number,
  addressOf: AddressOf,
): Hover | undefined {
  const edited = frontend.edited(cell);
  const info = edited.service.getQuickInfoAtPosition(edited.path, offset);
  if (!info) return undefined;
  const parts = [
    codeBlock(ts.displayPartsToString(info.displayParts)),
    boardNote(frontend, edited, info.textSpan.start, addressOf),
    documentationOf(info.documentation, info.tags),
  ];
  return {
    start: info.textSpan.start,
    end: ts.textSpanEnd(info.textSpan),
    contents: parts.filter((part) => part !== undefined && part !== '').join('\n\n'),
  };
}
