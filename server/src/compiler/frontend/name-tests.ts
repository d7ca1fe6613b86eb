// How a program asks for what a name holds that may not be there: by all that it does with a constant, a parameter or a
// property.
import { isWriteTarget } from './lower/captures.ts';
import {
  isAnd,
  isCondition,
  isEquality,
  isGivenPerhaps,
  isOrdered,
  isTested,
  isTestedForUndefined,
} from './tested-values.ts';
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/**
 * How a program asks for what a name stands for: beside `undefined` and the like, at most by its truth, by no more than
 * comparisons with other values, or not at all.
 */
export type NameTest = 'undefined' | 'truth' | 'comparison' | 'none';

/** What declares a constant, or a variable that begins as an element: `const user = users[name]`, or `value` in `const [key, value] = pair`. */
export type ConstantNode = ts.VariableDeclaration | ts.BindingElement;

const known = new WeakMap<ConstantNode, NameTest>();

/** How the program asks for a constant that holds an element: `const user = users[name]; if (!user) ...`. */
export function constantTest(declaration: ConstantNode): NameTest {
  const found = known.get(declaration) ?? findTest(declaration);
  known.set(declaration, found);
  return found;
}

function findTest(declaration: ConstantNode): NameTest {
  const { initializer } = declaration;
  const uses = usesOfElement(declaration);
  if (!uses) return 'none';
  // `grid[y]?.[x]` asks itself.
  if (initializer && ts.isOptionalChain(skipParentheses(initializer))) return 'undefined';
  return strongest(uses.map((each) => testAt(assignmentTo(each) ?? each)));
}

/** Where a constant that holds an element is used; undefined if not all of that is known. */
export function usesOfElement(declaration: ConstantNode): ts.Identifier[] | undefined {
  const { name } = declaration;
  const scope = ts.isIdentifier(name) ? scopeOfElement(declaration) : undefined;
  // Objects of a class hold what it captures as its type says.
  return scope && ts.isIdentifier(name) ? usesOf(name, scope, ts.isClassLike) : undefined;
}

/** True for what a pattern takes out of an array or object (`value` in `const [key, value] = pair`), where each use can look if it is there. */
export function isKnownPart(declaration: ts.Node): declaration is ts.BindingElement {
  return ts.isBindingElement(declaration) && usesOfElement(declaration) !== undefined;
}

/** Where a constant that holds an element is known; undefined for all other variables. */
function scopeOfElement(declaration: ConstantNode): ts.Node | undefined {
  if (ts.isBindingElement(declaration)) {
    const { parent, initializer, dotDotDotToken } = declaration;
    return initializer || dotDotDotToken ? undefined : scopeOfPattern(parent);
  }
  const { type, initializer, parent } = declaration;
  if (initializer && (type || !givesElement(skipParentheses(initializer)))) return undefined;
  if (!(parent.flags & ts.NodeFlags.BlockScoped)) return undefined;
  if (ts.isForStatement(parent.parent)) return parent.parent;
  return ts.isVariableStatement(parent.parent) ? parent.parent.parent : undefined;
}

/** True for an element, and for calls and getters, which may give one. */
const givesElement = (node: ts.Expression) =>
  ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isPropertyAccessExpression(node);

/** True for a constant with an element that its function gives: `const token = tokens[at]; at++; return token;`. */
export function isGivenBack(declaration: ConstantNode): boolean {
  const { name, parent } = declaration;
  if (!ts.isVariableDeclaration(declaration) || !(parent.flags & ts.NodeFlags.Const)) return false;
  const scope = scopeOfElement(declaration);
  const around = ts.findAncestor(declaration, ts.isFunctionLike);
  const isInner = (node: ts.Node) => node !== around && (ts.isFunctionLike(node) || ts.isClassLike(node));
  const uses = (scope && ts.isIdentifier(name) && usesOf(name, scope, isInner)) || [];
  return uses.some((each) => ts.isReturnStatement(each.parent));
}

/** What a variable without a first value is assigned: `let c: string; while ((c = text[i++]) !== undefined)`. */
export function assignedValues(declaration: ts.VariableDeclaration): ts.Expression[] {
  const { name, initializer } = declaration;
  const scope = initializer ? undefined : scopeOfElement(declaration);
  const uses = (scope && ts.isIdentifier(name) && usesOf(name, scope, ts.isClassLike)) || [];
  return uses.flatMap((each) => assignmentTo(each)?.right ?? []);
}

/** Where the constants of a pattern are known. */
function scopeOfPattern(pattern: ts.BindingPattern): ts.Node | undefined {
  const { parent } = pattern;
  if (ts.isBindingElement(parent)) return scopeOfPattern(parent.parent);
  if (ts.isParameter(parent)) return (parent.parent as ts.FunctionLikeDeclaration).body;
  const list = parent.parent;
  if (!ts.isVariableDeclarationList(list) || !(list.flags & ts.NodeFlags.BlockScoped)) return undefined;
  return ts.isVariableStatement(list.parent) ? list.parent.parent : list.parent;
}

const ofParameters = new WeakMap<ts.ParameterDeclaration, NameTest>();

/** How a function asks for what it is passed: `const isSpace = (c: string) => c === ' '`. */
export function parameterTest(parameter: ts.ParameterDeclaration): NameTest {
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
  if (!uses || uses.some(isWriteTarget)) return 'none';
  return strongest(uses.map((node) => (isPassedOn(node) ? 'comparison' : testAt(node))));
}

/** What is passed on, the next function may ask for. */
const isPassedOn = (node: ts.Expression) =>
  ts.isCallExpression(node.parent) &&
  node.parent.expression !== node &&
  !/^console\./.test(node.parent.expression.getText());

/** The assignment of one value to a name. */
function assignmentTo(name: ts.Identifier): ts.BinaryExpression | undefined {
  const { parent } = name;
  const isAssignment = ts.isBinaryExpression(parent) && parent.operatorToken.kind === K.EqualsToken;
  return isAssignment && parent.left === name ? parent : undefined;
}

/** How a class asks for what one of its properties holds. */
export function propertyTest(declaration: ts.PropertyDeclaration): NameTest {
  const name = declaration.name.getText();
  const tests: NameTest[] = [];
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

const strongest = (tests: readonly NameTest[]): NameTest =>
  (['undefined', 'truth', 'comparison'] as const).find((each) => tests.includes(each)) ?? 'none';

/** How what is around a name asks; to make a text of it is no question. */
function testAt(node: ts.Expression): NameTest {
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
  if (ts.isSwitchStatement(parent)) return hasCaseOfUndefined(parent) ? 'undefined' : 'comparison';
  if (ts.isTemplateSpan(parent) || ts.isExpressionStatement(parent)) return 'none';
  if (!isTested(node)) return 'none';
  return ts.isTypeOfExpression(parent) ? 'undefined' : 'truth';
}

const hasCaseOfUndefined = ({ caseBlock }: ts.SwitchStatement) =>
  caseBlock.clauses.some((each) => ts.isCaseClause(each) && each.expression.getText() === 'undefined');
