// A *.mcu.ts file as a notebook document. Outputs are not part of the file.

import { LANGUAGE_ID } from '@gnomon/server/editor-protocol';
import {
  type NotebookCell as CellText,
  type NotebookText,
  parseNotebook,
  printNotebook,
} from '@gnomon/server/notebook';
import { NotebookCellData, NotebookCellKind, NotebookData, type NotebookSerializer } from 'vscode';

/** What a cell's metadata holds: all of the cell's text form that its document does not show. */
export type CellMetadata = Partial<Pick<CellText, 'title' | 'raw' | 'endedFile'>>;
type NotebookMetadata = Partial<Omit<NotebookText, 'cells'>>;

export const serializer: NotebookSerializer = {
  /** Throws for files that are not UTF-8, rather than damage them. */
  deserializeNotebook(content) {
    const file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return toNotebookData(file);
  },

  serializeNotebook({ cells, metadata }) {
    const { lineEnd = '\n', preamble = '' }: NotebookMetadata = metadata ?? {};
    return new TextEncoder().encode(printNotebook({ cells: cells.map(toCellText), lineEnd, preamble }));
  },
};

export function toNotebookData(file: string): NotebookData {
  const { cells, ...metadata } = parseNotebook(file);
  const data = new NotebookData(cells.map(toCellData));
  data.metadata = metadata;
  return data;
}

function toCellData({ kind, text, ...metadata }: CellText): NotebookCellData {
  const data =
    kind === 'markdown'
      ? new NotebookCellData(NotebookCellKind.Markup, text, 'markdown')
      : new NotebookCellData(NotebookCellKind.Code, text, LANGUAGE_ID);
  data.metadata = metadata satisfies CellMetadata;
  return data;
}

function toCellText({ kind, value, metadata }: NotebookCellData): CellText {
  const { title = '', ...form }: CellMetadata = metadata ?? {};
  return { kind: kind === NotebookCellKind.Markup ? 'markdown' : 'code', text: value, title, ...form };
}
