// What the type parameters of a generic function stand for in a call of it.
import { fail } from '../diagnostics.ts';
import { typeParametersOf } from '../generic-properties.ts';
import { repOfKey } from '../keyed-types.ts';
import { parametersOf } from '../parameters.ts';
import { anyRep, arrayOf, isNothing, isNumeric, type Rep, sameRep, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { FunctionNode } from './captures.ts';
import type { FunctionLowering } from './function.ts';
import { substitutionAround } from './functions.ts';
import { isInLibrary } from './globals.ts';
import { unify, unifyTypes } from './library-calls.ts';
import { isOfAny } from './narrowing.ts';
import { mayLack } from './perhaps-calls.ts';
import { isForManyTypes, isOnlyPassed } from './shared-instances.ts';

/** What type parameters stand for in a call of a function: those around it, and its own. */
export function substitutionOf(
  fn: FunctionLowering,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  target: FunctionNode,
  expected: Rep | undefined,
  around = substitutionAround(fn, target),
): ReadonlyMap<ts.Symbol, Rep> {
  const { checker } = fn;
  const typeParameters = typeParametersOf(checker, target);
  if (typeParameters.length === 0) return around;
  // Its own hide those of the function itself around a call that calls it again.
  const hidden = new Set(typeParameters.map(({ name }) => checker.getSymbolAtLocation(name)));
  const outer = new Map([...around].filter(([symbol]) => !hidden.has(symbol)));
  // Functions nested in a generic one see its type parameters, too, as do methods of a generic class.
  const result = new Map<ts.Symbol, Rep>(outer);
  const own = new Map<ts.Symbol, Rep>();
  const signature = checker.getResolvedSignature(node);
  if (!signature) return fail(node, 'GN1001', 'this call');
  const declared = checker.getSignatureFromDeclaration(target)!;
  if (expected) unify(checker, declared.getReturnType(), expected, own);
  const context = hasParts(expected) ? checker.getContextualType(node) : undefined;
  if (context) unifyTypes(fn, declared.getReturnType(), context, own);
  const wanted = new Map(own);
  own.clear();
  for (const [i, parameter] of signature.getParameters().entries()) {
    const rep = fn.tryRepOf(checker.getTypeOfSymbolAtLocation(parameter, node));
    const declaredParameter = declared.getParameters()[i];
    if (rep && declaredParameter) unify(checker, checker.getTypeOfSymbol(declaredParameter), rep, own);
  }
  const resultRep = fn.tryRepOf(signature.getReturnType());
  if (resultRep) unify(checker, declared.getReturnType(), resultRep, own);
  unifyTypes(fn, declared.getReturnType(), signature.getReturnType(), own);
  const declaration = signature.getDeclaration();
  // `PromiseLike` declares the same `then` as promises have.
  const isLike = isInLibrary(target) && declaration?.parent.getText().startsWith('interface PromiseLike');
  const isOwn = declaration === target || isLike;
  const inferred = isOwn ? checker.getTypeArgumentsForResolvedSignature(signature) : undefined;
  for (const [i, parameter] of typeParameters.entries()) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const type = inferred?.[i];
    const rep = type && (isOfRests(checker, target, parameter, type) ? arrayOf(anyRep) : fn.tryRepOf(type));
    const known = symbol && own.get(symbol);
    const key = type && rep?.kind === 'string' && repOfKey(target, parameter, type, fn.substitution);
    if (symbol && key) own.set(symbol, key);
    // Of numbers the arguments know more.
    else if (symbol && rep && !(isNumeric(rep) && known && isNumeric(known))) own.set(symbol, rep);
  }
  for (const [symbol, rep] of own) {
    // Those of a class around it are known.
    if (outer.has(symbol)) continue;
    const better = wanted.get(symbol);
    result.set(symbol, better && isBetter(better, rep, hasParts(expected)) ? better : rep);
  }
  for (const parameter of typeParameters) {
    const symbol = checker.getSymbolAtLocation(parameter.name);
    const rep = symbol && result.get(symbol);
    if (!rep) fail(node, 'GN1002', parameter.name.text);
    if (isOfAny(rep) && takesNarrowed(fn, node, target, parameter)) result.set(symbol, anyRep);
    if (!ts.isCallExpression(node) || !isOnlyPassed(node, target, parameter, resultRep)) continue;
    if (isForManyTypes(fn, node, target, parameter)) result.set(symbol, anyRep);
    else if (takesLacking(fn, node, target, parameter)) result.set(symbol, withUndefined(rep));
  }
  return result;
}

/**
 * True for a type parameter that TypeScript has stand for `Record<string, unknown>` or `unknown[]`, since a test says that what
 * is passed is one: it may be kept in any way.
 */
function takesNarrowed(
  { checker }: FunctionLowering,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  target: FunctionNode,
  { name }: ts.TypeParameterDeclaration,
): boolean {
  if (!ts.isCallExpression(node)) return false;
  return parametersOf(target).some(({ type }, i) => {
    const argument = node.arguments[i];
    if (type?.getText() !== name.text || !argument || !ts.isIdentifier(argument)) return false;
    const symbol = checker.getSymbolAtLocation(argument);
    const declared = symbol && checker.getTypeOfSymbol(symbol);
    return declared !== undefined && (declared.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0;
  });
}

/** True for what a type parameter stands for in `expect(values[7]).toBe(...)` and `same(values[7], undefined)`, where an argument may not be there. */
function takesLacking(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: FunctionNode,
  { name }: ts.TypeParameterDeclaration,
): boolean {
  return parametersOf(target).some(({ type }, i) => {
    const argument = type?.getText() === name.text ? node.arguments[i] : undefined;
    return argument !== undefined && mayLack(fn, argument);
  });
}

/**
 * True for what the context of a call has a type parameter stand for, if code for that gives what is wanted: where TypeScript found
 * only `number`, int or float; and what is more general where it is part of what is wanted, such as `Parser<Json>` of `() => true`.
 */
function isBetter(wanted: Rep, found: Rep, isPart: boolean): boolean {
  if (found.kind === 'number' && (wanted.kind === 'int' || wanted.kind === 'float')) return true;
  if (!isPart) return false;
  if (wanted.kind === 'optional') return sameRep(wanted.of, found);
  return wanted.kind === 'any' && found.kind !== 'any' && !isNothing(found);
}

/** True for what has parts whose types follow from type parameters. */
const hasParts = (rep: Rep | undefined) => rep?.kind === 'object' || rep?.kind === 'function';

/** True for a tuple that a type parameter stands for by which only further arguments are passed: `(...args: A) => R`. */
function isOfRests(
  checker: ts.TypeChecker,
  target: FunctionNode,
  parameter: ts.TypeParameterDeclaration,
  type: ts.Type,
): boolean {
  if (!checker.isTupleType(type)) return false;
  const isOther = (node: ts.Node): boolean => {
    if (ts.isTypeReferenceNode(node) && node.typeName.getText() === parameter.name.text) {
      const { parent } = node;
      return !ts.isParameter(parent) || parent.dotDotDotToken === undefined;
    }
    return ts.forEachChild(node, isOther) ?? false;
  };
  return !isOther(target);
}
