// Notebooks that are not saved yet, under names that their files can have.
import { NotebookEdit, NotebookRange, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';
import { toNotebookData } from './serializer.ts';

export const SUFFIX = '.mcu.ts';

/**
 * Opens the text of a *.mcu.ts file as an unsaved notebook. `name` is what it is called, without its suffix, if nothing
 * that is open is called so. (VS Code would choose a name that ends with .ts, of which no notebook would be made when
 * the saved file is opened again.)
 */
export async function openUnsaved(name: string, text: string): Promise<void> {
  const uri = freshUri(name);
  const notebook = await workspace.openNotebookDocument(uri);
  const { cells, metadata = {} } = toNotebookData(text);
  const edit = new WorkspaceEdit();
  edit.set(uri, [
    NotebookEdit.replaceCells(new NotebookRange(0, notebook.cellCount), cells),
    NotebookEdit.updateNotebookMetadata(metadata),
  ]);
  if (!(await workspace.applyEdit(edit))) throw new Error(`${uri.path} could not be filled; try again`);
  await window.showNotebookDocument(notebook, { viewColumn: ViewColumn.Active });
}

function freshUri(name: string): Uri {
  const isTaken = ({ path }: Uri) =>
    [...workspace.notebookDocuments, ...workspace.textDocuments].some(
      ({ uri }) => uri.scheme === 'untitled' && uri.path === path,
    );
  for (let number = 1; ; number++) {
    const path = `${name}${number > 1 ? `-${number}` : ''}${SUFFIX}`;
    const uri = Uri.from({ scheme: 'untitled', path });
    if (!isTaken(uri)) return uri;
  }
}
