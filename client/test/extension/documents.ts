// Documents as tests open and edit them.
import { randomUUID } from 'node:crypto';
import {
  commands,
  Range,
  type TextDocument,
  type TextEditor,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { NOTEBOOK_TYPE } from '../../../server/src/editor-protocol/index.ts';
import { until } from './until.ts';
import { fixture } from './workspace.ts';

/** Writes a new file into the open folder, and opens it as text. */
export async function openText(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(await writeFile(content)));
}

/** Writes a new file into the open folder, and opens it as a notebook. */
export async function openNotebookOf(content: string) {
  return openNotebook(await writeFile(content));
}

export async function openNotebook(uri: Uri) {
  await commands.executeCommand('vscode.openWith', uri, NOTEBOOK_TYPE);
  const isOpen = () => window.activeNotebookEditor?.notebook.uri.toString() === uri.toString();
  await until(`${uri.path} is open as a notebook`, isOpen);
  return window.activeNotebookEditor!.notebook;
}

/** Replaces the whole text of a document, such as that of a notebook's cell. */
export async function setText(document: TextDocument, text: string): Promise<void> {
  await replace(document, new Range(0, 0, document.lineCount, 0), text);
}

/** Replaces the only occurrence of `from`. */
export async function edit(document: TextDocument, from: string, to: string): Promise<void> {
  const start = document.getText().indexOf(from);
  if (start < 0) throw new Error(`${document.uri} does not contain ${from}`);
  const range = new Range(document.positionAt(start), document.positionAt(start + from.length));
  await replace(document, range, to);
}

/** The position of the bar in `marked`, the rest of which occurs once in the document: `led.|toggle`. */
export function positionOf(document: TextDocument, marked: string) {
  const at = document.getText().indexOf(marked.replace('|', ''));
  if (at < 0) throw new Error(`${document.uri} does not contain ${marked}`);
  return document.positionAt(at + marked.indexOf('|'));
}

/** Closes all editors, without asking what shall be saved. */
export async function closeAll(): Promise<void> {
  while (window.tabGroups.activeTabGroup.activeTab) {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

async function writeFile(content: string): Promise<Uri> {
  // Names are used once: VS Code remembers documents for a while after they are closed.
  const uri = fixture(`${randomUUID()}.mcu.ts`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return uri;
}

async function replace(document: TextDocument, range: Range, text: string): Promise<void> {
  const change = new WorkspaceEdit();
  change.replace(document.uri, range, text);
  if (!(await workspace.applyEdit(change))) throw new Error(`${document.uri} could not be edited`);
}
