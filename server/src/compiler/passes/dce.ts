// Removes instructions and block parameters whose values nothing needs. Keeps what has an effect: stores,
// checks, terminators, loads of device registers, calls that may do more than compute.
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { isRemovable } from '../ir/analysis/effects.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import type { PassContext } from './context.ts';

export function eliminateDeadCode(fn: IrFunction, context: PassContext): boolean {
  const cfg = buildCfg(fn);
  const live = new Uint8Array(fn.nextId);
  const work: Inst[] = [];
  const need = (inst: Inst): void => {
    if (live[inst.id]) return;
    live[inst.id] = 1;
    work.push(inst);
  };
  // A parameter needs its arguments only if it is needed itself: it must know its block and place there.
  const blockOf = new Int32Array(fn.nextId);
  const entry = cfg.order[0]!;
  for (const block of cfg.order) {
    for (const param of block.params) blockOf[param.id] = cfg.position[block.id]!;
    for (const inst of block.insts) if (!isRemovable(inst, context.bodyOf)) need(inst);
  }
  for (let inst = work.pop(); inst; inst = work.pop()) {
    if (inst.op === 'param') {
      const block = cfg.order[blockOf[inst.id]!]!;
      const index = block.params.indexOf(inst);
      for (const edge of cfg.incoming[blockOf[inst.id]!]!) need(edge.args[index]!);
    } else {
      for (const arg of inst.args) need(arg);
    }
  }

  let changed = false;
  for (let b = 0; b < cfg.order.length; b++) {
    const block = cfg.order[b]!;
    if (block.insts.some((inst) => !live[inst.id])) {
      block.insts = block.insts.filter((inst) => live[inst.id]);
      changed = true;
    }
    if (block === entry || block.params.every((param) => live[param.id])) continue;
    const keep = block.params.map((param) => live[param.id] === 1);
    block.params = block.params.filter((_, i) => keep[i]);
    for (const edge of cfg.incoming[b]!) edge.args = edge.args.filter((_, i) => keep[i]);
    changed = true;
  }
  // What is unreachable may use what was removed.
  return removeUnreachableBlocks(fn, cfg) || changed;
}
