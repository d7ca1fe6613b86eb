// Gives values their registers in one forward scan over the blocks, in reverse postorder: it follows the plan of
// spill.ts (what is in a register when) and the proposals of color.ts (which register). Where a proposal can't be
// followed, it takes another free register; fixed registers at calls are reached by parallel copies. A value may
// change its register any time: the edges between blocks make up for differences.
import {
  type AItem,
  type Allocation,
  FIRST_SLOT,
  type Location,
  moveItem,
  rematLocation,
} from './allocation.ts';
import type { LateStores } from './late-stores.ts';
import type { Liveness } from './liveness.ts';
import { CALLEE, isLate, type MBlock, type MEdge, type MFunction, type MInst, mopInfo } from './machine.ts';
import { type Move, sequenceMoves } from './parallel-copy.ts';
import { assignSlots, type Slots } from './slots.ts';
import type { InstPlan, SpillPlan } from './spill.ts';
import type { Wrapping } from './wrap.ts';

const REGISTERS = 8;
const ALL = 0xff;
const PRESERVED = 0xf0;
const ARGUMENTS = 0x0f;
const NOWHERE = -1;
const noPlan: InstPlan = { dropsBefore: [], reloads: [], dropsAfter: [] };

/** Registers of values at the border of a block. */
type Placement = Map<number, number>;

/** Assigns registers to the whole function. */
export function assignRegisters(
  fn: MFunction,
  liveness: Liveness,
  plan: SpillPlan,
  stores: LateStores,
  colors: Int8Array,
  wrapping: Wrapping,
): Allocation {
  return new Assigner(fn, liveness, plan, stores, colors, wrapping).run();
}

class Assigner {
  private readonly fn: MFunction;
  private readonly liveness: Liveness;
  private readonly plan: SpillPlan;
  private readonly late: LateStores;
  private readonly colors: Int8Array;
  private readonly wrapping: Wrapping;
  /** Registers that may be used: fewer before the prologue. */
  private usable = ALL;
  private readonly blocks: AItem[][] = [];
  private readonly entries: Placement[] = [];
  private readonly exits: Placement[] = [];
  private readonly slots: Slots;
  private usesLr = false;
  /** Register of each value at the current point, NOWHERE if it has none. */
  private readonly register: Int8Array;
  /** Value in each register at the current point, or -1. */
  private readonly holder = new Int32Array(REGISTERS).fill(-1);
  private items: AItem[] = [];

  constructor(
    fn: MFunction,
    liveness: Liveness,
    plan: SpillPlan,
    late: LateStores,
    colors: Int8Array,
    wrapping: Wrapping,
  ) {
    this.fn = fn;
    this.liveness = liveness;
    this.plan = plan;
    this.late = late;
    this.colors = colors;
    this.wrapping = wrapping;
    this.register = new Int8Array(fn.vregs).fill(NOWHERE);
    this.slots = assignSlots(fn, liveness, plan.spilled, late.isLate);
  }

  run(): Allocation {
    for (const block of this.fn.blocks) this.assignBlock(block);
    for (const block of this.fn.blocks) for (const edge of block.succs) this.connect(edge);
    const { fn, blocks, usesLr, wrapping } = this;
    const highSlots = new Set([...this.plan.high].map((v) => this.slots.slotOf[v]!));
    return { fn, blocks, slots: this.slots.count, highSlots, usesLr, wrapping };
  }

  // --- state

  private place(vreg: number, register: number): void {
    this.register[vreg] = register;
    this.holder[register] = vreg;
  }

  private remove(vreg: number): void {
    const register = this.register[vreg]!;
    if (register === NOWHERE) return;
    if (this.holder[register] === vreg) this.holder[register] = -1;
    this.register[vreg] = NOWHERE;
  }

  private freeMask(): number {
    let mask = 0;
    for (let r = 0; r < REGISTERS; r++) if (this.holder[r] === -1) mask |= 1 << r;
    return mask & this.usable;
  }

  private slot(vreg: number): Location {
    const slot = this.slots.slotOf[vreg]!;
    if (slot < 0) throw new Error(`thumb: ${this.fn.symbol}: v${vreg} has no slot`);
    return FIRST_SLOT + slot;
  }

  /** Where a value can be read when it is not in a register. */
  private outside(vreg: number): Location {
    return this.fn.remat[vreg] ? rematLocation(vreg) : this.slot(vreg);
  }

  private locate(vreg: number): Location {
    const register = this.register[vreg]!;
    return register === NOWHERE ? this.outside(vreg) : register;
  }

  private move(to: Location, from: Location, vreg: number): void {
    if (to !== from) this.items.push(moveItem(to, from, vreg));
  }

  private copies(moves: readonly Move[], free: number): void {
    if (sequenceMoves(moves, free, this.items)) this.usesLr = true;
  }

  /** A register among `allowed`: the proposed one, else the first preferred one, else any. */
  private choose(vreg: number, allowed: number, preferred = 0): number {
    const color = this.colors[vreg]!;
    if (color >= 0 && allowed & (1 << color)) return color;
    const mask = allowed & preferred ? allowed & preferred : allowed;
    if (mask === 0) throw new Error(`thumb: ${this.fn.symbol}: no register is free for v${vreg}`);
    return 31 - Math.clz32(mask & -mask);
  }

  // --- blocks

  private assignBlock(block: MBlock): void {
    this.items = [];
    this.blocks.push(this.items);
    this.register.fill(NOWHERE);
    this.holder.fill(-1);
    const plan = this.plan.blocks[block.index]!;
    const isEarly = this.wrapping.early[block.index] === 1;
    const isBody = block.index === this.wrapping.body;
    // Values come to the body in registers that early blocks may use, and are stored behind the prologue.
    this.usable = isEarly || (isBody && block.index !== 0) ? ARGUMENTS : ALL;
    if (block.index === 0) this.enterFunction(plan.entry);
    else this.enterBlock(block, plan.entry);
    this.entries.push(this.snapshot(plan.entry));
    if (!isEarly) {
      this.usable = ALL;
      // Elsewhere the edges store parameters.
      if (isBody) {
        this.moveToProposals(plan.entry);
        for (const v of plan.entry) if (this.isStoredAtOnce(v)) this.store(v);
      }
      for (const v of this.late.atStart.get(block.index) ?? []) this.store(v);
    }
    for (let i = 0; i < block.insts.length; i++) {
      const deaths = this.liveness.deaths[block.index]![i]!;
      this.assignInst(block.insts[i]!, plan.insts.get(i) ?? noPlan, deaths);
    }
    this.exits.push(this.snapshot(plan.exit));
  }

  private snapshot(vregs: readonly number[]): Placement {
    const placement: Placement = new Map();
    for (const v of vregs) placement.set(v, this.register[v]!);
    return placement;
  }

  /** Whether a value is stored where it is defined. */
  private isStoredAtOnce(vreg: number): boolean {
    return this.plan.spilled[vreg] === 1 && !this.late.isLate[vreg];
  }

  private store(vreg: number): void {
    this.move(this.slot(vreg), this.register[vreg]!, vreg);
  }

  /** The parameters of the function, moved from where the caller put them. */
  private enterFunction(entry: readonly number[]): void {
    const moves: Move[] = [];
    let free = this.usable;
    for (const { vreg, register } of this.fn.params)
      if (entry.includes(vreg) && register < 8) free &= ~(1 << register);
    const incoming = free;
    free = this.usable;
    for (const v of entry) {
      const { register } = this.fn.params.find((param) => param.vreg === v)!;
      // Staying where it is, unless another place is proposed.
      const own = register < REGISTERS && this.colors[v]! < 0 && free & (1 << register);
      const to = own ? register : this.choose(v, free);
      free &= ~(1 << to);
      this.place(v, to);
      moves.push({ to, from: register, vreg: v });
    }
    this.copies(moves, free & incoming);
  }

  /** Chooses where values are at the start of a block. */
  private enterBlock(block: MBlock, entry: readonly number[]): void {
    // The placement after the most frequent predecessor that is known; for a single one it is binding.
    let likely: MEdge | undefined;
    for (const edge of block.preds)
      if (edge.from.index < block.index && (!likely || edge.from.freq > likely.from.freq)) likely = edge;
    const before = likely ? this.exits[likely.from.index]! : new Map<number, number>();
    const waiting: number[] = [];
    for (const v of entry) {
      const color = this.colors[v]!;
      const came = before.get(v);
      const wanted = block.preds.length === 1 && came !== undefined ? came : color;
      if (wanted >= 0 && this.freeMask() & (1 << wanted)) this.place(v, wanted);
      else waiting.push(v);
    }
    for (const v of waiting) {
      const param = block.params.indexOf(v);
      const came = param < 0 ? before.get(v) : likely && before.get(likely.args[param]!);
      const free = this.freeMask();
      this.place(v, came !== undefined && free & (1 << came) ? came : this.choose(v, free, PRESERVED));
    }
  }

  /** The copies of an edge: at the end of its source, or at the start of its target if the source branches. */
  private connect(edge: MEdge): void {
    const { from, to } = edge;
    const exit = this.exits[from.index]!;
    const entry = this.entries[to.index]!;
    const locate = (v: number): Location => exit.get(v) ?? this.outside(v);
    const moves: Move[] = [];
    let free = ALL;
    for (const [v, register] of entry) {
      free &= ~(1 << register);
      const param = to.params.indexOf(v);
      const source = param < 0 ? v : edge.args[param]!;
      moves.push({ to: register, from: locate(source), vreg: source });
    }
    const stores: AItem[] = [];
    for (const [index, param] of to.params.entries()) {
      if (!this.isStoredAtOnce(param) || this.wrapping.early[from.index]) continue;
      const source = edge.args[index]!;
      // The slot may be shared, and hold the value already.
      if (this.isStoredAtOnce(source) && this.slot(source) === this.slot(param)) continue;
      const register = entry.get(param);
      if (register === undefined) moves.push({ to: this.slot(param), from: locate(source), vreg: source });
      else stores.push(moveItem(this.slot(param), register, source));
    }
    for (const [, register] of exit) free &= ~(1 << register);
    if (stores.length === 0 && moves.every((move) => move.to === move.from)) return;
    const items: AItem[] = [];
    if (sequenceMoves(moves, free, items)) this.usesLr = true;
    items.push(...stores);
    const target = this.blocks[from.succs.length === 1 ? from.index : to.index]!;
    if (from.succs.length === 1) target.splice(target.length - 1, 0, ...items);
    else if (to.preds.length === 1) target.unshift(...items);
    else throw new Error(`thumb: ${this.fn.symbol}: critical edge`);
  }

  // --- instructions

  private assignInst(inst: MInst, plan: InstPlan, deaths: readonly number[]): void {
    for (const v of plan.dropsBefore) this.remove(v);
    for (const v of plan.reloads) {
      const register = this.choose(v, this.freeMask());
      this.move(register, this.outside(v), v);
      this.place(v, register);
    }
    if (mopInfo(inst.op).call) {
      this.assignCall(inst, plan, deaths);
      return;
    }
    if (inst.op === 'ret' || inst.op === 'trap') {
      this.assignExit(inst);
      return;
    }

    const uses = inst.uses.map((v) => this.locate(v));
    let avoid = 0;
    for (let u = 0; u < inst.uses.length; u++)
      if (isLate(inst, u) && uses[u]! >= 0 && uses[u]! < REGISTERS) avoid |= 1 << uses[u]!;
    for (const v of deaths) this.remove(v);
    for (const v of plan.dropsAfter) this.remove(v);
    const defs: number[] = [];
    for (const v of inst.defs) {
      let preferred = 0;
      // With its first operand's register, a two-address instruction needs no move.
      if (uses.length > 0 && uses[0]! >= 0 && uses[0]! < REGISTERS) preferred = 1 << uses[0]!;
      const register = this.choose(v, this.freeMask() & ~avoid, preferred);
      this.place(v, register);
      defs.push(register);
    }
    this.items.push({ inst, defs, uses, vreg: -1 });
    this.finishDefs(inst, deaths);
  }

  private finishDefs(inst: MInst, deaths: readonly number[]): void {
    for (const v of inst.defs) {
      if (deaths.includes(v)) this.remove(v);
      else if (this.isStoredAtOnce(v) && this.usable === ALL) this.store(v);
    }
  }

  /** ret and trap: the values go to their registers, and nothing lives on. */
  private assignExit(inst: MInst): void {
    const moves = inst.uses.map((v, u) => ({ to: inst.useRegs![u]!, from: this.locate(v), vreg: v }));
    this.copies(moves, 0);
    this.items.push({ inst, defs: [], uses: [...inst.useRegs!], vreg: -1 });
  }

  private assignCall(inst: MInst, plan: InstPlan, deaths: readonly number[]): void {
    const useRegs = inst.useRegs!;
    const moves: Move[] = [];
    const finalUses: number[] = [...useRegs];
    let argumentMask = 0;
    for (let u = 0; u < inst.uses.length; u++) {
      const to = useRegs[u]!;
      if (to === CALLEE) continue;
      if (to < REGISTERS) argumentMask |= 1 << to;
      moves.push({ to, from: this.locate(inst.uses[u]!), vreg: inst.uses[u]! });
    }
    // What lives on moves to registers that the call preserves.
    const across: number[] = [];
    let held = 0;
    for (let r = 0; r < REGISTERS; r++) {
      const v = this.holder[r]!;
      if (v === -1 || deaths.includes(v) || plan.dropsAfter.includes(v)) continue;
      across.push(v);
      if (PRESERVED & (1 << r)) held |= 1 << r;
    }
    const address = useRegs.indexOf(CALLEE);
    const addressValue = address < 0 ? -1 : inst.uses[address]!;
    const addressRegister = address < 0 ? NOWHERE : this.register[addressValue]!;
    const displaced = across.filter((v) => !(PRESERVED & (1 << this.register[v]!)));
    let room = PRESERVED & ~held;
    const addressStays =
      addressRegister !== NOWHERE &&
      !across.includes(addressValue) &&
      !(argumentMask & (1 << addressRegister)) &&
      bitCount(room & ~(1 << addressRegister)) >= displaced.length;
    if (addressStays) room &= ~(1 << addressRegister);
    const moved = new Map<number, number>();
    for (const v of displaced) {
      const to = this.choose(v, room);
      room &= ~(1 << to);
      moved.set(v, to);
      moves.push({ to, from: this.register[v]!, vreg: v });
    }
    if (address >= 0) {
      let to = addressStays ? addressRegister : (moved.get(addressValue) ?? addressRegister);
      if (!addressStays && !across.includes(addressValue)) {
        to = this.choose(addressValue, (ARGUMENTS & ~argumentMask) | room, ARGUMENTS);
        moves.push({ to, from: this.locate(addressValue), vreg: addressValue });
      }
      finalUses[address] = to;
    }
    this.copies(moves, 0);
    for (const v of deaths) this.remove(v);
    for (const v of plan.dropsAfter) this.remove(v);
    for (const v of displaced) this.remove(v);
    for (const [v, to] of moved) this.place(v, to);
    this.items.push({ inst, defs: [...inst.defRegs!], uses: finalUses, vreg: -1 });
    for (const [index, v] of inst.defs.entries()) this.place(v, inst.defRegs![index]!);
    this.finishDefs(inst, deaths);
    this.moveToProposals(inst.defs);
  }

  /** Results leave their fixed registers for the proposed ones at once: later it would cost the same. */
  private moveToProposals(defs: readonly number[]): void {
    for (const v of [...defs].reverse()) {
      const color = this.colors[v]!;
      const register = this.register[v]!;
      if (register === NOWHERE || color < 0 || color === register || this.holder[color] !== -1) continue;
      this.move(color, register, v);
      this.remove(v);
      this.place(v, color);
    }
  }
}

function bitCount(mask: number): number {
  let count = 0;
  for (let bits = mask; bits !== 0; bits &= bits - 1) count++;
  return count;
}
