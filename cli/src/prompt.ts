// The prompt of the REPL: lines with history, and output that may come while somebody types.
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';

/** Lines that are remembered from session to session. */
const HISTORY_SIZE = 1000;

const historyFile = process.env.GNOMON_HISTORY ?? join(homedir(), '.gnomon_history');

/** What a prompt tells; set once. */
export interface PromptListener {
  line(text: string): void;
  /** Ctrl-C; `text` is what had been typed. */
  interrupt(text: string): void;
  /** Ctrl-D, or the end of the input. */
  close(): void;
}

/** Parts of readline's interface that are not in its types, although documented by long use. */
interface Internals {
  /** Rows of the terminal above the cursor's that the prompt and the line take. */
  prevRows: number;
}

export class Prompt {
  /** Whether a person is at the other end. Without one, no prompts are written. */
  readonly interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  private readonly lines: Interface;
  /** A prompt is on the screen. */
  private shown = false;
  private closed = false;
  /** Output that waits to be written above the prompt. */
  private above = '';

  constructor() {
    this.lines = createInterface({
      input: process.stdin,
      output: process.stdout,
      terminal: this.interactive,
      history: this.interactive ? readHistory() : [],
      historySize: HISTORY_SIZE,
      removeHistoryDuplicates: true,
    });
    if (this.interactive) this.lines.on('history', (history: string[]) => writeHistory(history));
  }

  listen(listener: PromptListener): void {
    this.lines.on('line', (line) => {
      this.shown = false;
      listener.line(line);
    });
    this.lines.on('SIGINT', () => listener.interrupt(this.lines.line));
    this.lines.on('close', () => {
      if (this.shown) process.stdout.write('\n');
      this.shown = false;
      this.closed = true;
      listener.close();
    });
  }

  /** Shows the prompt, with what has been typed since the last line. */
  show(text: string): void {
    if (!this.interactive || this.closed) return;
    this.flush();
    this.lines.setPrompt(text);
    this.shown = true;
    this.lines.prompt(true);
  }

  /** Gives up the line that is being typed: it stays to be seen, and an empty one follows. */
  abandonLine(): void {
    this.lines.write(null, { ctrl: true, name: 'e' });
    process.stdout.write('\n');
    (this.lines as unknown as Internals).prevRows = 0;
    this.lines.write(null, { ctrl: true, name: 'u' });
  }

  /** Writes a line: above the prompt while that is shown. `hint`: for people only. */
  printAbove(text: string, kind: 'output' | 'hint' = 'output'): void {
    if (kind === 'hint' && !this.interactive) return;
    if (!this.shown) {
      process.stdout.write(`${text}\n`);
      return;
    }
    // A timer may print often: once per turn of the event loop is enough to redraw.
    if (this.above === '') setImmediate(() => this.flush());
    this.above += `${text}\n`;
  }

  private flush(): void {
    const text = this.above;
    this.above = '';
    if (text === '') return;
    if (!this.shown) {
      process.stdout.write(text);
      return;
    }
    const { rows } = this.lines.getCursorPos();
    cursorTo(process.stdout, 0);
    moveCursor(process.stdout, 0, -rows);
    clearScreenDown(process.stdout);
    process.stdout.write(text);
    (this.lines as unknown as Internals).prevRows = 0;
    this.lines.prompt(true);
  }

  close(): void {
    if (!this.closed) this.lines.close();
  }
}

/** The newest line first. */
function readHistory(): string[] {
  try {
    return readFileSync(historyFile, 'utf8').split('\n').filter(Boolean).slice(0, HISTORY_SIZE);
  } catch {
    return [];
  }
}

/** A history that can't be kept is no reason to disturb anybody. */
function writeHistory(history: readonly string[]): void {
  try {
    writeFileSync(historyFile, `${history.join('\n')}\n`, { mode: 0o600 });
  } catch {}
}
