// Simplifies by ranges: comparisons and branches whose result the ranges of their operands decide, divisions and
// shifts of what is never negative, and by no more than 31, bounds checks that always succeed, exact conversions, masks that
// mask nothing. Leaves foldable control flow to simplify-cfg.ts.
import { removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import type { Range } from '../ir/analysis/ranges/index.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { isInt32 } from '../ir/analysis/ranges/range.ts';
import { Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';

export function foldByRanges(fn: IrFunction): boolean {
  const ranges = new Ranges(fn);
  const { cfg } = ranges;
  const replacements = new Replacements();
  let changed = removeUnreachableBlocks(fn, cfg);
  for (let b = 0; b < cfg.order.length; b++) {
    const block = cfg.order[b]!;
    if (!ranges.isReachable(b)) continue;
    const out: Inst[] = [];
    for (let index = 0; index < block.insts.length; index++) {
      const inst = block.insts[index]!;
      const range = (value: Inst): Range => ranges.at(value, b, index);
      if (isSatisfied(inst, range)) {
        changed = true;
        continue;
      }
      const constant = decided(inst, ranges);
      if (constant !== undefined) {
        const replacement = newInst(fn, 'iconst', 'i32', [], inst.position, { imm: constant });
        out.push(replacement);
        replacements.set(inst, replacement);
        changed = true;
        continue;
      }
      const same = identity(inst, range);
      if (same) {
        replacements.set(inst, same);
        changed = true;
        continue;
      }
      const cheaper = unsignedForm(inst, range);
      if (cheaper) {
        inst.op = cheaper;
        changed = true;
      }
      if (isOpenShift(inst) && isCount(range(inst.args[1]!))) inst.imm = MOST_SHIFTED;
      if (inst.op === 'branch') changed = decideBranch(fn, inst, range, out) || changed;
      out.push(inst);
    }
    block.insts = out;
  }
  replacements.apply(fn);
  return changed;
}

/**
 * The same, early, for functions with NaN, which stands for what is not there: the unit at an index that is always inside of
 * a text is an integer from the start.
 */
export function foldAbsence(fn: IrFunction): boolean {
  const isAbsence = ({ op, imm }: Inst) => op === 'dconst' && Number.isNaN(imm);
  return fn.blocks.some(({ insts }) => insts.some(isAbsence)) && foldByRanges(fn);
}

/** True for a check that never fails. */
function isSatisfied(inst: Inst, range: (value: Inst) => Range): boolean {
  const [a, b] = inst.args;
  switch (inst.op) {
    case 'bounds': {
      const [index, length] = [range(a!), range(b!)];
      return index.lo <= index.hi && index.lo >= 0 && index.hi < length.lo;
    }
    case 'check': {
      const condition = range(a!);
      return condition.lo > 0 || condition.hi < 0 ? condition.lo <= condition.hi : false;
    }
    default:
      return false;
  }
}

/** The value of arithmetic that can only have one. */
function decided(inst: Inst, ranges: Ranges): number | undefined {
  if (inst.type !== 'i32' || inst.args.length === 0 || !removable.has(inst.op)) return undefined;
  const { lo, hi } = ranges.of(inst);
  return lo === hi ? lo : undefined;
}

const removable: ReadonlySet<Op> = new Set<Op>([
  'icmp',
  'dcmp',
  'iaddFits',
  'isubFits',
  'iand',
  'ior',
  'iadd',
  'isub',
  'imul',
  'ishr',
  'iushr',
  'ishl',
  'idiv',
  'irem',
  'd2i',
]);

/** An operation that leaves its first operand as it is. */
function identity(inst: Inst, range: (value: Inst) => Range): Inst | undefined {
  const [a, b] = inst.args;
  switch (inst.op) {
    case 'iand': {
      const { lo, hi } = range(a!);
      const mask = b!.op === 'iconst' ? b!.imm! : 0;
      // Only masks of low bits: they keep all numbers up to themselves.
      return mask > 0 && (mask & (mask + 1)) === 0 && lo >= 0 && lo <= hi && hi <= mask ? a : undefined;
    }
    case 'irem':
    case 'urem': {
      const [dividend, divisor] = [range(a!), range(b!)];
      return dividend.lo >= 0 && dividend.lo <= dividend.hi && dividend.hi < divisor.lo ? a : undefined;
    }
    case 'dfloor':
    case 'dceil':
    case 'dtrunc':
    case 'dround':
      return range(a!).integer ? a : undefined;
    default:
      return undefined;
  }
}

/** The unsigned operation that is equal for these operands, and cheaper. */
function unsignedForm(inst: Inst, range: (value: Inst) => Range): Op | undefined {
  const [a, b] = inst.args;
  switch (inst.op) {
    case 'idiv':
      return range(a!).lo >= 0 && range(b!).lo >= 0 ? 'udiv' : undefined;
    case 'irem':
      return range(a!).lo >= 0 && range(b!).lo >= 0 ? 'urem' : undefined;
    case 'ishr':
      return range(a!).lo >= 0 ? 'iushr' : undefined;
    case 'u2d':
      return range(a!).lo >= 0 ? 'i2d' : undefined;
    case 'd2iExact':
      return isInt32(range(a!)) ? 'd2i' : undefined;
    default:
      return undefined;
  }
}

/** True for a shift of whose count nothing is known yet. */
function isOpenShift({ op, args, imm }: Inst): boolean {
  const isShift = op === 'ishl' || op === 'ishr' || op === 'iushr';
  return isShift && imm === undefined && args[1]!.op !== 'iconst';
}

/** The largest count that a shift takes as it is: of others, it takes the lower bits. */
const MOST_SHIFTED = 31;

const isCount = ({ lo, hi }: Range) => lo >= 0 && lo <= hi && hi <= MOST_SHIFTED;

/** A branch that always goes one way, though its condition is not the same everywhere. */
function decideBranch(fn: IrFunction, inst: Inst, range: (value: Inst) => Range, out: Inst[]): boolean {
  const [condition] = inst.args as [Inst];
  if (condition.op === 'iconst') return false;
  const { lo, hi } = range(condition);
  if (lo > hi || (lo <= 0 && hi >= 0 && lo !== hi)) return false;
  const constant = newInst(fn, 'iconst', 'i32', [], undefined, { imm: lo === 0 && hi === 0 ? 0 : 1 });
  out.push(constant);
  inst.args = [constant];
  return true;
}
