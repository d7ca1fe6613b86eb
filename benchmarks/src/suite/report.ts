// Comparisons as text for people: a table for terminals, a page for docs/performance.md.
import { type Comparison, geometricMean } from './comparison.ts';
import { typedLoss, untypedLoss, WORST } from './limits.ts';

const columns = ['program', 'cycles', 'C -O2', 'ratio', 'code', 'C -Os', 'pushed'] as const;

/** One row a program, then the geometric mean of the ratios, the sums of all bytes, and those of code as a ratio. */
function rowsOf(comparisons: readonly Comparison[]): string[][] {
  const rows = comparisons.map((each) => [
    each.name,
    String(each.cycles),
    String(each.cCycles),
    each.ratio.toFixed(2),
    String(each.codeBytes),
    String(each.cCodeBytes),
    String(each.bytesPushed),
  ]);
  const mean = geometricMean(comparisons.map(({ ratio }) => ratio));
  const sum = (bytes: 'codeBytes' | 'cCodeBytes' | 'bytesPushed'): number =>
    comparisons.reduce((all, each) => all + each[bytes], 0);
  const [code, cCode] = [sum('codeBytes'), sum('cCodeBytes')];
  return [
    ...rows,
    ['geometric mean', '', '', mean.toFixed(2), '', '', ''],
    ['total', '', '', '', String(code), String(cCode), String(sum('bytesPushed'))],
    ['code / C -Os', '', '', '', (code / cCode).toFixed(2), '', ''],
  ];
}

const kinds = ['typed', 'untyped'] as const;

function ofKind(comparisons: readonly Comparison[], kind: Comparison['kind']): Comparison[] {
  return comparisons.filter((each) => each.kind === kind);
}

/** A table for a terminal. */
export function textReport(comparisons: readonly Comparison[]): string {
  const tables = kinds.flatMap((kind) => {
    const own = ofKind(comparisons, kind);
    return own.length > 0 ? [[[kind, ...columns.slice(1)], ...rowsOf(own)]] : [];
  });
  const widths = columns.map((_, k) => Math.max(...tables.flat().map((row) => row[k]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]! + 2)))
      .join('')
      .trimEnd();
  return `${tables.map((table) => table.map(line).join('\n')).join('\n\n')}\n`;
}

function markdownTable(comparisons: readonly Comparison[]): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  const rule = columns.map((_, k) => (k === 0 ? '---' : '---:'));
  return [columns, rule, ...rowsOf(comparisons)].map(line).join('\n');
}

/** The page docs/performance.md. */
export function markdownReport(comparisons: readonly Comparison[], gcc: string): string {
  const typed = ofKind(comparisons, 'typed');
  const untyped = ofKind(comparisons, 'untyped');
  return `# Performance

Made by \`npx gnomon bench --markdown > docs/performance.md\`.

Cycles of the programs in \`benchmarks/programs\` on the emulated RP2040 (Cortex-M0+, memory without wait states), compiled
by Gnomon, and of the same algorithms in C, compiled by \`arm-none-eabi-gcc\` ${gcc} at \`-O2\`, on the same emulated core. C
has no bounds checks, allocates from an arena, and uses libgcc for what the core has no instruction for. The figures of
Gnomon are those of the last cell of each program, output of its value included. \`code\` and \`pushed\` are bytes of machine
code and bytes written to the board for all its cells; C's code is at \`-Os\`, with what it takes from libgcc.

## With \`int\` and \`float\`

${markdownTable(typed)}

The tests let none of them take more than ${WORST} times the cycles of C. ${typedLoss}

## With plain \`number\`

The same programs without annotations.

${markdownTable(untyped)}

${untypedLoss}
`;
}
