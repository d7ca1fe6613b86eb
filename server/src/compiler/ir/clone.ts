// Copies instructions and blocks, with a map from each original to its copy.
import type { Block, Edge, Inst, IrFunction } from './ir.ts';
import { newBlock, newFunction, newInst, newParam } from './ir.ts';
import type { IrType } from './types.ts';

export interface CloneMap {
  readonly values: Map<Inst, Inst>;
  readonly blocks: Map<Block, Block>;
}

/**
 * Copies blocks to the end of `fn` (which may be another function than theirs). Edges between them lead to
 * the copies, other edges where they led; values from outside stay, or are what `map` says already.
 */
export function cloneBlocks(fn: IrFunction, blocks: readonly Block[], map: CloneMap): void {
  for (const block of blocks) {
    const copy = newBlock(fn);
    copy.rare = block.rare;
    map.blocks.set(block, copy);
    for (const param of block.params) map.values.set(param, newParam(fn, copy, param.type as IrType));
  }
  // Values may be used before they are defined in this order: copied first, connected then.
  for (const block of blocks) {
    const copy = map.blocks.get(block)!;
    for (const inst of block.insts) {
      const clone = cloneInst(fn, inst);
      map.values.set(inst, clone);
      copy.insts.push(clone);
    }
  }
  for (const block of blocks) {
    for (const inst of map.blocks.get(block)!.insts) {
      inst.args = inst.args.map((arg) => map.values.get(arg) ?? arg);
      if (inst.targets) inst.targets = inst.targets.map((edge) => cloneEdge(edge, map));
    }
  }
}

function cloneEdge(edge: Edge, map: CloneMap): Edge {
  return {
    block: map.blocks.get(edge.block) ?? edge.block,
    args: edge.args.map((arg) => map.values.get(arg) ?? arg),
  };
}

/** A copy of an instruction with the same arguments and targets, not placed. */
export function cloneInst(fn: IrFunction, inst: Inst): Inst {
  return newInst(fn, inst.op, inst.type, [...inst.args], inst.position, inst);
}

/** A copy of a whole function, with ids of its own. */
export function cloneFunction(fn: IrFunction): IrFunction {
  const copy = newFunction(fn.symbol, fn.name, fn.result, fn.position, fn.entry);
  if (fn.shown) copy.shown = fn.shown;
  for (const symbol of fn.inlined) copy.inlined.add(symbol);
  for (const symbol of fn.relied) copy.relied.add(symbol);
  for (const [query, answer] of fn.assumptions) copy.assumptions.set(query, answer);
  cloneBlocks(copy, fn.blocks, { values: new Map(), blocks: new Map() });
  return copy;
}
