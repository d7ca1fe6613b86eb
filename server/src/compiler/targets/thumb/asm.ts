// Assembly items: machine instructions with registers, labels, literal loads; what is left open is addresses.
import type { SourcePosition } from '../../ir/ir.ts';
import { type AsmOp, asmText, formOf, registerName } from './encode.ts';

/**
 * - an instruction form with operands a, b, c; branches have the label in `target` instead of a distance
 * - `label`: a is its number
 * - `bl`: call of `symbol`
 * - `literal`: loads register a from the literal pool: address of `symbol` + b, or the number b if symbol is ''
 * - `pool`: the words of literal pool number a, aligned
 */
export interface AsmItem {
  readonly op: AsmOp | 'label' | 'bl' | 'literal' | 'pool';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly target: number;
  readonly symbol: string;
  readonly position: SourcePosition | undefined;
}

/** Makes an item. */
export function asm(
  op: AsmItem['op'],
  position: SourcePosition | undefined,
  a = 0,
  b = 0,
  c = 0,
  target = -1,
  symbol = '',
): AsmItem {
  return { op, a, b, c, target, symbol, position };
}

/** A trap block at the end of the code: the items behind its label. */
export interface ColdBlock {
  readonly label: number;
  readonly items: AsmItem[];
}

/** Whether the item is a branch to a label. */
export function isBranch(item: AsmItem): boolean {
  return item.target >= 0;
}

/** Whether control never goes on behind the item. */
export function isBarrier(item: AsmItem): boolean {
  return (
    item.op === 'b' ||
    item.op === 'bx' ||
    item.op === 'udf' ||
    (item.op === 'pop' && (item.a & (1 << 15)) !== 0)
  );
}

/** An item as assembler text. */
export function itemText(item: AsmItem): string {
  switch (item.op) {
    case 'label':
      return `L${item.a}:`;
    case 'bl':
      return `bl ${item.symbol}`;
    case 'pool':
      return `.pool ${item.a}`;
    case 'literal':
      if (item.symbol === '') return `ldr ${registerName(item.a)}, =${item.b}`;
      return `ldr ${registerName(item.a)}, =${item.symbol}${item.b ? `+${item.b}` : ''}`;
    default: {
      const operands = [item.a, item.b, item.c].slice(0, formOf(item.op).fields.length);
      return asmText(item.op, operands, item.target >= 0 ? `L${item.target}` : undefined);
    }
  }
}

/** Items as text, one a line, for tests and people. */
export function printAsm(items: readonly AsmItem[]): string {
  return `${items.map((item) => (item.op === 'label' ? itemText(item) : `  ${itemText(item)}`)).join('\n')}\n`;
}
