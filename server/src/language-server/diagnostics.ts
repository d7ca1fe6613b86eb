// Diagnostics as one types: a moment after the last change, the cells of the document are checked one after another.
// Between two of them, requests are answered.
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Diagnostic as CellDiagnostic, Session } from '../session/index.ts';
import type { Documents, OpenCell, ProgramDocument } from './documents.ts';
import { rangeIn } from './ranges.ts';

/** How long nobody types before a check begins, in milliseconds. */
const QUIET_MS = 150;

export class Diagnostics {
  /** The newest check of each document, by its key. */
  private readonly checks = new Map<string, number>();
  /** Documents that show diagnostics, by the key of what they belong to. */
  private readonly shown = new Map<string, Set<string>>();
  private lastCheck = 0;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    documents: Documents,
  ) {
    documents.onDidChange((document) => this.changed(document));
    // What has run may be used before it is declared in the document.
    session.listen({
      programChanged: () => {
        for (const document of documents.all) this.changed(document);
      },
    });
  }

  private changed({ key, cells }: ProgramDocument): void {
    const check = ++this.lastCheck;
    this.checks.set(key, check);
    if (cells.length === 0) {
      this.checks.delete(key);
      this.publish(key, new Map());
      return;
    }
    setTimeout(() => void this.check(key, check, cells), QUIET_MS);
  }

  private async check(key: string, check: number, cells: readonly OpenCell[]): Promise<void> {
    const found = new Map<string, Diagnostic[]>();
    for (const cell of cells) {
      // Requests that came meanwhile are answered first; a change makes this check one of an old text.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (this.checks.get(key) !== check) return;
      const { uri } = cell.document;
      const list = found.get(uri) ?? [];
      found.set(uri, list);
      if (cell.kind === 'code') {
        const problems = this.session.language.diagnostics(cell.id);
        list.push(...problems.map((problem) => problemOf(cell, problem)));
      }
    }
    this.publish(key, found);
  }

  /** Shows what was found, and nothing any more where nothing was looked for. */
  private publish(key: string, found: ReadonlyMap<string, Diagnostic[]>): void {
    for (const uri of this.shown.get(key) ?? []) {
      if (!found.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const [uri, diagnostics] of found) void this.connection.sendDiagnostics({ uri, diagnostics });
    this.shown.set(key, new Set(found.keys()));
  }
}

/** What the compiler has to say about a cell, at its place in the document. */
export function problemOf(
  cell: OpenCell,
  { start, end, severity, code, message }: CellDiagnostic,
): Diagnostic {
  return {
    range: rangeIn(cell, start, end),
    severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source: 'gnomon',
    code,
    message,
  };
}
