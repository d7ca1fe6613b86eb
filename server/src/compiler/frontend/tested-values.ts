// What may not be there although its type does not say so: elements beyond the end of an array or string, and properties
// of dictionaries. Where the program asks whether there is something, it is undefined.
import type { Rep } from './reps.ts';
import { ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** Functions that make something of undefined, too. */
const takesAnything = /^(console\.\w+|String|Boolean|(Number\.)?parse(Int|Float)|Number)$/;

/** True if what is around an expression asks whether there is a value, or shows it. */
export function isTested(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTested(parent);
  if (ts.isBinaryExpression(parent)) {
    switch (parent.operatorToken.kind) {
      case K.QuestionQuestionToken:
      case K.BarBarToken:
      case K.AmpersandAmpersandToken:
        return parent.left === node || isTested(parent);
      default:
        return isEquality(parent);
    }
  }
  if (ts.isSwitchStatement(parent)) return parent.expression === node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.questionDotToken !== undefined && parent.expression === node;
  if (ts.isCallExpression(parent)) {
    if (parent.expression === node) return parent.questionDotToken !== undefined;
    return takesAnything.test(parent.expression.getText());
  }
  return ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent);
}

/** True for `===` and the like. */
export function isEquality({ operatorToken }: ts.BinaryExpression): boolean {
  switch (operatorToken.kind) {
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}

/** True for a side of `<` and the like: undefined is neither less nor greater than anything. */
export function isOrdered({ parent }: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) return isOrdered(parent);
  if (!ts.isBinaryExpression(parent)) return false;
  switch (parent.operatorToken.kind) {
    case K.LessThanToken:
    case K.LessThanEqualsToken:
    case K.GreaterThanToken:
    case K.GreaterThanEqualsToken:
      return true;
    default:
      return false;
  }
}

/** True for what is compared or shown, or of which only the truth matters: no value follows from what it is. */
export function isOnlyLookedAt(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isOnlyLookedAt(parent);
  if (ts.isBinaryExpression(parent) && isEquality(parent)) return true;
  if (ts.isCallExpression(parent) && parent.expression !== node)
    return /^(console\.\w+|Array\.isArray|Number\.is\w+)$/.test(parent.expression.getText());
  return isCondition(node) || ts.isTypeOfExpression(parent);
}

/** True if a test is for nothing but being there; `if (flags[i])` and `numbers[i] === 5` ask for more. */
export function isTestedForUndefined(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTestedForUndefined(parent);
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === K.QuestionQuestionToken) return parent.left === node;
    const other = parent.left === node ? parent.right : parent.left;
    return isTested(node) && /^(undefined|null)$/.test(other.getText());
  }
  return ts.isCallExpression(parent) || ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent)
    ? isTested(node)
    : false;
}

export const isAnd = (node: ts.Node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === K.AmpersandAmpersandToken;

/** True for an expression of which only the truth matters. */
export function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isCondition(parent);
  if (isAnd(parent) || (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.BarBarToken))
    return isCondition(parent);
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  return ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent);
}

/** True for a side of `&&` of which one is the value: `const name = user && user.name`. */
export function isInValueOfAnd({ parent }: ts.Node): boolean {
  return isAnd(parent) && !isCondition(parent);
}

/** True for what a function gives of which its type says that it may be undefined. */
export function isGivenPerhaps(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isGivenPerhaps(parent);
  if (ts.isArrowFunction(parent)) return parent.body === node && mayBeUndefined(parent.type);
  if (!ts.isReturnStatement(parent)) return false;
  const around = ts.findAncestor(parent, ts.isFunctionLike);
  return mayBeUndefined(around?.type);
}

/**
 * True where undefined is as good as an element: in `peek(): T | undefined { return this.items[0]; }`, and for what may be
 * undefined or of any kind: an argument, a property that is assigned to, an element of an array literal, what an iterator
 * gives, what a variable holds on a condition.
 */
export function isWantedPerhaps(node: ts.Expression, expected: Rep | undefined): boolean {
  if (isGivenPerhaps(node)) return true;
  const takesUndefined =
    expected?.kind === 'any' || (expected?.kind === 'optional' && expected.absent === 'undefined');
  const places = [isGivenAway, isAssignedAs, isInArray, isValueOfResult, isChosen];
  return takesUndefined && places.some((isPlace) => isPlace(node));
}

/** True for what a variable holds on a condition: `const priority = token && priorities[token.text]`. */
function isChosen(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isChosen(parent);
  const isOne = ts.isConditionalExpression(parent) ? parent.condition !== node : isAnd(parent);
  if (!isOne || (ts.isBinaryExpression(parent) && parent.left === node)) return false;
  return ts.isVariableDeclaration(parent.parent) || isChosen(parent as ts.Expression);
}

/** True for the value of what an iterator's `next` gives, which the last one has none of. */
export function isValueOfResult(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isValueOfResult(parent);
  if (!ts.isPropertyAssignment(parent) || parent.name.getText() !== 'value') return false;
  return parent.parent.properties.some(({ name }) => name?.getText() === 'done');
}

/** True for an element of an array literal. */
function isInArray(node: ts.Expression): boolean {
  const { parent } = node;
  return ts.isParenthesizedExpression(parent) ? isInArray(parent) : ts.isArrayLiteralExpression(parent);
}

/** True for what is assigned. */
const isAssignedAs = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.operatorToken.kind === K.EqualsToken &&
  node.parent.right === node;

/** True for arguments and what functions return. */
export function isGivenAway(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isGivenAway(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isGivenAway(parent);
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isReturnStatement(parent);
}

const mayBeUndefined = (type: ts.TypeNode | undefined) =>
  type !== undefined &&
  ts.isUnionTypeNode(type) &&
  type.types.some((each) => each.kind === K.UndefinedKeyword);
