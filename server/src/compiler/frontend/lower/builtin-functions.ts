// The library's functions as values: `xs.map(Math.abs)`, `words.filter(Boolean)`. Each has a function in
// lib/function-values.ts, which is compiled for what it is passed.
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { instantiate, requiredParameters, signatureOf } from './functions.ts';
import type { Value } from './value.ts';

/** Functions of which calls may take any number of arguments: as values, they are passed two. */
const variadic = ['Math_max', 'Math_min', 'Math_hypot'];

/** The function `Math.abs`, `String` and the like as a value, or undefined if there is none of that name. */
export function builtinFunction(
  fn: FunctionLowering,
  node: ts.Expression,
  expected: Rep | undefined,
): Value | undefined {
  const name = node.getText().replace('.', '_');
  const declaration = fn.module.world.libraryFunction(`value_${name}`);
  if (!declaration) return undefined;
  const wanted = expected?.kind === 'function' ? expected : undefined;
  if (variadic.includes(name) && wanted?.params.length !== 2) return undefined;
  const substitution = new Map<ts.Symbol, Rep>();
  for (const parameter of declaration.typeParameters ?? []) {
    const symbol = fn.checker.getSymbolAtLocation(parameter.name);
    if (symbol) substitution.set(symbol, wanted?.params[0] ?? anyRep);
  }
  const { params, result } = signatureOf(fn, declaration, substitution);
  const passed = wanted?.params.length ?? params.length;
  const arity = Math.min(params.length, Math.max(passed, requiredParameters(declaration)));
  const instance = instantiate(fn, declaration, { form: 'direct', substitution, arity });
  const rep: FunctionRep = { kind: 'function', params: params.slice(0, arity), result };
  return { rep, inst: fn.b.object(fn.module.functionConstant(instance.symbol)) };
}
