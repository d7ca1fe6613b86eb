// Methods that are called through their slots in another way than as they are declared: with values of any type, where the
// program takes objects of their class for ones of a type that says less (docs/decisions/0032), or where a parent's method
// does so. A function between them converts what is passed and what comes back.
import type { FunctionRep } from '../reps.ts';
import { isNothing, repName, undefinedRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import type { FunctionInstance } from './instances.ts';
import { makeFunction, parameterValues } from './made-functions.ts';
import { assertType } from './narrowing.ts';
import { passed, passedType, received } from './passing.ts';

/** Symbol of the function that stands in a slot for a method which is called as another one there. */
export function calledThroughSlot(
  user: FunctionLowering,
  method: FunctionInstance,
  slot: FunctionRep,
  node: ts.Node,
): string {
  const symbol = `${method.symbol}.as<${repName(slot)}>`;
  if (user.module.hasFunction(symbol)) return symbol;
  makeFunction(user, { symbol, name: method.name, result: slot.result, node }, (fn) => {
    const object = fn.b.addParam(fn.b.block, 'ref');
    const values = parameterValues(fn, slot.params);
    const args = method.params.map((rep, i) => passed(fn, assertType(fn, values[i]!, rep, node)));
    const inst = fn.b.call(method.symbol, passedType(method.result), [object, ...args]);
    const result = isNothing(method.result) ? { rep: undefinedRep } : received(fn, method.result, inst);
    lowerReturn(fn, slot.result.kind === 'void' ? undefined : convert(fn, result, slot.result, node));
  });
  return symbol;
}
