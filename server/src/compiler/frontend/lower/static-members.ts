// Static members: a static property is a global variable, a static method a function. Those of library classes are
// constants.
import { classOfSymbol, classSymbolName } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { classRep, constantKey, memberName } from '../object-types.ts';
import { noSubstitution, repOfType } from '../rep-of-type.ts';
import { isNothing, type Rep, repName, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { Place } from './assignments.ts';
import { substitutionOf } from './calls.ts';
import { classOfStaticThis, instantiateMember } from './classes.ts';
import { convert } from './conversions.ts';
import { lowerTo } from './expressions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { staticMethodValue } from './method-values.ts';
import { callMember } from './methods.ts';
import { isInLibrary } from './module.ts';
import { nameIn, unaliased } from './names.ts';
import { narrowed } from './narrowing.ts';
import { passed, passedType, received } from './passing.ts';
import type { Value } from './value.ts';

/** The class that an expression names. */
export function classNamed(
  node: ts.Expression,
  checker: ts.TypeChecker,
): ts.ClassLikeDeclaration | undefined {
  if (node.kind === ts.SyntaxKind.ThisKeyword) return classOfStaticThis(node);
  const name = nameIn(checker, node);
  const symbol = name && checker.getSymbolAtLocation(name);
  return classOfSymbol(symbol && unaliased(checker, symbol));
}

/** The variable of a static property. */
export function staticBinding(fn: FunctionLowering, node: ts.PropertyDeclaration): Binding {
  const owner = classSymbolName(node.parent as ts.ClassLikeDeclaration);
  const rep = repOfType(fn.checker, fn.checker.getTypeAtLocation(node), noSubstitution, node.name);
  if (isNothing(rep)) fail(node.name, 'GN1002', rep.kind);
  const name = `${owner}.${memberName(node.name, fn.checker)}`;
  return { kind: 'global', rep, global: { name, symbol: `g.${name}:${repName(rep)}`, rep } };
}

export type MemberAccess = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What `object.name` or `object['name']` names. */
export function memberSymbol(fn: FunctionLowering, node: MemberAccess): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return fn.checker.getSymbolAtLocation(node.name);
  const key = constantKey(node.argumentExpression, fn.checker);
  return key === undefined ? undefined : fn.checker.getTypeAtLocation(node.expression).getProperty(key);
}

/** The static member that `Foo.name` means, with those of parents. */
export function staticMember(fn: FunctionLowering, node: MemberAccess): ts.ClassElement | undefined {
  const declaration = classNamed(node.expression, fn.checker);
  if (!declaration) return undefined;
  const members = memberSymbol(fn, node)?.declarations ?? [];
  const member = members.find(
    (each): each is ts.ClassElement =>
      ts.isClassElement(each) && !(ts.isMethodDeclaration(each) && !each.body),
  );
  const rep = classRep(fn.checker, declaration, []);
  if (rep) fn.module.dependOnLayout(fn.symbol, rep.layout);
  return member;
}

/** `Foo.method(...)`. */
export function lowerStaticCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  method: ts.MethodDeclaration,
): Value {
  const substitution = method.typeParameters?.length
    ? substitutionOf(fn, node, method, undefined, noSubstitution)
    : noSubstitution;
  return callMember(fn, { target: method, substitution }, node.arguments, node);
}

/** `Foo.name`: what a static property holds, or its getter gives. */
export function lowerStaticProperty(
  fn: FunctionLowering,
  node: MemberAccess,
  member: ts.ClassElement,
  expected?: Rep,
): Value {
  if (ts.isPropertyDeclaration(member)) {
    if (isInLibrary(member)) return lowerTo(fn, member.initializer!, fn.repAt(member));
    return narrowed(fn, fn.read(staticBinding(fn, member)), node);
  }
  if (ts.isGetAccessor(member)) return narrowed(fn, callAccessor(fn, member, []), node);
  if (ts.isMethodDeclaration(member)) return staticMethodValue(fn, member, node, expected);
  return fail(node, 'GN1004', `'${member.name?.getText()}'`);
}

/** `Foo.name` as something that can be assigned to. */
export function staticPlace(fn: FunctionLowering, node: MemberAccess, member: ts.ClassElement): Place {
  if (ts.isPropertyDeclaration(member)) {
    const binding = staticBinding(fn, member);
    return {
      rep: binding.rep,
      read: () => fn.read(binding),
      write: (value) => fn.write(binding, value),
    };
  }
  const accessors = (member.parent as ts.ClassLikeDeclaration).members.filter(
    (each) => ts.isAccessor(each) && each.name.getText() === member.name?.getText(),
  );
  const getter = accessors.find(ts.isGetAccessor);
  const setter = accessors.find(ts.isSetAccessor);
  const parameter = setter?.parameters[0];
  if (!setter || !parameter) return fail(node, 'GN1001', `assigning to '${member.name?.getText()}'`);
  return {
    rep: fn.repAt(parameter.name),
    read: () =>
      getter ? callAccessor(fn, getter, []) : fail(node, 'GN1003', `reading '${member.name?.getText()}'`),
    write: (value) => {
      callAccessor(fn, setter, [value]);
    },
  };
}

function callAccessor(fn: FunctionLowering, accessor: ts.AccessorDeclaration, args: readonly Value[]): Value {
  const instance = instantiateMember(fn, undefined, accessor);
  const values = args.map((arg, i) => passed(fn, convert(fn, arg, instance.params[i]!, accessor)));
  const inst = fn.b.call(instance.symbol, passedType(instance.result), values);
  return instance.result.kind === 'void' ? { rep: voidRep } : received(fn, instance.result, inst);
}
