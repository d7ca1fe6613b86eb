// Random programs print on the virtual board what they print in Node. GNOMON_PROGRAMS says how many (default 40),
// GNOMON_SEED from where.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runInNode } from './oracle/run-in-node.ts';
import { randomProgram } from './random-program.ts';
import { VirtualSession } from './virtual-session.ts';

const numRuns = Number(process.env.GNOMON_PROGRAMS ?? 40);
const seed = Number(process.env.GNOMON_SEED ?? 20261121);

test(`${numRuns} random programs`, async () => {
  const board = await VirtualSession.start();
  try {
    await fc.assert(
      fc.asyncProperty(randomProgram, async (program) => {
        const expected = runInNode(program);
        // Programs that TypeScript rejects (comparisons that can't be true...) say nothing.
        fc.pre(expected.error === undefined);
        const { output, errors } = await board.runProgram([program]);
        // So do those with a constant that is no int in code that never runs.
        fc.pre(!errors.some((error) => error.startsWith('GN2001')));
        assert.deepEqual(errors, []);
        assert.equal(output, expected.output);
      }),
      { numRuns, seed, maxSkipsPerRun: 20 },
    );
  } finally {
    await board.stop();
  }
});
