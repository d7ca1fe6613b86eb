// Comparisons of single units of strings, as tokenizers are made of: `text[i] === ','`. Beyond the end of the string there
// is undefined, which is equal to no text, and neither less nor greater. What is there is compared by text-comparisons.ts.
import type { Inst } from '../../ir/ir.ts';
import { stringRep, undefinedRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { lowerIndex } from './arrays.ts';
import { choose, stringLength } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { type Condition, comparison, conditionOf } from './operators.ts';
import { stringUnitUnchecked } from './strings.ts';
import { instOf, type Value } from './value.ts';

/** A side of a comparison: what it is where it is there. */
interface Side {
  /** Of a unit, 1 if the string has one at the index. */
  readonly isThere?: Inst;
  value(): Value;
}

/** Such a comparison, or undefined for any other operation. */
export function lowerUnitComparison(fn: FunctionLowering, node: ts.BinaryExpression): Value | undefined {
  if (!isComparison(node.operatorToken.kind) || isInLibrary(node)) return undefined;
  if (!isUnit(fn, node.left) && !isUnit(fn, node.right)) return undefined;
  const condition = conditionOf(node.operatorToken.kind);
  const left = lowerSide(fn, node.left);
  const right = lowerSide(fn, node.right);
  return { rep: { kind: 'boolean' }, inst: fn.within(node, () => compare(fn, condition, left, right, node)) };
}

function isComparison(operator: ts.SyntaxKind): boolean {
  switch (operator) {
    case ts.SyntaxKind.LessThanToken:
    case ts.SyntaxKind.LessThanEqualsToken:
    case ts.SyntaxKind.GreaterThanToken:
    case ts.SyntaxKind.GreaterThanEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}

/** True for `text[i]`. */
function isUnit(fn: FunctionLowering, node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  if (!ts.isElementAccessExpression(inner) || ts.isOptionalChain(inner)) return false;
  return fn.tryRepOf(fn.checker.getTypeAtLocation(inner.expression))?.kind === 'string';
}

function lowerSide(fn: FunctionLowering, node: ts.Expression): Side {
  const inner = skipParentheses(node);
  if (!isUnit(fn, node) || !ts.isElementAccessExpression(inner)) {
    const value = lowerExpression(fn, node);
    return { value: () => value };
  }
  const string = lowerTo(fn, inner.expression, stringRep);
  const index = lowerIndex(fn, inner.argumentExpression);
  const isThere = fn.b.icmp('ult', index, stringLength(fn, instOf(string)));
  return { isThere, value: () => stringUnitUnchecked(fn, instOf(string), index) };
}

function compare(fn: FunctionLowering, condition: Condition, left: Side, right: Side, node: ts.Node): Inst {
  if (left.isThere)
    return choose(
      fn,
      left.isThere,
      () => compare(fn, condition, { value: left.value }, right, node),
      () => compareNothing(fn, condition, right, node),
    );
  if (right.isThere)
    return choose(
      fn,
      right.isThere,
      () => comparison(fn, condition, left.value(), right.value(), node),
      () => compareNothing(fn, condition, left, node),
    );
  return comparison(fn, condition, left.value(), right.value(), node);
}

/** The comparison of undefined with a side. */
function compareNothing(fn: FunctionLowering, condition: Condition, other: Side, node: ts.Node): Inst {
  const { b } = fn;
  if (condition !== 'eq' && condition !== 'ne') return b.iconst(0);
  const negated = (inst: Inst) => (condition === 'ne' ? b.op('ixor', inst, b.iconst(1)) : inst);
  if (other.isThere) return negated(b.op('ixor', other.isThere, b.iconst(1)));
  const value = other.value();
  if (value.rep.kind === 'string') return b.iconst(condition === 'ne' ? 1 : 0);
  return comparison(fn, condition, { rep: undefinedRep, inst: b.nullRef() }, value, node);
}
