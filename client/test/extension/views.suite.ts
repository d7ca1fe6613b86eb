// The views on the virtual board, in a real VS Code: what they show after a run, and that they read nothing while hidden.
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { commands, env, type TreeItem } from 'vscode';
import type { Gnomon } from '../../src/gnomon.ts';
import { closeAll, openText } from './documents.ts';
import { gnomon } from './gnomon.ts';
import { until } from './until.ts';

suite('views', () => {
  let extension: Gnomon;

  suiteSetup(async () => {
    extension = await gnomon();
    await extension.connection.connectToLast();
    await commands.executeCommand('gnomon.device.focus');
  });

  suiteTeardown(async () => {
    await commands.executeCommand('workbench.view.explorer');
    await closeAll();
  });

  test('the device view shows the board and its memory', async () => {
    await until('the memory is shown', () => describe('memory/heap') !== undefined);
    assert.equal(describe('board'), 'Ready');
    assert.equal(describe('board/chip'), 'RP2040 at 125 MHz');
    for (const arena of ['code', 'data', 'heap']) {
      assert.match(describe(`memory/${arena}`)!, /^[\d.]+ K?B of [\d.]+ KB used$/);
    }
  });

  test('variables appear after a run, change while a timer runs, and lead to their declaration', async () => {
    const { uri } = (
      await openText("let ticks: int = 0;\nconst name = 'sun';\nsetInterval(() => { ticks++; }, 20);\n")
    ).document;
    await commands.executeCommand('gnomon.runFile', uri);
    await until('the variable is shown', () => describe('variables/name') === "= 'sun'");
    assert.match(describe('variables/ticks')!, /^= \d+$/);
    const first = describe('variables/ticks');
    await until('the variable changes', () => describe('variables/ticks') !== first);
    const { command } = itemOf('variables/ticks');
    assert.equal(command?.command, 'vscode.open');
    assert.equal(String(command.arguments?.[0]), uri.toString());
    assert.equal(describe('board'), '1 Timer');
    await commands.executeCommand('gnomon.copyValue', 'variables/name');
    assert.equal(await env.clipboard.readText(), "'sun'");
    await commands.executeCommand('gnomon.stop');
    await until('the board is idle', () => describe('board') === 'Ready');
  });

  test('nothing is read of the board while the view is hidden', async () => {
    await commands.executeCommand('workbench.view.explorer');
    const { uri } = (await openText('let hidden: int = 1;\n')).document;
    await commands.executeCommand('gnomon.runFile', uri);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(describe('variables/hidden'), undefined);
    await commands.executeCommand('gnomon.device.focus');
    await until('the variable is shown', () => describe('variables/hidden') === '= 1');
  });

  test('without a board the view is empty, so that the editor says what to do', async () => {
    await commands.executeCommand('gnomon.disconnect');
    assert.deepEqual(extension.views.device.getChildren(), []);
    await commands.executeCommand('gnomon.connect');
    await until('the memory is shown', () => describe('memory') !== undefined);
    assert.deepEqual(extension.views.device.getChildren('variables'), ['no-variables']);
  });

  function itemOf(id: string): TreeItem {
    return extension.views.device.getTreeItem(id);
  }

  function describe(id: string): string | undefined {
    const { description } = itemOf(id);
    return typeof description === 'string' ? description : undefined;
  }
});
