// Where a name of the program is used. A name may be declared by several cells of a document; a use in a cell belongs
// to the closest declaration at or before it, else to the first after it. So each cell is asked in its own view.
import { type EditedCell, type Frontend, isGlobalUse } from '../compiler/frontend/index.ts';
import { ts } from '../compiler/frontend/typescript.ts';
import { tokenAt } from './tokens.ts';

/** A name of the global scope, as one cell means it. */
export interface GlobalName {
  readonly name: string;
  /** The cell that declares it; undefined for names of the library. */
  readonly declaredIn: string | undefined;
}

/** The global name at an offset, if what is there is one. */
export function globalNameAt(frontend: Frontend, cell: string, offset: number): GlobalName | undefined {
  const edited = frontend.edited(cell);
  const node = tokenAt(edited.file, offset);
  if (!node || !ts.isIdentifier(node) || !isGlobalUse(edited.program.getTypeChecker(), node))
    return undefined;
  const declaredIn = frontend.declaringCell(cell, node.text);
  return declaredIn === undefined && !frontend.isLibraryName(node.text)
    ? undefined
    : { name: node.text, declaredIn };
}

/** Cells of the document around a cell that use a global name with the same meaning, each with the first such use. */
export function cellsThatUse(
  frontend: Frontend,
  cell: string,
  { name, declaredIn }: GlobalName,
): { cell: string; offset: number }[] {
  const result: { cell: string; offset: number }[] = [];
  for (const draft of frontend.cellsAround(cell)) {
    if (!draft.text.mentions.has(name) || frontend.declaringCell(draft.id, name) !== declaredIn) continue;
    const offset = firstUse(frontend.edited(draft.id), name);
    if (offset !== undefined) result.push({ cell: draft.id, offset });
  }
  return result;
}

function firstUse({ file, program }: EditedCell, name: string): number | undefined {
  const checker = program.getTypeChecker();
  const find = (node: ts.Node): ts.Node | undefined =>
    ts.isIdentifier(node)
      ? node.text === name && isGlobalUse(checker, node)
        ? node
        : undefined
      : ts.forEachChild(node, find);
  return find(file)?.getStart(file);
}
