// Hover: the declaration of what is at a place, its documentation, and what it is on the board.
import { ts } from '../compiler/frontend/typescript.ts';
import { codeBlock, documentationOf } from './documentation.ts';
import type { View } from './edited-program.ts';

export interface HoverText {
  readonly markdown: string;
  /** Offsets of what it is about. */
  readonly start: number;
  readonly end: number;
}

/** What the types of numbers are on the board. */
const onBoard: readonly { readonly type: RegExp; readonly text: string }[] = [
  { type: /(^|: )int$/, text: 'A 32-bit integer on the board: `+`, `-` and `*` wrap around.' },
  { type: /(^|: )float$/, text: 'A single-precision number (32 bits) on the board.' },
  {
    type: /(^|: )number$/,
    text: 'A double-precision number (64 bits) on the board, computed in software; a 32-bit integer where that is proved to be the same.',
  },
];

export function hover({ service, path }: View, offset: number): HoverText | undefined {
  const info = service.getQuickInfoAtPosition(path, offset);
  if (!info) return undefined;
  const declaration = ts.displayPartsToString(info.displayParts);
  const board = onBoard.find(({ type }) => type.test(declaration))?.text;
  const parts = [codeBlock(declaration), documentationOf(info.documentation, info.tags), board];
  const { start, length } = info.textSpan;
  return { markdown: parts.filter((part) => part).join('\n\n'), start, end: start + length };
}
