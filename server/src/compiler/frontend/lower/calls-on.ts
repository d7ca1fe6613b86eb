// `f.call(object, ...)`, `f.apply(object, array)` and `f.bind(object, ...)`: of functions, which mostly have no `this`, and of
// methods, which are functions whose first parameter is `this`.
import { CLOSURE_CAPTURES, ObjectKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fixedCount } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { type Field, repTitle } from '../object-layout.ts';
import { isThisParameter, parametersOf } from '../parameters.ts';
import { anyRep, arrayOf, type FunctionRep, type Rep, repName, sameRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import { fromAny, toAny } from './any.ts';
import { lowerAllArguments } from './arguments.ts';
import { arrayOfExpressions, arrayOfValues, loadUnchecked } from './arrays.ts';
import { namespaceName } from './builtin-functions.ts';
import { callValue, lowerDirectCall } from './calls.ts';
import { type FunctionNode, literalOfThis, staticFunction } from './captures.ts';
import { isOfFunctionType } from './class-values.ts';
import { convert } from './conversions.ts';
import { isDictionary } from './dictionaries.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { functionValue } from './function-values.ts';
import { lowerReturn } from './functions.ts';
import { closureValues, makeFunction } from './made-functions.ts';
import { callWithArray, takesAny } from './math.ts';
import { boundMethod, usesThis } from './method-values.ts';
import { callSlotOn } from './methods.ts';
import { nameIn } from './names.ts';
import { lowerPrototypeCall } from './object-functions.ts';
import { asThis, layoutAt } from './objects.ts';
import { leaveIfAbsent } from './optional-chains.ts';
import { passed, passedType, received } from './passing.ts';
import { checkKnown, methodNamedBy } from './spread-methods.ts';
import { type MemberAccess, staticMember } from './static-members.ts';
import { instOf, type Value } from './value.ts';

/** The call, if it is one of those; else undefined. */
export function lowerCallOn(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression,
): Value | undefined {
  const kind = ['call', 'apply', 'bind'].find((name) => isOfFunctionType(fn, callee, name));
  if (!kind) return undefined;
  const target = skipParentheses(callee.expression);
  const [self, ...others] = node.arguments;
  if (callee.questionDotToken) return callIfPresent(fn, node, target, kind);
  const own = kind === 'call' && self ? lowerPrototypeCall(fn, node, target, self, others) : undefined;
  if (own) return own;
  if (kind === 'bind') return bindFunction(fn, node, target, self, others);
  const nodes = kind === 'apply' ? listed(others[0]) : others;
  return callOn(fn, node, target, self, nodes);
}

/** `f?.call(object, ...)` and the like. */
function callIfPresent(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: ts.Expression,
  kind: string,
): Value {
  const callee = leaveIfAbsent(fn, lowerExpression(fn, target));
  const [self, ...others] = node.arguments;
  if (self) lowerExpression(fn, self);
  if (kind === 'bind') return partial(fn, node, callee, others);
  return callValue(fn, node, callee, kind === 'apply' ? listed(others[0]) : others);
}

/** The elements of an array as arguments. */
function listed(array: ts.Expression | undefined): ts.Expression[] {
  if (!array) return [];
  const inner = skipParentheses(array);
  if (ts.isArrayLiteralExpression(inner)) return [...inner.elements];
  return [ts.factory.createSpreadElement(array)];
}

function callOn(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: ts.Expression,
  self: ts.Expression | undefined,
  nodes: readonly ts.Expression[],
): Value {
  const method = methodNamed(fn, target);
  if (method) {
    const { layout, index } = method;
    const owner = method.object;
    const object = self && ownObject(target, self) ? owner : self && lowerExpression(fn, self);
    if (!object) return fail(node, 'GN1001', 'this call');
    const to: Rep = { kind: 'object', layout };
    const receiver = instOf(convert(fn, object, to, node));
    const args = lowerAllArguments(fn, undefined, layout.slots[index]!.rep, nodes, node);
    return fn.within(node, () => callSlotOn(fn, instOf(owner), receiver, layout, index, args));
  }
  const taken = takenMethod(fn, target);
  if (self && isBoundToLiteral(fn, taken) && !ownObject(taken, self)) {
    if (taken === target) return callValue(fn, node, methodForOther(fn, taken, self, node), nodes);
    if (!checksOwnObject(fn, taken, self, node)) refuseOther(node);
  }
  if (self && ts.isFunctionExpression(target) && isThisParameter(parametersOf(target)[0]))
    return callValue(fn, node, lowerExpression(fn, target), [self, ...nodes]);
  const name = nameIn(fn.checker, target);
  const known = name && staticFunction(fn.symbolAt(name));
  if (self && !isThisParameter(known && parametersOf(known)[0])) lowerExpression(fn, self);
  if (known && name) {
    fn.module.dependOnFunction(fn, fn.symbolAt(name), known);
    const leading = self && isThisParameter(parametersOf(known)[0]) ? [lowerExpression(fn, self)] : [];
    return lowerDirectCall(fn, node, known, undefined, nodes, { leading });
  }
  if (ts.isPropertyAccessExpression(target) && target.expression.getText() === 'Math') {
    const { text } = target.name;
    return takesAny(text) ? callWithArray(fn, node, text, nodes) : fail(node, 'GN1001', 'spreading here');
  }
  return callValue(fn, node, lowerExpression(fn, target), nodes);
}

/** True where a method is taken of the very object that it is called on: `a.f.bind(a)`. */
function ownObject(target: ts.Expression, self: ts.Expression): boolean {
  const isOf = ts.isPropertyAccessExpression(target) && target.expression.getText() === self.getText();
  return isOf && (ts.isIdentifier(self) || self.kind === ts.SyntaxKind.ThisKeyword);
}

/** What a constant was taken from: `const original = api.fetch`. */
function takenMethod(fn: FunctionLowering, target: ts.Expression): ts.Expression {
  const declaration = ts.isIdentifier(target) ? fn.symbolAt(target).valueDeclaration : undefined;
  const isConstant =
    declaration && ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const;
  const value = isConstant && declaration.initializer && skipParentheses(declaration.initializer);
  return value && ts.isPropertyAccessExpression(value) ? value : target;
}

/** `person.greet` of a literal with another object as its `this`. */
function methodForOther(
  fn: FunctionLowering,
  target: ts.Expression,
  self: ts.Expression,
  node: ts.Node,
): Value {
  const method = methodNamedBy(fn, target);
  if (!method) return refuseOther(node);
  checkKnown(fn, method, node, (target as ts.PropertyAccessExpression).name.text);
  return methodFor(fn, method, lowerExpression(fn, self)) ?? refuseOther(node);
}

/** The method of a literal for another object, which is `this` then; undefined if that keeps what both have in another way. */
function methodFor(fn: FunctionLowering, method: FunctionNode, object: Value): Value | undefined {
  const literal = literalOfThis(method);
  const own = literal && fn.tryRepOf(fn.checker.getTypeAtLocation(literal));
  if (own?.kind !== 'object' || object.rep.kind !== 'object' || object.rep.layout.isOpen) return undefined;
  const { layout } = object.rep;
  const isOther = ({ name, rep }: Field) => {
    const field = layout.field(name);
    return field !== undefined && rep.kind !== 'function' && !sameRep(field.rep, rep);
  };
  if (isDictionary(own) || isDictionary(object.rep) || own.layout.fields.some(isOther)) return undefined;
  fn.takenBy = layout.identity;
  const value = asThis(fn, literal!, object, () => functionValue(fn, method, method));
  fn.takenBy = undefined;
  return value;
}

function refuseOther(node: ts.Node): never {
  return fail(
    node,
    'GN1001',
    `calling a method of a literal on another object than its own (give it a parameter)`,
  );
}

/** Checks that such a function, which has the object that the literal made, is called on that; false if it is not known. */
function checksOwnObject(
  fn: FunctionLowering,
  taken: ts.Expression,
  self: ts.Expression,
  node: ts.Node,
): boolean {
  const owner = ts.isPropertyAccessExpression(taken) ? skipParentheses(taken.expression) : taken;
  const declaration = ts.isIdentifier(owner) ? fn.symbolAt(owner).valueDeclaration : undefined;
  if (!declaration || !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)) return false;
  const own = lowerExpression(fn, owner);
  const given = lowerExpression(fn, self);
  if (own.rep.kind !== 'object' || given.rep.kind !== 'object') return false;
  fn.within(node, () => fn.b.check(fn.b.rcmp('eq', instOf(own), instOf(given)), 'cast'));
  return true;
}

/** True for a function of a literal that uses `this`, which is the object that the literal made. */
function isBoundToLiteral(fn: FunctionLowering, target: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(target)) return false;
  const declaration = fn.checker.getSymbolAtLocation(target.name)?.valueDeclaration;
  const value = declaration && ts.isPropertyAssignment(declaration) ? declaration.initializer : declaration;
  if (!value || !literalOfThis(value)) return false;
  return (ts.isMethodDeclaration(value) || ts.isFunctionExpression(value)) && usesThis(value);
}

/** A method of an object that `object.name` names. */
function methodNamed(fn: FunctionLowering, target: ts.Expression) {
  if (!ts.isPropertyAccessExpression(target) || staticMember(fn, target as MemberAccess)) return undefined;
  const declaration = fn.checker.getSymbolAtLocation(target.name)?.valueDeclaration;
  if (!declaration || !ts.isMethodDeclaration(declaration) || !ts.isClassLike(declaration.parent))
    return undefined;
  const object = lowerExpression(fn, target.expression);
  if (object.rep.kind !== 'object') return undefined;
  const layout = layoutAt(fn, object, target.expression);
  const index = layout.slotIndex(target.name.text);
  return index < 0 || layout.isOpen
    ? fail(target, 'GN1003', `'${target.getText()}'`)
    : { object, layout, index };
}

function bindFunction(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: ts.Expression,
  self: ts.Expression | undefined,
  nodes: readonly ts.Expression[],
): Value {
  const known = nameIn(fn.checker, target);
  const declaration = known && staticFunction(fn.symbolAt(known));
  if (isThisParameter(declaration && parametersOf(declaration)[0]) && self)
    return partial(fn, node, lowerExpression(fn, target), [self, ...nodes]);
  const method = methodNamed(fn, target);
  const taken = takenMethod(fn, target);
  if (!method && self && isBoundToLiteral(fn, taken) && !ownObject(taken, self)) {
    if (taken === target) return partial(fn, node, methodForOther(fn, taken, self, node), nodes);
    if (!checksOwnObject(fn, taken, self, node)) refuseOther(node);
    return partial(fn, node, lowerExpression(fn, target), nodes);
  }
  if (!method) {
    if (self && !namespaceName(fn, self)) lowerExpression(fn, self);
    return partial(fn, node, lowerExpression(fn, target), nodes);
  }
  if (!self || !ownObject(target, self))
    fail(node, 'GN1001', "'bind' to another object than the method's own");
  const bound = boundMethod(fn, method.object, (target as ts.PropertyAccessExpression).name.text, target);
  return bound ? partial(fn, node, bound, nodes) : fail(target, 'GN1003', `'${target.getText()}'`);
}

/** A function that calls another one with arguments before its own. They are kept as values that say what they are. */
export function partial(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: Value,
  nodes: readonly ts.Expression[],
): Value {
  const { rep } = callee;
  if (rep.kind !== 'function') return fail(node, 'GN1001', `binding a value of type '${repTitle(rep)}'`);
  if (nodes.length === 0) return callee;
  const fixed = fixedCount(rep);
  const rest = rep.params[fixed];
  const values = nodes.map((each, i) => {
    const wanted = i < fixed ? rep.params[i] : rest?.kind === 'array' ? rest.element : undefined;
    if (!wanted || ts.isSpreadElement(each)) return fail(each, 'GN1001', 'binding these arguments');
    return toAny(fn, lowerTo(fn, each, wanted), each);
  });
  const to: FunctionRep = { ...rep, params: rep.params.slice(Math.min(nodes.length, fixed)) };
  const symbol = `f.lib.bound<${nodes.length};${repName(rep)}>`;
  if (!fn.module.hasFunction(symbol)) makePartial(fn, symbol, rep, to, nodes.length, node);
  const array = arrayOfValues(fn, arrayOf(anyRep), values, node);
  const closure = fn.within(node, () =>
    allocate(fn.b, ObjectKind.closure, CLOSURE_CAPTURES + 8, fn.b.address(symbol)),
  );
  fn.b.store('ref', 'capture', instOf(callee), closure, CLOSURE_CAPTURES);
  fn.b.store('ref', 'capture', instOf(array), closure, CLOSURE_CAPTURES + 4);
  return { rep: to, inst: closure };
}

function makePartial(
  user: FunctionLowering,
  symbol: string,
  from: FunctionRep,
  to: FunctionRep,
  count: number,
  node: ts.Node,
): void {
  makeFunction(user, { symbol, name: '(anonymous)', result: to.result, node }, (fn) => {
    const { b } = fn;
    const { args: own, held } = closureValues(fn, to.params, 2);
    const [target, array] = held as [Inst, Inst];
    const kept = (i: number, rep: Rep) => {
      const value = loadUnchecked(fn, arrayOf(anyRep), array, b.iconst(i));
      return rep.kind === 'any' ? value : fromAny(fn, value, rep, node);
    };
    const fixed = Math.min(count, fixedCount(from));
    const all = [...from.params.slice(0, fixed).map((rep, i) => kept(i, rep)), ...own];
    const rest = from.params.at(-1);
    if (count > fixed && rest?.kind === 'array') {
      const first = Array.from({ length: count - fixed }, (_, i) => kept(fixed + i, rest.element));
      all.push(arrayOfExpressions(fn, rest, first, all.pop(), [], node));
    }
    const args = all.map((arg) => passed(fn, arg));
    const inst = b.callRef(target, passedType(from.result), args);
    lowerReturn(fn, from.result.kind === 'void' ? undefined : received(fn, from.result, inst));
  });
}
