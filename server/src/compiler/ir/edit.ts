// Small tools for changing functions in place.
import type { Block, Edge, Inst, IrFunction } from './ir.ts';
import { newBlock, newInst } from './ir.ts';
import type { IrType } from './types.ts';

/** Values that stand for others from now on. Recorded first, then applied to the whole function at once. */
export class Replacements {
  private readonly replaced = new Map<Inst, Inst>();

  /** True if nothing was recorded. */
  get empty(): boolean {
    return this.replaced.size === 0;
  }

  set(old: Inst, replacement: Inst): void {
    this.replaced.set(old, replacement);
  }

  /** What stands for the value now. */
  resolve(value: Inst): Inst {
    let result = value;
    for (let next = this.replaced.get(result); next; next = this.replaced.get(result)) result = next;
    return result;
  }

  resolveArgs(inst: Inst): void {
    if (this.empty) return;
    for (let i = 0; i < inst.args.length; i++) inst.args[i] = this.resolve(inst.args[i]!);
    if (!inst.targets) return;
    for (const edge of inst.targets) {
      for (let i = 0; i < edge.args.length; i++) edge.args[i] = this.resolve(edge.args[i]!);
    }
  }

  /** Rewrites every use in the function. */
  apply(fn: IrFunction): void {
    if (this.empty) return;
    for (const block of fn.blocks) for (const inst of block.insts) this.resolveArgs(inst);
  }
}

/** A branch, not placed: `yes` is taken if the condition is nonzero. */
export function branchOn(fn: IrFunction, condition: Inst, yes: Edge, no: Edge): Inst {
  return newInst(fn, 'branch', 'void', [condition], condition.position, { targets: [yes, no] });
}

/** A jump, not placed. */
export function jumpTo(fn: IrFunction, edge: Edge): Inst {
  return newInst(fn, 'jump', 'void', [], undefined, { targets: [edge] });
}

/** How often each value is used, by its id; arguments of edges count. */
export function countUses(fn: IrFunction): Int32Array {
  const uses = new Int32Array(fn.nextId);
  for (const block of fn.blocks) {
    for (const inst of block.insts) {
      for (const arg of inst.args) uses[arg.id]!++;
      if (inst.targets) for (const edge of inst.targets) for (const arg of edge.args) uses[arg.id]!++;
    }
  }
  return uses;
}

/** The constant zero (or null) of a type, not placed yet. */
export function newZero(fn: IrFunction, type: IrType): Inst {
  switch (type) {
    case 'i32':
      return newInst(fn, 'iconst', 'i32', [], undefined, { imm: 0 });
    case 'f32':
      return newInst(fn, 'fconst', 'f32', [], undefined, { imm: 0 });
    case 'f64':
      return newInst(fn, 'dconst', 'f64', [], undefined, { imm: 0 });
    case 'ref':
      return newInst(fn, 'null', 'ref');
  }
}

/** Puts an empty block on an edge and returns it. */
export function splitEdge(fn: IrFunction, edge: Edge): Block {
  const block = newBlock(fn);
  const jump = newInst(fn, 'jump', 'void', [], undefined, {
    targets: [{ block: edge.block, args: edge.args }],
  });
  block.insts.push(jump);
  edge.block = block;
  edge.args = [];
  return block;
}

/** True if the value is the constant `value` (of i32, f32 or f64; 0 and -0 differ). */
export function isConstant(inst: Inst, value: number): boolean {
  return (inst.op === 'iconst' || inst.op === 'fconst' || inst.op === 'dconst') && Object.is(inst.imm, value);
}

/** The value of a constant instruction of i32, f32 or f64. */
export function constantOf(inst: Inst): number | undefined {
  return inst.op === 'iconst' || inst.op === 'fconst' || inst.op === 'dconst' ? inst.imm : undefined;
}
