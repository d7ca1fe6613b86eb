// Cells in the text editor: their results, where the code is.
import { LANGUAGE_ID } from '@gnomon/server/editor-protocol';
import { Disposable, languages } from 'vscode';
import type { Gnomon } from '../gnomon.ts';
import { showResults } from './decorations.ts';
import { resultHover } from './hover.ts';

export function activateCells({ results, runner, context }: Gnomon): Disposable {
  return Disposable.from(
    results,
    runner.onDidEndProgram(() => results.clear()),
    showResults(results, context.extensionUri),
    languages.registerHoverProvider({ language: LANGUAGE_ID }, resultHover(results)),
  );
}
