// Calls of the library's own TypeScript (lib/*.ts) on behalf of methods and operators: `a.indexOf(x)` is a call of
// array_indexOf, specialised on the representations of its arguments. What isn't called isn't on the board.
import { fail } from '../diagnostics.ts';
import { matchTypes } from '../matched-types.ts';
import { tryRepOfType } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import { isNothing } from '../reps.ts';
import { ts } from '../typescript.ts';
import { elementRep, isArrayRep } from './arrays.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { instantiate } from './functions.ts';
import { passed, passedType, received } from './passing.ts';
import type { Value } from './value.ts';

/** Calls a library function with values that are computed already. */
export function callLibrary(
  fn: FunctionLowering,
  name: string,
  args: readonly Value[],
  node: ts.Node,
  typeArguments: ReadonlyMap<string, Rep> = new Map(),
): Value {
  const declaration = fn.module.world.libraryFunction(name);
  if (!declaration) return fail(node, 'GN1003', `'${name.replace('_', '.')}'`);
  const substitution = new Map<ts.Symbol, Rep>();
  const { checker } = fn;
  for (const parameter of declaration.typeParameters ?? []) {
    const given = typeArguments.get(parameter.name.text);
    const symbol = checker.getSymbolAtLocation(parameter.name);
    if (given && symbol) substitution.set(symbol, given);
  }
  const types = declaration.parameters.map((parameter) => checker.getTypeAtLocation(parameter.name));
  for (const [i, arg] of args.entries()) {
    const type = types[i];
    if (type) unify(checker, type, arg.rep, substitution);
  }
  // Arrays and functions are taken as they are: typed arrays where arrays are declared, callbacks of fewer parameters.
  const params = args.map((arg) =>
    isArrayRep(arg.rep) || arg.rep.kind === 'function' ? arg.rep : undefined,
  );
  const options = { form: 'direct', substitution, arity: args.length, params } as const;
  const instance = fn.within(node, () => instantiate(fn, declaration, options));
  const values = args.map((arg, i) => passed(fn, convert(fn, arg, instance.params[i]!, node)));
  const inst = fn.within(node, () => fn.b.call(instance.symbol, passedType(instance.result), values));
  return instance.result.kind === 'void' ? { rep: instance.result } : received(fn, instance.result, inst);
}

/** Finds what the type parameters in a declared type stand for where it is given a representation. */
export function unify(
  checker: ts.TypeChecker,
  declared: ts.Type,
  rep: Rep,
  substitution: Map<ts.Symbol, Rep>,
): void {
  if (declared.flags & ts.TypeFlags.TypeParameter) {
    const symbol = declared.getSymbol();
    if (symbol && !substitution.has(symbol) && (rep.kind === 'void' || !isNothing(rep)))
      substitution.set(symbol, rep);
    return;
  }
  if (declared.isUnion()) {
    const inner = rep.kind === 'optional' ? rep.of : rep;
    for (const part of declared.types) {
      if (!(part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)))
        unify(checker, part, inner, substitution);
    }
    return;
  }
  if (checker.isArrayType(declared)) {
    const [element] = checker.getTypeArguments(declared as ts.TypeReference);
    if (element && isArrayRep(rep)) unify(checker, element, elementRep(rep), substitution);
    return;
  }
  if (rep.kind === 'object' && rep.layout.declaration && declared.flags & ts.TypeFlags.Object) {
    const { declaration, substitution: given } = rep.layout;
    if (declared.getSymbol()?.declarations?.includes(declaration)) {
      const reps = [...given.values()];
      for (const [i, type] of checker.getTypeArguments(declared as ts.TypeReference).entries()) {
        const each = reps[i];
        const symbol = type.getSymbol();
        if (each && isNothing(each) && symbol) substitution.set(symbol, each);
        else if (each) unify(checker, type, each, substitution);
      }
    }
    return;
  }
  const [signature] = declared.getCallSignatures();
  if (signature && rep.kind === 'function') {
    for (const [i, parameter] of signature.getParameters().entries()) {
      const given = rep.params[i];
      if (given) unify(checker, checker.getTypeOfSymbol(parameter), given, substitution);
    }
    unify(checker, signature.getReturnType(), rep.result, substitution);
  }
}

/** As unify, from a type instead of a representation, for what representations do not tell; adds to what is known. */
export function unifyTypes(
  fn: FunctionLowering,
  declared: ts.Type,
  actual: ts.Type,
  substitution: Map<ts.Symbol, Rep>,
): void {
  const found = (symbol: ts.Symbol, type: ts.Type) => {
    const rep = fn.tryRepOf(type);
    if (rep && !substitution.has(symbol)) substitution.set(symbol, rep);
  };
  matchTypes(fn.checker, declared, actual, { found });
}

/** The representation of a declared type under a substitution, if it is known. */
export function repUnder(
  fn: FunctionLowering,
  type: ts.Type,
  substitution: ReadonlyMap<ts.Symbol, Rep>,
): Rep | undefined {
  return tryRepOfType(fn.checker, type, substitution);
}
