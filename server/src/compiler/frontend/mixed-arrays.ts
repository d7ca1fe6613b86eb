// Arrays of one kind of elements as ones of any elements: `number[]` as `any[]`, `string[]` as `(string | number)[]`. Each keeps
// its elements in its own way. Where a program takes the one for the other, arrays of any elements are values that say
// themselves what they are, wherever they occur (docs/decisions/0033).
import { MIXED_ARRAYS, type Opening, shapesOf } from './open-shapes.ts';
import type { ArrayRep } from './reps.ts';
import { ts } from './typescript.ts';

/** True for the elements, which may be anything, of arrays that may keep them in any way. The library's are what they are. */
export function isMixedElement(checker: ts.TypeChecker, element: ts.Type): boolean {
  const isOfLibrary = element.aliasSymbol?.name === '__Value';
  const isParameter = (element.flags & ts.TypeFlags.TypeParameter) !== 0;
  if (isOfLibrary || isParameter) return false;
  return shapesOf(checker)?.isOpen(MIXED_ARRAYS) ?? false;
}

/** What has to be open so that an array can be used as one of any elements; undefined if that does not help. */
export function openingForMixed({ element: from }: ArrayRep, { element: to }: ArrayRep): Opening | undefined {
  if (from.kind === 'array' && to.kind === 'array') return openingForMixed(from, to);
  return to.kind === 'any' ? { shape: MIXED_ARRAYS, forms: [] } : undefined;
}
