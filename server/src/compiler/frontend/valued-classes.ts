// Which classes a program uses as values: those that a variable of type `any` or `Function` may hold.
import type { ClassFamilies } from './class-families.ts';
import { ts } from './typescript.ts';

const K = ts.SyntaxKind;

const known = new WeakMap<ClassFamilies, readonly ts.Identifier[]>();

/** Names in the place of values that may be ones of classes, of each one. */
export function namesOfValues(checker: ts.TypeChecker, families: ClassFamilies): readonly ts.Identifier[] {
  const found = known.get(families);
  if (found) return found;
  const names = new Map<ts.Symbol, ts.Identifier>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isValue(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      const isClass = symbol && checker.getTypeOfSymbol(symbol).getConstructSignatures().length > 0;
      if (isClass && !names.has(symbol)) names.set(symbol, node);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of families.files) visit(file);
  const all = [...names.values()];
  known.set(families, all);
  return all;
}

/** True for a name that is given to something, returned, or a part of a literal. */
function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  switch (parent.kind) {
    case K.CallExpression:
    case K.NewExpression:
      return (parent as ts.CallExpression).expression !== node;
    case K.AsExpression:
    case K.TypeAssertionExpression:
    case K.SatisfiesExpression:
    case K.NonNullExpression:
    case K.ParenthesizedExpression:
    case K.ArrayLiteralExpression:
    case K.ShorthandPropertyAssignment:
    case K.ReturnStatement:
    case K.ConditionalExpression:
    case K.SpreadElement:
    case K.ExportAssignment:
      return true;
    case K.ArrowFunction:
      return (parent as ts.ArrowFunction).body === node;
    case K.PropertyAssignment:
    case K.VariableDeclaration:
    case K.PropertyDeclaration:
    case K.Parameter:
      return (parent as ts.VariableDeclaration).initializer === node;
    case K.BinaryExpression:
      return (parent as ts.BinaryExpression).operatorToken.kind !== K.InstanceOfKeyword;
    default:
      return false;
  }
}
