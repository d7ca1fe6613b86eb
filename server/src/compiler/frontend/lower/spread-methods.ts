// Methods of literals that another object takes over: `{ ...counter, n: 2 }`. The function that the spread object holds has
// that object as `this`; in the new one `this` is the new one, so the method is made again for it.
import { fail } from '../diagnostics.ts';
import { isAssignmentOperator, skipParentheses, ts } from '../typescript.ts';
import { type FunctionNode, literalOfThis } from './captures.ts';
import type { FunctionLowering } from './function.ts';
import { usesThis } from './method-values.ts';

/** The method of a literal that a property of an expression's type is, if it uses `this`. */
export function methodTaken(fn: FunctionLowering, node: ts.Node, name: string): FunctionNode | undefined {
  const declaration = typeMade(fn, node).getProperty(name)?.valueDeclaration;
  if (!declaration) return undefined;
  const method = ts.isPropertyAssignment(declaration) ? declaration.initializer : declaration;
  if (!ts.isMethodDeclaration(method) && !ts.isFunctionExpression(method)) return undefined;
  if (!literalOfThis(method) || !usesThis(method)) return undefined;
  return isReplaced(fn, name) ? refuse(node, name) : method;
}

/** True if some object of a literal may be given another method by that name: then it is not known which one is taken over. */
function isReplaced(fn: FunctionLowering, name: string): boolean {
  return fn.module.world.families.files.some((file) => replacedIn(fn.checker, file).has(name));
}

const replacedNames = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** The names of properties of literals and interfaces that a file assigns. */
function replacedIn(checker: ts.TypeChecker, file: ts.SourceFile): ReadonlySet<string> {
  const known = replacedNames.get(file);
  if (known) return known;
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignmentOperator(node.operatorToken.kind)) {
      const { left } = node;
      const property = ts.isPropertyAccessExpression(left) && checker.getSymbolAtLocation(left.name);
      const declaration = property ? property.valueDeclaration : undefined;
      if (property && !(declaration && ts.isClassLike(declaration.parent))) found.add(property.name);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  replacedNames.set(file, found);
  return found;
}

/** The method of a literal that an expression takes of its object: `{ greet: other.greet }`. */
export function methodNamedBy(fn: FunctionLowering, node: ts.Expression): FunctionNode | undefined {
  const taken = skipParentheses(node);
  return ts.isPropertyAccessExpression(taken)
    ? methodTaken(fn, taken.expression, taken.name.text)
    : undefined;
}

/** The type of an object; of a constant that is a literal, that of the literal, which knows its methods. */
function typeMade(fn: FunctionLowering, node: ts.Node): ts.Type {
  const { checker } = fn;
  const declaration = ts.isIdentifier(node) ? fn.symbolAt(node).valueDeclaration : undefined;
  const isConstant =
    declaration && ts.isVariableDeclaration(declaration) && declaration.parent.flags & ts.NodeFlags.Const;
  const value = isConstant && declaration.initializer && skipParentheses(declaration.initializer);
  return checker.getTypeAtLocation(value && ts.isObjectLiteralExpression(value) ? value : node);
}

/**
 * Gives up on a property that holds a function by its type, where a literal of the program has a method of that name that uses
 * `this`: it may be that one.
 */
export function refuseHeldMethod(fn: FunctionLowering, node: ts.Node, name: string): void {
  const declaration = typeMade(fn, node).getProperty(name)?.valueDeclaration;
  const isSignature =
    declaration && (ts.isPropertySignature(declaration) || ts.isMethodSignature(declaration));
  if (isSignature && fn.module.world.families.files.some((file) => methodsWithThis(file).has(name)))
    refuse(node, name);
}

const ofFiles = new WeakMap<ts.SourceFile, ReadonlySet<string>>();

/** The names of all methods of literals in a file that use `this`. */
function methodsWithThis(file: ts.SourceFile): ReadonlySet<string> {
  const known = ofFiles.get(file);
  if (known) return known;
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isMethod = ts.isMethodDeclaration(node) || ts.isFunctionExpression(node);
    if (isMethod && literalOfThis(node) && usesThis(node))
      found.add(
        ((ts.isMethodDeclaration(node) ? node : node.parent) as ts.PropertyAssignment).name.getText(),
      );
    ts.forEachChild(node, visit);
  };
  visit(file);
  ofFiles.set(file, found);
  return found;
}

/** Gives up where an object takes over such a method that can't be made again for it. */
export function refuseMethod(fn: FunctionLowering, node: ts.Node, name: string): void {
  if (methodTaken(fn, node, name)) refuse(node, name);
}

/** Gives up if a method uses variables that are not known where an object takes it over. */
export function checkKnown(fn: FunctionLowering, method: FunctionNode, node: ts.Node, name: string): void {
  const literal = literalOfThis(method);
  const own = literal && fn.checker.getTypeAtLocation(literal).getSymbol();
  const captured = fn.module.captures(method.getSourceFile()).of(method);
  if (captured.some((symbol) => symbol !== own && !fn.bindingOfLocal(symbol))) refuse(node, name);
}

/** Gives up on a method. */
export function refuse(node: ts.Node, name: string): never {
  return fail(
    node,
    'GN1001',
    `taking over '${name}', which uses 'this' (write a function that makes such objects, or a class),`,
  );
}
