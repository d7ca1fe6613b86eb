// Arrays and collections of a special type as ones of a general type: `Dog[]` as `Animal[]`. They are the same object, so
// that something else than a dog may be stored in it. Where a program has such a conversion, what is read as a dog is
// checked (docs/decisions/0020).
import { isObjectLike, isUsableAs, openingFor } from './assignability.ts';
import { isLibraryObject } from './library-objects.ts';
import { type ObjectLayout, repTitle } from './object-layout.ts';
import type { Opening } from './open-shapes.ts';
import { isRef, type ObjectRep, type Rep } from './reps.ts';

/** Stands among the shapes for arrays whose elements may be others than their type says. */
export const elementsShape = (element: ObjectRep) => `elements ${repTitle(element)}`;

/** Library classes that keep what they contain in arrays. */
const collections = ['Map', 'Set', '__Dictionary'];

/**
 * What has to be open so that values of a type that contains others can be used as values of another as they are;
 * undefined if they can't.
 */
export function openingsForContents(from: Rep, to: Rep): Opening[] | undefined {
  if (from.kind === 'array' && to.kind === 'array') return openingsForElements(from.element, to.element);
  if (from.kind !== 'object' || to.kind !== 'object') return undefined;
  // A promise is only read by those who have it.
  if (areBoth('Promise', from, to)) return openingsForArguments(from, to, openingsForValues);
  const isCollection = collections.some((name) => areBoth(name, from, to));
  return isCollection ? openingsForArguments(from, to, openingsForElements) : undefined;
}

const areBoth = (name: string, a: Rep, b: Rep) => isLibraryObject(a, name) && isLibraryObject(b, name);

function openingsForArguments(
  from: ObjectRep,
  to: ObjectRep,
  each: (from: Rep, to: Rep) => Opening[] | undefined,
): Opening[] | undefined {
  const wanted = argumentsOf(to.layout);
  const openings = argumentsOf(from.layout).map((given, i) => each(given, wanted[i]!));
  return openings.every((found) => found !== undefined) ? openings.flat() : undefined;
}

const argumentsOf = ({ substitution }: ObjectLayout) => [...substitution.values()];

/** The same for what is never stored there as the general type. */
function openingsForValues(from: Rep, to: Rep): Opening[] | undefined {
  if (isRef(from) && isUsableAs(from, to)) return [];
  return openingsForElements(from, to);
}

function openingsForElements(from: Rep, to: Rep): Opening[] | undefined {
  if (isUsableAs(from, to) && isUsableAs(to, from)) return [];
  if (to.kind === 'optional' && isRef(to)) {
    if (from.kind !== 'optional') return openingsForElements(from, to.of);
    return from.absent === to.absent ? openingsForElements(from.of, to.of) : undefined;
  }
  if (from.kind !== 'object' || to.kind !== 'object') return openingsForContents(from, to);
  const contents = openingsForContents(from, to);
  if (contents) return contents;
  const elements: Opening = { shape: elementsShape(from), forms: [] };
  if (isObjectLike(from, to)) return [elements];
  const opening = openingFor(from, to);
  return opening && [elements, opening];
}
