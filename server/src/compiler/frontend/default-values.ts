// Default values of parameters: which of them callers pass, and where the function itself looks for what is missing.
import { type Rep, withUndefined } from './reps.ts';
import { ts } from './typescript.ts';

/** True for values that callers may as well pass. */
export function isLiteral(node: ts.Expression): boolean {
  const inner =
    ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken ? node.operand : node;
  return (
    ts.isNumericLiteral(inner) ||
    ts.isStringLiteralLike(inner) ||
    inner.kind === ts.SyntaxKind.TrueKeyword ||
    inner.kind === ts.SyntaxKind.FalseKeyword
  );
}

/** True for methods that subclasses may have others of: calls reach them with all their parameters. */
export function isVirtual(node: ts.Node): node is ts.MethodDeclaration {
  return (
    ts.isMethodDeclaration(node) &&
    ts.isClassLike(node.parent) &&
    !node.typeParameters?.length &&
    !ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)
  );
}

/** A parameter of a virtual method, which alone knows default values that are no literals. */
export function virtualParameter(rep: Rep, { initializer }: ts.ParameterDeclaration): Rep {
  return initializer && !isLiteral(initializer) ? withUndefined(rep) : rep;
}
