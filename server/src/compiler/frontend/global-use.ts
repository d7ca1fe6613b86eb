// Whether a name in a cell means what is declared under it in the global scope.
import { ts } from './typescript.ts';

/** True if an identifier, also that of a declaration, means the global of its name. */
export function isGlobalUse(checker: ts.TypeChecker, node: ts.Identifier): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (!symbol) return false;
  const meaning = ts.SymbolFlags.Value | ts.SymbolFlags.Type;
  return checker.resolveName(node.text, undefined, meaning, false) === symbol;
}
