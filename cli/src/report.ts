// Diagnostics, errors and costs as text for a terminal.
import { type CellCost, type Diagnostic, locationOf, type RuntimeError } from '@gnomon/server/session';
import { count, formatMs } from '@gnomon/server/wording';
import type { Style } from './terminal.ts';

/** Where a cell stands in its file, so that positions name the file's lines. */
export interface CellPlace {
  readonly file: string;
  /** Line of the file (from 0) where the cell's text begins. */
  readonly line: number;
  readonly text: string;
}

/** Finds the place of a cell by the identifier that it ran under; undefined for the library. */
export type FindPlace = (unit: string) => CellPlace | undefined;

/** Frames of a stack that are shown. */
const MOST_FRAMES = 12;

/** `file:line:column: error TS2322: message`, and the source line with a mark below. */
export function formatDiagnostic(diagnostic: Diagnostic, find: FindPlace, style: Style): string {
  const { source, start, end, severity, code, message } = diagnostic;
  const paint = severity === 'error' ? style.red : style.yellow;
  const head = `${paint(severity)} ${code}: ${message}`;
  const place = find(source);
  if (!place) return `${source}: ${head}`;
  const { line, column } = locationOf(source, place.text, start);
  const at = style.bold(`${place.file}:${place.line + line}:${column}:`);
  return `${at} ${head}\n${excerpt(place, line, column, end - start, style)}`;
}

/** `file:line:column: RangeError: message`, the source line, and the calls that led there. */
export function formatError(error: RuntimeError, find: FindPlace, style: Style): string {
  const head = `${style.red(error.name)}: ${error.message}`;
  const { location, stack } = error;
  const place = location && find(location.unit);
  const lines: string[] = [];
  if (location && place) {
    const { line, column } = location;
    lines.push(`${style.bold(`${place.file}:${place.line + line}:${column}:`)} ${head}`);
    lines.push(excerpt(place, line, column, 1, style));
  } else {
    lines.push(head);
  }
  // One frame that says what the first line said is left out.
  if (stack.length > 1 || !place) {
    lines.push(...stack.slice(0, MOST_FRAMES).map((frame) => style.dim(formatFrame(frame, find))));
    if (stack.length > MOST_FRAMES) {
      lines.push(style.dim(`    ... ${stack.length - MOST_FRAMES} more calls`));
    }
  }
  return lines.join('\n');
}

function formatFrame({ name, location }: RuntimeError['stack'][number], find: FindPlace): string {
  if (!location) return `    at ${name}`;
  const place = find(location.unit);
  const file = place?.file ?? location.unit;
  const position = `${file}:${(place?.line ?? 0) + location.line}:${location.column}`;
  return name === '<cell>' ? `    at ${position}` : `    at ${name} (${position})`;
}

/** A line of the source and a mark below its part, which ends with the line at the latest. */
function excerpt(place: CellPlace, line: number, column: number, length: number, style: Style): string {
  const source = place.text.split('\n')[line - 1] ?? '';
  const number = String(place.line + line).padStart(4);
  const before = source.slice(0, column - 1).replace(/[^\t]/g, ' ');
  const mark = '^'.padEnd(Math.min(length, source.length - column + 1), '~');
  return `${style.dim(`${number} |`)} ${source}\n${style.dim('     |')} ${before}${style.red(mark)}`;
}

/** What a cell cost, in one line. */
export function formatCost(cost: CellCost, clockHz: number): string {
  const parts = [
    `checked in ${formatMs(cost.checkMs)}`,
    `compiled in ${formatMs(cost.compileMs + cost.linkMs)}`,
    `pushed ${count(cost.bytesPushed, 'byte')}`,
  ];
  if (cost.cycles > 0) {
    parts.push(`ran ${count(cost.cycles, 'cycle')}, ${formatMs((cost.cycles / clockHz) * 1000)}`);
  }
  return parts.join(' · ');
}
