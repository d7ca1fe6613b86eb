// Checks that are the same for a whole loop: where a loop counts from one number to another and its bounds checks are about
// what is linear in the counter, the indices of the first and of the last round tell about all others. They are tested
// before the loop; if they are inside the arrays, a copy of the loop without those checks runs. Else the loop itself does,
// with its checks, so that an error comes exactly when it should: that copy is marked rare.
//
// A store by index that makes an array longer where it ends is a branch to a rare block that pushes. Where all indices are
// inside, no array grows: in the copy these branches go too, and with them what may change lengths, so that licm.ts can
// take the loads of lengths and of where elements are out of it. The same holds for every branch to a rare block whose
// condition no round changes, as for texts of wide characters, and for elements at an index that none changes: a row of
// `rows[y][x]` is loaded before the copy.
//
// Best late: after licm.ts, which makes lengths invariant, and bounds-elimination.ts, which removes what needs no test.

import type { Loop } from '../ir/analysis/loops.ts';
import { Overwrites } from '../ir/analysis/overwrites.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { copyLoop, joinBehindLoop, rareEntry } from '../ir/copy-loop.ts';
import { branchOn, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, terminator } from '../ir/ir.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import { finish, type Sliced } from '../slices.ts';
import { type Findings, isCheck, Search } from './loop-versions/search.ts';
import { TestEmitter } from './loop-versions/test-emitter.ts';

export function versionLoops(fn: IrFunction): boolean {
  return finish(versionLoopsInSlices(fn));
}

/** The same in slices of one loop each: every one of them means a new look at the whole function. */
export function* versionLoopsInSlices(fn: IrFunction): Sliced<boolean> {
  // The code of a cell runs once: copies would cost more to send than they save.
  if (fn.entry || !fn.blocks.some(({ insts }) => insts.some(isCheck))) return false;
  let changed = false;
  const done = new Set<Block>();
  while (versionOne(fn, done)) {
    changed = true;
    yield;
  }
  return changed;
}

/** @param done headers of loops that are as good as they get */
function versionOne(fn: IrFunction, done: Set<Block>): boolean {
  const structure = withPreheaders(fn);
  const { loops } = structure.forest;
  if (loops.length === 0) return false;
  const ranges = new Ranges(fn);
  const facts = { overwrites: new Overwrites(structure), compared: comparedReferences(fn) };
  for (const loop of loops) {
    const header = structure.cfg.order[loop.header]!;
    if (done.has(header) || loops.some(({ parent }) => parent === loop)) continue;
    done.add(header);
    const findings = new Search(structure, loop, ranges, facts).run();
    if (!findings) continue;
    done.add(copyWithout(fn, structure, loop, findings));
    return true;
  }
  return false;
}

function comparedReferences({ blocks }: IrFunction): Set<Inst> {
  return new Set(blocks.flatMap(({ insts }) => insts.flatMap(({ op, args }) => (op === 'rcmp' ? args : []))));
}

/** Makes the copy of a loop without some checks, and the tests that lead to it; gives the copy's first block. */
function copyWithout(
  fn: IrFunction,
  { cfg, forest, preheaders }: LoopStructure,
  loop: Loop,
  { gone, tests, same }: Findings,
): Block {
  const blocks = loop.blocks.map((block) => cfg.order[block]!);
  const preheader = cfg.order[preheaders[forest.loops.indexOf(loop)]!]!;
  const map = copyLoop(fn, blocks);
  for (const block of blocks) removeChecks(fn, map.blocks.get(block)!, block, gone);
  for (const block of blocks) block.rare = true;
  const entry = preheader.insts.pop()!.targets![0]!;
  const rare = rareEntry(fn, entry);
  const emitter = new TestEmitter(fn, preheader, same);
  for (const test of tests) {
    const next = { block: newBlock(fn), args: [] };
    const checked = { block: rare, args: [] };
    const { condition, way } = emitter.emit(test);
    const [yes, no] = way === 0 ? [next, checked] : [checked, next];
    emitter.block.insts.push(branchOn(fn, condition, yes, no));
    emitter.block = next.block;
  }
  const before = new Replacements();
  for (const [load] of same.loads)
    if (load.args.length > 1) before.set(map.values.get(load)!, emitter.value(load));
  const unchecked = { block: map.blocks.get(entry.block)!, args: [...entry.args] };
  emitter.block.insts.push(jumpTo(fn, unchecked));
  joinBehindLoop(fn, blocks, map);
  before.apply(fn);
  return unchecked.block;
}

/** Removes the copies of checks, and makes copies of branches unconditional, in the copy of a block. */
function removeChecks(fn: IrFunction, copy: Block, { insts }: Block, gone: Findings['gone']): void {
  copy.insts = copy.insts.filter((_, i) => insts[i]!.targets || !gone.has(insts[i]!));
  const way = gone.get(insts.at(-1)!);
  if (way === undefined) return;
  const branch = terminator(copy);
  const always = newInst(fn, 'iconst', 'i32', [], branch.position, { imm: way === 0 ? 1 : 0 });
  copy.insts.splice(-1, 0, always);
  branch.args = [always];
}
