// What may be undefined although its type does not say so: elements, functions that give one
// (`peek(): string { return this.text[this.position]; }`), and private properties that are assigned one.

import { isLikePerhaps } from './asked-functions.ts';
import { isKnownPart, isOfThis, propertyTest } from './name-tests.ts';
import { isLibraryPath } from './program.ts';
import { someResult } from './results.ts';
import { takenByElement } from './taken-apart.ts';
import { skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

const known = new WeakMap<ts.Node, boolean>();

/** True if undefined may be among what a function gives, although its type does not say so. */
export function givesPerhaps(checker: ts.TypeChecker, node: ts.Node): boolean {
  const found = known.get(node);
  if (found !== undefined) return found;
  // A function that calls itself gives no more by that.
  known.set(node, false);
  const gives = findPerhaps(checker, node);
  known.set(node, gives);
  return gives;
}

function findPerhaps(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (isLibraryPath(node.getSourceFile().fileName)) return false;
  return someResult(node, (value) => isPerhaps(checker, value));
}

/** True for a call of such a function, for what such a getter gives, and what such a property holds. */
export function isOfPerhaps(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (ts.isCallExpression(node)) {
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (!declaration) return false;
    return (
      givesPerhaps(checker, withBody(checker, declaration)) ||
      isLikePerhaps(checker, declaration, givesPerhaps)
    );
  }
  if (!ts.isPropertyAccessExpression(node)) return false;
  const [declaration] = checker.getSymbolAtLocation(node.name)?.declarations ?? [];
  if (!declaration) return false;
  return ts.isGetAccessor(declaration)
    ? givesPerhaps(checker, declaration)
    : holdsElements(checker, declaration);
}

const held = new WeakMap<ts.Node, boolean>();

/**
 * True for a private property that is assigned elements, and of which its class asks whether there is something:
 * `this.unit = this.text[this.position]`.
 */
export function holdsElements(checker: ts.TypeChecker, node: ts.Node): boolean {
  if (!ts.isPropertyDeclaration(node) || !isPrivate(node)) return false;
  if (isLibraryPath(node.getSourceFile().fileName)) return false;
  const found = held.get(node) ?? (isGivenElement(checker, node) && propertyTest(node) !== 'none');
  held.set(node, found);
  return found;
}

function isGivenElement(checker: ts.TypeChecker, { name, parent }: ts.PropertyDeclaration): boolean {
  const text = name.getText();
  const visit = (node: ts.Node): boolean => {
    const isAssignment = ts.isBinaryExpression(node) && node.operatorToken.kind === K.EqualsToken;
    if (isAssignment && isOfThis(node.left, text) && isPerhaps(checker, node.right)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(parent);
}

/** True for a property of objects that only its class can use. */
export function isPrivate(node: ts.PropertyDeclaration): boolean {
  const flags = ts.getCombinedModifierFlags(node);
  if (flags & ts.ModifierFlags.Static) return false;
  return ts.isPrivateIdentifier(node.name) || (flags & ts.ModifierFlags.Private) !== 0;
}

/** Of overloads the one with the body. */
function withBody(checker: ts.TypeChecker, declaration: ts.Node): ts.Node {
  const name = ts.isFunctionLike(declaration) ? declaration.name : undefined;
  const declarations = name && checker.getSymbolAtLocation(name)?.declarations;
  return declarations?.find((each) => 'body' in each && each.body) ?? declaration;
}

/** True for an element, and what may give one. */
export function isPerhaps(checker: ts.TypeChecker, node: ts.Expression): boolean {
  const value = skipParentheses(node);
  if (ts.isNonNullExpression(value))
    return mayLackValue(checker.getTypeAtLocation(value.expression)) || isPerhaps(checker, value.expression);
  if (ts.isConditionalExpression(value))
    return isPerhaps(checker, value.whenTrue) || isPerhaps(checker, value.whenFalse);
  if (ts.isBinaryExpression(value)) {
    const { kind } = value.operatorToken;
    const isLogical =
      kind === K.BarBarToken || kind === K.QuestionQuestionToken || kind === K.AmpersandAmpersandToken;
    return isLogical && isPerhaps(checker, value.right);
  }
  if (ts.isIdentifier(value)) {
    const declaration = checker.getSymbolAtLocation(value)?.valueDeclaration;
    if (declaration && isKnownPart(declaration)) return isPartOfElements(checker, declaration);
    if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
    const isConstant = declaration.parent.flags & ts.NodeFlags.Const && !declaration.type;
    return isConstant ? isPerhaps(checker, declaration.initializer) : false;
  }
  return isElement(checker, value) || isOfPerhaps(checker, value);
}

/** True for what is taken out of an array, and not of a tuple. */
function isPartOfElements(checker: ts.TypeChecker, declaration: ts.BindingElement): boolean {
  const taken = takenByElement(declaration);
  if (taken) return isPerhaps(checker, taken);
  const type = checker.getTypeAtLocation(declaration.parent);
  return checker.isArrayType(type);
}

/** True for `T | undefined`, which nothing else than a value may be missing of. */
function mayLackValue(type: ts.Type): boolean {
  const flags = type.isUnion() ? type.types.reduce((all, each) => all | each.flags, 0) : type.flags;
  return (flags & ts.TypeFlags.Undefined) !== 0 && (flags & ts.TypeFlags.Null) === 0;
}

/** True for `array[i]`, `text[i]`, and `dictionary[key]`. */
export function isElement(checker: ts.TypeChecker, node: ts.Expression): boolean {
  if (!ts.isElementAccessExpression(node)) return false;
  const type = checker.getTypeAtLocation(node.expression);
  if (type.flags & ts.TypeFlags.StringLike) return true;
  return !checker.isTupleType(type) && checker.getIndexInfosOfType(type).length > 0;
}
