// Proves inequalities `a <= b + c` between int32 values at a place in a function.

import type { Fact } from '../../ir/analysis/ranges/facts.ts';
import { edgeFacts } from '../../ir/analysis/ranges/facts.ts';
import type { Ranges } from '../../ir/analysis/ranges/index.ts';
import { INT_MAX, INT_MIN } from '../../ir/analysis/ranges/range.ts';
import type { Inst } from '../../ir/ir.ts';
import { terminator } from '../../ir/ir.ts';
import type { IntCondition } from '../../ir/ops.ts';

/** Before the instruction `index` of a block (a position), having come over an edge that told `taken`. */
export interface Place {
  readonly block: number;
  readonly index: number;
  readonly taken: readonly Fact[];
}

/** Zero, as an operand. */
type Term = Inst | undefined;

const MAX_DEPTH = 12;
const MAX_STEPS = 300;

interface Inequality {
  readonly a: Term;
  readonly b: Term;
  readonly c: number;
}

export class Prover {
  private readonly ranges: Ranges;
  private readonly home = new Map<Inst, number>();
  /** Sums of a value and a constant, by the value: they tell about it, as it tells about them. */
  private readonly sums = new Map<Inst, Inst[]>();
  /** What is being proved by induction over a parameter. */
  private hypotheses: Inequality[] = [];
  /** What is being proved otherwise: meeting it again is going in a circle. */
  private open: Inequality[] = [];
  private steps = 0;

  constructor(ranges: Ranges) {
    this.ranges = ranges;
    ranges.cfg.order.forEach((block, b) => {
      for (const inst of block.params) this.home.set(inst, b);
      for (const inst of block.insts) {
        this.home.set(inst, b);
        if (inst.op !== 'iadd' || inst.args[1]!.op !== 'iconst') continue;
        const known = this.sums.get(inst.args[0]!);
        if (known) known.push(inst);
        else this.sums.set(inst.args[0]!, [inst]);
      }
    });
  }

  /** True if 0 <= index < length is certain. */
  isBetween(index: Inst, length: Inst, place: Place): boolean {
    this.hypotheses = [];
    this.open = [];
    this.steps = 0;
    return (
      this.prove(undefined, index, 0, place, MAX_DEPTH) && this.prove(index, length, -1, place, MAX_DEPTH)
    );
  }

  /** a <= b + c, in whole numbers (nothing wraps around). */
  private prove(left: Term, right: Term, offset: number, place: Place, depth: number): boolean {
    // Constants are zero and an offset.
    const a = left?.op === 'iconst' ? undefined : left;
    const b = right?.op === 'iconst' ? undefined : right;
    const c = offset + (right?.op === 'iconst' ? right.imm! : 0) - (left?.op === 'iconst' ? left.imm! : 0);
    if (a === b) return c >= 0;
    if (this.high(a, place) <= this.low(b, place) + c) return true;
    if (depth === 0 || ++this.steps > MAX_STEPS) return false;
    for (const known of this.hypotheses) if (known.a === a && known.b === b) return c >= known.c;
    if (this.open.some((goal) => goal.a === a && goal.b === b && goal.c >= c)) return false;
    this.open.push({ a, b, c });
    const holds =
      this.proveByFacts(a, b, c, place, depth - 1) ||
      (a !== undefined && this.proveFromLeft(a, b, c, place, depth - 1)) ||
      (b !== undefined && this.proveFromRight(a, b, c, place, depth - 1)) ||
      this.proveBySums(a, b, c, place, depth - 1);
    this.open.pop();
    return holds;
  }

  private low(term: Term, place: Place): number {
    return term ? this.ranges.at(term, place.block, place.index).lo : 0;
  }

  private high(term: Term, place: Place): number {
    return term ? this.ranges.at(term, place.block, place.index).hi : 0;
  }

  /** Over a third value that is known to lie between. */
  private proveByFacts(a: Term, b: Term, c: number, place: Place, depth: number): boolean {
    if (a) {
      for (const fact of this.factsAbout(a, place)) {
        const slack = slackBelow(fact, () => this.low(fact.other, place) >= 0);
        // a <= other - slack
        if (slack !== undefined && this.prove(fact.other, b, c + slack, place, depth)) return true;
      }
    }
    if (b) {
      for (const fact of this.factsAbout(b, place)) {
        const slack = slackAbove(fact);
        // b >= other + slack
        if (slack !== undefined && this.prove(a, fact.other, c + slack, place, depth)) return true;
      }
    }
    return false;
  }

  private factsAbout(value: Inst, place: Place): Fact[] {
    const { facts } = this.ranges;
    return [
      ...place.taken.filter((fact) => fact.value === value && fact.kind === 'icmp'),
      ...facts
        .about(value)
        .filter((fact) => fact.kind === 'icmp' && facts.holds(fact, place.block, place.index)),
    ];
  }

  /** From what a is made of: something that is not less than a must be at most b + c. */
  private proveFromLeft(a: Inst, b: Term, c: number, place: Place, depth: number): boolean {
    const [x, y] = a.args;
    switch (a.op) {
      case 'iadd': {
        if (!this.isExactSum(a, place)) return false;
        return (
          this.prove(x, b, c - this.high(y, place), place, depth) ||
          (y!.op !== 'iconst' && this.prove(y, b, c - this.high(x, place), place, depth))
        );
      }
      case 'isub':
        if (this.low(x, place) - this.high(y, place) < INT_MIN) return false;
        if (this.high(x, place) - this.low(y, place) > INT_MAX) return false;
        return this.prove(x, b, c + this.low(y, place), place, depth);
      case 'ishr':
      case 'iushr':
        return this.proveShifted(a, b, c, place, depth);
      case 'idiv':
      case 'udiv':
        return this.low(x, place) >= 0 && this.low(y, place) >= 1 && this.prove(x, b, c, place, depth);
      case 'iand':
        return [x!, y!].some((mask) => this.low(mask, place) >= 0 && this.prove(mask, b, c, place, depth));
      case 'irem':
      case 'urem':
        if (this.low(y, place) >= 1 && (a.op === 'irem' || this.low(x, place) >= 0)) {
          if (this.prove(y, b, c + 1, place, depth)) return true;
        }
        return this.low(x, place) >= 0 && this.low(y, place) >= 0 && this.prove(x, b, c, place, depth);
      case 'select':
        return this.prove(a.args[1], b, c, place, depth) && this.prove(a.args[2], b, c, place, depth);
      case 'param':
        return this.proveByInduction(a, b, c, a, depth);
      default:
        return false;
    }
  }

  /** Over a sum of one side and a constant: x = (x + k) - k. */
  private proveBySums(a: Term, b: Term, c: number, place: Place, depth: number): boolean {
    const sumsOf = (term: Term): Inst[] =>
      ((term && this.sums.get(term)) ?? []).filter(
        (sum) => this.isBefore(sum, place) && this.isExactSum(sum, place),
      );
    return (
      sumsOf(a).some((sum) => this.prove(sum, b, c + sum.args[1]!.imm!, place, depth)) ||
      sumsOf(b).some((sum) => this.prove(a, sum, c - sum.args[1]!.imm!, place, depth))
    );
  }

  /** True if the value is defined on every way to the place. */
  private isBefore(value: Inst, place: Place): boolean {
    const { cfg, dominators } = this.ranges;
    const home = this.home.get(value)!;
    if (home !== place.block) return dominators.dominates(home, place.block);
    return cfg.order[home]!.insts.indexOf(value) < place.index;
  }

  /** A number that is not negative is not less than itself shifted right; a mean not more than both. */
  private proveShifted(a: Inst, b: Term, c: number, place: Place, depth: number): boolean {
    const [x, y] = a.args as [Inst, Inst];
    if (this.low(x, place) < 0) return false;
    if (this.prove(x, b, c, place, depth)) return true;
    if (x.op !== 'iadd' || y.op !== 'iconst' || (y.imm! & 31) === 0) return false;
    const [p, q] = x.args as [Inst, Inst];
    if (!this.isExactSum(x, place)) return false;
    return this.prove(p, b, c, place, depth) && this.prove(q, b, c, place, depth);
  }

  /** From what b is made of: a must be at most something that is not more than b, plus c. */
  private proveFromRight(a: Term, b: Inst, c: number, place: Place, depth: number): boolean {
    const [x, y] = b.args;
    switch (b.op) {
      case 'iadd':
        if (!this.isExactSum(b, place)) return false;
        return (
          (a === undefined && this.isAboveNegation(x!, y!, c, place)) ||
          this.prove(a, x, c + this.low(y, place), place, depth) ||
          (y!.op !== 'iconst' && this.prove(a, y, c + this.low(x, place), place, depth))
        );
      case 'isub':
        if (this.low(x, place) - this.high(y, place) < INT_MIN) return false;
        if (this.high(x, place) - this.low(y, place) > INT_MAX) return false;
        return this.prove(a, x, c - this.high(y, place), place, depth);
      case 'ishr':
      case 'iushr': {
        // A mean is not less than both.
        if (x!.op !== 'iadd' || y!.op !== 'iconst' || y!.imm !== 1 || this.low(x, place) < 0) return false;
        const [p, q] = x!.args as [Inst, Inst];
        if (!this.isExactSum(x!, place)) return false;
        return this.prove(a, p, c, place, depth) && this.prove(a, q, c, place, depth);
      }
      case 'select':
        return this.prove(a, b.args[1], c, place, depth) && this.prove(a, b.args[2], c, place, depth);
      case 'param':
        return this.proveByInduction(a, b, c, b, depth);
      default:
        return false;
    }
  }

  /** 0 <= x + y + c, since y was found to be above k - x (as clamping a negative index does). */
  private isAboveNegation(x: Inst, y: Inst, c: number, place: Place): boolean {
    return this.factsAbout(y, place).some((fact) => {
      const { other } = fact;
      const slack = slackAbove(fact);
      if (slack === undefined || other.op !== 'isub' || other.args[1] !== x) return false;
      const [k] = other.args as [Inst];
      // k - x must not have wrapped around.
      if (
        k.op !== 'iconst' ||
        k.imm! - this.low(x, place) > INT_MAX ||
        k.imm! - this.high(x, place) < INT_MIN
      ) {
        return false;
      }
      return k.imm! + slack + c >= 0;
    });
  }

  /** True if the sum did not wrap around: it would be out of the range that it is known to be in. */
  private isExactSum(sum: Inst, place: Place): boolean {
    const [x, y] = sum.args as [Inst, Inst];
    const most = this.high(x, place) + this.high(y, place);
    const least = this.low(x, place) + this.low(y, place);
    return (
      (most <= INT_MAX || most - 2 ** 32 < this.low(sum, place)) &&
      (least >= INT_MIN || least + 2 ** 32 > this.high(sum, place))
    );
  }

  /**
   * For a parameter on one side: it holds if it holds for the argument of every edge, assuming that it held for
   * the parameter before. The other side must be the same all the time: defined before the parameter's block.
   */
  private proveByInduction(a: Term, b: Term, c: number, param: Inst, depth: number): boolean {
    const { cfg, dominators } = this.ranges;
    const at = this.home.get(param)!;
    if (at === 0) return false;
    const other = param === a ? b : a;
    if (other) {
      const home = this.home.get(other)!;
      if (home === at || !dominators.dominates(home, at)) return false;
    }
    const index = cfg.order[at]!.params.indexOf(param);
    this.hypotheses.push({ a, b, c });
    const holds = cfg.incoming[at]!.every((edge, e) => {
      const from = cfg.predecessors[at]![e]!;
      if (!this.ranges.isReachable(from)) return true;
      const { insts } = cfg.order[from]!;
      const place: Place = {
        block: from,
        index: insts.length,
        taken: edgeFacts(terminator(cfg.order[from]!), edge, at),
      };
      const arg = edge.args[index]!;
      return param === a ? this.prove(arg, b, c, place, depth) : this.prove(a, arg, c, place, depth);
    });
    this.hypotheses.pop();
    return holds;
  }
}

/** s such that the fact says value <= other - s; undefined if it says nothing of that kind. */
function slackBelow(fact: Fact, otherIsNatural: () => boolean): number | undefined {
  switch (fact.cond as IntCondition) {
    case 'lt':
      return 1;
    case 'le':
    case 'eq':
      return 0;
    case 'ult':
      return otherIsNatural() ? 1 : undefined;
    case 'ule':
      return otherIsNatural() ? 0 : undefined;
    default:
      return undefined;
  }
}

/** s such that the fact says value >= other + s. */
function slackAbove(fact: Fact): number | undefined {
  switch (fact.cond as IntCondition) {
    case 'gt':
      return 1;
    case 'ge':
    case 'eq':
      return 0;
    default:
      return undefined;
  }
}
