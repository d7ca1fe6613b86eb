// What is declared with `!`: `name!: T` has no value until it is given one. Where a program asks whether there is one, it
// is undefined as in Node; where it is used, a TypeError.
import { fail } from '../diagnostics.ts';
import { isRef, optionalOf } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { isAsked, isCompared, isPromised } from '../unset-fields.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

/**
 * The value of a name or property, as it is where TypeScript was only told that it is there. `isTaken`: undefined is as good
 * as any value.
 */
export function perhapsUnset(
  fn: FunctionLowering,
  value: Value,
  symbol: ts.Symbol | undefined,
  node: ts.Expression,
  isTaken = isAsked(node),
): Value {
  const held = isPromised(fn.checker, symbol) ? heldValue(value, node, isTaken) : undefined;
  if (!held) return narrowed(fn, value, node);
  return isTaken ? held : narrowed(fn, requirePresent(fn, held, node), node);
}

/** What a place holds before it is assigned to by `+=` and the like. */
export function heldBefore(
  fn: FunctionLowering,
  value: Value,
  symbol: ts.Symbol | undefined,
  node: ts.Expression,
): Value {
  const held = isPromised(fn.checker, symbol) ? heldValue(value, node) : undefined;
  if (!held || isAsked(node) || value.rep.kind === 'optional') return held ?? value;
  return requirePresent(fn, held, node);
}

/** What is there without a value, too, although its type does not say so; undefined if there always is one. */
function heldValue(value: Value, node: ts.Expression, isTaken = isAsked(node)): Value | undefined {
  const { rep } = value;
  if (rep.kind === 'any') return undefined;
  // Where it is not asked for, a property was tested when it was read.
  if (rep.kind === 'optional') return isTaken ? value : undefined;
  if (isRef(rep)) return { ...value, rep: optionalOf(rep) };
  // Its class is in another file, which did not ask.
  return isCompared(node) ? fail(node, 'GN1017', node.getText()) : undefined;
}
