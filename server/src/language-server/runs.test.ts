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
