// What may not be there although its type does not say so: elements beyond the end of an array or string, and properties
// of dictionaries. Where the program asks whether there is something, it is undefined.
import type { Rep } from './reps.ts';
import { isAssignmentOperator, skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** True if what is around an expression asks whether there is a value, or shows it. */
export function isTested(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTested(parent);
  if (ts.isBinaryExpression(parent)) {
    switch (parent.operatorToken.kind) {
      case K.QuestionQuestionToken:
      case K.BarBarToken:
      case K.AmpersandAmpersandToken:
        return parent.left === node || isTested(parent);
      default:
        return isEquality(parent);
    }
  }
  if (ts.isSwitchStatement(parent)) return parent.expression === node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent))
    return parent.expression === node;
  if (ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.questionDotToken !== undefined && parent.expression === node;
  if (ts.isCallExpression(parent)) {
    if (parent.expression === node) return parent.questionDotToken !== undefined;
    return /^(console\.\w+|String|Boolean)$/.test(parent.expression.getText());
  }
  return ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent);
}

/** True for `===` and the like. */
export function isEquality({ operatorToken }: ts.BinaryExpression): boolean {
  switch (operatorToken.kind) {
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return true;
    default:
      return false;
  }
}

/** True for a side of `<` and the like: undefined is neither less nor greater than anything. */
export function isOrdered({ parent }: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent)) return isOrdered(parent);
  if (!ts.isBinaryExpression(parent)) return false;
  switch (parent.operatorToken.kind) {
    case K.LessThanToken:
    case K.LessThanEqualsToken:
    case K.GreaterThanToken:
    case K.GreaterThanEqualsToken:
      return true;
    default:
      return false;
  }
}

/** True for what is compared or shown, or of which only the truth matters: no value follows from what it is. */
export function isOnlyLookedAt(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isOnlyLookedAt(parent);
  if (ts.isBinaryExpression(parent) && isEquality(parent)) return true;
  if (ts.isCallExpression(parent) && parent.expression !== node)
    return /^(console\.\w+|Array\.isArray|Number\.is\w+)$/.test(parent.expression.getText());
  return isCondition(node) || ts.isTypeOfExpression(parent);
}

/** True if a test is for nothing but being there; `if (flags[i])` and `numbers[i] === 5` ask for more. */
export function isTestedForUndefined(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isTestedForUndefined(parent);
  if (ts.isBinaryExpression(parent)) {
    if (parent.operatorToken.kind === K.QuestionQuestionToken) return parent.left === node;
    const other = parent.left === node ? parent.right : parent.left;
    return isTested(node) && /^(undefined|null)$/.test(other.getText());
  }
  return ts.isCallExpression(parent) || ts.isTypeOfExpression(parent) || ts.isTemplateSpan(parent)
    ? isTested(node)
    : false;
}

const isAnd = (node: ts.Node) =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === K.AmpersandAmpersandToken;

/** True for an expression of which only the truth matters. */
export function isCondition(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isCondition(parent);
  if (isAnd(parent) || (ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.BarBarToken))
    return isCondition(parent);
  if (ts.isConditionalExpression(parent) || ts.isForStatement(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === K.ExclamationToken;
  return ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent);
}

/** True for a side of `&&` of which one is the value: `const name = user && user.name`. */
export function isInValueOfAnd({ parent }: ts.Node): boolean {
  return isAnd(parent) && !isCondition(parent);
}

/**
 * How a program asks for what a constant holds: beside `undefined` and the like, at most by its truth, by no more than
 * comparisons with other values, or not at all.
 */
export type ConstantTest = 'undefined' | 'truth' | 'comparison' | 'none';

/** What declares a constant: `const user = users[name]`, or `value` in `const [key, value] = pair`. */
export type ConstantNode = ts.VariableDeclaration | ts.BindingElement;

const known = new WeakMap<ConstantNode, ConstantTest>();

/** How the program asks for a constant that holds an element: `const user = users[name]; if (!user) ...`. */
export function constantTest(declaration: ConstantNode): ConstantTest {
  const found = known.get(declaration) ?? findTest(declaration);
  known.set(declaration, found);
  return found;
}

/** How a class asks for what one of its properties holds. */
export function propertyTest(declaration: ts.PropertyDeclaration): ConstantTest {
  const name = declaration.name.getText();
  const tests: ConstantTest[] = [];
  const visit = (node: ts.Node): void => {
    if (isOfThis(node, name)) tests.push(testAt(node));
    ts.forEachChild(node, visit);
  };
  visit(declaration.parent);
  return strongest(tests);
}

/** `this.name`. */
export const isOfThis = (node: ts.Node, name: string): node is ts.PropertyAccessExpression =>
  ts.isPropertyAccessExpression(node) &&
  node.expression.kind === K.ThisKeyword &&
  node.name.getText() === name;

function findTest(declaration: ConstantNode): ConstantTest {
  const { name, initializer } = declaration;
  const scope = ts.isIdentifier(name) ? scopeOfElement(declaration) : undefined;
  if (!scope || !ts.isIdentifier(name)) return 'none';
  // Objects of a class hold what it captures as its type says.
  const uses = usesOf(name, scope, ts.isClassLike);
  if (!uses) return 'none';
  // `grid[y]?.[x]` asks itself.
  if (initializer && ts.isOptionalChain(skipParentheses(initializer))) return 'undefined';
  return strongest(uses.map(testAt));
}

const strongest = (tests: readonly ConstantTest[]): ConstantTest =>
  (['undefined', 'truth', 'comparison'] as const).find((each) => tests.includes(each)) ?? 'none';

/** Where a name is used; undefined if it is in what captures variables. */
function usesOf(
  name: ts.Identifier,
  scope: ts.Node,
  captures: (node: ts.Node) => boolean,
): ts.Identifier[] | undefined {
  const uses: ts.Identifier[] = [];
  let isCaptured = false;
  const visit = (node: ts.Node, isInside: boolean): void => {
    if (ts.isIdentifier(node) && node.text === name.text) {
      isCaptured ||= isInside;
      uses.push(node);
    }
    ts.forEachChild(node, (child) => visit(child, isInside || captures(node)));
  };
  visit(scope, false);
  return isCaptured ? undefined : uses;
}

const ofParameters = new WeakMap<ts.ParameterDeclaration, ConstantTest>();

/** How a function asks for what it is passed: `const isSpace = (c: string) => c === ' '`. */
export function parameterTest(parameter: ts.ParameterDeclaration): ConstantTest {
  const found = ofParameters.get(parameter) ?? findParameterTest(parameter);
  ofParameters.set(parameter, found);
  return found;
}

function findParameterTest({
  name,
  parent,
  initializer,
  dotDotDotToken,
  modifiers,
}: ts.ParameterDeclaration) {
  const { body } = parent as ts.FunctionLikeDeclaration;
  if (!ts.isIdentifier(name) || initializer || dotDotDotToken || modifiers || !body) return 'none';
  const uses = usesOf(name, body, (node) => ts.isFunctionLike(node) || ts.isClassLike(node));
  if (!uses || uses.some(isAssigned)) return 'none';
  return strongest(uses.map((node) => (isPassedOn(node) ? 'comparison' : testAt(node))));
}

/** What is passed on, the next function may ask for. */
const isPassedOn = (node: ts.Expression) =>
  ts.isCallExpression(node.parent) &&
  node.parent.expression !== node &&
  !/^console\./.test(node.parent.expression.getText());

const isAssigned = ({ parent }: ts.Identifier) =>
  (ts.isBinaryExpression(parent) && isAssignmentOperator(parent.operatorToken.kind)) ||
  ts.isPrefixUnaryExpression(parent) ||
  ts.isPostfixUnaryExpression(parent);

/** Where a constant that holds an element is known; undefined for all other variables. */
function scopeOfElement(declaration: ConstantNode): ts.Node | undefined {
  if (ts.isBindingElement(declaration)) {
    const { parent, initializer, dotDotDotToken } = declaration;
    return ts.isArrayBindingPattern(parent) && !initializer && !dotDotDotToken
      ? scopeOfPattern(parent)
      : undefined;
  }
  const { type, initializer, parent } = declaration;
  if (type || !initializer || !givesElement(skipParentheses(initializer))) return undefined;
  return ts.isVariableStatement(parent.parent) && parent.flags & ts.NodeFlags.BlockScoped
    ? parent.parent.parent
    : undefined;
}

/** True for an element, and for calls and getters, which may give one. */
const givesElement = (node: ts.Expression) =>
  ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node);

/** Where the constants of a pattern are known. */
function scopeOfPattern(pattern: ts.BindingPattern): ts.Node | undefined {
  const { parent } = pattern;
  if (ts.isBindingElement(parent)) return scopeOfPattern(parent.parent);
  if (ts.isParameter(parent)) return (parent.parent as ts.FunctionLikeDeclaration).body;
  const list = parent.parent;
  if (!ts.isVariableDeclarationList(list) || !(list.flags & ts.NodeFlags.Const)) return undefined;
  return ts.isVariableStatement(list.parent) ? list.parent.parent : list.parent;
}

/** True for what a function gives of which its type says that it may be undefined. */
export function isGivenPerhaps(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isGivenPerhaps(parent);
  if (ts.isArrowFunction(parent)) return parent.body === node && mayBeUndefined(parent.type);
  if (!ts.isReturnStatement(parent)) return false;
  const around = ts.findAncestor(parent, ts.isFunctionLike);
  return mayBeUndefined(around?.type);
}

/**
 * True where undefined is as good as an element: in `peek(): T | undefined { return this.items[0]; }`, and as an argument, also
 * one of any kind.
 */
export function isWantedPerhaps(node: ts.Expression, expected: Rep | undefined): boolean {
  if (isGivenPerhaps(node)) return true;
  const takesUndefined =
    expected?.kind === 'any' || (expected?.kind === 'optional' && expected.absent === 'undefined');
  return takesUndefined && (isGivenAway(node) || isAssignedAs(node) || isChosen(node));
}

/** True for what a variable holds on a condition: `const priority = token && priorities[token.text]`. */
function isChosen(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isChosen(parent);
  const isOne = ts.isConditionalExpression(parent) ? parent.condition !== node : isAnd(parent);
  if (!isOne || (ts.isBinaryExpression(parent) && parent.left === node)) return false;
  return ts.isVariableDeclaration(parent.parent) || isChosen(parent as ts.Expression);
}

/** True for what is assigned. */
const isAssignedAs = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.operatorToken.kind === K.EqualsToken &&
  node.parent.right === node;

function hasUndefined(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & ts.TypeFlags.Undefined);
}

/** True for `T | undefined`, which nothing else than a value may be missing of. */
export function mayLackValue(type: ts.Type): boolean {
  const types = type.isUnion() ? type.types : [type];
  return hasUndefined(type) && !types.some(({ flags }) => flags & ts.TypeFlags.Null);
}

/** True for arguments and what functions return. */
export function isGivenAway(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent)) return isGivenAway(parent);
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isGivenAway(parent);
  if (ts.isArrowFunction(parent)) return parent.body === node;
  return ts.isCallExpression(parent) || ts.isNewExpression(parent) || ts.isReturnStatement(parent);
}

const mayBeUndefined = (type: ts.TypeNode | undefined) =>
  type !== undefined &&
  ts.isUnionTypeNode(type) &&
  type.types.some((each) => each.kind === K.UndefinedKeyword);

/** How what is around a name asks; to make a text of it is no question. */
function testAt(node: ts.Expression): ConstantTest {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return testAt(parent);
  if (ts.isBinaryExpression(parent)) {
    if (isTestedForUndefined(node)) return 'undefined';
    const isAlternative = parent.operatorToken.kind === K.BarBarToken && parent.left === node;
    if (isAlternative || (isAnd(parent) && isCondition(parent))) return 'truth';
    return isEquality(parent) || isOrdered(node) ? 'comparison' : 'none';
  }
  if (ts.isCallExpression(parent) && parent.expression !== node)
    return parent.expression.getText().startsWith('console.') ? 'undefined' : 'none';
  if (isGivenPerhaps(node)) return 'undefined';
  if (ts.isSwitchStatement(parent)) return hasCaseOfUndefined(parent) ? 'undefined' : 'none';
  if (ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent)) return 'none';
  if (!isTested(node)) return 'none';
  return ts.isTypeOfExpression(parent) ? 'undefined' : 'truth';
}

const hasCaseOfUndefined = ({ caseBlock }: ts.SwitchStatement) =>
  caseBlock.clauses.some((each) => ts.isCaseClause(each) && each.expression.getText() === 'undefined');
