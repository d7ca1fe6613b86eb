// Calls of methods, constructors and accessors: through the object's class where a subclass may have its own, else
// directly.
import { CLASS_METHODS, OBJECT_CLASS } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import type { MemberQuery } from '../../ir/member-query.ts';
import { isStatic } from '../class-members.ts';
import { fail } from '../diagnostics.ts';
import { isFinal, isSealed, methodNamed } from '../library-classes.ts';
import { memberName } from '../member-names.ts';
import type { ObjectLayout, Slot } from '../object-layout.ts';
import { noSubstitution, type Substitution } from '../rep-of-type.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { lowerAllArguments, lowerArguments } from './arguments.ts';
import type { FunctionNode } from './captures.ts';
import { instantiateMember, thisValue } from './classes.ts';
import { captureValues } from './closures.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { signatureOf } from './functions.ts';
import { type GenericMethod, hasOtherMethods, isGenericMethod, lowerGenericCall } from './generic-methods.ts';
import { isInLibrary } from './globals.ts';
import { callOpenMethod, objectsOf } from './open-objects.ts';
import { callLibraryMember } from './overridden-methods.ts';
import { passed, passedType, received } from './passing.ts';
import { hasPerhapsArguments, isPerhapsCall } from './perhaps-calls.ts';
import { type MemberAccess, memberSymbol } from './static-members.ts';
import { substitutionOf } from './type-arguments.ts';
import { instOf, type Value } from './value.ts';

/** Code that a call is known to reach: of the objects of a layout, or static. */
export interface KnownMember {
  readonly target: FunctionNode;
  readonly layout?: ObjectLayout;
  readonly object?: Inst;
  /** That of the layout, if a generic method adds nothing. */
  readonly substitution?: Substitution;
  /** Of a static member: the class that it was called as one of, if it matters. */
  readonly staticThis?: ts.ClassLikeDeclaration | undefined;
  /** True where the call asks whether there is what the method gives. */
  readonly givesPerhaps?: boolean;
}

export function callMember(
  fn: FunctionLowering,
  member: KnownMember,
  nodes: readonly ts.Expression[],
  node: ts.Node,
  leading: readonly Value[] = [],
): Value {
  const { target, layout, object, staticThis, givesPerhaps } = member;
  const substitution = member.substitution ?? layout?.substitution ?? noSubstitution;
  const args = lowerArguments(fn, target, signatureOf(fn, target, substitution), nodes, node, leading);
  const params = args.map(({ rep }) => rep);
  const instance = instantiateMember(fn, layout, target, substitution, params, staticThis, givesPerhaps);
  return fn.within(node, () => {
    const values = args.map((arg) => passed(fn, arg));
    const captured = captureValues(fn, instance.captures, node);
    const all = [...(object ? [object] : []), ...values, ...captured];
    const inst = fn.b.call(instance.symbol, passedType(instance.result), all);
    return instance.result.kind === 'void' ? { rep: instance.result } : received(fn, instance.result, inst);
  });
}

/** `object.method(...)`. */
export function lowerMethodCall(
  fn: FunctionLowering,
  receiver: Value,
  layout: ObjectLayout,
  name: string,
  node: ts.CallExpression,
  expected?: Rep,
): Value {
  const index = layout.slotIndex(name);
  const slot = layout.slots[index];
  const generic = genericMethod(fn, node.expression);
  if (generic && (layout.alternatives.length > 0 || hasOtherMethods(fn, generic, name)))
    return lowerGenericCall(fn, receiver, name, node);
  const declared = declarationOf(fn, node.expression) ?? finalMethod(layout, name);
  if (declared?.body) {
    const owner = ownerOf(layout, declared);
    const object = instOf(receiver);
    const givesPerhaps = isPerhapsCall(fn, node, declared, expected);
    const member = { target: declared, layout: owner, object, givesPerhaps };
    if (declared.typeParameters?.length || isSealed(owner) || isFinal(declared)) {
      const substitution = substitutionOf(fn, node, declared, undefined, owner.substitution);
      return callLibraryMember(fn, { ...member, substitution }, node.arguments, node);
    }
    const asks = givesPerhaps || hasPerhapsArguments(fn, node, declared);
    if (asks && isAlone(fn, layout, declared)) {
      fn.within(node, () => requireObject(fn, object));
      return callMember(fn, member, node.arguments, node);
    }
  }
  if (!slot) return fail(node.expression, 'GN1003', `'${name}' of a value of type '${layout.title}'`);
  const args = lowerAllArguments(fn, declared, slot.rep, node.arguments, node);
  return fn.within(node, () =>
    layout.isOpen
      ? callOpenMethod(fn, instOf(receiver), slot, args, objectsOf(layout))
      : callSlot(fn, instOf(receiver), layout, index, args),
  );
}

/** What a getter gives where the program asks whether there is something (perhaps-calls.ts); undefined for all others. */
export function perhapsGiven(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  node: MemberAccess,
  expected: Rep | undefined,
): Value | undefined {
  const target = memberSymbol(fn, node)?.declarations?.find(ts.isGetAccessor);
  if (!target || !isPerhapsCall(fn, node, target, expected) || !isAlone(fn, layout, target)) return undefined;
  fn.within(node, () => requireObject(fn, object));
  return callMember(fn, { target, layout: ownerOf(layout, target), object, givesPerhaps: true }, [], node);
}

/** True for a method or getter that all objects of a layout have: no class that extends its own has another one. */
function isAlone(
  fn: FunctionLowering,
  layout: ObjectLayout,
  member: ts.MethodDeclaration | ts.GetAccessorDeclaration,
): boolean {
  const { parent: owner } = member;
  if (!ts.isClassLike(owner) || layout.isOpen) return false;
  fn.module.dependOnSubclasses(fn.symbol, owner);
  const name = memberName(member.name, fn.checker);
  const isOther = (each: ts.ClassElement) =>
    !isStatic(each) && each.name !== undefined && memberName(each.name, fn.checker) === name;
  return !fn.module.world.families.below(owner).some(({ members }) => members.some(isOther));
}

/** The method of the library that an object has by a name, whatever interface it is seen as. */
function finalMethod(layout: ObjectLayout, name: string): ts.MethodDeclaration | undefined {
  for (let each: ObjectLayout | undefined = layout; each; each = each.parent) {
    const method = methodNamed(each, name);
    if (method) return isFinal(method) || isSealed(each) ? method : undefined;
  }
  return undefined;
}

/** Of a layout and those that it extends the one whose class declares a member. */
function ownerOf(layout: ObjectLayout, member: ts.ClassElement): ObjectLayout {
  return layout.lineage.find(({ declaration }) => declaration === member.parent) ?? layout;
}

/** The declaration of a called method, that with a body if there are overloads. */
function declarationOf(fn: FunctionLowering, callee: ts.Expression): ts.MethodDeclaration | undefined {
  const inner = skipParentheses(callee);
  if (!ts.isPropertyAccessExpression(inner) && !ts.isElementAccessExpression(inner)) return undefined;
  const methods = memberSymbol(fn, inner)?.declarations?.filter(ts.isMethodDeclaration);
  return methods?.find(({ body }) => body) ?? methods?.[0];
}

/** The called method if it is a generic one of the program, without a body if it is abstract. */
function genericMethod(fn: FunctionLowering, callee: ts.Expression): GenericMethod | undefined {
  const inner = skipParentheses(callee);
  if (!ts.isPropertyAccessExpression(inner)) return undefined;
  const method = memberSymbol(fn, inner)?.declarations?.find(isGenericMethod);
  return method && !isInLibrary(method) ? method : undefined;
}

/** Calls the method that the class of an object of a layout has in a slot. */
export function callSlot(
  fn: FunctionLowering,
  object: Inst,
  layout: ObjectLayout,
  index: number,
  args: readonly Value[],
): Value {
  const descriptor = layout.descriptorSymbol(layout.order);
  const scope = { of: 'class', descriptor } as const;
  return callSlotOf(fn, object, layout.slots[index]!, index, args, { kind: 'slot', number: index, scope });
}

/** Calls, on another object, the method that the class of an object has in a slot. */
export function callSlotOn(
  fn: FunctionLowering,
  object: Inst,
  receiver: Inst,
  layout: ObjectLayout,
  index: number,
  args: readonly Value[],
): Value {
  return callSlotOf(fn, object, layout.slots[index]!, index, args, undefined, receiver);
}

/** The same, with what is asked for the code, if anything may be. */
export function callSlotOf(
  fn: FunctionLowering,
  object: Inst,
  slot: Slot,
  index: number,
  args: readonly Value[],
  query?: MemberQuery,
  receiver = object,
): Value {
  const { b } = fn;
  const { result } = slot.rep;
  const method = methodInSlot(fn, object, index);
  const values = args.map((arg) => passed(fn, arg));
  if (receiver !== object) requireObject(fn, receiver);
  const inst = b.callRef(method, passedType(result), [receiver, ...values], query);
  return result.kind === 'void' ? { rep: result } : received(fn, result, inst);
}

/** The method that an object's class has in a slot. */
export function methodInSlot(fn: FunctionLowering, object: Inst, index: number): Inst {
  requireObject(fn, object);
  const classWord = fn.b.load('i32', 'field.#class', object, OBJECT_CLASS);
  return fn.b.load('ref', 'constant', classWord, CLASS_METHODS + 4 * index);
}

/** A property may have no value yet, whatever its type says: then there is no object to call a method of. */
export function requireObject(fn: FunctionLowering, object: Inst): void {
  if (object === fn.self?.inst || object.symbol === 'gn_new') return;
  fn.b.check(fn.b.rcmp('ne', object, fn.b.nullRef()), 'nullReference');
}

/** Calls the parent's accessor, whatever class the object is of: `super.name`, and with a value `super.name = value`. */
export function callSuperAccessor(
  fn: FunctionLowering,
  node: MemberAccess,
  name: string,
  value?: Value,
): Value {
  const getter = memberSymbol(fn, node)?.declarations?.find(ts.isGetAccessor);
  const ofLibrary = getter && superOfLibrary(fn, node, getter);
  if (ofLibrary) return callMember(fn, ofLibrary, [], node);
  const { slot, object } = superSlot(fn, node, `${value ? 'set' : 'get'} ${name}`);
  const { symbol, params, result } = instantiateMember(fn, slot.owner, slot.node, slot.owner.substitution);
  return fn.within(node, () => {
    const args = value ? [passed(fn, convert(fn, value, params[0]!, node))] : [];
    const inst = fn.b.call(symbol, passedType(result), [object, ...args]);
    return result.kind === 'void' ? { rep: result } : received(fn, result, inst);
  });
}

/** What the parent has in a slot, and the object. */
function superSlot(fn: FunctionLowering, node: MemberAccess, name: string) {
  const self = thisValue(fn, node.expression);
  const parent = (self.rep as ObjectRep).layout.parent;
  const slot = parent?.slots[parent.slotIndex(name)];
  if (!slot?.node) return fail(node, 'GN1003', `'${node.getText()}'`);
  return { slot: { ...slot, node: slot.node }, object: instOf(self) };
}

/** A member of a collection, which has no slot. */
function superOfLibrary<T extends ts.MethodDeclaration | ts.GetAccessorDeclaration>(
  fn: FunctionLowering,
  { expression }: MemberAccess,
  target: T,
) {
  const self = thisValue(fn, expression);
  const layout = ownerOf((self.rep as ObjectRep).layout, target);
  return isSealed(layout) ? { target, layout, object: instOf(self) } : undefined;
}

/** `super.method(...)`: the parent's, whatever class the object is of. */
export function lowerSuperMethodCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  callee: MemberAccess,
  name: string,
  expected?: Rep,
): Value {
  const method = declarationOf(fn, callee);
  const givesPerhaps = method !== undefined && isPerhapsCall(fn, node, method, expected);
  if (method?.typeParameters?.length) {
    const self = thisValue(fn, callee.expression);
    const layout = ownerOf((self.rep as ObjectRep).layout, method);
    const substitution = substitutionOf(fn, node, method, undefined, layout.substitution);
    const member = { target: method, layout, object: instOf(self), substitution, givesPerhaps };
    return callMember(fn, member, node.arguments, node);
  }
  const ofLibrary = method && superOfLibrary(fn, callee, method);
  if (ofLibrary) return callMember(fn, ofLibrary, node.arguments, node);
  const { slot, object } = superSlot(fn, callee, name);
  const member = { target: slot.node, layout: slot.owner, object, givesPerhaps };
  return callMember(fn, member, node.arguments, node);
}
