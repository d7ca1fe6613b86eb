// Selection of tests whether a sum or difference is an int32. The processor's overflow flag tells that for free, if
// the branch on the test follows the addition at once: so the branch computes the sum itself, where nothing in its
// block needs it earlier.
import type { Block, Inst } from '../../ir/ir.ts';
import { terminator } from '../../ir/ir.ts';
import { type MOp, minst } from './machine.ts';
import { fitsAddImmediate } from './select-arith.ts';
import type { Comparison } from './select-compare.ts';
import { constantOf, type SelectContext } from './select-context.ts';

/**
 * Finds tests that only one branch depends on, and the sum or difference in the same block that the branch can compute:
 * fills folded, deferred and overflowOf. Needs the counts of findFoldedComparisons.
 */
export function findOverflowBranches(context: SelectContext): void {
  for (const block of context.ir.blocks) {
    const branch = terminator(block);
    const test = branch.op === 'branch' ? branch.args[0]! : undefined;
    if (!test || (test.op !== 'iaddFits' && test.op !== 'isubFits')) continue;
    if (context.useCount[test.id] !== 1) continue;
    const result = findResult(block, test);
    context.folded[test.id] = 1;
    context.overflowOf.set(test, result);
    if (result) context.deferred[result.id] = 1;
  }
}

/** The sum or difference that the test is about, if nothing in the block but its edges uses it. */
function findResult(block: Block, test: Inst): Inst | undefined {
  const op = test.op === 'iaddFits' ? 'iadd' : 'isub';
  const [a, b] = test.args as [Inst, Inst];
  const result = block.insts.find(
    ({ op: other, args: [x, y] }) =>
      other === op && ((x === a && y === b) || (op === 'iadd' && x === b && y === a)),
  );
  return result && !block.insts.some((inst) => inst.args.includes(result)) ? result : undefined;
}

/** The addition or subtraction that a branch tests, as the last thing before it; and the condition that it fits. */
export function computeWithFlags(context: SelectContext, test: Inst): Comparison {
  const vreg = context.newVreg();
  const result = context.overflowOf.get(test);
  const { op, uses, imm } = operation(context, test);
  context.emit(minst(op, [vreg], uses, result?.position ?? test.position, { imm }));
  if (result) context.bind(result, vreg);
  return { compare: 'overflow', compareImm: 0, uses: [], cond: 'vc' };
}

function operation(context: SelectContext, test: Inst): { op: MOp; uses: number[]; imm: number } {
  const isSum = test.op === 'iaddFits';
  let [a, b] = test.args as [Inst, Inst];
  if (isSum && constantOf(a) !== undefined) [a, b] = [b, a];
  const constant = constantOf(b);
  if (fitsAddImmediate(constant) && constant !== 0)
    return { op: 'addiv', uses: [context.reg(a)], imm: isSum ? constant : -constant };
  return { op: isSum ? 'addv' : 'subv', uses: [context.reg(a), context.reg(b)], imm: 0 };
}

/** A test as a value, 0 or 1, from the signs: both operands' differ from that of a sum that has wrapped around. */
export function selectFits(context: SelectContext, inst: Inst): void {
  const isSum = inst.op === 'iaddFits';
  const [a, b] = inst.args.map((arg) => context.reg(arg)) as [number, number];
  const result = context.compute(isSum ? 'add' : 'sub', [a, b]);
  const first = context.compute('eor', [a, isSum ? result : b]);
  const second = context.compute('eor', [isSum ? b : a, result]);
  const wrapped = context.compute('lsri', [context.compute('and', [first, second])], 31);
  context.define(inst, 'eor', [wrapped, context.constant(1)]);
}
