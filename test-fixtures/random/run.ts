// Random programs by hand: `node --import tsx test-fixtures/random/run.ts FROM COUNT` runs so many seeds and reports
// each difference with the program made small; with one number, it prints that seed's program.
import { Differential } from './differential.ts';
import { randomProgram } from './program.ts';
import { reduce } from './reduce.ts';

/** How long a program is made smaller, milliseconds. */
const reduceTime = Number(process.env.GNOMON_REDUCE_TIME ?? 120_000);

async function runSeeds(from: number, count: number): Promise<void> {
  const differential = new Differential(process.env.GNOMON_VERIFY === '1');
  const skipped = new Map<string, number>();
  let same = 0;
  for (let seed = from; seed < from + count; seed++) {
    const program = randomProgram(seed);
    const verdict = await differential.run(program);
    if (verdict.status === 'same') same++;
    if (verdict.status === 'skipped') {
      const why = verdict.why.replace(/\d+/g, '').slice(0, 160);
      if (process.env.GNOMON_SKIPPED) console.log(`seed ${seed}: ${verdict.why}`);
      skipped.set(why, (skipped.get(why) ?? 0) + 1);
    }
    if (verdict.status === 'different') {
      const { kind } = verdict;
      const small = await reduce(
        program,
        async (text) => {
          const again = await differential.run(text);
          return again.status === 'different' && again.kind === kind;
        },
        Date.now() + reduceTime,
      );
      console.log(`--- seed ${seed}: ${verdict.kind}\n${verdict.report}\n${small}`);
    }
    if ((seed - from) % 50 === 49)
      console.log(`${seed - from + 1} seeds, ${same} the same, skipped`, skipped);
  }
  console.log(`${count} seeds, ${same} the same, skipped`, skipped);
  await differential.stop();
}

const [from, count] = process.argv.slice(2).map(Number);
if (count === undefined) console.log(randomProgram(from ?? 1));
else await runSeeds(from!, count);
