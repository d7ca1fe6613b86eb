// Methods of arrays that make arrays of other elements: `concat`, `flat`, `entries`; and loops over entries and keys.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { anyRep, arrayOf, intRep, isNothing, isNumeric, numberRep, sameRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { arrayResult, emptyArray } from './array-callbacks.ts';
import { lengthOf } from './array-edits.ts';
import {
  type AnyArrayRep,
  arrayAt,
  arrayOfIterated,
  arrayOfValues,
  elementRep,
  isArrayRep,
  loadUnchecked,
  pushValue,
  spreadSource,
  storedForm,
} from './arrays.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
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
      const { expression } = argument;
      const spread = arrayAt(fn.tryRepOf(fn.checker.getTypeAtLocation(expression)));
      if (spread && isArrayRep(spread) && mayBeArray(fn, elementRep(spread), elementType(fn, expression))) {
        const list = spreadSource(fn, arrayOf(anyRep), expression);
        return { value: takenApart(fn, list, rep, argument), argument };
      }
      const isOfArrays = spread && isArrayRep(spread) && isArrayRep(elementRep(spread));
      const value = spreadSource(fn, isOfArrays ? arrayOf(rep) : rep, expression);
      return { value, argument, form: isOfArrays ? 'arrays' : 'array' } as const;
    }
    const value = lowerExpression(fn, argument, rep);
    if (mayBeArray(fn, value.rep, fn.checker.getTypeAtLocation(argument))) {
      const list = arrayOfValues(fn, arrayOf(anyRep), [value], argument);
      return { value: takenApart(fn, list, rep, argument), argument };
    }
    return { value, argument, form: value.rep.kind === 'array' ? 'array' : 'value' } as const;
  });
  const copy = callLibrary(fn, 'array_slice', [receiver, zero(fn), lengthOf(fn, receiver)], node);
  for (const { value, argument, form } of others) {
    if (form === 'arrays') callLibrary(fn, 'array_flatten', [value, copy], node);
    else if (form === 'value') pushValue(fn, rep, instOf(copy), storedForm(fn, rep, value, argument));
    else callLibrary(fn, 'array_append', [copy, value], node);
  }
  return copy;
}

/** The type of an array's elements. */
function elementType(fn: FunctionLowering, array: ts.Expression): ts.Type {
  const type = fn.checker.getTypeAtLocation(array);
  return fn.checker.getIndexTypeOfType(type, ts.IndexKind.Number) ?? type;
}

/** Of an array of what may be arrays or not, the elements of those that are, and the others; each checked to fit. */
function takenApart(fn: FunctionLowering, list: Value, rep: AnyArrayRep, node: ts.Expression): Value {
  const all = emptyArray(fn, arrayOf(anyRep), node);
  const depth: Value = { rep: intRep, inst: fn.b.iconst(1) };
  callLibrary(fn, 'array_flattenMixed', [list, all, depth], node);
  return elementRep(rep).kind === 'any' || rep.kind === 'typedArray'
    ? all
    : arrayOfIterated(fn, all, node, rep);
}

/** True for values of which only the board knows whether they are arrays. */
function mayBeArray(fn: FunctionLowering, rep: Rep, type: ts.Type): boolean {
  if (rep.kind !== 'any') return false;
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return true;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => {
    const each = arrayAt(fn.tryRepOf(part));
    return !each || isArrayRep(each);
  });
}

/** `flat`: as many times as its argument says, which must be known. */
export function lowerFlat(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  const [argument] = node.arguments;
  const value = argument && lowerExpression(fn, argument);
  const depth = value && !isNothing(value.rep) ? constantOf(value) : 1;
  if (depth === undefined) return fail(argument!, 'GN1001', "a depth of 'flat' that is not a constant");
  const result = arrayResult(fn, node);
  let flattened = callLibrary(fn, 'array_slice', [receiver, zero(fn), lengthOf(fn, receiver)], node);
  for (let i = 0; i < depth; i++) {
    const element = elementOf(flattened);
    const isMixed = element.kind === 'any' || (element.kind === 'optional' && isArrayRep(element.of));
    if (!isMixed && !isArrayRep(element)) break;
    const inner = isMixed ? anyRep : elementRep(element as AnyArrayRep);
    const target = emptyArray(fn, { kind: 'array', element: inner }, node);
    if (isMixed) {
      const rest: Value = { rep: intRep, inst: fn.b.iconst(Math.min(depth - i, DEEP)) };
      callLibrary(fn, 'array_flattenMixed', [flattened, target, rest], node);
      flattened = target;
      break;
    }
    callLibrary(fn, 'array_flatten', [flattened, target], node);
    flattened = target;
  }
  return asArray(fn, flattened, result, node);
}

/** As deep as arrays may be in each other: more than there is memory for. */
const DEEP = 0xffff;

/** The elements as those of another kind of array. */
export function asArray(fn: FunctionLowering, array: Value, rep: AnyArrayRep, node: ts.Node): Value {
  if (sameRep(array.rep, rep)) return array;
  const converted = emptyArray(fn, rep, node);
  callLibrary(fn, 'array_append', [converted, array], node);
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
  return rep && isArrayRep(rep) ? { array: lowerTo(fn, expression, rep), method, node } : undefined;
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
