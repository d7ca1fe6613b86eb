// Constants with an element that may not be there, for which the program asks later: `const user = users[name]; if (!user)`.
import { isGivenElements } from '../given-elements.ts';
import { isGivenBack } from '../name-tests.ts';
import { isPerhaps } from '../perhaps-values.ts';
import { isNothing, isRef, type Rep } from '../reps.ts';
import { takerOf } from '../taken-apart.ts';
import { isInValueOfAnd, isOrdered, isTested } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { holdsPerhapsNothing } from '../variable-reps.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

/** True for an element that such a constant holds, or that a variable is given which may be undefined. */
export function isAskedLater(fn: FunctionLowering, node: ts.Expression): boolean {
  const declaration = takerOf(node) ?? variableGiven(fn, node);
  if (!declaration || declaration.getSourceFile() !== node.getSourceFile()) return false;
  return holdsPerhaps(fn, declaration) || isGivenElements(fn.checker, declaration);
}

/** True for such a constant, also for what a function gives that may give undefined. */
function holdsPerhaps(fn: FunctionLowering, declaration: ts.Node): boolean {
  return holdsPerhapsNothing(fn.checker, declaration, fn.substitution) || isKeptForResult(fn, declaration);
}

/** True for a constant that a function holds for what it gives, if it may give undefined. */
export function isKeptForResult(fn: FunctionLowering, declaration: ts.Node): boolean {
  if (!fn.givesPerhaps || !ts.isVariableDeclaration(declaration) || !declaration.initializer) return false;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(declaration.name));
  const isPlain = rep !== undefined && rep.kind !== 'any' && rep.kind !== 'optional' && !isNothing(rep);
  return isPlain && isGivenBack(declaration) && isPerhaps(fn.checker, declaration.initializer);
}

/** What declares the variable that an expression is the value of, or is assigned to. */
function variableGiven(fn: FunctionLowering, node: ts.Node): ts.Declaration | undefined {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent)) return variableGiven(fn, parent);
  if (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) return parent;
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken)
    return undefined;
  const target = skipParentheses(parent.left);
  return ts.isIdentifier(target) ? fn.symbolAt(target).valueDeclaration : undefined;
}

/** What a use of such a constant gives; undefined for all other variables, whose type says that they may hold nothing. */
export function askedConstant(
  fn: FunctionLowering,
  value: Value,
  symbol: ts.Symbol,
  node: ts.Expression,
  expected: Rep | undefined,
): Value | undefined {
  const declaration = symbol.valueDeclaration;
  if ((value.rep.kind !== 'optional' && value.rep.kind !== 'any') || !declaration) return undefined;
  if (isGivenElements(fn.checker, declaration) && isTakenForPresent(fn, node)) {
    const isAsked = isTested(node) || expected?.kind === 'optional' || expected?.kind === 'any';
    return isAsked ? value : narrowed(fn, requirePresent(fn, value, node), node);
  }
  if (!ts.isParameter(declaration) && !holdsPerhaps(fn, declaration)) return undefined;
  if (fn.tryRepOf(fn.checker.getTypeOfSymbol(symbol))?.kind === value.rep.kind) return undefined;
  // TypeScript takes the value of `user && user.name` for a name, which only a user has.
  const isCompared = isRef(value.rep) && isOrdered(node);
  const isAsked = isCompared || (isTested(node) && !isInValueOfAnd(node));
  const isWanted = expected?.kind === 'optional' || expected?.kind === 'any' || isAsked;
  return isWanted ? value : narrowed(fn, requirePresent(fn, value, node), node);
}

/** True where TypeScript takes what may be undefined by its declaration for a value. */
function isTakenForPresent(fn: FunctionLowering, node: ts.Expression): boolean {
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  return rep !== undefined && rep.kind !== 'optional' && rep.kind !== 'any' && !isNothing(rep);
}
