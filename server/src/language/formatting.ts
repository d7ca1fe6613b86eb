// Formatting of cells, by TypeScript's formatter.
import type { Frontend } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import type { Span, TextEdit } from './places.ts';

/** What an editor says of how it indents. */
export interface FormatOptions {
  /** Columns of one step of indentation. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/** Edits that format a cell, or what of it is in a range. */
export function format(frontend: Frontend, cell: string, options: FormatOptions, range?: Span): TextEdit[] {
  const { service, path } = frontend.edited(cell);
  const settings = formatSettings(options);
  const changes = range
    ? service.getFormattingEditsForRange(path, range.start, range.end, settings)
    : service.getFormattingEditsForDocument(path, settings);
  return changes.map(textEdit);
}

export function textEdit({ span, newText }: ts.TextChange): TextEdit {
  return { start: span.start, end: span.start + span.length, newText };
}

export function formatSettings({ tabSize, insertSpaces }: FormatOptions): ts.FormatCodeSettings {
  return {
    ...ts.getDefaultFormatCodeSettings('\n'),
    indentSize: tabSize,
    tabSize,
    convertTabsToSpaces: insertSpaces,
  };
}

/** How edits that are made for other reasons than formatting are indented. */
export const usualFormat = formatSettings({ tabSize: 2, insertSpaces: true });
