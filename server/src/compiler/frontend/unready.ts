// Names that cells of a document declare which have not run: what an editor may let pass while one writes, and what a
// Run says instead of "cannot find name".
import { type Diagnostic, messages } from './diagnostics.ts';
import { isGlobalUse } from './global-use.ts';
import type { LiveProgram } from './program.ts';
import { ts } from './typescript.ts';

/** A use, outside of functions, of a name that another cell declares. */
export interface EarlyUse {
  readonly name: string;
  /** The cell that declares it. */
  readonly cell: string;
  readonly start: number;
  readonly end: number;
}

/** The uses at the top level of a cell, which happen as soon as it runs, of what other cells of the view declare. */
export function earlyUses(program: LiveProgram, checker: ts.TypeChecker, id: string): EarlyUse[] {
  const result: EarlyUse[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isIdentifier(node)) {
      const provider = program.providerOf(node.text);
      if (provider && provider.cell !== id && isGlobalUse(checker, node)) {
        result.push({ name: node.text, cell: provider.cell, start: node.getStart(), end: node.end });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(program.sourceFile(id));
  return result;
}

/**
 * Uses at the top level of what only a later cell declares, which has not run: the cell could not run before it.
 * Inside of functions they are fine while one writes, since a function may be called later.
 */
export function tooEarly(program: LiveProgram, id: string, uses: readonly EarlyUse[]): Diagnostic[] {
  const order = program.draftsAround(id).map((draft) => draft.id);
  return uses
    .filter(({ name, cell }) => order.indexOf(cell) > order.indexOf(id) && !program.isLive(name))
    .map(({ name, start, end }) => unready(id, start, end, 'GN3003', name));
}

/** TypeScript's errors for names that it does not know. */
export const unknownName = new Set(['TS2304', 'TS2552', 'TS18004']);

/** Replaces "cannot find name" where a draft declares the name, whose cell has to run first. */
export function explainUnknownNames(
  program: LiveProgram,
  id: string,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const text = program.text(id)?.text ?? '';
  const around = program.draftsAround(id);
  const place = around.findIndex((draft) => draft.id === id);
  const drafts = around.length > 0 ? around : program.allDrafts();
  return diagnostics.map((diagnostic) => {
    const { start, end, code } = diagnostic;
    if (!unknownName.has(code)) return diagnostic;
    const name = text.slice(start, end);
    const declaring = drafts.filter((draft) => draft.id !== id && draft.text.declarations.has(name));
    if (declaring.length === 0) return diagnostic;
    const isLater = around.length > 0 && declaring.every((draft) => around.indexOf(draft) > place);
    return unready(id, start, end, isLater ? 'GN3003' : 'GN3002', name);
  });
}

function unready(
  source: string,
  start: number,
  end: number,
  code: 'GN3002' | 'GN3003',
  name: string,
): Diagnostic {
  return { source, start, end, code, message: messages[code](name), severity: 'error' };
}
