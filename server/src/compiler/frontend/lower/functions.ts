// Functions: signatures, bodies, and functions as values.
import { CLOSURE_CAPTURES, CLOSURE_CODE, HEADER_SIZE, ObjectKind } from '../../abi/objects.ts';
import type { Inst, IrFunction } from '../../ir/ir.ts';
import { memorySize } from '../../ir/types.ts';
import { fail } from '../diagnostics.ts';
import type { Substitution } from '../rep-of-type.ts';
import { noSubstitution, repOfType } from '../rep-of-type.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import { isNothing, isNumeric, isRef, memoryOf, repName, undefinedRep, valueType, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { type FunctionNode, isFunctionNode, isGlobalDeclaration } from './captures.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import { FunctionLowering } from './function.ts';
import { type CapturedVariable, type FunctionInstance, isInLibrary, type ModuleLowering } from './module.ts';
import { lowerStatements } from './statements.ts';
import { instOf, type Value } from './value.ts';

/** Parameters and result of a function as declared. */
export interface Signature {
  readonly params: readonly Rep[];
  readonly result: Rep;
}

/** The declared signature; gives up on what can't be called yet. */
export function signatureOf(fn: FunctionLowering, node: FunctionNode, substitution: Substitution): Signature {
  const { checker } = fn;
  checkSupported(node);
  const params = node.parameters.map((parameter) => parameterRep(checker, parameter, substitution));
  const signature = checker.getSignatureFromDeclaration(node);
  if (!signature) return fail(node, 'GN1001', 'this function');
  const result = repOfType(checker, signature.getReturnType(), substitution, node.type ?? node.name ?? node);
  if (result.kind === 'optional' && !isRef(result)) {
    fail(node.type ?? node.name ?? node, 'GN1002', checker.typeToString(signature.getReturnType()));
  }
  return { params, result: isNothing(result) ? voidRep : result };
}

function parameterRep(
  checker: ts.TypeChecker,
  parameter: ts.ParameterDeclaration,
  substitution: Substitution,
): Rep {
  const rep = repOfType(checker, checker.getTypeAtLocation(parameter.name), substitution, parameter);
  if (rep.kind === 'optional' && !isRef(rep)) {
    fail(parameter, 'GN1002', checker.typeToString(checker.getTypeAtLocation(parameter.name)));
  }
  return rep;
}

function checkSupported(node: FunctionNode): void {
  if (node.asteriskToken) fail(node, 'GN1001', 'a generator function');
  if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
    fail(node, 'GN1001', 'an async function');
  for (const parameter of node.parameters) {
    if (parameter.dotDotDotToken) fail(parameter, 'GN1001', 'a rest parameter');
    if (!ts.isIdentifier(parameter.name)) fail(parameter, 'GN1001', 'taking a parameter apart');
  }
}

/** How many arguments a call must pass at least. */
export function requiredParameters(node: FunctionNode): number {
  let count = 0;
  for (const [i, parameter] of node.parameters.entries()) {
    if (!parameter.initializer && !parameter.questionToken) count = i + 1;
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
    if (ts.isClassDeclaration(outer) && name) return `f.lib.${outer.name?.text}.${name}`;
    outer = outer.parent;
  }
  const isTop = ts.isSourceFile(outer) && name !== undefined && isGlobalFunction(node);
  if (isTop) return isInLibrary(node) ? `f.lib.${name}` : `f.${name}`;
  const prefix = fn.symbol.startsWith('f.') ? fn.symbol : `f.${fn.symbol}`;
  return name === undefined ? fn.module.anonymousSymbol(prefix) : `${outerSymbol(fn, outer)}.${name}`;
}

/** The symbol below which nested functions of `outer` are; the function being lowered may be a sibling. */
function outerSymbol(fn: FunctionLowering, outer: ts.Node): string {
  if (isFunctionNode(outer)) return fn.module.symbolOfNode(outer) ?? fn.symbol;
  return fn.symbol.startsWith('f.') ? fn.symbol.split('.').slice(0, 3).join('.') : `f.${fn.symbol}`;
}

/** True for functions declared at the top level of a cell or library file. */
export function isGlobalFunction(node: FunctionNode): boolean {
  if (ts.isFunctionDeclaration(node)) return ts.isSourceFile(node.parent);
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  return ts.isVariableDeclaration(parent) && isGlobalDeclaration(parent);
}

/** The name that a function is known by: its own, or that of the variable that holds it. */
export function nameOf(node: FunctionNode): string | undefined {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name && ts.isIdentifier(node.name)) return node.name.text;
  let { parent }: ts.Node = node;
  while (ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) return parent.name.text;
  return undefined;
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
}

/** What specialisations of a function rely on: all of it. */
export function textMeaning(node: FunctionNode): string {
  return `text ${node.getText()}`;
}

/** What callers rely on: the signature, and what they pass or specialise themselves. */
export function meaningOfFunction(fn: FunctionLowering, node: FunctionNode): string {
  const isGeneric = (node.typeParameters?.length ?? 0) > 0;
  if (isGeneric) return textMeaning(node);
  const { params, result } = signatureOf(fn, node, noSubstitution);
  const defaults = node.parameters.map(
    ({ initializer, questionToken }) => initializer?.getText() ?? (questionToken ? '?' : ''),
  );
  return `function(${params.map(repName).join(',')})=>${repName(result)} ${defaults.join(',')}`;
}

/** Asks for a function specialised as the options say. */
export function instantiate(
  fn: FunctionLowering,
  node: FunctionNode,
  options: InstanceOptions,
): FunctionInstance {
  const declared = signatureOf(fn, node, options.substitution);
  const arity = options.arity ?? declared.params.length;
  const params = declared.params.slice(0, arity).map((param, i) => options.params?.[i] ?? param);
  const result = options.result ?? declared.result;
  const name = nameOf(node);
  const parts = [
    ...options.substitution.values(),
    ...params.filter((param, i) => param !== declared.params[i]),
  ];
  const specialised = new Set(parts.map(repName));
  const symbol =
    fn.module.ownSymbol(node, baseSymbol(fn, node, name)) +
    (specialised.size > 0 ? `<${[...specialised].join(';')}>` : '') +
    (arity < declared.params.length ? `.${arity}` : '') +
    (options.form === 'closure' ? '.value' : '');
  const captures = capturedVariables(fn, node);
  const instance: FunctionInstance = {
    symbol,
    name: name ?? '(anonymous)',
    node,
    substitution: options.substitution,
    params,
    result,
    form: options.form,
    captures,
    ...(options.self ? { self: options.self } : {}),
  };
  fn.module.request(instance);
  return instance;
}

/** The variables of enclosing functions that a function uses, as they are bound where it is referred to. */
export function capturedVariables(fn: FunctionLowering, node: FunctionNode): CapturedVariable[] {
  const captures = fn.module.captures(node.getSourceFile());
  return captures.of(node).map((symbol) => {
    const binding = fn.binding(symbol, node);
    if (binding.rep.kind === 'optional' && !isRef(binding.rep)) {
      fail(node, 'GN1002', `${repName(binding.rep)} (captured)`);
    }
    return { symbol, rep: binding.rep, boxed: binding.kind === 'box' };
  });
}

/** What is passed for captured variables: their value, or their box. */
export function captureValues(
  fn: FunctionLowering,
  captures: readonly CapturedVariable[],
  node: ts.Node,
): Inst[] {
  return captures.map(({ symbol }) => {
    const binding = fn.binding(symbol, node);
    return binding.kind === 'box' ? fn.b.read(binding.box) : instOf(fn.read(binding));
  });
}

/** Lowers an instance of a function. */
export function lowerFunctionBody(module: ModuleLowering, instance: FunctionInstance): IrFunction {
  const { node, params, captures } = instance;
  const file = node.getSourceFile();
  const ir = module.newFunction(instance.symbol, instance.name, instance.result, node);
  const fn = new FunctionLowering(module, ir, file, instance.result, instance.substitution);
  module.nameNode(node, instance.symbol);
  const { b } = fn;
  const entry = b.block;
  if (isGlobalFunction(node) && !isInLibrary(node) && instance.symbol !== `f.${instance.name}`) {
    // A specialisation or variant is made of the declaration as it is now.
    module.depend(instance.symbol, instance.name, textMeaning(node));
  }
  if (instance.self) fn.self = { rep: instance.self, inst: b.addParam(entry, valueType(instance.self)) };
  const incoming = params.map((rep) => b.addParam(entry, valueType(rep)));
  if (instance.form === 'direct') {
    for (const capture of captures) bindCapture(fn, capture, b.addParam(entry, captureType(capture)));
  } else {
    bindClosureCaptures(fn, captures);
  }
  for (const [i, parameter] of node.parameters.entries()) {
    const symbol = fn.symbolAt(parameter.name as ts.Identifier);
    fn.at(parameter);
    const inst = incoming[i];
    const rep = params[i] ?? fn.repAt(parameter.name);
    const binding = fn.declare(symbol, rep, parameter);
    if (ts.isParameterPropertyDeclaration(parameter, node)) {
      const name = (parameter.name as ts.Identifier).text;
      for (const each of fn.checker.getSymbolsOfParameterPropertyDeclaration(parameter, name))
        fn.bind(each, binding);
    }
    if (inst) fn.write(binding, { rep, inst });
    else if (parameter.initializer) fn.write(binding, lowerTo(fn, parameter.initializer, rep));
    else fn.write(binding, convert(fn, { rep: undefinedRep }, rep, parameter));
  }
  const { body } = node;
  if (!body) return fail(node, 'GN1001', 'a function without a body');
  if (ts.isBlock(body)) {
    lowerStatements(fn, body.statements);
  } else {
    fn.at(body);
    const value =
      instance.result.kind === 'void' ? lowerExpression(fn, body) : lowerTo(fn, body, instance.result);
    lowerReturn(fn, instance.result.kind === 'void' ? undefined : value);
  }
  finishFunction(fn, instance);
  return ir;
}

/** Ends a function whose end may be reached: TypeScript has checked that no value is missing there. */
function finishFunction(fn: FunctionLowering, instance: FunctionInstance): void {
  const { b } = fn;
  if (!b.terminated) {
    b.position = undefined;
    if (instance.result.kind === 'void') b.return();
    else if (instance.result.kind === 'optional') b.return(b.nullRef());
    else b.trap('unreachable');
  }
  b.finish();
}

export function lowerReturn(fn: FunctionLowering, value: Value | undefined): void {
  if (value?.inst && fn.result.kind !== 'void') fn.b.return(value.inst);
  else fn.b.return();
}

function captureType(capture: CapturedVariable) {
  return capture.boxed ? 'ref' : valueType(capture.rep);
}

function bindCapture(fn: FunctionLowering, capture: CapturedVariable, inst: Inst): void {
  const { symbol, rep } = capture;
  if (capture.boxed) {
    const box = fn.b.declareVariable('ref', symbol.name);
    fn.b.write(box, inst);
    fn.bind(symbol, { kind: 'box', rep, box });
  } else {
    fn.bind(symbol, { kind: 'value', rep, value: { rep, inst } });
  }
}

// A closure holds references, which the collector follows: captured references first, and if there are scalars,
// last a reference to one raw object with them.

interface ClosureLayout {
  readonly refs: readonly CapturedVariable[];
  readonly scalars: readonly { readonly capture: CapturedVariable; readonly offset: number }[];
  readonly scalarBytes: number;
  readonly bytes: number;
}

function closureLayout(captures: readonly CapturedVariable[]): ClosureLayout {
  const refs = captures.filter((capture) => captureType(capture) === 'ref');
  let scalarBytes = HEADER_SIZE;
  const scalars = captures
    .filter((capture) => captureType(capture) !== 'ref')
    .map((capture) => {
      const offset = scalarBytes;
      scalarBytes += memorySize[memoryOf(capture.rep)];
      return { capture, offset };
    });
  const words = refs.length + (scalars.length > 0 ? 1 : 0);
  return { refs, scalars, scalarBytes, bytes: CLOSURE_CAPTURES + 4 * words };
}

function bindClosureCaptures(fn: FunctionLowering, captures: readonly CapturedVariable[]): void {
  if (captures.length === 0) return;
  const { b } = fn;
  const { refs, scalars } = closureLayout(captures);
  const self = b.self();
  for (const [i, capture] of refs.entries()) {
    bindCapture(fn, capture, b.load('ref', 'capture', self, CLOSURE_CAPTURES + 4 * i));
  }
  if (scalars.length === 0) return;
  const raw = b.load('ref', 'capture', self, CLOSURE_CAPTURES + 4 * refs.length);
  for (const { capture, offset } of scalars) {
    bindCapture(fn, capture, b.load(memoryOf(capture.rep), 'capture', raw, offset));
  }
}

/** A function as a value: a constant if it captures nothing, else a new closure. */
export function functionValue(fn: FunctionLowering, node: FunctionNode, at: ts.Node, expected?: Rep): Value {
  const wanted = expected?.kind === 'function' ? expected : undefined;
  if (node.typeParameters?.length) fail(at, 'GN1004', 'a generic function');
  const declared = signatureOf(fn, node, fn.substitution);
  const arity = valueArity(node, declared, wanted);
  const isInline = nameOf(node) === undefined;
  const result = isInline ? refinedResult(declared.result, wanted?.result) : declared.result;
  const params = declared.params.slice(0, arity);
  const rep: FunctionRep = { kind: 'function', params, result };
  const captured = capturedVariables(fn, node);
  const options = { substitution: fn.substitution, arity, result } as const;
  if (captured.length === 0) {
    const instance = instantiate(fn, node, { ...options, form: 'direct' });
    return { rep, inst: fn.b.object(fn.module.functionConstant(instance.symbol)) };
  }
  const instance = instantiate(fn, node, { ...options, form: 'closure' });
  return { rep, inst: fn.within(at, () => newClosure(fn, instance, at)) };
}

/** How many parameters a function value takes: fewer than declared if its type passes fewer and the rest are optional. */
function valueArity(node: FunctionNode, declared: Signature, wanted: FunctionRep | undefined): number {
  if (!wanted) return declared.params.length;
  return Math.min(declared.params.length, Math.max(wanted.params.length, requiredParameters(node)));
}

/** Where a callback may give int or float instead of number, it gives what its caller wants. */
function refinedResult(declared: Rep, wanted: Rep | undefined): Rep {
  if (!wanted) return declared;
  if (isNumeric(declared) && isNumeric(wanted)) return wanted;
  if (wanted.kind === 'optional' || wanted.kind === 'void') return wanted;
  return declared;
}

function newClosure(fn: FunctionLowering, instance: FunctionInstance, node: ts.Node): Inst {
  const { b } = fn;
  const { refs, scalars, scalarBytes, bytes } = closureLayout(instance.captures);
  const values = captureValues(fn, instance.captures, node);
  const passed = new Map(instance.captures.map((capture, i) => [capture, values[i]!]));
  let raw: Inst | undefined;
  if (scalars.length > 0) {
    raw = b.helper('gn_alloc', b.iconst(ObjectKind.raw), b.iconst(scalarBytes));
    for (const { capture, offset } of scalars) {
      b.store(memoryOf(capture.rep), 'capture', passed.get(capture)!, raw, offset);
    }
  }
  const closure = b.helper('gn_alloc', b.iconst(ObjectKind.closure), b.iconst(bytes));
  b.store('i32', 'capture', b.address(instance.symbol), closure, CLOSURE_CODE);
  for (const [i, capture] of refs.entries()) {
    b.store('ref', 'capture', passed.get(capture)!, closure, CLOSURE_CAPTURES + 4 * i);
  }
  if (raw) b.store('ref', 'capture', raw, closure, CLOSURE_CAPTURES + 4 * refs.length);
  return closure;
}
