// What is made where nothing is known of types: `const data: any = { ... }`, and what is put into such values. Objects made
// there can get any property, arrays any element, and functions can be called with anything.
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** What stores the value of its right side as it is. */
const assignments: ReadonlySet<ts.SyntaxKind> = new Set([
  K.EqualsToken,
  K.QuestionQuestionEqualsToken,
  K.BarBarEqualsToken,
  K.AmpersandAmpersandEqualsToken,
]);

/** True for an expression whose value goes to a variable or property of type `any`. */
export function isDynamic(checker: ts.TypeChecker, node: ts.Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (ts.isParenthesizedExpression(parent)) return isDynamic(checker, parent);
  if (ts.isVariableDeclaration(parent))
    return parent.initializer === node && parent.type?.kind === ts.SyntaxKind.AnyKeyword;
  if (ts.isPropertyAssignment(parent)) return isDynamic(checker, parent.parent);
  if (ts.isMethodDeclaration(node) || ts.isShorthandPropertyAssignment(node))
    return isDynamic(checker, node.parent);
  if (ts.isArrayLiteralExpression(parent)) return isDynamic(checker, parent) || isOfAny(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isDynamic(checker, parent);
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (parent.right !== node) return false;
    if (kind === K.BarBarToken || kind === K.QuestionQuestionToken) return isDynamic(checker, parent);
    return assignments.has(kind) && isAny(checker, parent.left);
  }
  if (ts.isCallExpression(parent)) return parent.expression !== node && isAny(checker, parent.expression);
  return false;
}

const isAny = (checker: ts.TypeChecker, node: ts.Expression) =>
  (checker.getTypeAtLocation(skipParentheses(node)).flags & ts.TypeFlags.Any) !== 0;

/** `const list: any[] = [...]`. */
function isOfAny({ parent }: ts.ArrayLiteralExpression): boolean {
  const type = ts.isVariableDeclaration(parent) ? parent.type : undefined;
  return type !== undefined && ts.isArrayTypeNode(type) && type.elementType.kind === ts.SyntaxKind.AnyKeyword;
}
