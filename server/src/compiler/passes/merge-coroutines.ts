// Coroutine elimination: a loop over a generator that nobody else has becomes the generator's body, with the loop's own in
// the place of each `yield`. What the loop goes on to is what follows the `yield`; so no frames are copied, and the
// properties of the generator are values of the function (scalar-replacement.ts).
//
// The loop's first blocks lead to the resumption: a copy of them leads to the beginning of the body, and one for each
// place where it waits leads there. Each such place has a copy of the loop's other blocks, too: what was one edge of the
// body is a part with one way in and one way back, so that loops stay natural ones and values stay where they dominate.
//
// After inline.ts and thread-branches.ts, which bring the resumption and its test into the loop.
import { COROUTINE_BODY } from '../abi/objects.ts';
import { buildCfg, type Cfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops, inLoop, type Loop, type LoopForest } from '../ir/analysis/loops.ts';
import { type CloneMap, cloneBlocks } from '../ir/clone.ts';
import { countUses, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, successors } from '../ir/ir.ts';
import { repairSsa } from '../ir/ssa-repair.ts';
import type { PassContext } from './context.ts';
import { codeOfNewClosure, MAX_CALLER, markInlined, mayInline, recordInlined, sizeOf } from './inline.ts';
import { isInspection } from './scalar-replacement.ts';

/** How many instructions a merge may add: those of the body, and of the copies of the loop. */
const MAX_ADDED = 160;

/** Merges one coroutine; others may be seen to be the function's own then. */
export function mergeCoroutines(fn: IrFunction, context: PassContext): boolean {
  const resumptions = fn.blocks.flatMap((block) => block.insts.filter(isResumption));
  if (resumptions.length === 0) return false;
  const uses = countUses(fn);
  const cfg = buildCfg(fn);
  const forest = buildLoops(cfg, buildDominators(cfg));
  for (const resume of resumptions) {
    const own = uses[resume.id] === 1 && ownCoroutine(fn, resume, context);
    const loop = own && loopAround(cfg, forest, own);
    if (!loop || !isWorthIt(fn, own, loop)) continue;
    merge(fn, own, loop);
    return true;
  }
  return false;
}

const isResumption = ({ op, symbol }: Inst): boolean => op === 'helper' && symbol === 'gn_resume';
const isSuspension = ({ op, symbol }: Inst): boolean => op === 'helper' && symbol === 'gn_suspend';
const isQuestion = ({ op, symbol }: Inst): boolean => op === 'helper' && symbol === 'gn_coroutine';

/** A coroutine that nobody but the function knows, which resumes it in one place. */
interface OwnCoroutine {
  readonly object: Inst;
  /** The closure of the body. */
  readonly closure: Inst;
  readonly body: IrFunction;
  readonly resume: Inst;
  /** Where it is made. */
  readonly home: Block;
}

function ownCoroutine(fn: IrFunction, resume: Inst, context: PassContext): OwnCoroutine | undefined {
  const object = resume.args[0]!;
  if (object.op !== 'helper' || object.symbol !== 'gn_new') return undefined;
  const home = fn.blocks.find(({ insts }) => insts.includes(object))!;
  let closure: Inst | undefined;
  for (const { insts } of fn.blocks) {
    for (const inst of insts) {
      if (inst.targets?.some(({ args }) => args.includes(object))) return undefined;
      const at = inst.args.indexOf(object);
      if (at < 0 || inst === resume) continue;
      if (inst.args.lastIndexOf(object) !== at || !isInspection(inst, at)) return undefined;
      if (inst.op !== 'store' || inst.imm !== COROUTINE_BODY) continue;
      if (closure || !home.insts.includes(inst)) return undefined;
      closure = inst.args[0]!;
    }
  }
  const symbol = closure && bodySymbol(closure, context);
  const found = symbol === undefined ? undefined : context.bodyOf(symbol);
  const body = found?.general ?? found;
  if (!body || !closure || body.symbol === fn.symbol || !mayInline(fn, body)) return undefined;
  return waitsItself(body, context) ? { object, closure, body, resume, home } : undefined;
}

function bodySymbol(closure: Inst, { classes }: PassContext): string | undefined {
  return closure.op === 'object' ? classes?.codeOf(closure.symbol!) : codeOfNewClosure(closure);
}

/** True for a body that waits, but in no function that it calls, and does not make itself again. */
function waitsItself(body: IrFunction, context: PassContext): boolean {
  const insts = body.blocks.flatMap((block) => block.insts);
  if (body.blocks[0]!.params.length > 0 || body.result !== 'void' || !insts.some(isSuspension)) return false;
  // Protected parts may wait, and are called by the runtime.
  if (insts.some(({ op, symbol }) => symbol === 'gn_try' || (op === 'address' && symbol === body.symbol)))
    return false;
  return !callsWhatWaits(body, context, new Set([body.symbol]));
}

/** True if what a function calls may make the innermost coroutine wait, or hand it on. */
function callsWhatWaits(fn: IrFunction, context: PassContext, seen: Set<string>): boolean {
  return fn.blocks.some(({ insts }) =>
    insts.some(({ op, symbol }) => {
      if (op !== 'call' || seen.has(symbol!)) return false;
      seen.add(symbol!);
      const callee = context.bodyOf(symbol!);
      if (!callee) return true;
      const asks = callee.blocks.some((block) =>
        block.insts.some((inst) => isSuspension(inst) || isQuestion(inst)),
      );
      return asks || callsWhatWaits(callee, context, seen);
    }),
  );
}

/** A loop that begins with a resumption, whatever it does then. */
interface ResumingLoop {
  readonly blocks: readonly Block[];
  /** From the loop's first block to that of the resumption. */
  readonly first: readonly Block[];
  /** Edges to the first block from outside of the loop. */
  readonly entries: readonly Edge[];
  /** Where the test of the resumption leads, behind a value, and at the end. */
  readonly atValue: Edge;
  readonly atEnd: Edge;
}

function loopAround(cfg: Cfg, forest: LoopForest, { resume, home }: OwnCoroutine): ResumingLoop | undefined {
  const at = cfg.order.findIndex(({ insts }) => insts.includes(resume));
  const loop = forest.innermost[at];
  const made = cfg.position[home.id]!;
  // Made anew each time that the loop is entered.
  if (!loop || inLoop(forest, loop, made) || (loop.parent && !inLoop(forest, loop.parent, made)))
    return undefined;
  const isInside = ({ block }: Edge): boolean => inLoop(forest, loop, cfg.position[block.id]!);
  const first = firstBlocks(cfg, loop, cfg.order[at]!, isInside);
  const [branch, ...others] = cfg.order[at]!.insts.slice(cfg.order[at]!.insts.indexOf(resume) + 1);
  if (!first || others.length > 0 || branch!.op !== 'branch' || branch!.args[0] !== resume) return undefined;
  const [atValue, atEnd] = branch!.targets as [Edge, Edge];
  if (!isInside(atValue) || isInside(atEnd)) return undefined;
  const isEntry = (_: Edge, e: number): boolean => !inLoop(forest, loop, cfg.predecessors[loop.header]![e]!);
  return {
    blocks: loop.blocks.map((block) => cfg.order[block]!),
    first,
    entries: cfg.incoming[loop.header]!.filter(isEntry),
    atValue,
    atEnd,
  };
}

/** The blocks that all ways of a loop begin with, to the last; undefined if there are others on the way. */
function firstBlocks(
  cfg: Cfg,
  loop: Loop,
  last: Block,
  isInside: (edge: Edge) => boolean,
): Block[] | undefined {
  const blocks = [cfg.order[loop.header]!];
  for (let block = blocks[0]!; block !== last; blocks.push(block)) {
    const [next, ...others] = successors(block).filter(isInside);
    if (!next || others.length > 0 || cfg.incoming[cfg.position[next.block.id]!]!.length > 1)
      return undefined;
    block = next.block;
  }
  return blocks;
}

function isWorthIt(fn: IrFunction, { body }: OwnCoroutine, { blocks }: ResumingLoop): boolean {
  const waits = body.blocks.flatMap(({ insts }) => insts.filter(isSuspension)).length;
  const size = blocks.reduce((sum, { insts }) => sum + insts.length, 0);
  const added = sizeOf(body) + size * (waits - 1);
  return added <= MAX_ADDED && sizeOf(fn) + added <= MAX_CALLER;
}

function merge(fn: IrFunction, own: OwnCoroutine, loop: ResumingLoop): void {
  const { body, resume } = own;
  const last = loop.first[loop.first.length - 1]!;
  last.insts.splice(last.insts.indexOf(resume));
  const { begin, waits } = copyBody(fn, own, loop.atEnd);
  const copies: CloneMap[] = [];
  const copy = (blocks: readonly Block[]): CloneMap => {
    const map: CloneMap = { values: new Map(), blocks: new Map() };
    cloneBlocks(fn, blocks, map);
    useOriginals(map);
    copies.push(map);
    return map;
  };
  // The loop itself serves the last place.
  for (const { block, resumed } of waits.slice(0, -1)) {
    const { blocks } = copy(loop.blocks);
    blocks.get(last)!.insts.push(jumpTo(fn, { block: resumed, args: [] }));
    const { block: target, args } = loop.atValue;
    block.insts.push(jumpTo(fn, { block: blocks.get(target)!, args: [...args] }));
  }
  const { blocks: entry } = copy(loop.first);
  for (const edge of loop.entries) edge.block = entry.get(loop.first[0]!)!;
  entry.get(last)!.insts.push(jumpTo(fn, { block: begin, args: [] }));
  // The first blocks lead to one another, and not back to the loop's.
  const { block, resumed } = waits[waits.length - 1]!;
  block.insts.push(jumpTo(fn, loop.atValue));
  last.insts.push(jumpTo(fn, { block: resumed, args: [] }));

  removeUnreachableBlocks(fn);
  repairSsa(fn, definitionsIn(loop.blocks, copies));
  recordInlined(fn, body);
}

/** A place where the body waits: the block to its end, and what it goes on with. */
interface Wait {
  readonly block: Block;
  readonly resumed: Block;
}

/** Copies the body, but for where its waiting leads; where it ends, it leads to an edge. */
function copyBody(fn: IrFunction, own: OwnCoroutine, atEnd: Edge): { begin: Block; waits: Wait[] } {
  const { object, closure, body, resume } = own;
  const map: CloneMap = { values: new Map(), blocks: new Map() };
  cloneBlocks(fn, body.blocks, map);
  markInlined(map.blocks.values(), body.name, resume.position);
  const replacements = new Replacements();
  const waits: Wait[] = [];
  for (const copy of map.blocks.values()) {
    const { insts } = copy;
    let block = copy;
    block.insts = [];
    for (const inst of insts) {
      if (inst.op === 'self') replacements.set(inst, closure);
      else if (isQuestion(inst)) replacements.set(inst, object);
      else if (inst.op === 'return') block.insts.push(jumpTo(fn, { ...atEnd, args: [...atEnd.args] }));
      else if (isSuspension(inst)) {
        const resumed = newBlock(fn);
        resumed.rare = block.rare;
        waits.push({ block, resumed });
        block = resumed;
      } else block.insts.push(inst);
    }
  }
  for (const copy of map.blocks.values()) for (const inst of copy.insts) replacements.resolveArgs(inst);
  for (const { resumed } of waits) for (const inst of resumed.insts) replacements.resolveArgs(inst);
  return { begin: map.blocks.get(body.blocks[0]!)!, waits };
}

/** Lets copied blocks use the values that others define as the originals do: any copy of these may reach them. */
function useOriginals({ blocks, values }: CloneMap): void {
  const originals = new Map([...values].map(([original, copy]) => [copy, original]));
  for (const { params, insts } of blocks.values()) {
    const own = new Set([...params, ...insts]);
    const used = (arg: Inst): Inst => (own.has(arg) ? arg : (originals.get(arg) ?? arg));
    for (const inst of insts) {
      inst.args = inst.args.map(used);
      for (const edge of inst.targets ?? []) edge.args = edge.args.map(used);
    }
  }
}

/** Each value of some blocks with its copies. */
function definitionsIn(blocks: readonly Block[], copies: readonly CloneMap[]): Map<Inst, Map<Block, Inst>> {
  const values = new Map<Inst, Map<Block, Inst>>();
  for (const block of blocks) {
    for (const inst of [...block.params, ...block.insts]) {
      if (inst.type === 'void') continue;
      const definitions = new Map([[block, inst]]);
      for (const map of copies) {
        const copied = map.blocks.get(block);
        if (copied) definitions.set(copied, map.values.get(inst)!);
      }
      values.set(inst, definitions);
    }
  }
  return values;
}
