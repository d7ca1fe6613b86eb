// What has a `then` of its own is waited for as promises are.
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep, isNothing, undefinedRep, voidRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import { isPromise } from './coroutines.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { boundMethod } from './method-values.ts';
import type { Value } from './value.ts';

/** A promise that takes after an object, if that has a `then` that takes a function; else undefined. */
export function promiseOfThenable(fn: FunctionLowering, value: Value, node: ts.Node): Value | undefined {
  const { rep } = value;
  if (rep.kind !== 'object' || !hasThen(rep.layout)) return undefined;
  const then = boundMethod(fn, value, 'then', node);
  const resolve = then?.rep.kind === 'function' ? given(then.rep.params[0]) : undefined;
  if (!then || !resolve) return undefined;
  const [T = undefinedRep] = resolve.params;
  const fulfilled = isNothing(T) ? anyRep : T;
  const settle = (param: Rep): FunctionRep => ({ kind: 'function', params: [param], result: voidRep });
  const called: FunctionRep = {
    kind: 'function',
    params: [settle(fulfilled), settle(anyRep)],
    result: voidRep,
  };
  const types = new Map([['T', fulfilled]]);
  return callLibrary(fn, 'promise_ofThen', [convert(fn, then, called, node)], node, types);
}

/** `Promise.resolve(x)` where x is a promise, which it gives back, or has a `then`; else undefined. */
export function promiseResolved(fn: FunctionLowering, node: ts.CallExpression): Value | undefined {
  const [argument] = node.arguments;
  if (node.expression.getText() !== 'Promise.resolve' || !argument) return undefined;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(argument));
  const isWaitedFor = rep?.kind === 'object' && (hasThen(rep.layout) || isPromise(rep));
  if (!isWaitedFor) return undefined;
  const value = lowerExpression(fn, argument);
  if (isPromise(value.rep)) return convert(fn, value, fn.repAt(node), node);
  return promiseOfThenable(fn, value, node);
}

const hasThen = (layout: Extract<Rep, { kind: 'object' }>['layout']) =>
  layout.field('then') !== undefined || layout.slotIndex('then') >= 0;

/** The function that a parameter takes. */
function given(rep: Rep | undefined): FunctionRep | undefined {
  const inner = rep?.kind === 'optional' ? rep.of : rep;
  return inner?.kind === 'function' ? inner : undefined;
}
