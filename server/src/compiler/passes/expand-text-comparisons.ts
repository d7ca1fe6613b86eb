// Texts that programs branch on are mostly the very same or of other lengths: that is seen in place, before their units
// are compared by a call. Where one text is compared with several constants (`switch (state)`, `token.kind === ...`), as
// literals in the place of enumerations are, it most often is one of these very constants: all addresses come first, and
// behind them the comparisons as they were, which then hardly ever run. Late, when nothing more is to be known of texts.
import { STRING_LENGTH } from '../abi/objects.ts';
import { buildCfg, type Cfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { branchOn, countUses } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, terminator } from '../ir/ir.ts';

export function expandTextComparisons(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some(isComparison))) return false;
  const cfg = buildCfg(fn);
  const loops = buildLoops(cfg, buildDominators(cfg));
  const uses = countUses(fn);
  const done = new Set<Block>();
  cfg.order.forEach((block, b) => {
    const inLoop = loops.innermost[b] !== undefined;
    if (block.rare || done.has(block) || (fn.entry && !inLoop)) return;
    const chain = chainFrom(cfg, block, uses);
    if (chain.length > 1) dispatch(fn, chain);
    // Elsewhere the call is shorter.
    else if (chain.length === 1 && inLoop) expand(fn, block);
    else return;
    for (const each of chain) done.add(each);
  });
  return done.size > 0;
}

function isComparison({ op, symbol }: Inst): boolean {
  return op === 'helper' && symbol === 'gn_str_eq';
}

/** The comparison that a block ends by branching on, if nothing else needs what it tells. */
function comparisonOf(block: Block, uses: Int32Array): Inst | undefined {
  const { op, args } = terminator(block);
  const condition = args[0]!;
  if (op !== 'branch' || !isComparison(condition) || uses[condition.id] !== 1) return undefined;
  return block.insts.includes(condition) ? condition : undefined;
}

/** The blocks, from this one on, that compare one text with constants until one is equal; or just this one. */
function chainFrom(cfg: Cfg, block: Block, uses: Int32Array): Block[] {
  const first = comparisonOf(block, uses);
  if (!first) return [];
  const chain = [block];
  const [text, constant] = first.args as [Inst, Inst];
  if (constant.op !== 'object') return chain;
  for (let last = block; ; ) {
    const next: Block = terminator(last).targets![1]!.block;
    const comparison = comparisonOf(next, uses);
    const isNext =
      comparison?.args[0] === text &&
      comparison.args[1]!.op === 'object' &&
      !next.rare &&
      next.params.length === 0 &&
      cfg.incoming[cfg.position[next.id]!]!.length === 1 &&
      next.insts.every((inst) => inst === comparison || inst.targets || isConstant(inst));
    if (!isNext) return chain;
    chain.push(next);
    last = next;
  }
}

function isConstant({ op }: Inst): boolean {
  return op === 'object' || op === 'iconst' || op === 'dconst' || op === 'fconst' || op === 'null';
}

/** Compares the address of a text with all the constants of a chain, then goes on as before. */
function dispatch(fn: IrFunction, chain: readonly Block[]): void {
  const [block] = chain as [Block];
  const comparisons = chain.map((each) => terminator(each).args[0]!);
  const slow = moveEnd(fn, block);
  slow.rare = true;
  for (const each of chain.slice(1)) {
    // What is behind the branches may need the constants, and no longer comes from there alone.
    block.insts.push(...each.insts.filter(isConstant));
    each.insts = each.insts.filter((inst) => !isConstant(inst));
    each.rare = true;
  }
  let at = block;
  chain.forEach((each, i) => {
    const last = i === chain.length - 1;
    const next = last ? slow : newBlock(fn);
    const equal = terminator(each === block ? slow : each).targets![0]!;
    const same = isSame(fn, comparisons[i]!);
    at.insts.push(same, branchOn(fn, same, copyOf(equal), { block: next, args: [] }));
    at = next;
  });
}

/** Compares addresses and lengths of two texts first. */
function expand(fn: IrFunction, block: Block): void {
  const comparison = terminator(block).args[0]!;
  const slow = moveEnd(fn, block);
  const [equal, different] = terminator(slow).targets as [Edge, Edge];
  let at = block;
  // A text that was just made is no other one.
  if (!comparison.args.some(({ op }) => op === 'helper')) {
    const lengths = newBlock(fn);
    const same = isSame(fn, comparison);
    at.insts.push(same, branchOn(fn, same, copyOf(equal), { block: lengths, args: [] }));
    at = lengths;
  }
  const [a, b] = comparison.args.map((text) =>
    newInst(fn, 'load', 'i32', [text], comparison.position, {
      memory: 'i32',
      alias: 'stringLength',
      imm: STRING_LENGTH,
    }),
  ) as [Inst, Inst];
  const alike = newInst(fn, 'icmp', 'i32', [a, b], comparison.position, { cond: 'eq' });
  at.insts.push(a, b, alike, branchOn(fn, alike, { block: slow, args: [] }, copyOf(different)));
}

/** Moves the comparison and the branch of a block into one of its own, which the block does not lead to yet. */
function moveEnd(fn: IrFunction, block: Block): Block {
  const end = newBlock(fn);
  const branch = terminator(block);
  end.insts = [branch.args[0]!, branch];
  block.insts = block.insts.filter((inst) => !end.insts.includes(inst));
  return end;
}

function isSame(fn: IrFunction, { args, position }: Inst): Inst {
  return newInst(fn, 'rcmp', 'i32', [...args], position, { cond: 'eq' });
}

function copyOf({ block, args }: Edge): Edge {
  return { block, args: [...args] };
}
