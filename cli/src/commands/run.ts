// gnomon run FILE: runs the cells of a *.mcu.ts file in order, and then its timers until the last one has ended.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { parseCells } from '@gnomon/server/notebook';
import type { CellResult, Session } from '@gnomon/server/session';
import { connect } from '../connect.ts';
import { addCost, costLine, noCost } from '../costs.ts';
import { Interrupts } from '../interrupts.ts';
import { type FindPlace, formatDiagnostic, formatError } from '../report.ts';
import { CellView } from '../show-cells.ts';
import { styleFor } from '../terminal.ts';
import { parseUsage, UsageError } from '../usage-error.ts';

interface RunOptions {
  /** Path of the program, `-` for standard input. */
  readonly file: string;
  readonly board: string;
  /** Show each cell with its value and cost. */
  readonly cells: boolean;
  /** Write one JSON line of costs to stderr. */
  readonly stats: boolean;
}

function parseOptions(args: string[]): RunOptions {
  const { values, positionals } = parseUsage(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: { board: { type: 'string' }, cells: { type: 'boolean' }, stats: { type: 'boolean' } },
    }),
  );
  if (positionals.length !== 1) throw new UsageError('run needs one file: gnomon run FILE');
  return {
    file: positionals[0]!,
    board: values.board ?? 'virtual',
    cells: values.cells ?? false,
    stats: values.stats ?? false,
  };
}

async function readProgram(file: string): Promise<string> {
  if (file === '-') return (await process.stdin.setEncoding('utf8').toArray()).join('');
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UsageError(`there is no file ${file}`);
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder`);
    throw new UsageError(`can't read ${file}: ${message}`);
  }
}

export async function run(args: string[]): Promise<number> {
  const options = parseOptions(args);
  const interrupts = new Interrupts();
  try {
    const cells = parseCells(await readProgram(options.file));
    const file = options.file === '-' ? '<stdin>' : options.file;
    const place: FindPlace = (unit) => {
      const cell = cells[Number(unit.replace('cell', '')) - 1];
      return cell && { file, line: cell.line, text: cell.text };
    };
    const { session, board, identity } = await connect(options.board, {
      folder: options.file === '-' ? process.cwd() : dirname(options.file),
    });
    interrupts.stopWith(() => session.stop());
    const view = options.cells ? new CellView(identity.clockHz) : undefined;
    if (view) board.virtual?.pins.onChange(({ pin, output }) => output && view.pinWritten(pin));
    const program = new ProgramRun(session, place);
    const total = noCost();
    let ran = 0;
    try {
      for (const [index, cell] of cells.entries()) {
        view?.begin(cell, ran + 1);
        if (cell.kind !== 'code') continue;
        const result = await program.runCell(`cell${index + 1}`, cell.text);
        addCost(total, result.cost);
        if (result.status !== 'done' || interrupts.exitCode !== undefined) break;
        view?.done(result.value, result.cost);
        ran++;
      }
      if (!program.failed && interrupts.exitCode === undefined) {
        if (session.timers > 0) view?.waiting(session.timers);
        await Promise.race([session.whenQuiet(), program.timerFailed, interrupts.happened]);
      }
      // Nothing goes on after the end of the program, as with any other.
      if (session.timers > 0 && interrupts.exitCode === undefined) await session.stop();
    } finally {
      await session.detach();
      await board.close();
    }
    if (!program.failed && interrupts.exitCode === undefined) view?.end(board.name, ran, total);
    if (options.stats) process.stderr.write(`${costLine(total)}\n`);
    return interrupts.exitCode ?? (program.failed ? 1 : 0);
  } finally {
    interrupts.end();
  }
}

/** Runs cells with their output on stdout and what goes wrong on stderr. */
class ProgramRun {
  failed = false;
  /** Resolves when a timer's callback has failed, which ends a program. */
  readonly timerFailed: Promise<void>;
  private readonly style = styleFor(process.stderr);

  constructor(
    private readonly session: Session,
    private readonly place: FindPlace,
  ) {
    this.timerFailed = new Promise((resolve) => {
      session.listen({
        output: ({ channel, text }) => {
          (channel === 'log' ? process.stdout : process.stderr).write(`${text}\n`);
        },
        timerError: (error) => {
          // The first one ends the program; more may be on their way.
          if (!this.failed) this.complain(formatError(error, place, this.style));
          this.failed = true;
          resolve();
        },
      });
    });
  }

  async runCell(id: string, text: string): Promise<CellResult> {
    const result = await this.session.runCell(id, text);
    for (const diagnostic of result.diagnostics) {
      this.complain(formatDiagnostic(diagnostic, this.place, this.style));
    }
    if (result.status === 'failed') this.complain(formatError(result.error, this.place, this.style));
    if (result.status === 'rejected' && result.message) {
      this.complain(`${this.style.red('error')}: ${result.message}`);
    }
    if (result.status === 'failed' || result.status === 'rejected') this.failed = true;
    return result;
  }

  private complain(text: string): void {
    process.stderr.write(`${text}\n`);
  }
}
