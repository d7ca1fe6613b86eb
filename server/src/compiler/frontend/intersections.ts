// Intersections of object types: objects that have what each part asks for.
import { areKeys, dictionaryOfAny } from './dictionary-types.ts';
import { isLibraryObject } from './library-objects.ts';
import { isGenericMapped } from './mapped-types.ts';
import { ObjectLayout } from './object-layout.ts';
import { addProperties, rememberLayout } from './object-types.ts';
import { shapesOf } from './open-shapes.ts';
import type { RepOf } from './rep-of-type.ts';
import { isNothing, type ObjectRep, type Rep, sameRep } from './reps.ts';
import { ts } from './typescript.ts';

/** Objects of all these types; undefined if there are none, or one part has no representation. */
export function intersectionOfObjects(
  checker: ts.TypeChecker,
  type: ts.IntersectionType,
  parts: readonly ObjectRep[],
  map: RepOf,
): ObjectRep | undefined {
  const layouts = parts.map(({ layout }) => layout).filter((each, i, all) => all.indexOf(each) === i);
  // A subclass beside its parent.
  const whole = layouts.find((each) => layouts.every((other) => isOrExtends(each, other)));
  if (whole) return { kind: 'object', layout: whole };
  if (layouts.every((each) => isDictionary(each) || !each.declaration)) {
    const names = new Set(layouts.flatMap(({ fields }) => fields.map(({ name }) => name)));
    if (layouts.some(isDictionary) || areKeys(checker, [...names], true)) return dictionaryOfAny(checker);
  }
  const isOfParameter = (part: ts.Type) =>
    (part.flags & ts.TypeFlags.TypeParameter) !== 0 ||
    ((part.flags & ts.TypeFlags.Object) !== 0 && isGenericMapped(checker, part as ts.ObjectType));
  return rememberLayout(
    checker,
    type,
    layouts.map(({ key }) => key).join(),
    () => new ObjectLayout(layouts.map(({ title }) => title).join(' & '), undefined, new Map()),
    (layout) => {
      layout.isIntersection = true;
      // TypeScript knows all properties, but for those of type parameters and of what is made of them.
      const isFilled = type.types.some(isOfParameter)
        ? addMembersOf(checker, layout, type, layouts, map)
        : addProperties(checker, layout, type, map);
      if (!isFilled || layout.isTooLarge) return false;
      // Objects of a class have its layout.
      layout.isOpen ||= layouts.some(({ declaration }) => declaration);
      shapesOf(checker)?.add(layout);
      return true;
    },
  );
}

const isDictionary = (layout: ObjectLayout) => isLibraryObject({ kind: 'object', layout }, '__Dictionary');

/** By what classes extend alone: other layouts may not be complete yet. */
function isOrExtends(layout: ObjectLayout, other: ObjectLayout): boolean {
  return layout === other || (layout.parent !== undefined && isOrExtends(layout.parent, other));
}

/** The members of all parts, properties in alphabetical order. */
function addMembersOf(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  type: ts.IntersectionType,
  parts: readonly ObjectLayout[],
  map: RepOf,
): boolean {
  const fields = new Map<string, Rep>();
  for (const { name, rep } of parts.flatMap((part) => part.fields)) {
    // Private names are of one class only.
    if (name.startsWith('#')) continue;
    const other = fields.get(name);
    const both = other && !sameRep(other, rep) ? repOfBoth(checker, type, name, [other, rep], map) : rep;
    if (!both) return false;
    fields.set(name, both);
  }
  for (const name of [...fields.keys()].sort()) layout.addField(name, fields.get(name)!);
  layout.order = [...new Set(parts.flatMap((part) => (part.declaration ? [...fields.keys()] : part.order)))];
  for (const part of parts) {
    for (const { name, rep } of part.slots) {
      layout.isOpen = true;
      layout.addSlot(name, rep, undefined);
    }
    for (const name of part.mayLack) {
      if (parts.every((other) => !other.field(name) || other.mayLack.has(name))) layout.mayLack.add(name);
    }
  }
  return true;
}

/** A property that the parts have in different representations. */
function repOfBoth(
  checker: ts.TypeChecker,
  type: ts.IntersectionType,
  name: string,
  [first, second]: readonly [Rep, Rep],
  map: RepOf,
): Rep | undefined {
  // `T & Partial<T>` has what T has.
  if (first.kind === 'optional' && sameRep(first.of, second)) return second;
  if (second.kind === 'optional' && sameRep(second.of, first)) return first;
  const property = checker.getPropertyOfType(type, name);
  // Of a property of what type parameters stand for, TypeScript knows nothing.
  if (!property && first.kind === 'object' && second.kind === 'object')
    return intersectionOfObjects(checker, type, [first, second], map);
  const rep = property && map(checker.getTypeOfSymbol(property));
  return rep && !isNothing(rep) && rep.kind !== 'either' ? rep : undefined;
}
