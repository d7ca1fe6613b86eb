// Global value numbering, scoped by the dominator tree: an instruction whose value was computed on every way
// here is replaced by that value. That includes loads of memory that was not written since (or whose stored
// value is known), checks that were made already, and what the branches taken on the way here tell: inside
// `if (x === 3)`, x is 3 and `x !== 3` is 0. Needs commutative operands in the order that fold.ts leaves.

import type { HelperName } from '../abi/helpers.ts';
import { ARRAY_LENGTH, OBJECT_CLASS } from '../abi/objects.ts';
import { isBoolean, survivesStore } from '../ir/analysis/bits.ts';
import type { Cfg } from '../ir/analysis/cfg.ts';
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import type { Dominators } from '../ir/analysis/dominators.ts';
import { buildDominators, onlyEntry } from '../ir/analysis/dominators.ts';
import { isPure, onlyReads } from '../ir/analysis/effects.ts';
import { MemoryVersions } from '../ir/analysis/memory-versions.ts';
import { exchangeFloat, exchangeInt, negateFloat, negateInt } from '../ir/conditions.ts';
import type { AliasClass, Inst, IrFunction } from '../ir/ir.ts';
import { newInst, terminator } from '../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';

export function numberValues(fn: IrFunction): boolean {
  return new Numbering(fn).run();
}

/** A computation, and the value that it is known to have. */
class Entry {
  readonly op: Op;
  readonly args: readonly Inst[];
  readonly cond: Inst['cond'];
  readonly imm: number | undefined;
  readonly symbol: string | undefined;
  /** Version of the memory that it reads. */
  readonly version: number;
  readonly hash: number;
  value: Inst | undefined = undefined;
  /** The entry made before it with the same hash. */
  next: Entry | undefined = undefined;

  constructor(
    op: Op,
    args: readonly Inst[],
    cond: Inst['cond'],
    imm: number | undefined,
    symbol: string | undefined,
    version: number,
  ) {
    this.op = op;
    this.args = args;
    this.cond = cond;
    this.imm = imm;
    this.symbol = symbol;
    this.version = version;
    let hash = op.charCodeAt(0) * 31 + op.charCodeAt(op.length - 1) + op.length * 1024;
    for (let i = 0; i < args.length; i++) hash = Math.imul(hash, 0x01000193) ^ args[i]!.id;
    if (imm) hash = Math.imul(hash, 0x01000193) ^ (imm * 16);
    if (symbol) hash = Math.imul(hash, 0x01000193) ^ symbol.charCodeAt(symbol.length - 1);
    this.hash = (hash ^ (hash >>> 13)) & BUCKET_MASK;
  }

  equals(other: Entry): boolean {
    const { args } = this;
    if (this.op !== other.op || this.cond !== other.cond || this.version !== other.version) return false;
    if (this.symbol !== other.symbol || args.length !== other.args.length) return false;
    for (let i = 0; i < args.length; i++) if (args[i] !== other.args[i]) return false;
    return Object.is(this.imm, other.imm);
  }
}

const BUCKET_MASK = 255;

class Numbering {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private readonly memory: MemoryVersions;
  private readonly table = new Array<Entry | undefined>(BUCKET_MASK + 1).fill(undefined);
  /** Entries in the order in which they were made: leaving a scope removes them. */
  private readonly made: Entry[] = [];
  /** By id: what stands for a value, permanently or in the current scope. */
  private readonly leaders: (Inst | undefined)[];
  private readonly scoped: { readonly value: Inst; readonly before: Inst | undefined }[] = [];
  /** Truth values that are known and perhaps never needed; placed in a block when they are. */
  private readonly known1: Inst;
  private readonly known0: Inst;
  private out: Inst[] = [];
  private changed = false;

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.known1 = newInst(fn, 'iconst', 'i32', [], undefined, { imm: 1 });
    this.known0 = newInst(fn, 'iconst', 'i32', [], undefined, { imm: 0 });
    this.cfg = buildCfg(fn);
    this.changed = removeUnreachableBlocks(fn, this.cfg);
    this.dominators = buildDominators(this.cfg);
    this.memory = new MemoryVersions(this.cfg);
    this.leaders = new Array<Inst | undefined>(fn.nextId);
  }

  run(): boolean {
    const { children } = this.dominators;
    // Depth first; a negative number leaves the scopes of its block.
    const work: { block: number; made: number; scoped: number; leave: boolean }[] = [
      { block: 0, made: 0, scoped: 0, leave: false },
    ];
    for (let step = work.pop(); step; step = work.pop()) {
      if (step.leave) {
        this.leave(step.made, step.scoped);
        continue;
      }
      work.push({ ...step, made: this.made.length, scoped: this.scoped.length, leave: true });
      this.block(step.block);
      for (const child of children[step.block]!)
        work.push({ block: child, made: 0, scoped: 0, leave: false });
    }
    return this.changed;
  }

  private leave(made: number, scoped: number): void {
    while (this.made.length > made) {
      const entry = this.made.pop()!;
      this.table[entry.hash] = entry.next;
    }
    while (this.scoped.length > scoped) {
      const { value, before } = this.scoped.pop()!;
      this.leaders[value.id] = before;
    }
  }

  private block(b: number): void {
    const block = this.cfg.order[b]!;
    const before = block.insts;
    this.out = [];
    this.branchFacts(b);
    this.memory.enter(b);
    for (const inst of before) {
      this.resolveArgs(inst);
      const entry = this.reusable(inst);
      const value = entry ? this.find(entry) : this.isRedundant(inst) ? inst : undefined;
      if (!value) {
        this.out.push(inst);
        if (entry) this.enter(entry, inst);
        this.learn(inst);
      } else {
        if (value !== inst) this.leaders[inst.id] = value;
        // A store of what memory holds already goes, but for the analysis it made a new state.
        if (inst.op === 'store') this.learn(inst);
        this.changed = true;
      }
      this.memory.pass(inst);
    }
    block.insts = this.out;
  }

  private resolve(value: Inst): Inst {
    let result = value;
    for (let next = this.leaders[result.id]; next; next = this.leaders[result.id]) result = next;
    return result;
  }

  private resolveArgs(inst: Inst): void {
    const resolveAll = (args: Inst[]): void => {
      for (let i = 0; i < args.length; i++) {
        const arg = this.resolve(args[i]!);
        if (arg === args[i]) continue;
        args[i] = arg === this.known1 || arg === this.known0 ? this.place(arg) : arg;
        this.changed = true;
      }
    };
    resolveAll(inst.args);
    if (inst.targets) for (const edge of inst.targets) resolveAll(edge.args);
  }

  /** A truth value as a constant of this block, or of one before. */
  private place(known: Inst): Inst {
    const entry = new Entry('iconst', [], undefined, known.imm, undefined, 0);
    const placed = this.find(entry);
    if (placed) return placed;
    const inst = newInst(this.fn, 'iconst', 'i32', [], undefined, { imm: known.imm! });
    this.out.push(inst);
    this.enter(entry, inst);
    return inst;
  }

  /** True for a check or store that does nothing. */
  private isRedundant(inst: Inst): boolean {
    switch (inst.op) {
      case 'bounds': {
        const [index, length] = inst.args as [Inst, Inst];
        const inside = this.find(comparison('icmp', 'ult', index, length));
        return inside?.op === 'iconst' && inside.imm !== 0;
      }
      case 'check': {
        const [condition] = inst.args as [Inst];
        return condition.op === 'iconst' && condition.imm !== 0;
      }
      case 'store':
        if (inst.alias === 'mmio') return false;
        return this.find(access(inst, inst.args.slice(1), this.memory.of(inst.alias!))) === inst.args[0];
      default:
        return false;
    }
  }

  /** The entry for a computation that gives the same value when repeated here. */
  private reusable(inst: Inst): Entry | undefined {
    if (isPure(inst) || inst.op === 'd2iExact') return computation(inst, 0);
    if (inst.op === 'load' && inst.alias !== 'mmio') {
      return access(inst, inst.args.slice(), this.memory.of(inst.alias!));
    }
    if (onlyReads(inst)) return computation(inst, this.memory.ofAll());
    return undefined;
  }

  /** Records what an instruction that stays tells besides its value. */
  private learn(inst: Inst): void {
    switch (inst.op) {
      case 'bounds':
        this.assume(comparison('icmp', 'ult', inst.args[0]!, inst.args[1]!), true);
        return;
      case 'check':
        if (isBoolean(inst.args[0]!)) this.assumeValue(inst.args[0]!, true);
        return;
      case 'store':
        if (inst.alias !== 'mmio' && survivesStore(inst)) {
          this.enter(access(inst, inst.args.slice(1), inst.id), inst.args[0]!);
        }
        return;
      case 'helper':
        this.learnOfNewObject(inst);
    }
  }

  /** A new array has the length that was asked for (or the helper raised a trap), a new object its class. */
  private learnOfNewObject(object: Inst): void {
    switch (object.symbol as HelperName) {
      case 'gn_array_empty':
        this.enterWord(object, ARRAY_LENGTH, 'length', this.known0);
        return;
      case 'gn_array_new':
        this.enterWord(object, ARRAY_LENGTH, 'length', object.args[1]!);
        return;
      case 'gn_new':
        this.enterWord(object, OBJECT_CLASS, 'field.#class', object.args[1]!);
    }
  }

  private enterWord(object: Inst, offset: number, alias: AliasClass, value: Inst): void {
    const version = this.memory.ofAny(alias);
    if (version === undefined) return;
    this.enter(new Entry('load', [object], undefined, offset, 'i32', version), value);
  }

  /** What the branch tells that is the only way into the block, or the loop that it heads. */
  private branchFacts(b: number): void {
    const e = onlyEntry(this.cfg, this.dominators, b);
    if (e < 0) return;
    const branch = terminator(this.cfg.order[this.cfg.predecessors[b]![e]!]!);
    if (branch.op !== 'branch' || branch.targets![0]!.block === branch.targets![1]!.block) return;
    this.assumeValue(branch.args[0]!, branch.targets![0] === this.cfg.incoming[b]![e]);
  }

  /** The condition is nonzero, or zero, from here on. */
  private assumeValue(condition: Inst, holds: boolean): void {
    if (condition.op === 'iconst') return;
    if (!holds || isBoolean(condition)) this.replaceInScope(condition, holds ? this.known1 : this.known0);
    const [a, b] = condition.args;
    switch (condition.op) {
      case 'icmp':
      case 'rcmp':
      case 'fcmp':
      case 'dcmp':
        this.assume(comparison(condition.op, condition.cond!, a!, b!), holds);
    }
  }

  private assume(entry: Entry, holds: boolean): void {
    const { op, args, cond } = entry;
    this.enter(entry, holds ? this.known1 : this.known0);
    const negated = new Entry(op, args, negate(op, cond!), undefined, undefined, 0);
    this.enter(negated, holds ? this.known0 : this.known1);
    const equal = (cond === 'eq' && holds) || (cond === 'ne' && !holds);
    if (!equal) return;
    const [a, b] = args as [Inst, Inst];
    // 0 and -0 are equal and not the same.
    const isConstant = (x: Inst): boolean =>
      x.op === 'iconst' || x.op === 'null' || ((x.op === 'fconst' || x.op === 'dconst') && x.imm !== 0);
    if (isConstant(a) === isConstant(b)) return;
    if (isConstant(b)) this.replaceInScope(a, b);
    else this.replaceInScope(b, a);
  }

  private replaceInScope(value: Inst, replacement: Inst): void {
    if (value === replacement) return;
    this.scoped.push({ value, before: this.leaders[value.id] });
    this.leaders[value.id] = replacement;
  }

  private find(key: Entry): Inst | undefined {
    for (let entry = this.table[key.hash]; entry; entry = entry.next) {
      if (entry.equals(key)) return this.resolve(entry.value!);
    }
    return undefined;
  }

  private enter(entry: Entry, value: Inst): void {
    entry.value = value;
    entry.next = this.table[entry.hash];
    this.table[entry.hash] = entry;
    this.made.push(entry);
  }
}

function computation(inst: Inst, version: number): Entry {
  switch (inst.op) {
    case 'icmp':
    case 'rcmp':
    case 'fcmp':
    case 'dcmp':
      return comparison(inst.op, inst.cond!, inst.args[0]!, inst.args[1]!);
    default: {
      const [a, b] = inst.args;
      const args = opInfo(inst.op).commutative && a!.id > b!.id ? [b!, a!] : inst.args.slice();
      return new Entry(inst.op, args, undefined, inst.imm, inst.symbol, version);
    }
  }
}

/** Comparisons are known by their operands in the order of ids. */
function comparison(op: Op, cond: NonNullable<Inst['cond']>, a: Inst, b: Inst): Entry {
  if (a.id <= b.id) return new Entry(op, [a, b], cond, undefined, undefined, 0);
  return new Entry(op, [b, a], op === 'rcmp' ? cond : exchange(op, cond), undefined, undefined, 0);
}

function exchange(op: Op, cond: NonNullable<Inst['cond']>): NonNullable<Inst['cond']> {
  return op === 'icmp' ? exchangeInt(cond as IntCondition) : exchangeFloat(cond as FloatCondition);
}

function negate(op: Op, cond: NonNullable<Inst['cond']>): NonNullable<Inst['cond']> {
  if (op === 'icmp' || op === 'rcmp') return negateInt(cond as IntCondition);
  return negateFloat(cond as FloatCondition);
}

/** What a load reads, or would read after a store: where and how, not of which alias class. */
function access(inst: Inst, address: readonly Inst[], version: number): Entry {
  return new Entry('load', address, undefined, inst.imm, inst.memory, version);
}
