// Times that tests measure in the editor.
import assert from 'node:assert/strict';

/** On a machine that is too slow for a bound: how many times as long as VS Code's own edit of a cell something may take. */
const MOST_EDITS = 2;

/** The time, in milliseconds, that a part of the measured ones do not exceed: 0.5 for the median. */
export function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(part * times.length)]!;
}

/** Throws if something takes longer than `most`, and also longer than an edit explains; all in milliseconds. */
export function assertTakesAtMost(time: number, most: number, edit: number): void {
  assert.ok(time < Math.max(most, MOST_EDITS * edit), `${time} ms; an edit takes ${edit} ms`);
}
