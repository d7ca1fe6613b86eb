// The library's functions as values: `xs.map(Math.abs)`, `words.filter(Boolean)`. Each has a function in
// lib/function-values.ts, which is compiled for what it is passed.
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { wantedFunction } from './function-values.ts';
import { instantiate, requiredParameters, signatureOf } from './functions.ts';
import type { Value } from './value.ts';

/** Functions of which calls may take any number of arguments; mostly they are passed two. */
const variadic = ['Math_max', 'Math_min', 'Math_hypot'];

/** The function `Math.abs`, `String` and the like as a value, or undefined if there is none of that name. */
export function builtinFunction(
  fn: FunctionLowering,
  node: ts.Expression,
  expected: Rep | undefined,
): Value | undefined {
  const name = node.getText().replace('.', '_');
  const wanted = wantedFunction(fn, node, expected);
  // Those of the console print all that they are given.
  const given = wanted && name.startsWith('console_') ? wanted.params.length : 1;
  const takesAll = variadic.includes(name) && (wanted?.rest || wanted?.params.length !== 2);
  const form = takesAll ? '_all' : given === 1 ? '' : given;
  const declaration = fn.module.world.libraryFunction(`value_${name}${form}`);
  if (!declaration) return undefined;
  const substitution = new Map<ts.Symbol, Rep>();
  for (const [i, parameter] of (declaration.typeParameters ?? []).entries()) {
    const symbol = fn.checker.getSymbolAtLocation(parameter.name);
    if (symbol) substitution.set(symbol, wanted?.params[i] ?? anyRep);
  }
  const { params, rest, result } = signatureOf(fn, declaration, substitution);
  const passed = rest ? params.length : (wanted?.params.length ?? params.length);
  const arity = Math.min(params.length, Math.max(passed, requiredParameters(declaration)));
  const instance = instantiate(fn, declaration, { form: 'direct', substitution, arity });
  const rep: FunctionRep = {
    kind: 'function',
    params: params.slice(0, arity),
    result,
    ...(rest ? { rest } : {}),
  };
  return { rep, inst: fn.b.object(fn.module.functionConstant(instance.symbol)) };
}
