// Sums of what cells cost.
import type { CellCost } from '@gnomon/server/session';

export type TotalCost = { -readonly [K in keyof CellCost]: CellCost[K] };

export function noCost(): TotalCost {
  return {
    checkMs: 0,
    compileMs: 0,
    linkMs: 0,
    aheadMs: 0,
    pushMs: 0,
    runMs: 0,
    bytesPushed: 0,
    codeBytes: 0,
    cycles: 0,
  };
}

export function addCost(total: TotalCost, cost: CellCost): void {
  for (const key of Object.keys(total) as (keyof CellCost)[]) total[key] += cost[key];
}

/** One line of JSON: times in milliseconds with three places, sizes in bytes, and cycles. */
export function costLine(cost: CellCost): string {
  const rounded = Object.entries(cost).map(([key, value]) => [key, Math.round(value * 1000) / 1000]);
  return JSON.stringify(Object.fromEntries(rounded));
}
