// Functions that declare their `this` (`function greet(this: Person)`) as properties: `{ name, greet }`, `person.greet = greet`.
// Such a function takes its object as its first parameter; what a property holds is a closure of it and of the object.
import { CLOSURE_CAPTURES, ObjectKind } from '../../abi/objects.ts';
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import { hasNoThis, isThisParameter, parametersOf } from '../parameters.ts';
import { type FunctionRep, isRef, type Rep, repName } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import { type FunctionNode, literalOfThis, staticFunction } from './captures.ts';
import { convert } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { closureValues, makeFunction, parameterValues } from './made-functions.ts';
import { nameIn } from './names.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** The name of such a function that a property is given; undefined for all other values. */
export function borrowedFunction(fn: FunctionLowering, node: ts.Expression): ts.Expression | undefined {
  const value = skipParentheses(node);
  const name = nameIn(fn.checker, value);
  const target = name && staticFunction(fn.symbolAt(name));
  return target && isThisParameter(parametersOf(target)[0]) ? value : undefined;
}

/** The same of a property of a literal. */
export function borrowedBy(
  fn: FunctionLowering,
  node: ts.ObjectLiteralElementLike,
): ts.Expression | undefined {
  if (ts.isShorthandPropertyAssignment(node)) return borrowedFunction(fn, node.name);
  return ts.isPropertyAssignment(node) ? borrowedFunction(fn, node.initializer) : undefined;
}

/** That function with an object as its `this`. */
export function boundToObject(fn: FunctionLowering, node: ts.Expression, object: Value): Value {
  const callee = lowerExpression(fn, node);
  const { rep } = callee;
  if (rep.kind !== 'function') return fail(node, 'GN1001', 'this function');
  const [own, ...params] = rep.params;
  if (!own || !isRef(own)) return fail(node, 'GN1001', `'this' of type '${own ? repTitle(own) : 'void'}'`);
  const self = convert(fn, object, own, node);
  const to: FunctionRep = { ...rep, params };
  const symbol = `f.lib.of<${repName(rep)}>`;
  if (!fn.module.hasFunction(symbol)) makeBound(fn, symbol, rep, to, node);
  const closure = fn.within(node, () =>
    allocate(fn.b, ObjectKind.closure, CLOSURE_CAPTURES + 8, fn.b.address(symbol)),
  );
  fn.b.store('ref', 'capture', instOf(callee), closure, CLOSURE_CAPTURES);
  fn.b.store('ref', 'capture', passed(fn, self), closure, CLOSURE_CAPTURES + 4);
  return { rep: to, inst: closure };
}

function makeBound(
  user: FunctionLowering,
  symbol: string,
  from: FunctionRep,
  to: FunctionRep,
  node: ts.Node,
): void {
  makeFunction(user, { symbol, name: '(anonymous)', result: to.result, node }, (fn) => {
    const { args, held } = closureValues(fn, to.params, 2);
    const all = [held[1]!, ...args.map((arg) => passed(fn, arg))];
    const inst = fn.b.callRef(held[0]!, passedType(from.result), all);
    lowerReturn(fn, from.result.kind === 'void' ? undefined : received(fn, from.result, inst));
  });
}

/** True for a method that says of its `this` what its literal is not: it is for objects that take it over. */
export function isForOthers(fn: FunctionLowering, method: FunctionNode): boolean {
  const literal = literalOfThis(method);
  const [first] = method.parameters;
  if (!literal || !first?.type || !isThisParameter(first) || hasNoThis(method) || fn.takenBy !== undefined)
    return false;
  const { checker } = fn;
  const own = checker.getWidenedType(checker.getTypeAtLocation(literal));
  return !checker.isTypeAssignableTo(own, checker.getTypeAtLocation(first));
}

/** What its literal has, which TypeScript lets nobody call. */
export function functionOfOthers(fn: FunctionLowering, rep: Rep, node: ts.Node): Value {
  if (rep.kind !== 'function') return fail(node, 'GN1001', 'this method');
  const symbol = `f.lib.ofOthers<${repName(rep)}>`;
  if (!fn.module.hasFunction(symbol))
    makeFunction(fn, { symbol, name: '(anonymous)', result: rep.result, node }, (inside) => {
      parameterValues(inside, rep.params);
      inside.b.trap('nullReference');
    });
  return { rep, inst: fn.b.object(fn.module.constants.functionValue(symbol)) };
}
