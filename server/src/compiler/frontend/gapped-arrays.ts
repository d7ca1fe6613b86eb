// Arrays with gaps: `const memo: number[] = []`, of which elements are stored anywhere, and which the program asks whether
// they are there. Their variables hold elements that may be undefined, which is all that a gap can be told by where an
// array is only indexed; one that is used in another way has no gaps: a store beyond its end is an error.

import { constantTest } from './name-tests.ts';
import { isLibraryPath } from './program.ts';
import { isTested, isTestedForUndefined } from './tested-values.ts';
import { isAssignmentOperator, skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

const known = new WeakMap<ts.Declaration, boolean>();

/** True for the name of a variable that holds such an array, in its declaration and where it is used. */
export function mayHaveGaps(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!ts.isIdentifier(node)) return false;
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration;
  if (!symbol || !declaration || !beginsAsLiteral(declaration)) return false;
  let found = known.get(declaration);
  if (found === undefined) {
    found = findGaps(checker, symbol, declaration);
    known.set(declaration, found);
  }
  return found;
}

/** True for a declaration at which such an array can begin. */
function beginsAsLiteral(node: ts.Declaration): node is ts.VariableDeclaration {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return false;
  if (isLibraryPath(node.getSourceFile().fileName)) return false;
  const value = skipParentheses(node.initializer);
  return ts.isArrayLiteralExpression(value) && ts.isVariableStatement(node.parent.parent);
}

/**
 * How the program uses an array: it stores an element, in a loop from the first on or elsewhere; it asks whether there is one,
 * or only for its truth, as arrays without gaps are asked; or it does what shows nothing of gaps, or may.
 */
type Use = 'fill' | 'store' | 'question' | 'truth' | 'plain' | 'other';

/** True for the name of such an array in another cell that does more than to index it: it would show the gaps. */
export function showsGaps(checker: ts.TypeChecker, node: ts.Identifier): boolean {
  return mayHaveGaps(checker, node) && useAt(node) === 'other';
}

function findGaps(checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.VariableDeclaration): boolean {
  const uses = new Set<Use>();
  const scope = declaration.parent.parent.parent;
  const visit = (node: ts.Node, isInClass: boolean): void => {
    const isName = ts.isIdentifier(node) && node.text === symbol.name && node !== declaration.name;
    if (isName && checker.getSymbolAtLocation(node) === symbol) uses.add(isInClass ? 'other' : useAt(node));
    // Objects of a class hold what it captures as its type says.
    const isCapturing = ts.isClassLike(node) && !ts.isSourceFile(scope);
    ts.forEachChild(node, (child) => visit(child, isInClass || isCapturing));
  };
  visit(scope, false);
  const isAsked = uses.has('question') || (uses.has('truth') && !uses.has('fill'));
  return uses.has('store') && isAsked && !uses.has('other');
}

function useAt(name: ts.Identifier): Use {
  const { node, parent } = outside(name);
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'length' ? 'plain' : 'other';
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.InKeyword)
    return parent.right === node ? 'question' : 'other';
  if (!ts.isElementAccessExpression(parent) || parent.expression !== node) return 'other';
  return useOfElement(parent, name.text);
}

function useOfElement(element: ts.ElementAccessExpression, array: string): Use {
  const { node, parent } = outside(element);
  if (ts.isDeleteExpression(parent)) return 'question';
  if (
    ts.isBinaryExpression(parent) &&
    parent.left === node &&
    isAssignmentOperator(parent.operatorToken.kind)
  ) {
    const isAdded = element.argumentExpression.getText() === `${array}.length`;
    if (parent.operatorToken.kind === K.QuestionQuestionEqualsToken) return 'question';
    if (parent.operatorToken.kind !== K.EqualsToken || isAdded) return 'plain';
    return isInOrder(element) ? 'fill' : 'store';
  }
  if (ts.isVariableDeclaration(parent)) return uses[constantTest(parent)];
  if (!isTested(element) || ts.isExpressionStatement(parent)) return 'plain';
  return isTestedForUndefined(element) || ts.isOptionalChain(parent) ? 'question' : 'truth';
}

const uses = { undefined: 'question', truth: 'truth', comparison: 'plain', none: 'plain' } as const;

/** True for `array[i]` in `for (let i = 0; ...; i++)`. */
function isInOrder({ argumentExpression: index, parent }: ts.ElementAccessExpression): boolean {
  const isLoop = (node: ts.Node): boolean => {
    if (!ts.isForStatement(node) || !node.initializer || !ts.isVariableDeclarationList(node.initializer))
      return false;
    const { declarations } = node.initializer;
    const counts = declarations.some(
      ({ name, initializer }) => name.getText() === index.getText() && initializer?.getText() === '0',
    );
    return counts && /^(\w+\+\+|\+\+\w+|\w+ \+= 1)$/.test(node.incrementor?.getText() ?? '');
  };
  return ts.findAncestor(parent, isLoop) !== undefined;
}

/** What is around a node, but for parentheses and `!`. */
function outside(node: ts.Expression): { node: ts.Node; parent: ts.Node } {
  let inner: ts.Node = node;
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) {
    inner = parent;
    parent = parent.parent;
  }
  return { node: inner, parent };
}
