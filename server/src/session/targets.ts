// Which back end compiles for which chip.
import type { Target } from '../compiler/code-object.ts';
import { thumb } from '../compiler/targets/thumb/index.ts';

const targets: Readonly<Record<string, Target>> = { rp2040: thumb };

/** The target for a chip as the board names it. Throws an Error if there is none. */
export function targetFor(chip: string): Target {
  const target = targets[chip];
  if (!target) throw new Error(`there is no compiler for the chip "${chip}" yet`);
  return target;
}
