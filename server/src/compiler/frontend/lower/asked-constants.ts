// Constants with an element that may not be there, for which the program asks later: `const user = users[name]; if (!user)`.
import { isNothing, type Rep } from '../reps.ts';
import { takerOf } from '../taken-apart.ts';
import { isElementAssignment, isGivenElements, isInValueOfAnd, isTested } from '../tested-values.ts';
import { ts } from '../typescript.ts';
import { holdsPerhapsNothing } from '../variable-reps.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

/** True for an element that such a constant holds, or that a variable is assigned which may be undefined. */
export function isAskedLater(fn: FunctionLowering, node: ts.Expression): boolean {
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (isElementAssignment(fn.checker, parent)) {
    const declaration = fn.symbolAt(parent.left as ts.Identifier).valueDeclaration;
    const isHere = declaration?.getSourceFile() === node.getSourceFile();
    return isHere && isGivenElements(fn.checker, declaration!);
  }
  return holdsPerhapsNothing(fn.checker, takerOf(node) ?? parent, fn.substitution);
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
  if (!holdsPerhapsNothing(fn.checker, declaration, fn.substitution)) return undefined;
  if (fn.tryRepOf(fn.checker.getTypeOfSymbol(symbol))?.kind === value.rep.kind) return undefined;
  // TypeScript takes the value of `user && user.name` for a name, which only a user has.
  const isAsked = isTested(node) && !isInValueOfAnd(node);
  const isWanted = expected?.kind === 'optional' || expected?.kind === 'any' || isAsked;
  return isWanted ? value : narrowed(fn, requirePresent(fn, value, node), node);
}

/** True where TypeScript takes what may be undefined by its declaration for a value. */
function isTakenForPresent(fn: FunctionLowering, node: ts.Expression): boolean {
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  return rep !== undefined && rep.kind !== 'optional' && rep.kind !== 'any' && !isNothing(rep);
}
