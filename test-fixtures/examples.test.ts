// Every example runs on the virtual board from the first cell to the end of its last timer, and says what it should.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { parseCells } from '@gnomon/server/notebook';
import { VirtualSession } from './virtual-session.ts';

const folder = new URL('../examples/', import.meta.url);

/** A part of each example's output. */
const outputs: Readonly<Record<string, RegExp>> = {
  'blink.mcu.ts': /168 primes below 1000, the last is 997\nblinked \d+ times\n$/,
  'button.mcu.ts': /^pressed 0 times\n$/,
  'life.mcu.ts': /^(·█·+\n··█·+\n███·+\n)/,
  'morse.mcu.ts': /^sent \.\.\.\. \. \.-\.\. \.-\.\. --- \/ \.-- --- \.-\. \.-\.\. -\.\.\n$/,
  'numbers.mcu.ts':
    /^number: \d+ µs for 7\.98\d+\nfloat: \d+ µs for 7\.98\d+\nint: \d+ µs for -?\d+\nnumber, but whole: \d+ µs for \d+\n$/,
  'sorting.mcu.ts': /^median \d+ largest gap \d+\n$/,
  'traffic-light.mcu.ts': /^(red\nred and yellow\ngreen\nyellow\n){3}$/,
};

describe('examples', () => {
  let session: VirtualSession;
  before(async () => {
    session = await VirtualSession.start();
  });
  after(() => session.stop());

  for (const name of readdirSync(folder)) {
    test(name, async () => {
      const source = readFileSync(new URL(name, folder), 'utf8');
      const cells = parseCells(source).filter(({ kind }) => kind === 'code');
      const { output, errors } = await session.runProgram(cells.map(({ text }) => text));
      assert.deepEqual(errors, []);
      assert.match(output, outputs[name] ?? /^no output is expected of this example$/);
    });
  }
});
