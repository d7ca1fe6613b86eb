// The console of the running program: what its calls print, as Node prints it. What they leave behind (groups, counts,
// times) is kept here and not on the board.
import { formatConsole, formatValue, type OutputRecord } from './output.ts';
import { formatTable } from './table.ts';

/** Where a line of output belongs. */
export type ConsoleChannel = 'log' | 'error' | 'warn';

/** What a console call prints, without the line end. */
export interface ConsoleText {
  readonly channel: ConsoleChannel;
  readonly text: string;
}

const INDENTATION = '  ';

export class ProgramConsole {
  private indentation = '';
  private readonly counts = new Map<string, number>();
  /** When timers began, in microseconds of the board. */
  private readonly times = new Map<string, number>();

  /** What a call prints; undefined if nothing. */
  print({ channel, values }: OutputRecord): ConsoleText | undefined {
    switch (channel) {
      case 'log':
      case 'error':
      case 'warn':
        return this.line(channel, formatConsole(values));
      case 'group': {
        const title = values.length > 0 ? this.line('log', formatConsole(values)) : undefined;
        this.indentation += INDENTATION;
        return title;
      }
      case 'groupEnd':
        this.indentation = this.indentation.slice(INDENTATION.length);
        return undefined;
      case 'table':
        return this.line('log', tableText(values));
      case 'dir':
        return this.line('log', formatValue(values[0]));
      case 'assert': {
        const [first, ...rest] = values;
        const text = values.length > 0 ? `Assertion failed: ${String(first)}` : 'Assertion failed';
        return this.line('warn', formatConsole([text, ...rest]));
      }
      case 'count':
      case 'countReset':
        return this.count(channel, labelOf(values[0]));
      case 'time':
      case 'timeLog':
      case 'timeEnd': {
        const [now, label, ...data] = values;
        return this.time(channel, Number(now), labelOf(label), data);
      }
      default:
        return undefined;
    }
  }

  /** Text with each of its lines indented as the open groups say. */
  private line(channel: ConsoleChannel, text: string): ConsoleText {
    return { channel, text: this.indentation + text.replaceAll('\n', `\n${this.indentation}`) };
  }

  private count(call: 'count' | 'countReset', label: string): ConsoleText | undefined {
    const before = this.counts.get(label);
    if (call === 'count') {
      this.counts.set(label, (before ?? 0) + 1);
      return this.line('log', `${label}: ${(before ?? 0) + 1}`);
    }
    if (before === undefined) return this.line('warn', `Count for '${label}' does not exist`);
    this.counts.delete(label);
    return undefined;
  }

  private time(
    call: 'time' | 'timeLog' | 'timeEnd',
    now: number,
    label: string,
    data: readonly unknown[],
  ): ConsoleText | undefined {
    const begun = this.times.get(label);
    if (call === 'time') {
      if (begun !== undefined) {
        return this.line('warn', `Label '${label}' already exists for console.time()`);
      }
      this.times.set(label, now);
      return undefined;
    }
    if (begun === undefined) {
      return this.line('warn', `No such label '${label}' for console.${call}()`);
    }
    if (call === 'timeEnd') this.times.delete(label);
    const text = `${label}: ${formatTime((now - begun) / 1000)}`;
    return this.line('log', data.length > 0 ? formatConsole(['%s', text, ...data]) : text);
  }
}

const labelOf = (value: unknown) => (value === undefined ? 'default' : String(value));

function tableText([data, columns]: readonly unknown[]): string {
  if (data === null || typeof data !== 'object') return formatConsole([data]);
  return formatTable(data, Array.isArray(columns) ? columns.map(String) : undefined);
}

/** Milliseconds as console.timeEnd writes them: in the unit that they take. */
export function formatTime(milliseconds: number): string {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(3)}s`;
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.trunc(milliseconds / 3_600_000);
  const minutes = Math.trunc((milliseconds % 3_600_000) / 60_000);
  const seconds = ((milliseconds % 60_000) / 1000).toFixed(3).padStart(6, '0');
  if (hours > 0) return `${hours}:${two(minutes)}:${seconds} (h:mm:ss.mmm)`;
  return `${minutes}:${seconds} (m:ss.mmm)`;
}
