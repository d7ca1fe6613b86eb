// Makes two versions of a loop: one that assumes what a plan says, and a copy where it goes on when that fails.
import type { CloneMap } from '../../ir/clone.ts';
import { cloneBlocks } from '../../ir/clone.ts';
import type { Block, Edge, Inst, IrFunction } from '../../ir/ir.ts';
import { newBlock, newInst } from '../../ir/ir.ts';
import type { IntCondition, Op } from '../../ir/ops.ts';
import { opInfo } from '../../ir/ops.ts';
import type { Definitions } from '../../ir/ssa-repair.ts';
import { repairSsa } from '../../ir/ssa-repair.ts';
import type { IrType } from '../../ir/types.ts';
import type { Plan } from './candidates.ts';

/** The largest magnitude of two factors whose product is an int32 for sure. */
const MAX_FACTOR = 46340;

/**
 * @param blocks the loop's, its header first
 * @param preheader the one block outside that leads to the header
 */
export function versionLoop(fn: IrFunction, blocks: readonly Block[], preheader: Block, plan: Plan): void {
  new Versioning(fn, blocks, preheader, plan).run();
}

class Versioning {
  private readonly fn: IrFunction;
  private readonly preheader: Block;
  private readonly plan: Plan;
  /** The blocks of the optimistic version and of the copy; both grow as blocks are split. */
  private readonly fast: Set<Block>;
  private readonly slow = new Set<Block>();
  private readonly map: CloneMap = { values: new Map(), blocks: new Map() };
  /** Where the copy goes on after a checked value. */
  private readonly resume = new Map<Inst, Block>();
  /** What a checked value is when its check failed, with the block where it is computed. */
  private readonly failures = new Map<Inst, { readonly block: Block; readonly value: Inst }>();

  constructor(fn: IrFunction, blocks: readonly Block[], preheader: Block, plan: Plan) {
    this.fn = fn;
    this.preheader = preheader;
    this.plan = plan;
    this.fast = new Set(blocks);
  }

  run(): void {
    const originals = [...this.fast];
    const values = originals.flatMap((block) => [...block.params, ...block.insts]);
    cloneBlocks(this.fn, originals, this.map);
    for (const copy of this.map.blocks.values()) {
      copy.cold = true;
      this.slow.add(copy);
    }
    for (const block of originals) this.splitCopy(this.map.blocks.get(block)!, block);
    this.guard(originals);
    for (const block of originals) this.check(block);
    this.reconnect(values.filter((value) => value.type !== 'void'));
  }

  private coldBlock(): Block {
    const block = newBlock(this.fn);
    block.cold = true;
    return block;
  }

  private emit(
    out: Inst[],
    like: Inst,
    op: Op,
    args: Inst[],
    fields: { cond?: NonNullable<Inst['cond']>; imm?: number } = {},
  ): Inst {
    const inst = newInst(this.fn, op, opInfo(op).result as IrType, args, like.position, fields);
    out.push(inst);
    return inst;
  }

  /** Splits a block of the copy behind each checked value. */
  private splitCopy(copy: Block, original: Block): void {
    const originals = original.insts;
    const insts = copy.insts;
    let block = copy;
    block.insts = [];
    for (let i = 0; i < insts.length; i++) {
      block.insts.push(insts[i]!);
      if (!this.plan.checked.has(originals[i]!)) continue;
      const rest = this.coldBlock();
      this.slow.add(rest);
      this.resume.set(originals[i]!, rest);
      block.insts.push(
        newInst(this.fn, 'jump', 'void', [], insts[i]!.position, { targets: [{ block: rest, args: [] }] }),
      );
      block = rest;
    }
  }

  /** Tests what comes from outside, before the loop: it is entered if all are int32s, else the copy is. */
  private guard(blocks: readonly Block[]): void {
    const { guards, orders } = this.plan;
    if (guards.size === 0) return;
    const jump = this.preheader.insts.pop()!;
    const out = this.preheader.insts;
    const conditions: Inst[] = [];
    const asInt = (value: Inst): Inst => {
      const int = this.emit(out, jump, 'd2i', [value]);
      const double = this.emit(out, jump, 'i2d', [int]);
      conditions.push(this.emit(out, jump, 'dcmp', [value, double], { cond: 'eq' }));
      return double;
    };
    const replacements = new Map<Inst, Inst>();
    for (const [value, { exact, nonzero }] of guards) {
      if (!exact) continue;
      const double = asInt(value);
      replacements.set(value, double);
      if (!nonzero) continue;
      const zero = this.emit(out, jump, 'iconst', [], { imm: 0 });
      conditions.push(this.emit(out, jump, 'icmp', [double.args[0]!, zero], { cond: 'ne' }));
    }
    const rounded = new Map<Inst, Map<Op, Inst>>();
    for (const [comparison, bound] of orders) {
      if (replacements.has(bound)) continue;
      // An integer is below a number if it is below the next integer, and so on.
      const op = roundingFor(comparison, bound);
      const known = rounded.get(bound) ?? new Map<Op, Inst>();
      rounded.set(bound, known);
      const integer = known.get(op) ?? asInt(this.emit(out, jump, op, [bound]));
      known.set(op, integer);
      comparison.args = comparison.args.map((arg) => (arg === bound ? integer : arg));
    }
    const condition = conditions.reduce((all, next) => this.emit(out, jump, 'iand', [all, next]));
    const edge = jump.targets![0]!;
    const replace = (arg: Inst): Inst => replacements.get(arg) ?? arg;
    const slow: Edge = { block: this.map.blocks.get(edge.block)!, args: edge.args };
    const fast: Edge = { block: edge.block, args: edge.args.map(replace) };
    out.push(newInst(this.fn, 'branch', 'void', [condition], jump.position, { targets: [fast, slow] }));
    for (const block of blocks) {
      for (const inst of block.insts) {
        inst.args = inst.args.map(replace);
        for (const { args } of inst.targets ?? [])
          args.forEach((arg, i) => {
            args[i] = replace(arg);
          });
      }
    }
  }

  /** Computes checked values as int32s; where one overflows, the copy goes on with the double. */
  private check(original: Block): void {
    const insts = original.insts;
    let block = original;
    block.insts = [];
    for (const inst of insts) {
      if (!this.plan.checked.has(inst)) {
        block.insts.push(inst);
        continue;
      }
      const [a, b] = inst.args as [Inst, Inst];
      const x = this.emit(block.insts, inst, 'd2i', [a]);
      const y = b === a ? x : this.emit(block.insts, inst, 'd2i', [b]);
      const intOp = inst.op === 'dadd' ? 'iadd' : inst.op === 'dsub' ? 'isub' : 'imul';
      const result = this.emit(block.insts, inst, intOp, [x, y]);
      const fits = this.fits(block.insts, inst, x, y, result);

      const failed = this.coldBlock();
      const value = this.emit(failed.insts, inst, inst.op, [a, b]);
      failed.insts.push(
        newInst(this.fn, 'jump', 'void', [], inst.position, {
          targets: [{ block: this.resume.get(inst)!, args: [] }],
        }),
      );
      this.failures.set(inst, { block: failed, value });

      const rest = newBlock(this.fn);
      this.fast.add(rest);
      const targets = [
        { block: rest, args: [] },
        { block: failed, args: [] },
      ];
      block.insts.push(newInst(this.fn, 'branch', 'void', [fits], inst.position, { targets }));
      block = rest;
      inst.op = 'i2d';
      inst.args = [result];
      block.insts.push(inst);
    }
  }

  /** A condition that holds only if the int32 result is what doubles would give. */
  private fits(out: Inst[], inst: Inst, x: Inst, y: Inst, result: Inst): Inst {
    const constant = (imm: number): Inst => this.emit(out, inst, 'iconst', [], { imm: imm | 0 });
    const compare = (cond: IntCondition, a: Inst, b: Inst): Inst =>
      this.emit(out, inst, 'icmp', [a, b], { cond });
    const isWithin = (value: Inst, limit: number): Inst =>
      compare('ult', this.emit(out, inst, 'iadd', [value, constant(limit)]), constant(2 * limit + 1));
    const [, b] = inst.args as [Inst, Inst];
    if (inst.op === 'dmul') {
      if (b.op === 'dconst') return isWithin(x, Math.floor((2 ** 31 - 1) / Math.max(1, Math.abs(b.imm!))));
      if (x === y) return isWithin(x, MAX_FACTOR);
      return this.emit(out, inst, 'iand', [isWithin(x, MAX_FACTOR), isWithin(y, MAX_FACTOR)]);
    }
    if (b.op === 'dconst') {
      const grows = inst.op === 'dadd' ? b.imm! >= 0 : b.imm! <= 0;
      return compare(grows ? 'ge' : 'le', result, x);
    }
    // Overflow changes the sign against that of both terms (of a difference: of the first, if they differ).
    const first = this.emit(out, inst, 'ixor', [x, result]);
    const second = this.emit(out, inst, 'ixor', inst.op === 'dadd' ? [y, result] : [x, y]);
    return compare('ge', this.emit(out, inst, 'iand', [first, second]), constant(0));
  }

  /** Leads uses in the copy and behind the loop to the values of the version that control came through. */
  private reconnect(values: readonly Inst[]): void {
    const originalOf = new Map<Inst, Inst>();
    for (const [original, copy] of this.map.values) originalOf.set(copy, original);
    const home = new Map<Inst, Block>();
    for (const block of [...this.fast, ...this.slow]) {
      for (const value of [...block.params, ...block.insts]) home.set(value, block);
    }
    for (const block of this.slow) {
      const restore = (arg: Inst): Inst => (home.get(arg) === block ? arg : (originalOf.get(arg) ?? arg));
      for (const inst of block.insts) {
        inst.args = inst.args.map(restore);
        for (const edge of inst.targets ?? []) edge.args = edge.args.map(restore);
      }
    }
    const definitions = new Map<Inst, Definitions>();
    for (const value of values) {
      const copy = this.map.values.get(value)!;
      const failure = this.failures.get(value);
      definitions.set(
        value,
        new Map([
          [home.get(value)!, value],
          [home.get(copy)!, copy],
          ...(failure ? [[failure.block, failure.value] as const] : []),
        ]),
      );
    }
    repairSsa(this.fn, definitions, (block) => this.fast.has(block));
  }
}

/** The rounding of a bound that keeps what integers compare to it as. */
function roundingFor(comparison: Inst, bound: Inst): 'dfloor' | 'dceil' {
  // As `integer cond bound`.
  const isBelow = /^n?(lt|ge)$/.test(comparison.cond!);
  const exchanged = comparison.args[0] === bound;
  // i < x and i >= x are about the next integer above x; with the operands exchanged, below.
  return isBelow !== exchanged ? 'dceil' : 'dfloor';
}
