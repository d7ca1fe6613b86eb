// Function values in the place of others: where calls by one type do not reach a function of another as it is, a
// closure between them converts what is passed and what comes back. One function for each pair of types.
import { fixedCount } from '../assignability.ts';
import { fail, Unsupported } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import type { ArrayRep, FunctionRep, Rep } from '../reps.ts';
import { intRep, isNothing, repName, undefinedRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { arrayLength, arrayOfExpressions, checkElements, loadElement, loadUnchecked } from './arrays.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { newWrapper } from './function-identity.ts';
import { lowerReturn } from './functions.ts';
import { callLibrary } from './library-calls.ts';
import { closureValues, makeFunction } from './made-functions.ts';
import { assertType } from './narrowing.ts';
import { valueOrNone } from './optional-results.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** A function that calls by type `to` reach, and which calls one of type `from`. */
export function adaptFunction(fn: FunctionLowering, value: Value, to: FunctionRep, node: ts.Node): Value {
  const from = value.rep as FunctionRep;
  const symbol = `f.lib.adapter<${repName(from)};${repName(to)}>`;
  if (!fn.module.hasFunction(symbol)) makeAdapter(fn, symbol, from, to, node);
  return { rep: to, inst: newWrapper(fn, symbol, instOf(value), node) };
}

function makeAdapter(
  user: FunctionLowering,
  symbol: string,
  from: FunctionRep,
  to: FunctionRep,
  node: ts.Node,
): void {
  makeFunction(user, { symbol, name: '(anonymous)', result: to.result, node }, (fn) => {
    try {
      const { args: values, held } = closureValues(fn, to.params, 1);
      const args = adaptedArguments(fn, from, to, values, node).map((arg) => passed(fn, arg));
      const inst = fn.b.callRef(held[0]!, passedType(from.result), args);
      const nothing = from.result.kind === 'void' && from.result.isNever ? from.result : undefinedRep;
      const result = isNothing(from.result) ? { rep: nothing } : received(fn, from.result, inst);
      lowerReturn(fn, to.result.kind === 'void' ? undefined : convert(fn, result, to.result, node));
    } catch (error) {
      if (error instanceof Unsupported) fail(node, 'GN2004', repTitle(from), repTitle(to));
      throw error;
    }
  });
}

/** What the function that is called gets: as many of the arguments as it has parameters, undefined for the others. */
function adaptedArguments(
  fn: FunctionLowering,
  from: FunctionRep,
  to: FunctionRep,
  values: readonly Value[],
  node: ts.Node,
): Value[] {
  const given = values.slice(0, fixedCount(to));
  const further = to.rest ? values.at(-1) : undefined;
  const args = from.params.slice(0, fixedCount(from)).map((rep, i) => {
    const value = given[i];
    // TypeScript takes a method for one of a type whose parameter is wider.
    if (value) return assertType(fn, value, rep, node);
    if (further) return furtherArgument(fn, further, i - given.length, rep, node);
    return convert(fn, { rep: undefinedRep }, rep, node);
  });
  const rest = from.params[args.length];
  if (rest?.kind !== 'array') return args;
  const leading = given.slice(args.length).map((value) => convert(fn, value, rest.element, node));
  const tail = further && elementsFrom(fn, further, Math.max(args.length - given.length, 0), rest, node);
  return [...args, arrayOfExpressions(fn, rest, leading, tail, [], node)];
}

/** One of the arguments that are passed in an array; traps if it is not there but has to be. */
function furtherArgument(fn: FunctionLowering, array: Value, i: number, rep: Rep, node: ts.Node): Value {
  const arrayRep = array.rep as ArrayRep;
  const index = fn.b.iconst(i);
  if (rep.kind !== 'optional' && rep.kind !== 'any')
    return convert(fn, loadElement(fn, arrayRep, instOf(array), index), rep, node);
  const isThere = fn.b.icmp('lt', index, arrayLength(fn, instOf(array)));
  const value = valueOrNone(fn, rep, isThere, node, () =>
    convert(fn, loadUnchecked(fn, arrayRep, instOf(array), index), rep, node),
  );
  return convert(fn, value, rep, node);
}

/** The elements of an array from an index, as they can be added to another array. */
function elementsFrom(fn: FunctionLowering, array: Value, i: number, rep: ArrayRep, node: ts.Node): Value {
  // They are converted one by one as they are added.
  checkElements(fn, array.rep as ArrayRep, rep, node);
  const index = (inst: Value['inst']): Value => ({ rep: intRep, ...(inst ? { inst } : {}) });
  const length = arrayLength(fn, instOf(array));
  return callLibrary(fn, 'array_slice', [array, index(fn.b.iconst(i)), index(length)], node);
}
