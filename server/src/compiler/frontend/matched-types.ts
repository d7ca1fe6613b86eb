// What type parameters of a declared type stand for in another type, which is made of it.
import { ts } from './typescript.ts';

export interface MatchOptions {
  /** Called for each type parameter at each place where it is found. */
  readonly found: (parameter: ts.Symbol, type: ts.Type) => void;
  /** True to look into the parameters and results of functions, too. */
  readonly inFunctions?: boolean;
}

export function matchTypes(
  checker: ts.TypeChecker,
  declared: ts.Type,
  actual: ts.Type,
  { found, inFunctions = false }: MatchOptions,
): void {
  // Types may contain themselves, made of other type arguments at each depth.
  const around = new Set<ts.Symbol>();
  const both = (a: readonly ts.Type[] = [], b: readonly ts.Type[] = []) => {
    for (const [i, type] of a.entries()) if (b[i]) match(type, b[i]);
  };
  const match = (type: ts.Type, other: ts.Type): void => {
    if (type.flags & ts.TypeFlags.TypeParameter) {
      const symbol = type.getSymbol();
      if (symbol) found(symbol, other);
      return;
    }
    if (type.aliasSymbol && type.aliasSymbol === other.aliasSymbol) {
      both(type.aliasTypeArguments, other.aliasTypeArguments);
      return;
    }
    if (isAnonymous(type) && isAnonymous(other)) {
      if (around.has(type.symbol)) return;
      around.add(type.symbol);
      for (const property of checker.getPropertiesOfType(type)) {
        const same = checker.getPropertyOfType(other, property.name);
        if (same) match(checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(same));
      }
      around.delete(type.symbol);
      return;
    }
    if (isReference(type) && isReference(other)) {
      const given = checker.getTypeArguments(other);
      if (type.target === other.target) both(checker.getTypeArguments(type), given);
      else if (checker.isArrayType(type) && checker.isTupleType(other)) {
        for (const element of given) both(checker.getTypeArguments(type), [element]);
      }
      return;
    }
    const [signature] = inFunctions ? type.getCallSignatures() : [];
    const [ofOther] = inFunctions ? other.getCallSignatures() : [];
    if (!signature || !ofOther) return;
    const params = (each: ts.Signature) => each.getParameters().map((one) => checker.getTypeOfSymbol(one));
    both(params(signature), params(ofOther));
    match(signature.getReturnType(), ofOther.getReturnType());
  };
  match(declared, actual);
}

function isReference(type: ts.Type): type is ts.TypeReference {
  return Boolean(
    type.flags & ts.TypeFlags.Object && (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference,
  );
}

/** True for `{ value: T }` and the like. */
function isAnonymous(type: ts.Type): boolean {
  const { objectFlags } = type as ts.ObjectType;
  return (
    Boolean(type.flags & ts.TypeFlags.Object && objectFlags & ts.ObjectFlags.Anonymous) &&
    type.getCallSignatures().length + type.getConstructSignatures().length === 0
  );
}
