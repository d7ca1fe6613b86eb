// Machine IR: Thumb operations on 32-bit virtual registers in SSA form, with block parameters. An f64 is a pair
// of virtual registers. Instruction selection makes it, register allocation reads it; nothing changes it after.
//
// Four kinds of use: of a low register (the usual one), of a fixed register (arguments of calls, results), of any
// that holds no argument (addresses of callees), and from anywhere (values that only a cold trap block reports). Values that can be computed anew anywhere
// (constants, addresses, stack parameters) have no defining instruction: see MFunction.remat.
import type { SourcePosition } from '../../ir/ir.ts';
import { type Condition, registerName } from './encode.ts';

/**
 * - `none`: the destination may be any register
 * - `either`: it is the register of the first or of the second use (the emitter adds a move if it is neither)
 * - `first`: it is that of the first use, or else one that no other use has
 */
type Tie = 'none' | 'either' | 'first';

interface MOpInfo {
  readonly tie: Tie;
  /** Ends a block. */
  readonly end?: boolean;
  /** Takes AAPCS arguments and destroys r0-r3, r12 and lr. */
  readonly call?: boolean;
}

const plain: MOpInfo = { tie: 'none' };
const either: MOpInfo = { tie: 'either' };
const first: MOpInfo = { tie: 'first' };
const end: MOpInfo = { tie: 'none', end: true };
const call: MOpInfo = { tie: 'none', call: true };

export const mops = {
  add: plain,
  sub: plain,
  /** imm -255..255 */
  addi: plain,
  /** As add, sub and addi, but leaving the overflow flag to the `br` that follows at once; imm is not 0. */
  addv: plain,
  subv: plain,
  addiv: plain,
  neg: plain,
  mvn: plain,
  and: either,
  orr: either,
  eor: either,
  mul: either,
  bic: first,
  lsl: first,
  lsr: first,
  asr: first,
  lsli: plain,
  lsri: plain,
  asri: plain,
  sxtb: plain,
  sxth: plain,
  uxtb: plain,
  uxth: plain,
  copy: plain,

  // Loads: uses base [, index]; the x forms add an index register instead of imm.
  ldr: plain,
  ldrb: plain,
  ldrh: plain,
  ldrx: plain,
  ldrbx: plain,
  ldrhx: plain,
  ldrsbx: plain,
  ldrshx: plain,
  // Stores: uses value, base [, index].
  str: plain,
  strb: plain,
  strh: plain,
  strx: plain,
  strbx: plain,
  strhx: plain,

  /** Uses: those of the comparison, value if it holds, value if not. */
  select: plain,
  /** Uses: those of the comparison, value if it does not hold; imm (0..255) if it holds. */
  selecti: plain,
  /** Uses: those of the comparison; imm if it holds, imm2 if not (both 0..255). */
  setcc: plain,
  /** Uses: those of the comparison, then values for r0, r1 from anywhere: raises trap imm if it holds. */
  check: plain,

  /** Stores an outgoing stack argument: imm is its offset. */
  starg: plain,
  /** Direct call of the compiled function `symbol`. */
  call: call,
  /** Call through a register: uses[0] is the address. */
  callx: call,

  b: end,
  /** Branches to the first successor if the comparison holds, else to the second. */
  br: end,
  ret: end,
  /** Raises trap imm; uses: values for r0, r1. */
  trap: end,
} as const satisfies Record<string, MOpInfo>;

export type MOp = keyof typeof mops;

/** Looks an operation up with the table's general type. */
export function mopInfo(op: MOp): MOpInfo {
  return mops[op];
}

/**
 * How br, check and select compare.
 * - `rr`, `ri`: cmp of two registers, of a register and compareImm (0..255)
 * - `tst`: the bits that two registers share
 * - `overflow`: not at all: the addition or subtraction just before has set the flags
 * - `shl`: the register shifted left by compareImm; the result goes to an extra, unused definition
 */
export type CompareKind = 'rr' | 'ri' | 'tst' | 'shl' | 'overflow';

/** Use of a value that must be in a low register. */
export const IN_REGISTER = -1;
/** Use of a value wherever it is. */
export const ANYWHERE = -2;
/** Use of a callee's address: in a low register that holds no argument. */
export const CALLEE = -3;

export interface MInst {
  readonly op: MOp;
  readonly defs: readonly number[];
  readonly uses: readonly number[];
  readonly imm: number;
  readonly imm2: number;
  readonly symbol: string;
  readonly compare: CompareKind | undefined;
  readonly compareImm: number;
  readonly cond: Condition;
  /** For each use IN_REGISTER, ANYWHERE, CALLEE or its fixed register; undefined if all are IN_REGISTER. */
  readonly useRegs: readonly number[] | undefined;
  /** Fixed registers of the results of calls. */
  readonly defRegs: readonly number[] | undefined;
  readonly position: SourcePosition | undefined;
}

/** A value that needs no storage, since it can be made anew. */
export type Remat =
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'symbol'; readonly symbol: string; readonly addend: number }
  /** A parameter that the caller passed on the stack, `offset` bytes above the caller's stack pointer. */
  | { readonly kind: 'stackParam'; readonly offset: number };

export interface MEdge {
  readonly from: MBlock;
  readonly to: MBlock;
  /** Virtual registers for the parameters of `to`. */
  readonly args: number[];
}

export interface MBlock {
  /** Index in MFunction.blocks, which are in reverse postorder. */
  index: number;
  params: number[];
  insts: MInst[];
  succs: MEdge[];
  preds: MEdge[];
  /** Immediate dominator; the entry block is its own. */
  idom: number;
  /** Header of the innermost loop that this block is in (itself for a header), or -1. */
  loop: number;
  /** For a loop header: the header of the loop around its loop, or -1. */
  outer: number;
  depth: number;
  /** Estimated executions per call of the function. */
  freq: number;
}

/** A parameter of the function with the register in which it arrives (12 for the closure). */
export interface MParam {
  readonly vreg: number;
  readonly register: number;
}

export interface MFunction {
  readonly symbol: string;
  blocks: MBlock[];
  /** Number of virtual registers. */
  vregs: number;
  /** By virtual register: how to make it anew, for those without a definition. */
  remat: (Remat | undefined)[];
  params: MParam[];
  /** Bytes for outgoing stack arguments. */
  outgoing: number;
}

/** Number of uses that belong to the comparison of br, check, select. */
export function compareUses(inst: MInst): number {
  if (inst.compare === undefined || inst.compare === 'overflow') return 0;
  return inst.compare === 'rr' || inst.compare === 'tst' ? 2 : 1;
}

/**
 * Whether a use is read only after a definition may have been written, so that the two need different registers.
 */
export function isLate(inst: MInst, use: number): boolean {
  if (inst.op === 'setcc') return true;
  if (inst.op === 'check') return use >= compareUses(inst);
  if (inst.compare === 'shl') return use >= 1;
  return use > 0 && mopInfo(inst.op).tie === 'first';
}

/**
 * Whether a value is a constant: fixed uses and edges make it where they need it, so they do not keep it in a
 * register. (A stack parameter has to be loaded, which is better done once.)
 */
export function isConstant(fn: MFunction, vreg: number): boolean {
  const remat = fn.remat[vreg];
  return remat !== undefined && remat.kind !== 'stackParam';
}

/** Whether an instruction can read an operand in a high register: comparisons can, and additions one of theirs. */
export function readsHigh(inst: MInst, use: number): boolean {
  return inst.compare === 'rr' ? use < 2 : inst.op === 'add';
}

/** The cycles that making a value anew takes, on average. */
export function rematCost(remat: Remat): number {
  return remat.kind === 'const' ? constantCost(remat.value) : 2;
}

/** Cycles to bring a constant into a register: the emitter has the sequences. */
export function constantCost(value: number): number {
  const bits = value >>> 0;
  return bits < 256 ? 1 : 2;
}

/** Makes an instruction; fields that are not given are empty. */
export function minst(
  op: MOp,
  defs: readonly number[],
  uses: readonly number[],
  position: SourcePosition | undefined,
  fields: Partial<Omit<MInst, 'op' | 'defs' | 'uses' | 'position'>> = {},
): MInst {
  // Spelled out, so that all instructions have one shape in the engine.
  return {
    op,
    defs,
    uses,
    imm: fields.imm ?? 0,
    imm2: fields.imm2 ?? 0,
    symbol: fields.symbol ?? '',
    compare: fields.compare,
    compareImm: fields.compareImm ?? 0,
    cond: fields.cond ?? 'eq',
    useRegs: fields.useRegs,
    defRegs: fields.defRegs,
    position,
  };
}

function useText(inst: MInst, index: number): string {
  const fixed = inst.useRegs?.[index] ?? IN_REGISTER;
  const name = `v${inst.uses[index]}`;
  return fixed === IN_REGISTER || fixed === CALLEE
    ? name
    : `${name}@${fixed === ANYWHERE ? 'any' : registerName(fixed)}`;
}

/** An instruction as text, for tests and people. */
export function printInst(inst: MInst, block?: MBlock): string {
  const defs = inst.defs.map((v, i) => (inst.defRegs ? `v${v}@${registerName(inst.defRegs[i]!)}` : `v${v}`));
  const uses = inst.uses.map((_, index) => useText(inst, index));
  const parts: string[] = [];
  if (inst.compare) {
    const count = compareUses(inst);
    const operands = uses.splice(0, count);
    if (inst.compare === 'ri' || inst.compare === 'shl') operands.push(`#${inst.compareImm}`);
    parts.push(`${inst.compare} ${inst.cond}(${operands.join(', ')})`);
  }
  if (inst.symbol) parts.push(inst.symbol);
  parts.push(...uses);
  const hasImm = /^(addiv?|lsli|lsri|asri|ldr[bh]?|str[bh]?|starg|selecti|setcc|check|trap)$/.test(inst.op);
  if (hasImm) parts.push(`#${inst.imm}`);
  if (inst.op === 'setcc') parts.push(`#${inst.imm2}`);
  if (inst.op === 'b' || inst.op === 'br') parts.push(...(block?.succs ?? []).map((edge) => edgeText(edge)));
  return `${defs.length ? `${defs.join(', ')} = ` : ''}${inst.op}${parts.length ? ` ${parts.join(', ')}` : ''}`;
}

function edgeText(edge: MEdge): string {
  return `b${edge.to.index}(${edge.args.map((v) => `v${v}`).join(', ')})`;
}

/** The function as text, for golden tests. */
export function printMachine(fn: MFunction): string {
  const lines: string[] = [
    `${fn.symbol}(${fn.params.map((p) => `v${p.vreg}@${registerName(p.register)}`).join(', ')})`,
  ];
  fn.remat.forEach((remat, vreg) => {
    if (remat?.kind === 'const') lines.push(`  v${vreg} := ${remat.value}`);
    else if (remat?.kind === 'symbol') lines.push(`  v${vreg} := ${remat.symbol}+${remat.addend}`);
    else if (remat) lines.push(`  v${vreg} := parameter at ${remat.offset}`);
  });
  for (const block of fn.blocks) {
    const params = block.params.map((v) => `v${v}`).join(', ');
    lines.push(`b${block.index}(${params}):${block.depth ? ` depth ${block.depth}` : ''}`);
    for (const inst of block.insts) lines.push(`  ${printInst(inst, block)}`);
  }
  return `${lines.join('\n')}\n`;
}
