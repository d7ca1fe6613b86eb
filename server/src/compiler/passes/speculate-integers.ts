// Loops whose double counters and sums nothing limits, though they will hardly ever leave the integers: a copy of the
// loop goes back to its start only while they are at most BOUND, which makes them int32s for narrow-doubles.ts. When one
// gets larger, the loop itself goes on from there, with doubles: it is marked rare. No result differs.
//
// To be run right before narrow-doubles.ts.
import type { Loop } from '../ir/analysis/loops.ts';
import { Ranges } from '../ir/analysis/ranges/index.ts';
import { isInt32 } from '../ir/analysis/ranges/range.ts';
import { type Growth, Trips } from '../ir/analysis/ranges/trips.ts';
import { copyLoop, joinBehindLoop, rareEntry } from '../ir/copy-loop.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, terminator } from '../ir/ir.ts';
import { type Op, opInfo } from '../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import { finish, type Sliced } from '../slices.ts';

/** With what a round adds, at most the same, it is an int32. */
const BOUND = 2 ** 30;
/** Loops of more instructions are not copied. */
const MOST_INSTRUCTIONS = 60;

/** A parameter of the header that is speculated to stay within BOUND. */
interface Guess {
  readonly param: Inst;
  readonly growth: Growth;
}

export function speculateIntegers(fn: IrFunction): boolean {
  return finish(speculateIntegersInSlices(fn));
}

/** The same in slices of one loop each: every one of them means a new look at the whole function. */
export function* speculateIntegersInSlices(fn: IrFunction): Sliced<boolean> {
  // The code of a cell runs once: copies would cost more to send than they save.
  if (fn.entry || !fn.blocks.some(({ params }) => params.some(({ type }) => type === 'f64'))) return false;
  let changed = false;
  const done = new Set<Block>();
  while (speculateOnce(fn, done)) {
    changed = true;
    yield;
  }
  return changed;
}

/** @param done headers of loops that were looked at */
function speculateOnce(fn: IrFunction, done: Set<Block>): boolean {
  const structure = withPreheaders(fn);
  const { cfg, dominators, forest } = structure;
  if (forest.loops.length === 0) return false;
  const ranges = new Ranges(fn);
  const trips = new Trips(cfg, dominators);
  const users = findUsers(structure);
  for (const loop of forest.loops) {
    const header = cfg.order[loop.header]!;
    if (done.has(header)) continue;
    done.add(header);
    if (header.rare || forest.loops.some(({ parent }) => parent === loop)) continue;
    const guesses = header.params.flatMap((param) => {
      const growth = growthIfWorthIt(structure, loop, param, ranges, trips, users);
      return growth ? [{ param, growth }] : [];
    });
    const blocks = loop.blocks.map((block) => cfg.order[block]!);
    if (guesses.length === 0 || sizeOf(blocks) > MOST_INSTRUCTIONS) continue;
    done.add(speculate(fn, structure, loop, guesses));
    return true;
  }
  return false;
}

function sizeOf(blocks: readonly Block[]): number {
  return blocks.flatMap(({ insts }) => insts).filter(({ op }) => opInfo(op).args.length > 0).length;
}

type Users = ReadonlyMap<Inst, readonly Inst[]>;

/** The instructions that use each value, and the parameters that edges pass it to. */
function findUsers({ cfg }: LoopStructure): Users {
  const users = new Map<Inst, Inst[]>();
  const note = (value: Inst, user: Inst): void => {
    const own = users.get(value);
    if (own) own.push(user);
    else users.set(value, [user]);
  };
  for (const block of cfg.order) {
    for (const inst of block.insts) {
      for (const arg of inst.args) note(arg, inst);
      for (const edge of inst.targets ?? [])
        for (const [i, arg] of edge.args.entries()) note(arg, edge.block.params[i]!);
    }
  }
  return users;
}

/** What a round adds to a double that starts small, if the loop does nothing with it that needs a double. */
function growthIfWorthIt(
  { cfg, dominators }: LoopStructure,
  loop: Loop,
  param: Inst,
  ranges: Ranges,
  trips: Trips,
  users: Users,
): Growth | undefined {
  if (param.type !== 'f64' || isInt32(ranges.of(param))) return undefined;
  const index = cfg.order[loop.header]!.params.indexOf(param);
  const startsSmall = cfg.incoming[loop.header]!.every((edge, e) => {
    if (dominators.dominates(loop.header, cfg.predecessors[loop.header]![e]!)) return true;
    const start = ranges.of(edge.args[index]!);
    return isInt32(start) && start.lo >= -BOUND && start.hi <= BOUND;
  });
  if (!startsSmall) return undefined;
  const growth = trips.growthOf(param, (value) => ranges.of(value));
  if (!growth || growth.most >= BOUND) return undefined;
  return isKeptInteger(cfg.order[loop.header]!, new Set(insideOf(cfg.order, loop)), param, users)
    ? growth
    : undefined;
}

function insideOf(order: readonly Block[], loop: Loop): Inst[] {
  return loop.blocks.flatMap((block) => [...order[block]!.params, ...order[block]!.insts]);
}

const derives: ReadonlySet<Op> = new Set<Op>(['dadd', 'dsub', 'select', 'param']);
const readsInteger: ReadonlySet<Op> = new Set<Op>(['dcmp', 'd2i', 'd2iExact']);

/** Whether all that the loop makes of a parameter are sums, comparisons and conversions. */
function isKeptInteger(header: Block, inside: ReadonlySet<Inst>, param: Inst, users: Users): boolean {
  const seen = new Set<Inst>([param]);
  for (const value of seen) {
    for (const user of users.get(value) ?? []) {
      if (!inside.has(user) || readsInteger.has(user.op)) continue;
      if (!derives.has(user.op) || (user !== param && header.params.includes(user))) return false;
      seen.add(user);
    }
  }
  return true;
}

/** Makes the copy that goes on while the guesses are right; gives its first block. */
function speculate(fn: IrFunction, structure: LoopStructure, loop: Loop, guesses: readonly Guess[]): Block {
  const { cfg, forest, preheaders } = structure;
  const blocks = loop.blocks.map((block) => cfg.order[block]!);
  const [header] = blocks as [Block];
  const map = copyLoop(fn, blocks);
  const fast = map.blocks.get(header)!;
  for (const block of blocks) block.rare = true;
  const preheader = cfg.order[preheaders[forest.loops.indexOf(loop)]!]!;
  for (const edge of terminator(preheader).targets!) if (edge.block === header) edge.block = fast;
  for (const latch of loop.latches) {
    const copy = map.blocks.get(cfg.order[latch]!)!;
    for (const edge of terminator(copy).targets!) {
      if (edge.block === fast)
        guard(
          fn,
          edge,
          { fast, header },
          guesses.map(({ param, growth }) => ({ index: header.params.indexOf(param), growth })),
        );
    }
  }
  joinBehindLoop(fn, blocks, map);
  return fast;
}

/** Lets an edge back to the start lead through the tests of the guesses. */
function guard(
  fn: IrFunction,
  edge: Edge,
  { fast, header }: { fast: Block; header: Block },
  guesses: readonly { readonly index: number; readonly growth: Growth }[],
): void {
  const { args } = edge;
  const slow = rareEntry(fn, { block: header, args: [...args] });
  let at = newBlock(fn);
  edge.block = at;
  edge.args = [];
  const test = (value: Inst, cond: 'le' | 'ge', imm: number): void => {
    const bound = newInst(fn, 'dconst', 'f64', [], undefined, { imm });
    const condition = newInst(fn, 'dcmp', 'i32', [value, bound], undefined, { cond });
    const next = newBlock(fn);
    const targets = [
      { block: next, args: [] },
      { block: slow, args: [] },
    ];
    at.insts.push(bound, condition, newInst(fn, 'branch', 'void', [condition], undefined, { targets }));
    at = next;
  };
  for (const { index, growth } of guesses) {
    if (growth.hi > 0) test(args[index]!, 'le', BOUND);
    if (growth.lo < 0) test(args[index]!, 'ge', -BOUND);
  }
  at.insts.push(newInst(fn, 'jump', 'void', [], undefined, { targets: [{ block: fast, args }] }));
}
