// Measures the phases of a run.

export interface Clock {
  /** Milliseconds since the last lap, or since the start. */
  lap(): number;
}

export function startClock(): Clock {
  let last = performance.now();
  return {
    lap() {
      const now = performance.now();
      const passed = now - last;
      last = now;
      return passed;
    },
  };
}
