// Language features at a position of an open document: positions of the editor to cells and offsets, and back.
import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemTag,
  type Connection,
  InsertTextFormat,
  type Location,
  MarkupKind,
  type Position,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type Completion,
  type CompletionData,
  type LanguageFeatures,
  type TextEdit as OffsetEdit,
  type Place,
  Refused,
} from '../language/index.ts';
import { problemOf } from './diagnostics.ts';
import type { Documents, OpenCell } from './documents.ts';
import { failure } from './failures.ts';
import type { Library } from './library.ts';
import type { ModuleFiles } from './module-files.ts';
import { editIn, rangeIn } from './ranges.ts';

export class Features {
  constructor(
    private readonly language: LanguageFeatures,
    private readonly documents: Documents,
    private readonly library: Library,
    private readonly modules: ModuleFiles,
  ) {}

  listen(connection: Connection): void {
    const { language } = this;
    connection.onCompletion(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (cell, offset) =>
        language.completions(cell.id, offset).map((each) => completionItem(cell, each)),
      ),
    );
    connection.onCompletionResolve((item) => this.resolve(item));
    connection.onHover(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (cell, offset) => {
        const found = language.hover(cell.id, offset);
        if (!found) return null;
        const contents = { kind: MarkupKind.Markdown, value: found.contents };
        return { contents, range: rangeIn(cell, found.start, found.end) };
      }),
    );
    connection.onSignatureHelp(({ textDocument: { uri }, position, context }) =>
      this.at(uri, position, (cell, offset) => {
        const help = language.signatureHelp(cell.id, offset, context);
        if (!help) return null;
        const signatures = help.signatures.map(({ label, documentation, parameters }) => ({
          label,
          documentation: { kind: MarkupKind.Markdown, value: documentation },
          parameters: parameters.map((each) => ({
            label: each.label,
            documentation: { kind: MarkupKind.Markdown, value: each.documentation },
          })),
        }));
        return { ...help, signatures };
      }),
    );
    connection.onDefinition(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (cell, offset) => this.locations(language.definitions(cell.id, offset))),
    );
    connection.onReferences(({ textDocument: { uri }, position, context }) =>
      this.at(uri, position, (cell, offset) =>
        this.locations(language.references(cell.id, offset, context.includeDeclaration)),
      ),
    );
    connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      this.at(uri, position, (cell, offset) => {
        const { start, end, placeholder } = orRefuse(() => language.prepareRename(cell.id, offset));
        return { range: rangeIn(cell, start, end), placeholder };
      }),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
      this.at(uri, position, (cell, offset) =>
        this.workspaceEdit(orRefuse(() => language.rename(cell.id, offset, newName))),
      ),
    );
    connection.onCodeAction(({ textDocument: { uri }, range }) => this.codeActions(uri, range));
  }

  /** What `answer` finds at a position; null where there is no code. */
  private at<T>(uri: string, position: Position, answer: (cell: OpenCell, offset: number) => T): T | null {
    const found = this.documents.codeAt(uri, position);
    return found ? answer(found.cell, found.offset) : null;
  }

  private resolve(item: CompletionItem): CompletionItem {
    const found = this.language.resolveCompletion(item.data as CompletionData);
    if (!found) return item;
    const documentation = { kind: MarkupKind.Markdown, value: found.documentation };
    return { ...item, detail: found.detail, documentation };
  }

  private codeActions(uri: string, range: Range): CodeAction[] {
    return (
      this.at(uri, range.start, (cell, start) => {
        const end = start + cell.document.offsetAt(range.end) - cell.document.offsetAt(range.start);
        const found = this.language.diagnostics(cell.id);
        const actions = this.language.codeActions(cell.id, { start, end }, found);
        return actions.map(({ title, diagnostic, isPreferred, edits }) => ({
          title,
          kind: CodeActionKind.QuickFix,
          isPreferred,
          diagnostics: [problemOf(cell, diagnostic)],
          edit: this.workspaceEdit(edits),
        }));
      }) ?? []
    );
  }

  private workspaceEdit(edits: ReadonlyMap<string, readonly OffsetEdit[]>): WorkspaceEdit {
    const changes: Record<string, TextEdit[]> = {};
    for (const [id, found] of edits) {
      const cell = this.documents.cell(id);
      if (!cell) continue;
      const { uri } = cell.document;
      changes[uri] = [...(changes[uri] ?? []), ...found.map((edit) => editIn(cell, edit))];
    }
    return { changes };
  }

  private locations(places: readonly Place[]): Location[] {
    return places.flatMap(({ source, start, end }) => {
      const cell = this.documents.cell(source);
      if (cell) return [{ uri: cell.document.uri, range: rangeIn(cell, start, end) }];
      const place = this.library.location(source, start, end) ?? this.modules.location(source, start, end);
      return place ?? [];
    });
  }
}

function completionItem(cell: OpenCell, completion: Completion): CompletionItem {
  const { label, kind, sortText, edit, insertText, isDeprecated, data } = completion;
  return {
    label,
    kind,
    sortText,
    insertTextFormat: InsertTextFormat.PlainText,
    // A dot that is replaced too is part of what has been typed.
    ...(edit && {
      textEdit: editIn(cell, edit),
      filterText: `${cell.text[edit.start] === '.' ? '.' : ''}${label}`,
    }),
    ...(insertText !== undefined && { insertText }),
    ...(isDeprecated && { tags: [CompletionItemTag.Deprecated] }),
    data,
  };
}

/** What a feature refuses becomes an answer that editors show. */
function orRefuse<T>(answer: () => T): T {
  try {
    return answer();
  } catch (error) {
    throw error instanceof Refused ? failure(error.message) : error;
  }
}
