// Folding rules of texts: those of single units are compared as integers, without being made for that; of constant ones, the
// length is known, and how wide the units are.
import { ObjectKind, STRING_UNITS } from '../../abi/objects.ts';
import { constantOf } from '../../ir/edit.ts';
import type { Inst } from '../../ir/ir.ts';
import { type TextShape, textShape } from '../../ir/symbols.ts';
import type { Folder, Rule } from './folder.ts';

/** What headers of strings of two bytes a unit have, and others have not. */
export const WIDE_BIT = ObjectKind.string16 & ~ObjectKind.string8;

export const textRules = {
  helper: (inst, folder) => compareUnits(inst, folder) ?? unitOfUnit(inst, folder),
  load: (inst, folder) => lengthOf(inst, folder) ?? loadedUnit(inst, folder),
  iand: widthOf,
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

function lengthOf({ alias, args }: Inst, folder: Folder): Inst | undefined {
  if (alias !== 'stringLength') return undefined;
  const length = isUnitText(args[0]!) ? 1 : shapeOf(args[0]!)?.length;
  return length === undefined ? undefined : folder.iconst(length);
}

/** What is known of a constant text. */
function shapeOf({ op, symbol }: Inst): TextShape | undefined {
  return op === 'object' ? textShape(symbol!) : undefined;
}

/** The same, loaded in place; behind a test of how wide the units are, so that it is not more than a byte where one is loaded. */
function loadedUnit({ alias, args, imm, memory }: Inst, folder: Folder): Inst | undefined {
  if (alias !== 'constant' || imm !== STRING_UNITS || (memory !== 'u8' && memory !== 'u16')) return undefined;
  const [text, index] = args as [Inst, Inst | undefined];
  return isUnitText(text) && (!index || constantOf(index) === 0) ? unitOf(text, folder) : undefined;
}

/** That test: the bit of the header that says that a unit takes two bytes. */
function widthOf({ args }: Inst, folder: Folder): Inst | undefined {
  const [header, bit] = args as [Inst, Inst];
  if (constantOf(bit) !== WIDE_BIT || header.op !== 'load' || header.alias !== 'constant') return undefined;
  const [text, index] = header.args as [Inst, Inst | undefined];
  if (header.imm !== 0 || index) return undefined;
  const shape = shapeOf(text);
  if (shape) return folder.iconst(shape.isWide ? WIDE_BIT : 0);
  if (!isUnitText(text)) return undefined;
  return folder.icmp('gt', unitOf(text, folder), folder.iconst(0xff));
}

/** True for a text that is made of one unit. */
export function isUnitText({ op, symbol, imm }: Inst): boolean {
  return op === 'helper' ? symbol === 'gn_str_from_unit' : op === 'object' && imm !== undefined;
}

/** The unit of a text of one. */
function unitOf({ op, args, imm }: Inst, folder: Folder): Inst {
  return op === 'object' ? folder.iconst(imm!) : args[0]!;
}
