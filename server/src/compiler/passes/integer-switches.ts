// A number that is compared with several integers, one after another, as in `switch (code[at])`, is taken for an integer once:
// what is held as one, or is one all the same, is compared as such; all others are none of them.
//
// Before makeIntegerPaths, which would look at each comparison by itself.
import { branchOn, countUses, jumpTo } from '../ir/edit.ts';
import type { Block, Edge, Inst, InstFields, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam, successors, terminator } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import type { IrType } from '../ir/types.ts';

/** For fewer, to find out if it is an integer does not pay. */
const LEAST = 3;

export function makeIntegerSwitches(fn: IrFunction): boolean {
  const isTested = fn.blocks.some(({ insts }) => insts.some((inst) => inst.op === 'dcmp'));
  if (!isTested) return false;
  const chains = findChains(fn);
  for (const chain of chains) rewrite(fn, chain);
  return chains.length > 0;
}

/** A block that ends with a comparison of a number with an integer. */
interface Test {
  readonly block: Block;
  readonly subject: Inst;
  readonly integer: number;
  /** Where equal numbers go, and where the others do. */
  readonly hit: Edge;
  readonly miss: Edge;
}

function findChains(fn: IrFunction): Test[][] {
  const uses = countUses(fn);
  const entries = new Map<Block, number>();
  for (const block of fn.blocks)
    for (const edge of successors(block)) entries.set(edge.block, (entries.get(edge.block) ?? 0) + 1);
  const taken = new Set<Block>();
  const chains: Test[][] = [];
  for (const block of fn.blocks) {
    const first = taken.has(block) ? undefined : testOf(block, uses);
    if (!first) continue;
    const chain = [first];
    for (let last = first; ; ) {
      const next = last.miss.block;
      const isOnlyTest =
        next.params.length === 0 &&
        entries.get(next) === 1 &&
        next.insts.every((inst) => isOfTest(inst, next));
      const test = isOnlyTest && !taken.has(next) ? testOf(next, uses) : undefined;
      if (test?.subject !== first.subject) break;
      chain.push(test);
      last = test;
    }
    if (chain.length < LEAST) continue;
    for (const each of chain) taken.add(each.block);
    chains.push(chain);
  }
  return chains;
}

function testOf(block: Block, uses: Int32Array): Test | undefined {
  const branch = terminator(block);
  const [condition] = branch.args;
  if (branch.op !== 'branch' || condition?.op !== 'dcmp' || uses[condition.id] !== 1) return undefined;
  if (!block.insts.includes(condition)) return undefined;
  const [subject, other] = condition.args as [Inst, Inst];
  const integer = other.op === 'dconst' ? other.imm! : Number.NaN;
  if ((integer | 0) !== integer || subject.op === 'i2d' || subject.op === 'dconst') return undefined;
  const [yes, no] = branch.targets as [Edge, Edge];
  if (condition.cond === 'eq') return { block, subject, integer, hit: yes, miss: no };
  return condition.cond === 'ne' ? { block, subject, integer, hit: no, miss: yes } : undefined;
}

/** True for what a block may have that only compares. */
function isOfTest(inst: Inst, block: Block): boolean {
  const branch = terminator(block);
  return inst === branch || inst === branch.args[0] || inst.op === 'dconst' || inst.op === 'iconst';
}

function rewrite(fn: IrFunction, chain: readonly Test[]): void {
  const [first] = chain as [Test];
  const { subject } = first;
  const { position } = terminator(first.block);
  const [held, other, integers] = [newBlock(fn), newBlock(fn), newBlock(fn)];
  other.rare = true;
  const make = (block: Block, op: Op, type: IrType, args: Inst[], fields: InstFields = {}): Inst => {
    const inst = newInst(fn, op, type, args, position, fields);
    block.insts.push(inst);
    return inst;
  };
  const value = newParam(fn, integers, 'i32');
  const { miss } = chain.at(-1)!;

  for (const { block } of chain) removeTest(block);
  // What is no integer goes past the other blocks: what is behind them may use their constants.
  for (const { block } of chain.slice(1)) first.block.insts.push(...block.insts.splice(0));
  const isHeld = make(first.block, 'dIsInt', 'i32', [subject]);
  first.block.insts.push(branchOn(fn, isHeld, { block: held, args: [] }, { block: other, args: [] }));
  held.insts.push(jumpTo(fn, { block: integers, args: [make(held, 'dHeldInt', 'i32', [subject])] }));

  const integer = make(other, 'd2i', 'i32', [subject]);
  const again = make(other, 'i2d', 'f64', [integer]);
  const isInteger = make(other, 'dcmp', 'i32', [again, subject], { cond: 'eq' });
  const none: Edge = { block: miss.block, args: [...miss.args] };
  other.insts.push(branchOn(fn, isInteger, { block: integers, args: [integer] }, none));

  for (const test of chain) {
    const block = test === first ? integers : test.block;
    const constant = make(block, 'iconst', 'i32', [], { imm: test.integer });
    const isIt = make(block, 'icmp', 'i32', [value, constant], { cond: 'eq' });
    block.insts.push(branchOn(fn, isIt, test.hit, test.miss));
  }
}

/** Takes the branch at the end of a block away, and the comparison that it asks. */
function removeTest(block: Block): void {
  const [condition] = block.insts.pop()!.args;
  block.insts = block.insts.filter((inst) => inst !== condition);
}
