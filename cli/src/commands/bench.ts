// gnomon bench: the benchmark programs on the virtual board, beside the same in C; where the cycles of one of them go;
// and the compiler's own speed.
import { parseArgs } from 'node:util';
import { latencyReport, measureLatency } from '@gnomon/benchmarks/latency';
import { profileReport } from '@gnomon/benchmarks/profile';
import {
  type Comparison,
  compare,
  findPrograms,
  gccVersion,
  markdownReport,
  type Program,
  textReport,
} from '@gnomon/benchmarks/suite';
import { benchmarkFolder, firmwareFunctions, firmwareImage, libraryFiles } from '../assets.ts';
import { connect } from '../connect.ts';
import { withProgress } from '../progress.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseUsage(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
        latency: { type: 'boolean' },
        cells: { type: 'string' },
        profile: { type: 'string' },
        target: { type: 'string' },
      },
    }),
  );
  const { json = false } = values;
  if (values.target !== undefined) requireTarget(values.target);
  if (values.profile !== undefined) return runProfile(values.profile);
  if (values.latency) return runLatency(cellCount(values.cells), json);
  const programs = choose(positionals);
  const comparisons = await compareAll(programs);
  if (json) process.stdout.write(`${JSON.stringify(comparisons, null, 2)}\n`);
  else if (values.markdown) process.stdout.write(markdownReport(comparisons, gccVersion()));
  else process.stdout.write(textReport(comparisons));
  return 0;
}

/** Cells of the session that `--latency` measures: as many as in the targets, if it is not said. */
function cellCount(value: string | undefined): number {
  const count = Number(value ?? 500);
  if (Number.isInteger(count) && count >= 50 && count <= 1000) return count;
  throw new UsageError(`--cells takes a number from 50 to 1000, not "${value}"`);
}

/** What the programs can be measured on. */
const targets: Record<string, string> = { rp2040: 'cycles of its Cortex-M0+, emulated' };

function requireTarget(name: string): void {
  if (Object.hasOwn(targets, name)) return;
  const known = Object.entries(targets).map(([target, what]) => `${target} (${what})`);
  throw new UsageError(`there is no target "${name}" to measure on; there is ${known.join(', ')}`);
}

/** @param name of a typed program, or `untyped/` and that of another one */
async function runProfile(name: string): Promise<number> {
  const kind = name.startsWith('untyped/') ? 'untyped' : 'typed';
  const program = choose([name.replace('untyped/', '')]).find((each) => each.kind === kind);
  if (!program) throw new UsageError(`there is no ${kind} benchmark "${name}"`);
  const { session, board } = await connect('virtual');
  try {
    const runtime = { image: firmwareImage(), functions: firmwareFunctions() };
    const profiled = { session, pico: board.virtual!, library: libraryFiles(), runtime };
    process.stdout.write(await withProgress(`Profiling ${name}...`, profileReport(program, profiled)));
    return 0;
  } finally {
    await session.detach();
    await board.close();
  }
}

async function runLatency(cells: number, json: boolean): Promise<number> {
  const { session, board } = await connect('virtual');
  try {
    await session.warmUp();
    const title = `Running ${cells} cells, three times...`;
    const latency = await withProgress(title, measureLatency(session, { cells, times: 10 }));
    process.stdout.write(json ? `${JSON.stringify(latency, null, 2)}\n` : latencyReport(latency));
    return 0;
  } finally {
    await session.detach();
    await board.close();
  }
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
