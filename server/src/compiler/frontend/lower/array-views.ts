// Methods of arrays that make arrays of other elements: `concat`, `flat`, `entries`; and loops over entries and keys.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { anyRep, arrayOf, intRep, isNumeric, numberRep, sameRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { arrayResult, emptyArray } from './array-callbacks.ts';
import { lengthOf } from './array-edits.ts';
import {
  type AnyArrayRep,
  elementRep,
  isArrayRep,
  loadUnchecked,
  pushValue,
  spreadSource,
  storedForm,
} from './arrays.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { zero } from './method-arguments.ts';
import { constantOf, instOf, type Value } from './value.ts';

/** `concat`: of each argument that is an array its elements, else the argument itself. */
export function lowerConcat(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
): Value {
  const others = node.arguments.map((argument) => {
    if (ts.isSpreadElement(argument)) {
      const value = spreadSource(fn, arrayOf(rep), argument.expression);
      return { value, argument, form: 'arrays' } as const;
    }
    const value = lowerExpression(fn, argument, rep);
    if (mayBeArray(fn, value, argument)) fail(argument, 'GN1001', "'concat' of what may be an array or not");
    return { value, argument, form: value.rep.kind === 'array' ? 'array' : 'value' } as const;
  });
  const copy = callLibrary(fn, 'array_slice', [receiver, zero(fn), lengthOf(fn, receiver)], node);
  for (const { value, argument, form } of others) {
    if (form === 'arrays') callLibrary(fn, 'array_flatten', [value, copy], node);
    else if (form === 'array') callLibrary(fn, 'array_append', [copy, value], node);
    else pushValue(fn, rep, instOf(copy), storedForm(fn, rep, value, argument));
  }
  return copy;
}

/** True for values of which only the board knows whether they are arrays. */
function mayBeArray(fn: FunctionLowering, value: Value, node: ts.Expression): boolean {
  if (value.rep.kind !== 'any') return false;
  const type = fn.checker.getTypeAtLocation(node);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const rep = fn.tryRepOf(part);
    return !rep || isArrayRep(rep);
  });
}

/** `flat`: as many times as its argument says, which must be known. */
export function lowerFlat(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  const [argument] = node.arguments;
  const value = argument && lowerExpression(fn, argument);
  const depth = value ? constantOf(value) : 1;
  if (depth === undefined) return fail(argument!, 'GN1001', "a depth of 'flat' that is not a constant");
  const result = arrayResult(fn, node);
  let flattened = callLibrary(fn, 'array_slice', [receiver, zero(fn), lengthOf(fn, receiver)], node);
  for (let i = 0; i < depth; i++) {
    const element = elementOf(flattened);
    if (element.kind === 'any') fail(node, 'GN1001', "'flat' of an array of arrays and other values");
    if (!isArrayRep(element)) break;
    const target = emptyArray(fn, { kind: 'array', element: elementRep(element) }, node);
    callLibrary(fn, 'array_flatten', [flattened, target], node);
    flattened = target;
  }
  if (sameRep(flattened.rep, result)) return flattened;
  const converted = emptyArray(fn, result, node);
  callLibrary(fn, 'array_append', [converted, flattened], node);
  return converted;
}

const elementOf = (array: Value): Rep => elementRep(array.rep as AnyArrayRep);

/** `a.entries()` or `a.keys()`, which a loop goes over without making it. */
export interface ArrayView {
  readonly array: Value;
  readonly method: 'entries' | 'keys';
  readonly node: ts.Node;
}

/** The array whose entries or keys an expression is, or undefined. */
export function arrayView(fn: FunctionLowering, node: ts.Expression): ArrayView | undefined {
  const call = skipParentheses(node);
  if (!ts.isCallExpression(call) || !ts.isPropertyAccessExpression(call.expression)) return undefined;
  const { expression, name } = call.expression;
  const method = name.text;
  if (call.flags & ts.NodeFlags.OptionalChain || (method !== 'entries' && method !== 'keys'))
    return undefined;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(expression));
  return rep && isArrayRep(rep) ? { array: lowerExpression(fn, expression), method, node } : undefined;
}

export const indexValue = (fn: FunctionLowering, index: Inst): Value => ({
  rep: numberRep,
  inst: fn.b.op('i2d', index),
});

export const elementAt = (fn: FunctionLowering, { array }: ArrayView, index: Inst): Value =>
  loadUnchecked(fn, array.rep as AnyArrayRep, instOf(array), index);

/** What a loop over the keys or entries is given at an index. */
export function viewedValue(fn: FunctionLowering, view: ArrayView, index: Inst): Value {
  if (view.method === 'keys') return indexValue(fn, index);
  const element = elementAt(fn, view, index);
  const pair = pairRep(element.rep);
  const at: Value = { rep: intRep, inst: index };
  return callLibrary(fn, 'array_pair', [at, element], view.node, new Map([['P', pair]]));
}

/** Pairs of index and element are arrays of what holds both. */
const pairRep = (element: Rep): Rep => arrayOf(isNumeric(element) ? numberRep : anyRep);

/** `[...a.entries()]`: all pairs. */
export function lowerEntries(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
): Value {
  const result = emptyArray(fn, arrayOf(pairRep(elementRep(rep))), node);
  callLibrary(fn, 'array_entries', [receiver, result], node);
  return result;
}
