// `x as T` and `x satisfies T`: T is what x is, or more special, which is tested.
import { Unsupported } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { anyRep, isNothing } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isMadeWithoutType } from '../untyped-origins.ts';
import { fromAny } from './any.ts';
import { convert } from './conversions.ts';
import { lowerExpression, requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { useAsDictionary } from './loose-arrays.ts';
import { assertType, isOfAny, isUsedAsAny } from './narrowing.ts';
import type { Value } from './value.ts';

const K = ts.SyntaxKind;

/** The value as one of the type that is asserted; a TypeError on the board, or a diagnostic, where it is none. */
export function lowerAssertion(
  fn: FunctionLowering,
  node: ts.AsExpression | ts.SatisfiesExpression | ts.TypeAssertion,
  expected?: Rep,
): Value {
  if (ts.isSatisfiesExpression(node) || ts.isConstTypeReference(node.type)) {
    return lowerExpression(fn, node.expression, expected);
  }
  // `x as unknown as T`: what comes out matters, not the way. `f(x as never)` has what `f` takes stay open.
  const isOpenEnded = node.type.kind === K.NeverKeyword && !(expected && isNothing(expected));
  if (node.type.kind === K.UnknownKeyword || isOpenEnded)
    return lowerExpression(fn, node.expression, expected);
  const rep = fn.repOf(fn.checker.getTypeFromTypeNode(node.type), node.type);
  if (isMadeWithoutType(fn.checker, node.expression)) useAsDictionary(fn, rep);
  const value = lowerExpression(fn, node.expression, rep);
  const isSeenAsAny = expected?.kind === 'any' || isUsedAsAny(fn, node);
  const isOpen = isOfAny(rep.kind === 'optional' ? rep.of : rep) && isSeenAsAny;
  if (value.rep.kind === 'any' && isOpen) return value;
  const { block } = fn.b;
  try {
    const needsValue = value.rep.kind === 'optional' && rep.kind !== 'optional' && rep.kind !== 'any';
    return assertType(fn, needsValue ? requirePresent(fn, value, node) : value, rep, node);
  } catch (error) {
    if (!(error instanceof Unsupported) || !isForgotten(fn, node.expression) || fn.b.block !== block)
      throw error;
  }
  const forgotten = convert(fn, value, anyRep, node);
  return isOpen ? forgotten : fromAny(fn, forgotten, rep, node);
}

/**
 * `x as unknown`, `x as any`, and what is of a type parameter, as in `(actual as number) > 0` of code for all types: where that is
 * asserted to be something else, only the running program knows whether it is.
 */
function isForgotten({ checker }: FunctionLowering, node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  const type = checker.getTypeAtLocation(inner);
  const parts = type.isUnion() ? type.types : [type];
  if (parts.some(({ flags }) => flags & ts.TypeFlags.TypeParameter)) return true;
  if (!ts.isAsExpression(inner)) return false;
  return inner.type.kind === K.UnknownKeyword || inner.type.kind === K.AnyKeyword;
}
