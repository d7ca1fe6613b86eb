// Simplifies control flow: branches on constants and to one place, blocks that only jump on, straight lines of
// blocks, unreachable blocks. Needs nothing; keeps loops apart and reducible.
import type { Cfg } from '../ir/analysis/cfg.ts';
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { constantOf, countUses, Replacements } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, terminator } from '../ir/ir.ts';

export function simplifyControlFlow(fn: IrFunction): boolean {
  let changed = foldBranches(fn);
  // Each round removes a block or an edge, so this ends; the limit is for threads that chase each other.
  for (let round = 0; round < 16; round++) {
    const cfg = buildCfg(fn);
    let progress = removeUnreachableBlocks(fn, cfg);
    if (threadJumps(fn, cfg)) {
      foldBranches(fn);
      progress = true;
    } else if (mergeBlocks(fn, cfg)) {
      progress = true;
    }
    if (!progress) break;
    changed = true;
  }
  return changed;
}

/** Branches whose way is known become jumps. */
function foldBranches(fn: IrFunction): boolean {
  let changed = false;
  for (const block of fn.blocks) {
    const branch = terminator(block);
    if (branch.op !== 'branch') continue;
    const [condition] = branch.args as [Inst];
    const [ifTrue, ifFalse] = branch.targets as [Edge, Edge];
    if (condition.op === 'iconst') {
      becomeJump(branch, condition.imm !== 0 ? ifTrue : ifFalse);
      changed = true;
    } else if (ifTrue.block === ifFalse.block && sameArgs(ifTrue, ifFalse)) {
      becomeJump(branch, ifTrue);
      changed = true;
    }
  }
  return changed;
}

function becomeJump(branch: Inst, edge: Edge): void {
  branch.op = 'jump';
  branch.args = [];
  branch.targets = [edge];
}

function sameArgs(a: Edge, b: Edge): boolean {
  return a.args.every((arg, i) => arg === b.args[i] || sameConstant(arg, b.args[i]!));
}

function sameConstant(a: Inst, b: Inst): boolean {
  return a.op === b.op && constantOf(a) !== undefined && Object.is(a.imm, b.imm);
}

/** Edges to blocks that do nothing but go on lead to where those go. */
function threadJumps(fn: IrFunction, cfg: Cfg): boolean {
  if (!fn.blocks.some((block) => block.insts.length === 1 && block.insts[0]!.targets)) return false;
  const uses = countUses(fn);
  let changed = false;
  const forwards = (block: Block): boolean => {
    // A rare block tells that what comes next is rare.
    if (block.insts.length !== 1 || block.rare) return false;
    // The first block of a loop stays: its loop must not become one with a loop that begins right there.
    const at = cfg.position[block.id]!;
    if (at <= 0 || cfg.predecessors[at]!.some((from) => from >= at)) return false;
    const { op, args, targets } = block.insts[0]!;
    if (op !== 'jump' && (op !== 'branch' || !block.params.includes(args[0]!))) return false;
    // If its parameters are used further on, it can't be left out.
    const usedHere = (param: Inst): number =>
      (args[0] === param ? 1 : 0) +
      targets!.reduce((sum, edge) => sum + edge.args.filter((arg) => arg === param).length, 0);
    return block.params.every((param) => uses[param.id] === usedHere(param));
  };
  const forwarding = new Set(fn.blocks.filter(forwards));
  if (forwarding.size === 0) return false;

  for (const block of fn.blocks) {
    const last = terminator(block);
    for (const edge of last.targets ?? []) {
      if (!forwarding.has(edge.block) || edge.block === block) continue;
      const next = follow(edge);
      if (!next || next.block === edge.block) continue;
      if (last.op === 'branch') {
        // Two edges from one branch to one block are not made: what each stands for would be lost.
        const other = last.targets![0] === edge ? last.targets![1]! : last.targets![0]!;
        if (other.block === next.block && !sameArgs(other, next)) {
          if (!passesCondition(fn, block, edge, next)) continue;
          // It computes what it passes on: it can't be left out itself any more.
          forwarding.delete(block);
        }
      }
      for (const arg of edge.args) uses[arg.id]!--;
      for (const arg of next.args) uses[arg.id]!++;
      // The parameters of the block passed over lose uses only if it goes; it is looked at again then.
      edge.block = next.block;
      edge.args = next.args;
      changed = true;
    }
  }
  return changed;
}

/** The edge that control takes after this edge through a forwarding block. */
function follow(edge: Edge): Edge | undefined {
  const { params, insts } = edge.block;
  const last = insts[0]!;
  const argOf = (value: Inst): Inst => {
    const index = params.indexOf(value);
    return index < 0 ? value : edge.args[index]!;
  };
  let next = last.targets![0]!;
  if (last.op === 'branch') {
    const condition = argOf(last.args[0]!);
    if (condition.op !== 'iconst') return undefined;
    if (condition.imm === 0) next = last.targets![1]!;
  }
  return { block: next.block, args: next.args.map(argOf) };
}

/**
 * A branch that passes 1 one way and 0 the other way to the same block passes its condition: makes both edges
 * equal, if that is all that differs and the condition is a truth value.
 */
function passesCondition(fn: IrFunction, block: Block, edge: Edge, next: Edge): boolean {
  const branch = terminator(block);
  const [condition] = branch.args as [Inst];
  const isTrueEdge = branch.targets![0] === edge;
  const other = branch.targets![isTrueEdge ? 1 : 0]!;
  const whenTrue = isTrueEdge ? next : other;
  const whenFalse = isTrueEdge ? other : next;
  const differing = next.args
    .map((_, i) => i)
    .filter((i) => {
      const [a, b] = [whenTrue.args[i]!, whenFalse.args[i]!];
      return a !== b && !sameConstant(a, b);
    });
  const isFlag = (i: number): boolean => {
    const [a, b] = [whenTrue.args[i]!, whenFalse.args[i]!];
    return a.op === 'iconst' && b.op === 'iconst' && a.imm! + b.imm! === 1 && (a.imm === 0 || a.imm === 1);
  };
  if (!differing.every(isFlag)) return false;
  for (const i of differing) {
    const zero = newInst(fn, 'iconst', 'i32', [], branch.position, { imm: 0 });
    const flag = newInst(fn, 'icmp', 'i32', [condition, zero], branch.position, {
      cond: whenTrue.args[i]!.imm === 1 ? 'ne' : 'eq',
    });
    block.insts.splice(-1, 0, zero, flag);
    whenTrue.args[i] = flag;
    whenFalse.args[i] = flag;
  }
  return true;
}

/** Appends blocks to the only block that jumps to them. */
function mergeBlocks(fn: IrFunction, cfg: Cfg): boolean {
  const replacements = new Replacements();
  const gone = new Set<Block>();
  for (let b = 0; b < cfg.order.length; b++) {
    const block = cfg.order[b]!;
    if (gone.has(block)) continue;
    for (let last = terminator(block); last.op === 'jump'; last = terminator(block)) {
      const edge = last.targets![0]!;
      const next = edge.block;
      if (next === block || cfg.predecessors[cfg.position[next.id]!]!.length !== 1) break;
      next.params.forEach((param, i) => {
        replacements.set(param, edge.args[i]!);
      });
      block.insts.pop();
      block.insts.push(...next.insts);
      gone.add(next);
    }
  }
  if (gone.size === 0) return false;
  fn.blocks = fn.blocks.filter((block) => !gone.has(block));
  replacements.apply(fn);
  return true;
}
