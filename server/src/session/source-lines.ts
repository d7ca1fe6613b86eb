// Offsets into a text as lines and columns.
import type { SourceLocation } from './runtime-error.ts';

/** Line and column (both from 1) of an offset in UTF-16 units; offsets past the end count as the end. */
export function locationOf(unit: string, text: string, offset: number): SourceLocation {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return { unit, line, column: before.length - lastBreak };
}
