// Calls that ask whether there is what a function gives: `while (this.peek() === ' ')`, where `peek` gives an element. They
// call a version of the function that gives undefined where the element is not there (perhaps-values.ts).
import { askedOpening, isLikePerhaps } from '../asked-functions.ts';
import { parameterTest } from '../name-tests.ts';
import { parametersOf } from '../parameters.ts';
import { givesPerhaps, isElement, isOfPerhaps } from '../perhaps-values.ts';
import { isNothing, isRef, type Rep } from '../reps.ts';
import { isOrdered, isTested, isTestedForUndefined, isWantedPerhaps } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isAskedLater } from './asked-constants.ts';
import type { FunctionNode } from './captures.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

/** True for a call of `target`, or a use of that getter, which gives undefined where there is no element. */
export function isPerhapsCall(
  fn: FunctionLowering,
  node: ts.Expression,
  target: FunctionNode,
  expected: Rep | undefined,
): boolean {
  if (isInLibrary(node) || !givesPerhaps(fn.checker, target)) return false;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  return rep !== undefined && isPlain(rep) && asksForValue(fn, node, rep, expected);
}

/** True for what has a value by its type. */
const isPlain = (rep: Rep) => rep.kind !== 'any' && rep.kind !== 'optional' && !isNothing(rep);

/** True if what is around an expression asks whether there is a value of its type. */
function asksForValue(
  fn: FunctionLowering,
  node: ts.Expression,
  rep: Rep,
  expected: Rep | undefined,
): boolean {
  if (isAskedLater(fn, node) || isWantedPerhaps(node, expected)) return true;
  if (rep.kind === 'string' && isOrdered(node)) return true;
  return isTested(node) && (isRef(rep) || isTestedForUndefined(node));
}

/**
 * What a call gives that does not know which function it calls: where it asks whether there is a value, functions by that
 * name have to give undefined, too; where it does not, there has to be one.
 */
export function givenWhereAsked(
  fn: FunctionLowering,
  node: ts.CallExpression,
  value: Value,
  expected: Rep | undefined,
): Value {
  if (isInLibrary(node)) return value;
  const declaration = fn.checker.getResolvedSignature(node)?.declaration;
  const mayBeAsked = value.rep.kind === 'optional' || isLikePerhaps(fn.checker, declaration, givesPerhaps);
  const rep = mayBeAsked ? fn.tryRepOf(fn.checker.getTypeAtLocation(node)) : undefined;
  if (!rep || !isPlain(rep)) return value;
  const asks = asksForValue(fn, node, rep, expected);
  if (asks && isPlain(value.rep)) fn.module.wish(askedOpening(declaration, value.rep));
  if (asks || isTested(node) || value.rep.kind !== 'optional') return value;
  return narrowed(fn, requirePresent(fn, value, node), node);
}

/** True for an expression that may give undefined although its type does not say so. */
export function mayLack(fn: FunctionLowering, node: ts.Expression): boolean {
  if (isInLibrary(node)) return false;
  const value = skipParentheses(node);
  if (!ts.isIdentifier(value)) return isElement(fn.checker, value) || isOfPerhaps(fn.checker, value);
  const symbol = fn.symbolAt(value);
  const { valueDeclaration } = symbol;
  const isVariable =
    valueDeclaration &&
    (ts.isVariableDeclaration(valueDeclaration) ||
      ts.isParameter(valueDeclaration) ||
      ts.isBindingElement(valueDeclaration));
  if (!isVariable || valueDeclaration.getSourceFile().isDeclarationFile) return false;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(value));
  return rep !== undefined && isPlain(rep) && fn.binding(symbol, value).rep.kind === 'optional';
}

/** True for an argument that may be undefined, for which the function asks. */
export function isPerhapsArgument(
  fn: FunctionLowering,
  node: ts.Expression | undefined,
  parameter: ts.ParameterDeclaration,
  rep: Rep,
): boolean {
  if (!node || !isPlain(rep) || isInLibrary(parameter)) return false;
  const test = parameterTest(parameter);
  if (test === 'none' || (test === 'comparison' && rep.kind !== 'string')) return false;
  return (isRef(rep) || test === 'undefined') && mayLack(fn, node);
}

/** True for a call of a function that asks for an argument which may be undefined. */
export function hasPerhapsArguments(
  fn: FunctionLowering,
  { arguments: nodes }: ts.CallExpression,
  target: FunctionNode,
): boolean {
  return parametersOf(target).some((parameter, i) => {
    const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(parameter));
    return rep !== undefined && isPerhapsArgument(fn, nodes[i], parameter, rep);
  });
}
