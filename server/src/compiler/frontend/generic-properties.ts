// Functions with type parameters in object literals: `{ same<T>(a: T, b: T) {...} }`. Code is made for each use of one, so
// that it is no value which an object could hold: a call knows from the literal's type which function it is.
import { type FunctionNode, isFunctionNode, staticFunction } from './lower/captures.ts';
import { skipParentheses, ts } from './typescript.ts';

type GenericFunction = FunctionNode & ts.SignatureDeclaration;

/** The function with type parameters that a property of a literal stands for. */
export function genericProperty(checker: ts.TypeChecker, property: ts.Symbol): GenericFunction | undefined {
  for (const declaration of property.declarations ?? []) {
    if (!ts.isObjectLiteralElement(declaration) || !ts.isObjectLiteralExpression(declaration.parent))
      continue;
    const found = genericElement(checker, declaration);
    if (found) return found;
  }
  return undefined;
}

/** That of an element of a literal. */
export function genericElement(
  checker: ts.TypeChecker,
  element: ts.ObjectLiteralElement,
): GenericFunction | undefined {
  const node = functionOf(checker, element);
  return node?.typeParameters?.length ? (node as GenericFunction) : undefined;
}

function functionOf(checker: ts.TypeChecker, element: ts.ObjectLiteralElement): FunctionNode | undefined {
  if (ts.isMethodDeclaration(element)) return element;
  if (ts.isShorthandPropertyAssignment(element)) {
    const symbol = checker.getShorthandAssignmentValueSymbol(element);
    return symbol && staticFunction(symbol);
  }
  if (!ts.isPropertyAssignment(element)) return undefined;
  const value = skipParentheses(element.initializer);
  if (ts.isIdentifier(value)) {
    const symbol = checker.getSymbolAtLocation(value);
    return symbol && staticFunction(symbol);
  }
  return isFunctionNode(value) ? value : undefined;
}

/** The text of all such functions in a variable's initializer: what callers of them rely on. */
export function genericTexts(checker: ts.TypeChecker, { initializer }: { initializer?: ts.Node }): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isFunctionNode(node)) return;
    if (ts.isObjectLiteralExpression(node)) {
      for (const element of node.properties) texts.push(genericElement(checker, element)?.getText() ?? '');
    }
    ts.forEachChild(node, visit);
  };
  if (initializer) visit(initializer);
  return texts.join('');
}
