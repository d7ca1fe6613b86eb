// `sets.get(name) ?? []` where it is gone over: an object and an array have no representation in common, but nothing is
// to be done where the object is not there.
import type { Rep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isPresent, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import type { Value } from './value.ts';

const K = ts.SyntaxKind;

/** Does something with what an expression gives, if it is there. */
export function ifThere(fn: FunctionLowering, node: ts.Expression, action: (object: Value) => void): void {
  const value = lowerExpression(fn, node);
  const { b } = fn;
  const there = b.createBlock();
  const join = b.createBlock();
  b.branch(isPresent(fn, value), there, join);
  b.enterSealed(there);
  action(unwrapped(value));
  b.jump(join);
  b.enterSealed(join);
}

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
