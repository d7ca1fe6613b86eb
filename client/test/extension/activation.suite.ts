// The extension starts in a real VS Code.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, extensions, languages, workspace } from 'vscode';
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

  test('every command that package.json names exists, in menus, welcomes and the walkthrough too', async () => {
    const { packageJSON } = extensions.getExtension('gnomon.gnomon')!;
    const { commands: contributed } = packageJSON.contributes as { commands: { command: string }[] };
    const known = new Set(await commands.getCommands(true));
    for (const { command } of contributed) assert.ok(known.has(command), command);
    // Their titles are filled in from package.nls.json.
    const named = [...JSON.stringify(packageJSON).matchAll(/"command":"([^"]+)"|\(command:([^)]+)\)/g)];
    assert.ok(named.length > contributed.length);
    for (const [, entry, link] of named) assert.ok(known.has((entry ?? link)!), entry ?? link);
  });
});
