// Copies a loop, for passes that let one version of it run under conditions that they have tested.
import { type CloneMap, cloneBlocks } from './clone.ts';
import type { Block, Edge, Inst, IrFunction } from './ir.ts';
import { newBlock, newInst } from './ir.ts';
import type { Definitions } from './ssa-repair.ts';
import { repairSsa } from './ssa-repair.ts';

/** Copies the blocks of a loop. Nothing leads to the copy yet; where it leads, values have two definitions. */
export function copyLoop(fn: IrFunction, blocks: readonly Block[]): CloneMap {
  const map: CloneMap = { values: new Map(), blocks: new Map() };
  cloneBlocks(fn, blocks, map);
  return map;
}

/** Lets uses behind the loop have the value of the version that control came from. All edges must be final. */
export function joinBehindLoop(fn: IrFunction, blocks: readonly Block[], map: CloneMap): void {
  const inside = new Set<Block>([...blocks, ...map.blocks.values()]);
  const used = new Set<Inst>();
  for (const block of fn.blocks) {
    if (inside.has(block)) continue;
    for (const inst of block.insts) {
      for (const arg of inst.args) used.add(arg);
      for (const edge of inst.targets ?? []) for (const arg of edge.args) used.add(arg);
    }
  }
  const values = new Map<Inst, Definitions>();
  for (const block of blocks) {
    const copy = map.blocks.get(block)!;
    for (const value of [...block.params, ...block.insts]) {
      if (!used.has(value)) continue;
      values.set(
        value,
        new Map([
          [block, value],
          [copy, map.values.get(value)!],
        ]),
      );
    }
  }
  repairSsa(fn, values);
}

/** A block that only takes an edge, marked rare. */
export function rareEntry(fn: IrFunction, edge: Edge): Block {
  const block = newBlock(fn);
  block.rare = true;
  block.insts.push(newInst(fn, 'jump', 'void', [], undefined, { targets: [edge] }));
  return block;
}
