// Generic functions that are compiled once for all types, instead of once for each: those of test frameworks, called with a dozen
// types, would fill the memory of the board (docs/decisions/0036-one-instance-for-many-types.md).
import { Multimap } from '../../multimap.ts';
import type { ClassFamilies } from '../class-families.ts';
import { parametersOf } from '../parameters.ts';
import { isLibrarySymbol } from '../program.ts';
import { isNothing, type Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { FunctionNode } from './captures.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';

/**
 * True for a type parameter that nothing but arguments as they are, and what is asked of the result at once, depends on: in
 * `expect(x).toBe(y)` and `assertSame(x, y)`, the call is the same whatever it stands for.
 */
export function isOnlyPassed(
  node: ts.CallExpression,
  target: FunctionNode,
  { name }: ts.TypeParameterDeclaration,
  result: Rep | undefined,
): boolean {
  const isAsked = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;
  if (isInLibrary(target) || !result) return false;
  if (!isNothing(result) && !(result.kind === 'object' && isAsked)) return false;
  const types = parametersOf(target).map(({ type }) => type?.getText() ?? '');
  const mentions = new RegExp(`\\b${name.text}\\b`);
  return types.includes(name.text) && types.every((type) => type === name.text || !mentions.test(type));
}

/** So many types may have code of their own. */
const MOST_TYPES = 3;

/**
 * True for a type parameter without a constraint that stands for many types in the calls of the program, which get nothing of it
 * back: who reads `wrap(x).value` has the type that it was given.
 */
export function isForManyTypes(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: FunctionNode,
  { name, constraint }: ts.TypeParameterDeclaration,
): boolean {
  const called = calledName(node);
  if (constraint || called === undefined) return false;
  const { checker } = fn;
  const symbol = checker.getSymbolAtLocation(name);
  const result = checker.getSignatureFromDeclaration(target)?.getReturnType();
  if (!symbol || !result || isGiven(checker, result, symbol)) return false;
  const at = parametersOf(target).findIndex(({ type }) => type?.getText() === name.text);
  const types = new Set<string>();
  for (const call of callsOf(fn.module.world.families, called)) {
    const argument = call.arguments[at];
    if (!argument || checker.getResolvedSignature(call)?.declaration !== target) continue;
    types.add(checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(argument))));
    if (types.size > MOST_TYPES) return true;
  }
  return false;
}

/** Of types with more parts, nothing is known. */
const MOST_PARTS = 50;

/** True if who has a value of a type can get one of a type parameter from it; `isOut` is false for what it takes. */
function isGiven(
  checker: ts.TypeChecker,
  type: ts.Type,
  parameter: ts.Symbol,
  isOut = true,
  seen = new Set<string>(),
): boolean {
  if (type.flags & ts.TypeFlags.TypeParameter) return isOut && type.symbol === parameter;
  if (type.isUnionOrIntersection())
    return type.types.some((each) => isGiven(checker, each, parameter, isOut, seen));
  const key = `${checker.typeToString(type)} ${isOut}`;
  if (!(type.flags & ts.TypeFlags.Object) || seen.has(key)) return false;
  seen.add(key);
  // A type that contains itself with ever more arguments has no end: `with<V>(value: V): Builder<T & V>`.
  if (seen.size > MOST_PARTS) return true;
  const gives = (each: ts.Type, out: boolean) => isGiven(checker, each, parameter, out, seen);
  if (checker.isArrayType(type) || checker.isTupleType(type) || (type.symbol && isLibrarySymbol(type.symbol)))
    return checker.getTypeArguments(type as ts.TypeReference).some((each) => gives(each, isOut));
  return (
    type
      .getCallSignatures()
      .some(
        (each) =>
          gives(each.getReturnType(), isOut) ||
          each.parameters.some((parameter) => gives(checker.getTypeOfSymbol(parameter), !isOut)),
      ) ||
    type
      .getProperties()
      .filter(isPublic)
      .some((each) => gives(checker.getTypeOfSymbol(each), isOut))
  );
}

const isPublic = ({ valueDeclaration }: ts.Symbol) =>
  !valueDeclaration ||
  !(ts.getCombinedModifierFlags(valueDeclaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));

/** The last name of what is called. */
function calledName({ expression }: ts.CallExpression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined;
}

const knownCalls = new WeakMap<ClassFamilies, Multimap<string, ts.CallExpression>>();

/** All calls in the program of what has a name. */
function callsOf(families: ClassFamilies, name: string): Iterable<ts.CallExpression> {
  const known = knownCalls.get(families) ?? callsByName(families.files);
  knownCalls.set(families, known);
  return known.get(name) ?? [];
}

function callsByName(files: readonly ts.SourceFile[]): Multimap<string, ts.CallExpression> {
  const calls = new Multimap<string, ts.CallExpression>();
  const visit = (node: ts.Node): void => {
    const name = ts.isCallExpression(node) ? calledName(node) : undefined;
    if (name !== undefined) calls.add(name, node as ts.CallExpression);
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return calls;
}
