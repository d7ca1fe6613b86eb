// Results of cells as text for a terminal.
import { type CellResult, type Diagnostic, locationOf, type RuntimeError } from '@gnomon/server/session';

/** Where a cell stands in its file, so that positions name the file's lines. */
export interface CellPlace {
  readonly file: string;
  /** Line of the file (from 0) where the cell's text begins. */
  readonly line: number;
  readonly text: string;
}

/** Finds the place of a cell by the identifier that it ran under; undefined for the library. */
export type FindPlace = (unit: string) => CellPlace | undefined;

/** `file:line:column: error GN1001: ...` with the source line and a mark below. */
export function formatDiagnostic(diagnostic: Diagnostic, find: FindPlace): string {
  const place = find(diagnostic.source);
  const head = `${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}`;
  if (!place) return `${diagnostic.source}: ${head}`;
  const { line, column } = locationOf(diagnostic.source, place.text, diagnostic.start);
  return `${place.file}:${place.line + line}:${column}: ${head}\n${excerpt(place.text, line, column)}`;
}

/** Name, message, source line, and the stack of an error. */
export function formatError(error: RuntimeError, find: FindPlace): string {
  const lines: string[] = [];
  const place = error.location && find(error.location.unit);
  if (error.location && place) {
    const { line, column } = error.location;
    lines.push(`${place.file}:${place.line + line}:${column}`, excerpt(place.text, line, column));
  }
  lines.push(`${error.name}: ${error.message}`);
  for (const { name, location } of error.stack) {
    const at = location && find(location.unit);
    if (location && at)
      lines.push(`    at ${name} (${at.file}:${at.line + location.line}:${location.column})`);
    else
      lines.push(
        `    at ${name}${location ? ` (${location.unit}:${location.line}:${location.column})` : ''}`,
      );
  }
  return lines.join('\n');
}

function excerpt(text: string, line: number, column: number): string {
  const source = text.split('\n')[line - 1] ?? '';
  return `  ${source}\n  ${source.slice(0, column - 1).replace(/[^\t]/g, ' ')}^`;
}

/** What a cell cost, in one line. */
export function formatCost({ cost }: CellResult): string {
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  const parts = [
    `check ${ms(cost.checkMs)}`,
    `compile ${ms(cost.compileMs + cost.linkMs)}`,
    `${cost.bytesPushed} bytes pushed`,
    `${cost.codeBytes} of code`,
    `${cost.cycles.toLocaleString('en-US')} cycles`,
    `round trip ${ms(cost.pushMs + cost.runMs)}`,
  ];
  return parts.join(' · ');
}
