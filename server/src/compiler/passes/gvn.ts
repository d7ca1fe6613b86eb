// Global value numbering, scoped by the dominator tree: an instruction whose value was computed on every way
// here is replaced by that value. That includes loads of memory that was not written since (or whose stored
// value is known), checks that were made already, and what the branches taken on the way here tell: inside
// `if (x === 3)`, x is 3 and `x !== 3` is 0. Needs commutative operands in the order that fold.ts leaves.

import type { HelperName } from '../abi/helpers.ts';
import { helpers } from '../abi/helpers.ts';
import { ARRAY_LENGTH } from '../abi/objects.ts';
import { isBoolean, possibleBits } from '../ir/analysis/bits.ts';
import type { Cfg } from '../ir/analysis/cfg.ts';
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import type { Dominators } from '../ir/analysis/dominators.ts';
import { buildDominators, onlyEntry } from '../ir/analysis/dominators.ts';
import { isPure } from '../ir/analysis/effects.ts';
import { MemoryVersions } from '../ir/analysis/memory-versions.ts';
import { exchangeFloat, exchangeInt, negateFloat, negateInt } from '../ir/conditions.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst, terminator } from '../ir/ir.ts';
import type { FloatCondition, IntCondition, Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';

export function numberValues(fn: IrFunction): boolean {
  return new Numbering(fn).run();
}

/** A computation, and the value that it is known to have. */
interface Entry {
  readonly op: Op;
  readonly args: readonly Inst[];
  readonly cond: Inst['cond'];
  readonly imm: number | undefined;
  readonly symbol: string | undefined;
  /** Version of the memory that it reads. */
  readonly version: number;
  readonly value: Inst;
  /** The entry before it with the same hash. */
  readonly next: Entry | undefined;
}

type Key = Omit<Entry, 'value' | 'next'>;

class Numbering {
  private readonly fn: IrFunction;
  private readonly cfg: Cfg;
  private readonly dominators: Dominators;
  private readonly memory: MemoryVersions;
  private readonly table = new Map<number, Entry | undefined>();
  /** Hashes of entries, in the order in which they were made: leaving a scope removes them. */
  private readonly made: number[] = [];
  /** By id: what stands for a value, permanently or in the current scope. */
  private readonly leaders: (Inst | undefined)[] = [];
  private readonly scoped: { readonly value: Inst; readonly before: Inst | undefined }[] = [];
  private changed = false;

  constructor(fn: IrFunction) {
    this.fn = fn;
    this.cfg = buildCfg(fn);
    this.changed = removeUnreachableBlocks(fn, this.cfg);
    this.dominators = buildDominators(this.cfg);
    this.memory = new MemoryVersions(this.cfg);
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
      const hash = this.made.pop()!;
      this.table.set(hash, this.table.get(hash)!.next);
    }
    while (this.scoped.length > scoped) {
      const { value, before } = this.scoped.pop()!;
      this.leaders[value.id] = before;
    }
  }

  private block(b: number): void {
    const block = this.cfg.order[b]!;
    const before = block.insts;
    block.insts = [];
    this.branchFacts(b, block.insts);
    this.memory.enter(b);
    for (const inst of before) {
      this.resolveArgs(inst);
      const value = this.known(inst);
      if (value === undefined) {
        block.insts.push(inst);
        this.learn(inst, block.insts);
      } else {
        if (value) this.leaders[inst.id] = value;
        // A store of what memory holds already goes, but for the analysis it made a new state.
        if (inst.op === 'store') this.learn(inst, block.insts);
        this.changed = true;
      }
      this.memory.pass(inst);
    }
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
        args[i] = arg;
        this.changed = true;
      }
    };
    resolveAll(inst.args);
    if (inst.targets) for (const edge of inst.targets) resolveAll(edge.args);
  }

  /** The value that the instruction has; null if it has none and can go; undefined if it must stay. */
  private known(inst: Inst): Inst | null | undefined {
    switch (inst.op) {
      case 'bounds': {
        const [index, length] = inst.args as [Inst, Inst];
        if (this.find(keyOf(inst, 0))) return null;
        const inside = this.find(comparison('icmp', 'ult', index, length));
        return inside?.op === 'iconst' && inside.imm !== 0 ? null : undefined;
      }
      case 'check': {
        const [condition] = inst.args as [Inst];
        return condition.op === 'iconst' && condition.imm !== 0 ? null : undefined;
      }
      case 'store': {
        if (inst.alias === 'mmio') return undefined;
        const held = this.find(accessKey(inst, inst.args.slice(1), this.memory.of(inst.alias!)));
        return held === inst.args[0] ? null : undefined;
      }
      default: {
        const key = this.reusable(inst);
        return key && this.find(key);
      }
    }
  }

  /** The key of a computation that gives the same value when repeated here. */
  private reusable(inst: Inst): Key | undefined {
    if (isPure(inst) || inst.op === 'd2iExact') return keyOf(inst, 0);
    if (inst.op === 'load' && inst.alias !== 'mmio')
      return accessKey(inst, inst.args, this.memory.of(inst.alias!));
    if (inst.op === 'helper' && helpers[inst.symbol as HelperName].effect === 'read') {
      return keyOf(inst, this.memory.ofAll());
    }
    return undefined;
  }

  /** Records what an instruction that stays tells. */
  private learn(inst: Inst, out: Inst[]): void {
    switch (inst.op) {
      case 'bounds':
        this.enter(keyOf(inst, 0), inst);
        this.assume(comparison('icmp', 'ult', inst.args[0]!, inst.args[1]!), true, out);
        return;
      case 'check':
        if (isBoolean(inst.args[0]!)) this.assumeValue(inst.args[0]!, true, out);
        return;
      case 'store':
        if (inst.alias !== 'mmio' && survivesStore(inst)) {
          this.enter(accessKey(inst, inst.args.slice(1), inst.id), inst.args[0]!);
        }
        return;
      default: {
        if (inst.symbol === 'gn_array_new') this.learnLength(inst);
        const key = this.reusable(inst);
        if (key) this.enter(key, inst);
      }
    }
  }

  /** A new array has the length that was asked for (or the helper raised a trap). */
  private learnLength(array: Inst): void {
    const version = this.memory.ofLengths();
    if (version === undefined) return;
    const key: Key = {
      op: 'load',
      args: [array],
      cond: undefined,
      imm: ARRAY_LENGTH,
      symbol: 'i32',
      version,
    };
    this.enter(key, array.args[1]!);
  }

  /** What the branch tells that is the only way into the block, or the loop that it heads. */
  private branchFacts(b: number, out: Inst[]): void {
    const e = onlyEntry(this.cfg, this.dominators, b);
    if (e < 0) return;
    const branch = terminator(this.cfg.order[this.cfg.predecessors[b]![e]!]!);
    if (branch.op !== 'branch' || branch.targets![0]!.block === branch.targets![1]!.block) return;
    this.assumeValue(branch.args[0]!, branch.targets![0] === this.cfg.incoming[b]![e], out);
  }

  /** The condition is nonzero, or zero, from here on. */
  private assumeValue(condition: Inst, holds: boolean, out: Inst[]): void {
    if (condition.op === 'iconst') return;
    if (!holds || isBoolean(condition)) this.replaceInScope(condition, this.flag(holds, out));
    const [a, b] = condition.args;
    switch (condition.op) {
      case 'icmp':
      case 'rcmp':
      case 'fcmp':
      case 'dcmp':
        this.assume(comparison(condition.op, condition.cond!, a!, b!), holds, out);
    }
  }

  private assume(key: Key, holds: boolean, out: Inst[]): void {
    const negated = { ...key, cond: negate(key) };
    this.enter(key, this.flag(holds, out));
    this.enter(negated, this.flag(!holds, out));
    const equal = (key.cond === 'eq' && holds) || (key.cond === 'ne' && !holds);
    if (!equal) return;
    const [a, b] = key.args as [Inst, Inst];
    // 0 and -0 are equal and not the same.
    const isConstant = (x: Inst): boolean =>
      x.op === 'iconst' || x.op === 'null' || ((x.op === 'fconst' || x.op === 'dconst') && x.imm !== 0);
    if (isConstant(a) === isConstant(b)) return;
    if (isConstant(b)) this.replaceInScope(a, b);
    else this.replaceInScope(b, a);
  }

  private flag(value: boolean, out: Inst[]): Inst {
    const key: Key = {
      op: 'iconst',
      args: [],
      cond: undefined,
      imm: value ? 1 : 0,
      symbol: undefined,
      version: 0,
    };
    const known = this.find(key);
    if (known) return known;
    const inst = newInst(this.fn, 'iconst', 'i32', [], undefined, { imm: value ? 1 : 0 });
    out.push(inst);
    this.enter(key, inst);
    return inst;
  }

  private replaceInScope(value: Inst, replacement: Inst): void {
    if (value === replacement) return;
    this.scoped.push({ value, before: this.leaders[value.id] });
    this.leaders[value.id] = replacement;
  }

  private find(key: Key): Inst | undefined {
    for (let entry = this.table.get(hashOf(key)); entry; entry = entry.next) {
      if (equalKeys(entry, key)) return this.resolve(entry.value);
    }
    return undefined;
  }

  private enter(key: Key, value: Inst): void {
    const hash = hashOf(key);
    this.table.set(hash, { ...key, value, next: this.table.get(hash) });
    this.made.push(hash);
  }
}

function keyOf(inst: Inst, version: number): Key {
  switch (inst.op) {
    case 'icmp':
    case 'rcmp':
    case 'fcmp':
    case 'dcmp':
      return comparison(inst.op, inst.cond!, inst.args[0]!, inst.args[1]!);
    default: {
      const [a, b] = inst.args;
      const args = opInfo(inst.op).commutative && a!.id > b!.id ? [b!, a!] : inst.args.slice();
      return { op: inst.op, args, cond: undefined, imm: inst.imm, symbol: inst.symbol, version };
    }
  }
}

/** Comparisons are known by their operands in the order of ids. */
function comparison(op: Op, cond: NonNullable<Inst['cond']>, a: Inst, b: Inst): Key {
  const ordered = a.id <= b.id;
  return {
    op,
    args: ordered ? [a, b] : [b, a],
    cond: ordered || op === 'rcmp' ? cond : exchange(op, cond),
    imm: undefined,
    symbol: undefined,
    version: 0,
  };
}

function exchange(op: Op, cond: NonNullable<Inst['cond']>): NonNullable<Inst['cond']> {
  return op === 'icmp' ? exchangeInt(cond as IntCondition) : exchangeFloat(cond as FloatCondition);
}

function negate(key: Key): NonNullable<Inst['cond']> {
  if (key.op === 'icmp' || key.op === 'rcmp') return negateInt(key.cond as IntCondition);
  return negateFloat(key.cond as FloatCondition);
}

/** The key of what a load reads, or would read after a store. Where and how: not the place's alias class. */
function accessKey(inst: Inst, address: readonly Inst[], version: number): Key {
  return { op: 'load', args: address, cond: undefined, imm: inst.imm, symbol: inst.memory, version };
}

/** True if a load of the same kind gives back what was stored. */
function survivesStore(store: Inst): boolean {
  switch (store.memory) {
    case 'u8':
      return (possibleBits(store.args[0]!) & ~0xff) === 0;
    case 'u16':
      return (possibleBits(store.args[0]!) & ~0xffff) === 0;
    case 'i8':
      return (possibleBits(store.args[0]!) & ~0x7f) === 0;
    case 'i16':
      return (possibleBits(store.args[0]!) & ~0x7fff) === 0;
    default:
      return true;
  }
}

function hashOf(key: Key): number {
  let hash = key.op.charCodeAt(0) * 31 + key.op.charCodeAt(key.op.length - 1) + key.op.length * 1024;
  for (const arg of key.args) hash = Math.imul(hash, 0x01000193) ^ arg.id;
  if (key.imm) hash = Math.imul(hash, 0x01000193) ^ (key.imm * 16);
  if (key.symbol) hash = Math.imul(hash, 0x01000193) ^ key.symbol.charCodeAt(key.symbol.length - 1);
  return hash | 0;
}

function equalKeys(a: Key, b: Key): boolean {
  if (a.op !== b.op || a.cond !== b.cond || a.version !== b.version || a.symbol !== b.symbol) return false;
  if (a.args.length !== b.args.length || !Object.is(a.imm, b.imm)) return false;
  for (let i = 0; i < a.args.length; i++) if (a.args[i] !== b.args[i]) return false;
  return true;
}
