// Random programs over all features of the language print on the virtual board what they print in Node. A program that
// does not is made small. GNOMON_PROGRAMS says how many (default 100), GNOMON_SEED from which seed;
// test-fixtures/random/run.ts runs many by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Differential } from './random/differential.ts';
import { randomProgram } from './random/program.ts';
import { reduce } from './random/reduce.ts';

const count = Number(process.env.GNOMON_PROGRAMS ?? 100);
const from = Number(process.env.GNOMON_SEED ?? 1);

/** How long a failing program is made smaller, milliseconds. */
const reduceTime = 60_000;

test(`${count} random programs over all features`, async () => {
  const differential = new Differential(false);
  let skipped = 0;
  try {
    for (let seed = from; seed < from + count; seed++) {
      const program = randomProgram(seed);
      const verdict = await differential.run(program);
      if (verdict.status === 'skipped') skipped++;
      if (verdict.status !== 'different') continue;
      const isSame = async (text: string) => {
        const again = await differential.run(text);
        return again.status === 'different' && again.kind === verdict.kind;
      };
      const small = await reduce(program, isSame, Date.now() + reduceTime);
      assert.fail(`seed ${seed}: ${verdict.report}\n${small}`);
    }
    assert.ok(skipped <= count / 5, `${skipped} of ${count} programs say nothing`);
  } finally {
    await differential.stop();
  }
});
