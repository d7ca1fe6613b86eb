// The open documents and their cells. A text document has its cells between marker lines, a notebook has one document
// a cell; from here on both are the same: code cells in order, each at a place in a text document, each with an
// identifier that it keeps in the session.
import {
  type Connection,
  type Disposable,
  NotebookCellKind,
  NotebookDocuments,
  type Position,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { splitCells } from '../notebook/index.ts';
import { type IdentifiedCell, identifyCells } from './cell-ids.ts';

/** A cell of an open document. */
export interface OpenCell {
  /** Identifies it in the session. */
  readonly id: string;
  readonly kind: 'code' | 'markdown';
  readonly title: string;
  /** The document that holds the text: of a notebook's cell, the cell's own. */
  readonly document: TextDocument;
  /** False for the text before a document's first marker, and for cells of notebooks. */
  readonly hasMarker: boolean;
  /** Offset where the marker's line begins; of a cell without a marker, 0. */
  readonly start: number;
  /** Offset where the text begins. */
  readonly textStart: number;
  /** Offset where the text ends. */
  readonly end: number;
  /** The text as it stands in the document, line ends included. */
  readonly text: string;
}

/** A file that is open as text or as a notebook: cells that are edited, and run, as one program. */
export interface ProgramDocument {
  /** Unlike the URI also different for a file that is open in both ways. */
  readonly key: string;
  readonly uri: string;
  readonly kind: 'text' | 'notebook';
  /** In order; those of notebooks are code cells only. */
  readonly cells: readonly OpenCell[];
}

/** A document has been opened, edited, or (then without cells) closed. */
export type DocumentListener = (document: ProgramDocument) => void;

export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly notebooks = new NotebookDocuments(TextDocument);
  private readonly open = new Map<string, ProgramDocument>();
  /** Cells of files that were closed, to be known again when they are opened. */
  private readonly closed = new Map<string, readonly IdentifiedCell[]>();
  /** By URI of the document that holds the text. */
  private readonly owners = new Map<string, string>();
  private readonly cellsById = new Map<string, OpenCell>();
  private readonly listeners: DocumentListener[] = [];
  private lastId = 0;

  listen(connection: Connection): Disposable[] {
    const { texts, notebooks } = this;
    return [
      texts.onDidChangeContent(({ document }) => this.updateText(document)),
      texts.onDidClose(({ document }) => this.close(textKey(document.uri))),
      notebooks.onDidOpen(({ uri }) => this.updateNotebook(uri)),
      notebooks.onDidChange(({ notebookDocument }) => this.updateNotebook(notebookDocument.uri)),
      notebooks.onDidClose(({ uri }) => this.close(notebookKey(uri))),
      texts.listen(connection),
      notebooks.listen(connection),
    ];
  }

  onDidChange(listener: DocumentListener): void {
    this.listeners.push(listener);
  }

  /** All open documents, in the order in which they were opened. */
  get all(): Iterable<ProgramDocument> {
    return this.open.values();
  }

  /** The program document that a text document is or belongs to. */
  ownerOf(uri: string): ProgramDocument | undefined {
    const key = this.owners.get(uri);
    return key === undefined ? undefined : this.open.get(key);
  }

  /** The text document, or document of a notebook's cell. */
  text(uri: string): TextDocument | undefined {
    return this.texts.get(uri) ?? this.notebooks.cellTextDocuments.get(uri);
  }

  /** The cells in a text document: of a notebook's cell, that cell. */
  cellsIn(uri: string): readonly OpenCell[] {
    return this.ownerOf(uri)?.cells.filter(({ document }) => document.uri === uri) ?? [];
  }

  /** A cell of an open document by its identifier. */
  cell(id: string): OpenCell | undefined {
    return this.cellsById.get(id);
  }

  /** The code cell that follows a cell in its document. */
  cellAfter(id: string): OpenCell | undefined {
    const cells = this.ownerOf(this.cell(id)?.document.uri ?? '')?.cells.filter(
      ({ kind }) => kind === 'code',
    );
    return cells?.[cells.findIndex((cell) => cell.id === id) + 1];
  }

  /** The code cell around a position, and the offset in its text; undefined in text cells and on markers. */
  codeAt(uri: string, position: Position): { cell: OpenCell; offset: number } | undefined {
    const at = this.text(uri)?.offsetAt(position);
    if (at === undefined) return undefined;
    const cell = this.cellsIn(uri).find(({ textStart, end }) => textStart <= at && at <= end);
    return cell?.kind === 'code' ? { cell, offset: at - cell.textStart } : undefined;
  }

  /** An identifier that no cell has. */
  freshId(): string {
    return `cell${++this.lastId}`;
  }

  private updateText(document: TextDocument): void {
    const file = document.getText();
    const parts = splitCells(file).map((span) => ({
      ...span,
      document,
      text: file.slice(span.textStart, span.end),
    }));
    const key = textKey(document.uri);
    const ids = identifyCells(
      this.known(key, document.uri),
      parts.map(({ text }) => text),
      () => this.freshId(),
    );
    const cells = parts.map((part, i) => ({ ...part, id: ids[i]! }));
    this.update({ key, uri: document.uri, kind: 'text', cells });
  }

  private updateNotebook(uri: string): void {
    const key = notebookKey(uri);
    const parts: Omit<OpenCell, 'id'>[] = [];
    for (const cell of this.notebooks.getNotebookDocument(uri)?.cells ?? []) {
      const document = this.notebooks.getCellTextDocument(cell);
      if (cell.kind !== NotebookCellKind.Code || !document) continue;
      const text = document.getText();
      const place = { hasMarker: false, start: 0, textStart: 0, end: text.length };
      parts.push({ kind: 'code', title: '', document, text, ...place });
    }
    const ids = this.notebookIds(key, uri, parts);
    this.update({ key, uri, kind: 'notebook', cells: parts.map((part, i) => ({ ...part, id: ids[i]! })) });
  }

  /** While a notebook is open, its cells are known by their documents; when it is opened again, by their texts. */
  private notebookIds(key: string, uri: string, parts: readonly Omit<OpenCell, 'id'>[]): string[] {
    const open = this.open.get(key);
    if (!open) {
      const texts = parts.map(({ text }) => text);
      return identifyCells(this.known(key, uri), texts, () => this.freshId());
    }
    const byDocument = new Map(open.cells.map(({ id, document }) => [document.uri, id]));
    return parts.map(({ document }) => byDocument.get(document.uri) ?? this.freshId());
  }

  /** The cells of a document before a change; at its opening, those that it had when it was closed. */
  private known(key: string, uri: string): readonly IdentifiedCell[] {
    const known = this.open.get(key)?.cells ?? this.closed.get(uri) ?? [];
    this.closed.delete(uri);
    return known;
  }

  private update(document: ProgramDocument): void {
    this.forget(this.open.get(document.key));
    this.open.set(document.key, document);
    if (document.kind === 'text') this.owners.set(document.uri, document.key);
    for (const cell of document.cells) {
      this.cellsById.set(cell.id, cell);
      this.owners.set(cell.document.uri, document.key);
    }
    this.emit(document);
  }

  private close(key: string): void {
    const document = this.open.get(key);
    if (!document) return;
    this.open.delete(key);
    this.forget(document);
    this.closed.set(
      document.uri,
      document.cells.map(({ id, text }) => ({ id, text })),
    );
    this.emit({ ...document, cells: [] });
  }

  private forget(document: ProgramDocument | undefined): void {
    if (!document) return;
    const disown = (uri: string) => {
      // The same file may be open in the other way too.
      if (this.owners.get(uri) === document.key) this.owners.delete(uri);
    };
    disown(document.uri);
    for (const { id, document: text } of document.cells) {
      this.cellsById.delete(id);
      disown(text.uri);
    }
  }

  private emit(document: ProgramDocument): void {
    for (const listener of this.listeners) listener(document);
  }
}

function textKey(uri: string): string {
  return `text:${uri}`;
}

function notebookKey(uri: string): string {
  return `notebook:${uri}`;
}
