// The one module that imports TypeScript's compiler, so that another version or host of it can replace it here.
import ts from 'typescript';

export { ts };

/** The expression inside any number of parentheses. */
export function skipParentheses(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) inner = inner.expression;
  return inner;
}

/** `x` of `x as T`, `<T>x`, `x!` and `(x)`. */
export function skipAssertions(node: ts.Expression): ts.Expression {
  const inner = skipParentheses(node);
  return ts.isAssertionExpression(inner) || ts.isNonNullExpression(inner)
    ? skipAssertions(inner.expression)
    : inner;
}

/** True for `=`, `+=` and the like. */
export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}
