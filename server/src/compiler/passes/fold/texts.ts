// Folding rules of texts: those of single units are compared as integers, without being made for that.
import type { Inst } from '../../ir/ir.ts';
import type { Folder, Rule } from './folder.ts';

export const textRules = {
  helper: (inst, folder) => compareUnits(inst, folder) ?? unitOfUnit(inst, folder),
  load: lengthOfUnit,
} satisfies Record<string, Rule>;

function compareUnits(inst: Inst, folder: Folder): Inst | undefined {
  if (inst.symbol !== 'gn_str_eq' && inst.symbol !== 'gn_str_cmp') return undefined;
  if (!inst.args.every(isUnitText)) return undefined;
  const [a, b] = inst.args.map((text) => unitOf(text, folder)) as [Inst, Inst];
  // Units have 16 bits: their difference does not wrap around.
  return inst.symbol === 'gn_str_eq' ? folder.icmp('eq', a, b) : folder.op('isub', a, b);
}

/** `c.charCodeAt(0)` of a text of one unit: there is no other index in its range. */
function unitOfUnit({ symbol, args }: Inst, folder: Folder): Inst | undefined {
  return symbol === 'gn_str_unit' && isUnitText(args[0]!) ? unitOf(args[0]!, folder) : undefined;
}

function lengthOfUnit({ alias, args }: Inst, folder: Folder): Inst | undefined {
  return alias === 'stringLength' && isUnitText(args[0]!) ? folder.iconst(1) : undefined;
}

/** True for a text that is made of one unit. */
export function isUnitText({ op, symbol, imm }: Inst): boolean {
  return op === 'helper' ? symbol === 'gn_str_from_unit' : op === 'object' && imm !== undefined;
}

/** The unit of a text of one. */
function unitOf({ op, args, imm }: Inst, folder: Folder): Inst {
  return op === 'object' ? folder.iconst(imm!) : args[0]!;
}
