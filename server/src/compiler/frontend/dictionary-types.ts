// Types whose objects are dictionaries (lib/dictionary.ts): those with an index signature, and those without one that a
// program uses as such, by `{} as T` or where a `Record<string, V>` is wanted.
import { hasKnownKeys } from './known-keys.ts';
import { isLibraryObject } from './library-objects.ts';
import type { ObjectLayout } from './object-layout.ts';
import { repKey } from './object-layout.ts';
import { libraryObject } from './object-types.ts';
import { keysShape, type Opening, shapesOf } from './open-shapes.ts';
import { isLibraryPath } from './program.ts';
import type { RepOf } from './rep-of-type.ts';
import { anyRep, isNothing, type ObjectRep, type Rep } from './reps.ts';
import { ts } from './typescript.ts';

/** True for a type whose objects are dictionaries. */
export function isDictionaryType(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  const symbol = type.getSymbol();
  if (symbol && (symbol.flags & ts.SymbolFlags.Class || isOfLibrary(symbol))) return false;
  const isIndexed = checker.getIndexInfosOfType(type).length > 0 && !hasKnownKeys(checker, type);
  return isIndexed || hasKeysShape(checker, type);
}

/** A dictionary, whose values are of any kind if not all are of one. */
export function dictionaryRep(checker: ts.TypeChecker, type: ts.ObjectType, map: RepOf): Rep | undefined {
  const [info] = checker.getIndexInfosOfType(type);
  const properties = checker.getPropertiesOfType(type);
  const types = properties.map((each) => checker.getTypeOfSymbol(each));
  const values = [...(info ? [info.type] : []), ...types].map(map);
  const [first] = values;
  if (!values.every((each) => each !== undefined) || !first) return undefined;
  const isMixed = isNothing(first) || !values.every((each) => repKey(each) === repKey(first));
  const isOfAny = isMixed || (!info && isOpen(checker, properties, true));
  return libraryObject(checker, '__Dictionary', [isOfAny ? anyRep : first]);
}

/** That of what is made without a type. */
export function dictionaryOfAny(checker: ts.TypeChecker): ObjectRep | undefined {
  return libraryObject(checker, '__Dictionary', [anyRep]);
}

const isOfLibrary = ({ flags, declarations }: ts.Symbol) =>
  flags & ts.SymbolFlags.Interface &&
  declarations?.some((each) => isLibraryPath(each.getSourceFile().fileName));

/** True for a type without an index signature whose objects the program uses as dictionaries. */
function hasKeysShape(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  const shapes = shapesOf(checker);
  if (!shapes || shapes.isEmpty) return false;
  const properties = checker.getPropertiesOfType(type);
  return isOpen(checker, properties, false) || isOpen(checker, properties, true);
}

function isOpen(checker: ts.TypeChecker, properties: readonly ts.Symbol[], isOfAny: boolean): boolean {
  const names = properties.map(({ name }) => name);
  return areKeys(checker, names, isOfAny);
}

/** True for the names of properties of objects that the program uses as dictionaries. */
export function areKeys(checker: ts.TypeChecker, names: readonly string[], isOfAny: boolean): boolean {
  return shapesOf(checker)?.isOpen(keysShape(names, isOfAny)) ?? false;
}

/** What has to be open so that objects of a layout are dictionaries; undefined if they can't be. */
export function keysOpening(layout: ObjectLayout, value: Rep | undefined): Opening | undefined {
  const isPlain =
    !layout.declaration && !layout.isOpen && layout.slots.length === 0 && layout.fields.length > 0;
  if (!isPlain || layout.fields.some(({ name }) => !layout.named(name))) return undefined;
  const names = layout.fields.map(({ name }) => name);
  return { shape: keysShape(names, value?.kind === 'any'), forms: [] };
}

/** The same for an object and all that are in it, as dictionaries of values of any kind; undefined if one of them can't be one. */
export function allKeysOpenings(layout: ObjectLayout): readonly Opening[] | undefined {
  const found = new Map<ObjectLayout, Opening>();
  const visit = (each: ObjectLayout): boolean => {
    if (found.has(each) || isLibraryObject({ kind: 'object', layout: each }, '__Dictionary')) return true;
    const opening = keysOpening(each, anyRep);
    if (!opening) return false;
    found.set(each, opening);
    return each.fields.every(({ rep }) => {
      const inner = layoutIn(rep);
      return !inner || visit(inner);
    });
  };
  return visit(layout) ? [...found.values()] : undefined;
}

/** The objects that a property holds, perhaps in arrays. */
function layoutIn(rep: Rep): ObjectLayout | undefined {
  if (rep.kind === 'optional') return layoutIn(rep.of);
  if (rep.kind === 'array') return layoutIn(rep.element);
  return rep.kind === 'object' ? rep.layout : undefined;
}
