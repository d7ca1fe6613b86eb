// Which representations can be used as others just as they are: without code, or in the place of an older function.

import { isNeverFulfilled } from './library-objects.ts';
import type { Field, ObjectLayout, Slot } from './object-layout.ts';
import type { Opening } from './open-shapes.ts';
import { type Form, forms, type PropertyForm, repOfForm } from './property-forms.ts';
import { type FunctionRep, isRef, type ObjectRep, type Rep, sameRep } from './reps.ts';

/** True if values of one are values of the other as they are. */
export function isUsableAs(from: Rep, to: Rep): boolean {
  if (from.kind === 'object' && to.kind === 'object') return isObjectLike(from, to);
  if (from.kind === 'function' && to.kind === 'function') return isCallableAs(from, to);
  if (from.kind === 'optional' && to.kind === 'optional') {
    return from.absent === to.absent && isUsableAs(from.of, to.of);
  }
  return sameRep(from, to);
}

/** How many arguments each have a parameter of their own. */
export function fixedCount({ params, rest }: Pick<FunctionRep, 'params' | 'rest'>): number {
  return rest ? params.length - 1 : params.length;
}

/** True if calls by one type reach a function of another: further arguments are ignored, as is the result. */
export function isCallableAs(from: FunctionRep, to: FunctionRep): boolean {
  const reaches = from.rest
    ? to.rest === true && from.params.length === to.params.length
    : from.params.length <= fixedCount(to);
  return (
    reaches &&
    from.isClass === to.isClass &&
    from.params.every((param, i) => isUsableAs(to.params[i]!, param)) &&
    (to.result.kind === 'void' ||
      isUsableAs(from.result, to.result) ||
      isBesideNothing(from.result, to.result))
  );
}

/** True for objects where callers take undefined, too. */
const isBesideNothing = (from: Rep, to: Rep) =>
  to.kind === 'optional' && isRef(to) && isUsableAs(from, to.of);

/** True if objects of one can be used as objects of the other. */
export function isObjectLike(from: ObjectRep, to: ObjectRep): boolean {
  // What is never fulfilled has no value that could be taken for another one.
  if (isNeverFulfilled(from, to)) return true;
  return from.layout.extends(to.layout) || (to.layout.isOpen && fits(from.layout, to.layout));
}

/** Pairs of layouts that are being compared: types that contain themselves fit if all else does. */
const comparing = new Set<string>();

function fits(from: ObjectLayout, to: ObjectLayout): boolean {
  const pair = `${from.key} ${to.key}`;
  if (comparing.has(pair)) return true;
  comparing.add(pair);
  try {
    return hasMembers(from, to);
  } finally {
    comparing.delete(pair);
  }
}

/** True if all that can be asked of objects of an open type can be asked of those of another. */
function hasMembers(from: ObjectLayout, to: ObjectLayout): boolean {
  // Which of the types such an object is of, its layout does not say.
  if (from.isChosen && to.alternatives.length > 0) return false;
  if (to.alternatives.length > 0) {
    const each = from.alternatives.length > 0 ? from.alternatives : [from];
    return each.every((one) =>
      to.alternatives.some((other) => one.extends(other) || (other.isOpen && fits(one, other))),
    );
  }
  return formsFor(from, to)?.every((form) => to.forms.has(form)) ?? false;
}

/**
 * The forms that properties of a type have in objects of another; undefined if these can't be used as objects of that
 * type, whether it is open or not.
 */
function formsFor(from: ObjectLayout, to: ObjectLayout): PropertyForm[] | undefined {
  const found: PropertyForm[] = [];
  const hasField = ({ name, rep }: Field) => {
    const own = from.field(name);
    if (own) {
      const inherited = from.formsOf(name);
      found.push(...inherited.map((form): PropertyForm => `${form} ${name}`));
      if (sameRep(own.rep, rep)) return true;
      const form = forms.find((each) => isForm(own.rep, each, rep));
      if (form) found.push(`${form} ${name}`);
      return form !== undefined && inherited.length === 0;
    }
    const getter = from.getter(name);
    if (getter) found.push(`accessor ${name}`);
    if (getter) return isGivenAs(getter.result, rep);
    const method = from.slots[from.slotIndex(name)]?.rep;
    const mayBeMethod = rep.kind === 'optional' && rep.of.kind === 'function';
    if (method) return mayBeMethod && isCallableAs(method, rep.of);
    return to.mayLack.has(name) && !from.generics.has(name);
  };
  const hasMethod = ({ name, rep, isGeneric }: Slot) => {
    if (isGeneric && from.generics.has(name)) return true;
    const slot = from.openSlot(name);
    const own = slot?.rep ?? from.field(name)?.rep;
    if (own?.kind !== 'function' || !isCallableAs(own, rep)) return false;
    // There further arguments would be lost.
    return !slot?.isShort || rep.params.length === own.params.length;
  };
  return to.fields.every(hasField) && to.slots.every(hasMethod) ? found : undefined;
}

/** True if what an accessor gives is a value of a property as it is. */
function isGivenAs(result: Rep, rep: Rep): boolean {
  return sameRep(result, rep) || (rep.kind === 'optional' && isRef(rep) && sameRep(result, rep.of));
}

function isForm(own: Rep, form: Form, rep: Rep): boolean {
  const kept = repOfForm(form, rep);
  return kept !== undefined && sameRep(own, kept);
}

/** What has to be open so that objects of a layout can be used as ones of another; undefined if nothing helps. */
export function openingFor({ layout: from }: ObjectRep, { layout: to }: ObjectRep): Opening | undefined {
  for (const layout of from.isChosen ? [] : to.alternatives) {
    const opening = openingFor({ kind: 'object', layout: from }, { kind: 'object', layout });
    if (opening) return opening;
  }
  const { shape } = to;
  const found = shape === undefined ? undefined : formsFor(from, to);
  if (shape === undefined || !found) return undefined;
  const isOpen = to.isOpen && found.every((form) => to.forms.has(form));
  return isOpen ? undefined : { shape, forms: found };
}
