// Calls of methods of the library's collections, in the place of which classes of the program may have others:
// `class Counter extends Map<string, number> { get(key) { ... } }`. They have no slots, so that those that nobody calls are
// not on the board: if a class has another method, the call asks for the class of its object (generic-methods.ts).

import { isExtensible, methodNamed } from '../library-classes.ts';
import { memberName } from '../member-names.ts';
import type { ObjectLayout } from '../object-layout.ts';
import type { FunctionRep, ObjectRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { lowerAllArguments } from './arguments.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { signatureOf } from './functions.ts';
import { callImplementationOf } from './generic-methods.ts';
import { isInLibrary } from './globals.ts';
import { callLibraryMethod } from './library-methods.ts';
import { callMember, type KnownMember } from './methods.ts';
import type { Value } from './value.ts';

/** Calls a method which has no slot: that of the library, or what an object's class has in its place. */
export function callLibraryMember(
  fn: FunctionLowering,
  member: KnownMember,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Value {
  const { target, layout, object } = member;
  if (!layout || !object || !isOverridden(fn, layout, target) || isOwnUse(node))
    return callMember(fn, member, nodes, node);
  const signature = signatureOf(fn, target, layout.substitution);
  const args = lowerAllArguments(fn, target, signature, nodes, node);
  return callOverridden(fn, { rep: { kind: 'object', layout }, inst: object }, target, args, node);
}

/** The same for a method of a collection by its name, with arguments that are computed already. */
export function callMethodOfCollection(
  fn: FunctionLowering,
  object: Value,
  name: string,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const { layout } = object.rep as ObjectRep;
  const target = methodNamed(layout, name);
  if (!target || !isOverridden(fn, layout, target)) return callLibraryMethod(fn, object, name, args, node);
  const { params } = signatureOf(fn, target, layout.substitution);
  const given = args.map((arg, i) => convert(fn, arg, params[i]!, node));
  return callOverridden(fn, object, target, given, node);
}

function callOverridden(
  fn: FunctionLowering,
  object: Value,
  target: ts.MethodDeclaration,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const { layout } = object.rep as ObjectRep;
  const signature: FunctionRep = { kind: 'function', ...signatureOf(fn, target, layout.substitution) };
  const name = memberName(target.name, fn.checker)!;
  const use = { receiver: layout, name, isGeneric: false, typeArguments: [], signature };
  return callImplementationOf(fn, use, object, args, node);
}

/** True if objects of the program's classes may have another method in the place of one of the library. */
function isOverridden(
  fn: FunctionLowering,
  layout: ObjectLayout,
  method: ts.Node,
): method is ts.MethodDeclaration {
  if (!isExtensible(layout) || !ts.isMethodDeclaration(method) || method.typeParameters?.length) return false;
  const owner = method.parent as ts.ClassLikeDeclaration;
  const name = memberName(method.name, fn.checker);
  fn.module.dependOnSubclasses(fn.symbol, owner);
  return fn.module.world.families
    .below(owner)
    .some(({ members }) => members.some((each) => each.name && memberName(each.name, fn.checker) === name));
}

/** True where a collection uses itself, which it does as if it had no subclasses; but for what its constructor is given. */
function isOwnUse(node: ts.Node): boolean {
  if (!isInLibrary(node) || !ts.isCallExpression(node)) return false;
  const { expression } = node;
  const isOfThis =
    ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword;
  const around = ts.findAncestor(node, ts.isMethodDeclaration)?.name.getText();
  return isOfThis && around !== '__take' && around !== '__fill';
}
