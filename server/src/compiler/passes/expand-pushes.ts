// Elements are added to arrays in place in loops: length, address of the elements and room are kept in registers all
// round, the helper is called when the room is used up, in a block that is marked rare. The length in memory is always
// what it should be. That nothing else in the loop changes them must be certain. When a loop begins, nothing is known of
// the room, so that the first push is a call, which tells, unless reserve-room.ts has asked.
//
// Best after invert-loops.ts, and before gvn.ts, which then knows lengths in the loop.
import {
  ARRAY_DATA,
  ARRAY_LENGTH,
  ElementKind,
  elementSize,
  HEADER_SIZE,
  HEADER_SIZE_SHIFT,
} from '../abi/objects.ts';
import { buildCfg } from '../ir/analysis/cfg.ts';
import { isPure, pushedMemory } from '../ir/analysis/effects.ts';
import { Escapes } from '../ir/analysis/escapes.ts';
import { isMade, Overwrites } from '../ir/analysis/overwrites.ts';
import { branchOn, jumpTo, Replacements } from '../ir/edit.ts';
import type { AliasClass, Block, Inst, InstFields, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam } from '../ir/ir.ts';
import type { Op } from '../ir/ops.ts';
import { opInfo } from '../ir/ops.ts';
import { withPreheaders } from '../ir/preheaders.ts';
import { ReachingDefinitions } from '../ir/ssa-repair.ts';
import { kindOfPushed } from './reserve-room.ts';

/** The code of a push in place is longer than a call: with more of them in a loop they stay calls. */
const MOST_PUSHES = 2;

export function expandPushes(fn: IrFunction): boolean {
  if (!fn.blocks.some(({ insts }) => insts.some(isPush))) return false;
  let changed = false;
  // Each time anew: an expansion changes the blocks of all loops around it.
  for (let plan = findPlan(fn); plan; plan = findPlan(fn)) {
    new Expansion(fn, plan).run();
    changed = true;
  }
  return changed;
}

function isPush(inst: Inst): boolean {
  return sizeOfPushed(inst) !== undefined;
}

/** Bytes of the elements that a push adds; undefined if it is none. */
function sizeOfPushed(inst: Inst): number | undefined {
  const kind = kindOfPushed(inst);
  return kind === undefined ? undefined : sizes.get(kind);
}

const sizes = new Map<number, number>(
  (Object.keys(ElementKind) as ElementKind[]).map((kind) => [ElementKind[kind], elementSize[kind]]),
);

/** An array to which a loop adds elements. */
interface Plan {
  readonly array: Inst;
  readonly pushes: readonly Inst[];
  readonly preheader: Block;
  /** Those of the loop. */
  readonly blocks: readonly Block[];
}

/** An array, and the outermost loop in which all that happens to it is known. */
function findPlan(fn: IrFunction): Plan | undefined {
  const structure = withPreheaders(fn);
  const { cfg, forest, preheaders } = structure;
  const overwrites = new Overwrites(structure);
  const escapes = new Escapes(fn, cfg);
  for (const [i, loop] of forest.loops.entries()) {
    const blocks = loop.blocks.map((b) => cfg.order[b]!);
    const insts = blocks.flatMap((block) => block.insts);
    const allPushes = blocks.flatMap((block) => (block.rare ? [] : block.insts.filter(isPush)));
    if (allPushes.length === 0) continue;
    const defined = new Set([...blocks.flatMap(({ params }) => params), ...insts]);
    for (const array of new Set(allPushes.map(({ args }) => args[0]!))) {
      const pushes = allPushes.filter(({ args }) => args[0] === array);
      if (!isMade(array) || defined.has(array) || pushes.length > MOST_PUSHES) continue;
      const [first] = pushes as [Inst];
      if (pushes.some((push) => sizeOfPushed(push) !== sizeOfPushed(first))) continue;
      const mayChange = (inst: Inst): boolean =>
        !pushes.includes(inst) &&
        !isAccess(inst, 'store', array) &&
        fields.some((alias) => overwrites.mayChangeField(inst, array, alias));
      if (escapes.isKnown(array, loop.blocks)) continue;
      if (!isFree(blocks, pushes)) continue;
      if (insts.some(mayChange)) continue;
      return { array, pushes, preheader: cfg.order[preheaders[i]!]!, blocks };
    }
  }
  return undefined;
}

/** True if nothing in a loop takes the registers: no calls but those, and what is expanded later. */
function isFree(blocks: readonly Block[], pushes: readonly Inst[]): boolean {
  return blocks.every(
    ({ rare, insts }) =>
      rare ||
      insts.every(
        (inst) =>
          opInfo(inst.op).effect !== 'call' ||
          pushes.includes(inst) ||
          isPure(inst) ||
          inst.symbol === 'gn_str_unit',
      ),
  );
}

const fields = ['length', 'data'] as const satisfies AliasClass[];
type Field = (typeof fields)[number];

/** True for loads of a field of the array, and for stores of its length. */
function isAccess({ op, args, alias }: Inst, wanted: 'load' | 'store', array: Inst): boolean {
  if (op !== wanted) return false;
  if (op === 'store') return args[1] === array && alias === 'length';
  return args[0] === array && (alias === 'length' || alias === 'data');
}

/** What is kept in registers: the fields of the array, and the length at which its buffer is full. */
type Kept = Field | 'limit';

/** Rewrites the pushes to one array in one loop. */
class Expansion {
  private readonly fn: IrFunction;
  private readonly plan: Plan;
  /** Of the elements, in bytes. */
  private readonly size: number;
  /** The blocks of the loop as they are now, without those that are marked rare here. */
  private readonly blocks: Set<Block>;
  /** What each kept value is when the loop begins, and at the end of the blocks that change it. */
  private readonly definitions: Readonly<Record<Kept, Map<Block, Inst>>> = {
    length: new Map(),
    data: new Map(),
    limit: new Map(),
  };
  /** Instructions that stand for what a kept value is at the start of a block. */
  private readonly waiting: { readonly kept: Kept; readonly block: Block; readonly value: Inst }[] = [];
  private readonly replacements = new Replacements();

  constructor(fn: IrFunction, plan: Plan) {
    this.fn = fn;
    this.plan = plan;
    this.size = sizeOfPushed(plan.pushes[0]!)!;
    this.blocks = new Set(plan.blocks);
  }

  run(): void {
    const { fn, plan } = this;
    const { preheader, pushes } = plan;
    const known = preheader.insts.find(
      ({ symbol, args }) => symbol === 'gn_array_reserve' && args[0] === plan.array,
    );
    const start = [this.load('length'), this.load('data'), known ?? this.constant(0)];
    preheader.insts.splice(-1, 0, ...start.filter((inst) => inst !== known));
    for (const [i, kept] of (['length', 'data', 'limit'] as const).entries())
      this.definitions[kept].set(preheader, start[i]!);
    for (const push of pushes) this.expand(push);
    for (const block of this.blocks) this.followAccesses(block);

    const cfg = buildCfg(fn);
    const reaching = (kept: Kept): ReachingDefinitions =>
      new ReachingDefinitions(fn, cfg, this.definitions[kept].get(preheader)!, this.definitions[kept]);
    const all = { length: reaching('length'), data: reaching('data'), limit: reaching('limit') };
    for (const { kept, block, value } of this.waiting)
      this.replacements.set(value, all[kept].atStart(cfg.position[block.id]!));
    for (const each of Object.values(all)) each.finish(this.replacements);
    this.replacements.apply(fn);
  }

  /** Replaces a call by the code for an array that has room, and for one that has not. */
  private expand(push: Inst): void {
    const { fn } = this;
    const { array } = this.plan;
    const { position } = push;
    const block = [...this.blocks].find(({ insts }) => insts.includes(push))!;
    const [room, full, after] = [newBlock(fn), newBlock(fn), newBlock(fn)];
    full.rare = true;
    after.insts = block.insts.splice(block.insts.indexOf(push)).slice(1);

    const length = this.load('length');
    const limit = this.make('param', []);
    const one = this.constant(1);
    const next = this.make('iadd', [length, one]);
    const hasRoom = this.make('icmp', [length, limit], { cond: 'ult' });
    this.waiting.push({ kept: 'limit', block, value: limit });
    const branch = branchOn(fn, hasRoom, { block: room, args: [] }, { block: full, args: [] });
    block.insts.push(length, one, next, hasRoom, branch);

    const data = this.load('data');
    const count = newInst(fn, 'store', 'void', [next, array], position, {
      memory: 'i32',
      alias: 'length',
      imm: ARRAY_LENGTH,
    });
    room.insts.push(data, count);
    const memory = pushedMemory.get(push.symbol);
    if (memory) {
      const alias: AliasClass = `element.${memory}`;
      const args = [push.args[1]!, data, length];
      room.insts.push(newInst(fn, 'store', 'void', args, position, { memory, alias, imm: 0 }));
      full.insts.push(push);
      room.insts.push(jumpTo(fn, { block: after, args: [] }));
      this.leaveFull(full, after, []);
    } else {
      // Who called stores the element, and wants to know where.
      const shift = this.constant(Math.log2(this.size));
      const offset = this.make('ishl', [length, shift]);
      const address = this.make('iadd', [data, offset]);
      const call = newInst(fn, 'helper', 'i32', push.args, position, { symbol: push.symbol! });
      room.insts.push(shift, offset, address, jumpTo(fn, { block: after, args: [address] }));
      full.insts.push(call);
      this.leaveFull(full, after, [call]);
      this.replacements.set(push, newParam(fn, after, 'i32'));
    }
    this.definitions.length.set(full, next);
    this.blocks.add(room).add(after);
  }

  /** Finds out what room there is after a call, and goes on. */
  private leaveFull(full: Block, after: Block, args: Inst[]): void {
    const data = this.load('data');
    const before = this.constant(-HEADER_SIZE);
    const address = this.make('iadd', [data, before]);
    // The header of a buffer counts its words, itself included.
    const header = this.make('load', [address], { memory: 'i32', alias: 'data', imm: 0 });
    const shift = this.constant(HEADER_SIZE_SHIFT);
    const words = this.make('iushr', [header, shift]);
    const one = this.constant(1);
    const payload = this.make('isub', [words, one]);
    const scale = this.constant(Math.abs(Math.log2(this.size) - 2));
    const limit = this.make(this.size > 4 ? 'iushr' : 'ishl', [payload, scale]);
    full.insts.push(data, before, address, header, shift, words, one, payload, scale, limit);
    full.insts.push(jumpTo(this.fn, { block: after, args }));
    this.definitions.data.set(full, data);
    this.definitions.limit.set(full, limit);
  }

  /** Replaces what a block loads of the array's fields, and records what it does to the length. */
  private followAccesses(block: Block): void {
    const { array } = this.plan;
    let length: Inst | undefined;
    block.insts = block.insts.filter((inst) => {
      if (isAccess(inst, 'store', array)) length = inst.args[0]!;
      if (!isAccess(inst, 'load', array)) return true;
      const kept = inst.alias as Field;
      if (kept === 'length' && length) this.replacements.set(inst, length);
      else this.waiting.push({ kept, block, value: inst });
      return false;
    });
    if (length) this.definitions.length.set(block, length);
  }

  private load(alias: Field): Inst {
    const imm = alias === 'length' ? ARRAY_LENGTH : ARRAY_DATA;
    return this.make('load', [this.plan.array], { memory: 'i32', alias, imm });
  }

  private constant(imm: number): Inst {
    return this.make('iconst', [], { imm });
  }

  private make(op: Op, args: Inst[], fields: InstFields = {}): Inst {
    return newInst(this.fn, op, 'i32', args, this.plan.pushes[0]!.position, fields);
  }
}
