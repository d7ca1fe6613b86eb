// Type parameters of function values that are called for all types: what they stand for is a value that says itself what it is
// (docs/decisions/0030).
import type { Substitution } from './rep-of-type.ts';
import { erasedRep } from './reps.ts';
import { ts } from './typescript.ts';

/** A substitution in which type parameters that it does not know stand for what says itself what it is. */
export function erasing(parameters: readonly ts.TypeParameter[], known: Substitution): Substitution {
  const open = parameters.filter(({ symbol }) => !known.has(symbol));
  return open.length === 0
    ? known
    : new Map([...known, ...open.map(({ symbol }) => [symbol, erasedRep] as const)]);
}

/** True for a type parameter that is erased. */
export function isErased(type: ts.Type, substitution: Substitution): boolean {
  const rep = type.flags & ts.TypeFlags.TypeParameter ? substitution.get(type.symbol) : undefined;
  return rep?.kind === 'any' && rep.isErased === true;
}

/** True for objects that hold what an erased type parameter stands for: those of one type are none of another. */
export function isOfErased(
  checker: ts.TypeChecker,
  type: ts.ObjectType,
  substitution: Substitution,
): boolean {
  const isAnonymous = (type.objectFlags & ts.ObjectFlags.Anonymous) !== 0;
  const held = [
    ...(type.aliasTypeArguments ?? []),
    ...(type.objectFlags & ts.ObjectFlags.Reference
      ? checker.getTypeArguments(type as ts.TypeReference)
      : []),
    ...(isAnonymous ? checker.getPropertiesOfType(type).map((each) => checker.getTypeOfSymbol(each)) : []),
  ];
  return held.some((each) => partsOf(checker, each).some((part) => isErased(part, substitution)));
}

/** What tuples and unions consist of. */
function partsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  if (type.isUnion()) return type.types;
  return checker.isTupleType(type) ? checker.getTypeArguments(type as ts.TypeReference) : [type];
}

/** True for elements of arrays, or arrays of arrays, that are kept in a way which only the arrays know. */
export function isErasedElement(checker: ts.TypeChecker, type: ts.Type, substitution: Substitution): boolean {
  if (!checker.isArrayType(type)) return isErased(type, substitution);
  const [element] = checker.getTypeArguments(type as ts.TypeReference);
  return element !== undefined && isErasedElement(checker, element, substitution);
}

/** With the type parameters that a function has by its context alone: `const same: <T>(x: T) => T = (x) => x`. */
export function withContext(
  checker: ts.TypeChecker,
  node: ts.Node,
  substitution: Substitution,
): Substitution {
  const mayHave = ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
  if (!mayHave || node.typeParameters) return substitution;
  const given = checker.getSignatureFromDeclaration(node)?.getTypeParameters();
  return given ? erasing(given, substitution) : substitution;
}
