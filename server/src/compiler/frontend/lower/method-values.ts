// Methods as values: `const f = object.method`. Called later, such a function has no `this`. So only methods that do not
// use it can be values; which of the methods it is that the object's class has is found when the value is made.
import { CLOSURE_CAPTURES, ObjectKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { ObjectLayout, Slot } from '../object-layout.ts';
import { parametersOf } from '../parameters.ts';
import type { Rep } from '../reps.ts';
import { repName, sameRep, withUndefined } from '../reps.ts';
import { isEquality, isOnlyLookedAt } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import { isFunctionNode, standsForThis } from './captures.ts';
import { valueOrDefault } from './defaults.ts';
import type { FunctionLowering } from './function.ts';
import { newWrapper, WRAPPER_OBJECT } from './function-identity.ts';
import { functionValue } from './function-values.ts';
import { lowerReturn } from './functions.ts';
import { closureValues, makeFunction } from './made-functions.ts';
import { callSlotOf, methodInSlot } from './methods.ts';
import { readProperty } from './objects.ts';
import { callOpenMethod, heldMethod, objectsOf } from './open-objects.ts';
import { instOf, type Value } from './value.ts';

/** A static method as a value. */
export function staticMethodValue(
  fn: FunctionLowering,
  method: ts.MethodDeclaration,
  node: ts.Expression,
  expected: Rep | undefined,
): Value {
  if (usesThis(method)) failWithoutThis(node);
  return functionValue(fn, method, node, expected);
}

/** A method of an object, or a function that it holds, as a function that is called on it; undefined if it has none. */
export function boundMethod(
  fn: FunctionLowering,
  value: Value,
  name: string,
  node: ts.Node,
): Value | undefined {
  if (value.rep.kind !== 'object') return undefined;
  const { layout } = value.rep;
  const object = instOf(value);
  const index = layout.slotIndex(name);
  const field = layout.field(name);
  // A method that the constructor binds is a property, too.
  if (field && index < 0) {
    const held = readProperty(fn, object, layout, field, node);
    return held.rep.kind === 'function' || held.rep.kind === 'optional' ? held : undefined;
  }
  return index < 0 ? undefined : bound(fn, object, layout, index, node);
}

/** The method that an object's class has in a slot, as a value. */
export function methodValue(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  index: number,
  node: ts.Expression,
): Value {
  const slot = layout.slots[index]!;
  const isCalled = !isOnlyLookedAt(node);
  if (layout.isOpen && isCalled) return heldMethod(fn, object, slot, objectsOf(layout), node);
  if (layout.isOpen) return isCompared(node) ? failWithoutThis(node) : boundByName(fn, object, slot, node);
  if (isCalled && (!slot.node || usesThis(slot.node))) return failWithoutThis(node);
  return bound(fn, object, layout, index, node, methodInSlot(fn, object, index));
}

/** True for a side of `===` whose other one is not undefined or null. */
function isCompared(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isCompared(parent);
  if (!ts.isBinaryExpression(parent) || !isEquality(parent)) return false;
  const other = parent.left === node ? parent.right : parent.left;
  return !/^(undefined|null)$/.test(skipParentheses(other).getText());
}

/** A closure that holds an object and calls what its class has in a slot; it stands for that method, if one is given. */
function bound(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  index: number,
  node: ts.Node,
  method?: Inst,
): Value {
  const slot = layout.slots[index]!;
  if (layout.isOpen) return boundByName(fn, object, slot, node);
  const parameters = slot.node ? parametersOf(slot.node) : [];
  // Callers of a function value do not know the default values that callers of methods pass.
  const params = slot.rep.params.map((rep, i) => (parameters[i]?.initializer ? withUndefined(rep) : rep));
  const call: CallBound = (inside, self, args) => {
    const values = args.map((arg, i) =>
      valueFor(inside, arg, slot.rep.params[i]!, parameters[i]?.initializer),
    );
    return callSlotOf(inside, self, slot, index, values);
  };
  const defaults = parameters.map(({ initializer }) => initializer?.getText() ?? '').join();
  const place = `${index} ${defaults}`;
  const name = method ? slot.name : `bound ${slot.name}`;
  return boundTo(fn, object, place, { name, rep: { ...slot.rep, params } }, call, node, method);
}

function valueFor(fn: FunctionLowering, arg: Value, rep: Rep, initializer: ts.Expression | undefined): Value {
  return sameRep(arg.rep, rep) || !initializer ? arg : valueOrDefault(fn, arg, initializer);
}

/** The same for the method that an object's class has by a name. */
export function boundByName(
  fn: FunctionLowering,
  object: Inst,
  slot: Pick<Slot, 'name' | 'rep'>,
  node: ts.Node,
): Value {
  const call: CallBound = (inside, self, args) => callOpenMethod(inside, self, slot, args, { of: 'any' });
  return boundTo(fn, object, slot.name, slot, call, node);
}

/** Calls the method of an object that a closure holds. */
type CallBound = (fn: FunctionLowering, object: Inst, args: readonly Value[]) => Value;

function boundTo(
  fn: FunctionLowering,
  object: Inst,
  place: string,
  slot: Pick<Slot, 'name' | 'rep'>,
  call: CallBound,
  node: ts.Node,
  method?: Inst,
): Value {
  const { b, module } = fn;
  const symbol = `f.lib.method<${place};${repName(slot.rep)}${method ? ';same' : ''}>`;
  if (!module.hasFunction(symbol)) makeCaller(fn, symbol, slot, call, node, method ? WRAPPER_OBJECT : 0);
  if (method) return { rep: slot.rep, inst: newWrapper(fn, symbol, method, node, object) };
  const closure = fn.within(node, () =>
    allocate(b, ObjectKind.closure, CLOSURE_CAPTURES + 4, b.address(symbol)),
  );
  b.store('ref', 'capture', object, closure, CLOSURE_CAPTURES);
  return { rep: slot.rep, inst: closure };
}

/** A function that calls the method in a slot of the object that its closure holds; classes with alike methods share it. */
function makeCaller(
  user: FunctionLowering,
  symbol: string,
  { name, rep }: Pick<Slot, 'name' | 'rep'>,
  call: CallBound,
  node: ts.Node,
  place: number,
): void {
  makeFunction(user, { symbol, name, result: rep.result, node }, (fn) => {
    const { args, held } = closureValues(fn, rep.params, place + 1);
    lowerReturn(fn, call(fn, held[place]!, args));
  });
}

/** True if the code of a method mentions `this`, or `super`. */
export function usesThis(
  method: ts.MethodDeclaration | ts.AccessorDeclaration | ts.FunctionExpression,
): boolean {
  const mentions = (node: ts.Node): boolean => {
    if (standsForThis(node)) return true;
    if ((isFunctionNode(node) && !ts.isArrowFunction(node)) || ts.isClassLike(node)) return false;
    return ts.forEachChild(node, mentions) ?? false;
  };
  return [...method.parameters, ...(method.body ? [method.body] : [])].some(mentions);
}

function failWithoutThis(node: ts.Expression): never {
  return fail(node, 'GN1011', node.getText());
}
