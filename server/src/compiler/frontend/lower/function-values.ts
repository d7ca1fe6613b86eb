// Functions as values: in which form a function is called by those who only know its type.
import type { Inst } from '../../ir/ir.ts';
import { askedResult } from '../asked-functions.ts';
import { isUsableAs } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { erasing } from '../erased-types.ts';
import { isLibraryObject } from '../library-objects.ts';
import { isThisParameter, parametersOf } from '../parameters.ts';
import type { Substitution } from '../rep-of-type.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import { anyRep, erasedRep, isLooserArray, isNothing, isNumeric, sameRep, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';
import { type FunctionNode, isCoroutine } from './captures.ts';
import { capturedVariables, newClosure } from './closures.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { tellsApart } from './function-identity.ts';
import {
  identitySymbol,
  instantiate,
  nameOf,
  requiredParameters,
  type Signature,
  signatureOf,
  substitutionAround,
} from './functions.ts';
import { declareOwnName, keptValue } from './kept-functions.ts';
import { unify, unifyTypes } from './library-calls.ts';
import type { Value } from './value.ts';

/** A function as a value: a constant if it captures nothing, else a closure; one that is kept is made once. */
export function functionValue(fn: FunctionLowering, node: FunctionNode, at: ts.Node, expected?: Rep): Value {
  const wanted = wantedFunction(fn, at, expected);
  if (wanted && isThisParameter(parametersOf(node)[0])) fail(at, 'GN1011', nameOf(node) ?? 'this function');
  const substitution = substitutionOfValue(fn, node, at, wanted);
  const rep = valueRep(fn, node, wanted, substitution);
  if (at === node) declareOwnName(fn, node);
  const captured = capturedVariables(fn, node);
  if (captured.length > 0) {
    const kept = keptValue(fn, node, at);
    // In another form, it is the same function all the same.
    if (kept) return sameRep(kept.rep, rep) ? kept : convert(fn, kept, rep, at);
    return { rep, inst: closureOf(fn, node, at, rep, substitution) };
  }
  if (at === node && isMadeAgain(node) && (tellsApart(fn) || expected?.kind === 'any'))
    return { rep, inst: closureOf(fn, node, at, rep, substitution) };
  const instance = instantiate(fn, node, { ...optionsOf(fn, node, rep, substitution), form: 'direct' });
  const identity = identitySymbol(fn, node);
  const constant = identity
    ? fn.module.constants.sharedFunctionValue(instance.symbol, identity)
    : fn.module.constants.functionValue(instance.symbol);
  return { rep, inst: fn.b.object(constant) };
}

/** True for a function expression that is evaluated more than once. */
function isMadeAgain(node: FunctionNode): boolean {
  const isMethod = ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent);
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node) && !isMethod) return false;
  const isRepeated = (each: ts.Node) =>
    ts.isFunctionLike(each) || ts.isIterationStatement(each, false) || ts.isPropertyDeclaration(each);
  return ts.findAncestor(node.parent, isRepeated) !== undefined;
}

/** The type that a function has as a value where another one is wanted. */
export function valueRep(
  fn: FunctionLowering,
  node: FunctionNode,
  wanted: FunctionRep | undefined,
  substitution = substitutionAround(fn, node),
): FunctionRep {
  const declared = signatureOf(fn, node, substitution);
  const arity = valueArity(node, declared, wanted);
  const isInline = nameOf(node) === undefined;
  const own = isInline ? refinedResult(fn, node, declared.result, wanted?.result) : declared.result;
  const asked = wanted ? wantedPerhaps(own, wanted.result) : askedResult(fn.checker, node, own);
  const result = isCoroutine(node) ? own : asked;
  const params = declared.params
    .slice(0, arity)
    .map((param, i) => valueParameter(param, parametersOf(node)[i]!, wanted?.params[i]));
  const rest = declared.rest && arity === declared.params.length;
  return { kind: 'function', params, result, ...(rest ? { rest } : {}) };
}

/** What a function gives which may be undefined where it is wanted. */
function wantedPerhaps(own: Rep, wanted: Rep): Rep {
  const isBeside = wanted.kind === 'optional' && wanted.absent === 'undefined' && isUsableAs(own, wanted.of);
  return isBeside ? wanted : own;
}

/** What type parameters stand for in a function that is a value: those of a generic one, what its context says. */
function substitutionOfValue(
  fn: FunctionLowering,
  node: FunctionNode,
  at: ts.Node,
  wanted: FunctionRep | undefined,
): Substitution {
  const { checker } = fn;
  const outer = substitutionAround(fn, node);
  if (!node.typeParameters?.length) return outer;
  const own = new Map<ts.Symbol, Rep>(outer);
  const signature = checker.getSignatureFromDeclaration(node)!;
  if (isGenericWanted(fn, at)) return erasing(signature.getTypeParameters() ?? [], outer);
  const parameters = signature.getParameters().map((each) => checker.getTypeOfSymbol(each));
  for (const [i, type] of parameters.entries()) {
    const rep = wanted?.params[i];
    if (rep) unify(checker, type, rep, own);
  }
  const result = wanted?.result;
  if (result && result.kind !== 'any' && !isNothing(result))
    unify(checker, signature.getReturnType(), result, own);
  // Of tuples and the like, types tell what representations do not.
  for (const type of ts.isExpression(at) ? fn.contextualTypes(at) : []) {
    for (const context of type.getCallSignatures()) {
      for (const [i, each] of context.getParameters().entries())
        if (parameters[i]) unifyTypes(fn, parameters[i], checker.getTypeOfSymbol(each), own);
      unifyTypes(fn, signature.getReturnType(), context.getReturnType(), own);
    }
  }
  for (const { name } of node.typeParameters) {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol && (own.get(symbol) ?? anyRep).kind === 'any') own.set(symbol, erasedRep);
  }
  return own;
}

/** True where the context wants a function with type parameters of its own, or takes it as it is. */
function isGenericWanted(fn: FunctionLowering, at: ts.Node): boolean {
  const types = ts.isExpression(at) ? fn.contextualTypes(at) : [];
  return (
    types.length === 0 ||
    types.some((type) => type.getCallSignatures().some((each) => each.getTypeParameters()))
  );
}

function optionsOf(
  fn: FunctionLowering,
  node: FunctionNode,
  { params, result }: FunctionRep,
  substitution: Substitution,
) {
  const declared = signatureOf(fn, node, substitution).result;
  const isOptional = result.kind === 'optional' && result.absent === 'undefined';
  const givesPerhaps = isOptional && sameRep(result.of, declared);
  return { substitution, arity: params.length, params, result, givesPerhaps } as const;
}

/** A new closure of a function, of a type that it has as a value. */
export function closureOf(
  fn: FunctionLowering,
  node: FunctionNode,
  at: ts.Node,
  rep: FunctionRep,
  substitution = substitutionAround(fn, node),
): Inst {
  const instance = instantiate(fn, node, { ...optionsOf(fn, node, rep, substitution), form: 'closure' });
  return fn.within(at, () => newClosure(fn, instance, at));
}

/**
 * A parameter of a function value, whose callers don't know its default value, unless they always pass it. What a pattern takes
 * apart may be any array.
 */
function valueParameter(
  rep: Rep,
  { initializer, name, type }: ts.ParameterDeclaration,
  wanted: Rep | undefined,
): Rep {
  const isTakenApart = ts.isArrayBindingPattern(name) && !type && !initializer;
  if (isTakenApart && rep.kind === 'array' && wanted?.kind === 'array') return wanted;
  return !initializer || (wanted && sameRep(wanted, rep)) ? rep : withUndefined(rep);
}

/** The function that the context wants; where it takes anything, that of its one function type. */
export function wantedFunction(
  fn: FunctionLowering,
  at: ts.Node,
  expected: Rep | undefined,
): FunctionRep | undefined {
  if (expected?.kind === 'function') return expected;
  if (expected?.kind === 'optional' && expected.of.kind === 'function') return expected.of;
  if (expected?.kind !== 'any' || !ts.isExpression(at)) return undefined;
  const found = fn.contextualTypes(at).flatMap((type) => {
    const rep = fn.tryRepOf(type);
    return rep?.kind === 'function' ? [rep] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** How many parameters a function value takes: fewer than declared if its type passes fewer and the rest are optional. */
export function valueArity(node: FunctionNode, declared: Signature, wanted: FunctionRep | undefined): number {
  if (!wanted || wanted.rest) return declared.params.length;
  return Math.min(declared.params.length, Math.max(wanted.params.length, requiredParameters(node)));
}

/** The classes of what coroutines give. */
const coroutineResults = ['Promise', 'Generator', 'AsyncGenerator'];

/** True for a function whose result TypeScript knows to be an array, or one of several tuples: `(x) => x.y ? [x.y, 1] : ['none']`. */
function givesArray({ checker }: FunctionLowering, node: FunctionNode): boolean {
  const type = checker.getSignatureFromDeclaration(node)?.getReturnType();
  if (!type) return false;
  return type.isUnion() ? type.types.every((each) => checker.isTupleType(each)) : checker.isArrayType(type);
}

/** Where a callback may give int or float instead of number, it gives what its caller wants. */
function refinedResult(
  fn: FunctionLowering,
  node: FunctionNode,
  declared: Rep,
  wanted: Rep | undefined,
): Rep {
  if (!wanted) return declared;
  if (isNumeric(declared) && isNumeric(wanted)) return wanted;
  const isMixed = declared.kind === 'any' && wanted.kind === 'array' && givesArray(fn, node);
  if ((isMixed || isLooserArray(declared, wanted)) && !isCoroutine(node)) return wanted;
  if (declared.kind === 'void' && declared.isNever) return wanted;
  // So may coroutines, with what their promises are fulfilled with, or what they yield and are sent.
  const isBoth = (name: string) => isLibraryObject(declared, name) && isLibraryObject(wanted, name);
  if (coroutineResults.some(isBoth)) return wanted;
  if (isCoroutine(node)) return declared;
  // What has a special type is as well one of the general type that is wanted.
  if (declared.kind === 'object' && wanted.kind === 'object' && isUsableAs(declared, wanted)) return wanted;
  if (wanted.kind === 'optional' || wanted.kind === 'any' || wanted.kind === 'void') return wanted;
  return declared;
}
