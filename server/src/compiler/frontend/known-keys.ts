// Keys that are computed, of which TypeScript knows all the same what they may be: of type `'x' | 'y'`.
import { ts } from './typescript.ts';

/**
 * True for `{ ...point, [axis]: 1 }`, where the key is one of the names that the object has anyway: TypeScript gives such
 * literals an index signature.
 */
export function hasKnownKeys(checker: ts.TypeChecker, type: ts.ObjectType): boolean {
  const literal = type.getSymbol()?.declarations?.find(ts.isObjectLiteralExpression);
  const computed = (literal?.properties ?? []).flatMap(({ name }) =>
    name && ts.isComputedPropertyName(name) ? [literalsOf(checker.getTypeAtLocation(name.expression))] : [],
  );
  const isKnown = (names: readonly string[]) =>
    names.length > 0 && names.every((name) => type.getProperty(name) !== undefined);
  return computed.length > 0 && computed.every(isKnown);
}

/** The texts and numbers that values of a type are, as texts; none if they may be others. */
export function literalsOf(type: ts.Type): string[] {
  const types = type.isUnion() ? type.types : [type];
  const found = types.flatMap((each) =>
    each.isStringLiteral() || each.isNumberLiteral() ? [String(each.value)] : [],
  );
  return found.length === types.length ? found : [];
}
