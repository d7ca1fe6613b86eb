// The ARMv6-M (Cortex-M0, M0+) target.
import type { Target } from '../../code-object.ts';
import { compileInSlices, compileInSteps } from './compile.ts';

export { listing } from './listing.ts';

/** Compiles IR functions to Thumb machine code. Throws an Error naming what it can't translate. */
export const thumb: Target = {
  name: 'thumb',
  compile: (fn, sources) => compileInSteps(fn, sources).object,
  *compileInSlices(fn, sources) {
    const { object } = yield* compileInSlices(fn, sources);
    return object;
  },
};
