// Formatting by TypeScript's formatter.
import { ts } from '../compiler/frontend/typescript.ts';
import type { View } from './edited-program.ts';

/** Replaces a range of a cell's text. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The changes that format a cell, with \n as the line end. */
export function formattingEdits(
  { service, path }: View,
  options: { readonly tabSize: number; readonly insertSpaces: boolean },
): TextChange[] {
  const settings: ts.FormatCodeSettings = {
    ...ts.getDefaultFormatCodeSettings('\n'),
    tabSize: options.tabSize,
    indentSize: options.tabSize,
    convertTabsToSpaces: options.insertSpaces,
    semicolons: ts.SemicolonPreference.Ignore,
  };
  return service
    .getFormattingEditsForDocument(path, settings)
    .map(({ span: { start, length }, newText }) => ({ start, end: start + length, newText }));
}
