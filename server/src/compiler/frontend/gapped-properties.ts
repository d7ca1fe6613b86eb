// Arrays that containers make with a length and fill later: `this.storage = new Array(n)` of a private `storage: E[]`, and the
// variables that they are made in, `const copy = new Array(n); ...; this.storage = copy`. Where they are only indexed, their
// elements may be undefined, which objects that are not there yet are.
import { isPrivate } from './perhaps-values.ts';
import { arrayOf, isRef, type Rep, withUndefined } from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

const known = new WeakMap<ts.Node, boolean>();

/** The representation of such a property or variable, if it holds objects; else as it is. */
export function withGaps(rep: Rep, hasGaps: () => boolean): Rep {
  if (rep.kind !== 'array' || !isRef(rep.element)) return rep;
  const isObject = !['any', 'optional', 'string', 'undefined', 'null', 'void'].includes(rep.element.kind);
  return isObject && hasGaps() ? arrayOf(withUndefined(rep.element)) : rep;
}

/** True for the declaration of such a property, and for where it is used. */
export function isGappedProperty(checker: ts.TypeChecker, node: ts.Node): boolean {
  const declaration = ts.isPropertyAccessExpression(node)
    ? checker.getSymbolAtLocation(node.name)?.valueDeclaration
    : node;
  if (!declaration || !ts.isPropertyDeclaration(declaration) || !isPrivate(declaration)) return false;
  const found = known.get(declaration) ?? findGaps(checker, declaration);
  known.set(declaration, found);
  return found;
}

/** True for the name of such a variable in its declaration, and for where it is used. */
export function isGappedVariable(checker: ts.TypeChecker, node: ts.Node): boolean {
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined;
  if (!declaration || !isMade(declaration)) return false;
  const targets = targetsOf(checker, declaration);
  return targets?.some((each) => isGappedProperty(checker, each)) ?? false;
}

function findGaps(checker: ts.TypeChecker, declaration: ts.PropertyDeclaration): boolean {
  const name = declaration.name.getText();
  const { initializer } = declaration;
  if (initializer && !isEmptyOrMade(initializer)) return false;
  let isMadeByItself = initializer !== undefined && isNewArray(initializer);
  const isPlain = (node: ts.Node): boolean => {
    const isUse =
      ts.isPropertyAccessExpression(node) &&
      node.name.text === name &&
      checker.getSymbolAtLocation(node.name)?.valueDeclaration === declaration;
    if (isUse && !isIndexed(node)) {
      const { parent } = node;
      if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== K.EqualsToken) return false;
      if (parent.left !== node || !ts.isExpressionStatement(parent.parent)) return false;
      const value = skipParentheses(parent.right);
      const source = ts.isIdentifier(value)
        ? checker.getSymbolAtLocation(value)?.valueDeclaration
        : undefined;
      const isVariable = source !== undefined && isMade(source) && targetsOf(checker, source) !== undefined;
      if (!isVariable && !isEmptyOrMade(value)) return false;
      isMadeByItself ||= isVariable || isNewArray(value);
    }
    return !(ts.forEachChild(node, (child) => !isPlain(child)) ?? false);
  };
  return isPlain(declaration.parent) && isMadeByItself;
}

/** The properties that an array in a variable is given to; undefined if it is used in other ways than by indices. */
function targetsOf(
  checker: ts.TypeChecker,
  declaration: ts.VariableDeclaration,
): ts.PropertyAccessExpression[] | undefined {
  const targets: ts.PropertyAccessExpression[] = [];
  const name = declaration.name as ts.Identifier;
  const isPlain = (node: ts.Node): boolean => {
    const isUse =
      ts.isIdentifier(node) &&
      node !== name &&
      node.text === name.text &&
      checker.getSymbolAtLocation(node)?.valueDeclaration === declaration;
    if (isUse && !isIndexed(node)) {
      const { parent } = node;
      const isGiven =
        ts.isBinaryExpression(parent) &&
        parent.right === node &&
        parent.operatorToken.kind === K.EqualsToken &&
        ts.isPropertyAccessExpression(parent.left);
      if (!isGiven) return false;
      targets.push(parent.left as ts.PropertyAccessExpression);
    }
    return !(ts.forEachChild(node, (child) => !isPlain(child)) ?? false);
  };
  return isPlain(declaration.parent.parent.parent) ? targets : undefined;
}

/** `array[i]`, `array.length`. */
function isIndexed(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'length' && !isChanged(parent);
  return (
    ts.isElementAccessExpression(parent) &&
    parent.expression === node &&
    !ts.isDeleteExpression(parent.parent)
  );
}

const isChanged = (node: ts.Expression) =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  node.parent.operatorToken.kind >= K.FirstAssignment &&
  node.parent.operatorToken.kind <= K.LastAssignment;

function isEmptyOrMade(node: ts.Expression): boolean {
  const value = skipParentheses(node);
  return isNewArray(value) || (ts.isArrayLiteralExpression(value) && value.elements.length === 0);
}

/** `new Array(n)`. */
const isNewArray = (node: ts.Expression): boolean =>
  ts.isNewExpression(node) && node.expression.getText() === 'Array' && node.arguments?.length === 1;

const isMade = (node: ts.Declaration): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) &&
  ts.isIdentifier(node.name) &&
  ts.isVariableStatement(node.parent.parent) &&
  node.initializer !== undefined &&
  isNewArray(skipParentheses(node.initializer));
