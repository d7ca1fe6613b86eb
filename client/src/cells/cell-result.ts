// What is known of the last run of a cell (or of a selection) in a text document.
import type { RunOutcome } from '../runs/runner.ts';

export interface CellResult {
  /** Of the document. */
  readonly uri: string;
  /** Identifier of the cell; undefined for a selection. */
  readonly cell: string | undefined;
  /** The text that ran. */
  readonly text: string;
  /** Lines from 0: where the mark is, and after which the result is. They follow edits. */
  firstLine: number;
  lastLine: number;
  /** The text has been edited since. */
  isEdited: boolean;
  state: 'waiting' | 'running' | 'ended';
  /** The last lines printed. */
  readonly output: string[];
  /** Set once ended. */
  outcome: RunOutcome | undefined;
}

/** Lines of output that are kept; all are in the console. */
const MOST_LINES = 200;

export function addOutput({ output }: CellResult, text: string): void {
  output.push(...text.split('\n'));
  output.splice(0, output.length - MOST_LINES);
}

/** A change of a document: the lines from `start` to `end` (from 0, both included) are replaced. */
export interface LineChange {
  readonly start: number;
  readonly end: number;
  /** Line ends in the new text. */
  readonly added: number;
}

/**
 * Moves a selection's result along with a change. False if the change reaches the selection's last line, behind
 * which the result stands, so that it says nothing any more.
 */
export function follow(
  result: Pick<CellResult, 'firstLine' | 'lastLine' | 'isEdited'>,
  { start, end, added }: LineChange,
): boolean {
  const { firstLine, lastLine } = result;
  if (start > lastLine) return true;
  if (end >= lastLine) return false;
  const shift = added - (end - start);
  result.lastLine = lastLine + shift;
  if (end >= firstLine) result.isEdited = true;
  result.firstLine = end < firstLine ? firstLine + shift : Math.min(firstLine, start);
  return true;
}
