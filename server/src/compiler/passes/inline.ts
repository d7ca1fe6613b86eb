// Inlining: calls of small functions are replaced by copies of their bodies. What is small depends on what may
// be gained: more in loops and with constant arguments, less in the code of a cell, which runs once. Records the
// callees in fn.inlined. Bodies should be optimized before; positions stay those of the callee's source.
import { HEADER_KIND_MASK, ObjectKind } from '../abi/objects.ts';
import { buildCfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import type { CloneMap } from '../ir/clone.ts';
import { cloneBlocks } from '../ir/clone.ts';
import { constantOf, Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction, SourcePosition } from '../ir/ir.ts';
import { newBlock, newInst, newParam, terminator } from '../ir/ir.ts';
import type { PassContext } from './context.ts';
import { mayAssume } from './devirtualize.ts';

/** A call costs about this many instructions itself, with moving arguments and saving registers. */
const CALL_COST = 8;
/** Functions larger than this are not grown further. */
export const MAX_CALLER = 1500;
/** Nor are larger ones copied. */
export const MAX_CALLEE = 60;
/** How much larger a callee may be for each function that it is given: it calls that directly then, most often in a loop. */
const CLOSURE_GAIN = 16;
/** How much larger a callee may be that is called outside of loops, in one, in a loop within a loop. */
const inLoops = [0, 16, 40] as const;

interface CallSite {
  readonly call: Inst;
  readonly symbol: string;
  /** The closure that is called, if the call is through one that the function has made. */
  readonly closure?: Inst;
  readonly block: Block;
  readonly depth: number;
}

export function inlineCalls(fn: IrFunction, context: PassContext): boolean {
  return inlineSites(fn, callSites(fn, directCall), context);
}

/** Calls of closures that the function has made: what was inlined may call one that it was given. */
export function inlineNewClosures(fn: IrFunction, context: PassContext): boolean {
  return inlineSites(fn, callSites(fn, callOfNewClosure), context);
}

function inlineSites(fn: IrFunction, sites: CallSite[], context: PassContext): boolean {
  if (sites.length === 0) return false;
  let size = sizeOf(fn);
  let changed = false;
  const replacements = new Replacements();
  // From the last on, so that splitting a block leaves the earlier calls in it where they are.
  for (const site of sites.reverse()) {
    const body = context.bodyOf(site.symbol);
    const callee = body?.general ?? body;
    if (!callee || callee.symbol === fn.symbol || !canInline(callee, site)) continue;
    if (!mayInline(fn, callee)) continue;
    const added = sizeOf(callee);
    if (size + added > MAX_CALLER || added > budget(fn, site, context)) continue;
    size += added;
    inline(fn, site, callee, replacements);
    changed = true;
  }
  replacements.apply(fn);
  return changed;
}

function callSites(fn: IrFunction, targetOf: typeof directCall): CallSite[] {
  const hasCalls = fn.blocks.some((block) => block.insts.some(targetOf));
  if (!hasCalls) return [];
  const cfg = buildCfg(fn);
  const loops = buildLoops(cfg, buildDominators(cfg));
  return cfg.order.flatMap((block, b) =>
    block.insts.flatMap((call) => {
      const target = targetOf(call);
      return target ? [{ ...target, call, block, depth: loops.innermost[b]?.depth ?? 0 }] : [];
    }),
  );
}

function directCall({ op, symbol }: Inst): Pick<CallSite, 'symbol' | 'closure'> | undefined {
  return op === 'call' ? { symbol: symbol! } : undefined;
}

function callOfNewClosure({ op, args: [closure] }: Inst): Pick<CallSite, 'symbol' | 'closure'> | undefined {
  const symbol = op === 'callRef' ? codeOfNewClosure(closure!) : undefined;
  return symbol === undefined ? undefined : { symbol, closure: closure! };
}

/** The symbol of the function that a closure made here is of. */
export function codeOfNewClosure({ op, symbol, args: [header, code] }: Inst): string | undefined {
  if (op !== 'helper' || symbol !== 'gn_new' || header!.op !== 'iconst') return undefined;
  const isClosure = (header!.imm! & HEADER_KIND_MASK) === ObjectKind.closure;
  return isClosure && code!.op === 'address' && code!.imm === 0 ? code!.symbol : undefined;
}

function argsOf({ call, closure }: CallSite): readonly Inst[] {
  return closure ? call.args.slice(1) : call.args;
}

/** How many instructions the callee may have. */
function budget(fn: IrFunction, { call, depth }: CallSite, { classes }: PassContext): number {
  const constants = call.args.filter((arg) => constantOf(arg) !== undefined).length;
  if (fn.entry && depth === 0) return CALL_COST + 4 * constants;
  const isFunction = (arg: Inst): boolean =>
    arg.op === 'object' ? classes?.codeOf(arg.symbol!) !== undefined : codeOfNewClosure(arg) !== undefined;
  const closures = call.args.filter(isFunction).length;
  return Math.min(
    MAX_CALLEE,
    CALL_COST + 8 + 6 * constants + CLOSURE_GAIN * closures + inLoops[Math.min(depth, 2)]!,
  );
}

/** Instructions that cost something: constants mostly do not, nor what hardly ever runs or fails. */
export function sizeOf(fn: IrFunction): number {
  let size = 0;
  for (const block of fn.blocks) {
    if (block.rare || terminator(block).op === 'trap') continue;
    for (const inst of block.insts) if (constantOf(inst) === undefined) size++;
  }
  return size;
}

function canInline(callee: IrFunction, site: CallSite): boolean {
  const params = callee.blocks[0]!.params;
  const args = argsOf(site);
  if (params.length !== args.length || callee.result !== site.call.type) return false;
  if (params.some((param, i) => param.type !== args[i]!.type)) return false;
  // A recursive callee would only move its calls; `self` is known only where a closure is entered.
  return callee.blocks.every((block) =>
    block.insts.every(
      (inst) =>
        (inst.op !== 'self' || site.closure) && !(inst.op === 'call' && inst.symbol === callee.symbol),
    ),
  );
}

function inline(fn: IrFunction, site: CallSite, callee: IrFunction, replacements: Replacements): void {
  const { call, block, closure } = site;
  const index = block.insts.indexOf(call);
  const after = newBlock(fn);
  after.insts = block.insts.splice(index).slice(1);
  if (call.type !== 'void') replacements.set(call, newParam(fn, after, call.type));

  const map: CloneMap = { values: new Map(), blocks: new Map() };
  cloneBlocks(fn, callee.blocks, map);
  markInlined(map.blocks.values(), callee.name, call.position);
  const entry = map.blocks.get(callee.blocks[0]!)!;
  block.insts.push(
    newInst(fn, 'jump', 'void', [], call.position, { targets: [{ block: entry, args: [...argsOf(site)] }] }),
  );
  if (closure) {
    for (const inst of entry.insts) if (inst.op === 'self') replacements.set(inst, closure);
    entry.insts = entry.insts.filter(({ op }) => op !== 'self');
  }
  for (const copy of map.blocks.values()) {
    const last = terminator(copy);
    if (last.op !== 'return') continue;
    last.op = 'jump';
    last.targets = [{ block: after, args: last.args }];
    last.args = [];
  }
  recordInlined(fn, callee);
}

/** True if a function may rely on what a body does that is copied into it. */
export function mayInline(fn: IrFunction, callee: IrFunction): boolean {
  return callee.assumptions.size === 0 || mayAssume(fn);
}

/** Notes that the body of another function was copied into one. */
export function recordInlined(fn: IrFunction, callee: IrFunction): void {
  // What one knew of its calls, the other may be unable to rely on.
  if (!mayAssume(fn)) for (const { insts } of fn.blocks) for (const inst of insts) inst.effects = undefined;
  fn.inlined.add(callee.symbol);
  for (const symbol of callee.inlined) fn.inlined.add(symbol);
  for (const symbol of callee.relied) fn.relied.add(symbol);
  for (const [query, answer] of callee.assumptions) fn.assumptions.set(query, answer);
}

/** Notes in the positions of a copied body where it was called, for the stack of an error. */
export function markInlined(blocks: Iterable<Block>, name: string, at: SourcePosition | undefined): void {
  const marked = new Map<SourcePosition, SourcePosition>();
  const mark = (position: SourcePosition): SourcePosition => {
    const { inlined } = position;
    // Of a body that had inlined another one, the outermost call is known only now.
    if (inlined) return { ...position, inlined: { ...inlined, at: inlined.at && mark(inlined.at) } };
    return { ...position, inlined: { name, at } };
  };
  for (const block of blocks) {
    for (const inst of block.insts) {
      const { position } = inst;
      if (!position) continue;
      const known = marked.get(position) ?? mark(position);
      marked.set(position, known);
      inst.position = known;
    }
  }
}
