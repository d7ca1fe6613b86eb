// Operations on numbers that may be held as integers get a path of their own for those: tests of the operands, an
// instruction or two, and, where the result may be no int32, a test of that. What fails a test goes on, in a block marked
// rare, with the operation as it was.
//
// After narrow-doubles.ts, which leaves the numbers of which nothing is known before the program runs.
import { buildCfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { cloneInst } from '../ir/clone.ts';
import { branchOn, countUses, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newParam, terminator } from '../ir/ir.ts';
import type { IrType } from '../ir/types.ts';
import { type Compounds, gatherCompounds } from './integers/compounds.ts';
import { keepGeneral } from './integers/general.ts';
import { findFractions, isInteger } from './integers/likely.ts';
import { isWorthIt, PathBuilder, paths } from './integers/paths.ts';
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

class Splitter {
  private readonly fn: IrFunction;
  private readonly fractions: ReadonlySet<Inst>;
  private readonly compounds: Compounds;
  private readonly uses: Int32Array;
  private readonly replacements = new Replacements();
  /** The blocks in which the two ways of an operation meet. */
  private readonly joins: Block[] = [];

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.fractions = findFractions(fn);
    this.compounds = gatherCompounds(fn);
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
      if ((compares && inst === condition) || this.compounds.isInner(inst)) continue;
      if (compares && inst === last) this.branch(current, condition!, last);
      else if (this.hasPath(inst)) current = this.operation(current, inst);
      else current.insts.push(inst);
    }
  }

  finish(): void {
    this.replacements.apply(this.fn);
    skipKnownTests(this.fn, this.joins);
  }

  /** Whether the operation gets a path. */
  hasPath(inst: Inst): boolean {
    if (this.compounds.get(inst)) return true;
    if (!paths[inst.op] || this.compounds.isInner(inst)) return false;
    if (inst.args.some((arg) => this.fractions.has(arg))) return false;
    // Where no number was tested, nothing goes on with the result as an integer.
    if (!this.fn.general && inst.args.every(isInteger)) return false;
    return isWorthIt(inst);
  }

  private operation(current: Block, inst: Inst): Block {
    const slow = this.slowBlock();
    const join = newBlock(this.fn);
    const param = newParam(this.fn, join, inst.type as IrType);
    const to = new PathBuilder(this.fn, current, slow, inst, this.replacements);
    const compound = this.compounds.get(inst);
    to.testFirst(current.params, compound?.leaves);
    to.end(join, (compound?.path ?? paths[inst.op]!)(to, inst));
    slow.insts.push(...(compound?.inner ?? []));
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
