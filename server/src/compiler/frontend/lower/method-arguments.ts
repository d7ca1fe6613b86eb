// Arguments of the library's methods: counts, indices and texts that may be missing or undefined.
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { intRep, isNothing, isNumeric, numberRep, stringRep, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';
import { choose, convert, isPresent, toNumber, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { mayLack } from './perhaps-calls.ts';
import { constantOf, instOf, isInt32, type Value } from './value.ts';

/** What stands for an argument that is missing or undefined. */
export type Missing = (fn: FunctionLowering) => Value;

export const zero: Missing = (fn) => ({ rep: intRep, inst: fn.b.iconst(0) });

/** An index or count: as int if it is one for certain, else as number. */
export function countArgument(
  fn: FunctionLowering,
  node: ts.Expression | undefined,
  missing: Missing = zero,
): Value {
  if (!node) return missing(fn);
  checkNoSpread(node);
  const value = lowerExpression(fn, node);
  if (isNothing(value.rep)) return missing(fn);
  if (value.rep.kind === 'optional' && isNumeric(value.rep.of)) {
    const inst = choose(
      fn,
      isPresent(fn, value),
      () => toNumber(fn, unwrapped(value), node),
      () => toNumber(fn, missing(fn), node),
    );
    return { rep: numberRep, inst };
  }
  const constant = constantOf(value);
  const isInt =
    value.rep.kind === 'int' || value.inst?.op === 'i2d' || (constant !== undefined && isInt32(constant));
  return convert(fn, value, isInt ? intRep : numberRep, node);
}

/** A text. */
export function textArgument(fn: FunctionLowering, node: ts.Expression | undefined, missing: string): Value {
  if (!node) return fn.text(missing);
  checkNoSpread(node);
  const value = lowerExpression(fn, node, mayLack(fn, node) ? withUndefined(stringRep) : stringRep);
  if (isNothing(value.rep)) return fn.text(missing);
  if (value.rep.kind !== 'optional') return convert(fn, value, stringRep, node);
  const inst = choose(
    fn,
    isPresent(fn, value),
    () => instOf(convert(fn, unwrapped(value), stringRep, node)),
    () => instOf(fn.text(missing)),
  );
  return { rep: stringRep, inst };
}

/** Gives up on `...x` where the number of arguments must be known. */
export function checkNoSpread(node: ts.Expression): void {
  if (ts.isSpreadElement(node)) fail(node, 'GN1001', 'spreading here');
}

/** What methods give as `int` inside the library is a `number` outside. */
export function asNumber(fn: FunctionLowering, value: Value): Value {
  return value.rep.kind === 'int' ? { rep: numberRep, inst: fn.b.op('i2d', instOf(value)) } : value;
}

/** The representation of what a call gives by its type: where there is no receiver (`a?.map(f)`), it is not made. */
export function resultRep(fn: FunctionLowering, node: ts.CallExpression): Rep {
  const type = fn.checker.getTypeAtLocation(node);
  const isInChain = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
  return fn.repOf(isInChain ? fn.checker.getNonNullableType(type) : type, node);
}
