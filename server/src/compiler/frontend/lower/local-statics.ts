// Static properties of classes inside of functions: each time that the function runs it makes another class, so that they are
// variables of the function, which members of the class capture.
import { ts } from '../typescript.ts';

/** True for a static property of a class inside of a function. */
export function isLocalStatic(node: ts.Node): boolean {
  return (
    ts.isPropertyDeclaration(node) &&
    ts.isClassLike(node.parent) &&
    (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Static) !== 0 &&
    ts.findAncestor(node.parent.parent, ts.isFunctionLike) !== undefined
  );
}

/** The names of those of a file. */
export function localStaticNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const find = (node: ts.Node): void => {
    if (isLocalStatic(node)) names.add(nameText((node as ts.PropertyDeclaration).name));
    ts.forEachChild(node, find);
  };
  if (file.text.includes('static')) find(file);
  return names;
}

/** Which of those a node uses: `Foo.name`, `Foo['name']`, `this.#name`; and the declaration of one that may be in the place of a parent's. */
export function localStaticOf(
  checker: ts.TypeChecker,
  node: ts.Node,
  names: ReadonlySet<string>,
): ts.Symbol | undefined {
  if (names.size === 0) return undefined;
  if (ts.isPropertyDeclaration(node) && isLocalStatic(node)) {
    const mayOverride = (node.parent as ts.ClassLikeDeclaration).heritageClauses !== undefined;
    return mayOverride ? checker.getSymbolAtLocation(node.name) : undefined;
  }
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const name = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
  const isKey = ts.isStringLiteralLike(name) || ts.isNumericLiteral(name);
  if ((isKey || ts.isMemberName(name)) && !names.has(name.text)) return undefined;
  const symbol = ts.isPropertyAccessExpression(node)
    ? checker.getSymbolAtLocation(name)
    : propertyOf(checker, node);
  const declaration = symbol?.valueDeclaration;
  return declaration && isLocalStatic(declaration) ? symbol : undefined;
}

function propertyOf(checker: ts.TypeChecker, node: ts.ElementAccessExpression): ts.Symbol | undefined {
  const key = checker.getTypeAtLocation(node.argumentExpression);
  if (!key.isStringLiteral() && !key.isNumberLiteral()) return undefined;
  return checker.getTypeAtLocation(node.expression).getProperty(String(key.value));
}

function nameText(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) ? '' : name.text;
}
