// Methods of arrays that take a function.
import { isCallableAs } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { isThisParameter, parametersOf } from '../parameters.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import {
  anyRep,
  arrayOf,
  booleanRep,
  isLooserArray,
  isNothing,
  isNumeric,
  numberRep,
  sameRep,
  voidRep,
  withUndefined,
} from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { asArray } from './array-views.ts';
import { type AnyArrayRep, elementRep, isArrayRep, newArray } from './arrays.ts';
import { partial } from './calls-on.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { checkNoSpread, resultRep } from './method-arguments.ts';
import { elementOrNone } from './optional-results.ts';
import type { Value } from './value.ts';

/** What a method that takes a function is called with. */
export interface CallbackCall {
  readonly fn: FunctionLowering;
  readonly receiver: Value;
  readonly rep: AnyArrayRep;
  readonly node: ts.CallExpression;
  /** What the context of the call wants. */
  readonly expected: Rep | undefined;
}

/** The type of a callback that gets an element, its index and the array. */
function callbackRep(rep: AnyArrayRep, result: Rep): FunctionRep {
  return { kind: 'function', params: [elementRep(rep), numberRep, rep], result };
}

/** The function that a method is given. */
function callbackNode(node: ts.CallExpression, method: string): ts.Expression {
  const [first] = node.arguments;
  if (!first) return fail(node, 'GN1003', `this form of '${method}'`);
  checkNoSpread(first);
  return first;
}

/** A callback as it is written, with the argument after it as its `this`, if it has one. */
function lowerCallback(fn: FunctionLowering, node: ts.Expression, wanted: Rep): Value {
  const call = node.parent;
  const self = ts.isCallExpression(call) ? call.arguments[call.arguments.indexOf(node) + 1] : undefined;
  if (!self || !takesSelf(call as ts.CallExpression)) return lowerExpression(fn, node, wanted);
  if (!hasThis(fn, node)) {
    const value = lowerExpression(fn, node, wanted);
    lowerExpression(fn, self);
    return value;
  }
  return partial(fn, call as ts.CallExpression, lowerExpression(fn, node), [self]);
}

/** Of `reduce` and `reduceRight` the argument after the function is another one. */
function takesSelf({ expression }: ts.CallExpression): boolean {
  return !ts.isPropertyAccessExpression(expression) || !expression.name.text.startsWith('reduce');
}

/** True for a function that says what its `this` is. */
function hasThis(fn: FunctionLowering, node: ts.Expression): boolean {
  const [signature] = fn.checker.getTypeAtLocation(node).getCallSignatures();
  const declaration = signature?.getDeclaration();
  return declaration !== undefined && isThisParameter(parametersOf(declaration)[0]);
}

/** A callback as given: it may take fewer parameters than it is passed. */
export function checkedCallback(fn: FunctionLowering, node: ts.Expression, wanted: FunctionRep): Value {
  const value = lowerCallback(fn, node, wanted);
  const { rep } = value;
  const converted = convert(fn, value, wanted, node);
  if (rep.kind !== 'function' || !isCallableAs(rep, wanted)) return converted;
  const result = wanted.result.kind === 'void' ? wanted.result : rep.result;
  return { ...value, rep: { ...rep, result } };
}

/** A function as it is if it can be called by a type, else one of that type that calls it. */
function asCallback(fn: FunctionLowering, value: Value, wanted: FunctionRep, node: ts.Expression): Value {
  const isFine = value.rep.kind === 'function' && isCallableAs(value.rep, wanted);
  return isFine ? value : convert(fn, value, wanted, node);
}

/** A test, whose result counts as true or false whatever it is. */
function lowerTest(fn: FunctionLowering, rep: AnyArrayRep, node: ts.Expression): Value {
  const wanted = callbackRep(rep, booleanRep);
  const value = lowerCallback(fn, node, wanted);
  const result = value.rep.kind === 'function' ? value.rep.result : booleanRep;
  return asCallback(fn, value, { ...wanted, result }, node);
}

/** `every`, `some`, `findIndex`, `findLastIndex`: what the library's function gives. */
export function lowerTestMethod(call: CallbackCall, method: string): Value {
  const { fn, receiver, rep, node } = call;
  const test = lowerTest(fn, rep, callbackNode(node, method));
  return callLibrary(fn, `array_${method}`, [receiver, test], node);
}

export function lowerForEach({ fn, receiver, rep, node }: CallbackCall): Value {
  const action = checkedCallback(fn, callbackNode(node, 'forEach'), callbackRep(rep, voidRep));
  return callLibrary(fn, 'array_forEach', [receiver, action], node);
}

/** `find` and `findLast`. */
export function lowerFind(call: CallbackCall, method: 'find' | 'findLast'): Value {
  const { fn, receiver, rep, node } = call;
  const index = lowerTestMethod(call, `${method}Index`);
  const guard = guardedRep(fn, node);
  return fn.within(node, () => elementOrNone(fn, rep, receiver, index, node, guard));
}

export function lowerFilter({ fn, receiver, rep, node }: CallbackCall): Value {
  const test = lowerTest(fn, rep, callbackNode(node, 'filter'));
  if (rep.kind === 'typedArray') return callLibrary(fn, 'typedArray_filter', [receiver, test], node);
  const guard = guardedRep(fn, node);
  if (!guard || sameRep(guard, rep.element)) return callLibrary(fn, 'array_filter', [receiver, test], node);
  const result = emptyArray(fn, { kind: 'array', element: guard }, node);
  callLibrary(fn, 'array_filterTo', [receiver, test, result], node);
  return result;
}

/** What the elements are for which a test that is a type guard holds; undefined if it is none, or says next to nothing. */
function guardedRep(fn: FunctionLowering, node: ts.CallExpression): Rep | undefined {
  const signature = fn.checker.getResolvedSignature(node);
  if (!signature?.declaration?.typeParameters?.length) return undefined;
  const [guarded] = fn.checker.getTypeArgumentsForResolvedSignature(signature) ?? [];
  const rep = guarded && fn.repOf(guarded, node);
  const inner = rep?.kind === 'optional' ? rep.of : rep;
  // `x !== null` leaves of `unknown` what is nothing but there.
  const isAnything =
    inner?.kind === 'object' &&
    !inner.layout.declaration &&
    inner.layout.fields.length + inner.layout.slots.length === 0;
  return isAnything || (rep && isNothing(rep)) ? undefined : rep;
}

export function emptyArray(fn: FunctionLowering, rep: AnyArrayRep, node: ts.Node): Value {
  return { rep, inst: fn.within(node, () => newArray(fn, rep, fn.b.iconst(0))) };
}

export function lowerMap({ fn, receiver, rep, node, expected }: CallbackCall): Value {
  const own = arrayResult(fn, node);
  const result = refinedArray(own, expected);
  const transform = callbackNode(node, 'map');
  const element = elementRep(result);
  const wanted = callbackRep(rep, mayLackShown(node, transform) ? withUndefined(element) : element);
  const value = checkedCallback(fn, transform, wanted);
  const name = rep.kind === 'typedArray' ? 'typedArray_map' : 'array_map';
  return callLibrary(fn, name, [receiver, value], node);
}

/** True for `console.log(xs.map((x) => table[x]?.name))`: what TypeScript knows nothing of is shown. */
function mayLackShown({ parent }: ts.CallExpression, transform: ts.Expression): boolean {
  const isShown = ts.isCallExpression(parent) && /^console\.\w+$/.test(parent.expression.getText());
  if (!isShown || !ts.isArrowFunction(transform) || ts.isBlock(transform.body)) return false;
  const body = skipParentheses(transform.body);
  return ts.isOptionalChain(body) || ts.isElementAccessExpression(body);
}

/** `flatMap`: where the function gives no arrays, it is `map`. */
export function lowerFlatMap({ fn, receiver, rep, node }: CallbackCall): Value {
  const result = arrayResult(fn, node);
  const wanted = callbackRep(rep, result);
  const transform = callbackNode(node, 'flatMap');
  const given = lowerCallback(fn, transform, wanted);
  const made = given.rep.kind === 'function' ? given.rep.result : result;
  const value = asCallback(fn, given, { ...wanted, result: made }, transform);
  if (made.kind === 'any' || made.kind === 'optional') {
    const mixed = emptyArray(fn, arrayOf(anyRep), node);
    callLibrary(fn, 'array_flatMapMixed', [receiver, value, mixed], node);
    return asArray(fn, mixed, result, node);
  }
  const flattened = emptyArray(fn, result, node);
  if (isArrayRep(made)) {
    callLibrary(fn, 'array_flatMap', [receiver, value, flattened], node);
    return flattened;
  }
  return callLibrary(fn, 'array_map', [receiver, value], node);
}

/**
 * What a call gives whose type is an array: the numbers that its context wants, and where the type says nothing of what
 * is in arrays inside (`Array.from({ length: n }, () => Array(n).fill(0))`), the arrays that it wants.
 */
export function refinedArray(own: AnyArrayRep, expected: Rep | undefined): AnyArrayRep {
  if (!expected || !isArrayRep(expected)) return own;
  const [given, wanted] = [elementRep(own), elementRep(expected)];
  const isOfAny = given.kind === 'any' && isArrayRep(wanted);
  return (isNumeric(given) && isNumeric(wanted)) || isOfAny || isLooserArray(given, wanted) ? expected : own;
}

/** The representation of a call that gives an array. */
export function arrayResult(fn: FunctionLowering, node: ts.CallExpression): AnyArrayRep {
  const rep = resultRep(fn, node);
  if (isArrayRep(rep)) return rep;
  if (rep.kind === 'any') return arrayOf(rep);
  return fail(node, 'GN1002', fn.checker.typeToString(fn.checker.getTypeAtLocation(node)));
}

/** `reduce` and `reduceRight`. */
export function lowerReduce(call: CallbackCall, method: 'reduce' | 'reduceRight'): Value {
  const { fn, receiver, rep, node, expected } = call;
  const [, initial] = node.arguments;
  const found = resultRep(fn, node);
  // What is always undefined is held as any value is.
  const own = isNothing(found) ? anyRep : found;
  const result = expected && isNumeric(expected) && isNumeric(own) && initial ? expected : own;
  const accumulator = initial ? result : elementRep(rep);
  const wanted: FunctionRep = {
    kind: 'function',
    params: [accumulator, elementRep(rep), numberRep, rep],
    result: accumulator,
  };
  const combine = checkedCombine(fn, callbackNode(node, method), wanted);
  if (!initial) return callLibrary(fn, `array_${method}First`, [receiver, combine], node);
  const start = lowerTo(fn, initial, combine.rep.kind === 'function' ? combine.rep.result : result);
  return callLibrary(fn, `array_${method}`, [receiver, combine, start], node);
}

/** The combining function of reduce; where it was written for `number`, it works on numbers. */
function checkedCombine(fn: FunctionLowering, node: ts.Expression, wanted: FunctionRep): Value {
  const value = lowerExpression(fn, node, wanted);
  const { rep } = value;
  const first = rep.kind === 'function' ? rep.params[0] : undefined;
  if (rep.kind === 'function' && first && !sameRep(first, wanted.params[0]!) && sameRep(first, rep.result)) {
    const adapted: FunctionRep = { ...wanted, params: [first, ...wanted.params.slice(1)], result: first };
    return asCallback(fn, value, adapted, node);
  }
  return asCallback(fn, value, wanted, node);
}

/** Sorts in place: by a comparing function, by value, or by text. */
export function sortInPlace(
  fn: FunctionLowering,
  array: Value,
  rep: AnyArrayRep,
  compare: Value | undefined,
  node: ts.CallExpression,
): void {
  const element = elementRep(rep);
  const mayLack = element.kind === 'any' || (element.kind === 'optional' && element.absent === 'undefined');
  const sort = mayLack ? 'array_sortPresent' : 'array_sort';
  const byDefault = rep.kind === 'typedArray' ? 'typedArray_sortByValue' : `${sort}ByText`;
  if (compare) callLibrary(fn, sort, [array, compare], node);
  else callLibrary(fn, byDefault, [array], node);
}

/** The comparing function of `sort` and `toSorted`, if there is one. */
export function lowerCompare(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  node: ts.CallExpression,
): Value | undefined {
  const [compare] = node.arguments;
  if (!compare || (ts.isIdentifier(compare) && compare.text === 'undefined')) return undefined;
  checkNoSpread(compare);
  const element = elementRep(rep);
  const wanted: FunctionRep = { kind: 'function', params: [element, element], result: numberRep };
  const value = lowerExpression(fn, compare, wanted);
  const own = value.rep.kind === 'function' ? value.rep.result : numberRep;
  return asCallback(fn, value, isNumeric(own) ? { ...wanted, result: own } : wanted, compare);
}
