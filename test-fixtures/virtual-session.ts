// A session on a virtual board for tests: the shipped firmware, library and target, with all verifiers on.
import { VirtualPico } from '@gnomon/boards/virtual';
import { type CellResult, type ModuleHost, Session } from '@gnomon/server/session';
import { firmwareImage, firmwareManifest, libraryFiles } from '../cli/src/assets.ts';

/** What a program printed and how it ended. */
export interface ProgramRun {
  /** Lines of all console channels in order. */
  readonly output: string;
  readonly results: readonly CellResult[];
  /** Messages of diagnostics and run-time errors; empty if all went well. */
  readonly errors: readonly string[];
}

export class VirtualSession {
  private output = '';
  private timerErrors: string[] = [];
  private onQuiet: () => void = () => {};

  private constructor(
    readonly session: Session,
    readonly board: VirtualPico,
  ) {
    session.listen({
      output: ({ text }) => {
        this.output += `${text}\n`;
      },
      timerError: (error) => this.timerErrors.push(`${error.name}: ${error.message}`),
      quiet: () => this.onQuiet(),
    });
  }

  /** Boots a virtual Pico (sleeps are skipped: delays take no time) and attaches a session to it. */
  static async start(
    options: { verify?: boolean; realTime?: boolean; modules?: ModuleHost } = {},
  ): Promise<VirtualSession> {
    const board = VirtualPico.create({ uf2: firmwareImage(), realTime: options.realTime ?? false });
    const session = new Session({
      library: libraryFiles(),
      firmware: firmwareManifest(),
      verify: options.verify ?? true,
      ...(options.modules ? { modules: options.modules } : {}),
    });
    await session.attach(board.stream);
    return new VirtualSession(session, board);
  }

  /** Runs cells in order from a fresh start until the first that fails, and then the timers until the last ends. */
  async runProgram(cells: readonly string[]): Promise<ProgramRun> {
    await this.session.reset();
    this.output = '';
    this.timerErrors = [];
    const results: CellResult[] = [];
    const errors: string[] = [];
    const quiet = new Promise<void>((resolve) => {
      this.onQuiet = resolve;
    });
    for (const [index, text] of cells.entries()) {
      const result = await this.session.runCell(`cell${index + 1}`, text);
      results.push(result);
      for (const { severity, code, message } of result.diagnostics) {
        if (severity === 'error') errors.push(`${code}: ${message}`);
      }
      if (result.status === 'failed') errors.push(`${result.error.name}: ${result.error.message}`);
      if (result.status === 'rejected' && result.message) errors.push(result.message);
      if (result.status !== 'done') break;
    }
    if (errors.length === 0 && this.session.timers > 0) await quiet;
    return { output: this.output, results, errors: [...errors, ...this.timerErrors] };
  }

  async stop(): Promise<void> {
    await this.session.detach();
    this.board.dispose();
  }
}
