// What is declared with `!`: `name!: T` has no value until it is given one. Where a program asks whether there is one, it
// is undefined as in Node; where it is used, a TypeError.
import { isLibraryPath } from '../program.ts';
import { isRef, optionalOf } from '../reps.ts';
import { ts } from '../typescript.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

const K = ts.SyntaxKind;

/** The value of a name or property, as it is where TypeScript was only told that it is there. */
export function perhapsUnset(
  fn: FunctionLowering,
  value: Value,
  symbol: ts.Symbol | undefined,
  node: ts.Expression,
): Value {
  if (!isPromised(symbol) || !isRef(value.rep) || value.rep.kind === 'any' || value.rep.kind === 'optional')
    return narrowed(fn, value, node);
  const held: Value = { ...value, rep: optionalOf(value.rep) };
  return isAsked(node) ? held : narrowed(fn, requirePresent(fn, held, node), node);
}

/** True for what is declared with `!` by a program. */
function isPromised(symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.valueDeclaration;
  if (!declaration || isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const isDeclared = ts.isPropertyDeclaration(declaration) || ts.isVariableDeclaration(declaration);
  return isDeclared && declaration.exclamationToken !== undefined;
}

/** True where undefined is as good as any value. */
function isAsked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isAsked(parent);
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  if (ts.isIfStatement(parent) || ts.isTypeOfExpression(parent)) return true;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node && parent.questionDotToken !== undefined;
  if (ts.isCallExpression(parent))
    return parent.expression.getText().startsWith('console.') && parent.expression !== node;
  if (!ts.isBinaryExpression(parent)) return false;
  const { left, right, operatorToken } = parent;
  switch (operatorToken.kind) {
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return isNothing(left) || isNothing(right);
    case K.QuestionQuestionToken:
      return left === node;
    default:
      return false;
  }
}

const isNothing = (node: ts.Expression) => node.kind === K.NullKeyword || node.getText() === 'undefined';
