// Language features of the open documents: positions of the editor to cells and offsets, and back.
import {
  type Connection,
  type DocumentSymbol,
  type Location,
  type Position,
  type Range,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  completions,
  definitions,
  describeCompletion,
  type EditedProgram,
  formattingEdits,
  hover,
  type Place,
  references,
  signatureHelp,
  symbols,
  type View,
} from '../language/index.ts';
import type { Documents, OpenCell } from './documents.ts';
import { failure } from './failures.ts';
import type { Library } from './library.ts';

/** What a completion item remembers, to be described later. */
interface CompletionData {
  readonly uri: string;
  readonly position: Position;
}

export class Features {
  constructor(
    private readonly program: EditedProgram,
    private readonly documents: Documents,
    private readonly library: Library,
  ) {}

  listen(connection: Connection): void {
    connection.onCompletion(({ textDocument: { uri }, position }) => {
      const data: CompletionData = { uri, position };
      return this.at(uri, position, (view, offset) =>
        completions(view, offset).map((item) => ({ ...item, data })),
      );
    });
    connection.onCompletionResolve((item) => {
      const { uri, position } = item.data as CompletionData;
      const found = this.at(uri, position, (view, offset) => describeCompletion(view, offset, item.label));
      if (!found) return item;
      const documentation = { kind: 'markdown' as const, value: found.documentation };
      return { ...item, detail: found.detail, documentation };
    });
    connection.onHover(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (view, offset, cell) => {
        const found = hover(view, offset);
        if (!found) return null;
        const contents = { kind: 'markdown' as const, value: found.markdown };
        return { contents, range: rangeIn(cell, found.start, found.end) };
      }),
    );
    connection.onSignatureHelp(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (view, offset) => signatureHelp(view, offset) ?? null),
    );
    connection.onDefinition(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (view, offset) => this.locations(definitions(view, offset))),
    );
    connection.onReferences(({ textDocument: { uri }, position, context }) =>
      this.at(uri, position, (view, offset) =>
        this.locations(this.uses(view, offset, context.includeDeclaration)),
      ),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
      this.at(uri, position, (view, offset) => this.rename(view, offset, newName)),
    );
    connection.onDocumentSymbol(({ textDocument: { uri } }) => this.symbolsOf(uri));
    connection.onDocumentFormatting(({ textDocument: { uri }, options }) =>
      this.codeCells(uri).flatMap((cell) =>
        formattingEdits(this.view(cell), options).map(({ start, end, newText }) => ({
          range: rangeIn(cell, start, end),
          newText,
        })),
      ),
    );
  }

  /** What `answer` finds at a position; null where there is no code. */
  private at<T>(
    uri: string,
    position: Position,
    answer: (view: View, offset: number, cell: OpenCell) => T,
  ): T | null {
    const found = this.documents.codeAt(uri, position);
    return found ? answer(this.view(found.cell), found.offset, found.cell) : null;
  }

  private view(cell: OpenCell): View {
    return this.program.viewOf(cell.id, codeCellsAround(this.documents, cell));
  }

  private codeCells(uri: string): OpenCell[] {
    return this.documents.cellsIn(uri).filter(({ kind }) => kind === 'code');
  }

  /** Uses of the declaration that a name means. In other cells the name may mean another one: those are left out. */
  private uses(view: View, offset: number, withDeclaration: boolean): Place[] {
    const [declaration] = definitions(view, offset);
    const isSame = (place: Place | undefined) =>
      place?.source === declaration?.source && place?.start === declaration?.start;
    return references(view, offset, withDeclaration).filter((place) => {
      const cell = this.documents.cell(place.source);
      return !cell || isSame(definitions(this.view(cell), place.start)[0]);
    });
  }

  private rename(view: View, offset: number, newName: string): WorkspaceEdit {
    if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(newName)) throw failure(`'${newName}' is not a name`);
    const places = this.uses(view, offset, true);
    if (places.length === 0) throw failure('there is no name here that could be renamed');
    const changes: Record<string, TextEdit[]> = {};
    for (const { source, start, end } of places) {
      const cell = this.documents.cell(source);
      if (!cell) throw failure('this name belongs to the library, which is not renamed');
      const { uri } = cell.document;
      changes[uri] = [...(changes[uri] ?? []), { range: rangeIn(cell, start, end), newText: newName }];
    }
    return { changes };
  }

  private locations(places: readonly Place[]): Location[] {
    return places.flatMap(({ source, start, end }) => {
      const cell = this.documents.cell(source);
      if (cell) return [{ uri: cell.document.uri, range: rangeIn(cell, start, end) }];
      return this.library.location(source, start, end) ?? [];
    });
  }

  /** Cells with a title hold the symbols that they declare. */
  private symbolsOf(uri: string): DocumentSymbol[] {
    return this.documents.cellsIn(uri).flatMap((cell) => {
      const children = cell.kind === 'code' ? this.symbolsIn(cell) : [];
      if (cell.title === '') return children;
      const { document, start, end } = cell;
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      return [{ name: cell.title, kind: SymbolKind.Module, range, selectionRange: range, children }];
    });
  }

  private symbolsIn(cell: OpenCell): DocumentSymbol[] {
    type Tree = ReturnType<typeof symbols>[number];
    const convert = ({ name, kind, start, end, children }: Tree): DocumentSymbol => {
      const range = rangeIn(cell, start, end);
      return { name, kind, range, selectionRange: range, children: children.map(convert) };
    };
    return symbols(this.view(cell)).map(convert);
  }
}

/** The code cells of the document that a cell is in, in order. */
export function codeCellsAround(documents: Documents, cell: OpenCell): OpenCell[] {
  const owner = documents.ownerOf(cell.document.uri);
  return (owner?.cells ?? [cell]).filter(({ kind }) => kind === 'code');
}

/** A range of a cell's text in its document. */
export function rangeIn({ document, textStart }: OpenCell, start: number, end: number): Range {
  return { start: document.positionAt(textStart + start), end: document.positionAt(textStart + end) };
}
