// Work that can be done in slices: a generator that yields where it may be interrupted, and returns its result.

export type Sliced<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
