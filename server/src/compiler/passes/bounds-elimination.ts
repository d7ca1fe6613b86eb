// Removes bounds checks that inequalities between values prove: `bounds i, n` goes if 0 <= i and i <= n - 1 follow
// from branches, earlier checks, arithmetic, and induction over loops. So do the tests of what is not an error outside,
// such as the units of a text. On demand and symbolic, in the manner of
// ABCD (Bodik, Gupta, Sarkar: "ABCD: Eliminating Array Bounds Checks on Demand", PLDI 2000), with ranges where
// numbers suffice. Best after gvn.ts (equal lengths are one value) and invert-loops.ts.
//
// A check that goes still serves as a fact for what comes after it: it was proved to succeed from facts that are
// earlier in every execution, so there is no circle.
import { isLengthAlias } from '../ir/analysis/bits.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import { Prover } from './bounds/prover.ts';

export function eliminateBoundsChecks(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some(isIndexTest))) return false;
  const ranges = new Ranges(fn);
  const prover = new Prover(ranges);
  const satisfied = new Set<Inst>();
  ranges.cfg.order.forEach((block, b) => {
    if (!ranges.isReachable(b)) return;
    block.insts.forEach((inst, index) => {
      if (!isIndexTest(inst)) return;
      const [i, length] = inst.args as [Inst, Inst];
      const place = { block: b, index, taken: [] };
      if (prover.isBetween(i, length, place)) satisfied.add(inst);
    });
  });
  if (satisfied.size === 0) return false;
  const certain = new Replacements();
  for (const block of fn.blocks) {
    block.insts = block.insts.flatMap((inst) => {
      if (!satisfied.has(inst)) return [inst];
      if (inst.op === 'bounds') return [];
      const one = newInst(fn, 'iconst', 'i32', [], inst.position, { imm: 1 });
      certain.set(inst, one);
      return [one];
    });
  }
  certain.apply(fn);
  return true;
}

/** True for a bounds check, and for a comparison that tells whether an index is in bounds. */
function isIndexTest({ op, cond, args }: Inst): boolean {
  if (op === 'bounds') return true;
  const [, length] = args;
  return op === 'icmp' && cond === 'ult' && length!.op === 'load' && isLengthAlias(length!.alias);
}
