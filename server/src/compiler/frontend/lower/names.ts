// What names stand for where they are names of modules: an import is another name of what it imports, and `x.name`, where
// `x` is all that a module exports, is no property.
import { ts } from '../typescript.ts';
import { staticFunction } from './captures.ts';
import { isGlobalFunction } from './functions.ts';
import { isUsedAsValue } from './value-uses.ts';

/** What an import, or an export of one, leads to in the end. */
export function unaliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The name that an expression is: `name`, or `x.name` where `x` stands for a module. */
export function nameIn(checker: ts.TypeChecker, node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.name)) return undefined;
  const owner = nameIn(checker, node.expression);
  if (!owner || !standsForModule(checker, owner)) return undefined;
  // A namespace may be an enum or a class as well.
  const member = checker.getSymbolAtLocation(node.name)?.valueDeclaration;
  return member && (ts.isEnumMember(member) || ts.isClassElement(member)) ? undefined : node.name;
}

export function standsForModule(checker: ts.TypeChecker, name: ts.Identifier): boolean {
  const found = checker.getSymbolAtLocation(name);
  const symbol = found && unaliased(checker, found);
  return (
    symbol !== undefined && (symbol.flags & ts.SymbolFlags.ValueModule) !== 0 && !givesAway(checker, symbol)
  );
}

const given = new WeakMap<ts.Symbol, boolean>();

/**
 * True for a function that is given properties and is used as a value, or is not one of the top level: where they are is known
 * only when the program runs (more-properties.ts). Those of others are variables.
 */
export function givesAway(checker: ts.TypeChecker, symbol: ts.Symbol): boolean {
  const isModule = (each: ts.Node) => ts.isModuleDeclaration(each) || ts.isSourceFile(each);
  if (symbol.declarations?.some(isModule)) return false;
  const known = given.get(symbol);
  if (known !== undefined) return known;
  const { valueDeclaration } = symbol;
  const target = staticFunction(symbol);
  const isAny = valueDeclaration && checker.getTypeAtLocation(valueDeclaration).flags & ts.TypeFlags.Any;
  // Of a type that is written the properties are those of the type.
  const isTyped = valueDeclaration && ts.isVariableDeclaration(valueDeclaration) && valueDeclaration.type;
  const isValue =
    Boolean(isAny || isTyped) ||
    !target ||
    !isGlobalFunction(target) ||
    isNamedAsValue(checker, symbol, valueDeclaration);
  given.set(symbol, isValue);
  return isValue;
}

function isNamedAsValue(
  checker: ts.TypeChecker,
  symbol: ts.Symbol,
  declaration: ts.Declaration | undefined,
): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) &&
      node.text === symbol.name &&
      checker.getSymbolAtLocation(node) === symbol &&
      isUsedAsValue(checker, node)) ||
    (ts.forEachChild(node, visit) ?? false);
  return declaration !== undefined && visit(declaration.getSourceFile());
}
