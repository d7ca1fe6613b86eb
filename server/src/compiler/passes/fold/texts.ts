// Folding rules of texts: those of single units are compared as integers, without being made for that.
import type { Inst } from '../../ir/ir.ts';
import type { Folder, Rule } from './folder.ts';

export const textRules = { helper: compareUnits } satisfies Record<string, Rule>;

function compareUnits(inst: Inst, folder: Folder): Inst | undefined {
  if (inst.symbol !== 'gn_str_eq' && inst.symbol !== 'gn_str_cmp') return undefined;
  const [a, b] = inst.args.map(unitOf);
  if (!a || !b) return undefined;
  // Units have 16 bits: their difference does not wrap around.
  return inst.symbol === 'gn_str_eq' ? folder.icmp('eq', a, b) : folder.op('isub', a, b);
}

/** The unit that a text is made of, if it is of one. */
function unitOf({ op, symbol, args }: Inst): Inst | undefined {
  return op === 'helper' && symbol === 'gn_str_from_unit' ? args[0] : undefined;
}
