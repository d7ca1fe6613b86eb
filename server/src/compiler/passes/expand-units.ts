// Units of strings in loops are loaded in place: whether they are one byte wide or two says the string's header, which
// stays in a register. Outside of loops the call is shorter. Late, when what is known of units by their origin was used.
import { STRING_UNITS } from '../abi/objects.ts';
import { buildCfg } from '../ir/analysis/cfg.ts';
import { buildDominators } from '../ir/analysis/dominators.ts';
import { buildLoops } from '../ir/analysis/loops.ts';
import { branchOn, jumpTo, Replacements } from '../ir/edit.ts';
import type { Block, Inst, IrFunction } from '../ir/ir.ts';
import { newBlock, newInst, newParam } from '../ir/ir.ts';
import { WIDE_BIT } from './fold/texts.ts';

export function expandUnits(fn: IrFunction): boolean {
  if (!fn.blocks.some((block) => block.insts.some(isUnit))) return false;
  const cfg = buildCfg(fn);
  const loops = buildLoops(cfg, buildDominators(cfg));
  const units = new Replacements();
  cfg.order.forEach((block, b) => {
    if (!loops.innermost[b] || block.rare) return;
    // From the last on, so that the earlier ones stay in the block that is split.
    for (const inst of block.insts.filter(isUnit).reverse()) units.set(inst, expand(fn, block, inst));
  });
  if (units.empty) return false;
  units.apply(fn);
  return true;
}

function isUnit({ op, symbol }: Inst): boolean {
  return op === 'helper' && symbol === 'gn_str_unit';
}

/** Loads a unit in the place of the call; gives the unit. */
function expand(fn: IrFunction, block: Block, { args, position, id }: Inst): Inst {
  const [string, index] = args as [Inst, Inst];
  const make = (op: Inst['op'], args: Inst[], fields: Parameters<typeof newInst>[5]) =>
    newInst(fn, op, 'i32', args, position, fields);
  const [narrow, wide, after] = [newBlock(fn), newBlock(fn), newBlock(fn)];
  // Most texts have no such characters.
  wide.rare = true;
  after.insts = block.insts.splice(block.insts.findIndex((inst) => inst.id === id)).slice(1);
  const unit = newParam(fn, after, 'i32');

  const header = make('load', [string], { memory: 'i32', alias: 'constant', imm: 0 });
  const bit = make('iconst', [], { imm: WIDE_BIT });
  const isWide = make('iand', [header, bit], {});
  block.insts.push(
    header,
    bit,
    isWide,
    branchOn(fn, isWide, { block: wide, args: [] }, { block: narrow, args: [] }),
  );
  for (const [way, memory] of [[narrow, 'u8'] as const, [wide, 'u16'] as const]) {
    const load = make('load', [string, index], { memory, alias: 'constant', imm: STRING_UNITS });
    way.insts.push(load, jumpTo(fn, { block: after, args: [load] }));
  }
  return unit;
}
