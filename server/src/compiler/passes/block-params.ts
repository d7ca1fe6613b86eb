// Removes block parameters that always are one value: all arguments are the same, or the parameter itself.
// Found optimistically, so that parameters of loops that only pass each other around go too: each parameter is
// assumed to be what its first known argument is, until another argument contradicts.
import { buildCfg, removeUnreachableBlocks } from '../ir/analysis/cfg.ts';
import { constantOf, Replacements } from '../ir/edit.ts';
import type { Inst, IrFunction } from '../ir/ir.ts';
import { newInst } from '../ir/ir.ts';

export function removeRedundantParams(fn: IrFunction): boolean {
  const cfg = buildCfg(fn);
  removeUnreachableBlocks(fn, cfg);
  // What each parameter is: undefined is not known yet, itself if arguments differ.
  const meaning: (Inst | undefined)[] = new Array<undefined>(fn.nextId).fill(undefined);
  const changes = new Uint8Array(fn.nextId);
  const meaningOf = (value: Inst): Inst | undefined => (value.op === 'param' ? meaning[value.id] : value);
  for (const param of cfg.order[0]!.params) meaning[param.id] = param;

  for (let settled = false; !settled; ) {
    settled = true;
    for (let b = 1; b < cfg.order.length; b++) {
      const { params } = cfg.order[b]!;
      for (let i = 0; i < params.length; i++) {
        const param = params[i]!;
        if (meaning[param.id] === param) continue;
        let same: Inst | undefined;
        for (const edge of cfg.incoming[b]!) {
          const arg = meaningOf(edge.args[i]!);
          if (!arg || arg === same) continue;
          same = same && !sameConstant(arg, same) ? param : (same ?? arg);
          if (same === param) break;
        }
        const before = meaning[param.id];
        if (same === before || (same && before && sameConstant(same, before))) continue;
        // What it is passed turned out to be a parameter of its own; that happens seldom, and must end.
        meaning[param.id] = ++changes[param.id]! > 4 ? param : same;
        settled = false;
      }
    }
  }

  const replacements = new Replacements();
  const entry = cfg.order[0]!;
  for (let b = 1; b < cfg.order.length; b++) {
    const block = cfg.order[b]!;
    const keep = block.params.map((param) => meaning[param.id] === param || !meaning[param.id]);
    if (keep.every(Boolean)) continue;
    block.params.forEach((param, i) => {
      if (keep[i]) return;
      let value = meaning[param.id]!;
      if (constantOf(value) !== undefined) {
        // Of several equal constants none need dominate all uses.
        value = newInst(fn, value.op, value.type, [], value.position, { imm: value.imm! });
        entry.insts.unshift(value);
      }
      replacements.set(param, value);
    });
    block.params = block.params.filter((_, i) => keep[i]);
    for (const edge of cfg.incoming[b]!) edge.args = edge.args.filter((_, i) => keep[i]);
  }
  replacements.apply(fn);
  return !replacements.empty;
}

function sameConstant(a: Inst, b: Inst): boolean {
  return a.op === b.op && constantOf(a) !== undefined && Object.is(a.imm, b.imm);
}
