// A cell that is run again and again, each time another one: the board's memory must stay what it was, however often.
// GNOMON_SOAK=1 runs it 10,000 times (minutes), else 200 times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VirtualSession } from '../virtual-session.ts';

const RUNS = process.env.GNOMON_SOAK ? 10_000 : 200;
/** How many different texts the cell has, in turn. */
const TEXTS = 20;

/**
 * Redefines functions that another cell calls, and replaces what was in the heap: 40 KB of numbers, a text of its own, a
 * closure, a timer. Each of its texts has code of another size.
 */
function cell(n: number): string {
  const steps = Array.from({ length: n }, (_, i) => `x = (x * ${i + 3}) ^ ${n};`).join(' ');
  return `function scramble(n: int): int { let x = n; ${steps} return x; }
let table: int[] = new Array(10000).fill(${n});
let label: string = 'run ${n}, ' + table[9];
let next: () => int = () => { table[0] += ${n}; return table[0]; };
let ticks: int = 0;
const timer = setInterval(() => { ticks += ${n + 1}; }, 1);
clearInterval(timer);
label + (next() - ${n * 2}) + (scramble(7) | 0);`;
}

/** What JavaScript makes of it. */
function expected(n: number): string {
  let x = 7;
  for (let i = 0; i < n; i++) x = Math.imul(x, i + 3) ^ n;
  return `'run ${n}, ${n}0${x}'`;
}

test(`${RUNS} runs of a cell that redefines leave free memory where it was`, async (t) => {
  const board = await VirtualSession.start({ verify: false });
  try {
    const { session } = board;
    const run = async (id: string, text: string): Promise<string | undefined> => {
      const result = await session.runCell(id, text);
      assert.equal(result.status, 'done', JSON.stringify(result));
      return result.status === 'done' ? result.value?.text : undefined;
    };
    await session.reset();
    await run('again', cell(0));
    await run('caller', 'function useIt(): int { return scramble(1) + next(); } useIt();');
    const uses: unknown[] = [];
    const hostBefore = process.memoryUsage().heapUsed;
    const start = performance.now();
    for (let i = 0; i < RUNS; i++) {
      const n = i % TEXTS;
      assert.equal(await run('again', cell(n)), expected(n), `run ${i}`);
      // Memory that was replaced while its code ran is free from the next run on: so each text is compared with itself,
      // after the same one before it.
      const { use } = session.shadow!;
      if (i >= TEXTS && i < 2 * TEXTS) uses[n] = use;
      else if (i >= 2 * TEXTS) assert.deepEqual(use, uses[n], `run ${i}`);
    }
    const host = (process.memoryUsage().heapUsed - hostBefore) / 1e6;
    t.diagnostic(
      `${((performance.now() - start) / RUNS).toFixed(1)} ms a run, ${host.toFixed(0)} MB more on the host, ` +
        JSON.stringify(session.shadow!.use),
    );
    // The other cell calls what was defined last, and the heap has room for twice as much as is in use.
    const last = (RUNS - 1) % TEXTS;
    assert.equal(await run('last', 'useIt() - scramble(1)'), String(3 * last));
    const rows =
      'const rows: int[][] = []; for (let i: int = 0; i < 20; i++) { const row: int[] = new Array(1000).fill(i); rows.push(row); }';
    assert.equal(await run('rows', `${rows} rows.length`), '20');
  } finally {
    await board.stop();
  }
});
