// Which doubles of a loop would be int32s if no sum overflowed and everything that comes from outside were one.
import type { Loop, LoopForest } from '../../ir/analysis/loops.ts';
import { inLoop } from '../../ir/analysis/loops.ts';
import type { Ranges } from '../../ir/analysis/ranges/index.ts';
import { hasZero, isInt32 } from '../../ir/analysis/ranges/range.ts';
import { Uses } from '../../ir/analysis/uses.ts';
import { visibleZeroSigns } from '../../ir/analysis/zero-sign.ts';
import type { Inst } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';

/** What must hold when the loop is entered, of a value from outside. */
export interface Guard {
  /** It is used as it is, so it must be an int32; else only its order relative to integers matters. */
  exact: boolean;
  /** It must not be zero: it divides, or the sign of its zero could be seen. */
  nonzero: boolean;
}

export interface Plan {
  /** Sums, differences and products whose int32 results must be checked. */
  readonly checked: ReadonlySet<Inst>;
  readonly guards: ReadonlyMap<Inst, Guard>;
  /** Comparisons of a planned int32 with a guarded value that need not be exact. */
  readonly orders: ReadonlyMap<Inst, Inst>;
}

const arithmetic: ReadonlySet<Op> = new Set<Op>(['dadd', 'dsub', 'dmul']);
const rounding: ReadonlySet<Op> = new Set<Op>(['dfloor', 'dceil', 'dtrunc', 'dround']);
const others: ReadonlySet<Op> = new Set<Op>(['param', 'drem', 'select']);

/** Rough cycles of double operations, and of a conversion from an int32. */
const cost: Partial<Record<Op, number>> = { dadd: 170, dsub: 170, dmul: 350, drem: 800, ddiv: 700, dcmp: 60 };
const CONVERSION = 50;
const GUARD = 250;

/** Plans what to assume for a loop; undefined if that gains nothing. */
export function planLoop(ranges: Ranges, forest: LoopForest, loop: Loop): Plan | undefined {
  return new Planner(ranges, forest, loop).plan();
}

class Planner {
  private readonly ranges: Ranges;
  private readonly forest: LoopForest;
  private readonly loop: Loop;
  private readonly uses: Uses;
  /** Block and index of values of the loop; index -1 for parameters. */
  private readonly places = new Map<Inst, { readonly block: number; readonly index: number }>();
  private readonly members = new Set<Inst>();

  constructor(ranges: Ranges, forest: LoopForest, loop: Loop) {
    this.ranges = ranges;
    this.forest = forest;
    this.loop = loop;
    this.uses = new Uses(ranges.cfg);
    for (const block of loop.blocks) {
      for (const param of ranges.cfg.order[block]!.params) this.places.set(param, { block, index: -1 });
      ranges.cfg.order[block]!.insts.forEach((inst, index) => {
        this.places.set(inst, { block, index });
      });
    }
  }

  plan(): Plan | undefined {
    for (const value of this.places.keys()) {
      const known = arithmetic.has(value.op) || rounding.has(value.op) || others.has(value.op);
      if (value.type === 'f64' && known) this.members.add(value);
    }
    this.settle();
    for (let visible = this.visibleZeros(); ; visible = this.visibleZeros()) {
      const doubtful = [...this.members].filter(
        (value) => visible.signs.has(value) && visible.negative.has(value),
      );
      if (doubtful.length === 0) return this.finish(visible.signs);
      for (const value of doubtful) this.members.delete(value);
      this.settle();
    }
  }

  /** Removes members that have other operands, until none has. */
  private settle(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const value of this.members) {
        if (this.operandsOf(value)?.every((operand) => this.isPlanned(operand))) continue;
        this.members.delete(value);
        changed = true;
      }
    }
  }

  /** The doubles that the int32 of a member is made from; undefined if there may be none. */
  private operandsOf(value: Inst): readonly Inst[] | undefined {
    const [a, b] = value.args;
    if (value.op === 'param') return this.uses.argsOf(value);
    if (value.op === 'select') return value.args.slice(1);
    if (value.op === 'drem') return this.isDivisor(b!, value) ? [a!, b!] : undefined;
    if (!rounding.has(value.op)) return value.args;
    // Of a quotient by a positive integer.
    if (a!.op === 'ddiv' && (value.op === 'dfloor' || value.op === 'dtrunc')) {
      const divisor = a!.args[1]!;
      return divisor.op === 'dconst' && divisor.imm! >= 1 ? a!.args : undefined;
    }
    return value.args;
  }

  /** True for what is known not to be zero, or can be guarded against it. */
  private isDivisor(value: Inst, user: Inst): boolean {
    if (!this.places.has(value) && value.op !== 'dconst' && value.op !== 'i2d') return true;
    const { block, index } = this.places.get(user)!;
    return !hasZero(this.ranges.at(value, block, index));
  }

  private isPlanned(value: Inst): boolean {
    return this.members.has(value) || this.isInt(value) || this.isGuarded(value);
  }

  /** True for what is an int32, and no -0, anyway. */
  private isInt(value: Inst): boolean {
    if (value.op === 'i2d') return true;
    const range = this.ranges.of(value);
    return isInt32(range) && range.lo <= range.hi && !range.negativeZero;
  }

  /** True for values from outside of the loop that can be tested when it is entered. */
  private isGuarded(value: Inst): boolean {
    return !this.places.has(value) && value.op !== 'dconst' && !this.isInt(value);
  }

  /** Where members may be -0, and where that can be seen. */
  private visibleZeros(): { signs: Set<Inst>; negative: Set<Inst> } {
    const negative = new Set<Inst>();
    const mayBeNegative = (value: Inst): boolean =>
      this.members.has(value) ? negative.has(value) : this.ranges.of(value).negativeZero;
    for (let changed = true; changed; ) {
      changed = false;
      for (const value of this.members) {
        if (negative.has(value) || !this.ranges.of(value).negativeZero) continue;
        if (!this.makesNegativeZero(value, mayBeNegative)) continue;
        negative.add(value);
        changed = true;
      }
    }
    const signs = visibleZeroSigns(this.ranges.cfg, this.uses, {
      mayBeNegativeZero: mayBeNegative,
      mayBeZero: (value) => hasZero(this.ranges.of(value)),
    });
    return { signs, negative };
  }

  private makesNegativeZero(value: Inst, mayBeNegative: (operand: Inst) => boolean): boolean {
    const [a, b] = value.args;
    switch (value.op) {
      case 'param':
        return this.uses.argsOf(value)!.some(mayBeNegative);
      case 'select':
        return mayBeNegative(b!) || mayBeNegative(value.args[2]!);
      case 'dadd':
        return mayBeNegative(a!) && mayBeNegative(b!);
      case 'dsub':
        return mayBeNegative(a!) && hasZero(this.ranges.of(b!));
      case 'dmul':
        return !(b!.op === 'dconst' && b!.imm! > 0) || mayBeNegative(a!);
      case 'drem':
        return this.ranges.of(a!).lo < 0 || mayBeNegative(a!);
      case 'dfloor':
        return a!.op === 'ddiv' ? mayBeNegative(a!.args[0]!) : mayBeNegative(a!);
      default:
        return true;
    }
  }

  /** Collects what must be guarded and checked, and weighs it against what is gained. */
  private finish(visible: ReadonlySet<Inst>): Plan | undefined {
    const guards = new Map<Inst, Guard>();
    const orders = new Map<Inst, Inst>();
    const require = (value: Inst, exact: boolean, nonzero: boolean): void => {
      const guard = guards.get(value) ?? { exact: false, nonzero: false };
      guards.set(value, { exact: guard.exact || exact, nonzero: guard.nonzero || nonzero });
    };
    let gain = 0;
    for (const value of this.members) {
      const weight = this.weight(value);
      gain += (cost[value.op] ?? 0) * weight;
      if (rounding.has(value.op) && value.args[0]!.op === 'ddiv') gain += cost.ddiv! * weight;
      for (const operand of this.operandsOf(value)!) {
        if (this.isGuarded(operand)) require(operand, true, visible.has(operand));
      }
      if (value.op === 'drem' && this.isGuarded(value.args[1]!)) require(value.args[1]!, true, true);
      if (this.staysDouble(value)) gain -= CONVERSION * weight;
    }
    for (const inst of this.places.keys()) {
      if (inst.op !== 'dcmp') continue;
      const [a, b] = inst.args as [Inst, Inst];
      const bound = this.members.has(a) ? b : this.members.has(b) ? a : undefined;
      if (!bound) continue;
      const isOrder = inst.cond !== 'eq' && inst.cond !== 'ne';
      if (this.isGuarded(bound)) {
        require(bound, !isOrder, false);
        if (isOrder) orders.set(inst, bound);
      }
      if (this.isPlanned(bound) || bound.op === 'dconst') gain += cost.dcmp! * this.weight(inst);
    }
    const checked = new Set([...this.members].filter((value) => arithmetic.has(value.op)));
    // The rest of what is planned is proved without assumptions, elsewhere.
    if (guards.size === 0 && checked.size === 0) return undefined;
    return gain > GUARD * guards.size ? { checked, guards, orders } : undefined;
  }

  /** Iterations are weighed by depth. */
  private weight(value: Inst): number {
    const depth = this.forest.innermost[this.places.get(value)!.block]!.depth - this.loop.depth;
    return 8 ** (1 + Math.min(depth, 3));
  }

  /** True if something inside of the loop needs the member as a double. */
  private staysDouble(value: Inst): boolean {
    const isInside = (user: Inst): boolean => {
      const place = this.places.get(user);
      return place !== undefined && inLoop(this.forest, this.loop, place.block);
    };
    const needs = (user: Inst): boolean => {
      if (!isInside(user) || this.members.has(user)) return false;
      if (user.op === 'dcmp' || user.op === 'd2i' || user.op === 'd2iExact') return false;
      // A quotient that is rounded to a member.
      return !(user.op === 'ddiv' && this.uses.of(user).every((rounded) => this.members.has(rounded)));
    };
    return (
      this.uses.of(value).some(needs) ||
      this.uses.paramsOf(value).some((param) => isInside(param) && !this.members.has(param))
    );
  }
}
