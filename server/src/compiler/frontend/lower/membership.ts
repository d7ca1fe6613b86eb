// `key in object`.
import type { Inst } from '../../ir/ir.ts';
import { fieldDeclarations } from '../class-members.ts';
import { fail } from '../diagnostics.ts';
import { mayHaveGaps } from '../gapped-arrays.ts';
import { memberName } from '../member-names.ts';
import { getterOf, type ObjectLayout, repTitle, setterOf } from '../object-layout.ts';
import { booleanRep, intRep, stringRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { toAny } from './any.ts';
import { arrayLength, isArrayRep, loadUnchecked } from './arrays.ts';
import { choose, isPresent, toInt } from './conversions.ts';
import { hasProperty, isDictionary } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { takesMore } from './more-properties.ts';
import { isOf, isOfClassNamed } from './narrowing.ts';
import { layoutAt, readProperty } from './objects.ts';
import { methodId } from './open-objects.ts';
import { steadyKey } from './steady-keys.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

export function lowerIn(fn: FunctionLowering, node: ts.BinaryExpression): Value {
  if (ts.isPrivateIdentifier(node.left)) return hasPrivate(fn, node, node.left);
  const name = steadyKey(fn, node.left);
  const key = lowerExpression(fn, node.left);
  const value = lowerExpression(fn, node.right);
  const { rep } = value;
  const isIndex = key.rep.kind !== 'string' || (name !== undefined && isIndexText(name));
  if (isArrayRep(rep) && name !== undefined && !isIndex) {
    const type = fn.checker.getTypeAtLocation(node.right);
    const isThere = isInherited(name) || fn.checker.getPropertyOfType(type, name) !== undefined;
    return { rep: booleanRep, inst: fn.b.iconst(isThere ? 1 : 0) };
  }
  if (isArrayRep(rep) && isIndex) {
    const index = key.rep.kind === 'string' ? fn.b.iconst(Number(name)) : toInt(fn, key, node.left);
    const isThere = fn.b.op(
      'iand',
      fn.b.icmp('ge', index, fn.b.iconst(0)),
      fn.b.icmp('lt', index, arrayLength(fn, instOf(value))),
    );
    if (!mayHaveGaps(fn.checker, skipParentheses(node.right))) return { rep: booleanRep, inst: isThere };
    const element = () => isPresent(fn, loadUnchecked(fn, rep, instOf(value), index));
    return { rep: booleanRep, inst: choose(fn, isThere, element, () => fn.b.iconst(0)) };
  }
  if (isDictionary(rep)) {
    const text: Value = { rep: stringRep, inst: fn.within(node, () => toText(fn, key, node.left)) };
    const own = () => instOf(hasProperty(fn, value, text, node));
    if (name !== undefined) return { rep: booleanRep, inst: isInherited(name) ? fn.b.iconst(1) : own() };
    const inherits = instOf(callLibrary(fn, 'object_inherits', [text], node));
    return { rep: booleanRep, inst: choose(fn, inherits, () => fn.b.iconst(1), own) };
  }
  if (rep.kind === 'any') return hasInAny(fn, value, name, key, node);
  if (rep.kind !== 'object') return fail(node, 'GN1001', `'in' with a value of type '${repTitle(rep)}'`);
  const layout = layoutAt(fn, value, node.right);
  if (name !== undefined && isInherited(name)) return { rep: booleanRep, inst: fn.b.iconst(1) };
  if (name === undefined || takesMore(rep, name) || isForBoard(fn, layout, name))
    return hasInAny(fn, toAny(fn, value, node), name, key, node);
  return { rep: booleanRep, inst: has(fn, value, layout, name, node) };
}

/** True for the text of an index: `'1' in array`. */
const isIndexText = (text: string) => String(Number(text) | 0) === text && Number(text) >= 0;

/** `#name in object`: true for objects of the class around it. */
function hasPrivate(fn: FunctionLowering, node: ts.BinaryExpression, name: ts.PrivateIdentifier): Value {
  const member = fn.checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (!member || !ts.isClassLike(member.parent)) return fail(name, 'GN1003', `'${name.text}'`);
  return { rep: booleanRep, inst: isOfClassNamed(fn, node.right, member.parent, node) };
}

/** What the object's class says of a name; that of its methods and accessors, if the name is known. */
function hasInAny(
  fn: FunctionLowering,
  value: Value,
  name: string | undefined,
  key: Value,
  node: ts.BinaryExpression,
): Value {
  const text: Value = { rep: stringRep, inst: fn.within(node, () => toText(fn, key, node.left)) };
  const members = name === undefined ? [0, 0, 0] : [name, getterOf(name), setterOf(name)].map(methodId);
  const numbers = members.map((id): Value => ({ rep: intRep, inst: fn.b.iconst(id) }));
  return callLibrary(fn, 'any_has', [value, text, ...numbers], node);
}

/** True where an object may have a name that its type does not: of an interface, or of a class that others extend. */
function isForBoard(fn: FunctionLowering, layout: ObjectLayout, name: string): boolean {
  const { alternatives, declaration } = layout;
  if (alternatives.length > 0) return alternatives.some((each) => isForBoard(fn, each, name));
  if (mayHave(layout, name)) return false;
  return layout.isOpen || (declaration !== undefined && hasBelow(fn, declaration, name));
}

/** True if a class that extends another one declares a name. */
function hasBelow(fn: FunctionLowering, declaration: ts.ClassLikeDeclaration, name: string): boolean {
  fn.module.dependOnSubclasses(fn.symbol, declaration);
  return fn.module.world.families
    .below(declaration)
    .some((each) =>
      [...fieldDeclarations(each), ...each.members].some(
        (member) => member.name && memberName(member.name, fn.checker) === name,
      ),
    );
}

/** 1 if the object has a property or method of that name. */
function has(fn: FunctionLowering, value: Value, layout: ObjectLayout, name: string, node: ts.Node): Inst {
  const { b } = fn;
  if (layout.alternatives.length > 0) {
    // Which of them the object is says what it has.
    return layout.alternatives
      .filter((each) => mayHave(each, name))
      .map((each) =>
        choose(
          fn,
          isOf(fn, value, each),
          () => has(fn, { ...value, rep: { kind: 'object', layout: each } }, each, name, node),
          () => b.iconst(0),
        ),
      )
      .reduce((any, each) => b.op('ior', any, each), b.iconst(0));
  }
  if (!mayHave(layout, name)) return b.iconst(0);
  const field = layout.field(name);
  if (!field || !layout.mayLack.has(name)) return b.iconst(1);
  return isPresent(fn, readProperty(fn, instOf(value), layout, field, node));
}

/** True for what all objects have from `Object.prototype`; lib/object.ts says the same of names that only the board knows. */
const isInherited = (name: string) => name in Object.prototype;

function mayHave(layout: ObjectLayout, name: string): boolean {
  return (
    layout.named(name) !== undefined ||
    [name, getterOf(name), setterOf(name)].some((each) => layout.slotIndex(each) >= 0)
  );
}
