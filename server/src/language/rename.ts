// Renaming in the cells of a document. A name that other cells declare too is renamed where it means the declaration
// at hand, and nowhere else.
import type { Frontend } from '../compiler/frontend/index.ts';
import { sourceName } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { cellsThatUse, globalNameAt } from './occurrences.ts';
import { isLibrary, Refused, type Span, type TextEdit } from './places.ts';

/** What a rename at an offset would rename. Throws Refused with the reason if nothing. */
export function prepareRename(
  frontend: Frontend,
  cell: string,
  offset: number,
): Span & { readonly placeholder: string } {
  const { service, path } = frontend.edited(cell);
  const info = service.getRenameInfo(path, offset, {});
  if (!info.canRename) throw new Refused(info.localizedErrorMessage);
  const name = globalNameAt(frontend, cell, offset);
  const text = info.displayName;
  if (name && name.declaredIn === undefined) throw new Refused(inLibrary(text));
  const declaredIn = name?.declaredIn;
  if (declaredIn !== undefined && !frontend.cellsAround(cell).some(({ id }) => id === declaredIn)) {
    throw new Refused(
      `'${text}' is declared in a cell that is not part of this document; rename it in its own document`,
    );
  }
  // Members of the library's types.
  const declared = frontend.edited(cell).service.getDefinitionAtPosition(path, offset) ?? [];
  if (declared.some(({ fileName }) => isLibrary(sourceName(fileName)))) throw new Refused(inLibrary(text));
  return { start: info.triggerSpan.start, end: ts.textSpanEnd(info.triggerSpan), placeholder: text };
}

const inLibrary = (name: string) => `'${name}' is part of the board's library, which can't be changed`;

/** The edits of a rename, by cell. Throws Refused with the reason if it can't be done. */
export function rename(
  frontend: Frontend,
  cell: string,
  offset: number,
  newName: string,
): Map<string, TextEdit[]> {
  const { placeholder } = prepareRename(frontend, cell, offset);
  if (!isIdentifier(newName)) throw new Refused(`'${newName}' is not a name`);
  const edits = new Map<string, TextEdit[]>();
  if (newName === placeholder) return edits;
  const name = globalNameAt(frontend, cell, offset);
  if (!name) {
    const document = new Set(frontend.cellsAround(cell).map(({ id }) => id));
    for (const [source, found] of renameFrom(frontend, cell, offset, newName)) {
      if (document.has(source)) edits.set(source, found);
    }
    return edits;
  }
  for (const { id, text } of frontend.cellsAround(cell)) {
    if (text.declarations.has(newName)) {
      const where = id === cell ? 'this cell' : 'another cell of this document';
      throw new Refused(`'${newName}' is declared in ${where} already; choose another name`);
    }
  }
  for (const use of cellsThatUse(frontend, cell, name)) {
    edits.set(use.cell, renameFrom(frontend, use.cell, use.offset, newName).get(use.cell) ?? []);
  }
  return edits;
}

/** TypeScript's edits of a rename in the view of one cell, by cell. */
function renameFrom(
  frontend: Frontend,
  cell: string,
  offset: number,
  newName: string,
): Map<string, TextEdit[]> {
  const { service, path } = frontend.edited(cell);
  const locations = service.findRenameLocations(path, offset, false, false, {
    providePrefixAndSuffixTextForRename: true,
  });
  const edits = new Map<string, TextEdit[]>();
  for (const { fileName, textSpan, prefixText = '', suffixText = '' } of locations ?? []) {
    const source = sourceName(fileName);
    const newText = prefixText + newName + suffixText;
    const edit = { start: textSpan.start, end: ts.textSpanEnd(textSpan), newText };
    edits.set(source, [...(edits.get(source) ?? []), edit]);
  }
  return edits;
}

function isIdentifier(text: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, false, ts.LanguageVariant.Standard, text);
  return scanner.scan() === ts.SyntaxKind.Identifier && scanner.getTokenEnd() === text.length;
}
