// Literals that a pattern takes apart at once. TypeScript's context for them is the pattern, which only asks for parts, of
// whatever type: what is made follows from the literal itself.
import { skipParentheses, ts } from './typescript.ts';

/** True for such a literal, and for what is in it. */
export function isTakenApart(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isArrayLiteralExpression(parent))
    return isTakenApart(parent);
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && isTakenApart(parent.parent);
  if (ts.isVariableDeclaration(parent)) return !ts.isIdentifier(parent.name) && !parent.type;
  // Where nothing asks for the literal itself, it can as well be made as its parts are wanted.
  return isPatternAssignment(parent) && parent.right === node && !isUnused(parent);
}

/** What `b` takes in `const [a, b] = [x, y]`. */
export function takenByElement(element: ts.BindingElement): ts.Expression | undefined {
  const { parent: pattern } = element;
  const literal = ts.isVariableDeclaration(pattern.parent) ? literalOf(pattern.parent) : undefined;
  if (!ts.isArrayBindingPattern(pattern) || !literal) return undefined;
  const taken = literal.elements[pattern.elements.indexOf(element)];
  return taken && skipParentheses(taken);
}

/** What takes `y` there. */
export function takerOf(node: ts.Expression): ts.BindingElement | undefined {
  const { parent: literal } = node;
  const { parent: declaration } = literal;
  if (!ts.isArrayLiteralExpression(literal) || !ts.isVariableDeclaration(declaration)) return undefined;
  const { name } = declaration;
  const element = ts.isArrayBindingPattern(name) ? name.elements[literal.elements.indexOf(node)] : undefined;
  return literalOf(declaration) === literal && element && ts.isBindingElement(element) ? element : undefined;
}

function literalOf({ initializer }: ts.VariableDeclaration): ts.ArrayLiteralExpression | undefined {
  const literal = initializer && skipParentheses(initializer);
  if (!literal || !ts.isArrayLiteralExpression(literal) || literal.elements.some(ts.isSpreadElement))
    return undefined;
  return literal;
}

function isPatternAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return false;
  const left = skipParentheses(node.left);
  return ts.isArrayLiteralExpression(left) || ts.isObjectLiteralExpression(left);
}

/** True for expressions whose value nothing asks for. */
export function isUnused(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isUnused(parent);
  if (ts.isForStatement(parent)) return parent.condition !== node;
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.CommaToken)
    return parent.left === node || isUnused(parent);
  return ts.isExpressionStatement(parent);
}
