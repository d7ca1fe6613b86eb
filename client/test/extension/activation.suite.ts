// The extension starts in a real VS Code.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { extensions, languages, workspace } from 'vscode';
import { LANGUAGE_ID } from '../../../server/src/editor-protocol/index.ts';
import { fixture } from './workspace.ts';

suite('activation', () => {
  test('files are saved only when a test says so', () => {
    assert.equal(workspace.getConfiguration('files').get('autoSave'), 'off');
  });

  test('the extension activates', async () => {
    const extension = extensions.getExtension('gnomon.gnomon');
    assert.ok(extension, 'VS Code does not know the extension');
    await extension.activate();
    assert.ok(extension.isActive);
  });

  test('*.mcu.ts files have our language, which TypeScript does not speak', async () => {
    assert.ok((await languages.getLanguages()).includes(LANGUAGE_ID));
    const document = await workspace.openTextDocument(fixture('blink.mcu.ts'));
    assert.equal(document.languageId, LANGUAGE_ID);
  });
});
