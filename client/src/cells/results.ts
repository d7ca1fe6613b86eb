// The results of all runs in text documents. They stay with their cells while documents are edited.
import {
  Disposable,
  type Event,
  EventEmitter,
  type TextDocument,
  type TextDocumentChangeEvent,
  workspace,
} from 'vscode';
import type { BoardServer } from '../connection/board-server.ts';
import { cellsOf } from './cell-list.ts';
import { type CellResult, follow } from './cell-result.ts';

/** How long a document must rest before its cells are asked for again, in milliseconds. */
const RESTING_TIME = 100;

export class Results implements Disposable {
  private readonly byDocument = new Map<string, CellResult[]>();
  private readonly changes = new EventEmitter<string>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly subscription: Disposable;

  constructor(
    private readonly server: BoardServer,
    private readonly log: { warn(text: string): void },
  ) {
    this.subscription = Disposable.from(
      workspace.onDidChangeTextDocument((event) => this.followEdit(event)),
      workspace.onDidCloseTextDocument(({ uri }) => this.byDocument.delete(uri.toString())),
    );
  }

  /** Says which document's results changed, by its URI. */
  get onDidChange(): Event<string> {
    return this.changes.event;
  }

  of(uri: string): readonly CellResult[] {
    return this.byDocument.get(uri) ?? [];
  }

  /** Adds a result in place of what the same cell, or the same lines, had before. */
  add(place: Pick<CellResult, 'uri' | 'cell' | 'text' | 'firstLine' | 'lastLine'>): CellResult {
    const result: CellResult = {
      ...place,
      isEdited: false,
      state: 'waiting',
      output: [],
      outcome: undefined,
    };
    const isReplaced = (other: CellResult) =>
      other.lastLine === result.lastLine || (other.cell !== undefined && other.cell === result.cell);
    this.set(place.uri, [...this.of(place.uri).filter((other) => !isReplaced(other)), result]);
    return result;
  }

  remove(result: CellResult): void {
    const { uri } = result;
    this.set(
      uri,
      this.of(uri).filter((other) => other !== result),
    );
  }

  /** A result has news. */
  update({ uri }: CellResult): void {
    this.changes.fire(uri);
  }

  /** Removes the results of all runs that have ended. */
  clear(): void {
    for (const [uri, results] of this.byDocument) {
      this.set(
        uri,
        results.filter(({ state }) => state !== 'ended'),
      );
    }
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.subscription.dispose();
    this.changes.dispose();
  }

  private set(uri: string, results: CellResult[]): void {
    this.byDocument.set(uri, results);
    this.changes.fire(uri);
  }

  private followEdit({ document, contentChanges }: TextDocumentChangeEvent): void {
    const uri = document.uri.toString();
    if (this.of(uri).length === 0 || contentChanges.length === 0) return;
    const changes = contentChanges.map(({ range, text }) => ({
      start: range.start.line,
      end: range.end.line,
      added: text.split('\n').length - 1,
    }));
    // The editor moves what it shows by itself; cells are placed anew when the document rests.
    this.byDocument.set(
      uri,
      this.of(uri).filter(
        (result) => result.cell !== undefined || changes.every((change) => follow(result, change)),
      ),
    );
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => {
        this.timers.delete(uri);
        this.followCells(document).catch((error: Error) => {
          this.log.warn(`results do not follow the edits of ${uri}: ${error.message}`);
        });
      }, RESTING_TIME),
    );
  }

  private async followCells(document: TextDocument): Promise<void> {
    const uri = document.uri.toString();
    const { version } = document;
    const cells = new Map((await cellsOf(document, this.server)).map((cell) => [cell.id, cell]));
    // Another edit has come meanwhile, and with it another look.
    if (document.isClosed || document.version !== version) return;
    const kept = this.of(uri).filter((result) => {
      if (result.cell === undefined) return true;
      const cell = cells.get(result.cell);
      if (!cell) return false;
      const { firstLine, lastLine, text } = cell;
      Object.assign(result, { firstLine, lastLine, isEdited: text !== result.text });
      return true;
    });
    this.set(uri, kept);
  }
}
