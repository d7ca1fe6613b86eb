// `const rows = new Array<Row>(n)`, of which the next statement gives each element a value: elements that are references have
// nothing to be before, so that such an array begins empty and gets its elements one by one. Nothing sees it meanwhile.
import { isAssignmentOperator, skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** True for a new array with a length that a `for` loop fills at once, in order. */
export function isFilledNext(node: ts.Expression): boolean {
  if (!(ts.isNewExpression(node) || ts.isCallExpression(node)) || node.expression.getText() !== 'Array')
    return false;
  const [length, ...others] = node.arguments ?? [];
  const made = length && others.length === 0 ? madeBy(node) : undefined;
  if (!made || !length) return false;
  const block = made.statement.parent;
  if (!ts.isBlock(block) && !ts.isSourceFile(block)) return false;
  const next = block.statements[block.statements.indexOf(made.statement) + 1];
  return next !== undefined && ts.isForStatement(next) && fills(next, made.name, length.getText());
}

/** The statement that an array is made in, and the name that it has from then on. */
function madeBy(node: ts.Expression): { name: string; statement: ts.Statement } | undefined {
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) && ts.isVariableDeclarationList(parent.parent)) {
    const { declarations, parent: statement } = parent.parent;
    const isAlone = ts.isVariableStatement(statement) && declarations.length === 1;
    return isAlone && ts.isIdentifier(parent.name) ? { name: parent.name.text, statement } : undefined;
  }
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== K.EqualsToken) return undefined;
  const statement = parent.parent;
  return ts.isExpressionStatement(statement) ? { name: parent.left.getText(), statement } : undefined;
}

/** True for `for (let i = 0; i < length; i++) { array[i] = ...; ... }`. */
function fills(loop: ts.ForStatement, array: string, length: string): boolean {
  const { initializer, condition, incrementor, statement } = loop;
  if (!initializer || !ts.isVariableDeclarationList(initializer) || !condition || !incrementor) return false;
  const [index, ...others] = initializer.declarations;
  if (!index || others.length > 0 || index.initializer?.getText() !== '0') return false;
  const i = index.name.getText();
  const isBound =
    ts.isBinaryExpression(condition) &&
    condition.operatorToken.kind === K.LessThanToken &&
    condition.left.getText() === i &&
    condition.right.getText() === length;
  if (!isBound || ![`${i}++`, `++${i}`, `${i} += 1`].includes(incrementor.getText())) return false;
  const [first] = ts.isBlock(statement) ? statement.statements : [statement];
  const stored = first && storedFirst(first, `${array}[${i}]`);
  return (
    stored !== undefined && !mentions(stored, `${array}[${i}]`) && isPlain(statement, array, i, [i, length])
  );
}

/** What a statement stores in a place. */
function storedFirst(node: ts.Statement, place: string): ts.Expression | undefined {
  const assignment = ts.isExpressionStatement(node) ? skipParentheses(node.expression) : undefined;
  const isStored =
    assignment &&
    ts.isBinaryExpression(assignment) &&
    assignment.operatorToken.kind === K.EqualsToken &&
    assignment.left.getText() === place;
  return isStored ? assignment.right : undefined;
}

function mentions(node: ts.Node, text: string): boolean {
  return node.getText() === text || (ts.forEachChild(node, (child) => mentions(child, text)) ?? false);
}

/** True if a body goes through all rounds, and asks the array for nothing but elements that are there. */
function isPlain(node: ts.Node, array: string, index: string, constants: readonly string[]): boolean {
  switch (node.kind) {
    case K.BreakStatement:
    case K.ContinueStatement:
    case K.ReturnStatement:
    case K.ThrowStatement:
    case K.AwaitExpression:
    case K.YieldExpression:
      return false;
  }
  if (ts.isElementAccessExpression(node) && node.expression.getText() === array)
    return node.argumentExpression.getText() === index || isEarlier(node.argumentExpression, index);
  if (ts.isCallExpression(node) && node.expression.getText().startsWith('this.') && array.startsWith('this.'))
    return false;
  if ((ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && node.getText() === array)
    return false;
  const isStep = ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node);
  const changed = isStep
    ? node.operand
    : ts.isBinaryExpression(node) && isAssignment(node)
      ? node.left
      : undefined;
  if (changed && constants.includes(changed.getText())) return false;
  return !(ts.forEachChild(node, (child) => !isPlain(child, array, index, constants)) ?? false);
}

/** `i - 1`. */
function isEarlier(node: ts.Expression, index: string): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === K.MinusToken &&
    node.left.getText() === index &&
    ts.isNumericLiteral(node.right) &&
    Number(node.right.text) >= 1
  );
}

function isAssignment({ operatorToken }: ts.BinaryExpression): boolean {
  return isAssignmentOperator(operatorToken.kind);
}
