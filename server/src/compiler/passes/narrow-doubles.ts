// Turns doubles that provably only hold int32 values into int32s: the counters, indexes and small sums that
// programs over plain `number` are full of. Range analysis shows which values are int32 integers (and, where the
// sign of zero could be seen, not -0); of them, those are narrowed that can be computed from integers, and only
// where that saves more double operations than it adds conversions. Each narrowed value is left as a conversion
// of its int32 form: fold.ts cancels most of these, dce.ts removes the rest. Best after inlining, before GVN.
//
// Larger integers are narrowed too, to their low 32 bits, where nothing else of them is ever seen: such as a sum of
// products that is shifted right in the end.
import { removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { hasZero, isInt32 } from '../ir/analysis/ranges/range.ts';
import { Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';
import type { Emit, RangeOf } from './narrow/forms.ts';
import { narrowForms } from './narrow/forms.ts';

export function narrowDoubles(fn: IrFunction): boolean {
  const savesAny = fn.blocks.some((block) => block.insts.some((inst) => inst.op in doubleCost));
  if (!savesAny) return false;
  return new Narrowing(fn).run();
}

/** Where a value is defined: block position and index (-1 for parameters). */
interface Place {
  readonly block: number;
  readonly index: number;
}

/** Rough costs in cycles on a core without floating point, to weigh what is saved against what is added. */
const doubleCost: Partial<Record<Op, number>> = {
  dadd: 170,
  dsub: 170,
  dmul: 350,
  drem: 800,
  ddiv: 700,
  dneg: 4,
  dabs: 4,
  dfloor: 80,
  dceil: 80,
  dtrunc: 80,
  dround: 80,
  dcmp: 60,
  d2i: 50,
  d2iExact: 60,
  // One register less, and no copy of it.
  param: 4,
  dIsInt: 2,
  dHeldInt: 1,
};
/** An integer is held as one already: the other word of the number is a constant. */
const CONVERSION_COST = 2;

/** Operations that take a number for an integer, which are none any more where it is narrowed. */
const readsInteger: ReadonlySet<Op> = new Set<Op>(['d2i', 'd2iExact', 'dIsInt', 'dHeldInt']);

/** Operations whose result's low 32 bits depend on nothing but those of the operands. */
const keepsLowBits: ReadonlySet<Op> = new Set<Op>(['dadd', 'dsub', 'dmul', 'dneg', 'select']);

class Narrowing {
  private readonly fn: IrFunction;
  private readonly ranges: Ranges;
  private readonly places = new Map<Inst, Place>();
  private readonly users = new Map<Inst, Inst[]>();
  /** Parameters that get a value as argument. */
  private readonly paramUsers = new Map<Inst, Inst[]>();
  /** Arguments of each parameter, by incoming edge. */
  private readonly paramArgs = new Map<Inst, Inst[]>();
  private readonly zeroSign: Set<Inst>;
  private readonly narrow = new Set<Inst>();
  /** Those of them that may be no int32s: only their low 32 bits may be used. */
  private readonly wide = new Set<Inst>();
  /** The int32 form of each narrowed value. */
  private readonly forms = new Map<Inst, Inst>();

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.ranges = new Ranges(fn);
    removeUnreachableBlocks(fn, this.ranges.cfg);
    this.collect();
    this.zeroSign = this.findZeroSignUses();
  }

  run(): boolean {
    for (const [value, place] of this.places) {
      if (this.isWideCandidate(value, place)) this.wide.add(value);
      if (this.wide.has(value) || this.isCandidate(value, place)) this.narrow.add(value);
    }
    this.dropInconvertible();
    this.dropUnprofitable();
    if (this.narrow.size === 0) return false;
    this.rewrite();
    return true;
  }

  private collect(): void {
    const { cfg } = this.ranges;
    const push = (map: Map<Inst, Inst[]>, key: Inst, value: Inst): void => {
      const list = map.get(key);
      if (list) list.push(value);
      else map.set(key, [value]);
    };
    for (let b = 0; b < cfg.order.length; b++) {
      const block = cfg.order[b]!;
      block.params.forEach((param, i) => {
        if (param.type !== 'f64') return;
        this.places.set(param, { block: b, index: -1 });
        if (b === 0) return;
        const args = cfg.incoming[b]!.map((edge) => edge.args[i]!);
        this.paramArgs.set(param, args);
        for (const arg of args) push(this.paramUsers, arg, param);
      });
      block.insts.forEach((inst, index) => {
        if (inst.type === 'f64') this.places.set(inst, { block: b, index });
        for (const arg of inst.args) if (arg.type === 'f64') push(this.users, arg, inst);
      });
    }
  }

  // Where the sign of a zero can be seen

  /** Values for which it makes a difference whether they are 0 or -0. */
  private findZeroSignUses(): Set<Inst> {
    const visible = new Set<Inst>();
    const work: Inst[] = [];
    const mark = (value: Inst): void => {
      if (value.type !== 'f64' || visible.has(value)) return;
      visible.add(value);
      work.push(value);
    };
    for (const [value, users] of this.users)
      if (users.some((user) => showsZeroSign(user, value))) mark(value);
    for (let value = work.pop(); value; value = work.pop()) {
      if (value.op === 'param') for (const arg of this.paramArgs.get(value) ?? []) mark(arg);
      for (const arg of this.passesZeroSign(value)) mark(arg);
    }
    return visible;
  }

  /** The operands whose zero signs can show in the sign of a zero result. */
  private passesZeroSign(value: Inst): Inst[] {
    const [a, b] = value.args;
    const range = (arg: Inst): ReturnType<Ranges['of']> => this.ranges.of(arg);
    switch (value.op) {
      case 'dadd':
        // -0 + y is y, but for y = -0.
        return [...(range(b!).negativeZero ? [a!] : []), ...(range(a!).negativeZero ? [b!] : [])];
      case 'dsub':
        return [...(hasZero(range(b!)) ? [a!] : []), ...(range(a!).negativeZero ? [b!] : [])];
      case 'drem':
        return [a!];
      case 'select':
        return [b!, value.args[2]!];
      case 'dabs':
        return [];
      default:
        return opInfo(value.op).effect === 'pure' ? value.args.filter((arg) => arg.type === 'f64') : [];
    }
  }

  // Which values to narrow

  private isCandidate(value: Inst, { block }: Place): boolean {
    if (value.op !== 'param' && !(value.op in narrowForms) && value.op !== 'select') return false;
    if (value.op === 'param' && !this.paramArgs.has(value)) return false;
    if (!this.ranges.isReachable(block)) return false;
    const range = this.ranges.of(value);
    return isInt32(range) && range.lo <= range.hi && !(range.negativeZero && this.zeroSign.has(value));
  }

  /** An integer beyond int32 that is exact as a double, and whose low 32 bits come from those of its operands. */
  private isWideCandidate(value: Inst, { block }: Place): boolean {
    if (value.op === 'param' ? !this.paramArgs.has(value) : !keepsLowBits.has(value.op)) return false;
    if (!this.ranges.isReachable(block)) return false;
    const range = this.ranges.of(value);
    const isExact = range.integer && !range.nan && range.lo >= -(2 ** 53) && range.hi <= 2 ** 53;
    return isExact && range.lo <= range.hi && !isInt32(range);
  }

  /** True if all uses of a value need its low 32 bits alone. */
  private showsLowBitsOnly(value: Inst): boolean {
    return (
      (this.users.get(value) ?? []).every(
        (user) => user.op === 'd2i' || (this.narrow.has(user) && keepsLowBits.has(user.op)),
      ) && (this.paramUsers.get(value) ?? []).every((param) => this.narrow.has(param))
    );
  }

  /** True if the low 32 bits of the integer that the value holds can be had without a double operation. */
  private isInteger(value: Inst): boolean {
    switch (value.op) {
      case 'i2d':
      case 'u2d':
        return true;
      case 'dconst':
        // -0 is 0 here: the result was shown not to show the difference.
        return Number.isInteger(value.imm) && Math.abs(value.imm!) <= 2 ** 53;
      default:
        return this.narrow.has(value);
    }
  }

  /** Narrowed values need operands that are; removes what has others, until nothing has. */
  private dropInconvertible(): void {
    for (let changed = true; changed; ) {
      changed = false;
      for (const value of this.narrow) {
        if (this.canCompute(value) && (!this.wide.has(value) || this.showsLowBitsOnly(value))) continue;
        this.narrow.delete(value);
        changed = true;
      }
    }
  }

  private canCompute(value: Inst): boolean {
    return this.operandsOf(value)?.every((operand) => this.isInteger(operand)) ?? false;
  }

  /** The doubles that the int32 form of a value is made from; undefined if there is no such form. */
  private operandsOf(value: Inst): readonly Inst[] | undefined {
    if (value.op === 'param') return this.paramArgs.get(value);
    if (value.op === 'select') return value.args.slice(1);
    const { block, index } = this.places.get(value)!;
    return narrowForms[value.op]!.operands(value, (operand) => this.ranges.at(operand, block, index));
  }

  /** Sums up for each group of connected values what narrowing it saves, and drops those that lose. */
  private dropUnprofitable(): void {
    const { cfg, dominators } = this.ranges;
    const loops = buildLoops(cfg, dominators);
    const weight = (block: number): number => 8 ** Math.min(loops.innermost[block]?.depth ?? 0, 4);
    const groups = new Groups(this.narrow);
    for (const value of this.narrow) {
      for (const neighbour of this.operandsOf(value) ?? [])
        if (this.narrow.has(neighbour)) groups.join(value, neighbour);
    }
    const gains = new Map<Inst, number>();
    for (const value of this.narrow) {
      const here = weight(this.places.get(value)!.block);
      let gain = (doubleCost[value.op] ?? 0) * here;
      // A quotient that is rounded as a whole goes with the rounding.
      for (const arg of value.args) if (this.isPartOfNarrow(arg)) gain += (doubleCost[arg.op] ?? 0) * here;
      let asDouble = false;
      for (const user of this.users.get(value) ?? []) {
        if (this.narrow.has(user)) continue;
        if (readsInteger.has(user.op) || this.becomesIntComparison(user)) {
          gain += (doubleCost[user.op] ?? 0) * here;
        } else if (!this.isPartOfNarrow(user)) {
          asDouble = true;
        }
      }
      for (const param of this.paramUsers.get(value) ?? []) if (!this.narrow.has(param)) asDouble = true;
      if (asDouble) gain -= CONVERSION_COST * here;
      const group = groups.of(value);
      gains.set(group, (gains.get(group) ?? 0) + gain);
    }
    for (const value of [...this.narrow]) if (gains.get(groups.of(value))! <= 0) this.narrow.delete(value);
    this.dropInconvertible();
  }

  /** A comparison of what become integers, or with a constant. */
  private becomesIntComparison(user: Inst): boolean {
    return user.op === 'dcmp' && user.args.every((arg) => arg.op === 'dconst' || this.isInteger(arg));
  }

  /** A quotient that is only there to be rounded, by a rounding that is narrowed as a whole. */
  private isPartOfNarrow(user: Inst): boolean {
    return (
      (user.op === 'ddiv' || user.op === 'dmul') &&
      (this.users.get(user) ?? []).every((rounding) => this.narrow.has(rounding)) &&
      !this.paramUsers.has(user)
    );
  }

  // Rewriting

  private rewrite(): void {
    const { cfg } = this.ranges;
    const { fn } = this;
    for (const value of this.narrow) {
      this.forms.set(
        value,
        newInst(fn, value.op === 'param' ? 'param' : 'iconst', 'i32', [], value.position),
      );
    }
    const replacements = new Replacements();
    for (let b = 0; b < cfg.order.length; b++) {
      const block = cfg.order[b]!;
      const out: Inst[] = [];
      this.rewriteParams(block, b, out, replacements);
      for (let index = 0; index < block.insts.length; index++) {
        const inst = block.insts[index]!;
        if (this.narrow.has(inst)) this.rewriteValue(inst, b, index, out);
        out.push(inst);
      }
      block.insts = out;
    }
    replacements.apply(fn);
  }

  /** Narrowed parameters become int32s, converted for the uses that are not narrowed. */
  private rewriteParams(block: Block, b: number, out: Inst[], replacements: Replacements): void {
    const { cfg } = this.ranges;
    block.params.forEach((param, i) => {
      const form = this.forms.get(param);
      if (!form) return;
      block.params[i] = form;
      cfg.incoming[b]!.forEach((edge, e) => {
        const from = cfg.order[cfg.predecessors[b]![e]!]!;
        edge.args[i] = this.intForm(edge.args[i]!, (inst) => from.insts.splice(-1, 0, inst));
      });
      const conversion = newInst(this.fn, 'i2d', 'f64', [form], param.position);
      out.push(conversion);
      replacements.set(param, conversion);
    });
  }

  /** Computes the int32 form before the value, which becomes a conversion of it. */
  private rewriteValue(value: Inst, block: number, index: number, out: Inst[]): void {
    const form = this.forms.get(value)!;
    const emit: Emit = {
      form: (operand) => this.intForm(operand, (inst) => out.push(inst)),
      op: (op, ...args) => {
        const inst = newInst(this.fn, op, 'i32', args, value.position);
        out.push(inst);
        return inst;
      },
      constant: (imm) => {
        const inst = newInst(this.fn, 'iconst', 'i32', [], value.position, { imm });
        out.push(inst);
        return inst;
      },
    };
    if (value.op === 'select') {
      form.op = 'select';
      form.args = [value.args[0]!, emit.form(value.args[1]!), emit.form(value.args[2]!)];
    } else {
      const ranges: RangeOf = (operand) => this.ranges.at(operand, block, index);
      const [op, ...args] = narrowForms[value.op]!.build(value, ranges, emit);
      form.op = op;
      form.args = args;
    }
    out.push(form);
    value.op = 'i2d';
    value.args = [form];
  }

  /** The low 32 bits of an integer value. */
  private intForm(value: Inst, place: (inst: Inst) => void): Inst {
    const form = this.forms.get(value);
    if (form) return form;
    if (value.op !== 'dconst') return value.args[0]!;
    const inst = newInst(this.fn, 'iconst', 'i32', [], value.position, { imm: value.imm! | 0 });
    place(inst);
    return inst;
  }
}

/** True if the user shows whether the value is 0 or -0 by itself; pure operations only pass it on. */
function showsZeroSign(user: Inst, value: Inst): boolean {
  switch (user.op) {
    case 'dcmp':
    case 'd2i':
    case 'd2iExact':
      return false;
    case 'ddiv':
      return value === user.args[1];
    default:
      return user.type !== 'f64' || opInfo(user.op).effect !== 'pure';
  }
}

/** Disjoint sets of values. */
class Groups {
  private readonly parent = new Map<Inst, Inst>();

  constructor(values: Iterable<Inst>) {
    for (const value of values) this.parent.set(value, value);
  }

  of(value: Inst): Inst {
    let root = value;
    for (let next = this.parent.get(root)!; next !== root; next = this.parent.get(root)!) root = next;
    this.parent.set(value, root);
    return root;
  }

  join(a: Inst, b: Inst): void {
    this.parent.set(this.of(a), this.of(b));
  }
}
