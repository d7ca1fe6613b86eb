// `sets.get(name) ?? []` where it is gone over: an object and an array have no representation in common, but nothing is
// to be done where the object is not there.
import type { Rep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';

const K = ts.SyntaxKind;

/** The left side of `object ?? []` and `object || []`; undefined for all else. */
export function objectBesideEmpty(fn: FunctionLowering, node: ts.Expression): ts.Expression | undefined {
  const choice = skipParentheses(node);
  if (!ts.isBinaryExpression(choice)) return undefined;
  const { left, operatorToken, right } = choice;
  if (operatorToken.kind !== K.QuestionQuestionToken && operatorToken.kind !== K.BarBarToken)
    return undefined;
  const other = skipParentheses(right);
  if (!ts.isArrayLiteralExpression(other) || other.elements.length > 0) return undefined;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(left));
  return rep && isOptionalObject(rep) ? left : undefined;
}

const isOptionalObject = (rep: Rep) => rep.kind === 'optional' && rep.of.kind === 'object';
