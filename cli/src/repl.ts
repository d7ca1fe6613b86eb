// The read-eval-print loop: which lines make a cell, what is shown of its result, and what Ctrl-C means when.
import { inspect } from 'node:util';
import { isIncomplete, type Session } from '@gnomon/server/session';
import type { Prompt } from './prompt.ts';
import { type FindPlace, formatDiagnostic, formatError } from './report.ts';
import { hasColors, styleFor } from './terminal.ts';

const help = `A line runs when it is complete; brackets that are open let it go on. Names stay, and can be defined again.
  .reset   clears the board: variables, functions, timers
  .exit    leaves, as Ctrl-D does
  Ctrl-C   stops the running code and the timers; drops what is being typed`;

export class Repl {
  private readonly style = styleFor(process.stdout);
  /** Texts of the cells that ran, by identifier. */
  private readonly texts = new Map<string, string>();
  /** Lines that came while a cell ran. */
  private readonly waiting: string[] = [];
  /** Lines of a cell that is not complete. */
  private unfinished: string[] = [];
  private busy = false;
  private stopping = false;
  private inputEnded = false;
  private exitCode = 0;
  private leave: () => void = () => {};

  constructor(
    private readonly session: Session,
    private readonly prompt: Prompt,
  ) {}

  /** Runs until the input ends or the board is gone; resolves with the exit code. */
  async run(): Promise<number> {
    const left = new Promise<void>((resolve) => {
      this.leave = resolve;
    });
    const remove = this.session.listen({
      output: ({ text }) => this.prompt.printAbove(text),
      timerError: (error) => this.prompt.printAbove(formatError(error, this.place, this.style)),
      state: (state) => {
        if (state !== 'lost') return;
        this.prompt.printAbove(`${this.style.red('error')}: the board is gone`);
        this.exitCode = 1;
        this.leave();
      },
    });
    this.prompt.listen({
      line: (text) => {
        this.waiting.push(text);
        void this.work();
      },
      interrupt: (text) => this.interrupt(text),
      close: () => {
        this.inputEnded = true;
        // A person who leaves does not wait for what runs; input from a file is run to its end.
        if (this.prompt.interactive) this.leave();
        else void this.work();
      },
    });
    this.prompt.show('> ');
    await left;
    remove();
    this.prompt.close();
    // Nothing goes on after the program on the host has ended.
    if (this.session.state !== 'lost' && (this.busy || this.session.timers > 0)) {
      await this.session.stop().catch(() => {});
    }
    return this.exitCode;
  }

  /** Takes the waiting lines one after the other. */
  private async work(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      for (let line = this.waiting.shift(); line !== undefined; line = this.waiting.shift()) {
        await this.take(line);
      }
      if (this.inputEnded && this.unfinished.length > 0) await this.runCell(this.unfinished.join('\n'));
    } finally {
      this.busy = false;
    }
    if (this.inputEnded) this.leave();
    else this.prompt.show(this.unfinished.length > 0 ? '... ' : '> ');
  }

  private async take(line: string): Promise<void> {
    const command = this.unfinished.length === 0 ? /^\s*\.([a-z]+)\s*$/.exec(line)?.[1] : undefined;
    if (command !== undefined) return this.command(command);
    const text = [...this.unfinished, line].join('\n');
    if (text.trim() === '') {
      this.unfinished = [];
    } else if (isIncomplete(text)) {
      this.unfinished.push(line);
    } else {
      this.unfinished = [];
      await this.runCell(text);
    }
  }

  private async command(name: string): Promise<void> {
    switch (name) {
      case 'help':
        this.prompt.printAbove(help);
        break;
      case 'reset':
        await this.session.reset();
        this.texts.clear();
        this.prompt.printAbove('The board is empty again.', 'hint');
        break;
      case 'exit':
        this.leave();
        break;
      default:
        this.prompt.printAbove(`There is no command .${name}; .help lists them.`);
    }
  }

  private async runCell(text: string): Promise<void> {
    const id = `cell${this.texts.size + 1}`;
    this.texts.set(id, text);
    try {
      const result = await this.session.runCell(id, text);
      for (const diagnostic of result.diagnostics) {
        this.prompt.printAbove(formatDiagnostic(diagnostic, this.place, this.style));
      }
      if (result.status === 'failed') {
        this.prompt.printAbove(formatError(result.error, this.place, this.style));
      } else if (result.status === 'rejected' && result.message) {
        this.prompt.printAbove(`${this.style.red('error')}: ${result.message}`);
      } else if (result.status === 'stopped') {
        this.prompt.printAbove(this.style.dim('stopped'));
      } else if (result.status === 'done' && result.value && result.value.value !== undefined) {
        const { value, text: plain } = result.value;
        this.prompt.printAbove(hasColors(process.stdout) ? inspect(value, { colors: true }) : plain);
      }
    } catch (error) {
      if (this.session.state !== 'lost') {
        this.prompt.printAbove(`${this.style.red('error')}: ${(error as Error).message}`);
      }
    } finally {
      this.stopping = false;
    }
  }

  private interrupt(typed: string): void {
    if (this.busy) {
      if (this.stopping) {
        // The board does not obey: whoever presses again wants to leave.
        this.exitCode = 130;
        this.leave();
        return;
      }
      this.stopping = true;
      this.waiting.length = 0;
      this.session.stop().catch((error: Error) => this.prompt.printAbove(`error: ${error.message}`));
    } else if (typed !== '' || this.unfinished.length > 0) {
      this.unfinished = [];
      this.prompt.abandonLine();
      this.prompt.show('> ');
    } else if (this.session.timers > 0) {
      this.session.stop().then(
        () => this.prompt.printAbove(this.style.dim('timers stopped')),
        (error: Error) => this.prompt.printAbove(`error: ${error.message}`),
      );
    } else {
      this.prompt.printAbove(this.style.dim('Nothing is running. Ctrl-D leaves.'));
    }
  }

  private readonly place: FindPlace = (unit) => {
    const text = this.texts.get(unit);
    return text === undefined ? undefined : { file: unit.replace('cell', 'input '), line: 0, text };
  };
}
