// gnomon run FILE: runs the cells of a *.mcu.ts file in order, and then its timers until the last one has ended.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cell, parseCells } from '@gnomon/server/notebook';
import type { CellCost, CellResult, Session } from '@gnomon/server/session';
import { connect } from '../connect.ts';
import { type FindPlace, formatCost, formatDiagnostic, formatError } from '../report.ts';
import { UsageError } from '../usage-error.ts';

interface RunOptions {
  readonly file: string;
  readonly board: string;
  /** Show each cell with its value and cost. */
  readonly cells: boolean;
  /** Write one JSON line of costs to stderr. */
  readonly stats: boolean;
}

function parseOptions(args: string[]): RunOptions {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) throw new UsageError('run needs one file: gnomon run FILE');
  return {
    file: positionals[0]!,
    board: values.board ?? 'virtual',
    cells: values.cells ?? false,
    stats: values.stats ?? false,
  };
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { board: { type: 'string' }, cells: { type: 'boolean' }, stats: { type: 'boolean' } },
  });

export async function run(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const text = await readFile(options.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      error.code === 'ENOENT' ? `there is no file ${options.file}` : `${options.file}: ${error.message}`,
    );
  });
  const cells = parseCells(text);
  const place: FindPlace = (unit) => {
    const cell = cells[Number(unit.replace('cell', '')) - 1];
    return cell && { file: options.file, line: cell.line, text: cell.text };
  };

  const { session, board } = await connect(options.board);
  const quiet = new Promise<void>((resolve) => session.listen({ quiet: resolve }));
  let failed = false;
  session.listen({
    output: ({ channel, text: line }) => {
      (channel === 'log' ? process.stdout : process.stderr).write(`${line}\n`);
    },
    timerError: (error) => {
      failed = true;
      process.stderr.write(`${formatError(error, place)}\n`);
    },
  });
  const interrupt = interruptsOf(session);
  const total = {
    checkMs: 0,
    compileMs: 0,
    linkMs: 0,
    pushMs: 0,
    runMs: 0,
    bytesPushed: 0,
    codeBytes: 0,
    cycles: 0,
  };
  try {
    for (const [index, cell] of cells.entries()) {
      if (options.cells) showCell(cell, index);
      if (cell.kind !== 'code') continue;
      const result = await session.runCell(`cell${index + 1}`, cell.text);
      add(total, result.cost);
      for (const diagnostic of result.diagnostics) {
        process.stderr.write(`${formatDiagnostic(diagnostic, place)}\n`);
      }
      if (!report(result, options, place)) {
        failed = true;
        break;
      }
    }
    if (!failed && session.timers > 0 && !interrupt.pressed) await Promise.race([quiet, interrupt.promise]);
  } finally {
    interrupt.stopListening();
    await session.detach();
    await board.close();
  }
  if (options.stats) process.stderr.write(`${JSON.stringify(rounded(total))}\n`);
  if (options.cells && !failed)
    process.stdout.write(`\n${basename(options.file)} ran on the ${board.name}.\n`);
  return interrupt.pressed ? 130 : failed ? 1 : 0;
}

/** Writes what is to be seen of a result; false if the run ends here. */
function report(result: CellResult, options: RunOptions, place: FindPlace): boolean {
  switch (result.status) {
    case 'done':
      if (options.cells) {
        if (result.value && result.value.value !== undefined)
          process.stdout.write(`=> ${result.value.text}\n`);
        process.stdout.write(`   ${dim(formatCost(result))}\n`);
      }
      return true;
    case 'failed':
      process.stderr.write(`${formatError(result.error, place)}\n`);
      return false;
    case 'rejected':
      if (result.message) process.stderr.write(`error: ${result.message}\n`);
      return false;
    case 'stopped':
      process.stderr.write('stopped\n');
      return false;
  }
}

function showCell(cell: Cell, index: number): void {
  if (cell.kind === 'markdown') {
    process.stdout.write(`\n${cell.text}\n`);
    return;
  }
  const title = `[${index + 1}]${cell.title ? ` ${cell.title}` : ''} `;
  process.stdout.write(`\n${dim(title.padEnd(72, '─'))}\n${cell.text}\n${dim('─'.repeat(20))}\n`);
}

/** Grey text on terminals that show colours. */
function dim(text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[2m${text}\u001b[0m` : text;
}

function add(total: CellCost, cost: CellCost): void {
  for (const key of Object.keys(total) as (keyof CellCost)[]) total[key] += cost[key];
}

function rounded(cost: CellCost): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cost).map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
  );
}

/** Ctrl-C stops the board's code, which ends the run. */
function interruptsOf(session: Session) {
  const state = { pressed: false, promise: Promise.resolve(), stopListening: () => {} };
  state.promise = new Promise<void>((resolve) => {
    const onInterrupt = () => {
      state.pressed = true;
      void session.stop().finally(resolve);
    };
    process.on('SIGINT', onInterrupt);
    state.stopListening = () => process.off('SIGINT', onInterrupt);
  });
  return state;
}
