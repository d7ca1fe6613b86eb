// Functions with type parameters in object literals: `{ same<T>(a: T, b: T) {...} }`, and `{ map: (f) => ... }` as an
// interface's method `map<U>(f: (x: T) => U): Box<U>`. Code is made for each use of one, so that it is no value which an
// object could hold: a call knows from the literal's type which function it is, or finds it by the object's.

import { typeParametersAround } from './class-names.ts';
import {
  type FunctionNode,
  isFunctionNode,
  isLiteralMethod,
  type LiteralMethod,
  staticFunction,
} from './lower/captures.ts';
import { matchTypes } from './matched-types.ts';
import type { RepOf } from './rep-of-type.ts';
import type { Rep } from './reps.ts';
import { skipParentheses, ts } from './typescript.ts';

type GenericFunction = FunctionNode & ts.SignatureDeclaration;

/** The type parameters of a function: its own, or those of the interface's method that a literal has it as. */
export function typeParametersOf(
  checker: ts.TypeChecker,
  node: FunctionNode,
): readonly ts.TypeParameterDeclaration[] {
  if (node.typeParameters) return node.typeParameters;
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !isLiteralMethod(node)) return [];
  const signatures = methodOfContext(checker, node)?.getCallSignatures() ?? [];
  const [declaration] = signatures.length === 1 ? [signatures[0]!.getDeclaration()] : [];
  return (declaration && ts.isMethodSignature(declaration) && declaration.typeParameters) || [];
}

/** What the context of a literal wants for one of its properties. */
function methodOfContext(
  checker: ts.TypeChecker,
  node: ts.ArrowFunction | ts.FunctionExpression | LiteralMethod,
): ts.Type | undefined {
  const element = ts.isObjectLiteralElement(node) ? node : node.parent;
  if (!ts.isObjectLiteralElement(element) || !ts.isObjectLiteralExpression(element.parent)) return undefined;
  const name = element.name && ts.isIdentifier(element.name) ? element.name.text : undefined;
  const property = name && checker.getContextualType(element.parent)?.getProperty(name);
  return property ? checker.getTypeOfSymbol(property) : undefined;
}

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

/** Those of a program: layouts ask for them each time that a type is met. */
const known = new WeakMap<ts.TypeChecker, WeakMap<ts.Node, GenericFunction | undefined>>();

/** That of an element of a literal. */
export function genericElement(
  checker: ts.TypeChecker,
  element: ts.ObjectLiteralElement,
): GenericFunction | undefined {
  const ofProgram = known.get(checker) ?? new WeakMap();
  known.set(checker, ofProgram);
  if (!ofProgram.has(element)) {
    const node = functionOf(checker, element);
    const isGeneric = node !== undefined && typeParametersOf(checker, node).length > 0;
    ofProgram.set(element, isGeneric ? (node as GenericFunction) : undefined);
  }
  return ofProgram.get(element);
}

/**
 * What the type parameters around a literal with such functions stand for in a type that is made of the literal's: the
 * result of `pair<number>()`.
 */
export function argumentsAround(
  checker: ts.TypeChecker,
  type: ts.Type,
  map: RepOf,
): ReadonlyMap<ts.Symbol, Rep> {
  const found = new Map<ts.Symbol, Rep>();
  const literal = type.getSymbol()?.declarations?.find(ts.isObjectLiteralExpression);
  const declared = literal?.properties.some((each) => genericElement(checker, each))
    ? checker.getTypeAtLocation(literal)
    : type;
  if (!literal || declared === type) return found;
  const around = new Set(typeParametersAround(checker, literal));
  matchTypes(checker, declared, type, {
    inFunctions: true,
    found: (symbol, each) => {
      const rep = around.has(symbol) && !found.has(symbol) ? map(each) : undefined;
      if (rep) found.set(symbol, rep);
    },
  });
  return found;
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
