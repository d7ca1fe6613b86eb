// Where names are declared and used, in the cells of a document and in the library.
import { sourceName } from '../compiler/frontend/program.ts';
import type { View } from './edited-program.ts';

/** A range of a cell's text, or of a library file's. */
export interface Place {
  /** Identifier of the cell, or name of the library file with `lib/` before it. */
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

interface Span {
  readonly fileName: string;
  readonly textSpan: { readonly start: number; readonly length: number };
}

export function definitions({ service, path }: View, offset: number): Place[] {
  return (service.getDefinitionAtPosition(path, offset) ?? []).map(placeOf);
}

/** All uses of the name at an offset that mean the same declaration for this cell. */
export function references({ service, path }: View, offset: number, withDeclaration: boolean): Place[] {
  return (service.findReferences(path, offset) ?? [])
    .flatMap(({ references }) => references)
    .filter(({ isDefinition }) => withDeclaration || !isDefinition)
    .map(placeOf);
}

function placeOf({ fileName, textSpan: { start, length } }: Span): Place {
  return { source: sourceName(fileName), start, end: start + length };
}
