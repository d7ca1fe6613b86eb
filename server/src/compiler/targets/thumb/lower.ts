// From allocated machine IR to assembly items: two-address forms, constants, comparisons, branches in the chosen
// block order, trap blocks.
import type { SourcePosition } from '../../ir/ir.ts';
import { type AItem, type Allocation, FIRST_SLOT, type Location, rematOf } from './allocation.ts';
import { type AsmItem, asm, type ColdBlock } from './asm.ts';
import { type AsmOp, type Condition, inverse } from './encode.ts';
import { emitEpilogue, emitPrologue, type Frame, noFrame } from './frame.ts';
import type { Layout } from './layout.ts';
import { compareUses, type MBlock, type MInst, type MOp, mopInfo } from './machine.ts';
import { type Move, sequenceMoves } from './parallel-copy.ts';

export interface LoweredCode {
  readonly items: AsmItem[];
  readonly cold: ColdBlock[];
  /** The label behind the prologue. */
  readonly prologueEnd: number;
  /** A label number that is not in use. */
  readonly nextLabel: number;
}

/** Lowers the whole function. */
export function lower(allocation: Allocation, frame: Frame, layout: Layout): LoweredCode {
  return new Lowerer(allocation, frame, layout).run();
}

const twoAddress: Partial<Record<MOp, AsmOp>> = {
  and: 'ands',
  orr: 'orrs',
  eor: 'eors',
  mul: 'muls',
  bic: 'bics',
  lsl: 'lslsReg',
  lsr: 'lsrsReg',
  asr: 'asrsReg',
};

/** Destination and one source, or destination, source and number. */
const plainForms: Partial<Record<MOp, AsmOp>> = {
  neg: 'rsbs',
  mvn: 'mvns',
  sxtb: 'sxtb',
  sxth: 'sxth',
  uxtb: 'uxtb',
  uxth: 'uxth',
  sub: 'subsReg',
  addv: 'addsReg',
  subv: 'subsReg',
  lsli: 'lslsImm',
  lsri: 'lsrsImm',
  asri: 'asrsImm',
  ldr: 'ldrImm',
  ldrb: 'ldrbImm',
  ldrh: 'ldrhImm',
  ldrx: 'ldrReg',
  ldrbx: 'ldrbReg',
  ldrhx: 'ldrhReg',
  ldrsbx: 'ldrsbReg',
  ldrshx: 'ldrshReg',
  str: 'strImm',
  strb: 'strbImm',
  strh: 'strhImm',
  strx: 'strReg',
  strbx: 'strbReg',
  strhx: 'strhReg',
};

class Lowerer {
  private readonly allocation: Allocation;
  private readonly frame: Frame;
  private readonly layout: Layout;
  private items: AsmItem[] = [];
  private readonly cold: ColdBlock[] = [];
  private nextLabel: number;
  private position: SourcePosition | undefined;
  /** Whether the code at hand runs behind the prologue. */
  private hasFrame = true;

  constructor(allocation: Allocation, frame: Frame, layout: Layout) {
    this.allocation = allocation;
    this.frame = frame;
    this.layout = layout;
    // Labels below are those of blocks.
    this.nextLabel = allocation.blocks.length;
  }

  run(): LoweredCode {
    const { order } = this.layout;
    const { early, body } = this.allocation.wrapping;
    const prologueEnd = this.label();
    for (const [k, index] of order.entries()) {
      this.emit('label', index);
      this.hasFrame = !early[index];
      if (index === body) {
        emitPrologue(this.frame, this.items);
        this.emit('label', prologueEnd);
      }
      const block = this.allocation.fn.blocks[index]!;
      const items = this.allocation.blocks[index]!;
      for (let i = 0; i < items.length; i++) this.lowerItem(items, i, block, order[k + 1]);
    }
    return { items: this.items, cold: this.cold, prologueEnd, nextLabel: this.nextLabel };
  }

  private emit(op: AsmItem['op'], a = 0, b = 0, c = 0): void {
    this.items.push(asm(op, this.position, a, b, c));
  }

  private copy(to: number, from: number): void {
    if (to !== from) this.emit('mov', to, from);
  }

  private branch(op: AsmOp, label: number): void {
    this.items.push(asm(op, this.position, 0, 0, 0, label));
  }

  private label(): number {
    return this.nextLabel++;
  }

  private lowerItem(items: readonly AItem[], i: number, block: MBlock, next: number | undefined): void {
    const item = items[i]!;
    if (item.inst) {
      this.position = item.inst.position;
      this.lowerInst(item.inst, item, block, next);
    } else {
      // A move belongs to the instruction that it prepares.
      let k = i + 1;
      while (k < items.length && !items[k]!.inst) k++;
      this.position = items[k]?.inst?.position ?? this.position;
      this.lowerMove(item.defs[0]!, item.uses[0]!);
    }
  }

  // --- moves

  private lowerMove(to: Location, from: Location): void {
    if (from < 0) {
      this.lowerRemat(to, rematOf(from));
      return;
    }
    const source = this.physical(from);
    const destination = this.physical(to);
    if (source !== undefined && destination !== undefined) {
      this.emit('mov', destination, source);
      return;
    }
    if (source !== undefined) {
      this.emit('strSp', source, this.slotOffset(to));
      return;
    }
    if (destination !== undefined) {
      this.emit('ldrSp', destination, this.slotOffset(from));
      return;
    }
    throw new Error('thumb: move from memory to memory');
  }

  /** The register of a location, or undefined if it is on the stack. */
  private physical(location: Location): number | undefined {
    return location < FIRST_SLOT ? location : this.frame.slotRegister[location - FIRST_SLOT];
  }

  private slotOffset(location: Location): number {
    return this.frame.slotOffset[location - FIRST_SLOT]!;
  }

  private lowerRemat(to: Location, vreg: number): void {
    const remat = this.allocation.fn.remat[vreg]!;
    if (remat.kind === 'const') this.loadConstant(to, remat.value);
    else if (remat.kind === 'symbol')
      this.items.push(asm('literal', this.position, to, remat.addend, 0, -1, remat.symbol));
    else this.emit('ldrSp', to, (this.hasFrame ? this.frame.size : 0) + remat.offset);
  }

  /** The shortest sequence that brings a constant into a low register; destroys the flags. */
  private loadConstant(to: number, value: number): void {
    const bits = value >>> 0;
    if (bits < 256) {
      this.emit('movsImm', to, bits);
      return;
    }
    const shift = 31 - Math.clz32(bits & -bits);
    if (bits >>> shift < 256) {
      this.emit('movsImm', to, bits >>> shift);
      this.emit('lslsImm', to, to, shift);
      return;
    }
    if (~bits >>> 0 < 256) {
      this.emit('movsImm', to, ~bits >>> 0);
      this.emit('mvns', to, to);
      return;
    }
    if (bits < 511) {
      this.emit('movsImm', to, 255);
      this.emit('addsImm8', to, bits - 255);
      return;
    }
    this.emit('literal', to, value);
  }

  // --- instructions

  private lowerInst(inst: MInst, item: AItem, block: MBlock, next: number | undefined): void {
    const [d = 0] = item.defs;
    const [x = 0, y = 0, z = 0] = item.uses;
    const form = plainForms[inst.op];
    if (form) {
      // Stores have their value first, as the instruction does; the others their destination.
      if (inst.defs.length === 0) {
        if (item.uses.length === 3) this.emit(form, x, y, z);
        else this.emit(form, x, y, inst.imm);
      } else if (item.uses.length === 2) this.emit(form, d, x, y);
      else this.emit(form, d, x, inst.imm);
      return;
    }
    if (twoAddress[inst.op]) {
      this.lowerTwoAddress(inst, twoAddress[inst.op]!, d, x, y);
      return;
    }
    switch (inst.op) {
      case 'add':
        this.lowerAdd(d, x, y);
        return;
      case 'addi':
      case 'addiv':
        this.lowerAddImmediate(d, x, inst.imm);
        return;
      case 'copy':
        this.copy(d, x);
        return;
      case 'select':
      case 'selecti':
      case 'setcc':
        this.lowerSelect(inst, item);
        return;
      case 'check':
        this.lowerCheck(inst, item);
        return;
      case 'starg':
        this.emit('strSp', x, inst.imm);
        return;
      case 'call':
        this.items.push(asm('bl', this.position, 0, 0, 0, -1, inst.symbol));
        return;
      case 'callx':
        this.emit('blx', x);
        return;
      case 'b':
        this.jump(this.layout.target[block.succs[0]!.to.index]!, next);
        return;
      case 'br':
        this.lowerBranch(inst, item, block, next);
        return;
      case 'ret': {
        const from = this.items.length;
        emitEpilogue(this.hasFrame ? this.frame : noFrame, this.items);
        for (let i = from; i < this.items.length; i++)
          this.items[i] = { ...this.items[i]!, position: this.position };
        return;
      }
      case 'trap':
        this.emit('udf', inst.imm);
        return;
      default:
        throw new Error(`thumb: ${inst.op} can't be lowered`);
    }
  }

  private lowerTwoAddress(inst: MInst, form: AsmOp, d: number, x: number, y: number): void {
    if (d === x) {
      this.emit(form, d, y);
      return;
    }
    if (d === y) {
      if (mopInfo(inst.op).tie !== 'either') throw new Error(`thumb: ${inst.op} overwrites its operand`);
      this.emit(form, d, x);
      return;
    }
    this.emit('mov', d, x);
    this.emit(form, d, y);
  }

  /** Adds two locations, one of which may be a high register. */
  private lowerAdd(d: number, x: Location, y: Location): void {
    const [left, right] = [this.physical(x), this.physical(y)];
    if (left === undefined || right === undefined) throw new Error('thumb: addition in memory');
    if (left < 8 && right < 8) {
      this.emit('addsReg', d, left, right);
      return;
    }
    const [low, high] = left < 8 ? [left, right] : [right, left];
    if (low >= 8) throw new Error('thumb: addition of two high registers');
    this.copy(d, low);
    this.emit('addHi', d, high);
  }

  private lowerAddImmediate(d: number, x: number, imm: number): void {
    const size = Math.abs(imm);
    if (size === 0) {
      this.copy(d, x);
      return;
    }
    if (d !== x && size <= 7) {
      this.emit(imm < 0 ? 'subsImm3' : 'addsImm3', d, x, size);
      return;
    }
    if (d !== x) this.emit('mov', d, x);
    this.emit(imm < 0 ? 'subsImm8' : 'addsImm8', d, size);
  }

  /** Sets the flags for a comparison. */
  private compare(inst: MInst, item: AItem): void {
    const [x = 0, y = 0] = item.uses;
    switch (inst.compare) {
      case 'rr':
        this.compareRegisters(x, y);
        return;
      case 'ri':
        this.emit('cmpImm', x, inst.compareImm);
        return;
      case 'tst':
        this.emit('tst', x, y);
        return;
      case 'shl':
        this.emit('lslsImm', item.defs[item.defs.length - 1]!, x, inst.compareImm);
        return;
      case 'overflow':
        this.requireFlags();
        return;
      default:
        throw new Error(`thumb: ${inst.op} without a comparison`);
    }
  }

  /** Checks that the flags are those of an addition or subtraction: only moves and spills may be in between. */
  private requireFlags(): void {
    let k = this.items.length - 1;
    while (k >= 0 && (this.items[k]!.op === 'mov' || this.items[k]!.op === 'strSp')) k--;
    if (!/^(add|sub)s(Reg|Imm3|Imm8)$/.test(this.items[k]?.op ?? ''))
      throw new Error('thumb: no addition before a branch on its overflow');
  }

  /** Compares two locations, low or high registers. */
  private compareRegisters(x: Location, y: Location): void {
    const [left, right] = [this.physical(x), this.physical(y)];
    if (left === undefined || right === undefined) throw new Error('thumb: comparison in memory');
    this.emit(left < 8 && right < 8 ? 'cmpReg' : 'cmpHi', left, right);
  }

  private conditional(cond: Condition, label: number): void {
    this.branch(`b${cond}`, label);
  }

  /** Moves over a short branch. Plain moves between registers leave the flags alone. */
  private lowerSelect(inst: MInst, item: AItem): void {
    const d = item.defs[0]!;
    const values = item.uses.slice(compareUses(inst));
    const skip = this.label();
    if (inst.op === 'setcc') {
      this.emit('movsImm', d, inst.imm);
      this.compare(inst, item);
      this.conditional(inst.cond, skip);
      this.emit('movsImm', d, inst.imm2);
    } else if (inst.op === 'selecti') {
      this.compare(inst, item);
      if (d !== values[0]) this.emit('mov', d, values[0]!);
      this.conditional(inverse[inst.cond], skip);
      this.emit('movsImm', d, inst.imm);
    } else {
      const [yes, no] = values as [number, number];
      this.compare(inst, item);
      if (d === yes) {
        this.conditional(inst.cond, skip);
        if (d !== no) this.emit('mov', d, no);
      } else {
        if (d !== no) this.emit('mov', d, no);
        this.conditional(inverse[inst.cond], skip);
        this.emit('mov', d, yes);
      }
    }
    this.emit('label', skip);
  }

  /** The branch to a trap block, and that block. */
  private lowerCheck(inst: MInst, item: AItem): void {
    const label = this.label();
    this.compare(inst, item);
    this.conditional(inst.cond, label);
    const moves: Move[] = item.uses
      .slice(compareUses(inst))
      .map((from, register) => ({ to: register, from, vreg: -1 }));
    const sequence: AItem[] = [];
    sequenceMoves(moves, 0, sequence);
    const hot = this.items;
    this.items = [];
    for (const { defs, uses } of sequence) this.lowerMove(defs[0]!, uses[0]!);
    this.emit('udf', inst.imm);
    this.cold.push({ label, items: this.items });
    this.items = hot;
  }

  private jump(to: number, next: number | undefined): void {
    if (to !== next) this.branch('b', to);
  }

  private lowerBranch(inst: MInst, item: AItem, block: MBlock, next: number | undefined): void {
    const [yes, no] = block.succs.map((edge) => this.layout.target[edge.to.index]!) as [number, number];
    if (yes === no) {
      this.jump(yes, next);
      return;
    }
    this.compare(inst, item);
    if (yes === next) {
      this.conditional(inverse[inst.cond], no);
      return;
    }
    this.conditional(inst.cond, yes);
    this.jump(no, next);
  }
}
