// What may not be there although its type does not say so: elements beyond the end of an array or string, and properties
// of dictionaries. Where the program asks whether there is something, it is undefined.
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** True if what is around an expression asks whether there is a value, or shows it. */
export function isTested(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTested(parent);
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node && isTestedConstant(parent);
  if (ts.isBinaryExpression(parent)) {
    switch (parent.operatorToken.kind) {
      case K.QuestionQuestionToken:
      case K.BarBarToken:
      case K.AmpersandAmpersandToken:
        return parent.left === node || isTested(parent);
      case K.EqualsEqualsToken:
      case K.EqualsEqualsEqualsToken:
      case K.ExclamationEqualsToken:
      case K.ExclamationEqualsEqualsToken:
        return true;
      default:
        return false;
    }
  }
  if (ts.isSwitchStatement(parent)) return parent.expression === node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.questionDotToken !== undefined && parent.expression === node;
  if (ts.isCallExpression(parent) && parent.expression === node) return parent.questionDotToken !== undefined;
  if (ts.isCallExpression(parent))
    return /^(console\.\w+|String|Boolean)$/.test(parent.expression.getText()) && parent.expression !== node;
  return ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent);
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

const known = new WeakMap<ts.VariableDeclaration, boolean>();

/**
 * True for a constant that holds an element, and which the program asks whether it is there:
 * `const user = users[name]; if (!user) ...`.
 */
export function isTestedConstant(declaration: ts.VariableDeclaration): boolean {
  let found = known.get(declaration);
  if (found === undefined) {
    found = findTest(declaration);
    known.set(declaration, found);
  }
  return found;
}

function findTest({ name, type, initializer, parent }: ts.VariableDeclaration): boolean {
  if (type || !initializer || !ts.isIdentifier(name) || !(parent.flags & ts.NodeFlags.Const)) return false;
  if (!ts.isElementAccessExpression(skipParentheses(initializer)) || !ts.isVariableStatement(parent.parent))
    return false;
  let isAsked = false;
  const visit = (node: ts.Node, isInClass: boolean): boolean => {
    if (ts.isIdentifier(node) && node.text === name.text) {
      // Objects of a class hold what it captures as its type says.
      if (isInClass) return false;
      isAsked ||= asksForPresence(node);
    }
    return !ts.forEachChild(node, (child) => !visit(child, isInClass || ts.isClassLike(node)));
  };
  return visit(parent.parent.parent, false) && isAsked;
}

/** True if an expression is only asked whether there is something. */
function asksForPresence(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return asksForPresence(parent);
  if (ts.isBinaryExpression(parent) || ts.isTypeOfExpression(parent)) return isTestedForUndefined(node);
  // `handler?.(event)`.
  if (ts.isCallExpression(parent) && parent.expression !== node) return false;
  return ts.isCallExpression(parent) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isPropertyAccessExpression(parent)
    ? isTested(node)
    : false;
}
