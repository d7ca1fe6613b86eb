// Latencies as text for people.
import type { Latency, Way } from './measure.ts';
import type { Spread } from './spread.ts';

/** A table for a terminal: median, 95th percentile, and what is aimed at. */
export function latencyReport(latency: Latency): string {
  const { prepared, checked, terminal, redefinition, gcc, bytesOfTenLines, cells, lines } = latency;
  const rows: [string, Spread, number, string][] = [
    ['30 lines, compiled as they were typed: link', prepared.compileAndLink, 2, '5 / 15'],
    ['30 lines, checked before: compile and link', checked.compileAndLink, 2, '5 / 15'],
    ['30 lines: check, compile and link', terminal.compileAndLink, 2, '15'],
    ['30 lines, compiled before: to the result', prepared.toResult, 2, '50'],
    ['30 lines, checked before: to the result', checked.toResult, 2, '50'],
    ['30 lines: to the result', terminal.toResult, 2, ''],
    ['new body, 100 callers, compiled before', redefinition.prepared, 2, '20'],
    ['new body of a function with 100 callers', redefinition.long, 2, '20'],
    ['the same, inlined in all of them', redefinition.inlined, 2, ''],
    ['30 lines of C: gcc -O2 -c and ld', gcc, 2, ''],
    ['10 lines: bytes pushed', bytesOfTenLines, 0, '400'],
  ];
  const line = (name: string, median: string, p95: string, target: string): string =>
    `${name.padEnd(46)}${median.padStart(10)}${p95.padStart(10)}${target.padStart(10)}`.trimEnd();
  const table = [
    line(`${cells} cells, ${lines} lines; milliseconds`, 'median', '95 %', 'target'),
    ...rows.map(([name, { median, p95 }, digits, target]) =>
      line(name, median.toFixed(digits), p95.toFixed(digits), target),
    ),
  ];
  const growth = (name: string, { first, last }: Way['growth']): string =>
    `${name}: median of all cells ${first.toFixed(2)} ms in the first fifth, ${last.toFixed(2)} ms in the last`;
  const growths = [
    growth('compiled before', prepared.growth),
    growth('checked before', checked.growth),
    growth('with the check', terminal.growth),
  ];
  return `${[...table, '', ...growths].join('\n')}\n`;
}
