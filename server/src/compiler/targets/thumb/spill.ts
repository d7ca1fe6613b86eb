// Decides which values are in registers at each point, before any value has a certain register: Braun and Hack,
// "Register Spilling and Live-Range Splitting for SSA-Form Programs", CC 2009. There are eight low registers,
// four of them across calls. A value that leaves the registers is stored once, where it is defined; a value that
// can be made anew (a constant) starts outside the registers, so that entering a loop with it hoists it.
import { contains, findUsedInRound, type Liveness, members } from './liveness.ts';
import { type LoopPressure, measureLoops } from './loop-pressure.ts';
import {
  ANYWHERE,
  CALLEE,
  IN_REGISTER,
  isConstant,
  isLate,
  type MBlock,
  type MFunction,
  type MInst,
  mopInfo,
  readsHigh,
  rematCost,
} from './machine.ts';
import { LOOP_EXIT, NextUse } from './next-use.ts';
import { findCompareOnly, findPassedOn, type PassedOn } from './value-uses.ts';

const none: readonly number[] = [];
const REGISTERS = 8;
/** Low registers that calls preserve. */
const PRESERVED = 4;
/** Registers r8-r11, which compare instructions can read. */
const HIGH_REGISTERS = 4;
/** Below this frequency, a high register costs more to save than it is worth. */
const HIGH_FREQUENCY = 3;

/** What happens around one instruction. */
export interface InstPlan {
  /** Values that leave the registers before it. */
  readonly dropsBefore: number[];
  /** Values that are then brought into registers. */
  readonly reloads: number[];
  /** Values that leave after its operands are read. */
  readonly dropsAfter: number[];
}

export interface BlockPlan {
  /** What is in registers at the start, parameters included. */
  readonly entry: number[];
  readonly exit: number[];
  /** By index of the instruction; most need none. */
  readonly insts: Map<number, InstPlan>;
}

export interface SpillPlan {
  readonly blocks: BlockPlan[];
  /** By virtual register: 1 if it needs a slot in memory, stored where it is defined. */
  readonly spilled: Uint8Array;
  /** Values whose slot must be a high register, since comparisons read it there: at most HIGH_REGISTERS. */
  readonly high: ReadonlySet<number>;
}

/** Plans the whole function. */
export function planSpills(fn: MFunction, liveness: Liveness): SpillPlan {
  return new Planner(fn, liveness).run();
}

class Planner {
  private readonly fn: MFunction;
  private readonly liveness: Liveness;
  private readonly nextUse: NextUse;
  private readonly plans: BlockPlan[] = [];
  private readonly spilled: Uint8Array;
  /** Values in registers at the current point. */
  private inRegisters: number[] = [];
  /** The current point: before that instruction of that block. */
  private block: MBlock;
  private place = 0;
  private readonly loops: Map<number, LoopPressure>;
  /** By virtual register: 1 if nothing but comparisons of registers needs it in a register. */
  private readonly compareOnly: Uint8Array;
  private readonly high = new Set<number>();
  /** By block: what is used before the innermost loop around starts anew or ends; undefined until needed. */
  private usedInRound: Uint32Array | undefined;
  /** For block parameters without any other use: the edges that pass them on. */
  private readonly passedOn: Map<number, PassedOn[]>;

  constructor(fn: MFunction, liveness: Liveness) {
    this.fn = fn;
    this.liveness = liveness;
    this.nextUse = new NextUse(fn, liveness);
    this.spilled = new Uint8Array(fn.vregs);
    this.block = fn.blocks[0]!;
    this.loops = measureLoops(fn, liveness);
    this.passedOn = findPassedOn(fn);
    this.compareOnly = findCompareOnly(fn);
  }

  run(): SpillPlan {
    for (const block of this.fn.blocks) this.planBlock(block);
    return { blocks: this.plans, spilled: this.spilled, high: this.high };
  }

  private spill(vreg: number): void {
    if (!this.fn.remat[vreg]) this.spilled[vreg] = 1;
  }

  private planBlock(block: MBlock): void {
    const entry = this.entrySet(block);
    const plan: BlockPlan = { entry, exit: [], insts: new Map() };
    this.plans.push(plan);
    this.inRegisters = [...entry];
    this.block = block;
    const deaths = this.liveness.deaths[block.index]!;
    let step: InstPlan = { dropsBefore: [], reloads: [], dropsAfter: [] };
    for (let i = 0; i < block.insts.length; i++) {
      const inst = block.insts[i]!;
      this.place = i;
      this.beforeInst(block, inst, step);
      this.place = i + 1;
      this.afterUses(block, inst, deaths[i]!, step);
      if (step.dropsBefore.length + step.reloads.length + step.dropsAfter.length === 0) continue;
      plan.insts.set(i, step);
      step = { dropsBefore: [], reloads: [], dropsAfter: [] };
    }
    plan.exit.push(...this.inRegisters);
  }

  /** Brings the operands into registers. */
  private beforeInst(block: MBlock, inst: MInst, step: InstPlan): void {
    let missing: number[] | undefined;
    for (let u = 0; u < inst.uses.length; u++) {
      const v = inst.uses[u]!;
      if (!this.needsRegister(inst, u) || this.inRegisters.includes(v) || missing?.includes(v)) continue;
      if (this.isReadHigh(block, inst, v)) continue;
      missing ??= [];
      missing.push(v);
    }
    if (!missing) return;
    const needed = inst.uses.filter((_, u) => this.needsRegister(inst, u));
    this.limit(REGISTERS - missing.length, needed, step.dropsBefore);
    for (const v of missing) {
      this.inRegisters.push(v);
      step.reloads.push(v);
    }
  }

  private needsRegister(inst: MInst, use: number): boolean {
    if (inst.useRegs === undefined) return true;
    const kind = inst.useRegs[use]!;
    // A callee's address that is a constant is loaded among the arguments.
    return kind === IN_REGISTER || (kind === CALLEE && !this.fn.remat[inst.uses[use]!]);
  }

  /** Whether an operand that has left the low registers is read in a high one. */
  private isReadHigh(block: MBlock, inst: MInst, vreg: number): boolean {
    if (this.fn.remat[vreg]) return false;
    for (let u = 0; u < inst.uses.length; u++)
      if (inst.uses[u] === vreg && !readsHigh(inst, u) && inst.useRegs?.[u] !== ANYWHERE) return false;
    // One operand of an addition is its result's register.
    if (inst.op === 'add' && !inst.uses.some((v) => v !== vreg && this.inRegisters.includes(v))) return false;
    return this.claimHigh(block, vreg);
  }

  /** Gives a value a high register for its slot, if there is one left and it is worth it. */
  private claimHigh(block: MBlock, vreg: number): boolean {
    if (this.high.has(vreg)) return true;
    if (this.high.size === HIGH_REGISTERS || block.freq < HIGH_FREQUENCY) return false;
    this.high.add(vreg);
    return true;
  }

  /** Removes what dies, makes room for what is defined, and lets only preserved registers live across calls. */
  private afterUses(block: MBlock, inst: MInst, deaths: readonly number[], step: InstPlan): void {
    if (mopInfo(inst.op).call) {
      for (const v of deaths) this.leave(v);
      this.dropConstants(block, step);
      this.limit(PRESERVED, none, step.dropsAfter);
      // Only now it is known whether the callee's address lives on.
      this.limit(PRESERVED - addressRoom(inst, this.inRegisters), none, step.dropsAfter);
    } else if (inst.defs.length > 0) {
      // What is read late keeps its register until the results have theirs.
      const late = inst.uses.filter((v, u) => isLate(inst, u) && this.inRegisters.includes(v));
      const dying = new Set(late.filter((v) => deaths.includes(v)));
      for (const v of deaths) this.leave(v);
      this.limit(REGISTERS - inst.defs.length - dying.size, late, step.dropsAfter);
    } else {
      for (const v of deaths) this.leave(v);
    }
    for (const v of inst.defs) if (!deaths.includes(v)) this.inRegisters.push(v);
  }

  private leave(vreg: number): void {
    const index = this.inRegisters.indexOf(vreg);
    if (index >= 0) this.inRegisters.splice(index, 1);
  }

  /** Constants do not stay across calls, other than those that the loop around was entered with. */
  private dropConstants(block: MBlock, step: InstPlan): void {
    const kept = block.loop === -1 ? [] : this.plans[block.loop]!.entry;
    for (const v of this.inRegisters)
      if (isConstant(this.fn, v) && !kept.includes(v)) step.dropsAfter.push(v);
    this.inRegisters = this.inRegisters.filter((v) => !step.dropsAfter.includes(v));
  }

  /** Lets the values with the farthest next use leave until at most `count` are left. */
  private limit(count: number, keep: readonly number[], dropped: number[]): void {
    while (this.inRegisters.length > count) {
      let worst = -1;
      let worstScore = -1;
      for (let k = 0; k < this.inRegisters.length; k++) {
        const v = this.inRegisters[k]!;
        if (keep.includes(v)) continue;
        const score = this.evictionScore(v);
        if (score > worstScore) {
          worst = k;
          worstScore = score;
        }
      }
      if (worst < 0) throw new Error(`thumb: ${this.fn.symbol}: an instruction needs too many registers`);
      const v = this.inRegisters[worst]!;
      this.inRegisters.splice(worst, 1);
      dropped.push(v);
      this.spill(v);
    }
  }

  /** Higher for what is used later and is cheap to bring back. */
  private evictionScore(vreg: number): number {
    const remat = this.fn.remat[vreg];
    let factor = remat ? 8 / rematCost(remat) : this.spilled[vreg] ? 2 : 1;
    if (this.compareOnly[vreg] && (this.high.has(vreg) || this.high.size < HIGH_REGISTERS)) factor = 32;
    return (this.nextUse.place(this.block, this.place, vreg) - this.place + 1) * factor;
  }

  /** What is in registers when a block starts. */
  private entrySet(block: MBlock): number[] {
    if (block.index === 0) {
      return this.fn.params.map((param) => param.vreg).filter((v) => this.isUsed(block, v));
    }
    const live = members(this.liveness.liveIn, this.liveness.words, block.index);
    const params = block.params.filter((v) => this.isUsed(block, v));
    const isHeader = block.preds.some((edge) => edge.from.index >= block.index);
    const chosen = isHeader ? this.loopEntry(block, live, params) : this.mergeEntry(block, live, params);
    for (const v of live) if (!chosen.includes(v)) this.spill(v);
    for (const v of params) if (!chosen.includes(v)) this.spill(v);
    return chosen;
  }

  /** Whether a parameter is used at all. */
  private isUsed(block: MBlock, param: number): boolean {
    if (contains(this.liveness.liveOut, this.liveness.words, block.index, param)) return true;
    for (const edge of block.succs) if (edge.args.includes(param)) return true;
    return block.insts.some((inst) => inst.uses.includes(param));
  }

  /** All predecessors are planned: what is in registers after all of them, then after some. */
  private mergeEntry(block: MBlock, live: number[], params: number[]): number[] {
    const exits = block.preds.map((edge) => this.plans[edge.from.index]!.exit);
    const sure: number[] = [];
    const maybe: number[] = [];
    for (const v of live) {
      const count = exits.filter((exit) => exit.includes(v)).length;
      const constant = isConstant(this.fn, v);
      if (count === 0 || (count < exits.length && (constant || this.isNextReadHigh(block, v)))) continue;
      // What costs nothing to leave out, or something to bring in, had better be used before it leaves anyway.
      if ((constant || count < exits.length) && !this.isUsedThisRound(block, v)) continue;
      (count === exits.length ? sure : maybe).push(v);
    }
    for (const v of params) {
      if (this.isPassedToMemory(v)) continue;
      const place = block.params.indexOf(v);
      const inRegister = (arg: number, k: number): boolean =>
        isConstant(this.fn, arg) || exits[k]!.includes(arg);
      const count = block.preds.filter((edge, k) => inRegister(edge.args[place]!, k)).length;
      if (count === block.preds.length) sure.push(v);
      else maybe.push(v);
    }
    return [...this.nearest(block, sure, REGISTERS), ...this.nearest(block, maybe, REGISTERS - sure.length)];
  }

  /** Whether a register is well used for a value until the innermost loop around starts anew or ends. */
  private isUsedThisRound(block: MBlock, vreg: number): boolean {
    if (block.loop === -1 || this.plans[block.loop]!.entry.includes(vreg)) return true;
    if (this.nextUse.place(block, 0, vreg) >= LOOP_EXIT) return false;
    this.usedInRound ??= findUsedInRound(this.fn);
    return contains(this.usedInRound, this.liveness.words, block.index, vreg);
  }

  /** Whether a value in a high register is next used by a comparison there, so that it need not be loaded before. */
  private isNextReadHigh(block: MBlock, vreg: number): boolean {
    for (const inst of block.insts) {
      const use = inst.uses.indexOf(vreg);
      if (use >= 0) return inst.compare === 'rr' && readsHigh(inst, use) && this.claimHigh(block, vreg);
    }
    return false;
  }

  /** Whether a parameter is only passed on, mostly to parameters of loops around, which start in memory. */
  private isPassedToMemory(param: number): boolean {
    const passed = this.passedOn.get(param);
    if (!passed) return false;
    let gain = 0;
    for (const { edge, place, freq } of passed) {
      const plan = edge && this.plans[edge.to.index];
      const inMemory = plan && !plan.entry.includes(edge.to.params[place]!);
      gain += inMemory ? freq : -freq;
    }
    return gain > 0;
  }

  /** A loop header: what the loop uses, nearest first, then what only lives through if there is room. */
  private loopEntry(block: MBlock, live: number[], params: number[]): number[] {
    const { maxLive, maxNeeded, maxAcross, hasCall } = this.loops.get(block.index)!;
    const used: number[] = [];
    const through: number[] = [];
    const constants: number[] = [];
    for (const v of live) {
      const isUsed = this.nextUse.place(block, 0, v) < LOOP_EXIT;
      if (!isConstant(this.fn, v)) (isUsed ? used : through).push(v);
      // One cycle is not worth a register that calls preserve.
      else if (isUsed && (!hasCall || rematCost(this.fn.remat[v]!) > 1)) constants.push(v);
    }
    for (const v of params) (this.nextUse.place(block, 0, v) < LOOP_EXIT ? used : through).push(v);
    this.leaveToHighRegisters(used, Math.max(maxNeeded - REGISTERS, hasCall ? maxAcross - PRESERVED : 0));
    // What would be pushed out inside, by pressure or by a call, had better stay out: first what only lives through.
    const outByCalls = hasCall ? Math.max(0, maxAcross - PRESERVED) : 0;
    const out = Math.max(maxNeeded - REGISTERS, outByCalls, 0);
    const usedRoom = used.length - Math.max(0, outByCalls - through.length);
    const chosen = this.nearest(block, used, Math.min(REGISTERS, usedRoom));
    const throughRoom = Math.max(0, Math.min(REGISTERS - chosen.length, through.length - out));
    // What is loaded in every round is worth more than what would be brought back once behind the loop.
    const dear = hasCall ? 0 : constants.filter((v) => rematCost(this.fn.remat[v]!) > 1).length;
    const room = REGISTERS - (maxLive - through.length);
    const given = Math.max(0, Math.min(throughRoom, dear - Math.max(0, room - throughRoom)));
    const kept = throughRoom - given;
    chosen.push(...this.nearest(block, through, kept));
    // A constant that does not stay all round the loop would be loaded twice.
    const roomAcross = hasCall ? PRESERVED - maxAcross : REGISTERS;
    const constantRoom = Math.min(REGISTERS - chosen.length, room - kept, roomAcross);
    constants.sort((a, b) => rematCost(this.fn.remat[b]!) - rematCost(this.fn.remat[a]!));
    chosen.push(...constants.slice(0, Math.max(0, constantRoom)));
    return chosen;
  }

  /** Takes up to `count` values out of the list that need no low register. */
  private leaveToHighRegisters(values: number[], count: number): void {
    let room = Math.min(count, HIGH_REGISTERS - this.high.size);
    for (let k = values.length - 1; k >= 0 && room > 0; k--) {
      if (!this.compareOnly[values[k]!]) continue;
      values.splice(k, 1);
      room--;
    }
  }

  /** The `count` values that are used first. */
  private nearest(block: MBlock, values: number[], count: number): number[] {
    if (values.length <= count) return values;
    if (count <= 0) return [];
    const distance = new Map(values.map((v) => [v, this.nextUse.place(block, 0, v)]));
    return [...values].sort((a, b) => distance.get(a)! - distance.get(b)! || a - b).slice(0, count);
  }
}

/**
 * How many preserved registers the callee's address takes: it can be in any register that holds no argument, so
 * one only if all four argument registers are taken and it does not live on anyway.
 */
function addressRoom(inst: MInst, across: readonly number[]): number {
  const fixed = inst.useRegs?.filter((register) => register >= 0 && register < 4).length ?? 0;
  const needsRoom = inst.op === 'callx' && fixed === 4 && !across.includes(inst.uses[0]!);
  return needsRoom ? 1 : 0;
}
