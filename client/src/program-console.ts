// The console of the live program: what it prints, and the errors that it ends with. Notebooks show what their cells
// print themselves.
import { type BoardOutput, boardOutput, type RunError, timerError } from '@gnomon/server/editor-protocol';
import { Disposable, type OutputChannel, window } from 'vscode';
import type { BoardServer } from './connection/board-server.ts';

export class ProgramConsole {
  private readonly channel: OutputChannel = window.createOutputChannel('Gnomon Console');
  private readonly subscription: Disposable;
  /** It comes to the front once by itself; after that, people know where it is. */
  private wasShown = false;

  constructor(server: BoardServer) {
    this.subscription = Disposable.from(
      server.onNotification(boardOutput, (output) => this.receive(output)),
      server.onNotification(timerError, (error) => this.append(describe(error))),
    );
  }

  /** Adds a line, and shows the console without taking the focus if it is the first. */
  append(line: string): void {
    this.channel.appendLine(line);
    if (this.wasShown) return;
    this.wasShown = true;
    this.channel.show(true);
  }

  /** Adds a line without showing the console: the same is shown where the person looks. */
  note(line: string): void {
    this.channel.appendLine(line);
  }

  /** Adds a line that a cell of a text document printed. */
  write(output: BoardOutput): void {
    this.note(withMark(output));
  }

  show(): void {
    this.wasShown = true;
    this.channel.show();
  }

  dispose(): void {
    this.subscription.dispose();
    this.channel.dispose();
  }

  /** Output of cells is shown where the cells are. */
  private receive(output: BoardOutput): void {
    if (output.run === undefined) this.append(withMark(output));
  }
}

function withMark({ channel, text }: BoardOutput): string {
  return channel === 'error' || channel === 'warn' ? `${channel}: ${text}` : text;
}

function describe({ name, message, location, stack }: RunError): string {
  const frames = stack.map(
    (frame) => `    at ${frame.name}${frame.location ? ` (${place(frame.location)})` : ''}`,
  );
  const where = frames.length === 0 && location ? [`    at ${place(location)}`] : [];
  return [`Uncaught ${name}: ${message}`, ...frames, ...where].join('\n');
}

/** As the output panel makes links of. */
function place({ uri, range }: NonNullable<RunError['location']>): string {
  const path = uri.startsWith('file:') ? decodeURIComponent(new URL(uri).pathname) : uri;
  return `${path}:${range.start.line + 1}:${range.start.character + 1}`;
}
