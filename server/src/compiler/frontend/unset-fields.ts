// Which properties of classes may have no value yet where they are read: those declared with `!`, and those that a method
// reads which the parent's constructor calls before they get theirs. References say so themselves; numbers and truth values
// have room for it only in programs that ask, or never give them a value.
import { parentClassesOf } from './class-names.ts';
import { holdsElements } from './perhaps-values.ts';
import { isLibraryPath } from './program.ts';
import { isCondition, isEquality, isOrdered } from './tested-values.ts';
import { isAssignmentOperator, skipParentheses, ts } from './typescript.ts';

const K = ts.SyntaxKind;

/** True for what is declared with `!` by a program, read before it has its value, or assigned what may not be there. */
export function isPromised(checker: ts.TypeChecker, symbol: ts.Symbol | undefined): boolean {
  const declaration = symbol?.valueDeclaration;
  if (!declaration || isLibraryPath(declaration.getSourceFile().fileName)) return false;
  if (ts.isVariableDeclaration(declaration)) return declaration.exclamationToken !== undefined;
  if (!isField(declaration)) return false;
  return (
    isDeclaredSet(declaration) || isReadEarly(checker, declaration) || holdsElements(checker, declaration)
  );
}

/** What declares a property of a class: also a parameter of its constructor. */
type Field = ts.PropertyDeclaration | ts.ParameterDeclaration;

function isField(node: ts.Node): node is Field {
  return (
    ts.isPropertyDeclaration(node) ||
    (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
  );
}

/** True for `name!: T`. */
function isDeclaredSet(member: Field): boolean {
  return ts.isPropertyDeclaration(member) && member.exclamationToken !== undefined;
}

/** True for a number or truth value that has to say itself that it is not there. */
export function saysIfUnset(checker: ts.TypeChecker, member: ts.Node): boolean {
  if (!isField(member) || isLibraryPath(member.getSourceFile().fileName)) return false;
  if (!isDeclaredSet(member) && !isReadEarly(checker, member)) return false;
  const uses = usesOf(member.getSourceFile());
  if (!ts.isIdentifier(member.name) && !ts.isPrivateIdentifier(member.name)) return false;
  const name = member.name.text;
  const isGiven = ts.isParameter(member) || member.initializer || uses.assigned.has(name) || uses.assignsAny;
  return !isGiven || uses.asked.has(name);
}

/** True if a property has to lose, after the parent's constructor, what a method that this calls gave it. */
export function isReset(checker: ts.TypeChecker, member: ts.PropertyDeclaration): boolean {
  return ts.isClassLike(member.parent) && isCalledEarly(checker, member.parent);
}

/** True for a property of a class with a method that the parent's constructor calls, and in which it is read. */
function isReadEarly(checker: ts.TypeChecker, member: Field): boolean {
  const parent = ts.isParameter(member) ? member.parent.parent : member.parent;
  const isStatic = ts.isPropertyDeclaration(member) && isStaticMember(member);
  return !isStatic && ts.isClassLike(parent) && isCalledEarly(checker, parent);
}

const calledEarly = new WeakMap<ts.ClassLikeDeclaration, boolean>();

/** True for a class that has a method in the place of one which the constructor of a parent calls. */
function isCalledEarly(checker: ts.TypeChecker, declaration: ts.ClassLikeDeclaration): boolean {
  let known = calledEarly.get(declaration);
  if (known === undefined) {
    const own = new Set(declaration.members.filter(ts.isMethodDeclaration).map(({ name }) => name.getText()));
    known = own.size > 0 && callsOne(checker, parentOf(checker, declaration), own);
    calledEarly.set(declaration, known);
  }
  return known;
}

function parentOf(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration | undefined {
  return parentClassesOf(checker, declaration)[0];
}

/** True if a constructor of a class or its parents calls one of some methods of `this`, or a first value does. */
function callsOne(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration | undefined,
  names: ReadonlySet<string>,
): boolean {
  if (!declaration || isLibraryPath(declaration.getSourceFile().fileName)) return false;
  const calls = (node: ts.Node): boolean =>
    (ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.expression.kind === K.ThisKeyword &&
      names.has(node.expression.name.text)) ||
    ts.forEachChild(node, (child) => calls(child) || undefined) === true;
  return (
    declaration.members.some((each) => isRunEarly(each) && calls(each)) ||
    callsOne(checker, parentOf(checker, declaration), names)
  );
}

/** True for what runs before a subclass gives its properties their values. */
function isRunEarly(member: ts.ClassElement): boolean {
  if (ts.isConstructorDeclaration(member)) return true;
  if (!ts.isPropertyDeclaration(member) || !member.initializer) return false;
  return !isStaticMember(member) && !ts.isFunctionLike(skipParentheses(member.initializer));
}

const isStaticMember = (member: ts.PropertyDeclaration) =>
  member.modifiers?.some(({ kind }) => kind === K.StaticKeyword) ?? false;

/** What a file does with properties, by their names. */
interface PropertyUses {
  readonly assigned: Set<string>;
  /** Those of which it asks whether they are undefined. */
  readonly asked: Set<string>;
  /** True if names of properties that it assigns to are not known. */
  assignsAny: boolean;
}

const usesOfFiles = new WeakMap<ts.SourceFile, PropertyUses>();

function usesOf(file: ts.SourceFile): PropertyUses {
  let uses = usesOfFiles.get(file);
  if (!uses) {
    uses = { assigned: new Set(), asked: new Set(), assignsAny: false };
    usesOfFiles.set(file, uses);
    findUses(file, uses);
  }
  return uses;
}

function findUses(node: ts.Node, uses: PropertyUses): void {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const name = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isStringLiteralLike(node.argumentExpression)
        ? node.argumentExpression.text
        : undefined;
    if (isAssigned(node)) {
      if (name === undefined) uses.assignsAny = true;
      else uses.assigned.add(name);
    }
    if (name !== undefined && isAskedForUndefined(node)) uses.asked.add(name);
    if (name === 'assign' && node.expression.getText() === 'Object') uses.assignsAny = true;
  }
  ts.forEachChild(node, (child) => findUses(child, uses));
}

/** True for a place that gets a value: by any assignment, a step, or as a part of a pattern or a loop's variable. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    if (parent.left === node && isAssignmentOperator(kind)) return true;
    return kind === K.EqualsToken && isAssigned(parent);
  }
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent))
    return parent.operator === K.PlusPlusToken || parent.operator === K.MinusMinusToken;
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  const isPart =
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent);
  return isPart && isAssigned(parent);
}

/** True where undefined is as good as any value. */
export function isAsked(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isAsked(parent);
  if (isCondition(node)) return true;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent))
    return parent.expression === node && parent.questionDotToken !== undefined;
  if (ts.isBinaryExpression(parent)) {
    // Undefined is equal to nothing else, and neither less nor greater.
    if (isEquality(parent) || isOrdered(node)) return true;
    if (parent.operatorToken.kind === K.BarBarToken && parent.left === node) return true;
  }
  return isAskedForUndefined(node);
}

/** True where undefined differs from zero and false. */
export function isAskedForUndefined(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return isAskedForUndefined(parent);
  if (ts.isCallExpression(parent))
    return parent.expression.getText().startsWith('console.') && parent.expression !== node;
  return ts.isTypeOfExpression(parent) || isPartOfText(node) || isCompared(node);
}

/** True for what is put into a text, which shows undefined. */
function isPartOfText(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isTemplateSpan(parent)) return !ts.isTaggedTemplateExpression(parent.parent.parent);
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== K.PlusToken) return false;
  const other = parent.left === node ? parent.right : parent.left;
  return ts.isStringLiteralLike(other) || ts.isTemplateExpression(other);
}

/** True for what is compared with undefined or null. */
export function isCompared(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent)) return false;
  const { left, right, operatorToken } = parent;
  switch (operatorToken.kind) {
    case K.EqualsEqualsToken:
    case K.EqualsEqualsEqualsToken:
    case K.ExclamationEqualsToken:
    case K.ExclamationEqualsEqualsToken:
      return isNothing(left) || isNothing(right);
    case K.QuestionQuestionToken:
    case K.QuestionQuestionEqualsToken:
    case K.BarBarEqualsToken:
    case K.AmpersandAmpersandEqualsToken:
      return left === node;
    default:
      return false;
  }
}

function isNothing(node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  return inner.kind === K.NullKeyword || inner.getText() === 'undefined';
}
