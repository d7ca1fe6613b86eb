// What is known of values at a place because of the branches and checks on every way there.
import { exchangeFloat, exchangeInt, negateFloat, negateInt } from '../../conditions.ts';
import { constantOf } from '../../edit.ts';
import type { Edge, Inst } from '../../ir.ts';
import { looseConstant, terminator } from '../../ir.ts';
import type { FloatCondition, IntCondition } from '../../ops.ts';
import { LENGTH_LIMIT } from '../bits.ts';
import type { Cfg } from '../cfg.ts';
import type { Dominators } from '../dominators.ts';
import { onlyEntry } from '../dominators.ts';

/** `value cond other` holds from this place on, where the place dominates. */
export interface Fact {
  readonly kind: 'icmp' | 'dcmp';
  readonly cond: IntCondition | FloatCondition;
  readonly value: Inst;
  readonly other: Inst;
  /** What is added to the value, wrapping around, before it is compared. */
  readonly plus?: number;
  /** Block, as position in Cfg.order, and the index of the instruction after which it holds. */
  readonly block: number;
  readonly index: number;
}

/** Where a number was found to be an int32. */
export interface Conversion {
  readonly integer: Inst;
  readonly block: number;
  readonly index: number;
}

const none: readonly never[] = [];

/** Facts by the value that they are about. */
export class Facts {
  private readonly byValue = new Map<Inst, Fact[]>();
  /** Those about a value and what is added to it. */
  private readonly ofSums = new Map<Inst, Fact[]>();
  private readonly conversions = new Map<Inst, Conversion[]>();
  private readonly dominators: Dominators;

  constructor(cfg: Cfg, dominators: Dominators) {
    this.dominators = dominators;
    for (let b = 0; b < cfg.order.length; b++) {
      const e = onlyEntry(cfg, dominators, b);
      if (e >= 0) {
        const from = terminator(cfg.order[cfg.predecessors[b]![e]!]!);
        for (const fact of edgeFacts(from, cfg.incoming[b]![e]!, b)) this.add(fact);
      }
      cfg.order[b]!.insts.forEach((inst, index) => {
        if (inst.op === 'bounds') {
          this.addComparison('icmp', 'ult', inst.args[0]!, inst.args[1]!, b, index);
        } else if (inst.op === 'd2iExact') {
          this.addConversion(inst, b, index);
        } else if (inst.op === 'check') {
          for (const fact of conditionFacts(inst.args[0]!, true, b, index)) this.add(fact);
        } else if (inst.op === 'helper' && inst.symbol === 'gn_array_new') {
          for (const fact of lengthFacts(inst.args[1]!, b, index)) this.add(fact);
        }
      });
    }
  }

  /** All facts about a value, wherever they hold. */
  about(value: Inst): readonly Fact[] {
    return this.byValue.get(value) ?? none;
  }

  /** All facts about sums of a value and a constant, which are unsigned comparisons. */
  aboutSums(value: Inst): readonly Fact[] {
    return this.ofSums.get(value) ?? none;
  }

  /** The checks that a number is an int32. */
  conversionsOf(number: Inst): readonly Conversion[] {
    return this.conversions.get(number) ?? none;
  }

  /** True if a fact holds, or a check was passed, before the instruction `index` of a block. */
  holds(fact: Fact | Conversion, block: number, index: number): boolean {
    return fact.block === block ? fact.index < index : this.dominators.dominates(fact.block, block);
  }

  private addComparison(
    kind: Fact['kind'],
    cond: Fact['cond'],
    a: Inst,
    b: Inst,
    block: number,
    index: number,
  ): void {
    for (const fact of comparisonFacts(kind, cond, a, b, block, index)) this.add(fact);
  }

  private addConversion(integer: Inst, block: number, index: number): void {
    const [number] = integer.args as [Inst];
    const known = this.conversions.get(number);
    if (known) known.push({ integer, block, index });
    else this.conversions.set(number, [{ integer, block, index }]);
  }

  private add(fact: Fact): void {
    append(this.byValue, fact);
    if (fact.cond !== 'ult' && fact.cond !== 'ule') return;
    const { op, args } = fact.value;
    const constant = op === 'iadd' || op === 'isub' ? constantOf(args[1]!) : undefined;
    if (constant === undefined) return;
    append(this.ofSums, { ...fact, value: args[0]!, plus: op === 'iadd' ? constant : -constant });
  }
}

function append(facts: Map<Inst, Fact[]>, fact: Fact): void {
  const known = facts.get(fact.value);
  if (known) known.push(fact);
  else facts.set(fact.value, [fact]);
}

/** What taking an edge of a branch tells; as facts that hold from the start of `block` on. */
export function edgeFacts(from: Inst, edge: Edge, block: number): Fact[] {
  if (from.op !== 'branch' || from.targets![0]!.block === from.targets![1]!.block) return [];
  return conditionFacts(from.args[0]!, edge === from.targets![0], block, -1);
}

/** An array of that length was made: it is not negative, and there is a limit. */
function lengthFacts(length: Inst, block: number, index: number): Fact[] {
  const within = (value: Inst, low: number, high: number): Fact[] => [
    { kind: 'icmp', cond: 'ge', value, other: looseConstant(low), block, index },
    { kind: 'icmp', cond: 'lt', value, other: looseConstant(high), block, index },
  ];
  const facts = within(length, 0, LENGTH_LIMIT);
  // length = x + k, maybe wrapped around; then x = length - k, which does not wrap for small k.
  const [x, k] = length.args;
  if (length.op === 'iadd' && k!.op === 'iconst' && Math.abs(k!.imm!) < LENGTH_LIMIT) {
    facts.push(...within(x!, -k!.imm!, LENGTH_LIMIT - k!.imm!));
  }
  return facts;
}

/** What it tells that a condition is nonzero, or zero. */
function conditionFacts(condition: Inst, holds: boolean, block: number, index: number): Fact[] {
  const [a, b] = condition.args;
  switch (condition.op) {
    case 'icmp': {
      const cond = condition.cond as IntCondition;
      return comparisonFacts('icmp', holds ? cond : negateInt(cond), a!, b!, block, index);
    }
    case 'dcmp': {
      const cond = condition.cond as FloatCondition;
      return comparisonFacts('dcmp', holds ? cond : negateFloat(cond), a!, b!, block, index);
    }
    case 'iand':
      // Of two truth values, both hold.
      return holds
        ? [...conditionFacts(a!, true, block, index), ...conditionFacts(b!, true, block, index)]
        : [];
    case 'ior':
      return holds
        ? []
        : [...conditionFacts(a!, false, block, index), ...conditionFacts(b!, false, block, index)];
    default:
      return [];
  }
}

function comparisonFacts(
  kind: Fact['kind'],
  cond: Fact['cond'],
  a: Inst,
  b: Inst,
  block: number,
  index: number,
): Fact[] {
  const exchanged =
    kind === 'icmp' ? exchangeInt(cond as IntCondition) : exchangeFloat(cond as FloatCondition);
  const facts: Fact[] = [];
  if (!isConstant(a)) facts.push({ kind, cond, value: a, other: b, block, index });
  if (!isConstant(b)) facts.push({ kind, cond: exchanged, value: b, other: a, block, index });
  return facts;
}

function isConstant(inst: Inst): boolean {
  return inst.op === 'iconst' || inst.op === 'dconst';
}
