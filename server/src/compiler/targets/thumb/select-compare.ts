// Selection of comparisons: what br, check and select compare, fused from icmp, rcmp and bit tests.
import type { Inst } from '../../ir/ir.ts';
import type { IntCondition } from '../../ir/ops.ts';
import { type Condition, inverse } from './encode.ts';
import type { CompareKind } from './machine.ts';
import { constantOf, type SelectContext } from './select-context.ts';
import { computeWithFlags } from './select-overflow.ts';

/** A comparison ready to be part of an instruction. */
export interface Comparison {
  readonly compare: CompareKind;
  readonly compareImm: number;
  readonly uses: readonly number[];
  readonly cond: Condition;
}

const conditions: Record<IntCondition, Condition> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'lt',
  le: 'le',
  gt: 'gt',
  ge: 'ge',
  ult: 'lo',
  ule: 'ls',
  ugt: 'hi',
  uge: 'hs',
};

/** The condition with the operands exchanged. */
const exchanged: Record<IntCondition, IntCondition> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'gt',
  le: 'ge',
  gt: 'lt',
  ge: 'le',
  ult: 'ugt',
  ule: 'uge',
  ugt: 'ult',
  uge: 'ule',
};

/** Whether the instruction takes `value` only as the condition that it branches, checks or selects by. */
function usesAsCondition(user: Inst, argIndex: number): boolean {
  return (user.op === 'branch' || user.op === 'check' || user.op === 'select') && argIndex === 0;
}

/**
 * Finds comparisons that are used by branches, checks and selects alone: they get no value of their own, since a
 * compare instruction costs the same wherever it stands. Fills useCount and folded.
 */
export function findFoldedComparisons(context: SelectContext): void {
  const { useCount, folded, ir } = context;
  const otherUse = new Uint8Array(ir.nextId);
  const compares: Inst[] = [];
  const masks: Inst[] = [];
  for (const block of ir.blocks) {
    for (const inst of block.insts) {
      if (
        inst.op === 'icmp' ||
        inst.op === 'rcmp' ||
        inst.op === 'fcmp' ||
        inst.op === 'dcmp' ||
        inst.op === 'dIsInt'
      )
        compares.push(inst);
      if (inst.op === 'iand') masks.push(inst);
      for (let index = 0; index < inst.args.length; index++) {
        const { id } = inst.args[index]!;
        useCount[id]!++;
        if (!usesAsCondition(inst, index)) otherUse[id] = 1;
      }
      if (!inst.targets) continue;
      for (const edge of inst.targets) {
        for (const arg of edge.args) {
          useCount[arg.id]!++;
          otherUse[arg.id] = 1;
        }
      }
    }
  }
  // A mask that is the condition itself is compared with zero.
  for (const mask of masks) if (!otherUse[mask.id] && useCount[mask.id] === 1) folded[mask.id] = 1;
  for (const compare of compares) {
    if (otherUse[compare.id] || useCount[compare.id] === 0) continue;
    folded[compare.id] = 1;
    // A mask that is only compared with zero becomes part of the comparison, unless that is done twice.
    const [left, right] = compare.args;
    if (compare.op !== 'icmp' || useCount[compare.id] !== 1 || constantOf(right!) !== 0) continue;
    if ((compare.cond === 'eq' || compare.cond === 'ne') && left!.op === 'iand' && useCount[left!.id] === 1)
      folded[left!.id] = 1;
  }
}

/** What an icmp, rcmp or dIsInt compares. */
export function comparisonOf(context: SelectContext, inst: Inst): Comparison {
  const [a, b] = inst.args as [Inst, Inst];
  if (inst.op !== 'dIsInt') return compareValues(context, inst.cond as IntCondition, a, b);
  return { compare: 'ri', compareImm: 0, uses: [context.regHigh(a)], cond: 'eq' };
}

/** The comparison that is true when the IR value is nonzero. */
export function conditionOf(context: SelectContext, value: Inst): Comparison {
  if (context.folded[value.id] && (value.op === 'icmp' || value.op === 'rcmp' || value.op === 'dIsInt'))
    return comparisonOf(context, value);
  if (context.folded[value.id] && value.op === 'iand')
    return bitTest(context, false, value.args[0]!, value.args[1]!);
  if (context.overflowOf.has(value)) return computeWithFlags(context, value);
  const cond = context.negated[value.id] ? 'eq' : 'ne';
  return { compare: 'ri', compareImm: 0, uses: [context.reg(value)], cond };
}

/** The comparison that is true when the given one is not. */
export function invert(comparison: Comparison): Comparison {
  return { ...comparison, cond: inverse[comparison.cond] };
}

/** Compares two 32-bit values. */
export function compareValues(
  context: SelectContext,
  cond: IntCondition,
  left: Inst,
  right: Inst,
): Comparison {
  if (constantOf(left) !== undefined && constantOf(right) === undefined)
    return compareValues(context, exchanged[cond], right, left);
  const constant = constantOf(right);
  if (constant !== undefined) {
    if (constant === 0 && left.op === 'iand' && context.folded[left.id])
      return bitTest(context, cond === 'eq', left.args[0]!, left.args[1]!);
    const fitted = fitConstant(cond, constant);
    if (fitted)
      return {
        compare: 'ri',
        compareImm: fitted.constant,
        uses: [context.reg(left)],
        cond: conditions[fitted.cond],
      };
  }
  return {
    compare: 'rr',
    compareImm: 0,
    uses: [context.reg(left), context.reg(right)],
    cond: conditions[cond],
  };
}

/** An equivalent comparison with a constant 0..255, if there is one. */
function fitConstant(
  cond: IntCondition,
  constant: number,
): { cond: IntCondition; constant: number } | undefined {
  if (constant >= 0 && constant <= 255) return { cond, constant };
  if (constant === 256) {
    if (cond === 'lt') return { cond: 'le', constant: 255 };
    if (cond === 'ge') return { cond: 'gt', constant: 255 };
    if (cond === 'ult') return { cond: 'ule', constant: 255 };
    if (cond === 'uge') return { cond: 'ugt', constant: 255 };
  }
  if (constant === -1) {
    if (cond === 'gt') return { cond: 'ge', constant: 0 };
    if (cond === 'le') return { cond: 'lt', constant: 0 };
  }
  return undefined;
}

/** Whether two values share a bit: with a constant mask by a shift where that needs no register for the mask. */
function bitTest(context: SelectContext, isZero: boolean, left: Inst, right: Inst): Comparison {
  const mask = constantOf(right) ?? constantOf(left);
  const value = constantOf(right) === undefined && constantOf(left) !== undefined ? right : left;
  if (mask !== undefined) {
    const bits = mask >>> 0;
    if (bits !== 0 && (bits & (bits - 1)) === 0) {
      const shift = Math.clz32(bits);
      const cond = isZero ? 'pl' : 'mi';
      if (shift === 0) return { compare: 'ri', compareImm: 0, uses: [context.reg(value)], cond };
      return { compare: 'shl', compareImm: shift, uses: [context.reg(value)], cond };
    }
    // Ones at the lower end: 0b0..01..1.
    if (bits !== 0 && bits !== 0xffffffff && (bits & (bits + 1)) === 0) {
      const cond = isZero ? 'eq' : 'ne';
      return { compare: 'shl', compareImm: Math.clz32(bits), uses: [context.reg(value)], cond };
    }
  }
  return {
    compare: 'tst',
    compareImm: 0,
    uses: [context.reg(left), context.reg(right)],
    cond: isZero ? 'eq' : 'ne',
  };
}
