// Opens a *.mcu.ts file as the other of the two things that it is: a notebook or a text.
import { NOTEBOOK_TYPE } from '@gnomon/server/editor-protocol';
import { commands, TabInputNotebook, TabInputText, type Uri, ViewColumn, window, workspace } from 'vscode';
import { openUnsaved } from './unsaved.ts';

/** Shows a file as a notebook, in place of its text editor. An unsaved one is saved first; a new one is copied. */
export async function openAsNotebook(_: unknown, resource?: Uri): Promise<void> {
  const uri = resource ?? window.activeTextEditor?.document.uri;
  if (!uri) throw new Error('open a *.mcu.ts file first');
  const document = await workspace.openTextDocument(uri);
  if (document.isUntitled) return openUnsaved('notebook', document.getText());
  if (document.isDirty && !(await document.save())) return;
  await reopen(uri, NOTEBOOK_TYPE);
}

/** Shows the active notebook's file as text, in place of the notebook. */
export async function openAsText(): Promise<void> {
  const notebook = window.activeNotebookEditor?.notebook;
  if (!notebook) throw new Error('open a notebook first');
  const { uri } = notebook;
  if (notebook.isUntitled) throw new Error('save the notebook first; then it is a file that opens as text');
  if (notebook.isDirty && !(await notebook.save())) return;
  await reopen(uri, 'default');
}

/** Opens a saved file with another editor where it is open now, and closes the one that it was open in. */
async function reopen(uri: Uri, editor: string): Promise<void> {
  const group = window.tabGroups.activeTabGroup;
  const before = group.tabs.find(
    ({ input }) =>
      (input instanceof TabInputText || input instanceof TabInputNotebook) &&
      input.uri.toString() === uri.toString(),
  );
  await commands.executeCommand('vscode.openWith', uri, editor, group.viewColumn ?? ViewColumn.Active);
  if (before) await window.tabGroups.close(before, true);
}
