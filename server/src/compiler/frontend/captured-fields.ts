// The hidden properties of objects that hold variables around their class or literal (lower/class-captures.ts).
import { capturesOf, type FunctionNode, literalOfThis, staticFunction } from './lower/captures.ts';
import type { ObjectLayout } from './object-layout.ts';
import type { RepOf } from './rep-of-type.ts';
import { anyRep, isNothing, type Rep } from './reps.ts';
import { ts } from './typescript.ts';

/** Objects of a class or literal inside of a function hold the variables that its members use. */
export function addCaptures(
  checker: ts.TypeChecker,
  layout: ObjectLayout,
  symbols: readonly ts.Symbol[],
  map: RepOf,
): boolean {
  for (const symbol of symbols) {
    const rep = repOfCaptured(checker, symbol, map);
    if (!rep || isNothing(rep)) return false;
    const file = symbol.valueDeclaration!.getSourceFile();
    layout.addCapture(symbol, rep, capturesOf(checker, file).isBoxed(symbol));
  }
  return true;
}

/** The representation of a captured variable; of a class or literal, which stands for `this` there, that of its objects. */
function repOfCaptured(checker: ts.TypeChecker, symbol: ts.Symbol, map: RepOf): Rep | undefined {
  const node = symbol.valueDeclaration;
  if (!node) return undefined;
  // What keeps the value of a function is a reference, whatever the function takes. A literal has no type that would not
  // contain itself in ever new forms.
  if (staticFunction(symbol) || ts.isObjectLiteralExpression(node)) return anyRep;
  return ts.isClassLike(node)
    ? map(checker.getDeclaredTypeOfSymbol(symbol))
    : map(checker.getTypeOfSymbolAtLocation(symbol, node));
}

/** The variables that a function of a literal uses; `this` is the object itself. */
export function capturedBy(checker: ts.TypeChecker, node: FunctionNode): readonly ts.Symbol[] {
  const symbols = capturesOf(checker, node.getSourceFile()).of(node);
  const ownThis = literalOfThis(node);
  return symbols.filter((each) => !ownThis || !each.declarations?.includes(ownThis));
}
