// Measures what an idle board costs the host.

import { setTimeout as sleep } from 'node:timers/promises';

const WINDOW_MS = 500;
const WINDOWS = 6;
const ENOUGH = 0.01;

/**
 * The share of one processor that this process uses while nothing is asked of it: the least of several windows of
 * half a second, because compilers and collectors of the host work in the background for a while. Ends early at 1 %.
 */
export async function idleLoad(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < WINDOWS && least > ENOUGH; i++) {
    const before = process.cpuUsage();
    const begin = performance.now();
    await sleep(WINDOW_MS);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000 / (performance.now() - begin));
  }
  return least;
}
