// Compiled code against gcc -O2 on the same emulated core: equal results, no typed program slower than twice C, and
// docs/performance.md about right.
// Cycle counts do not vary from run to run. The figures are printed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { VirtualSession } from '../../test-fixtures/virtual-session.ts';
import { compare, findPrograms, WORST } from './suite/index.ts';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/performance.md', root), 'utf8');
/** How far the page's ratios may be off before it has to be made anew. */
const TOLERANCE = 0.15;

let board: VirtualSession;
before(async () => {
  board = await VirtualSession.start();
});
after(() => board.stop());

/** The ratio that the page states for a program. */
function statedRatio(name: string, kind: 'typed' | 'untyped'): number {
  const [typed, untyped] = page.split('## With plain `number`') as [string, string];
  const row = new RegExp(`^\\| ${name} \\| \\d+ \\| \\d+ \\| ([\\d.]+) \\|`, 'm');
  return Number(row.exec(kind === 'typed' ? typed : untyped)?.[1]);
}

for (const program of findPrograms(fileURLToPath(new URL('benchmarks/programs', root)))) {
  const { name, kind } = program;
  test(kind === 'typed' ? name : `${name} without annotations`, async (t) => {
    const { cycles, cCycles, ratio, codeBytes, cCodeBytes } = await compare(program, board.session);
    t.diagnostic(
      `${cycles} cycles, C -O2 ${cCycles}, ratio ${ratio.toFixed(2)}; code ${codeBytes} bytes, C -Os ${cCodeBytes}`,
    );
    if (kind === 'typed') assert.ok(ratio <= WORST, `${ratio.toFixed(2)} times the cycles of C`);
    assert.ok(
      Math.abs(statedRatio(name, kind) / ratio - 1) <= TOLERANCE,
      `docs/performance.md says ${statedRatio(name, kind)}, it is ${ratio.toFixed(2)}: make it anew`,
    );
  });
}
