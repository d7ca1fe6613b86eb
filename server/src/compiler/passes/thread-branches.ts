// Jump threading: where ways meet before a test that some of them have already made, or make needless by what they pass,
// those go on where the test leads. So a condition that was computed as a value, as by a method that was inlined, is
// tested once; `a ? x : null` needs no test for null behind it where it is null; and the unit behind the end of a text, NaN,
// is not compared with anything.
import { buildCfg, type Cfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { constantOf, countUses, splitEdge } from '../ir/edit.ts';
import { compareFloats, compareInts } from '../ir/evaluate.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, terminator } from '../ir/ir.ts';
import type { FloatCondition, IntCondition } from '../ir/ops.ts';
import type { Definitions } from '../ir/ssa-repair.ts';
import { repairSsa } from '../ir/ssa-repair.ts';

/** How many tests on the way to an edge are looked at. */
const MAX_FACTS = 8;
/** Each round leaves fewer, and few functions have a third. */
const MAX_ROUNDS = 16;

export function threadBranches(fn: IrFunction): boolean {
  // What is threaded may lead to the next test.
  for (let round = 0; round < MAX_ROUNDS; round++) if (!threadOnce(fn)) return round > 0;
  return true;
}

/** A block that does nothing but test something, and what is known of the outcome on some ways to it. */
interface Join {
  readonly block: Block;
  /** A comparison in the block, if the branch is not on a value that is there before. */
  readonly comparison: Inst | undefined;
}

function threadOnce(fn: IrFunction): boolean {
  const joins = fn.blocks.flatMap((block) => joinOf(block) ?? []);
  if (joins.length === 0) return false;
  const cfg = buildCfg(fn);
  const uses = countUses(fn);
  const touched = new Set<Block>();
  const values = new Map<Inst, Map<Block, Inst>>();
  const passed = new Set<Inst>();
  let changed = false;
  for (const join of joins) {
    const { block } = join;
    const at = cfg.position[block.id]!;
    if (at <= 0) continue;
    const sources = cfg.predecessors[at]!;
    // The first block of a loop stays: what leads there from inside would make loops of its own.
    if (sources.length < 2 || sources.some((from) => from >= at)) continue;
    const near = [block, ...sources.map((from) => cfg.order[from]!), ...targetsOf(block)];
    if (near.some((each) => touched.has(each))) continue;
    // What this round gives more definitions is no definition of something else: the next one sees it as it is then.
    const own = [...block.params, ...block.insts.slice(0, -1)];
    const given = cfg.incoming[at]!.flatMap(({ args }) => args);
    if (given.some((value) => values.has(value)) || own.some((value) => passed.has(value))) continue;
    const made = new Map<Block, ReadonlyMap<Inst, Inst>>();
    cfg.incoming[at]!.forEach((edge, e) => {
      const source = cfg.order[sources[e]!]!;
      const outcome = outcomeOf(join, edge, factsOn(cfg, source, edge));
      if (outcome !== undefined) {
        const way = splitEdge(fn, edge);
        made.set(way, goOn(fn, join, way, outcome));
      } else if (testsHere(join, edge, source, uses)) {
        made.set(source, testIn(fn, join, source, edge));
      }
    });
    if (made.size === 0) continue;
    changed = true;
    for (const each of near) touched.add(each);
    for (const value of given) passed.add(value);
    for (const value of own) {
      const definitions = new Map([[block, value]]);
      for (const [way, copies] of made) definitions.set(way, copies.get(value)!);
      values.set(value, definitions);
    }
  }
  if (!changed) return false;
  repairSsa(fn, values as Map<Inst, Definitions>);
  removeUnreachableBlocks(fn);
  return true;
}

function targetsOf(block: Block): Block[] {
  return terminator(block).targets!.map((edge) => edge.block);
}

function joinOf(block: Block): Join | undefined {
  const { insts } = block;
  const branch = insts[insts.length - 1]!;
  // A rare block tells that what comes next is rare.
  if (branch.op !== 'branch' || block.rare || insts.length > 4) return undefined;
  let comparison: Inst | undefined;
  for (const inst of insts.slice(0, -1)) {
    if (inst.op === 'null' || constantOf(inst) !== undefined) continue;
    if (comparison || !isComparison(inst)) return undefined;
    comparison = inst;
  }
  if (comparison && branch.args[0] !== comparison) return undefined;
  return { block, comparison };
}

function isComparison({ op }: Inst): boolean {
  return op === 'icmp' || op === 'rcmp' || op === 'fcmp' || op === 'dcmp';
}

/** What was tested on the way to a place: a condition, and whether it holds. */
interface Fact {
  readonly condition: Inst;
  readonly holds: boolean;
}

/** The tests that an edge, and what only leads there, have passed. */
function factsOn(cfg: Cfg, source: Block, edge: Edge): Fact[] {
  const facts: Fact[] = [];
  let from = source;
  let to = edge;
  for (let i = 0; i < MAX_FACTS; i++) {
    const last = terminator(from);
    if (last.op === 'branch') facts.push({ condition: last.args[0]!, holds: last.targets![0] === to });
    const at = cfg.position[from.id]!;
    if (cfg.incoming[at]!.length !== 1) break;
    to = cfg.incoming[at]![0]!;
    from = cfg.order[cfg.predecessors[at]![0]!]!;
  }
  return facts;
}

/** Whether the branch of a join goes its first way, if that is known for one that comes by an edge. */
function outcomeOf(join: Join, edge: Edge, facts: readonly Fact[]): boolean | undefined {
  const { block, comparison } = join;
  const passed = (value: Inst): Inst => {
    const index = block.params.indexOf(value);
    return index < 0 ? value : edge.args[index]!;
  };
  if (!comparison) return truthOf(passed(terminator(block).args[0]!), facts);
  const [a, b] = comparison.args.map(passed) as [Inst, Inst];
  const known = (value: Inst): number | undefined => (value.op === 'null' ? 0 : constantOf(value));
  const [left, right] = [known(a), known(b)];
  const { cond } = comparison;
  const isFloat = comparison.op === 'fcmp' || comparison.op === 'dcmp';
  if (isFloat && (Number.isNaN(left) || Number.isNaN(right)))
    return compareFloats(cond as FloatCondition, Number.NaN, 0);
  if (left !== undefined && right !== undefined) {
    return isFloat
      ? compareFloats(cond as FloatCondition, left, right)
      : compareInts(cond as IntCondition, left, right);
  }
  for (const { condition, holds } of facts) {
    const { op, args } = condition;
    if (op === comparison.op && condition.cond === cond && args[0] === a && args[1] === b) return holds;
  }
  if (isFloat || right !== 0 || (cond !== 'eq' && cond !== 'ne')) return undefined;
  const truth = truthOf(a, facts);
  return truth === undefined ? undefined : truth === (cond === 'ne');
}

/** Whether an integer is nonzero, or a reference none to nothing. */
function truthOf(value: Inst, facts: readonly Fact[]): boolean | undefined {
  if (value.op === 'null') return false;
  const constant = constantOf(value);
  if (constant !== undefined) return constant !== 0;
  for (const { condition, holds } of facts) {
    if (condition === value) return holds;
    if (zeroTested(condition) === value) return holds === (condition.cond === 'ne');
  }
  const tested = zeroTested(value);
  const truth = tested && truthOf(tested, facts);
  return truth === undefined ? undefined : truth === (value.cond === 'ne');
}

/** What a comparison compares with zero or null for being equal or not. */
function zeroTested({ op, args, cond }: Inst): Inst | undefined {
  if ((op !== 'icmp' && op !== 'rcmp') || (cond !== 'eq' && cond !== 'ne')) return undefined;
  const [value, zero] = args as [Inst, Inst];
  return zero.op === 'null' || (zero.op === 'iconst' && zero.imm === 0) ? value : undefined;
}

/** Lets a block on an edge to a join go on as the test's outcome says; returns what the join's values are there. */
function goOn(fn: IrFunction, { block, comparison }: Join, way: Block, outcome: boolean): Map<Inst, Inst> {
  const jump = terminator(way);
  const copies = new Map(block.params.map((param, i) => [param, jump.targets![0]!.args[i]!]));
  for (const inst of block.insts.slice(0, -1)) {
    const copy =
      inst === comparison
        ? newInst(fn, 'iconst', 'i32', [], inst.position, { imm: outcome ? 1 : 0 })
        : newInst(fn, inst.op, inst.type, [], inst.position, inst.imm === undefined ? {} : { imm: inst.imm });
    way.insts.splice(-1, 0, copy);
    copies.set(inst, copy);
  }
  jump.targets = [copyOf(terminator(block).targets![outcome ? 0 : 1]!, copies)];
  return copies;
}

/** True if a block compares something only to pass the result on to a join's branch. */
function testsHere({ block, comparison }: Join, edge: Edge, source: Block, uses: Int32Array): boolean {
  if (comparison || block.insts.length > 1 || terminator(source).op !== 'jump') return false;
  const index = block.params.indexOf(terminator(block).args[0]!);
  if (index < 0) return false;
  const condition = edge.args[index]!;
  const [yes, no] = targetsOf(block);
  return (
    isComparison(condition) && uses[condition.id] === 1 && source.insts.includes(condition) && yes !== no
  );
}

/** Puts the branch of a join in the place of a jump there; returns what the join's values are there. */
function testIn(fn: IrFunction, { block }: Join, source: Block, edge: Edge): Map<Inst, Inst> {
  const copies = new Map(block.params.map((param, i) => [param, edge.args[i]!]));
  const branch = terminator(block);
  const [condition] = branch.args as [Inst];
  const targets = branch.targets!.map((target) => copyOf(target, copies));
  source.insts[source.insts.length - 1] = newInst(
    fn,
    'branch',
    'void',
    [copies.get(condition)!],
    branch.position,
    {
      targets,
    },
  );
  return copies;
}

function copyOf({ block, args }: Edge, copies: ReadonlyMap<Inst, Inst>): Edge {
  return { block, args: args.map((arg) => copies.get(arg) ?? arg) };
}
