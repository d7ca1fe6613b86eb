import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './testing/editor.ts';

const uri = 'file:///work/blink.mcu.ts';

test('cells of a text document run, with value, output and cost', async (t) => {
  const editor = await Editor.start(t);
  await editor.attachPico(t);
  await editor.open(uri, "let n: int = 20;\n// %% Use\nconsole.log('n is', n);\nn + 1;\n");
  const first = await editor.run(uri, 0);
  assert.equal(first.status, 'done');
  const second = await editor.run(uri, 1);
  assert.equal(second.status === 'done' && second.value, '21');
  assert.deepEqual(editor.events, ['result 1', 'n is 20', 'result 2']);
  assert.deepEqual(editor.outputs, [{ run: 2, channel: 'log', text: 'n is 20' }]);
  assert.ok(second.cost.bytesPushed > 0 && second.cost.boardMicros > 0);
});

test('the cell that was edited and the one after the cell that ran are compiled before they run', async (t) => {
  const editor = await Editor.start(t);
  await editor.attachPico(t);
  await editor.open(uri, 'let n: int = 1;\nn;\n// %% [markdown] Note\n// %% Use\nn + 1;\n');
  /** Runs a cell until it was prepared: how long that takes is the machine's affair. */
  const prepared = async (cell: number, edit: (version: number) => Promise<void>): Promise<boolean> => {
    for (let version = 0; version < 5; version++) {
      await edit(version);
      await new Promise((resolve) => setTimeout(resolve, 500 * (version + 1)));
      if ((await editor.run(uri, cell)).cost.aheadMs > 0) return true;
    }
    return false;
  };
  const editFirst = (version: number) =>
    editor.edit(uri, `n: int = ${version + 1}`, `n: int = ${version + 2}`);
  assert.ok(await prepared(0, editFirst));
  const runFirst = async () => void (await editor.run(uri, 0));
  assert.ok(await prepared(2, runFirst));
});
