// Layouts of the objects of unions: of the class that all are of, or with the properties that all of them have.
import { ObjectLayout, repKey } from './object-layout.ts';
import { rememberLayout } from './object-types.ts';
import type { RepOf } from './rep-of-type.ts';
import { isNothing, type ObjectRep, type Rep, sameRep } from './reps.ts';
import type { ts } from './typescript.ts';

/** What objects of two types have in common: the class that both are of; undefined if there is none. */
export function commonObject(a: ObjectRep, b: ObjectRep): ObjectRep | undefined {
  for (let layout: ObjectLayout | undefined = a.layout; layout; layout = layout.parent) {
    for (let other: ObjectLayout | undefined = b.layout; other; other = other.parent) {
      if (layout === other) return { kind: 'object', layout };
    }
  }
  return undefined;
}

/** Objects of one of several types that have no class in common; with the properties that all of them have. */
export function unionOfObjects(
  checker: ts.TypeChecker,
  type: ts.UnionType,
  parts: readonly ObjectRep[],
  map: RepOf,
): ObjectRep | undefined {
  // In an order that does not follow from where TypeScript came across them first.
  const alternatives = parts
    .flatMap(({ layout }) => (layout.alternatives.length > 0 ? layout.alternatives : [layout]))
    .filter((each, i, all) => all.indexOf(each) === i)
    .sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  const fill = (layout: ObjectLayout) => {
    for (const property of checker.getPropertiesOfType(checker.getNonNullableType(type))) {
      const rep = map(checker.getTypeOfSymbol(property));
      if (!rep || isNothing(rep) || rep.kind === 'either') continue;
      const isMethod = alternatives.every((each) => each.slotIndex(property.name) >= 0);
      const isField = alternatives.every((each) => {
        const field = each.field(property.name);
        return field && repKey(field.rep) === repKey(rep);
      });
      if (isMethod && rep.kind === 'function') layout.addSlot(property.name, rep, undefined);
      else if (isField) layout.addField(property.name, rep);
      else if (rep.kind === 'optional' && isInSome(alternatives, property.name, rep.of)) {
        layout.addField(property.name, rep);
        layout.mayLack.add(property.name);
        layout.forms.add(`present ${property.name}`);
      } else if (areMixed(alternatives, property.name)) layout.addMixed(property.name, rep);
    }
  };
  return rememberLayout(
    checker,
    type,
    alternatives.map(({ key }) => key).join(),
    () => {
      const layout = new ObjectLayout(
        alternatives.map(({ title }) => title).join(' | '),
        undefined,
        new Map(),
      );
      layout.isOpen = true;
      layout.alternatives = alternatives;
      layout.addLater(() => fill(layout));
      return layout;
    },
    () => true,
  );
}

/**
 * True for what objects of all alternatives hold, where no method can be in its place, or have accessors for: these give all
 * the same, since objects are asked for them by one name.
 */
function areMixed(alternatives: readonly ObjectLayout[], name: string): boolean {
  const given = new Set<string>();
  const isHeld = alternatives.every((each) => {
    const rep = each.field(name)?.rep;
    if (rep) return !(rep.kind === 'optional' && rep.of.kind === 'function');
    const getter = each.getter(name);
    if (getter) given.add(repKey(getter.result));
    return getter !== undefined;
  });
  return isHeld && given.size <= 1;
}

/** True for what some literals of a union have, and all others are without. */
function isInSome(alternatives: readonly ObjectLayout[], name: string, rep: Rep): boolean {
  return alternatives.every((each) => {
    const field = each.field(name);
    return field ? sameRep(field.rep, rep) : !each.declaration && each.slotIndex(name) < 0;
  });
}
