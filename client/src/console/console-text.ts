// What the console shows, as a terminal takes it.
import type { BoardOutput, RunError } from '@gnomon/server/editor-protocol';

/** Lines that are kept, to be shown when the console is opened. */
const MOST_LINES = 1000;

/** The last lines that were printed. */
export class History {
  private readonly lines: string[] = [];

  /** Adds lines; returns them as they are written to a terminal. */
  add(text: string): string {
    const added = text.split('\n').map((line) => `${line}\r\n`);
    this.lines.push(...added);
    this.lines.splice(0, this.lines.length - MOST_LINES);
    return added.join('');
  }

  get text(): string {
    return this.lines.join('');
  }
}

/** A console call; warnings and errors in their colours. */
export function lineOf({ channel, text }: BoardOutput): string {
  if (channel === 'error') return colored(text, 31);
  return channel === 'warn' ? colored(text, 33) : text;
}

/** An error that nobody caught, with places that the terminal makes links of. */
export function describeError({ name, message, location, stack }: RunError): string {
  const frames = stack.map(
    (frame) => `    at ${frame.name}${frame.location ? ` (${place(frame.location)})` : ''}`,
  );
  const where = frames.length === 0 && location ? [`    at ${place(location)}`] : [];
  return [colored(`Uncaught ${name}: ${message}`, 31), ...frames, ...where].join('\n');
}

function place({ uri, range }: NonNullable<RunError['location']>): string {
  const path = uri.startsWith('file:') ? decodeURIComponent(new URL(uri).pathname) : uri;
  return `${path}:${range.start.line + 1}:${range.start.character + 1}`;
}

/** In a colour of the terminal's palette (SGR), line by line. */
function colored(text: string, color: number): string {
  return text
    .split('\n')
    .map((line) => `\u001B[${color}m${line}\u001B[39m`)
    .join('\n');
}
