// How long the host takes from Run to code that is ready to be pushed, in a session that grows long: in an editor,
// which has checked and compiled the cell as it was typed, or had time only to check it, and in a terminal, where all of
// it belongs to the run; and the whole way to the result on the board. Host times: compare them within one run only.
import type { CellResult, Session } from '@gnomon/server/session';
import { calledCell, callersCell, sessionCells } from './cells.ts';
import { gccTimes } from './gcc.ts';
import { type Spread, spreadOf } from './spread.ts';

export interface LatencyOptions {
  readonly cells: number;
  /** How often a function is redefined, and C is compiled. */
  readonly times: number;
}

/** Times in milliseconds. */
export interface Latency {
  readonly cells: number;
  readonly lines: number;
  /** Cells of 30 lines that were checked and compiled before. */
  readonly prepared: Way;
  /** Cells of 30 lines that were checked before. */
  readonly checked: Way;
  /** The same with the check, which `compileAndLink` contains here. */
  readonly terminal: Way;
  /**
   * A new body for a function with 100 callers: one that is too long to be inlined, prepared before or with the check, and
   * one of a line, with the check.
   */
  readonly redefinition: { readonly prepared: Spread; readonly long: Spread; readonly inlined: Spread };
  /** `gcc -O2 -c` and `ld` for a cell of 30 lines. */
  readonly gcc: Spread;
  /** Bytes written to the board for cells of 10 lines. */
  readonly bytesOfTenLines: Spread;
}

/** A cell of a document. */
interface EditedCell {
  readonly id: string;
  readonly text: string;
}

/** What is done with a cell before it is run. */
type Before = 'prepare' | 'check' | 'nothing';

/** One way to run the session. */
export interface Way {
  readonly compileAndLink: Spread;
  /** From Run to the result. */
  readonly toResult: Spread;
  /** Medians of `compileAndLink` of all shapes of cells, of the session's first and last fifth. */
  readonly growth: { readonly first: number; readonly last: number };
}

/** A run of one cell. */
interface Run {
  readonly lines: number;
  readonly bytesPushed: number;
  readonly checkMs: number;
  /** Compile and link. */
  readonly codeMs: number;
  readonly totalMs: number;
}

const uri = 'file:///latency.mcu.ts';

/** Measures in an attached session, which it resets. Needs `arm-none-eabi-gcc`. */
export async function measureLatency(session: Session, options: LatencyOptions): Promise<Latency> {
  const texts = sessionCells(options.cells);
  const gcc = spreadOf(gccTimes(options.times));
  const prepared = await runSession(session, texts, 'prepare');
  const checked = await runSession(session, texts, 'check');
  const typed = await runSession(session, texts, 'nothing');
  return {
    cells: texts.length,
    lines: texts.reduce((sum, text) => sum + lineCount(text), 0),
    prepared: wayOf(prepared, ({ checkMs, codeMs }) => checkMs + codeMs),
    checked: wayOf(checked, ({ codeMs }) => codeMs),
    terminal: wayOf(typed, ({ checkMs, codeMs }) => checkMs + codeMs),
    redefinition: {
      prepared: spreadOf(await redefine(session, 'long', options.times, 'prepare')),
      long: spreadOf(await redefine(session, 'long', options.times)),
      inlined: spreadOf(await redefine(session, 'short', options.times)),
    },
    gcc,
    bytesOfTenLines: spreadOf(
      checked.filter(({ lines }) => lines === 10).map(({ bytesPushed }) => bytesPushed),
    ),
  };
}

/** Runs all cells from a fresh start. */
async function runSession(session: Session, texts: readonly string[], before: Before): Promise<Run[]> {
  await session.reset();
  const runs: Run[] = [];
  for (const [n, text] of texts.entries()) {
    const cells = texts.slice(0, n + 1).map((each, i) => ({ id: idOf(i), text: each }));
    await edit(session, cells, before);
    runs.push(await run(session, idOf(n), text));
  }
  session.removeDocument(uri);
  return runs;
}

/** What an editor does while the last of these cells is typed. */
async function edit(session: Session, cells: readonly EditedCell[], before: Before): Promise<void> {
  if (before === 'nothing') return;
  const { id } = cells.at(-1)!;
  session.setDocument(uri, cells);
  session.language.diagnostics(id);
  if (before === 'prepare') await session.prepare(id);
}

const idOf = (n: number) => `latency${n}`;

async function run(session: Session, id: string, text: string): Promise<Run> {
  const begin = performance.now();
  const result = await session.runCell(id, text);
  const totalMs = performance.now() - begin;
  requireDone(id, result);
  const { bytesPushed, checkMs, compileMs, linkMs } = result.cost;
  return { lines: lineCount(text), bytesPushed, checkMs, codeMs: compileMs + linkMs, totalMs };
}

function requireDone(id: string, result: CellResult): void {
  if (result.status !== 'done') throw new Error(`cell ${id} was ${result.status}: ${JSON.stringify(result)}`);
}

function wayOf(runs: readonly Run[], timeOf: (run: Run) => number): Way {
  const measured = runs.filter(({ lines }) => lines === 30);
  const fifth = Math.trunc(runs.length / 5);
  const medianOf = (some: readonly Run[]) => spreadOf(some.map(timeOf)).median;
  return {
    compileAndLink: spreadOf(measured.map(timeOf)),
    toResult: spreadOf(measured.map(({ totalMs }) => totalMs)),
    growth: { first: medianOf(runs.slice(0, fifth)), last: medianOf(runs.slice(-fifth)) },
  };
}

/** Times of redefinitions of a function with 100 callers, in the session as it is. */
async function redefine(
  session: Session,
  kind: 'long' | 'short',
  times: number,
  before: Before = 'nothing',
): Promise<number[]> {
  await run(session, 'called', calledCell(kind, 0));
  for (let n = 0; n < 10; n++) await run(session, `callers${n}`, callersCell(n));
  const found: number[] = [];
  for (let version = 1; version <= times; version++) {
    const text = calledCell(kind, version);
    await edit(session, [{ id: 'called', text }], before);
    const { checkMs, codeMs } = await run(session, 'called', text);
    found.push(checkMs + codeMs);
  }
  session.removeDocument(uri);
  return found;
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
