// Selection of loads and stores: address modes base + offset and base + index register.
import type { Inst } from '../../ir/ir.ts';
import { type MemoryType, memorySize } from '../../ir/types.ts';
import { type MOp, minst } from './machine.ts';
import { convertWords } from './select-call.ts';
import { constantOf, type SelectContext } from './select-context.ts';

/** The machine operations of an access: with an offset (if there is such an instruction), with an index. */
interface AccessOps {
  readonly offset: MOp | undefined;
  readonly index: MOp;
}

const loadOps: Record<MemoryType, AccessOps> = {
  i8: { offset: undefined, index: 'ldrsbx' },
  u8: { offset: 'ldrb', index: 'ldrbx' },
  i16: { offset: undefined, index: 'ldrshx' },
  u16: { offset: 'ldrh', index: 'ldrhx' },
  i32: { offset: 'ldr', index: 'ldrx' },
  f32: { offset: 'ldr', index: 'ldrx' },
  f64: { offset: 'ldr', index: 'ldrx' },
  num: { offset: 'ldr', index: 'ldrx' },
  ref: { offset: 'ldr', index: 'ldrx' },
};

const storeOps: Record<MemoryType, AccessOps> = {
  i8: { offset: 'strb', index: 'strbx' },
  u8: { offset: 'strb', index: 'strbx' },
  i16: { offset: 'strh', index: 'strhx' },
  u16: { offset: 'strh', index: 'strhx' },
  i32: { offset: 'str', index: 'strx' },
  f32: { offset: 'str', index: 'strx' },
  f64: { offset: 'str', index: 'strx' },
  num: { offset: 'str', index: 'strx' },
  ref: { offset: 'str', index: 'strx' },
};

/** base + offset, or base + index if there is one. */
interface Address {
  readonly base: number;
  readonly index: number | undefined;
  readonly offset: number;
}

/** Whether all words of an access at `offset` can be reached by instructions with a 5-bit scaled offset. */
function offsetFits(offset: number, memory: MemoryType): boolean {
  const unit = Math.min(memorySize[memory], 4);
  const last = offset + memorySize[memory] - unit;
  return offset >= 0 && offset % unit === 0 && last < 32 * unit;
}

/** The address of an access, in a form that its instructions take. */
function selectAddress(
  context: SelectContext,
  inst: Inst,
  base: Inst,
  index: Inst | undefined,
  ops: AccessOps,
): Address {
  const memory = inst.memory!;
  const size = memorySize[memory];
  const offset = inst.imm ?? 0;
  if (!index) return constantOffset(context, base, offset, memory, ops);
  const constantIndex = constantOf(index);
  if (constantIndex !== undefined)
    return constantOffset(context, base, offset + constantIndex * size, memory, ops);

  const scaled = scaledIndex(context, index, size);
  const start = context.reg(base);
  if (offset === 0 && size <= 4) return { base: start, index: scaled, offset: 0 };
  const sum = context.share(`${start}+${scaled}`, () => context.compute('add', [start, scaled]));
  return addOffset(context, sum, offset, memory, ops);
}

/** index * size, computed once for all accesses that can share it. */
function scaledIndex(context: SelectContext, index: Inst, size: number): number {
  const vreg = context.reg(index);
  if (size === 1) return vreg;
  const shift = size === 2 ? 1 : size === 4 ? 2 : 3;
  return context.share(`${vreg}<<${shift}`, () => context.compute('lsli', [vreg], shift));
}

/** Base value plus a constant. Absolute addresses are split so that neighbours share a base register. */
function constantOffset(
  context: SelectContext,
  base: Inst,
  offset: number,
  memory: MemoryType,
  ops: AccessOps,
): Address {
  if (ops.offset && !offsetFits(offset, memory) && base.op === 'address')
    return { base: context.symbol(base.symbol!, (base.imm ?? 0) + offset), index: undefined, offset: 0 };
  const absolute = constantOf(base);
  if (ops.offset && absolute !== undefined) {
    const address = (absolute + offset) >>> 0;
    const span = 32 * Math.min(memorySize[memory], 4);
    const within = address % span;
    if (offsetFits(within, memory))
      return { base: context.constant(address - within), index: undefined, offset: within };
  }
  return addOffset(context, context.reg(base), offset, memory, ops);
}

/** Register plus a constant. */
function addOffset(
  context: SelectContext,
  base: number,
  offset: number,
  memory: MemoryType,
  ops: AccessOps,
): Address {
  if (ops.offset && offsetFits(offset, memory)) return { base, index: undefined, offset };
  if (memorySize[memory] <= 4) return { base, index: context.constant(offset), offset: 0 };
  const near = offset >= -255 && offset <= 255;
  const sum = near
    ? context.compute('addi', [base], offset)
    : context.compute('add', [base, context.constant(offset)]);
  return { base: sum, index: undefined, offset: 0 };
}

function opOf(ops: AccessOps, address: Address): MOp {
  if (address.index !== undefined) return ops.index;
  if (!ops.offset) throw new Error('thumb: a signed narrow load needs an index register');
  return ops.offset;
}

/** Emits the load `inst`. */
export function selectLoad(context: SelectContext, inst: Inst): void {
  const memory = inst.memory!;
  const ops = loadOps[memory];
  const [base, index] = inst.args;
  const address = selectAddress(context, inst, base!, index, ops);
  const uses = address.index === undefined ? [address.base] : [address.base, address.index];
  const op = opOf(ops, address);
  const low = context.compute(op, uses, address.offset);
  if (inst.type !== 'f64') {
    context.bind(inst, low);
    return;
  }
  const high = context.compute(op, uses, address.offset + 4);
  const held = memory === 'f64' ? convertWords(context, 'gn_d2n', [low, high]) : [low, high];
  context.bind(inst, held[0]!, held[1]);
}

/** Emits the store `inst`. */
export function selectStore(context: SelectContext, inst: Inst): void {
  const memory = inst.memory!;
  const ops = storeOps[memory];
  const [value, base, index] = inst.args;
  const held = context.regs(value!);
  const words = memory === 'f64' ? convertWords(context, 'gn_n2d', held) : held;
  const address = selectAddress(context, inst, base!, index, ops);
  const place = address.index === undefined ? [address.base] : [address.base, address.index];
  const op = opOf(ops, address);
  const store = (vreg: number, offset: number): void =>
    context.emit(minst(op, [], [vreg, ...place], context.position, { imm: offset }));
  for (const [word, vreg] of words.entries()) store(vreg, address.offset + 4 * word);
}
