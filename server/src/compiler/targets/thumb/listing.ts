// The code of a function as text with offsets, for debugging and for profiles.
import type { IrFunction } from '../../ir/ir.ts';
import { itemText } from './asm.ts';
import { compileInSteps } from './compile.ts';

/** Compiles a function and lists its instructions, one a line, with their byte offsets in hexadecimal. */
export function listing(fn: IrFunction): string {
  const { code, emitted } = compileInSteps(fn, []);
  const lines: string[] = [`${fn.symbol}:`];
  for (const [i, item] of code.items.entries()) {
    const offset = emitted.offsets[i]!.toString(16).padStart(4);
    if (item.op === 'label') lines.push(itemText(item));
    else if (item.op === 'pool') {
      for (const { symbol, value } of code.pools[item.a]!)
        lines.push(`        .word ${symbol === '' ? value : `${symbol}${value ? `+${value}` : ''}`}`);
    } else lines.push(`  ${offset}  ${itemText(item)}`);
  }
  return `${lines.join('\n')}\n`;
}
