// Every program of programs/ prints on the virtual board what it prints in Node.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { runInNode } from './oracle/run-in-node.ts';
import { VirtualSession } from './virtual-session.ts';

const folder = new URL('programs/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.mcu.ts'));

let board: VirtualSession;
before(async () => {
  board = await VirtualSession.start();
});
after(() => board.stop());

test('there are at least 80 programs', () => assert.ok(names.length >= 80));

for (const name of names) {
  test(name.replace('.mcu.ts', ''), async () => {
    const program = readFileSync(new URL(name, folder), 'utf8');
    const expected = runInNode(program);
    assert.equal(expected.error, undefined);
    const { output, errors } = await board.runProgram([program]);
    assert.deepEqual(errors, []);
    assert.equal(output, expected.output);
  });
}
