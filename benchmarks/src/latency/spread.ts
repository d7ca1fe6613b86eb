// Times that vary, as two numbers.

export interface Spread {
  readonly median: number;
  readonly p95: number;
}

/** Median and 95th percentile, of at least one value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { median: at(0.5), p95: at(0.95) };
}
