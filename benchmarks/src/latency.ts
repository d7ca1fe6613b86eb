// How long the host takes for a cell of 30 lines in a session of many cells: check, compile, link; and the whole way
// to the result on the virtual board. Host times: compare them within one run only.
import type { CellCost, Session } from '@gnomon/server/session';

export interface Latency {
  /** Medians over the measured cells, in milliseconds. */
  readonly checkMs: number;
  readonly compileMs: number;
  readonly linkMs: number;
  /** All of it, with push, run and result. */
  readonly totalMs: number;
  /** 95th percentile of compile + link. */
  readonly compileLinkP95Ms: number;
  readonly bytesPushed: number;
}

/** A cell of 30 lines: a function with loops, arrays and strings, and statements that call it and older cells. */
function cellText(n: number): string {
  const older = n > 0 ? `f${n - 1}(3) & 0xff` : '1';
  return `let total${n}: int = 0;
const data${n}: int[] = [];
for (let i: int = 0; i < 20; i++) {
  data${n}.push((i * ${n + 7}) % 31);
}
function f${n}(limit: int): int {
  let sum: int = 0;
  for (let i: int = 0; i < limit; i++) {
    if (i % 3 === 0) {
      sum += i * ${n};
    } else if (i % 5 === 0) {
      sum -= i;
    } else {
      sum ^= ${n};
    }
  }
  return sum;
}
function g${n}(xs: int[]): int {
  let best: int = xs[0];
  for (let i: int = 1; i < xs.length; i++) {
    const x = xs[i];
    if (x > best) best = x;
  }
  return best;
}
total${n} = f${n}(10) + g${n}(data${n});
total${n} += ${older};
const label${n} = 'cell ' + total${n};
label${n}.length;`;
}

/** Runs `cells` cells in an attached session and measures the last half of them. */
export async function measureLatency(session: Session, cells = 100): Promise<Latency> {
  await session.reset();
  const costs: (CellCost & { total: number })[] = [];
  for (let n = 0; n < cells; n++) {
    const start = performance.now();
    const result = await session.runCell(`latency${n}`, cellText(n));
    if (result.status !== 'done')
      throw new Error(`cell ${n} was ${result.status}: ${JSON.stringify(result)}`);
    if (n >= cells / 2) costs.push({ ...result.cost, total: performance.now() - start });
  }
  const percentile = (values: number[], share: number) =>
    values.sort((a, b) => a - b)[Math.floor(values.length * share)]!;
  const median = (get: (cost: CellCost & { total: number }) => number) => percentile(costs.map(get), 0.5);
  return {
    checkMs: median((cost) => cost.checkMs),
    compileMs: median((cost) => cost.compileMs),
    linkMs: median((cost) => cost.linkMs),
    totalMs: median((cost) => cost.total),
    compileLinkP95Ms: percentile(
      costs.map((cost) => cost.compileMs + cost.linkMs),
      0.95,
    ),
    bytesPushed: median((cost) => cost.bytesPushed),
  };
}
