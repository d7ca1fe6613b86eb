// The parameters that calls pass.
import { ts } from './typescript.ts';

/** All that are declared, without a `this` that calls do not pass: functions of literals and classes know their object. */
export function parametersOf(node: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
  const { parameters } = node;
  const knowsObject = isOfLiteral(node) || isOfProperty(node) || isOfObjects(node);
  const passesThis = !hasNoThis(node) && !(isThisParameter(parameters[0]) && knowsObject);
  return passesThis ? parameters : parameters.slice(1);
}

/** True for methods of object literals, and for `name: function () { ... }` in one. */
export function isOfLiteral(node: ts.Node): boolean {
  if (ts.isMethodDeclaration(node)) return ts.isObjectLiteralExpression(node.parent);
  return ts.isFunctionExpression(node) && ts.isPropertyAssignment(node.parent);
}

/** True for methods of classes that are called on their objects. */
function isOfObjects(node: ts.Node): boolean {
  if (!ts.isMethodDeclaration(node) || !ts.isClassLike(node.parent)) return false;
  return !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static);
}

/** True for a function that a property is assigned or begins with: `this` in it is the object whose property that is. */
export function isOfProperty(node: ts.Node): node is ts.FunctionExpression {
  if (!ts.isFunctionExpression(node) || node.name) return false;
  const { parent } = node;
  if (ts.isPropertyDeclaration(parent))
    return !(ts.getCombinedModifierFlags(parent) & ts.ModifierFlags.Static);
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    parent.right === node &&
    ts.isPropertyAccessExpression(parent.left)
  );
}

/**
 * True for a function with `this: void`, which says that there is none, and for what another function gives that takes any
 * `this`, as wrappers do: `return function (this: unknown, ...args) { ... }`. In there, it is undefined.
 */
export function hasNoThis(node: ts.SignatureDeclaration): boolean {
  const [first] = node.parameters;
  if (!first || !isThisParameter(first)) return false;
  const kind = first.type?.kind;
  if (kind === ts.SyntaxKind.VoidKeyword) return true;
  const isAnything = kind === ts.SyntaxKind.AnyKeyword || kind === ts.SyntaxKind.UnknownKeyword;
  return isAnything && ts.isFunctionExpression(node) && isGiven(node);
}

/** True for what a function gives. */
function isGiven(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent)) return isGiven(parent);
  return ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node);
}

/** True for `this` in the place of a parameter. */
export function isThisParameter(parameter: ts.ParameterDeclaration | undefined): boolean {
  return parameter !== undefined && ts.isIdentifier(parameter.name) && parameter.name.text === 'this';
}
