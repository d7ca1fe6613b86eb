// Operations on numbers that may be held as integers get a path of their own for those: tests of the operands, an
// instruction or two, and, where the result may be no int32, a test of that. What fails a test goes on, in a block marked
// rare, with the operation as it was.
//
// After narrow-doubles.ts, which leaves the numbers of which nothing is known before the program runs.
import { buildCfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { cloneInst } from '../ir/clone.ts';
import { intCondition } from '../ir/conditions.ts';
import { branchOn, countUses, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam, terminator } from '../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../ir/ops.ts';
import type { IrType } from '../ir/types.ts';
import { keepGeneral } from './integers/general.ts';
import { findFractions, isInteger } from './integers/likely.ts';
import { skipKnownTests } from './integers/skip-tests.ts';

export function makeIntegerPaths(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some(({ op }) => op in paths))) return false;
  const cfg = buildCfg(fn);
  const { innermost } = buildLoops(cfg, buildDominators(cfg));
  // The code of a cell runs once: but for its loops, calls are shorter.
  const blocks = cfg.order.filter((block, b) => !block.rare && (!fn.entry || innermost[b]));
  const splitter = new Splitter(fn);
  if (!blocks.some(({ insts }) => insts.some((inst) => splitter.hasPath(inst)))) return false;
  keepGeneral(fn);
  for (const block of blocks) splitter.split(block);
  splitter.finish();
  return true;
}

/** Makes the integer result of an operation, in blocks that are left where it is none. */
type Path = (to: PathBuilder, inst: Inst) => Inst;

const sum =
  (op: 'iadd' | 'isub', fits: 'iaddFits' | 'isubFits'): Path =>
  (to, { args: [a, b] }) => {
    const [x, y] = [to.integer(a!), to.integer(b!)];
    const result = to.op(op, x, y);
    to.require(to.op(fits, x, y));
    return to.number(result);
  };

const paths: Partial<Record<Op, Path>> = {
  dadd: sum('iadd', 'iaddFits'),
  dsub: sum('isub', 'isubFits'),
  dmul: (to, { args: [a, b] }) => {
    const [x, y] = [to.integer(a!), to.integer(b!)];
    // Factors of 16 bits have a product of 32.
    for (const factor of [x, y]) if (factor.op !== 'iconst') to.require(to.isHalfWord(factor));
    const result = to.op('imul', x, y);
    // By a negative number, 0 is -0.
    const isPositive = [x, y].some(({ op, imm }) => op === 'iconst' && imm! > 0);
    if (!isPositive) {
      const zero = to.constant(0);
      to.requireEither(to.compare('ne', result, zero), () => to.compare('ge', to.op('ior', x, y), zero));
    }
    return to.number(result);
  },
  drem: (to, { args: [a, b] }) => {
    const x = to.integer(a!);
    to.require(to.compare('ge', x, to.constant(0)));
    return to.number(to.op('irem', x, to.integer(b!)));
  },
  dneg: (to, { args: [a] }) => {
    const x = to.integer(a!);
    const zero = to.constant(0);
    to.require(to.compare('ne', x, zero));
    const result = to.op('isub', zero, x);
    to.require(to.op('isubFits', zero, x));
    return to.number(result);
  },
  dcmp: (to, inst) => to.comparison(inst),
  d2i: (to, { args: [a] }) => to.integer(a!),
  d2iExact: (to, { args: [a] }) => to.integer(a!),
  dfloor: (to, { args: [a] }) => to.number(to.integer(a!)),
  dtrunc: (to, { args: [a] }) => to.number(to.integer(a!)),
};

/** Whether a path is worth its tests. */
function isWorthIt({ op, args: [a, b] }: Inst): boolean {
  const constants = [a, b].filter((arg) => arg?.op === 'dconst').map((arg) => arg!.imm!);
  if (op === 'dmul') return constants.every((value) => value !== 0 && Math.abs(value) < 2 ** 15);
  // Else it is a call either way.
  if (op === 'drem') return b!.op === 'dconst' && b!.imm! > 0;
  return true;
}

class Splitter {
  private readonly fn: IrFunction;
  private readonly fractions: ReadonlySet<Inst>;
  private readonly uses: Int32Array;
  private readonly replacements = new Replacements();
  /** The blocks in which the two ways of an operation meet. */
  private readonly joins: Block[] = [];

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.fractions = findFractions(fn);
    this.uses = countUses(fn);
  }

  split(block: Block): void {
    const insts = block.insts;
    const last = terminator(block);
    const [condition] = last.args;
    const compares =
      last.op === 'branch' &&
      condition!.op === 'dcmp' &&
      this.uses[condition!.id] === 1 &&
      insts.includes(condition!);
    let current = block;
    block.insts = [];
    for (const inst of insts) {
      if (compares && inst === condition) continue;
      if (compares && inst === last) this.branch(current, condition!, last);
      else if (this.hasPath(inst)) current = this.operation(current, inst, paths[inst.op]!);
      else current.insts.push(inst);
    }
  }

  finish(): void {
    this.replacements.apply(this.fn);
    skipKnownTests(this.fn, this.joins);
  }

  /** Whether the operation gets a path. */
  hasPath(inst: Inst): boolean {
    if (!paths[inst.op]) return false;
    if (inst.args.some((arg) => this.fractions.has(arg)) || inst.args.every(isInteger)) return false;
    return isWorthIt(inst);
  }

  private operation(current: Block, inst: Inst, path: Path): Block {
    const slow = this.slowBlock();
    const join = newBlock(this.fn);
    const param = newParam(this.fn, join, inst.type as IrType);
    const to = new PathBuilder(this.fn, current, slow, inst, this.replacements);
    to.testFirst(current.params);
    to.end(join, path(to, inst));
    const copy = cloneInst(this.fn, inst);
    slow.insts.push(copy, jumpTo(this.fn, { block: join, args: [copy] }));
    this.replacements.set(inst, param);
    this.joins.push(join);
    return join;
  }

  /** A comparison that the block's branch is about. */
  private branch(current: Block, compare: Inst, last: Inst): void {
    if (!this.hasPath(compare)) {
      current.insts.push(compare, last);
      return;
    }
    const slow = this.slowBlock();
    const to = new PathBuilder(this.fn, current, slow, compare, this.replacements);
    to.testFirst(current.params);
    const [yes, no] = last.targets as [Edge, Edge];
    const condition = to.comparison(compare);
    to.block.insts.push(branchOn(this.fn, condition, yes, no));
    const copy = cloneInst(this.fn, compare);
    slow.insts.push(
      copy,
      branchOn(this.fn, copy, { ...yes, args: [...yes.args] }, { ...no, args: [...no.args] }),
    );
  }

  private slowBlock(): Block {
    const slow = newBlock(this.fn);
    slow.rare = true;
    return slow;
  }
}

/** Builds one path, from `block` on. */
class PathBuilder {
  /** The integers of the numbers that were tested. */
  private readonly integers = new Map<Inst, Inst>();

  constructor(
    private readonly fn: IrFunction,
    public block: Block,
    private readonly slow: Block,
    private readonly inst: Inst,
    private readonly replacements: Replacements,
  ) {}

  op(op: Op, ...args: Inst[]): Inst {
    return this.place(newInst(this.fn, op, 'i32', args, this.inst.position));
  }

  constant(imm: number): Inst {
    return this.place(newInst(this.fn, 'iconst', 'i32', [], this.inst.position, { imm }));
  }

  compare(cond: IntCondition, a: Inst, b: Inst): Inst {
    return this.place(newInst(this.fn, 'icmp', 'i32', [a, b], this.inst.position, { cond }));
  }

  /** The same comparison, of integers. */
  comparison({ args: [a, b], cond }: Inst): Inst {
    const [x, y] = [this.integer(a!), this.integer(b!)];
    return this.compare(intCondition(cond as FloatCondition), x, y);
  }

  /** 1 if the value is an int16. */
  isHalfWord(value: Inst): Inst {
    const bits = this.constant(16);
    return this.compare('eq', this.op('ishr', this.op('ishl', value, bits), bits), value);
  }

  /** A number that is the integer, in a block of its own: the test that the integer is one comes before. */
  number(integer: Inst): Inst {
    return this.place(newInst(this.fn, 'i2d', 'f64', [integer], this.inst.position));
  }

  /** The integer that a number is held as; leaves the path if it is not. */
  integer(number: Inst): Inst {
    const value = this.replacements.resolve(number);
    if (value.op === 'dconst') return this.constant(value.imm!);
    if (value.op === 'i2d') return value.args[0]!;
    const known = this.integers.get(value);
    if (known) return known;
    this.require(this.op('dIsInt', value));
    const integer = this.op('dHeldInt', value);
    this.integers.set(value, integer);
    return integer;
  }

  /** Tests those of the operands that are among some values now: another test before would hide what is known of them. */
  testFirst(values: readonly Inst[]): void {
    for (const arg of this.inst.args) if (values.includes(this.replacements.resolve(arg))) this.integer(arg);
  }

  /** Leaves the path if the condition is 0, and the other one, which is looked at rarely, too. */
  requireEither(condition: Inst, other: () => Inst): void {
    const next = newBlock(this.fn);
    const rare = newBlock(this.fn);
    rare.rare = true;
    this.block.insts.push(branchOn(this.fn, condition, { block: next, args: [] }, { block: rare, args: [] }));
    this.block = rare;
    this.block.insts.push(
      branchOn(this.fn, other(), { block: next, args: [] }, { block: this.slow, args: [] }),
    );
    this.block = next;
  }

  /** Leaves the path if the condition is 0. */
  require(condition: Inst): void {
    const next = newBlock(this.fn);
    this.block.insts.push(
      branchOn(this.fn, condition, { block: next, args: [] }, { block: this.slow, args: [] }),
    );
    this.block = next;
  }

  end(join: Block, value: Inst): void {
    this.block.insts.push(jumpTo(this.fn, { block: join, args: [value] }));
  }

  private place(inst: Inst): Inst {
    this.block.insts.push(inst);
    return inst;
  }
}
