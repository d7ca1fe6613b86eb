// The cells of text documents: as the client asks for them, and with what runs them above each.
import type { CodeLens, Connection } from 'vscode-languageserver';
import { type CellInfo, cellCommands, listCells } from '../editor-protocol/index.ts';
import type { Documents, OpenCell } from './documents.ts';

export function listenForCells(connection: Connection, documents: Documents): void {
  connection.onRequest(listCells, ({ uri }) => cellsOf(documents, uri).map(infoOf));
  connection.onCodeLens(({ textDocument: { uri } }) => {
    const cells = cellsOf(documents, uri).filter(({ kind }) => kind === 'code');
    return cells.flatMap((cell, i) => lensesOf(cell, i === 0, i === cells.length - 1));
  });
}

/** Cells of a text document. Blank lines before the first marker are none to people. */
function cellsOf(documents: Documents, uri: string): readonly OpenCell[] {
  const document = documents.ownerOf(uri);
  if (document?.kind !== 'text') return [];
  return document.cells.filter(({ hasMarker, text }) => hasMarker || text.trim() !== '');
}

function infoOf({ id, kind, title, document, start, end }: OpenCell): CellInfo {
  return { id, kind, title, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

function lensesOf({ id, document, start }: OpenCell, isFirst: boolean, isLast: boolean): CodeLens[] {
  const position = document.positionAt(start);
  const lens = (title: string, command: string): CodeLens => ({
    range: { start: position, end: position },
    command: { title, command, arguments: [document.uri, id] },
  });
  const lenses = [lens('$(play) Run Cell', cellCommands.run)];
  if (!isFirst) lenses.push(lens('Run Above', cellCommands.runAbove));
  if (!isLast) lenses.push(lens('Run Below', cellCommands.runBelow));
  return lenses;
}
