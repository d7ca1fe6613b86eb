// Selection of int32 arithmetic, and of what is done on the bits of floats.
import type { Inst } from '../../ir/ir.ts';
import type { MOp } from './machine.ts';
import { constantOf, type SelectContext } from './select-context.ts';

const either: Partial<Record<Inst['op'], MOp>> = { imul: 'mul', iand: 'and', ior: 'orr', ixor: 'eor' };

/** Emits an int32 operation with two arguments, other than a division or a comparison. */
export function selectBinary(context: SelectContext, inst: Inst): void {
  const [left, right] = inst.args as [Inst, Inst];
  switch (inst.op) {
    case 'iadd':
      selectAdd(context, inst, left, right);
      return;
    case 'isub':
      selectSub(context, inst, left, right);
      return;
    case 'iand':
      selectAnd(context, inst, left, right);
      return;
    case 'ishl':
    case 'ishr':
    case 'iushr':
      selectShift(context, inst, left, right);
      return;
    case 'ixor':
      if (constantOf(right) === -1) {
        context.define(inst, 'mvn', [context.reg(left)]);
        return;
      }
      break;
  }
  const op = either[inst.op];
  if (!op) throw new Error(`thumb: ${inst.op} is not an int32 operation`);
  context.define(inst, op, [context.reg(left), context.reg(right)]);
}

/** Whether one instruction adds or subtracts it. */
export const fitsAddImmediate = (value: number | undefined): value is number =>
  value !== undefined && value >= -255 && value <= 255;

function selectAdd(context: SelectContext, inst: Inst, left: Inst, right: Inst): void {
  if (constantOf(left) !== undefined && constantOf(right) === undefined) {
    selectAdd(context, inst, right, left);
    return;
  }
  const constant = constantOf(right);
  if (fitsAddImmediate(constant)) {
    context.define(inst, 'addi', [context.reg(left)], constant);
    return;
  }
  context.define(inst, 'add', [context.reg(left), context.reg(right)]);
}

function selectSub(context: SelectContext, inst: Inst, left: Inst, right: Inst): void {
  const constant = constantOf(right);
  if (fitsAddImmediate(constant)) {
    context.define(inst, 'addi', [context.reg(left)], -constant);
    return;
  }
  if (constantOf(left) === 0) {
    context.define(inst, 'neg', [context.reg(right)]);
    return;
  }
  context.define(inst, 'sub', [context.reg(left), context.reg(right)]);
}

function selectAnd(context: SelectContext, inst: Inst, left: Inst, right: Inst): void {
  const constant = constantOf(right);
  if (constant === undefined) {
    if (constantOf(left) !== undefined) {
      selectAnd(context, inst, right, left);
      return;
    }
    context.define(inst, 'and', [context.reg(left), context.reg(right)]);
    return;
  }
  const value = context.reg(left);
  if (constant === 255) {
    context.define(inst, 'uxtb', [value]);
    return;
  }
  if (constant === 65535) {
    context.define(inst, 'uxth', [value]);
    return;
  }
  const bits = constant >>> 0;
  const cleared = ~constant >>> 0;
  if (bits < 256) {
    context.define(inst, 'and', [value, context.constant(constant)]);
    return;
  }
  if (cleared < 256) {
    context.define(inst, 'bic', [value, context.constant(cleared)]);
    return;
  }
  // Ones at the lower or at the upper end: two shifts need no register for the mask.
  if ((bits & (bits + 1)) === 0) {
    const shift = Math.clz32(bits);
    context.define(inst, 'lsri', [context.compute('lsli', [value], shift)], shift);
    return;
  }
  if ((cleared & (cleared + 1)) === 0) {
    const shift = 32 - Math.clz32(cleared);
    context.define(inst, 'lsli', [context.compute('lsri', [value], shift)], shift);
    return;
  }
  context.define(inst, 'and', [value, context.constant(constant)]);
}

const immediateShifts = { ishl: 'lsli', ishr: 'asri', iushr: 'lsri' } as const;
const registerShifts = { ishl: 'lsl', ishr: 'asr', iushr: 'lsr' } as const;

function selectShift(context: SelectContext, inst: Inst, left: Inst, right: Inst): void {
  const op = inst.op as 'ishl' | 'ishr' | 'iushr';
  const constant = constantOf(right);
  if (constant === undefined) {
    // The core takes the count modulo 256 and gives 0 from 32 on.
    const count =
      inst.imm !== undefined || isBelow32(right)
        ? context.reg(right)
        : context.compute('and', [context.reg(right), context.constant(31)]);
    context.define(inst, registerShifts[op], [context.reg(left), count]);
    return;
  }
  const count = constant & 31;
  if (count === 0) {
    context.bind(inst, context.reg(left));
    return;
  }
  const narrow = op === 'ishl' ? undefined : extensionOf(inst);
  if (narrow) {
    context.define(inst, narrow.op, [context.reg(narrow.value)]);
    return;
  }
  context.define(inst, immediateShifts[op], [context.reg(left)], count);
}

/** A shift to the right that is the end of (x << n) >> n, as an extension of the lower 8 or 16 bits. */
function extensionOf({ op, args: [left, right] }: Inst): { op: MOp; value: Inst } | undefined {
  const count = constantOf(right!);
  if ((count !== 24 && count !== 16) || left!.op !== 'ishl') return undefined;
  if (constantOf(left!.args[1]!) !== count) return undefined;
  const value = left!.args[0]!;
  if (op === 'ishr') return { op: count === 24 ? 'sxtb' : 'sxth', value };
  return { op: count === 24 ? 'uxtb' : 'uxth', value };
}

/** Finds shifts to the left that are the beginning of an extension and nothing else. Fills folded; needs useCount. */
export function findExtensions({ ir, useCount, folded }: SelectContext): void {
  for (const { insts } of ir.blocks) {
    for (const inst of insts) {
      if ((inst.op !== 'ishr' && inst.op !== 'iushr') || !extensionOf(inst)) continue;
      const [left] = inst.args as [Inst];
      if (useCount[left.id] === 1) folded[left.id] = 1;
    }
  }
}

/** Whether a shift count is seen to be 0..31. */
function isBelow32(value: Inst): boolean {
  if (value.op === 'icmp' || value.op === 'rcmp') return true;
  if (value.op === 'iand')
    return value.args.some((arg) => {
      const constant = constantOf(arg);
      return constant !== undefined && constant >= 0 && constant < 32;
    });
  if (value.op === 'iushr') return (constantOf(value.args[1]!) ?? 0) >= 27;
  return false;
}

/** Emits the negation or absolute value of a single, on its sign bit. */
export function selectSignOp(context: SelectContext, inst: Inst): void {
  const value = context.reg(inst.args[0]!);
  // Adding the sign bit flips it; shifting it out and back clears it.
  if (inst.op === 'fneg') context.define(inst, 'add', [value, context.constant(-0x80000000)]);
  else context.define(inst, 'lsri', [context.compute('lsli', [value], 1)], 1);
}
