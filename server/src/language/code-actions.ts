// Quick fixes: TypeScript's where they make sense in cells, and ours for what is mechanical in our diagnostics.
import { type Diagnostic, type Frontend, sourceName } from '../compiler/frontend/index.ts';
import { textEdit, usualFormat } from './formatting.ts';
import { ourFixes } from './our-fixes.ts';
import type { Span, TextEdit } from './places.ts';

export interface CodeAction {
  readonly title: string;
  /** The diagnostic that it fixes. */
  readonly diagnostic: Diagnostic;
  /** True for the one that is most likely meant. */
  readonly isPreferred: boolean;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Fixes of TypeScript's that are good in cells: no imports, no configuration, nothing that the board can't do. */
const usefulFixes = new Set([
  'addMissingConst',
  'addNameToNamelessParameter',
  'fixConvertConstToLet',
  'fixExpectedComma',
  'fixMissingCallParentheses',
  'fixMissingFunctionDeclaration',
  'fixMissingMember',
  'fixMissingProperties',
  'fixNaNEquality',
  'fixPropertyAssignment',
  'inferFromUsage',
  'returnValueCorrect',
  'spelling',
]);

/** Fixes for those of the diagnostics that touch a range. */
export function codeActions(
  frontend: Frontend,
  cell: string,
  range: Span,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return diagnostics
    .filter(({ source, start, end }) => source === cell && start <= range.end && range.start <= end)
    .flatMap((diagnostic) =>
      diagnostic.code.startsWith('TS')
        ? typescriptFixes(frontend, cell, diagnostic)
        : ourFixes(frontend.edited(cell), diagnostic).map(({ title, edits, isPreferred }) => ({
            title,
            diagnostic,
            isPreferred,
            edits: new Map([[cell, edits]]),
          })),
    );
}

function typescriptFixes(frontend: Frontend, cell: string, diagnostic: Diagnostic): CodeAction[] {
  const { service, path } = frontend.edited(cell);
  const { start, end, code } = diagnostic;
  const document = new Set(frontend.cellsAround(cell).map(({ id }) => id));
  const found = service.getCodeFixesAtPosition(path, start, end, [Number(code.slice(2))], usualFormat, {});
  return found
    .filter(
      ({ fixName, changes }) => usefulFixes.has(fixName) && changes.every(({ isNewFile }) => !isNewFile),
    )
    .map(({ description, fixName, changes }) => ({
      title: description,
      diagnostic,
      isPreferred: fixName === 'spelling',
      edits: new Map(
        changes.map(({ fileName, textChanges }) => [sourceName(fileName), textChanges.map(textEdit)]),
      ),
    }))
    .filter(({ edits }) => [...edits.keys()].every((source) => document.has(source) || source === cell));
}
