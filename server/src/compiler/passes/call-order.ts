// The order in which functions are best optimized: callees before their callers.
import type { IrFunction } from '../ir/ir.ts';

/** Sorts by the call graph; within a cycle of recursion the order stays. */
export function calleesFirst(functions: readonly IrFunction[]): IrFunction[] {
  const bySymbol = new Map(functions.map((fn) => [fn.symbol, fn]));
  const seen = new Set<IrFunction>();
  const order: IrFunction[] = [];
  const visit = (fn: IrFunction): void => {
    if (seen.has(fn)) return;
    seen.add(fn);
    for (const block of fn.blocks) {
      for (const inst of block.insts) {
        // The code of a closure that is made may be called through it.
        const callee = inst.op === 'call' || inst.op === 'address' ? bySymbol.get(inst.symbol!) : undefined;
        if (callee) visit(callee);
      }
    }
    order.push(fn);
  };
  for (const fn of functions) visit(fn);
  return order;
}
