// What values are used for, as far as the spiller cares.
import type { MEdge, MFunction } from './machine.ts';
import { isNearUse } from './next-use.ts';

/** Use of a value as argument number `place` of an edge, or by a return. */
export interface PassedOn {
  readonly edge: MEdge | undefined;
  readonly place: number;
  readonly freq: number;
}

/** The parameters of blocks that only edges and returns use. */
export function findPassedOn(fn: MFunction): Map<number, PassedOn[]> {
  const result = new Map<number, PassedOn[]>();
  for (const block of fn.blocks) for (const v of block.params) result.set(v, []);
  if (result.size === 0) return result;
  for (const block of fn.blocks) {
    const { freq } = block;
    for (const edge of block.succs)
      for (const [place, arg] of edge.args.entries()) result.get(arg)?.push({ edge, place, freq });
    for (const inst of block.insts)
      for (const v of inst.uses)
        if (inst.op === 'ret') result.get(v)?.push({ edge: undefined, place: 0, freq });
        else result.delete(v);
  }
  return result;
}

/** Values that only comparisons of two registers use, and what may read them from anywhere. */
export function findCompareOnly(fn: MFunction): Uint8Array {
  const result = new Uint8Array(fn.vregs);
  for (const block of fn.blocks)
    for (const inst of block.insts)
      if (inst.compare === 'rr')
        for (let u = 0; u < 2; u++) if (!fn.remat[inst.uses[u]!]) result[inst.uses[u]!] = 1;
  for (const block of fn.blocks) {
    for (const v of block.params) result[v] = 0;
    for (const inst of block.insts)
      for (let u = 0; u < inst.uses.length; u++)
        if ((inst.compare !== 'rr' || u >= 2) && isNearUse(fn, inst, u)) result[inst.uses[u]!] = 0;
    for (const edge of block.succs) for (const v of edge.args) result[v] = 0;
  }
  return result;
}
