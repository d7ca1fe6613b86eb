// Removes bounds checks that inequalities between values prove: `bounds i, n` goes if 0 <= i and i <= n - 1 follow
// from branches, earlier checks, arithmetic, and induction over loops. On demand and symbolic, in the manner of
// ABCD (Bodik, Gupta, Sarkar: "ABCD: Eliminating Array Bounds Checks on Demand", PLDI 2000), with ranges where
// numbers suffice. Best after gvn.ts (equal lengths are one value) and invert-loops.ts.
//
// A check that goes still serves as a fact for what comes after it: it was proved to succeed from facts that are
// earlier in every execution, so there is no circle.
import { Ranges } from '../ir/analysis/ranges/index.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { Prover } from './bounds/prover.ts';

export function eliminateBoundsChecks(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some((inst) => inst.op === 'bounds'))) return false;
  const ranges = new Ranges(fn);
  const prover = new Prover(ranges);
  const satisfied = new Set<Inst>();
  ranges.cfg.order.forEach((block, b) => {
    if (!ranges.isReachable(b)) return;
    block.insts.forEach((inst, index) => {
      if (inst.op !== 'bounds') return;
      const [i, length] = inst.args as [Inst, Inst];
      const place = { block: b, index, taken: [] };
      if (prover.isBetween(i, length, place)) satisfied.add(inst);
    });
  });
  if (satisfied.size === 0) return false;
  for (const block of fn.blocks) block.insts = block.insts.filter((inst) => !satisfied.has(inst));
  return true;
}
