// Definitions and references.
import type { Frontend } from '../compiler/frontend/index.ts';
import { cellsThatUse, type GlobalName, globalNameAt } from './occurrences.ts';
import { isLibrary, type Place, placeIn } from './places.ts';

/** Where what is at an offset is declared. */
export function definitions(frontend: Frontend, cell: string, offset: number): Place[] {
  const { service, path } = frontend.edited(cell);
  const found = service.getDefinitionAtPosition(path, offset) ?? [];
  return found.flatMap(({ fileName, textSpan, name }) => placeIn(frontend, fileName, textSpan, name) ?? []);
}

/** Uses of what is at an offset, in the cells of the document; with `includeDeclaration` also its declarations. */
export function references(
  frontend: Frontend,
  cell: string,
  offset: number,
  includeDeclaration: boolean,
): Place[] {
  const name = globalNameAt(frontend, cell, offset);
  if (!name) return referencesIn(frontend, cell, offset, includeDeclaration, () => true);
  const uses = cellsThatUse(frontend, cell, name).flatMap((use) =>
    referencesIn(frontend, use.cell, use.offset, includeDeclaration, (source) => source === use.cell),
  );
  // Those cells may not include the one that declares it.
  const isElsewhere = includeDeclaration && !uses.some(({ source }) => source === name.declaredIn);
  return isElsewhere ? [...declarationsOf(frontend, cell, offset, name), ...uses] : uses;
}

function declarationsOf(frontend: Frontend, cell: string, offset: number, { name }: GlobalName): Place[] {
  return definitions(frontend, cell, offset).filter(({ start, end }) => end - start === name.length);
}

function referencesIn(
  frontend: Frontend,
  cell: string,
  offset: number,
  includeDeclaration: boolean,
  includes: (source: string) => boolean,
): Place[] {
  const { service, path, text } = frontend.edited(cell);
  const name = text.slice(offset).match(/^[\p{ID_Continue}$]*/u)?.[0] ?? '';
  const document = new Set(frontend.cellsAround(cell).map(({ id }) => id));
  return (service.findReferences(path, offset) ?? []).flatMap(({ references }) =>
    references.flatMap(({ fileName, textSpan, isDefinition }) => {
      if (isDefinition && !includeDeclaration) return [];
      const place = placeIn(frontend, fileName, textSpan, name);
      if (!place || !includes(place.source)) return [];
      // The library's uses of its own are nobody's business; its declarations are.
      return document.has(place.source) || (isLibrary(place.source) && isDefinition) ? [place] : [];
    }),
  );
}
