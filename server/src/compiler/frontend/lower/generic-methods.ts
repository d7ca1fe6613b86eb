// Calls of generic methods that classes have different ones of: `abstract accept<R>(visitor: Visitor<R>): R`. Such a method
// has no place in its class's descriptor, since it is compiled for each use. A function for the use finds the class of the
// object among those that the program has, and calls its method.

import type { Inst } from '../../ir/ir.ts';
import { isObjectLike } from '../assignability.ts';
import { parentTypeOf } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { typeParametersOf } from '../generic-properties.ts';
import { memberName } from '../member-names.ts';
import { type ObjectLayout, repTitle, type Slot } from '../object-layout.ts';
import { classRep, knownLayouts } from '../object-types.ts';
import { type FunctionRep, type ObjectRep, type Rep, repName, undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { lowerAllArguments } from './arguments.ts';
import { type FunctionNode, isFunctionNode } from './captures.ts';
import { instantiateMember } from './classes.ts';
import { captureValues } from './closures.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { instantiate, lowerReturn, signatureOf } from './functions.ts';
import { findImplementations, literalFunctions, onLiteral } from './generic-functions.ts';
import type { FunctionInstance } from './instances.ts';
import { unify } from './library-calls.ts';
import { makeFunction, parameterValues } from './made-functions.ts';
import { requireObject } from './methods.ts';
import { isOf } from './narrowing.ts';
import { callOpenMethod } from './open-objects.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** A method with type parameters: of a class, perhaps abstract, or of an interface. */
export type GenericMethod = (ts.MethodDeclaration | ts.MethodSignature) & {
  readonly typeParameters: ts.NodeArray<ts.TypeParameterDeclaration>;
};

export function isGenericMethod(node: ts.Node): node is GenericMethod {
  return (ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) && Boolean(node.typeParameters?.length);
}

/** What a call asks for: a method of the objects of a layout, compiled for type arguments. */
export interface Use {
  readonly receiver: ObjectLayout;
  readonly name: string;
  /** True for a method with type parameters, which no other one takes the place of. */
  readonly isGeneric: boolean;
  readonly typeArguments: readonly Rep[];
  readonly signature: FunctionRep;
}

/** A class with a method of its own, or a literal, and the layout of its objects. */
interface Implementation {
  readonly layout: ObjectLayout;
  readonly method: FunctionNode;
}

/** True if a class that extends that of a method has another method of that name. */
export function hasOtherMethods(fn: FunctionLowering, method: GenericMethod, name: string): boolean {
  const owner = method.parent;
  if (!ts.isClassLike(owner)) return true;
  fn.module.dependOnSubclasses(fn.symbol, owner);
  return fn.module.world.families.below(owner).some((each) => methodOf(fn, each, name, true) !== undefined);
}

/** `object.method(...)`, for the method that the object's class has. */
export function lowerGenericCall(
  fn: FunctionLowering,
  receiver: Value,
  name: string,
  node: ts.CallExpression,
): Value {
  const { layout } = receiver.rep as ObjectRep;
  const { typeArguments, signature } = calledWith(fn, node);
  const { expression } = node.expression as ts.PropertyAccessExpression;
  if (!layout.declaration)
    findImplementations(fn, fn.checker.getNonNullableType(fn.checker.getTypeAtLocation(expression)), name);
  const erased = layout.slots[layout.slotIndex(name)]?.rep.result;
  // An array that a literal's method makes holds elements of any kind.
  const result = erased?.kind === 'any' && signature.result.kind === 'array' ? erased : signature.result;
  const use: Use = {
    receiver: layout,
    name,
    isGeneric: true,
    typeArguments,
    signature: { ...signature, result },
  };
  const args = lowerAllArguments(fn, undefined, use.signature, node.arguments, node);
  return callImplementationOf(fn, use, receiver, args, node);
}

/** Calls the method that the class of an object has, by the function which finds it. */
export function callImplementationOf(
  fn: FunctionLowering,
  use: Use,
  receiver: Value,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const symbol = functionFor(fn, use, node);
  const { declaration } = use.receiver;
  if (declaration) fn.module.dependOnSubclasses(fn.symbol, declaration);
  return fn.within(node, () => {
    const object = instOf(receiver);
    requireObject(fn, object);
    const { result } = use.signature;
    const inst = fn.b.call(symbol, passedType(result), [object, ...args.map((arg) => passed(fn, arg))]);
    return result.kind === 'void' ? { rep: result } : received(fn, result, inst);
  });
}

/** Type arguments and signature of a call, as TypeScript has found them. */
function calledWith(fn: FunctionLowering, node: ts.CallExpression) {
  const { checker } = fn;
  const resolved = checker.getResolvedSignature(node);
  const declaration = resolved?.getDeclaration();
  if (!resolved || !declaration || !isGenericMethod(declaration))
    return fail(node.expression, 'GN1001', 'this call');
  const typeArguments = checker
    .getTypeArgumentsForResolvedSignature(resolved)
    ?.map((type) => fn.repOf(type, node));
  const params = resolved
    .getParameters()
    .map((each) => fn.repOf(checker.getTypeOfSymbolAtLocation(each, node), node));
  const rest = declaration.parameters.at(-1)?.dotDotDotToken !== undefined;
  const result = fn.repOf(resolved.getReturnType(), node);
  const signature: FunctionRep = { kind: 'function', params, result, ...(rest ? { rest } : {}) };
  return { typeArguments: typeArguments ?? [], signature };
}

/** Symbol of the function that calls the right method. It is made once all classes are known. */
function functionFor(fn: FunctionLowering, use: Use, node: ts.Node): string {
  const { module } = fn;
  const { receiver, name, typeArguments, signature } = use;
  const symbol = `f.lib.generic<${receiver.identity}.${name}<${typeArguments.map(repName).join()}>${repName(signature)}>`;
  let done: string | undefined;
  module.addLast(symbol, () => {
    const found = implementations(fn, use);
    for (const { method } of found) dependOnImplementation(fn, method);
    const key = found.map(({ layout }) => layout.identity).join();
    if (key === done) return false;
    done = key;
    module.guard(node, () => makeDispatch(fn, symbol, use, found, node));
    return true;
  });
  return symbol;
}

/** Code for a receiver relies on all that it may be. */
function dependOnImplementation(fn: FunctionLowering, method: FunctionNode): void {
  if (ts.isClassLike(method.parent)) fn.module.dependOnSubclasses(fn.symbol, method.parent);
  else fn.module.dependOnText(fn, outermostFunction(method));
}

/** The function around a node that is in no other. */
function outermostFunction(node: FunctionNode): FunctionNode {
  let outermost = node;
  for (let each: ts.Node = node; !ts.isSourceFile(each); each = each.parent)
    if (isFunctionNode(each)) outermost = each;
  return outermost;
}

/** The methods that objects of a layout may have, those of subclasses before those of their parents. */
function implementations(fn: FunctionLowering, { receiver, name, isGeneric }: Use): Implementation[] {
  const { families } = fn.module.world;
  const { declaration } = receiver;
  const classes = declaration ? [declaration, ...families.below(declaration)] : families.classes;
  const found: Implementation[] = [];
  for (const each of classes) {
    const method = methodOf(fn, each, name, isGeneric);
    if (method) found.push(...layoutsOf(fn, each, receiver).map((layout) => ({ layout, method })));
  }
  if (!declaration && isGeneric) {
    const to: ObjectRep = { kind: 'object', layout: receiver };
    const ofLiterals = literalFunctions(fn, name);
    found.push(...ofLiterals.filter(({ layout }) => isObjectLike({ kind: 'object', layout }, to)));
  }
  return found.sort((a, b) => depth(b.layout) - depth(a.layout));
}

function depth({ parent }: ObjectLayout): number {
  return parent ? depth(parent) + 1 : 0;
}

/** The method of that name that a class declares itself. */
function methodOf(
  { checker }: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  name: string,
  isGeneric: boolean,
): ts.MethodDeclaration | undefined {
  return declaration.members.find(
    (each): each is ts.MethodDeclaration =>
      ts.isMethodDeclaration(each) &&
      each.body !== undefined &&
      Boolean(each.typeParameters?.length) === isGeneric &&
      memberName(each.name, checker) === name,
  );
}

/** Layouts of a class whose objects may be used as ones of a receiver. */
function layoutsOf(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  receiver: ObjectLayout,
): ObjectLayout[] {
  const { checker } = fn;
  const found = new Set(knownLayouts(checker, declaration));
  const own = declaration.typeParameters?.length
    ? layoutBelow(fn, declaration, receiver)
    : classRep(checker, declaration, [], fn.substitution)?.layout;
  if (own) found.add(own);
  const to: ObjectRep = { kind: 'object', layout: receiver };
  return [...found].filter((layout) => isObjectLike({ kind: 'object', layout }, to));
}

/** The layout of a generic class whose parent's type arguments say what its own are. */
function layoutBelow(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  receiver: ObjectLayout,
): ObjectLayout | undefined {
  const { checker } = fn;
  if (declaration === receiver.declaration) return receiver;
  const parentType = receiver.declaration && parentTypeOf(checker, declaration);
  const parent = parentType?.getSymbol()?.declarations?.find(ts.isClassLike);
  const layout = parent && layoutBelow(fn, parent, receiver);
  if (!layout) return undefined;
  const substitution = new Map<ts.Symbol, Rep>();
  unify(checker, parentType!, { kind: 'object', layout }, substitution);
  const args = (declaration.typeParameters ?? []).map((each) => {
    const symbol = checker.getSymbolAtLocation(each.name);
    return symbol && substitution.get(symbol);
  });
  return classRep(checker, declaration, args)?.layout;
}

/** The function: asks for one class after another. An object of none of them is of a class that came later. */
function makeDispatch(
  user: FunctionLowering,
  symbol: string,
  { receiver, name, typeArguments, signature }: Use,
  found: readonly Implementation[],
  node: ts.Node,
): void {
  const { params, result } = signature;
  makeFunction(user, { symbol, name, result, node }, (fn) => {
    const { b } = fn;
    const object: Value = { rep: { kind: 'object', layout: receiver }, inst: b.addParam(b.block, 'ref') };
    const args = parameterValues(fn, params);
    for (const { layout, method } of found) {
      const matching = b.createBlock();
      const other = b.createBlock();
      b.branch(isOf(fn, object, layout), matching, other);
      b.enterSealed(matching);
      const value = callImplementation(fn, { layout, method }, typeArguments, object, args, signature, node);
      lowerReturn(fn, result.kind === 'void' ? undefined : convert(fn, value, result, node));
      b.enterSealed(other);
    }
    const slot = receiver.slots[receiver.slotIndex(name)];
    if (slot?.isGeneric) callErased(fn, object, slot, args, result, node);
    else b.trap('cast');
  });
}

/** What is left are objects of literals: their method takes and gives values that say themselves what they are. */
function callErased(
  fn: FunctionLowering,
  object: Value,
  slot: Slot,
  given: readonly Value[],
  result: Rep,
  node: ts.Node,
): void {
  const args = slot.rep.params.map((rep, i) => convert(fn, given[i] ?? { rep: undefinedRep }, rep, node));
  const value = callOpenMethod(fn, instOf(object), slot, args, { of: 'any' });
  lowerReturn(fn, result.kind === 'void' ? undefined : convert(fn, value, result, node));
}

function callImplementation(
  fn: FunctionLowering,
  { layout, method }: Implementation,
  typeArguments: readonly Rep[],
  object: Value,
  given: readonly Value[],
  signature: FunctionRep,
  node: ts.Node,
): Value {
  const substitution = new Map(layout.substitution);
  for (const [i, parameter] of typeParametersOf(fn.checker, method).entries()) {
    const symbol = fn.checker.getSymbolAtLocation(parameter.name);
    const rep = typeArguments[i];
    if (symbol && rep) substitution.set(symbol, rep);
  }
  const declared = signatureOf(fn, method, substitution);
  const isSameRest = declared.rest === (signature.rest ?? false);
  if (!isSameRest || (declared.rest && declared.params.length !== given.length))
    fail(node, 'GN2004', repTitle({ kind: 'function', ...declared }), repTitle(signature));
  const args = declared.params.slice(0, given.length).map((rep, i) => convert(fn, given[i]!, rep, node));
  const params = args.map(({ rep }) => rep);
  const values = args.map((arg) => passed(fn, arg));
  const call = ({ symbol, result }: FunctionInstance, all: readonly Inst[]) => {
    const inst = fn.b.call(symbol, passedType(result), all);
    return result.kind === 'void' ? { rep: result } : received(fn, result, inst);
  };
  if (layout.declaration)
    return call(instantiateMember(fn, layout, method, substitution, params), [instOf(object), ...values]);
  const own: Value = { ...object, rep: { kind: 'object', layout } };
  return onLiteral(fn, method, own, () => {
    const instance = instantiate(fn, method, { form: 'direct', substitution, params, arity: params.length });
    return call(instance, [...values, ...captureValues(fn, instance.captures, node)]);
  });
}
