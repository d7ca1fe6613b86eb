// Uses of a function's name as a value, by which programs can tell whether it is the same value twice.
import { isLibraryPath, isLibrarySymbol } from '../program.ts';
import { ts } from '../typescript.ts';

/** True unless the function is only called, or given to what only calls it. */
export function isUsedAsValue(checker: ts.TypeChecker, name: ts.Identifier): boolean {
  let node: ts.Node = name;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const { parent } = node;
  // The declaration, and `f.name`.
  if ((parent as ts.NamedDeclaration).name === node && !ts.isShorthandPropertyAssignment(parent))
    return false;
  if (ts.isPropertyAccessExpression(parent)) return isGivenProperty(checker, name, parent);
  if (ts.isTypeOfExpression(parent)) return false;
  if (ts.isExpressionStatement(parent)) return false;
  if (ts.isTaggedTemplateExpression(parent)) return parent.tag !== node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return parent.expression !== node && !isOnlyCalled(checker, parent, node as ts.Expression);
  return true;
}

/** True for `f.count` of a function inside of another one, which the program gives that property. */
function isGivenProperty(
  checker: ts.TypeChecker,
  name: ts.Identifier,
  access: ts.PropertyAccessExpression,
): boolean {
  const property = checker.getSymbolAtLocation(access.name);
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  return (
    property !== undefined &&
    !isLibrarySymbol(property) &&
    ts.findAncestor(declaration?.parent, ts.isFunctionLike) !== undefined
  );
}

/** True for the argument of a function of the library that wants a function, and so has no other use for it. */
function isOnlyCalled(
  checker: ts.TypeChecker,
  call: ts.CallExpression | ts.NewExpression,
  argument: ts.Expression,
): boolean {
  const declaration = checker.getResolvedSignature(call)?.declaration;
  if (!declaration || !isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const parameter = declaration.parameters[call.arguments?.indexOf(argument) ?? -1];
  const type = parameter && ts.isParameter(parameter) ? parameter.type : undefined;
  const parts = type && ts.isUnionTypeNode(type) ? type.types : [type];
  return parts.some((part) => {
    const inner = part && ts.isParenthesizedTypeNode(part) ? part.type : part;
    return inner !== undefined && ts.isFunctionTypeNode(inner);
  });
}

/**
 * True if a function may be used as a value more than once while what declares it is there: by uses of its name, by a loop,
 * or by a function.
 */
export function isSeenTwice(declaration: ts.Declaration, uses: readonly ts.Node[]): boolean {
  const [only, ...others] = uses;
  if (!only || others.length > 0 || ts.isFunctionExpression(declaration)) return uses.length > 0;
  const block = ts.isFunctionDeclaration(declaration) ? declaration.parent : declaration.parent.parent.parent;
  for (let node = only.parent; node !== block && !ts.isSourceFile(node); node = node.parent)
    if (ts.isFunctionLike(node) || ts.isIterationStatement(node, false) || ts.isClassLike(node)) return true;
  return false;
}
