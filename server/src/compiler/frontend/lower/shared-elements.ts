// Elements of arrays that the program also uses as arrays of a more general type: what is there may be something else.
import { elementsShape } from '../shared-contents.ts';
import { choose } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { isOf } from './narrowing.ts';
import { instOf, type Value } from './value.ts';

/** An element that was read; traps if it is not what the type of the array says. */
export function checkedElement(fn: FunctionLowering, value: Value): Value {
  const rep = value.rep.kind === 'optional' ? value.rep.of : value.rep;
  if (rep.kind !== 'object' || !fn.module.isOpen(elementsShape(rep))) return value;
  const { b } = fn;
  // Of what was cut off or deleted nothing is left.
  const isThere = b.rcmp('ne', instOf(value), b.nullRef());
  const isFine = choose(
    fn,
    isThere,
    () => isOf(fn, { ...value, rep }, rep.layout),
    () => b.iconst(1),
  );
  b.check(isFine, 'cast');
  return value;
}
