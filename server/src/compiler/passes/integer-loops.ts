// Innermost loops that compute with numbers get a version for integers: each operation in it tests whether its operands
// and its result are integers, and what fails a test goes on with that operation in the loop as it was, which is marked
// rare, to the end of that round. So the version has no calls, and no value in it that may be either.
//
// After narrow-doubles.ts, which leaves the numbers of which nothing is known before the program runs, and before
// integer-paths.ts, for all other places. Best with inverted loops.
import type { Loop } from '../ir/analysis/loops.ts';
import { copyLoop, rareEntry } from '../ir/copy-loop.ts';
import { branchOn, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Edge, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam, terminator } from '../ir/ir.ts';
import { opInfo } from '../ir/ops.ts';
import { type LoopStructure, withPreheaders } from '../ir/preheaders.ts';
import { type Definitions, repairSsa } from '../ir/ssa-repair.ts';
import type { IrType } from '../ir/types.ts';
import { finish, type Sliced } from '../slices.ts';
import { type Compounds, gatherCompounds } from './integers/compounds.ts';
import { keepGeneral } from './integers/general.ts';
import { findFractions, isInteger } from './integers/likely.ts';
import { isWorthIt, PathBuilder, paths } from './integers/paths.ts';

/** Loops of more instructions are not copied. */
const MOST_INSTRUCTIONS = 120;

export function makeIntegerLoops(fn: IrFunction): boolean {
  return finish(makeIntegerLoopsInSlices(fn));
}

/** The same in slices of one loop each: every one of them means a new look at the whole function. */
export function* makeIntegerLoopsInSlices(fn: IrFunction): Sliced<boolean> {
  if (!fn.blocks.some(({ insts }) => insts.some(({ op }) => op in paths))) return false;
  let changed = false;
  const done = new Set<Block>();
  const compounds = gatherCompounds(fn);
  while (versionOne(fn, done, compounds)) {
    changed = true;
    yield;
  }
  return changed;
}

/** @param done headers of loops that were looked at */
function versionOne(fn: IrFunction, done: Set<Block>, compounds: Compounds): boolean {
  const structure = withPreheaders(fn);
  const { loops } = structure.forest;
  if (loops.length === 0) return false;
  const fractions = findFractions(fn);
  for (const loop of loops) {
    const header = structure.cfg.order[loop.header]!;
    if (done.has(header)) continue;
    done.add(header);
    if (header.rare || loops.some(({ parent }) => parent === loop)) continue;
    const version = new Version(fn, structure, loop, fractions, compounds);
    if (!version.isWorthIt()) continue;
    keepGeneral(fn);
    version.make();
    return true;
  }
  return false;
}

/** The integers of numbers that were tested, at one place. */
type Known = Map<Inst, Inst>;

class Version {
  private readonly fn: IrFunction;
  private readonly structure: LoopStructure;
  private readonly fractions: ReadonlySet<Inst>;
  private readonly compounds: Compounds;
  /** The blocks of the loop, in reverse post-order. */
  private readonly blocks: readonly Block[];
  private readonly header: Block;
  private readonly preheader: Block;
  private readonly defined = new Set<Inst>();
  private readonly replacements = new Replacements();
  /** The number that each tested integer is. */
  private readonly held = new Map<Inst, Inst>();
  /** By block of the loop: what is known at its end. */
  private readonly knownAtEnd = new Map<Block, Known>();
  /** Blocks that lead from the middle of the version to the middle of the loop. */
  private readonly exits: Block[] = [];
  /** The edges from the end of the version to its header. */
  private readonly back: Edge[] = [];
  /** The arguments of parameters in the version, other than those of the header. */
  private readonly argsOf = new Map<Inst, Inst[]>();
  /** The block that leads to the version or to the loop. */
  private start!: Block;

  constructor(
    fn: IrFunction,
    structure: LoopStructure,
    loop: Loop,
    fractions: ReadonlySet<Inst>,
    compounds: Compounds,
  ) {
    const { cfg, forest, preheaders } = structure;
    this.fn = fn;
    this.structure = structure;
    this.fractions = fractions;
    this.compounds = compounds;
    this.blocks = [...loop.blocks].sort((a, b) => a - b).map((at) => cfg.order[at]!);
    this.header = cfg.order[loop.header]!;
    this.preheader = cfg.order[preheaders[forest.loops.indexOf(loop)]!]!;
    for (const { params, insts } of this.blocks)
      for (const value of [...params, ...insts]) this.defined.add(value);
  }

  isWorthIt(): boolean {
    const insts = this.blocks.flatMap((block) => block.insts);
    if (insts.filter(({ op }) => opInfo(op).args.length > 0).length > MOST_INSTRUCTIONS) return false;
    return this.blocks.some(
      (block) =>
        !block.rare &&
        block.insts.some((inst) => this.hasPath(inst) && !this.compounds.operandsOf(inst).every(isInteger)),
    );
  }

  private hasPath(inst: Inst): boolean {
    if (this.compounds.get(inst)) return true;
    if (!paths[inst.op] || this.compounds.isInner(inst)) return false;
    return !inst.args.some((arg) => this.fractions.has(arg)) && isWorthIt(inst);
  }

  make(): void {
    const { fn, blocks, header } = this;
    this.start = newBlock(fn);
    // The values of the loop as they are now, and those of the copy, which is the loop from now on.
    const originals = blocks.flatMap((block) => [...block.params, ...block.insts]);
    const map = copyLoop(fn, blocks);
    for (const copy of map.blocks.values()) copy.rare = true;
    const general = map.blocks.get(header)!;
    const operands = new Set(
      blocks.flatMap(({ insts }) =>
        insts.filter((inst) => this.hasPath(inst)).flatMap((inst) => this.compounds.operandsOf(inst)),
      ),
    );
    const chosen = [...header.params.keys()].filter((i) => operands.has(header.params[i]!));
    const numbers = chosen.filter((i) => header.params[i]!.type === 'f64');
    const known = this.begin(general, numbers, [...operands]);
    const conversions = this.takeIntegers(numbers, known);
    for (const block of blocks) {
      const before = block === header ? known : this.knownBefore(block);
      this.rewrite(block, before, map.blocks.get(block)!, map.values);
    }
    header.insts.unshift(...conversions);
    for (const edge of this.back)
      if (!numbers.every((i) => this.isAlwaysInteger(edge.args[i]!))) edge.block = this.start;
    this.repair(originals, general, map.values);
  }

  /**
   * Where each round begins but those of the version that follow one another: what is the same in all rounds, and numbers
   * of the header, are tested, and lead to the version or to the loop. Gives what is known in the version.
   */
  private begin(general: Block, numbers: readonly number[], operands: readonly Inst[]): Known {
    const { fn, header, start } = this;
    const params = header.params.map(({ type }) => newParam(fn, start, type as IrType));
    for (const edge of terminator(this.preheader).targets!) if (edge.block === header) edge.block = start;
    for (const { insts } of fn.blocks)
      for (const edge of insts.at(-1)?.targets ?? []) if (edge.block === general) edge.block = start;
    const slow = rareEntry(fn, { block: general, args: params });
    const known: Known = new Map();
    const same = operands.filter((arg) => arg.type === 'f64' && !this.defined.has(arg));
    let at = start;
    for (const value of [...numbers.map((i) => params[i]!), ...same])
      at = this.testOnce(at, value, slow, known);
    const args = params.map((param, i) => (numbers.includes(i) ? this.numberOf(param, known) : param));
    at.insts.push(jumpTo(fn, { block: header, args }));
    return known;
  }

  /** Goes on, in the block that is given, if the value is an integer. */
  private testOnce(at: Block, value: Inst, slow: Block, known: Known): Block {
    if (isInteger(value) || known.has(value)) return at;
    const { fn } = this;
    const next = newBlock(fn);
    const test = newInst(fn, 'dIsInt', 'i32', [value]);
    at.insts.push(test, branchOn(fn, test, { block: next, args: [] }, { block: slow, args: [] }));
    const integer = newInst(fn, 'dHeldInt', 'i32', [value]);
    next.insts.push(integer);
    known.set(value, integer);
    this.hold(next, known);
    return next;
  }

  /** Lets every integer that is known be a number, too, from the end of a block on. */
  private hold(block: Block, known: Known): void {
    for (const integer of known.values()) {
      if (this.held.has(integer)) continue;
      const number = newInst(this.fn, 'i2d', 'f64', [integer]);
      block.insts.push(number);
      this.held.set(integer, number);
    }
  }

  /** The value, as an integer where it is known to be one. */
  private numberOf(value: Inst, known: Known): Inst {
    const resolved = this.replacements.resolve(value);
    const integer = known.get(resolved);
    return integer ? this.held.get(integer)! : resolved;
  }

  /** Makes numbers that all edges to the header test integers in it; gives what it begins with. */
  private takeIntegers(numbers: readonly number[], known: Known): Inst[] {
    const { fn, header } = this;
    const conversions: Inst[] = [];
    for (const i of numbers) {
      const old = header.params[i]!;
      const param = newParam(fn, header, 'f64');
      header.params.pop();
      header.params[i] = param;
      const integer = newInst(fn, 'dHeldInt', 'i32', [param]);
      const number = newInst(fn, 'i2d', 'f64', [integer]);
      conversions.push(integer, number);
      known.set(param, integer);
      this.held.set(integer, number);
      this.replacements.set(old, number);
    }
    return conversions;
  }

  private knownBefore(block: Block): Known {
    const { cfg, dominators } = this.structure;
    const parent = cfg.order[dominators.parent[cfg.position[block.id]!]!]!;
    return new Map(this.knownAtEnd.get(parent)!);
  }

  /** Gives the operations of a block their paths, which lead to `general`, its copy, where they are left. */
  private rewrite(block: Block, known: Known, general: Block, copies: ReadonlyMap<Inst, Inst>): void {
    const { fn, replacements } = this;
    const insts = block.insts;
    let current = block;
    let rest = general;
    block.insts = [];
    for (const inst of insts) {
      if (!block.rare && this.compounds.isInner(inst)) continue;
      const compound = this.compounds.get(inst);
      const path = block.rare || !this.hasPath(inst) ? undefined : (compound?.path ?? paths[inst.op]);
      if (path) {
        rest = splitBefore(fn, rest, copies.get(compound?.inner[0] ?? inst)!);
        const exit = rareEntry(fn, { block: rest, args: [] });
        this.exits.push(exit);
        const to = new PathBuilder(fn, current, exit, inst, replacements, known);
        replacements.set(inst, path(to, inst));
        current = to.block;
        this.hold(current, known);
      } else {
        this.resolve(inst, known);
        current.insts.push(inst);
      }
    }
    this.knownAtEnd.set(block, known);
  }

  private resolve(inst: Inst, known: Known): void {
    inst.args = inst.args.map((arg) => this.numberOf(arg, known));
    for (const edge of inst.targets ?? []) {
      edge.args = edge.args.map((arg) => this.numberOf(arg, known));
      if (edge.block === this.header) this.back.push(edge);
      else for (const [i, param] of edge.block.params.entries()) this.noteArg(param, edge.args[i]!);
    }
  }

  private noteArg(param: Inst, arg: Inst): void {
    const args = this.argsOf.get(param);
    if (args) args.push(arg);
    else this.argsOf.set(param, [arg]);
  }

  /** Whether a value of the version is an integer wherever control comes from. */
  private isAlwaysInteger(value: Inst): boolean {
    if (isInteger(value)) return true;
    const args = this.argsOf.get(value);
    return args?.every((arg) => this.isAlwaysInteger(arg)) ?? false;
  }

  /** Lets uses in the loop and behind it have the value of where control came from. */
  private repair(originals: readonly Inst[], general: Block, copies: ReadonlyMap<Inst, Inst>): void {
    const { fn, exits } = this;
    const home = new Map<Inst, Block>();
    for (const block of fn.blocks)
      for (const value of [...block.params, ...block.insts]) home.set(value, block);
    const behind = new Map<Inst, Definitions>();
    const inside = new Map<Inst, Definitions>();
    for (const original of originals) {
      // What is done with another operation is nothing by itself.
      if (original.type === 'void' || this.compounds.isInner(original)) continue;
      const copy = copies.get(original)!;
      const own: [Block, Inst] = [home.get(copy)!, copy];
      const value = this.replacements.resolve(original);
      behind.set(original, new Map([[home.get(value)!, value], own]));
      inside.set(copy, new Map([...exits.map((exit): [Block, Inst] => [exit, value]), own]));
    }
    // First as if the version were left for the start of the loop alone: what comes of that then has one name.
    const edges = exits.map((exit) => terminator(exit).targets![0]!);
    const targets = edges.map(({ block }) => block);
    const between = rareEntry(fn, { block: general, args: [...this.start.params] });
    for (const edge of edges) edge.block = between;
    repairSsa(fn, behind);
    for (const [i, edge] of edges.entries()) edge.block = targets[i]!;
    fn.blocks.splice(fn.blocks.indexOf(between), 1);
    repairSsa(fn, inside);
  }
}

/** Ends a block before one of its instructions; gives the block that begins with it. */
function splitBefore(fn: IrFunction, block: Block, inst: Inst): Block {
  const rest = newBlock(fn);
  if (block.rare) rest.rare = true;
  rest.insts = block.insts.splice(block.insts.indexOf(inst));
  block.insts.push(jumpTo(fn, { block: rest, args: [] }));
  return rest;
}
