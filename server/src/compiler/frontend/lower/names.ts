// What names stand for where they are names of modules: an import is another name of what it imports, and `x.name`, where
// `x` is all that a module exports, is no property.
import { ts } from '../typescript.ts';

/** What an import, or an export of one, leads to in the end. */
export function unaliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The name that an expression is: `name`, or `x.name` where `x` stands for a module. */
export function nameIn(checker: ts.TypeChecker, node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.name)) return undefined;
  const owner = nameIn(checker, node.expression);
  return owner && standsForModule(checker, owner) ? node.name : undefined;
}

export function standsForModule(checker: ts.TypeChecker, name: ts.Identifier): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  return symbol !== undefined && (unaliased(checker, symbol).flags & ts.SymbolFlags.ValueModule) !== 0;
}
