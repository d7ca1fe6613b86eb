// What the parts of instruction selection share: the functions under work, the virtual registers of IR values,
// and small ways to emit.
import { holdNumber } from '../../abi/numbers.ts';
import type { Inst, IrFunction, SourcePosition } from '../../ir/ir.ts';
import {
  type MBlock,
  type MFunction,
  type MInst,
  type MOp,
  minst,
  type Remat,
  rematCost,
} from './machine.ts';

/** A register that holds index * scale or base + index * scale, for reuse in dominated blocks. */
interface SharedValue {
  readonly vreg: number;
  readonly block: MBlock;
}

export class SelectContext {
  readonly ir: IrFunction;
  readonly machine: MFunction;
  /** The block that instructions go to. */
  block: MBlock;
  /** Source position of the IR instruction under work. */
  position: SourcePosition | undefined;
  /** By IR value id: how often it is used. */
  readonly useCount: Int32Array;
  /** By IR value id: 1 for a comparison or mask that only exists inside the instructions that use it. */
  readonly folded: Uint8Array;
  /** By IR value id: 1 for a sum or difference that the branch on its overflow computes. */
  readonly deferred: Uint8Array;
  /** By a test of overflow that is part of a branch: what that branch computes, if it is of use otherwise. */
  readonly overflowOf = new Map<Inst, Inst | undefined>();
  /** By IR value id: 1 if the virtual register holds the logical negation (a comparison of floats). */
  readonly negated: Uint8Array;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  private readonly constants = new Map<number, number>();
  private readonly symbols = new Map<string, number>();
  private readonly shared = new Map<string, SharedValue>();

  constructor(ir: IrFunction, machine: MFunction) {
    this.ir = ir;
    this.machine = machine;
    this.block = machine.blocks[0]!;
    this.position = undefined;
    this.useCount = new Int32Array(ir.nextId);
    this.folded = new Uint8Array(ir.nextId);
    this.deferred = new Uint8Array(ir.nextId);
    this.negated = new Uint8Array(ir.nextId);
    this.low = new Int32Array(ir.nextId).fill(-1);
    this.high = new Int32Array(ir.nextId).fill(-1);
  }

  newVreg(): number {
    return this.machine.vregs++;
  }

  private rematVreg(remat: Remat): number {
    const vreg = this.newVreg();
    this.machine.remat[vreg] = remat;
    return vreg;
  }

  /** The virtual register of a 32-bit constant. */
  constant(value: number): number {
    const key = value | 0;
    let vreg = this.constants.get(key);
    if (vreg === undefined) {
      vreg = this.rematVreg({ kind: 'const', value: key });
      this.constants.set(key, vreg);
    }
    return vreg;
  }

  /** The virtual register of the address of a symbol plus an offset in bytes. */
  symbol(symbol: string, addend = 0): number {
    const key = `${symbol}+${addend}`;
    let vreg = this.symbols.get(key);
    if (vreg === undefined) {
      vreg = this.rematVreg({ kind: 'symbol', symbol, addend });
      this.symbols.set(key, vreg);
    }
    return vreg;
  }

  /** The virtual register of a stack parameter. */
  stackParam(offset: number): number {
    return this.rematVreg({ kind: 'stackParam', offset });
  }

  emit(inst: MInst): void {
    this.block.insts.push(inst);
  }

  /** Emits an operation with one result, and gives that. */
  compute(op: MOp, uses: readonly number[], imm = 0): number {
    const vreg = this.newVreg();
    this.emit(minst(op, [vreg], uses, this.position, { imm }));
    return vreg;
  }

  /** Emits an operation whose result is that of an IR value. */
  define(value: Inst, op: MOp, uses: readonly number[], imm = 0): void {
    this.bind(value, this.compute(op, uses, imm));
  }

  /** States where an IR value is: in `low`, and for an f64 its upper half in `high`. */
  bind(value: Inst, low: number, high = -1): void {
    this.low[value.id] = low;
    this.high[value.id] = high;
  }

  /** The register of a 32-bit value, or the lower half of an f64. */
  reg(value: Inst): number {
    const vreg = this.low[value.id]!;
    if (vreg !== -1) return vreg;
    switch (value.op) {
      case 'iconst':
        return this.constant(value.imm ?? 0);
      case 'null':
        return this.constant(0);
      case 'fconst':
        return this.constant(floatBits(value.imm ?? 0));
      case 'dconst':
        return this.constant(holdNumber(value.imm ?? 0).low);
      case 'address':
        return this.symbol(requireSymbol(value), value.imm ?? 0);
      case 'object':
        return this.symbol(requireSymbol(value));
      default:
        throw new Error(
          `thumb: ${this.ir.symbol}: value ${value.id} (${value.op}) is used before it is computed`,
        );
    }
  }

  /** The register of the upper half of an f64. */
  regHigh(value: Inst): number {
    const vreg = this.high[value.id]!;
    if (vreg !== -1) return vreg;
    if (value.op === 'dconst') return this.constant(holdNumber(value.imm ?? 0).high);
    throw new Error(`thumb: ${this.ir.symbol}: value ${value.id} (${value.op}) has no upper half`);
  }

  /** The registers of a value: one, or two for an f64. */
  regs(value: Inst): number[] {
    return value.type === 'f64' ? [this.reg(value), this.regHigh(value)] : [this.reg(value)];
  }

  /**
   * A value that is computed once for all blocks that the first use dominates: `make` is only called if there is
   * none yet.
   */
  share(key: string, make: () => number): number {
    const known = this.shared.get(key);
    if (known && this.dominates(known.block, this.block)) return known.vreg;
    const vreg = make();
    this.shared.set(key, { vreg, block: this.block });
    return vreg;
  }

  private dominates(a: MBlock, b: MBlock): boolean {
    let index = b.index;
    while (index > a.index) index = this.machine.blocks[index]!.idom;
    return index === a.index;
  }

  /** Cycles to make a register's value anew, or undefined if it has to be computed. */
  costOf(vreg: number): number | undefined {
    const remat = this.machine.remat[vreg];
    return remat && rematCost(remat);
  }
}

function requireSymbol(value: Inst): string {
  if (value.symbol === undefined) throw new Error(`thumb: ${value.op} without a symbol`);
  return value.symbol;
}

/** The int32 value of an IR constant, or undefined if it is none. */
export function constantOf(value: Inst): number | undefined {
  if (value.op === 'iconst') return (value.imm ?? 0) | 0;
  return value.op === 'null' ? 0 : undefined;
}

const view = new DataView(new ArrayBuffer(4));

/** The bits of a single. */
function floatBits(value: number): number {
  view.setFloat32(0, value);
  return view.getInt32(0);
}
