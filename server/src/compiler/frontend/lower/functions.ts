// Functions: signatures, bodies, and functions as values.
import type { Inst, IrFunction } from '../../ir/ir.ts';
import { askedResult } from '../asked-functions.ts';
import { isUsableAs } from '../assignability.ts';
import { isStatic } from '../class-members.ts';
import { classSymbolName, isDefaultExport, isGlobalClass } from '../class-names.ts';
import { isVirtual, takesUndefined, virtualParameter } from '../default-values.ts';
import { fail } from '../diagnostics.ts';
import { withContext } from '../erased-types.ts';
import { answersLoosely } from '../loose-answers.ts';
import { moduleOf } from '../modules.ts';
import { isTopLevel, namespacePrefix } from '../namespaces.ts';
import { repTitle } from '../object-layout.ts';
import { parametersOf } from '../parameters.ts';
import type { Substitution } from '../rep-of-type.ts';
import { noSubstitution, repOfRest, repOfType, tryRepOfType } from '../rep-of-type.ts';
import type { Rep } from '../reps.ts';
import {
  anyRep,
  heldRep,
  parametersText,
  repName,
  sameRep,
  undefinedRep,
  voidRep,
  withUndefined,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import { arrayAt, newArray } from './arrays.ts';
import { type FunctionNode, isCoroutine, isFunctionNode, isGlobalDeclaration, isPart } from './captures.ts';
import { bindClassCaptures } from './class-captures.ts';
import { lowerFactory } from './class-factories.ts';
import { beginConstruction, classAround, classOfStaticThis, lowerFields } from './classes.ts';
import { bindCapture, bindClosureCaptures, capturedVariables, captureType } from './closures.ts';
import { convert } from './conversions.ts';
import { beginCoroutine } from './coroutines.ts';
import { valueOrDefault } from './defaults.ts';
import { lowerExpression, lowerTo, requirePresent } from './expressions.ts';
import { FunctionLowering } from './function.ts';
import { shownFunction } from './function-names.ts';
import { isInCell, isInLibrary } from './globals.ts';
import type { CapturedVariable, FunctionInstance } from './instances.ts';
import type { ModuleLowering } from './module.ts';
import { lowerPart } from './parts.ts';
import { parameterType, passed, received } from './passing.ts';
import { bindPattern } from './patterns.ts';
import { lowerStatements } from './statements.ts';
import type { Value } from './value.ts';

/** Parameters and result of a function as declared. */
export interface Signature {
  readonly params: readonly Rep[];
  /** True if the last parameter takes all further arguments. */
  readonly rest: boolean;
  readonly result: Rep;
}

/** The declared signature; gives up on what can't be called yet. */
export function signatureOf(fn: FunctionLowering, node: FunctionNode, given: Substitution): Signature {
  const { checker } = fn;
  const substitution = withContext(checker, node, given);
  const params = parametersOf(node).map((parameter) => parameterRep(checker, parameter, substitution));
  const rest = parametersOf(node).at(-1)?.dotDotDotToken !== undefined;
  const signature = checker.getSignatureFromDeclaration(node);
  if (!signature) return fail(node, 'GN1001', 'this function');
  if (ts.isSetAccessor(node)) return { params, rest, result: voidRep };
  const declared = repOfType(
    checker,
    signature.getReturnType(),
    substitution,
    node.type ?? node.name ?? node,
  );
  if (declared.kind === 'boolean' && answersLoosely(checker, node)) return { params, rest, result: anyRep };
  const result = contextualResult(checker, node, substitution, declared) ?? declared;
  return { params, rest, result: result.kind === 'undefined' ? voidRep : heldRep(result) };
}

/**
 * What the context of a function wants it to give: TypeScript finds of literals in several places a type of their own,
 * whose objects are none of the type that the context has for them.
 */
function contextualResult(
  checker: ts.TypeChecker,
  node: FunctionNode,
  substitution: Substitution,
  declared: Rep,
): Rep | undefined {
  if (node.type || !(ts.isArrowFunction(node) || ts.isFunctionExpression(node)) || isCoroutine(node))
    return undefined;
  if (declared.kind !== 'object' && declared.kind !== 'optional' && declared.kind !== 'array')
    return undefined;
  const context = checker.getContextualType(node);
  const [signature, ...others] = context ? checker.getNonNullableType(context).getCallSignatures() : [];
  if (!signature || others.length > 0) return undefined;
  const wanted = tryRepOfType(checker, signature.getReturnType(), substitution);
  // The library takes what `next` gives as it is.
  if (wanted?.kind === 'object' && wanted.layout.isResult) return undefined;
  return wanted?.kind === declared.kind && !isUsableAs(declared, wanted) ? wanted : undefined;
}

function parameterRep(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
  substitution: Substitution,
): Rep {
  const type = checker.getTypeAtLocation(parameter);
  const own = repOfType(checker, type, substitution, parameter);
  const rep = parameter.dotDotDotToken ? repOfRest(checker, type, own) : own;
  if (parameter.dotDotDotToken && rep.kind !== 'array')
    fail(parameter, 'GN1001', `a rest parameter of type '${repTitle(rep)}'`);
  // What never has a value is told about all the same where that is a mistake.
  if (rep.kind === 'void') return rep.isNever ? anyRep : undefinedRep;
  return isVirtual(parameter.parent) ? virtualParameter(checker, rep, parameter) : rep;
}

/** How many arguments a call must pass at least. */
export function requiredParameters(node: FunctionNode): number {
  let count = 0;
  for (const [i, parameter] of parametersOf(node).entries()) {
    if (!parameter.initializer && !parameter.questionToken && !parameter.dotDotDotToken) count = i + 1;
  }
  return count;
}

/**
 * Symbol of a function: by its name, the functions around it, and what it is specialised on.
 * Functions in the library are below `f.lib`, those inside cells' blocks below the cell.
 */
function baseSymbol(fn: FunctionLowering, node: FunctionNode, name: string | undefined): string {
  let outer: ts.Node = node.parent;
  while (!isFunctionNode(outer) && !ts.isSourceFile(outer)) {
    if (ts.isClassLike(outer) && name) {
      return `${symbolPrefix(node)}.${classSymbolName(outer)}.${memberPrefix(node)}${name}`;
    }
    outer = outer.parent;
  }
  const isTop = ts.isSourceFile(outer) && name !== undefined && isGlobalFunction(node);
  if (isTop) return `${symbolPrefix(node)}.${namespacePrefix(node)}${name}`;
  const prefix = fn.symbol.startsWith('f.') ? fn.symbol : `f.${fn.symbol}`;
  return name === undefined ? fn.module.anonymousSymbol(prefix) : `${outerSymbol(fn, outer)}.${name}`;
}

/** What symbols of functions begin with, by where they are declared. */
export function symbolPrefix(node: ts.Node): string {
  if (isInLibrary(node)) return 'f.lib';
  const module = moduleOf(node.getSourceFile());
  return module === undefined ? 'f' : `f.${module}`;
}

/** Tells members of the same name apart. */
function memberPrefix(node: FunctionNode): string {
  if (ts.isGetAccessor(node)) return 'get.';
  if (ts.isSetAccessor(node)) return 'set.';
  return '';
}

/** The symbol below which nested functions of `outer` are; the function being lowered may be a sibling. */
function outerSymbol(fn: FunctionLowering, outer: ts.Node): string {
  if (isFunctionNode(outer)) return fn.module.symbolOfNode(outer) ?? fn.symbol;
  return fn.symbol.startsWith('f.') ? fn.symbol.split('.').slice(0, 3).join('.') : `f.${fn.symbol}`;
}

/** True for functions declared at the top level of a cell or library file. */
export function isGlobalFunction(node: FunctionNode): boolean {
  if (ts.isFunctionDeclaration(node)) return isTopLevel(node.parent);
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  return ts.isExportAssignment(parent) || (ts.isVariableDeclaration(parent) && isGlobalDeclaration(parent));
}

/** What the type parameters around a function stand for: at the top level there are none. */
export function substitutionAround(fn: FunctionLowering, node: FunctionNode): Substitution {
  return isGlobalFunction(node) ? noSubstitution : fn.substitution;
}

/** True for the constructor, methods and accessors of a class at the top level of a cell. */
export function isMember(node: FunctionNode): boolean {
  return ts.isClassDeclaration(node.parent) && ts.isSourceFile(node.parent.parent) && isInCell(node);
}

/** True for members of classes inside of functions, whose objects hold what they capture; static ones have no object. */
function isMemberOfLocal(node: FunctionNode): boolean {
  return ts.isClassLike(node.parent) && !isGlobalClass(node.parent) && !isStatic(node as ts.ClassElement);
}

/** The name that a function is known by: its own, or that of the variable that holds it. */
export function nameOf(node: FunctionNode): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name))) return node.name.text;
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  return ts.isExportAssignment(parent) || isDefaultExport(node) ? 'default' : undefined;
}

/** What a function is asked for with; everything else follows from its declaration. */
export interface InstanceOptions {
  readonly form: 'direct' | 'closure';
  readonly substitution: Substitution;
  /** Parameters that are passed; if absent, all. */
  readonly arity?: number;
  /** Parameters in other representations than declared, by index. */
  readonly params?: readonly (Rep | undefined)[];
  readonly result?: Rep;
  readonly self?: Rep;
  readonly staticThis?: ts.ClassLikeDeclaration;
  /** True for a function that gives undefined, too, although its type does not say so (perhaps-values.ts). */
  readonly givesPerhaps?: boolean;
}

/** What such a meaning begins with. */
export const TEXT = 'text ';

/** What specialisations of a function rely on: all of it. */
export function textMeaning(node: FunctionNode): string {
  return TEXT + node.getText();
}

/** True for a function at the top level of a cell, which others know by its name. */
export function isKnownByName(node: FunctionNode): boolean {
  return isInCell(node) && isGlobalFunction(node) && namespacePrefix(node) === '';
}

/** True for a function that gives undefined, too, where nothing else than its name is known of it (asked-functions.ts). */
export function isAskedByName(fn: FunctionLowering, node: FunctionNode, substitution: Substitution): boolean {
  const { result } = signatureOf(fn, node, substitution);
  return !sameRep(askedResult(fn.checker, node, result), result);
}

/** What callers rely on: the signature, and what they pass or specialise themselves. */
export function meaningOfFunction(fn: FunctionLowering, node: FunctionNode): string {
  const isGeneric = (node.typeParameters?.length ?? 0) > 0;
  if (isGeneric) return textMeaning(node);
  const { params, rest, result } = signatureOf(fn, node, noSubstitution);
  const defaults = parametersOf(node).map(
    ({ initializer, questionToken }) => initializer?.getText() ?? (questionToken ? '?' : ''),
  );
  return `function(${parametersText({ params, rest }, repName, ',')})=>${repName(result)} ${defaults.join(',')}`;
}

/**
 * Symbol of what all values of a function share that has several, since it is seen with and without its optional parameters;
 * undefined if it has one.
 */
export function identitySymbol(fn: FunctionLowering, node: FunctionNode): string | undefined {
  const name = nameOf(node);
  const hasOne = name === undefined || requiredParameters(node) === parametersOf(node).length;
  return hasOne ? undefined : `k.identity.${fn.module.ownSymbol(node, baseSymbol(fn, node, name))}`;
}

/** Asks for a function specialised as the options say. */
export function instantiate(
  fn: FunctionLowering,
  node: FunctionNode,
  options: InstanceOptions,
): FunctionInstance {
  const substitution = withContext(fn.checker, node, options.substitution);
  const declared = signatureOf(fn, node, substitution);
  const arity = options.arity ?? declared.params.length;
  const params = declared.params.slice(0, arity).map((param, i) => options.params?.[i] ?? param);
  const given = options.result ?? declared.result;
  const result = options.givesPerhaps ? withUndefined(given) : given;
  const name = nameOf(node);
  const typeArguments = [...substitution.values()].map(repName).join();
  // At their places: (Uint8Array, number[]) is not (number[], Uint8Array).
  const adapted = params.map((param, i) => (sameRep(param, declared.params[i]!) ? '' : repName(param)));
  while (adapted.at(-1) === '') adapted.pop();
  const isSpecialised = typeArguments !== '' || adapted.length > 0 || options.givesPerhaps === true;
  const staticThis = options.staticThis ?? (classOfStaticThis(node) ? fn.staticThis : undefined);
  const base =
    fn.module.ownSymbol(node, baseSymbol(fn, node, name)) +
    (isSpecialised ? `<${[typeArguments, ...adapted].join(';')}>` : '') +
    (options.givesPerhaps ? '?' : '') +
    (arity < declared.params.length ? `.${arity}` : '') +
    (staticThis ? `@${classSymbolName(staticThis)}` : '') +
    (fn.takenBy === undefined ? '' : `@${fn.takenBy}`) +
    (options.form === 'closure' ? '.value' : '');
  const captures = isMemberOfLocal(node) ? [] : capturedVariables(fn, node, staticThis);
  const shape = shapeOf(params, result, captures, options.self);
  const isMain =
    (isGlobalFunction(node) || isMember(node)) &&
    namespacePrefix(node) === '' &&
    !isSpecialised &&
    !staticThis &&
    arity === declared.params.length;
  const instance: FunctionInstance = {
    symbol: isInLibrary(node) ? base : fn.module.world.variantOf(base, shape),
    base,
    shape,
    isMain: isMain && options.form === 'direct',
    name: name ?? '(anonymous)',
    node,
    substitution,
    params,
    result,
    form: options.form,
    captures,
    ...(options.self ? { self: options.self } : {}),
    ...(staticThis ? { staticThis } : {}),
    ...(options.givesPerhaps ? { givesPerhaps: true } : {}),
  };
  fn.module.request(instance, fn.site);
  return instance;
}

/** What code that calls a function relies on, and a closure of it. */
export function shapeOf(
  params: readonly Rep[],
  result: Rep,
  captures: readonly CapturedVariable[],
  self?: Rep,
): string {
  const captured = captures.map(({ rep, boxed }) => (boxed ? `box ${repName(rep)}` : repName(rep)));
  return `(${params.map(repName).join()})=>${repName(result)} ${captured.join()}${self ? ` this ${repName(self)}` : ''}`;
}

/** Lowers an instance of a function. */
export function lowerFunctionBody(module: ModuleLowering, instance: FunctionInstance): IrFunction {
  const { node, self } = instance;
  const ir = module.newFunction(instance.symbol, instance.name, instance.result, node);
  if (isPart(node)) {
    lowerPart(module, ir, instance);
    return ir;
  }
  ir.shown = shownFunction(module.checker, node);
  const fn = new FunctionLowering(module, ir, node.getSourceFile(), instance.result, instance.substitution);
  fn.staticThis = instance.staticThis;
  fn.givesPerhaps = instance.givesPerhaps === true;
  if (self) {
    fn.self = { rep: self, inst: fn.b.addParam(fn.b.block, parameterType(self)) };
    const owner = classAround(fn.checker, node);
    if (owner) fn.bind(owner, { kind: 'value', rep: self, value: fn.self });
    if (self.kind === 'object') {
      module.dependOnLayout(instance.symbol, self.layout);
      bindClassCaptures(fn, self.layout);
    }
  }
  if (ts.isClassLike(node)) {
    if (self) lowerFields(fn, node);
    else lowerFactory(fn, instance, node);
  } else lowerCode(fn, instance, node);
  finishFunction(fn, instance);
  return ir;
}

/** Parameters and statements. */
function lowerCode(fn: FunctionLowering, instance: FunctionInstance, node: FunctionNode): void {
  const { module, b } = fn;
  const { params, captures } = instance;
  module.nameNode(node, instance.symbol);
  const entry = b.block;
  noteGuard(fn, node);
  if (isGlobalFunction(node) && isInCell(node) && !instance.isMain) {
    // A specialisation or variant is made of the declaration as it is now.
    module.depend(instance.symbol, instance.name, textMeaning(node));
  }
  const incoming = params.map((rep) => b.addParam(entry, parameterType(rep)));
  if (instance.form === 'direct') {
    for (const capture of captures) bindCapture(fn, capture, b.addParam(entry, captureType(capture)));
  } else {
    bindClosureCaptures(fn, captures);
  }
  for (const [i, parameter] of parametersOf(node).entries()) {
    fn.at(parameter);
    const inst = incoming[i];
    const passedRep = params[i] ?? fn.repAt(parameter);
    const value = parameterValue(fn, parameter, passedRep, inst);
    if (!ts.isIdentifier(parameter.name)) {
      bindPattern(fn, parameter.name, value);
      continue;
    }
    const symbol = fn.symbolAt(parameter.name);
    // The default value has taken the place of undefined, unless the variable may become that.
    const rep =
      passedRep.kind === 'optional' && value.rep.kind !== 'optional' ? fn.repAt(parameter) : passedRep;
    const binding = fn.declare(symbol, rep, parameter);
    if (ts.isParameterPropertyDeclaration(parameter, node)) {
      const name = parameter.name.text;
      for (const each of fn.checker.getSymbolsOfParameterPropertyDeclaration(parameter, name))
        fn.bind(each, binding);
    }
    fn.write(binding, convert(fn, value, rep, parameter));
  }
  if (isFirstConstructor(fn, node)) beginConstruction(fn, node);
  const { body } = node;
  if (!body) fail(node, 'GN1001', 'a function without a body');
  if (isCoroutine(node)) {
    lowerReturn(fn, beginCoroutine(fn, node, body));
  } else if (ts.isBlock(body)) {
    lowerStatements(fn, body.statements);
  } else {
    fn.at(body);
    const value =
      instance.result.kind === 'void' ? lowerExpression(fn, body) : lowerTo(fn, body, instance.result);
    lowerReturn(fn, instance.result.kind === 'void' ? undefined : value);
  }
}

/** Of `(x: any): x is Named`, notes what it takes such values for. */
function noteGuard(fn: FunctionLowering, { type }: FunctionNode): void {
  const guarded = type && ts.isTypePredicateNode(type) && type.type;
  const rep = guarded && fn.tryRepOf(fn.checker.getTypeFromTypeNode(guarded));
  if (rep && rep.kind === 'object' && !rep.layout.declaration) fn.module.noteGuarded(rep.layout);
}

/** What a parameter holds: what was passed, its default value, or all further arguments. */
function parameterValue(
  fn: FunctionLowering,
  parameter: ts.ParameterDeclaration,
  rep: Rep,
  inst: Inst | undefined,
): Value {
  const { initializer, dotDotDotToken } = parameter;
  if (inst && !initializer && isVirtual(parameter.parent) && takesUndefined(fn.checker, parameter))
    return withoutDefault(fn, parameter, received(fn, rep, inst));
  if (inst) return valueOrDefault(fn, received(fn, rep, inst), initializer);
  if (initializer) return lowerTo(fn, initializer, rep);
  const rest = dotDotDotToken && arrayAt(rep);
  if (rest?.kind === 'array') return { rep: rest, inst: newArray(fn, rest, fn.b.iconst(0)) };
  return convert(fn, { rep: undefinedRep }, rep, parameter);
}

/** A parameter that other methods in the place of this one have a default value for: here it was passed. */
function withoutDefault(fn: FunctionLowering, parameter: ts.ParameterDeclaration, value: Value): Value {
  const rep = fn.repAt(parameter);
  if (value.rep.kind !== 'optional' || rep.kind === 'optional' || rep.kind === 'any') return value;
  return requirePresent(fn, value, parameter);
}

/** True for constructors of classes without a parent: others begin at `super(...)`. */
function isFirstConstructor(fn: FunctionLowering, node: FunctionNode): node is ts.ConstructorDeclaration {
  const self = fn.self?.rep;
  return ts.isConstructorDeclaration(node) && self?.kind === 'object' && !self.layout.parent;
}

/** Ends a function whose end may be reached: TypeScript has checked that no value is missing there. */
function finishFunction(fn: FunctionLowering, instance: FunctionInstance): void {
  const { b } = fn;
  if (!b.terminated) {
    b.position = undefined;
    if (instance.result.kind === 'void') b.return();
    else if (instance.result.kind === 'optional' || instance.result.kind === 'any') b.return(b.nullRef());
    else b.trap('unreachable');
  }
  b.finish();
}

export function lowerReturn(fn: FunctionLowering, value: Value | undefined): void {
  if (value?.inst && fn.result.kind !== 'void') fn.b.return(passed(fn, value));
  else fn.b.return();
}
