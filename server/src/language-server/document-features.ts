// Language features of whole open documents: symbols, folding, semantic tokens, formatting. A text document has those
// of all of its code cells.
import {
  type Connection,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type FormattingOptions,
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { CellSymbol, Folding, LanguageFeatures } from '../language/index.ts';
import type { Documents, OpenCell } from './documents.ts';
import { editIn, rangeIn } from './ranges.ts';

export class DocumentFeatures {
  constructor(
    private readonly language: LanguageFeatures,
    private readonly documents: Documents,
  ) {}

  listen(connection: Connection): void {
    connection.onDocumentSymbol(({ textDocument: { uri } }) => this.symbols(uri));
    connection.onFoldingRanges(({ textDocument: { uri } }) => this.foldings(uri));
    connection.languages.semanticTokens.on(({ textDocument: { uri } }) => this.semanticTokens(uri));
    connection.onDocumentFormatting(({ textDocument: { uri }, options }) => this.format(uri, options));
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, options, range }) =>
      this.format(uri, options, range),
    );
  }

  private codeCells(uri: string): OpenCell[] {
    return this.documents.cellsIn(uri).filter(({ kind }) => kind === 'code');
  }

  /** Cells with a title hold the symbols that they declare. */
  private symbols(uri: string): DocumentSymbol[] {
    return this.documents.cellsIn(uri).flatMap((cell) => {
      const { document, start, end, title, kind } = cell;
      const children =
        kind === 'code' ? this.language.symbols(cell.id).map((symbol) => symbolIn(cell, symbol)) : [];
      if (title === '') return children;
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      return [{ name: title, kind: SymbolKind.Module, range, selectionRange: range, children }];
    });
  }

  private foldings(uri: string): FoldingRange[] {
    return this.documents.cellsIn(uri).flatMap((cell) => {
      const { document, start, end, hasMarker, kind } = cell;
      const inside =
        kind === 'code' ? this.language.foldings(cell.id).map((each) => foldingIn(cell, each)) : [];
      if (!hasMarker) return inside;
      const [startLine, endLine] = [document.positionAt(start).line, document.positionAt(end).line];
      return [{ startLine, endLine, kind: FoldingRangeKind.Region }, ...inside];
    });
  }

  private semanticTokens(uri: string): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    for (const cell of this.codeCells(uri)) {
      for (const { start, end, type, modifiers } of this.language.semanticTokens(cell.id)) {
        const { line, character } = cell.document.positionAt(cell.textStart + start);
        builder.push(line, character, end - start, type, modifiers);
      }
    }
    return builder.build();
  }

  private format(uri: string, options: FormattingOptions, range?: Range): TextEdit[] {
    return this.codeCells(uri).flatMap((cell) => {
      const part = range && partOf(cell, range);
      // A range that does not touch the cell.
      if (part && part.start > part.end) return [];
      return this.language.format(cell.id, options, part).map((edit) => editIn(cell, edit));
    });
  }
}

/** The part of a cell's text that is in a range of its document; its end is before its start if there is none. */
function partOf({ document, textStart, text }: OpenCell, range: Range): { start: number; end: number } {
  return {
    start: Math.max(document.offsetAt(range.start) - textStart, 0),
    end: Math.min(document.offsetAt(range.end) - textStart, text.length),
  };
}

function symbolIn(
  cell: OpenCell,
  { name, kind, start, end, selection, children }: CellSymbol,
): DocumentSymbol {
  return {
    name,
    kind,
    range: rangeIn(cell, start, end),
    selectionRange: rangeIn(cell, selection.start, selection.end),
    children: children.map((child) => symbolIn(cell, child)),
  };
}

function foldingIn(cell: OpenCell, { start, end, kind }: Folding): FoldingRange {
  const { start: first, end: last } = rangeIn(cell, start, end);
  // The line with the closing bracket stays.
  const closes = /[})\]`]/.test(cell.text[end - 1] ?? '');
  const endLine = closes ? Math.max(last.line - 1, first.line) : last.line;
  return { startLine: first.line, endLine, ...(kind && { kind }) };
}
