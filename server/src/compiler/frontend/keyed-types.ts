// `T[K]` where a call says which property K is: `pluck(users, 'name')` of `pluck<T, K extends keyof T>(xs: T[], key: K): T[K][]` gives
// `string[]`, and an array of values of any type is none. Where a function's type has `T[K]` inside of an array or the like, it is
// specialised for the names that K stands for, which are kept with its representation in the substitution.
import { literalsOf } from './known-keys.ts';
import type { ObjectLayout } from './object-layout.ts';
import type { Substitution } from './rep-of-type.ts';
import { anyRep, type Rep, sameRep, stringRep } from './reps.ts';
import { ts } from './typescript.ts';

/** What a type parameter that is a key stands for in a call, with its names, where the function's type depends on them. */
export function repOfKey(
  target: ts.SignatureDeclaration,
  { name }: ts.TypeParameterDeclaration,
  type: ts.Type,
  around: Substitution,
): Rep | undefined {
  const outer = type.flags & ts.TypeFlags.TypeParameter ? around.get(type.symbol) : undefined;
  const keys = outer?.kind === 'string' ? outer.keys : literalsOf(type);
  if (!keys || keys.length === 0) return undefined;
  const parts = [...target.parameters.map((each) => each.type), target.type];
  return parts.some((part) => part && holdsIndexed(part, name.text)) ? { kind: 'string', keys } : undefined;
}

/** True for `T[K][]`, `Map<T[K], T>`. */
function holdsIndexed(node: ts.TypeNode, key: string): boolean {
  const visit = (each: ts.Node, isInside: boolean): boolean => {
    if (ts.isIndexedAccessTypeNode(each) && each.indexType.getText() === key) return isInside;
    const holds =
      ts.isArrayTypeNode(each) || (ts.isTypeReferenceNode(each) && each.typeArguments !== undefined);
    return ts.forEachChild(each, (child) => visit(child, isInside || holds)) ?? false;
  };
  return visit(node, false);
}

/** The names that a key of this type stands for in specialised code. */
export function namesOfKey(type: ts.Type, substitution: Substitution): readonly string[] {
  const rep = type.flags & ts.TypeFlags.TypeParameter ? substitution.get(type.symbol) : undefined;
  return rep?.kind === 'string' ? (rep.keys ?? []) : [];
}

/** What the properties of these names are; of unlike ones, values of any type. */
export function repOfNamed(layout: ObjectLayout, names: readonly string[]): Rep {
  const [first, ...others] = names.map((name) => layout.field(name)?.rep ?? layout.getter(name)?.result);
  return first && others.every((each) => each && sameRep(each, first)) ? first : anyRep;
}

/** A representation without the names. */
export const withoutKeys = (rep: Rep | undefined): Rep | undefined =>
  rep?.kind === 'string' ? stringRep : rep;
