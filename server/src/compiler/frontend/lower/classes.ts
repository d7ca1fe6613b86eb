// Classes: their declaration, which code they have, and the construction of objects. A method is a function whose first
// parameter is `this`.
import type { Inst } from '../../ir/ir.ts';
import { isCallableAs, isUsableAs } from '../assignability.ts';
import { fieldDeclarations, isStatic } from '../class-members.ts';
import { baseOf, classSymbolName, classTitle, parentTypeOf } from '../class-names.ts';
import { fail } from '../diagnostics.ts';
import { isCollection, isExtensibleClass } from '../library-classes.ts';
import { memberName } from '../member-names.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { classRep, generalClass } from '../object-types.ts';
import { hasNoThis, isOfProperty } from '../parameters.ts';
import { noSubstitution, repOfType, type Substitution } from '../rep-of-type.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { anyRep, repName, voidRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isReset } from '../unset-fields.ts';
import { type FunctionNode, isFunctionNode, ownerOfThis } from './captures.ts';
import { storeClassCaptures } from './class-captures.ts';
import { fill } from './collections.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import { checkWritable } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { instantiate, shapeOf } from './functions.ts';
import { isInLibrary } from './globals.ts';
import type { FunctionInstance } from './instances.ts';
import { callMember } from './methods.ts';
import { bindThis, newObject, storeField } from './objects.ts';
import { lowerStatements } from './statements.ts';
import { declareLocalStatics, forgetOwnStatics, staticBinding } from './static-members.ts';
import { instOf, type Value } from './value.ts';
import { emptyValue } from './variables.ts';

const selfOf = (layout: ObjectLayout): ObjectRep => ({ kind: 'object', layout });

/** The declaration of a class: its static members get their values, and its code is asked for. */
export function lowerClassDeclaration(fn: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  declareLocalStatics(fn, node);
  checkMembers(fn, node);
  const base = baseOf(node);
  const parentType = parentTypeOf(fn.checker, node);
  if (base && parentType && fn.checker.isArrayType(parentType))
    fail(base, 'GN1001', 'extending an array, instead of a property that holds one,');
  // A mixin may do more than to make a class.
  if (base && ts.isCallExpression(skipParentheses(base))) lowerExpression(fn, base);
  if (!node.typeParameters?.length) {
    const rep = classRep(fn.checker, node, [], fn.substitution);
    if (!rep) fail(node.name ?? node, 'GN1002', classTitle(node));
    checkOverrides(rep.layout, node);
    requestMembers(fn, node, rep.layout);
  }
  // A generic class exists only as its specialisations, but for what is static.
  requestMembers(fn, node, undefined);
  forgetOwnStatics(fn, node);
  for (const member of node.members) {
    if (ts.isClassStaticBlockDeclaration(member)) lowerStatements(fn, member.body.statements);
    if (!ts.isPropertyDeclaration(member) || !isStatic(member)) continue;
    fn.at(member);
    const binding = staticBinding(fn, member);
    const { initializer } = member;
    fn.write(
      binding,
      initializer ? lowerTo(fn, initializer, binding.rep) : emptyValue(fn, binding.rep, member),
    );
  }
}

/** Says of each member what can't be compiled. */
function checkMembers(fn: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  for (const member of node.members) {
    if (member.name && memberName(member.name, fn.checker) === undefined)
      fail(member.name, 'GN1001', 'a computed name');
    if (ts.isMethodDeclaration(member) && !member.typeParameters && isInPlaceOfGeneric(fn, node, member))
      fail(member.name, 'GN1001', 'a method without type parameters in the place of a generic one');
    if (member.name && isInPlaceOfLibrarys(fn, node, member))
      fail(member.name, 'GN1001', `another '${member.name.getText()}' than that of the library`);
  }
  if (node.typeParameters?.length) return;
  for (const member of fieldDeclarations(node))
    repOfType(fn.checker, fn.checker.getTypeAtLocation(member), fn.substitution, member.name);
}

/** True for a method whose parent class has a generic one of that name: calls of that look for generic ones. */
function isInPlaceOfGeneric(
  fn: FunctionLowering,
  node: ts.ClassLikeDeclaration,
  member: ts.MethodDeclaration,
): boolean {
  return declarationsInParent(fn, node, member).some(
    (each) => ts.isMethodDeclaration(each) && each.typeParameters,
  );
}

/** True for what takes the place of an accessor or generic method of the library, which calls reach directly. */
function isInPlaceOfLibrarys(
  fn: FunctionLowering,
  node: ts.ClassLikeDeclaration,
  member: ts.ClassElement,
): boolean {
  const isDirect = (each: ts.Declaration) =>
    ts.isAccessor(each) || (ts.isMethodDeclaration(each) && each.typeParameters !== undefined);
  return declarationsInParent(fn, node, member).some(
    (each) => isDirect(each) && isExtensibleClass(each.parent),
  );
}

/** What the parent class has by the name of a member. */
function declarationsInParent(
  fn: FunctionLowering,
  node: ts.ClassLikeDeclaration,
  member: ts.ClassElement,
): readonly ts.Declaration[] {
  const parent = isStatic(member) ? undefined : parentTypeOf(fn.checker, node);
  const name = parent && member.name && memberName(member.name, fn.checker);
  return name === undefined ? [] : (parent?.getProperty(name)?.declarations ?? []);
}

/** A method in the place of its parent's can be called in its stead. */
function checkOverrides(layout: ObjectLayout, declaration: ts.ClassLikeDeclaration): void {
  checkAccessors(layout, declaration);
  for (const { name, rep, node, owner } of layout.slots) {
    const inherited = owner.parent?.slots[owner.parent.slotIndex(name)];
    if (owner !== layout || !inherited || !node) continue;
    if (!isCallableAs(rep, inherited.rep)) fail(node.name, 'GN2004', repTitle(rep), repTitle(inherited.rep));
  }
}

/** Users of a class read a property where it has one: it can't be an accessor in classes that extend it, or the reverse. */
function checkAccessors(layout: ObjectLayout, declaration: ts.ClassLikeDeclaration): void {
  for (const { name } of layout.slots) {
    const property = /^[gs]et (.*)$/.exec(name)?.[1];
    if (property === undefined || !layout.field(property)) continue;
    const own = declaration.members.find((each) => each.name?.getText() === property);
    fail(own?.name ?? declaration, 'GN1012', property);
  }
}

/** Code of a class exists whether this cell uses it or not: that for objects of a layout, or what is static. */
function requestMembers(
  fn: FunctionLowering,
  node: ts.ClassLikeDeclaration,
  layout: ObjectLayout | undefined,
): void {
  if (layout) {
    fn.module.classDescriptor(fn, layout);
    fieldsFunction(fn, layout);
  }
  const captures = fn.module.captures(node.getSourceFile());
  for (const member of node.members) {
    const isCode =
      ts.isMethodDeclaration(member) || ts.isAccessor(member) || ts.isConstructorDeclaration(member);
    if (!isCode || !member.body || member.typeParameters?.length) continue;
    // What captures variables is compiled where it is used, and they are there.
    if (isStatic(member) && captures.of(member).length > 0) continue;
    if (isStatic(member) === (layout === undefined)) instantiateMember(fn, layout, member);
  }
}

/** Asks for the code of a constructor, method or accessor; static ones have no layout. */
export function instantiateMember(
  fn: FunctionLowering,
  layout: ObjectLayout | undefined,
  node: FunctionNode,
  substitution: Substitution = layout?.substitution ?? noSubstitution,
  params?: readonly Rep[],
  staticThis?: ts.ClassLikeDeclaration,
  givesPerhaps = false,
): FunctionInstance {
  return instantiate(fn, node, {
    form: 'direct',
    substitution,
    ...(layout ? { self: selfOf(layout) } : {}),
    ...(params ? { params, arity: params.length } : {}),
    ...(staticThis ? { staticThis } : {}),
    ...(givesPerhaps ? { givesPerhaps } : {}),
    ...(ts.isConstructorDeclaration(node) ? { result: voidRep } : {}),
  });
}

/** Asks for the function that gives an object's properties their first values; undefined if there are none. */
function fieldsFunction(fn: FunctionLowering, layout: ObjectLayout): FunctionInstance | undefined {
  const node = layout.declaration!;
  if (!fieldDeclarations(node).some((each) => hasFirstValue(fn, each))) return undefined;
  const self = selfOf(layout);
  const { substitution } = layout;
  const args = [...substitution.values()].map(repName).join();
  const base = `f.${classSymbolName(node)}.fields${args && `<${args}>`}`;
  const shape = shapeOf([], voidRep, [], self);
  const instance: FunctionInstance = {
    symbol: fn.module.world.variantOf(base, shape),
    base,
    shape,
    isMain: substitution.size === 0,
    name: classTitle(node),
    node,
    substitution,
    params: [],
    result: voidRep,
    form: 'direct',
    captures: [],
    self,
  };
  fn.module.request(instance, fn.site);
  return instance;
}

/** True for a property with an initializer, and for one that may have a value before its turn to have none. */
function hasFirstValue(fn: FunctionLowering, member: ts.Node): member is ts.PropertyDeclaration {
  return (
    ts.isPropertyDeclaration(member) && (member.initializer !== undefined || isReset(fn.checker, member))
  );
}

/** The body of that function. */
export function lowerFields(fn: FunctionLowering, node: ts.ClassLikeDeclaration): void {
  const { layout } = fn.self!.rep as ObjectRep;
  for (const member of fieldDeclarations(node)) {
    const field = layout.field(memberName(member.name, fn.checker) ?? '');
    if (!field || !hasFirstValue(fn, member)) continue;
    fn.at(member);
    const { initializer } = member;
    if (initializer && isOfProperty(initializer)) bindThis(fn, initializer, fn.self!);
    const value = initializer ? lowerTo(fn, initializer, field.rep) : emptyValue(fn, field.rep, member);
    // A parent's constructor may have frozen the object.
    if (layout.parent) checkWritable(fn, instOf(fn.self!), field.name, layout.title, member);
    storeField(fn, instOf(fn.self!), field, value);
  }
}

/** What a constructor does before its statements, or after its parent's: properties get their first values. */
export function beginConstruction(fn: FunctionLowering, node: ts.ConstructorDeclaration): void {
  const { layout } = fn.self!.rep as ObjectRep;
  const self = instOf(fn.self!);
  const fields = fieldsFunction(fn, layout);
  if (fields) fn.b.call(fields.symbol, 'void', [self]);
  for (const parameter of node.parameters) {
    if (!ts.isParameterPropertyDeclaration(parameter, node) || !ts.isIdentifier(parameter.name)) continue;
    const field = layout.field(parameter.name.text);
    const value = fn.read(fn.binding(fn.symbolAt(parameter.name), parameter.name));
    if (field) storeField(fn, self, field, convert(fn, value, field.rep, parameter));
  }
}

/** `new Foo(...)`. */
export function lowerNewObject(fn: FunctionLowering, rep: ObjectRep, node: ts.NewExpression): Value {
  if (!rep.layout.declaration) return fail(node, 'GN1001', `'new ${node.expression.getText()}'`);
  return makeObject(fn, rep, [], node.arguments ?? [], node);
}

/** The class of a new object: of `new Box(3)` where `Box<unknown>` is wanted, that whose objects hold anything. */
export function classWanted(fn: FunctionLowering, own: ObjectRep, expected: Rep | undefined): ObjectRep {
  const wanted = expected?.kind === 'optional' ? expected.of : expected;
  const { declaration } = own.layout;
  const count = declaration?.typeParameters?.length ?? 0;
  if (wanted?.kind !== 'object' || !declaration || count === 0 || isInLibrary(declaration)) return own;
  if (isUsableAs(own, wanted)) return own;
  const general = generalClass(fn.checker, declaration, fn.substitution);
  return general && isUsableAs(general, wanted) ? general : own;
}

/** A new object of a class that its constructor has run on. `leading` are arguments before those that are written. */
export function makeObject(
  fn: FunctionLowering,
  rep: ObjectRep,
  leading: readonly Value[],
  args: readonly ts.Expression[],
  node: ts.Node,
): Value {
  const { layout } = rep;
  const object = fn.within(node, () => newObject(fn, layout));
  storeClassCaptures(fn, layout, object, node);
  construct(fn, layout, object, args, node, leading);
  return { rep, inst: object };
}

/** `super(...)` in a constructor. */
export function lowerSuperCall(fn: FunctionLowering, node: ts.CallExpression): Value {
  const self = thisValue(fn, node);
  const { layout } = self.rep as ObjectRep;
  if (layout.parent) construct(fn, layout.parent, instOf(self), node.arguments, node);
  const own = constructorOf(layout);
  if (own) beginConstruction(fn, own);
  return { rep: voidRep };
}

function constructorOf({ declaration }: ObjectLayout): ts.ConstructorDeclaration | undefined {
  return declaration?.members.find(
    (each): each is ts.ConstructorDeclaration => ts.isConstructorDeclaration(each) && each.body !== undefined,
  );
}

/** Runs a class's constructor on an object, or what stands for it where none is written. */
function construct(
  fn: FunctionLowering,
  layout: ObjectLayout,
  object: Inst,
  args: readonly ts.Expression[],
  node: ts.Node,
  leading: readonly Value[] = [],
): void {
  if (isCollection(layout)) {
    giveFields(fn, layout, object, node);
    fill(fn, layout, { rep: selfOf(layout), inst: object }, args, node);
    return;
  }
  const own = constructorOf(layout);
  if (own) {
    callMember(fn, { target: own, layout, object }, args, node, leading);
    return;
  }
  if (layout.parent) construct(fn, layout.parent, object, args, node, leading);
  giveFields(fn, layout, object, node);
}

/** Gives the properties that a class declares their first values. */
export function giveFields(fn: FunctionLowering, layout: ObjectLayout, object: Inst, node: ts.Node): void {
  const fields = fieldsFunction(fn, layout);
  if (fields) fn.within(node, () => fn.b.call(fields.symbol, 'void', [object]));
}

/** `this`: of the method, or of the one around an arrow function. */
export function thisValue(fn: FunctionLowering, node: ts.Node): Value {
  if (fn.self) return fn.self;
  if (isWithoutThis(node)) return { rep: anyRep, inst: fn.b.nullRef() };
  const symbol = classAround(fn.checker, node);
  const binding = symbol && fn.bindingOfLocal(symbol);
  return binding ? fn.read(binding) : fail(node, 'GN1001', "'this' here");
}

/** The class, object literal or function of a property whose object `this` is at a node; it stands for `this` among the variables that functions capture. */
export function classAround(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  if (classOfStaticThis(node)) return undefined;
  for (let each: ts.Node | undefined = node; each; each = each.parent) {
    const own = thisParameter(each);
    if (own && hasNoThis(own.parent as ts.FunctionDeclaration)) return undefined;
    const owner = ownerOfThis(each);
    if (own && !owner) return checker.getSymbolAtLocation(own.name);
    if (owner) return checker.getTypeAtLocation(owner).getSymbol();
    if (ts.isClassLike(each))
      return each.name ? checker.getSymbolAtLocation(each.name) : checker.getTypeAtLocation(each).getSymbol();
  }
  return undefined;
}

/** The first parameter of `function (this: T, ...)`. */
function thisParameter(node: ts.Node): ts.ParameterDeclaration | undefined {
  if (!ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node)) return undefined;
  const [first] = node.parameters;
  return first?.name.getText() === 'this' ? first : undefined;
}

/** True in a function that says of its `this` that there is none, and in arrow functions there. */
function isWithoutThis(node: ts.Node): boolean {
  const around = ts.findAncestor(node, (each) => isFunctionNode(each) && !ts.isArrowFunction(each));
  return around !== undefined && hasNoThis(around as ts.FunctionDeclaration);
}

/** The class that `this` is itself at a node: in its static members. */
export function classOfStaticThis(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let each: ts.Node | undefined = node; each; each = each.parent) {
    if (ownerOfThis(each) || ts.isFunctionDeclaration(each) || ts.isFunctionExpression(each))
      return undefined;
    if (ts.isClassElement(each) && ts.isClassLike(each.parent)) {
      return isStatic(each) || ts.isClassStaticBlockDeclaration(each) ? each.parent : undefined;
    }
  }
  return undefined;
}
