// Which stores of elements may be where the array ends, and then add one: those to arrays that begin as a literal,
// usually an empty one. What is made in full (`new Array(n).fill(0)`, typed arrays) and what a function is given keeps its
// length, and its loops their speed.
import { isFilledNext } from './filled-arrays.ts';
import { isLibraryPath } from './program.ts';
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** True if `array[index] = value` may add an element. */
export function mayGrow(
  checker: ts.TypeChecker,
  { expression, argumentExpression }: ts.ElementAccessExpression,
): boolean {
  if (isLibraryPath(expression.getSourceFile().fileName)) return false;
  return isLengthOf(argumentExpression, expression) || beginsAsLiteral(checker, expression);
}

/** `array.length` as index. */
function isLengthOf(index: ts.Expression, array: ts.Expression): boolean {
  const inner = skipParentheses(index);
  return (
    ts.isPropertyAccessExpression(inner) &&
    inner.name.text === 'length' &&
    inner.expression.getText() === array.getText()
  );
}

/** True if the program gives a variable, a property, or the elements of one, a literal. */
function beginsAsLiteral(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const { root, depth } = rootOf(node);
  const symbol = checker.getSymbolAtLocation(root);
  return symbol !== undefined && literalDepths(checker, symbol).has(depth);
}

/** Of `grid[y][x]` the name `grid`, and the number of indices behind it. */
function rootOf(node: ts.Expression): { root: ts.Node; depth: number } {
  const inner = skipParentheses(node);
  if (ts.isNonNullExpression(inner)) return rootOf(inner.expression);
  if (!ts.isElementAccessExpression(inner))
    return { root: ts.isPropertyAccessExpression(inner) ? inner.name : inner, depth: 0 };
  const { root, depth } = rootOf(inner.expression);
  return { root, depth: depth + 1 };
}

const known = new WeakMap<ts.Symbol, Set<number>>();

/** At which depths what a name stands for has been given a literal. */
function literalDepths(checker: ts.TypeChecker, symbol: ts.Symbol): Set<number> {
  let depths = known.get(symbol);
  if (!depths) {
    depths = new Set();
    known.set(symbol, depths);
    const files = new Set((symbol.declarations ?? []).map((each) => each.getSourceFile()));
    for (const file of files) findLiterals(checker, symbol, file, depths);
  }
  return depths;
}

function findLiterals(checker: ts.TypeChecker, symbol: ts.Symbol, node: ts.Node, depths: Set<number>): void {
  const isName = (name: ts.Node) =>
    name.getText() === symbol.name && checker.getSymbolAtLocation(name) === symbol;
  const isDeclared =
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyAssignment(node);
  if (isDeclared && node.initializer && isLiteral(node.initializer) && isName(node.name)) depths.add(0);
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind) && isLiteral(node.right)) {
    const { root, depth } = rootOf(node.left);
    if (isName(root)) depths.add(depth);
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.arguments.some(isLiteral)
  ) {
    const { root, depth } = rootOf(node.expression.expression);
    if (node.expression.name.text === 'push' && isName(root)) depths.add(depth + 1);
  }
  ts.forEachChild(node, (child) => findLiterals(checker, symbol, child, depths));
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind === K.EqualsToken || kind === K.QuestionQuestionEqualsToken || kind === K.BarBarEqualsToken;
}

/** `[]`, `new Array()`, `new Array(n)` that is filled at once; of variables and elements also `[1, 2]`: in properties, such arrays have a fixed length. */
function isLiteral(node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  if (ts.isArrayLiteralExpression(inner)) return inner.elements.length === 0 || !isOfProperty(node.parent);
  return (
    (ts.isNewExpression(inner) || ts.isCallExpression(inner)) &&
    inner.expression.getText() === 'Array' &&
    ((inner.arguments?.length ?? 0) === 0 || isFilledNext(inner))
  );
}

function isOfProperty(parent: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return ts.isPropertyAccessExpression(skipParentheses(parent.left));
  return ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent);
}
