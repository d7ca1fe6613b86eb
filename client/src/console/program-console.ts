// The console of the live program, as a terminal: what it prints, and the errors that it ends with; Ctrl+C stops it.
// Notebooks show what their cells print themselves.
import { type BoardOutput, timerError } from '@gnomon/server/editor-protocol';
import { Disposable, EventEmitter, type Terminal, ThemeIcon, window } from 'vscode';
import type { BoardServer } from '../connection/board-server.ts';
import type { Runner } from '../runs/runner.ts';
import { describeError, History, lineOf } from './console-text.ts';

const INTERRUPT = '\u0003';

export class ProgramConsole implements Disposable {
  private readonly history = new History();
  private readonly written = new EventEmitter<string>();
  private readonly subscriptions: Disposable;
  private terminal: Terminal | undefined;
  /** It comes to the front once by itself; after that, people know where it is. */
  private wasShown = false;

  constructor(
    server: BoardServer,
    private readonly runner: Pick<Runner, 'onDidPrint' | 'stop'>,
  ) {
    this.subscriptions = Disposable.from(
      this.written,
      runner.onDidPrint((output) => this.append(lineOf(output))),
      server.onNotification(timerError, (error) => this.append(describeError(error))),
      window.onDidCloseTerminal((closed) => {
        if (closed === this.terminal) this.terminal = undefined;
      }),
    );
  }

  /** What was printed lately. */
  get text(): string {
    return this.history.text;
  }

  /** Adds a line that a cell of a text document printed: it is shown beside the cell too. */
  write(output: BoardOutput): void {
    this.note(lineOf(output));
  }

  /** Adds a line without showing the console: the same is shown where the person looks. */
  note(line: string): void {
    this.written.fire(this.history.add(line));
  }

  show(): void {
    this.wasShown = true;
    this.open().show();
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.terminal?.dispose();
  }

  /** Adds a line, and shows the console without taking the focus if it is the first. */
  private append(line: string): void {
    this.note(line);
    if (this.wasShown) return;
    this.wasShown = true;
    this.open().show(true);
  }

  private open(): Terminal {
    this.terminal ??= window.createTerminal({
      name: 'Gnomon Console',
      iconPath: new ThemeIcon('circuit-board'),
      isTransient: true,
      pty: {
        onDidWrite: this.written.event,
        open: () => this.written.fire(this.history.text),
        close: () => {},
        handleInput: (input: string) => {
          // There is nothing to stop without a board.
          if (input === INTERRUPT) this.runner.stop().catch(() => {});
        },
      },
    });
    return this.terminal;
  }
}
