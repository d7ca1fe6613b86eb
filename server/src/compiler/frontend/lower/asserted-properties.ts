// `(x as T).name` where the program asks whether x has such a member, as guards do: `(pet as Fish).swim !== undefined`. What x
// is said to be it may not be, so the member is looked up in what it is.
import { ValueKind } from '../../abi/objects.ts';
import { getterOf, type ObjectLayout, setterOf } from '../object-layout.ts';
import type { Rep } from '../reps.ts';
import { intRep, undefinedRep, withUndefined } from '../reps.ts';
import { isOnlyLookedAt, isTested } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isKind, toAny } from './any.ts';
import { readAnyMember } from './any-class-methods.ts';
import { peekedMethod } from './any-library-methods.ts';
import { convert } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { isDictionary } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { propertyOfAny } from './json.ts';
import { callLibrary } from './library-calls.ts';
import { boundByName } from './method-values.ts';
import { methodId } from './open-objects.ts';
import { instOf, type Value } from './value.ts';

/** The member, or undefined where the object has none; undefined if nothing is asked, or x is what it is said to be. */
export function assertedProperty(fn: FunctionLowering, node: ts.PropertyAccessExpression): Value | undefined {
  const asserted = skipParentheses(node.expression);
  if (!ts.isAsExpression(asserted) || node.questionDotToken || !(isTested(node) || isOnlyLookedAt(node)))
    return undefined;
  const own = fn.tryRepOf(fn.checker.getTypeAtLocation(asserted.expression));
  const said = fn.tryRepOf(fn.checker.getTypeAtLocation(asserted));
  if (said?.kind !== 'object' || isDictionary(said) || !isLessKnown(own)) return undefined;
  const value = toAny(fn, lowerExpression(fn, asserted.expression), node);
  const name = node.name.text;
  return said.layout.slotIndex(name) >= 0
    ? methodOf(fn, value, said.layout, node)
    : readAnyMember(
        fn,
        value,
        name,
        node,
        () => peekedMethod(fn, value, name, node) ?? propertyOfAny(fn, value, name, node),
      );
}

/** True for a value that may be an object without what others have. */
function isLessKnown(rep: Rep | undefined): boolean {
  if (rep?.kind === 'optional') return isLessKnown(rep.of);
  if (rep?.kind !== 'object') return rep?.kind === 'any';
  const { alternatives, declaration, fields, slots } = rep.layout;
  // Of `{}` it is known only that it is there.
  return alternatives.length > 0 || (!declaration && fields.length + slots.length === 0);
}

/** The method that the object has by a name: it is only looked at, not called. */
function methodOf(
  fn: FunctionLowering,
  value: Value,
  { slots }: ObjectLayout,
  node: ts.PropertyAccessExpression,
): Value {
  const name = node.name.text;
  const slot = slots.find((each) => each.name === name)!;
  const rep = withUndefined(slot.rep);
  const ids = [name, getterOf(name), setterOf(name)].map(methodId);
  const numbers = ids.map((id): Value => ({ rep: intRep, inst: fn.b.iconst(id) }));
  const has = () => instOf(callLibrary(fn, 'any_has', [value, fn.text(name), ...numbers], node));
  const none = () => convert(fn, { rep: undefinedRep }, rep, node);
  const method = () => convert(fn, boundByName(fn, instOf(value), slot, node), rep, node);
  return chooseValue(
    fn,
    rep,
    isKind(fn, value, ValueKind.object, node),
    () => chooseValue(fn, rep, has(), method, none),
    () => {
      // Of null and undefined nothing can be asked.
      propertyOfAny(fn, value, name, node);
      return none();
    },
  );
}
