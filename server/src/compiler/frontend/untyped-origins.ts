// Where values of type `any` come from, as far as the text says so: objects and arrays that a program makes without a type, and
// then takes for ones of a type (`const copy: any = {}; ...; return copy as T`).
import { isDynamic } from './dynamic-values.ts';
import { skipAssertions, skipParentheses, ts } from './typescript.ts';

/** How far an origin is followed through variables and functions. */
const LONGEST_WAY = 6;

/** True for an expression of type `any` whose objects are made without a type, or read from JSON. */
export function isMadeWithoutType(checker: ts.TypeChecker, node: ts.Expression, way = 0): boolean {
  const inner = skipAssertions(node);
  const follow = (each: ts.Expression | undefined) =>
    each !== undefined && way < LONGEST_WAY && isMadeWithoutType(checker, each, way + 1);
  if (ts.isObjectLiteralExpression(inner) || ts.isArrayLiteralExpression(inner))
    return inner !== skipParentheses(node) || way > 0 || isDynamic(checker, inner);
  if ((checker.getTypeAtLocation(inner).flags & ts.TypeFlags.Any) === 0 && !isOfAnything(checker, inner))
    return false;
  if (ts.isPropertyAccessExpression(inner)) {
    const declaration = checker.getSymbolAtLocation(inner.name)?.valueDeclaration;
    if (declaration && ts.isPropertyDeclaration(declaration)) return follow(declaration.initializer);
    return follow(inner.expression);
  }
  if (ts.isElementAccessExpression(inner)) return follow(inner.expression);
  if (ts.isConditionalExpression(inner)) return follow(inner.whenTrue) || follow(inner.whenFalse);
  if (ts.isAwaitExpression(inner)) return follow(inner.expression);
  if (ts.isCallExpression(inner)) return isMadeByCall(checker, inner, follow);
  return ts.isIdentifier(inner) && isMadeForName(checker, inner, follow);
}

type Follow = (node: ts.Expression | undefined) => boolean;

/** `any[]`, `Record<string, any>`. */
function isOfAnything(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node);
  return checker.getIndexInfosOfType(type).some((info) => (info.type.flags & ts.TypeFlags.Any) !== 0);
}

function isMadeByCall(checker: ts.TypeChecker, call: ts.CallExpression, follow: Follow): boolean {
  if (call.expression.getText() === 'JSON.parse') return true;
  const { declaration } = checker.getResolvedSignature(call) ?? {};
  if (!declaration || declaration.getSourceFile().isDeclarationFile) {
    // `data.users.map(...)`, `data.users.find(...)`
    return ts.isPropertyAccessExpression(call.expression) && follow(call.expression.expression);
  }
  const { body } = declaration as ts.FunctionLikeDeclaration;
  if (!body) return false;
  if (!ts.isBlock(body)) return follow(body);
  const visit = (node: ts.Node): boolean =>
    !ts.isFunctionLike(node) &&
    (ts.isReturnStatement(node) ? follow(node.expression) : ts.forEachChild(node, visit) === true);
  return ts.forEachChild(body, visit) === true;
}

/** A variable with such a value, one of a loop over such, or the parameter of a callback that is given such. */
function isMadeForName(checker: ts.TypeChecker, name: ts.Identifier, follow: Follow): boolean {
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (!declaration) return false;
  if (ts.isVariableDeclaration(declaration)) {
    const loop = declaration.parent.parent;
    return follow(ts.isForOfStatement(loop) ? loop.expression : declaration.initializer);
  }
  if (!ts.isParameter(declaration) || !ts.isCallExpression(declaration.parent.parent)) return false;
  const { expression } = declaration.parent.parent;
  return ts.isPropertyAccessExpression(expression) && follow(expression.expression);
}

/** Methods of arrays that make a new one. */
const making = new Set(
  'map filter slice concat flat flatMap splice toSorted toReversed toSpliced with from of keys values entries'.split(
    ' ',
  ),
);

/** True for an array that nothing else refers to: one that is made there, or by the function that returns it. */
export function isMadeArray(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!ts.isExpression(node)) return false;
  const inner = skipAssertions(node);
  if (ts.isArrayLiteralExpression(inner)) return true;
  if (ts.isNewExpression(inner)) return inner.expression.getText() === 'Array';
  if (ts.isCallExpression(inner)) {
    const { expression } = inner;
    const declaration = checker.getResolvedSignature(inner)?.declaration;
    const isOfLibrary = declaration === undefined || declaration.getSourceFile().isDeclarationFile;
    return isOfLibrary && ts.isPropertyAccessExpression(expression) && making.has(expression.name.text);
  }
  return ts.isIdentifier(inner) && isOnlyFilled(checker, inner);
}

/** `const list: any[] = []; for (...) list.push(...); return list`: no other use lets anything else refer to the array. */
function isOnlyFilled(checker: ts.TypeChecker, name: ts.Identifier): boolean {
  const symbol = variableOf(checker, name);
  const declaration = symbol?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const body = ts.findAncestor(declaration, ts.isFunctionLike);
  if (!body || !isMadeArray(checker, declaration.initializer) || !isReturned(name)) return false;
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === name.text &&
      node !== declaration.name &&
      variableOf(checker, node) === symbol &&
      !isHarmless(node, body)) ||
    ts.forEachChild(node, visit) === true;
  return !visit(body);
}

/** True where only the array is read or changed, and where it is returned. */
function isHarmless(name: ts.Identifier, body: ts.Node): boolean {
  const { parent } = name;
  const inner = ts.findAncestor(name, ts.isFunctionLike);
  if (inner !== body && !(inner && isGivenToForEach(inner))) return false;
  if (isReturned(name)) return true;
  if (ts.isForOfStatement(parent) || ts.isElementAccessExpression(parent)) return parent.expression === name;
  if (ts.isSpreadElement(parent)) return true;
  if (!ts.isPropertyAccessExpression(parent)) return false;
  const call = parent.parent;
  if (!ts.isCallExpression(call) || call.expression !== parent) return parent.name.text === 'length';
  return ['push', 'pop', 'unshift', 'shift', 'join', 'includes', 'indexOf'].includes(parent.name.text);
}

/** `return list`, `return [list, 1]`, `return { list }`: what is returned refers to the array once. */
function isReturned(name: ts.Identifier): boolean {
  let node: ts.Node = name;
  while (isPartOf(node.parent, node)) node = node.parent;
  if (!ts.isReturnStatement(node.parent)) return false;
  let count = 0;
  const visit = (each: ts.Node): void => {
    const isName = ts.isPropertyAssignment(each.parent) && each.parent.name === each;
    if (ts.isIdentifier(each) && each.text === name.text && !isName) count++;
    ts.forEachChild(each, visit);
  };
  visit(node);
  return count === 1;
}

/** True for what has the value of an expression as a part, or is it. */
const isPartOf = (parent: ts.Node, node: ts.Node) =>
  ts.isParenthesizedExpression(parent) ||
  ts.isAssertionExpression(parent) ||
  ts.isArrayLiteralExpression(parent) ||
  ts.isObjectLiteralExpression(parent) ||
  ts.isShorthandPropertyAssignment(parent) ||
  (ts.isPropertyAssignment(parent) && parent.initializer === node);

const variableOf = (checker: ts.TypeChecker, name: ts.Identifier) =>
  ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);

/** True for a function that is over when the call is that it is given to. */
function isGivenToForEach({ parent }: ts.Node): boolean {
  return (
    ts.isCallExpression(parent) &&
    ts.isPropertyAccessExpression(parent.expression) &&
    parent.expression.name.text === 'forEach'
  );
}
