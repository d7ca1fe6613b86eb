// Conditions: short circuits become branches instead of values.
import type { Block } from '../../ir/ir.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { toBoolean } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';

const K = ts.SyntaxKind;

/** Branches on an expression; both blocks get their edges, and are still to be sealed and entered. */
export function lowerCondition(
  fn: FunctionLowering,
  node: ts.Expression,
  ifTrue: Block,
  ifFalse: Block,
): void {
  const { b } = fn;
  const inner = skipParentheses(node);
  if (ts.isPrefixUnaryExpression(inner) && inner.operator === K.ExclamationToken) {
    lowerCondition(fn, inner.operand, ifFalse, ifTrue);
    return;
  }
  if (ts.isBinaryExpression(inner)) {
    const operator = inner.operatorToken.kind;
    if (operator === K.AmpersandAmpersandToken || operator === K.BarBarToken) {
      const second = b.createBlock();
      if (operator === K.AmpersandAmpersandToken) lowerCondition(fn, inner.left, second, ifFalse);
      else lowerCondition(fn, inner.left, ifTrue, second);
      b.enterSealed(second);
      if (!b.isReachable(second)) {
        b.trap('unreachable');
        return;
      }
      lowerCondition(fn, inner.right, ifTrue, ifFalse);
      return;
    }
  }
  const value = lowerExpression(fn, inner);
  b.branch(toBoolean(fn, value, inner), ifTrue, ifFalse);
}
