// What is made where nothing is known of types: `const data: any = { ... }`, and what is put into such values. Objects made
// there can get any property, arrays any element, and functions can be called with anything.
import { isLibraryPath, isLibrarySymbol } from './program.ts';
import { isTakenApart } from './taken-apart.ts';
import { skipParentheses, ts } from './typescript.ts';

/** True for an expression whose value goes to a variable, property, parameter or result of type `any`. */
export function isDynamic(checker: ts.TypeChecker, node: ts.Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (ts.isParenthesizedExpression(parent)) return isDynamic(checker, parent);
  if (ts.isMethodDeclaration(node) || ts.isShorthandPropertyAssignment(node))
    return isDynamic(checker, node.parent);
  if (ts.isExpression(node) && isAnything(checker.getContextualType(node)))
    return !isGivenToLibrary(checker, node) && !isTakenApart(node);
  if (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent))
    return isDynamic(checker, parent.parent);
  if (ts.isArrayLiteralExpression(parent)) return isDynamic(checker, parent) || isOfAny(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isDynamic(checker, parent);
  if (isAlternative(parent)) return parent.right === node && isDynamic(checker, parent);
  return ts.isCallExpression(parent) && parent.expression !== node && isAny(checker, parent.expression);
}

/** True for an argument whose type is a type parameter of what is called, and nothing more: code for all types calls it as any. */
export function isPassedAsParameter(checker: ts.TypeChecker, node: ts.Node): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent)) return false;
  const { declaration } = checker.getResolvedSignature(parent) ?? {};
  if (!declaration || ts.isJSDocSignature(declaration)) return false;
  const type = declaration.parameters[parent.arguments.indexOf(node as ts.Expression)]?.type?.getText();
  return declaration.typeParameters?.some(({ name }) => name.text === type) ?? false;
}

/** `x || y`, `x ?? y`. */
function isAlternative(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
}

/** The library's functions that take anything (`JSON.stringify`) read what they are given, and change nothing. */
function isGivenToLibrary(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent)) return false;
  const { declaration } = checker.getResolvedSignature(parent) ?? {};
  if (!declaration || !isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const parameters = declaration.parameters;
  const parameter = parameters[Math.min(parent.arguments.indexOf(node), parameters.length - 1)];
  const type =
    parameter && ts.isParameter(parameter) && parameter.type && checker.getTypeFromTypeNode(parameter.type);
  return isAnything(type || undefined);
}

/** True for `Function`, the type of what can be called with anything. */
export function isAnyFunction({ symbol }: ts.Type): boolean {
  return symbol?.name === 'Function' && isLibrarySymbol(symbol);
}

/** True for `any`, and for `Function` that may be missing. */
function isAnything(type: ts.Type | undefined): boolean {
  if (!type || type.flags & ts.TypeFlags.Any) return type !== undefined;
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  const parts = (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & nothing));
  return parts.length > 0 && parts.every(isAnyFunction);
}

const isAny = (checker: ts.TypeChecker, node: ts.Expression) =>
  isAnything(checker.getTypeAtLocation(skipParentheses(node)));

/** `const list: any[] = [...]`. */
function isOfAny({ parent }: ts.ArrayLiteralExpression): boolean {
  const type = ts.isVariableDeclaration(parent) ? parent.type : undefined;
  return type !== undefined && ts.isArrayTypeNode(type) && type.elementType.kind === ts.SyntaxKind.AnyKeyword;
}
