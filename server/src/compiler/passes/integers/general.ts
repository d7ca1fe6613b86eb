// What callers copy of a function that is about to be made to test its numbers: their arguments may be known.
import { cloneFunction } from '../../ir/clone.ts';
import type { IrFunction } from '../../ir/ir.ts';
import { MAX_CALLEE, sizeOf } from '../inline.ts';

/** To be called before a function gets its first test of a number. */
export function keepGeneral(fn: IrFunction): void {
  if (fn.general || fn.entry || sizeOf(fn) > MAX_CALLEE) return;
  fn.general = cloneFunction(fn);
}
