// The library's functions as values: `xs.map(Math.abs)`, `words.filter(Boolean)`. Each has a function in
// lib/function-values.ts, which is compiled for what it is passed.
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep, numberRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { wantedFunction } from './function-values.ts';
import { instantiate, requiredParameters, signatureOf } from './functions.ts';
import { mathConstant, numberConstant } from './math.ts';
import type { Value } from './value.ts';

/** Functions of which calls may take any number of arguments; mostly they are passed two. */
const variadic = ['Math_max', 'Math_min', 'Math_hypot'];

/** The function `Math.abs`, `String` and the like as a value, or undefined if there is none of that name. */
export function builtinFunction(
  fn: FunctionLowering,
  node: ts.Expression,
  expected: Rep | undefined,
): Value | undefined {
  return functionNamed(fn, node.getText().replace('.', '_'), wantedFunction(fn, node, expected));
}

/** What a pattern takes out of `Math`, `console` and the like: a number or a function; undefined if there is none. */
export function builtinMember(
  fn: FunctionLowering,
  object: string,
  name: string,
  expected: Rep | undefined,
): Value | undefined {
  const constant = object === 'Math' ? mathConstant(name) : numberConstant(object, name);
  if (constant !== undefined) return { rep: numberRep, inst: fn.b.dconst(constant) };
  return functionNamed(fn, `${object}_${name}`, expected?.kind === 'function' ? expected : undefined);
}

/** The name of an object of the library that is no value: `Math`, `console`. */
export function namespaceName(fn: FunctionLowering, node: ts.Expression): string | undefined {
  if (!ts.isIdentifier(node)) return undefined;
  const declaration = fn.symbolAt(node).valueDeclaration;
  return declaration?.getSourceFile().isDeclarationFile ? node.text : undefined;
}

/** What calls pass for a parameter: of further arguments, an element of their array. */
function passedRep({ params, rest }: FunctionRep, index: number): Rep | undefined {
  const last = params.at(-1);
  return rest && last?.kind === 'array' && index >= params.length - 1 ? last.element : params[index];
}

function functionNamed(
  fn: FunctionLowering,
  name: string,
  wanted: FunctionRep | undefined,
): Value | undefined {
  const find = (form: string | number) => fn.module.world.libraryFunction(`value_${name}${form}`);
  // Those of the console print all that they are given.
  const isPrinting = name.startsWith('console_');
  const isOpen = isPrinting && (!wanted || wanted.rest);
  const given = wanted && isPrinting ? wanted.params.length : 1;
  const takesAll = isOpen || (variadic.includes(name) && (wanted?.rest || wanted?.params.length !== 2));
  const declaration = find(takesAll ? '_all' : given === 1 ? '' : given) ?? find('_all') ?? find('');
  if (!declaration) return undefined;
  const substitution = new Map<ts.Symbol, Rep>();
  for (const [i, parameter] of (declaration.typeParameters ?? []).entries()) {
    const symbol = fn.checker.getSymbolAtLocation(parameter.name);
    if (symbol) substitution.set(symbol, (wanted && passedRep(wanted, i)) ?? anyRep);
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
  return { rep, inst: fn.b.object(fn.module.constants.functionValue(instance.symbol)) };
}
