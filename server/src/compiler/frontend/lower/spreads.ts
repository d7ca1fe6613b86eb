// `...source` in object literals, for objects with a layout and dictionaries alike: what is spread under which conditions,
// as in `...(name && { name })` and `...(isBig ? { size } : {})`.
import type { Inst } from '../../ir/ir.ts';
import { isNothing, type Rep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isPresent, toBoolean, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { narrowedObject } from './narrowing.ts';
import { methodOf } from './objects.ts';
import type { Value } from './value.ts';

/** An object that is being made, which takes over the properties of others. */
export interface SpreadTarget {
  /** What others are best made as. */
  readonly expected?: Rep;
  /** Takes those of a literal without methods that need it, `{ name }`, without that one being made. */
  takeLiteral(literal: ts.ObjectLiteralExpression): void;
  /** Takes those of a value that is there. */
  take(value: Value, node: ts.Expression): void;
  /** Goes one of two ways, on each of which more may be taken. */
  either(condition: Inst, node: ts.Node, whenTrue: Way, whenFalse?: Way): void;
}

export type Way<Target extends SpreadTarget = SpreadTarget> = (inside: Target) => void;

/** Has an object take over what an expression spreads. */
export function spreadInto(fn: FunctionLowering, expression: ts.Expression, target: SpreadTarget): void {
  const node = skipParentheses(expression);
  const spread = (each: ts.Expression) => (inside: SpreadTarget) => spreadInto(fn, each, inside);
  const isTrue = (each: ts.Expression) => toBoolean(fn, lowerExpression(fn, each), each);
  if (ts.isObjectLiteralExpression(node) && !node.properties.some(methodOf)) {
    target.takeLiteral(node);
  } else if (ts.isConditionalExpression(node)) {
    target.either(isTrue(node.condition), node, spread(node.whenTrue), spread(node.whenFalse));
  } else if (isLogical(node, ts.SyntaxKind.AmpersandAmpersandToken)) {
    // What is false has no properties.
    target.either(isTrue(node.left), node, spread(node.right));
  } else if (
    isLogical(node, ts.SyntaxKind.QuestionQuestionToken) ||
    isLogical(node, ts.SyntaxKind.BarBarToken)
  ) {
    const left = lowerExpression(fn, node.left);
    const isThere = left.rep.kind === 'optional' ? isPresent(fn, left) : toBoolean(fn, left, node.left);
    const first = (inside: SpreadTarget) => inside.take(unwrapped(left), node.left);
    target.either(isThere, node, first, spread(node.right));
  } else {
    const value = narrowedObject(fn, lowerExpression(fn, node, target.expected), node);
    if (isNothing(value.rep)) return;
    if (value.rep.kind !== 'optional') target.take(value, node);
    else target.either(isPresent(fn, value), node, (inside) => inside.take(unwrapped(value), node));
  }
}

const isLogical = (node: ts.Expression, operator: ts.SyntaxKind): node is ts.BinaryExpression =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === operator;
