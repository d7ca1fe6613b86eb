// gnomon bench: the benchmark programs on the virtual board, beside the same in C.
import { parseArgs } from 'node:util';
import {
  type Comparison,
  compare,
  findPrograms,
  gccVersion,
  markdownReport,
  type Program,
  textReport,
} from '@gnomon/benchmarks/suite';
import { benchmarkFolder } from '../assets.ts';
import { connect } from '../connect.ts';
import { withProgress } from '../progress.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, markdown: { type: 'boolean' } },
    }),
  );
  const programs = choose(positionals);
  const comparisons = await compareAll(programs);
  if (values.json) process.stdout.write(`${JSON.stringify(comparisons, null, 2)}\n`);
  else if (values.markdown) process.stdout.write(markdownReport(comparisons, gccVersion()));
  else process.stdout.write(textReport(comparisons));
  return 0;
}

/** The programs of these names, typed and untyped; all of them if there are no names. */
function choose(names: readonly string[]): Program[] {
  const all = findPrograms(benchmarkFolder());
  for (const name of names) {
    if (!all.some((program) => program.name === name)) {
      const known = [...new Set(all.map((program) => program.name))].join(', ');
      throw new UsageError(`there is no benchmark "${name}"; there are ${known}`);
    }
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

async function compareAll(programs: readonly Program[]): Promise<Comparison[]> {
  const { session, board } = await connect('virtual');
  try {
    const comparisons: Comparison[] = [];
    for (const program of programs) {
      const title = `Measuring ${program.name}${program.kind === 'untyped' ? ' without annotations' : ''}...`;
      comparisons.push(await withProgress(title, compare(program, session)));
    }
    return comparisons;
  } finally {
    await session.detach();
    await board.close();
  }
}
