import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  NotebookCellKind,
} from 'vscode-languageserver-protocol';
import { LANGUAGE_ID, NOTEBOOK_TYPE } from '../editor-protocol/index.ts';
import { Editor } from './testing/editor.ts';

test('a file that is opened as text while it is open as a notebook stays known when the notebook closes', async (t) => {
  const editor = await Editor.start(t);
  const uri = 'file:///work/blink.mcu.ts';
  const cell = 'vscode-notebook-cell:/work/blink.mcu.ts#1';
  const text = 'let n: int = 20;\n';
  await editor.connection.sendNotification(DidOpenNotebookDocumentNotification.type, {
    notebookDocument: {
      uri,
      notebookType: NOTEBOOK_TYPE,
      version: 1,
      cells: [{ kind: NotebookCellKind.Code, document: cell }],
    },
    cellTextDocuments: [{ uri: cell, languageId: LANGUAGE_ID, version: 1, text }],
  });
  await editor.open(uri, `// %%\n${text}// %%\nn;\n`);
  await editor.connection.sendNotification(DidCloseNotebookDocumentNotification.type, {
    notebookDocument: { uri },
    cellTextDocuments: [{ uri: cell }],
  });
  assert.equal((await editor.cells(uri)).length, 2);
});
