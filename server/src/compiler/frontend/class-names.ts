// What classes are called: by people, and in the symbols of their code.
import { moduleOf } from './modules.ts';
import { sourceName } from './program.ts';
import { skipParentheses, ts } from './typescript.ts';

/** True for classes that a cell or the library declares for all others to see. */
export function isGlobalClass(node: ts.ClassLikeDeclaration): boolean {
  return ts.isClassDeclaration(node) && ts.isSourceFile(node.parent);
}

/** The name by which all cells can refer to a class, if there is one. */
export function globalClassName(node: ts.ClassLikeDeclaration): string | undefined {
  if (moduleOf(node.getSourceFile()) !== undefined) return undefined;
  if (isGlobalClass(node)) return node.name?.text;
  const { parent } = node;
  const isGlobal =
    ts.isVariableDeclaration(parent) &&
    ts.isVariableStatement(parent.parent.parent) &&
    ts.isSourceFile(parent.parent.parent.parent);
  return isGlobal && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}

/** The class's name; that of the constant which holds it if it has none. */
export function classTitle(node: ts.ClassLikeDeclaration): string {
  const { name } = node;
  if (name) return name.text;
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (isDefaultExport(node) || ts.isExportAssignment(parent)) return 'default';
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : '(anonymous)';
}

/** True for `export default function () {}` and the like. */
export function isDefaultExport(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** Where a class is that is not global, to tell it from others of its name; nothing for those of cells. */
export function classPlace(node: ts.ClassLikeDeclaration): string {
  const file = node.getSourceFile();
  const module = moduleOf(file);
  if (isGlobalClass(node)) return module === undefined ? '' : `@${module}`;
  return `@${module ?? sourceName(file.fileName)}:${node.getStart()}`;
}

/** What symbols of the class's code begin with. */
export function classSymbolName(node: ts.ClassLikeDeclaration): string {
  return `${classTitle(node)}${classPlace(node)}`;
}

/** What all that a generic class is have in common, whatever its type parameters stand for. */
export const genericIdentity = (node: ts.ClassLikeDeclaration): string => `${classSymbolName(node)}<>`;

/** The class that a symbol stands for: a declaration, or a constant that is one. */
export function classOfSymbol(symbol: ts.Symbol | undefined): ts.ClassLikeDeclaration | undefined {
  for (const declaration of symbol?.declarations ?? []) {
    if (ts.isClassLike(declaration)) return declaration;
    if (ts.isExportAssignment(declaration)) {
      const value = skipParentheses(declaration.expression);
      if (ts.isClassExpression(value)) return value;
    }
    if (!ts.isVariableDeclaration(declaration) || !declaration.initializer) continue;
    const isConst = ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
    if (isConst && ts.isClassExpression(declaration.initializer)) return declaration.initializer;
  }
  return undefined;
}

/**
 * The type parameter that a class extends, as in mixins: `function f<B extends Constructor>(Base: B) { return class extends
 * Base {} }`. What it stands for is the class that makes the parent's objects.
 */
export function baseParameterOf(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): ts.Symbol | undefined {
  const type = baseOf(declaration) && checker.getTypeAtLocation(baseOf(declaration)!);
  return type && type.flags & ts.TypeFlags.TypeParameter ? type.getSymbol() : undefined;
}

/** The type parameters of the functions and classes around a class. */
export function typeParametersAround(
  checker: ts.TypeChecker,
  node: ts.ClassLikeDeclaration | ts.ObjectLiteralExpression,
): readonly ts.Symbol[] {
  const found: ts.Symbol[] = [];
  for (let each: ts.Node = node.parent; !ts.isSourceFile(each); each = each.parent) {
    if (!ts.isFunctionLike(each) && !ts.isClassLike(each)) continue;
    for (const { name } of each.typeParameters ?? []) {
      const symbol = checker.getSymbolAtLocation(name);
      if (symbol) found.push(symbol);
    }
  }
  return found;
}

/** What a class extends, as an expression. */
export function baseOf(declaration: ts.ClassLikeDeclaration): ts.Expression | undefined {
  return extendedBy(declaration)?.expression;
}

/** The class that a class extends, as a type. */
export function parentTypeOf(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): ts.Type | undefined {
  const parent = extendedBy(declaration);
  return parent && checker.getTypeAtLocation(parent);
}

function extendedBy({
  heritageClauses,
}: ts.ClassLikeDeclaration): ts.ExpressionWithTypeArguments | undefined {
  return heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
}

/** The declarations of the classes that a class extends: with mixins several, the nearest first. */
export function parentClassesOf(
  checker: ts.TypeChecker,
  declaration: ts.ClassLikeDeclaration,
): readonly ts.ClassLikeDeclaration[] {
  const type = parentTypeOf(checker, declaration);
  return type ? classesOfType(type) : [];
}

/** The declarations of the classes that an object of a type is of. */
export function classesOfType(type: ts.Type): readonly ts.ClassLikeDeclaration[] {
  const parts = type.isIntersection() ? type.types : [type];
  return parts.flatMap((part) => part.getSymbol()?.declarations?.find(ts.isClassLike) ?? []);
}
