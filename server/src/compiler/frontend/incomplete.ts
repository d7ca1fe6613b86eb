// Whether a text may become a cell by more lines: for prompts that read line by line.
import { ts } from './typescript.ts';

/** True if the text is no error so far except that something is missing at its end: a bracket, an operand. */
export function isIncomplete(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  const end = text.trimEnd().length;
  return diagnostics.length > 0 && diagnostics.every(({ start = 0 }) => start >= end);
}
