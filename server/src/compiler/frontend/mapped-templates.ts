// What a mapped type says of all its properties: `{ [K in Keys]: (event: Events[K]) => void }`.
import type { Substitution } from './rep-of-type.ts';
import { anyRep, type Rep, stringRep } from './reps.ts';
import { ts } from './typescript.ts';

/** What TypeScript holds of a mapped type once its properties were asked for. */
export interface MappedType extends ts.ObjectType {
  readonly declaration: ts.MappedTypeNode;
  readonly constraintType?: ts.Type;
}

/** The representation of a type, for what type parameters stand for. */
export type RepOfType = (type: ts.Type, substitution: Substitution) => Rep | undefined;

/**
 * What all properties of `{ [K in Keys]: (event: Events[K]) => void }` are, where a function takes what depends on K: values
 * that say themselves what they are. So `handlers[key]` is such a function whichever key it is. Undefined if none depends. Those
 * that an object may lack are optional besides.
 */
export function repOfAllMapped(
  checker: ts.TypeChecker,
  type: ts.Type,
  substitution: Substitution,
  repOf: RepOfType,
): Rep | undefined {
  if (!((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped)) return undefined;
  const { declaration } = type as MappedType;
  const key = declaration.type && checker.getSymbolAtLocation(declaration.typeParameter.name);
  if (!declaration.type || !key) return undefined;
  const inside = withArguments(checker, type, substitution, repOf);
  const template = checker.getTypeFromTypeNode(declaration.type);
  const rep = repOf(template, new Map([...inside, [key, repOfOne(checker, declaration)]]));
  const held = rep?.kind === 'array' ? rep.element : rep;
  return held?.kind === 'function' && held.params.some(({ kind }) => kind === 'any') ? rep : undefined;
}

/** What K stands for: a key, or what one is made of by `as`, as in `{ [A in Action as A['type']]: (action: A) => void }`. */
function repOfOne(checker: ts.TypeChecker, { typeParameter, nameType }: ts.MappedTypeNode): Rep {
  const type = nameType && typeParameter.constraint && checker.getTypeFromTypeNode(typeParameter.constraint);
  const parts = type?.isUnion() ? type.types : type ? [type] : [];
  return parts.some(({ flags }) => flags & ts.TypeFlags.Object) ? anyRep : stringRep;
}

/** What the parameters of an alias stand for in its definition: `Record<K, V>` has V there. */
export function withArguments(
  checker: ts.TypeChecker,
  { aliasSymbol, aliasTypeArguments = [] }: ts.Type,
  substitution: Substitution,
  repOf: RepOfType,
): Substitution {
  const declaration = aliasSymbol?.declarations?.find(ts.isTypeAliasDeclaration);
  const inside = new Map(substitution);
  for (const [i, { name }] of (declaration?.typeParameters ?? []).entries()) {
    const argument = aliasTypeArguments[i];
    const rep = argument && repOf(argument, substitution);
    const symbol = checker.getSymbolAtLocation(name);
    if (rep && symbol) inside.set(symbol, rep);
  }
  return inside;
}
