// Places in cells and library files: how features say where something is.
import { type Frontend, frozenPath, sourceName } from '../compiler/frontend/index.ts';

/** A range of a source's text, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A range of a cell (by its identifier) or of a library file (`lib/` and its name). */
export interface Place extends Span {
  readonly source: string;
}

/** A text that replaces a range of another. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** What a feature refuses to do, with a reason for people. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The place of a range in a file of the language service. */
export function placeIn(
  frontend: Frontend,
  fileName: string,
  { start, length }: { start: number; length: number },
  name: string,
): Place | undefined {
  if (fileName !== frozenPath) {
    return { source: sourceName(fileName), start, end: start + length };
  }
  // The variable's own declaration is blanked out, and one that states its type stands for it.
  const variable = frontend.variables().find(({ global }) => global.name === name);
  return variable && { source: variable.cell, start: variable.start, end: variable.start + name.length };
}

export function isLibrary(source: string): boolean {
  return source.startsWith('lib/');
}
