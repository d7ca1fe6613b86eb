import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMemory, readPins, readVariables } from '../editor-protocol/index.ts';
import { Editor } from './testing/editor.ts';

const uri = 'file:///work/blink.mcu.ts';

test('variables: what they hold, and where they are declared, also after an edit', async (t) => {
  const editor = await Editor.start(t);
  await editor.attachPico(t);
  await editor.open(uri, "let n: int = 20;\n// %% Use\nlet words = ['sun', 'dial'];\n");
  await editor.run(uri, 0);
  await editor.run(uri, 1);
  await editor.edit(uri, '// %% Use', '// more\n// %% Use');
  const variables = await editor.connection.sendRequest(readVariables);
  assert.deepEqual(
    variables.map(({ location, ...variable }) => ({ ...variable, line: location?.range.start.line })),
    [
      { name: 'n', type: 'int', value: '20', line: 0 },
      { name: 'words', type: 'string[]', value: "[ 'sun', 'dial' ]", line: 3 },
    ],
  );
  const { code, data } = await editor.connection.sendRequest(readMemory);
  assert.ok(data.used > 0 && code.used < code.size);
});

test('without a board, views are told what to do', async (t) => {
  const editor = await Editor.start(t);
  for (const request of [readPins, readMemory, readVariables]) {
    await assert.rejects(async () => editor.connection.sendRequest(request.method), /connect one first/);
  }
});
