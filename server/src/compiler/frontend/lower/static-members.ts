// Static members: a static property is a global variable, a static method a function. Those of library classes are
// constants.

import { isStatic } from '../class-members.ts';
import { classOfSymbol, classSymbolName, parentClassesOf } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { memberName } from '../member-names.ts';
import { classRep } from '../object-types.ts';
import { isThisParameter, parametersOf } from '../parameters.ts';
import { noSubstitution, repOfType } from '../rep-of-type.ts';
import { anyRep, arrayOf, booleanRep, isNothing, type Rep, repName, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { arrayOfIterated } from './arrays.ts';
import type { Place } from './assignments.ts';
import { classFactory } from './class-factories.ts';
import { classOfStaticThis, instantiateMember } from './classes.ts';
import { captureValues } from './closures.ts';
import { convert } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { isLocalStatic } from './local-statics.ts';
import { staticMethodValue, usesThis } from './method-values.ts';
import { callMember } from './methods.ts';
import { nameIn, unaliased } from './names.ts';
import { narrowed } from './narrowing.ts';
import { passed, passedType, received } from './passing.ts';
import { isPerhapsCall } from './perhaps-calls.ts';
import { steadyKey } from './steady-keys.ts';
import { promiseResolved } from './thenables.ts';
import { substitutionOf } from './type-arguments.ts';
import { instOf, type Value } from './value.ts';

/** The class that an expression names. */
export function classNamed(node: ts.Expression, fn: FunctionLowering): ts.ClassLikeDeclaration | undefined {
  const { checker } = fn;
  if (fn.heldClass?.node === node) return fn.heldClass.declaration;
  if (node.kind === ts.SyntaxKind.ThisKeyword) return staticThisAt(fn, node);
  if (node.kind === ts.SyntaxKind.SuperKeyword) {
    const own = classOfStaticThis(node);
    return own && parentOf(fn, own);
  }
  const name = nameIn(checker, node);
  const symbol = name && checker.getSymbolAtLocation(name);
  return classOfSymbol(symbol && unaliased(checker, symbol));
}

/** The class that `this` is in a static member: that which it was called as one of. */
function staticThisAt(fn: FunctionLowering, node: ts.Node): ts.ClassLikeDeclaration | undefined {
  const own = classOfStaticThis(node);
  return own && (fn.staticThis ?? own);
}

function parentOf(fn: FunctionLowering, declaration: ts.ClassLikeDeclaration) {
  return parentClassesOf(fn.checker, declaration)[0];
}

/**
 * What `this` is in a static member that `object.name` means, if that uses it and is called as one of another class than
 * its own.
 */
function staticThisFor(
  fn: FunctionLowering,
  node: MemberAccess,
  member: ts.ClassElement,
): ts.ClassLikeDeclaration | undefined {
  const { expression } = node;
  const isSuper = expression.kind === ts.SyntaxKind.SuperKeyword;
  const called = isSuper ? staticThisAt(fn, expression) : classNamed(expression, fn);
  const isOther = called !== undefined && called !== member.parent;
  return isOther && (ts.isMethodDeclaration(member) || ts.isAccessor(member)) && usesThis(member)
    ? called
    : undefined;
}

/** The variable of a static property. */
export function staticBinding(fn: FunctionLowering, node: ts.PropertyDeclaration): Binding {
  if (isLocalStatic(node)) return fn.binding(staticSymbol(fn, node), node);
  const owner = classSymbolName(node.parent as ts.ClassLikeDeclaration);
  const rep = repOfType(fn.checker, fn.checker.getTypeAtLocation(node), noSubstitution, node.name);
  if (isNothing(rep)) fail(node.name, 'GN1002', rep.kind);
  const name = `${owner}.${memberName(node.name, fn.checker)}`;
  return { kind: 'global', rep, global: { name, symbol: `g.${name}:${repName(rep)}`, rep } };
}

function staticSymbol(fn: FunctionLowering, node: ts.PropertyDeclaration): ts.Symbol {
  return fn.checker.getSymbolAtLocation(node.name)!;
}

/** Makes the variables of the static properties of a class inside of a function. */
export function declareLocalStatics(fn: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  for (const member of node.members)
    if (ts.isPropertyDeclaration(member) && isLocalStatic(member))
      fn.declare(staticSymbol(fn, member), fn.repAt(member), member.name);
}

export type MemberAccess = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** What `object.name` or `object['name']` names. */
export function memberSymbol(fn: FunctionLowering, node: MemberAccess): ts.Symbol | undefined {
  if (ts.isPropertyAccessExpression(node)) return fn.checker.getSymbolAtLocation(node.name);
  const key = steadyKey(fn, node.argumentExpression);
  return key === undefined ? undefined : fn.checker.getTypeAtLocation(node.expression).getProperty(key);
}

/** The static member that `Foo.name` means, with those of parents. */
export function staticMember(fn: FunctionLowering, node: MemberAccess): ts.ClassElement | undefined {
  const declaration = classNamed(node.expression, fn);
  if (!declaration) return undefined;
  const members = memberSymbol(fn, node)?.declarations ?? [];
  const isCode = (each: ts.Declaration): each is ts.ClassElement =>
    ts.isClassElement(each) && !(ts.isMethodDeclaration(each) && !each.body);
  const declared = members.find(isCode);
  const isHeld = fn.heldClass?.node === node.expression;
  const member = declared && (fn.staticThis || isHeld) ? memberOfThis(fn, declaration, declared) : declared;
  const rep = classRep(fn.checker, declaration, [], fn.substitution);
  if (rep) fn.module.dependOnLayout(fn.symbol, rep.layout);
  return member;
}

/** Of the members in the place of a static one, that of the class that `this` is, or of its nearest parent. */
function memberOfThis(
  fn: FunctionLowering,
  declaration: ts.ClassLikeDeclaration,
  declared: ts.ClassElement,
): ts.ClassElement {
  const isInPlace = (each: ts.ClassElement) =>
    isStatic(each) && each.kind === declared.kind && each.name?.getText() === declared.name?.getText();
  for (let each: ts.ClassLikeDeclaration | undefined = declaration; each; each = parentOf(fn, each)) {
    const found = each.members.find(isInPlace);
    if (found) return found;
  }
  return declared;
}

/** `Foo.method(...)`. */
export function lowerStaticCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: MemberAccess,
  method: ts.MethodDeclaration,
  expected?: Rep,
): Value {
  const promise = isInLibrary(method) ? promiseResolved(fn, node) : undefined;
  if (promise) return promise;
  const substitution = substitutionOf(fn, node, method, undefined, noSubstitution);
  const staticThis = staticThisFor(fn, callee, method);
  const iterated = isInLibrary(method) ? iteratedArgument(fn, node, method) : undefined;
  if (iterated) return callMember(fn, { target: method, substitution, staticThis }, [], node, [iterated]);
  const called = isThisParameter(parametersOf(method)[0]) && classNamed(callee.expression, fn);
  const leading = called ? [classFactory(fn, called, callee.expression, undefined)] : [];
  const givesPerhaps = isPerhapsCall(fn, node, method, expected);
  const target = { target: method, substitution, staticThis, givesPerhaps };
  return callMember(fn, target, node.arguments, node, leading);
}

/** What `Promise.all` and the like go over, if it is no array: an array of it. */
function iteratedArgument(
  fn: FunctionLowering,
  { arguments: nodes }: ts.CallExpression,
  method: ts.MethodDeclaration,
): Value | undefined {
  const [argument] = nodes;
  const isOfPromises = classSymbolName(method.parent as ts.ClassLikeDeclaration) === 'Promise';
  const takesArray = isOfPromises && method.parameters[0]?.type?.getText() === 'readonly unknown[]';
  if (!takesArray || !argument || ts.isSpreadElement(argument)) return undefined;
  const type = fn.checker.getTypeAtLocation(argument);
  if (fn.checker.isArrayLikeType(type) || fn.tryRepOf(type)?.kind !== 'object') return undefined;
  return arrayOfIterated(fn, lowerExpression(fn, argument), argument, arrayOf(anyRep));
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
    return narrowed(fn, readStatic(fn, node, member), node);
  }
  if (ts.isGetAccessor(member)) return narrowed(fn, callAccessor(fn, node, member, []), node);
  if (ts.isMethodDeclaration(member)) return staticMethodValue(fn, member, node, expected);
  return fail(node, 'GN1004', `'${member.name?.getText()}'`);
}

/** The variables of a static property that a class inherits: its own once it is assigned to, and whether it has been. */
function ownStatic(fn: FunctionLowering, owner: ts.ClassLikeDeclaration, member: ts.PropertyDeclaration) {
  const { rep } = staticBinding(fn, member);
  const name = `${classSymbolName(owner)}.${memberName(member.name, fn.checker)}`;
  const variable = (title: string, held: Rep): Binding => ({
    kind: 'global',
    rep: held,
    global: { name: title, symbol: `g.${title}:${repName(held)}`, rep: held },
  });
  return { value: variable(`${name} of its own`, rep), isOwn: variable(`${name} is its own`, booleanRep) };
}

/** What a static property holds, asked of its class or one that inherits it. */
function readStatic(fn: FunctionLowering, node: MemberAccess, member: ts.PropertyDeclaration): Value {
  const read = (called: ts.ClassLikeDeclaration | undefined): Value => {
    if (!called || called === member.parent) return fn.read(staticBinding(fn, member));
    const { value, isOwn } = ownStatic(fn, called, member);
    const inherited = () => read(parentOf(fn, called));
    return chooseValue(fn, value.rep, instOf(fn.read(isOwn)), () => fn.read(value), inherited);
  };
  // Inside of a function, classes that inherit it have none of their own.
  const isShared = isConstant(member) || isLocalStatic(member);
  return read(isShared ? undefined : classNamed(node.expression, fn));
}

/** Assigns to a static property: a class that inherits it has one of its own from then on. */
function writeStatic(
  fn: FunctionLowering,
  node: MemberAccess,
  member: ts.PropertyDeclaration,
  given: Value,
): void {
  const called = classNamed(node.expression, fn);
  if (!called || called === member.parent) {
    fn.write(staticBinding(fn, member), given);
    return;
  }
  if (isLocalStatic(member))
    fail(node, 'GN1001', 'a static property of its own in a class inside of a function');
  const { value, isOwn } = ownStatic(fn, called, member);
  fn.write(value, given);
  fn.write(isOwn, { rep: booleanRep, inst: fn.b.iconst(1) });
}

/** A class that is declared again has none of its own. */
export function forgetOwnStatics(fn: FunctionLowering, declaration: ts.ClassLikeDeclaration): void {
  const own = new Set(declaration.members.filter(isStatic).map(({ name }) => name?.getText()));
  for (let each = parentOf(fn, declaration); each && !isInLibrary(each); each = parentOf(fn, each)) {
    for (const member of each.members) {
      if (!ts.isPropertyDeclaration(member) || !isStatic(member) || own.has(member.name.getText())) continue;
      own.add(member.name.getText());
      if (isConstant(member) || isLocalStatic(member) || ts.isPrivateIdentifier(member.name)) continue;
      fn.write(ownStatic(fn, declaration, member).isOwn, { rep: booleanRep, inst: fn.b.iconst(0) });
    }
  }
}

function isConstant(member: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Readonly) !== 0;
}

/** `Foo.name` as something that can be assigned to. */
export function staticPlace(fn: FunctionLowering, node: MemberAccess, member: ts.ClassElement): Place {
  if (ts.isPropertyDeclaration(member)) {
    return {
      rep: staticBinding(fn, member).rep,
      read: () => readStatic(fn, node, member),
      write: (value) => writeStatic(fn, node, member, value),
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
      getter
        ? callAccessor(fn, node, getter, [])
        : fail(node, 'GN1003', `reading '${member.name?.getText()}'`),
    write: (value) => {
      callAccessor(fn, node, setter, [value]);
    },
  };
}

function callAccessor(
  fn: FunctionLowering,
  node: MemberAccess,
  accessor: ts.AccessorDeclaration,
  args: readonly Value[],
): Value {
  const staticThis = staticThisFor(fn, node, accessor);
  const instance = instantiateMember(fn, undefined, accessor, noSubstitution, undefined, staticThis);
  const values = args.map((arg, i) => passed(fn, convert(fn, arg, instance.params[i]!, accessor)));
  const captured = captureValues(fn, instance.captures, node);
  const inst = fn.b.call(instance.symbol, passedType(instance.result), [...values, ...captured]);
  return instance.result.kind === 'void' ? { rep: voidRep } : received(fn, instance.result, inst);
}
