// What a run cost, in words: a few for the end of a cell, and all figures for those who ask.
import type { RunResult } from '@gnomon/server/editor-protocol';
import { count, formatMs } from '@gnomon/server/wording';

export interface Measured {
  readonly cost: RunResult['cost'];
  /** From sending the request to having the result, in milliseconds. */
  readonly roundTripMs: number;
}

/** What a run cost, most telling first: time on the board, bytes pushed, bytes of code, time until it was shown. */
export function costParts({ cost, roundTripMs }: Measured): string[] {
  const time = cost.cycles > 0 ? [`${boardTime(cost)} (${count(cost.cycles, 'cycle')})`] : [];
  return [
    ...time,
    `${number(cost.bytesPushed)} B pushed`,
    `${number(cost.codeBytes)} B code`,
    `round trip ${formatMs(roundTripMs)}`,
  ];
}

/** The figures that fit beside a line of code: time on the board, and bytes. */
export function briefCost({ cost }: Measured): string {
  const time = cost.cycles > 0 ? [boardTime(cost)] : [];
  return [...time, `${number(cost.bytesPushed)} B`].join(' · ');
}

/** Every figure, as rows of name and value. */
export function costTable({ cost, roundTripMs }: Measured): [name: string, value: string][] {
  return [
    ['Pushed to the board', count(cost.bytesPushed, 'byte')],
    ['Machine code', count(cost.codeBytes, 'byte')],
    ['On the board', `${boardTime(cost)} (${count(cost.cycles, 'cycle')})`],
    ['Check', formatMs(cost.checkMs)],
    ['Compile', formatMs(cost.compileMs)],
    ['Compile before the run', formatMs(cost.aheadMs)],
    ['Link', formatMs(cost.linkMs)],
    ['Push', formatMs(cost.pushMs)],
    ['Call to result', formatMs(cost.runMs)],
    ['Round trip', formatMs(roundTripMs)],
  ];
}

function boardTime({ boardMicros }: Measured['cost']): string {
  return formatMs(boardMicros / 1000);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
