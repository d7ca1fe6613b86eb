// The board library's files, which editors show as read-only documents of their own URI scheme.
import type { Connection, Location } from 'vscode-languageserver';
import { TextDocumentContentRequest } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIBRARY_SCHEME } from '../editor-protocol/index.ts';
import type { LibraryFile } from '../session/index.ts';

/** What the session puts before the names of library files, so that they differ from those of cells. */
const UNIT_PREFIX = 'lib/';

export class Library {
  private readonly documents = new Map<string, TextDocument>();

  constructor(files: readonly LibraryFile[]) {
    for (const { name, text } of files) {
      const uri = `${LIBRARY_SCHEME}:/${name}`;
      this.documents.set(uri, TextDocument.create(uri, 'typescript', 0, text));
    }
  }

  listen(connection: Connection): void {
    connection.onRequest(TextDocumentContentRequest.type, ({ uri }) => {
      const document = this.documents.get(uri);
      return { text: document?.getText() ?? `// The library has no file ${uri}.\n` };
    });
  }

  /** The place of a range (offsets) in a library file; undefined if `unit` is not the name of one. */
  location(unit: string, start: number, end: number): Location | undefined {
    if (!unit.startsWith(UNIT_PREFIX)) return undefined;
    const document = this.documents.get(`${LIBRARY_SCHEME}:/${unit.slice(UNIT_PREFIX.length)}`);
    if (!document) return undefined;
    return { uri: document.uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
  }
}
