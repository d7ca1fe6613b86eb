// What a run cost, in words: a line for the end of a cell, and all figures for those who ask.
import type { RunResult } from '@gnomon/server/editor-protocol';
import { count, formatMs } from '@gnomon/server/wording';

export interface Measured {
  readonly cost: RunResult['cost'];
  /** From sending the request to having the result, in milliseconds. */
  readonly roundTripMs: number;
}

/** `148 B pushed · 96 B code · 1.2 ms on the board (150,000 cycles) · round trip 14 ms`. */
export function costLine({ cost, roundTripMs }: Measured): string {
  const parts = [`${number(cost.bytesPushed)} B pushed`, `${number(cost.codeBytes)} B code`];
  if (cost.cycles > 0) {
    parts.push(`${formatMs(cost.boardMicros / 1000)} on the board (${count(cost.cycles, 'cycle')})`);
  }
  parts.push(`round trip ${formatMs(roundTripMs)}`);
  return parts.join(' · ');
}

/** The figures that fit beside a line of code: time on the board, and bytes. */
export function briefCost({ cost }: Measured): string {
  const time = cost.cycles > 0 ? [formatMs(cost.boardMicros / 1000)] : [];
  return [...time, `${number(cost.bytesPushed)} B`].join(' · ');
}

/** Every figure, as rows of name and value. */
export function costTable({ cost, roundTripMs }: Measured): [name: string, value: string][] {
  return [
    ['Pushed to the board', count(cost.bytesPushed, 'byte')],
    ['Machine code', count(cost.codeBytes, 'byte')],
    ['On the board', `${formatMs(cost.boardMicros / 1000)} (${count(cost.cycles, 'cycle')})`],
    ['Check', formatMs(cost.checkMs)],
    ['Compile', formatMs(cost.compileMs)],
    ['Link', formatMs(cost.linkMs)],
    ['Push', formatMs(cost.pushMs)],
    ['Call to result', formatMs(cost.runMs)],
    ['Round trip', formatMs(roundTripMs)],
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
