// The files that cells import: those of the host, by the folders of the cells' documents; and places in them.
import type { Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ModuleHost } from '../session/index.ts';
import type { Documents } from './documents.ts';

/** The text of a file of the host; undefined if there is none. */
export type ReadFile = (path: string) => string | undefined;

export class ModuleFiles implements ModuleHost {
  /** Folders of cells, also of those whose documents have been closed. */
  private readonly folders = new Map<string, string>();

  constructor(
    private readonly documents: Documents,
    private readonly read: ReadFile,
  ) {
    documents.onDidChange(({ uri, cells }) => {
      if (!uri.startsWith('file:')) return;
      const folder = decodeURIComponent(new URL(uri).pathname).replace(/\/[^/]*$/, '');
      for (const { id } of cells) this.folders.set(id, folder);
    });
  }

  folderOf(cell: string): string | undefined {
    return this.folders.get(cell);
  }

  /** As it is edited if it is open, else as it is on the disk. */
  readFile(path: string): string | undefined {
    return this.documents.text(fileUri(path))?.getText() ?? this.read(path);
  }

  /** The place of a range (offsets) in a module; undefined if there is no such file. */
  location(path: string, start: number, end: number): Location | undefined {
    const text = this.readFile(path);
    if (text === undefined) return undefined;
    const uri = fileUri(path);
    const document = TextDocument.create(uri, 'typescript', 0, text);
    return { uri, range: { start: document.positionAt(start), end: document.positionAt(end) } };
  }
}

function fileUri(path: string): string {
  return `file://${path.split('/').map(encodeURIComponent).join('/')}`;
}
