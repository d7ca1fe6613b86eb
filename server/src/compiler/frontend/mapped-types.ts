// Mapped types over type parameters, of which TypeScript knows no properties: `Partial<T>`, `Record<K, V>`, `Pick<T, K>`.
// Over `keyof T` they have the properties of what T stands for; over other keys they are dictionaries.

import { isLibraryObject } from './library-objects.ts';
import { type MappedType, type RepOfType, withArguments } from './mapped-templates.ts';
import { accessedName, getterOf, ObjectLayout, repKey, setterOf } from './object-layout.ts';
import { libraryObject, rememberLayout } from './object-types.ts';
import { shapesOf } from './open-shapes.ts';
import type { Substitution } from './rep-of-type.ts';
import { anyRep, isNothing, type ObjectRep, optionalOf, type Rep } from './reps.ts';
import { ts } from './typescript.ts';

const generic = ts.TypeFlags.TypeParameter | ts.TypeFlags.Index | ts.TypeFlags.Conditional;

/** True for a mapped type whose keys follow from a type parameter. */
export function isGenericMapped(checker: ts.TypeChecker, type: ts.ObjectType): type is MappedType {
  if (!(type.objectFlags & ts.ObjectFlags.Mapped)) return false;
  // Those that it names are what the parameter's constraint has. They must be asked for before the type knows its keys.
  checker.getPropertiesOfType(type);
  return (((type as MappedType).constraintType?.flags ?? 0) & generic) !== 0;
}

/** True for types of the library that have the properties of another. */
const isMappedName = ({ aliasSymbol }: ts.Type) =>
  /^(Readonly|Partial|Required)$/.test(aliasSymbol?.name ?? '');

/** True for `Readonly<any>` and the like, which TypeScript takes for types with an index signature. */
export function isMappedAny(type: ts.Type): boolean {
  return isMappedName(type) && (type.aliasTypeArguments ?? []).some(({ flags }) => flags & ts.TypeFlags.Any);
}

export function repOfMapped(
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  substitution: Substitution,
  repOf: RepOfType,
): Rep | undefined {
  const { constraintType, declaration } = type as MappedType;
  if (!constraintType || !declaration.type) return undefined;
  const template = checker.getTypeFromTypeNode(declaration.type);
  const inside = withArguments(checker, type, substitution, repOf);
  // The keys of another such type, as in `Partial<Omit<T, K>>`, are none that TypeScript says to be of it.
  const ofAlias = isMappedName(type) ? type.aliasTypeArguments?.[0] : undefined;
  const keysOf = constraintType.flags & ts.TypeFlags.Index ? (constraintType as ts.IndexType).type : ofAlias;
  const whole = keysOf && repOf(keysOf, substitution);
  const isOfProperty = (template.flags & ts.TypeFlags.IndexedAccess) !== 0;
  const isDictionary = whole && isLibraryObject(whole, '__Dictionary');
  if (whole && (whole.kind !== 'object' || (isDictionary && isOfProperty))) return whole;
  const omitted = omittedKeys(type);
  const all = omitted && repOf(type.aliasTypeArguments![0]!, substitution);
  if (omitted && all?.kind === 'object' && !isLibraryObject(all, '__Dictionary'))
    return withProperties(checker, type, all, declaration, undefined, omitted);
  if (whole && !isDictionary) {
    const value = isOfProperty ? undefined : repOf(template, inside);
    return withProperties(checker, type, whole, declaration, value);
  }
  const value = isOfProperty ? anyRep : repOf(template, inside);
  return value && libraryObject(checker, '__Dictionary', [isNothing(value) ? anyRep : value]);
}

/** The keys that `Omit<T, K>` leaves out, if it says which. */
function omittedKeys({ aliasSymbol, aliasTypeArguments }: ts.Type): readonly string[] | undefined {
  const keys = aliasSymbol?.name === 'Omit' ? aliasTypeArguments?.[1] : undefined;
  const parts = keys?.isUnion() ? keys.types : keys ? [keys] : [];
  const names = parts.flatMap((each) => (each.isStringLiteral() ? [each.value] : []));
  return keys && names.length === parts.length ? names : undefined;
}

/** The properties of an object, each of them perhaps of another representation, and absent or not as a type says. */
function withProperties(
  checker: ts.TypeChecker,
  type: ts.Type,
  { layout: whole }: ObjectRep,
  { questionToken }: ts.MappedTypeNode,
  value: Rep | undefined,
  omitted: readonly string[] = [],
): ObjectRep | undefined {
  const from = whole.exact ?? whole;
  const properties = new Map<string, Rep>();
  for (const { name, rep } of [...from.fields, ...from.slots]) {
    const property = accessedName(name);
    const own = name === getterOf(property) && rep.kind === 'function' ? rep.result : rep;
    const isKept = !property.startsWith('#') && !omitted.includes(property);
    if (name !== setterOf(property) && isKept) properties.set(property, value ?? own);
  }
  const isAdded = questionToken !== undefined && questionToken.kind !== ts.SyntaxKind.MinusToken;
  const isRemoved = questionToken?.kind === ts.SyntaxKind.MinusToken;
  const names = [...properties.keys()];
  const order = [...names].sort((a, b) => from.order.indexOf(a) - from.order.indexOf(b));
  return rememberLayout(
    checker,
    type,
    `${from.key} ${questionToken?.kind} ${omitted.join()} ${value ? repKey(value) : ''}`,
    () => new ObjectLayout(`{ ${order.join(', ')} }`, undefined, new Map()),
    (layout) => {
      layout.order = order;
      for (const name of names.sort()) {
        const rep = properties.get(name)!;
        const inner = isRemoved && rep.kind === 'optional' && rep.absent === 'undefined' ? rep.of : rep;
        layout.addField(name, isAdded ? optionalOf(inner) : inner);
        if (isAdded || (!isRemoved && from.mayLack.has(name))) layout.mayLack.add(name);
      }
      if (layout.isTooLarge) return false;
      shapesOf(checker)?.add(layout);
      return true;
    },
  );
}
