// Calls of values of type `any`: of functions that were made without a type (dynamic-values.ts), which take arrays of
// anything, and of those with a type, whose boxes know how to call them with such an array.
import { CLASS_METHODS, OBJECT_CLASS, OBJECT_FIELDS, ValueKind } from '../../abi/objects.ts';
import { Unsupported } from '../diagnostics.ts';
import { anyFunctionRep, anyRep, arrayOf, type FunctionRep, memoryOf, repName, sameRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { adaptFunction } from './adapters.ts';
import { fromAny, isBoxOf, isKind } from './any.ts';
import { arrayOfExpressions } from './arrays.ts';
import { Merge } from './assignments.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { callLibrary } from './library-calls.ts';
import { makeFunction, parameterValues } from './made-functions.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

const argumentsRep = arrayOf(anyRep);

/** Calls a value, which must be a function. */
export function callAny(
  fn: FunctionLowering,
  callee: Value,
  name: string,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Value {
  const { b } = fn;
  return fn.within(node, () => {
    const result = new Merge(fn, anyRep);
    const [boxed, free, typed, known, other, join] = [
      b.createBlock(),
      b.createBlock(),
      b.createBlock(),
      b.createBlock(),
      b.createBlock(),
      b.createBlock(),
    ];
    other.rare = true;
    b.branch(isKind(fn, callee, ValueKind.function, node), boxed, other);
    b.enterSealed(boxed);
    const args = passed(fn, arrayOfExpressions(fn, argumentsRep, [], undefined, nodes, node));
    b.branch(isBoxOf(fn, callee, anyFunctionRep, node), free, typed);
    b.enterSealed(free);
    const target = fromAny(fn, callee, anyFunctionRep, node);
    result.set(received(fn, anyRep, b.callRef(instOf(target), passedType(anyRep), [args])));
    b.jump(join);
    b.enterSealed(typed);
    const boxClass = b.load('i32', 'field.#class', instOf(callee), OBJECT_CLASS);
    const caller = b.load('ref', 'constant', boxClass, CLASS_METHODS);
    b.branch(b.rcmp('ne', caller, b.nullRef()), known, other);
    b.enterSealed(known);
    result.set(received(fn, anyRep, b.callRef(caller, passedType(anyRep), [instOf(callee), args])));
    b.jump(join);
    b.enterSealed(other);
    result.set(callLibrary(fn, 'any_notCallable', [callee, fn.text(name)], node));
    b.jump(join);
    b.enterSealed(join);
    return result.get();
  });
}

/** Symbol of the function that calls what a box of a type holds with an array of anything; undefined if there can be none. */
export function callerOf(user: FunctionLowering, rep: FunctionRep, node: ts.Node): string | undefined {
  if (rep.isClass || sameRep(rep, anyFunctionRep)) return undefined;
  const symbol = `f.lib.caller<${repName(rep)}>`;
  try {
    if (!user.module.hasFunction(symbol)) makeCaller(user, symbol, rep, node);
    return user.module.constants.functionValue(symbol);
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function makeCaller(user: FunctionLowering, symbol: string, rep: FunctionRep, node: ts.Node): void {
  makeFunction(user, { symbol, name: '(anonymous)', result: anyRep, node }, (fn) => {
    const { b } = fn;
    const [box, args] = parameterValues(fn, [anyRep, argumentsRep]);
    const held = b.load(memoryOf(rep), 'field.#value', instOf(box!), OBJECT_FIELDS);
    const target = adaptFunction(fn, { rep, inst: held }, anyFunctionRep, node);
    const inst = b.callRef(instOf(target), passedType(anyRep), [passed(fn, args!)]);
    lowerReturn(fn, received(fn, anyRep, inst));
  });
}
