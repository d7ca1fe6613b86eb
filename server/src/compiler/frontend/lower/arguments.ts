// Arguments of calls: in the representations of the parameters, with default values, `...array` and `...tuple`, and
// collected in an array for a rest parameter.
import type { Inst } from '../../ir/ir.ts';
import { fixedCount } from '../assignability.ts';
import { isPassedByCallers } from '../default-values.ts';
import { fail } from '../diagnostics.ts';
import { parametersOf } from '../parameters.ts';
import { isLibrarySymbol } from '../program.ts';
import type { ArrayRep, FunctionRep, Rep } from '../reps.ts';
import { isNothing, sameRep, undefinedRep, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';
import {
  arrayLength,
  arrayOfExpressions,
  arrayOfIterated,
  isArrayRep,
  loadElement,
  loadUnchecked,
} from './arrays.ts';
import type { FunctionNode } from './captures.ts';
import { convert } from './conversions.ts';
import { valueOrDefault } from './defaults.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { assertType } from './narrowing.ts';
import { valueOrNone } from './optional-results.ts';
import { isPerhapsArgument, mayLack } from './perhaps-calls.ts';
import { instOf, type Value } from './value.ts';

/** What a call passes. */
export type Parameters = Pick<FunctionRep, 'params' | 'rest'>;

/**
 * The arguments of a call of code that is known: default values that are literals are passed by the caller. Fewer than
 * there are parameters if other arguments are left out; optional where the function has to look for the default value.
 * `leading` are arguments before those that are written.
 */
export function lowerArguments(
  fn: FunctionLowering,
  target: FunctionNode,
  parameters: Parameters,
  nodes: readonly ts.Expression[],
  node: ts.Node,
  leading: readonly Value[] = [],
): Value[] {
  const given = new Arguments(fn, nodes, node, leading);
  const args = fixedArguments(fn, target, parameters, given, true);
  addLiteralDefaults(fn, target, parameters, args);
  return withRest(parameters, args, given);
}

/** The arguments of a call that passes all parameters: undefined for those that are left out. */
export function lowerAllArguments(
  fn: FunctionLowering,
  target: FunctionNode | undefined,
  parameters: Parameters,
  nodes: readonly ts.Expression[],
  node: ts.Node,
  leading: readonly Value[] = [],
): Value[] {
  const given = new Arguments(fn, nodes, node, leading);
  const args = fixedArguments(fn, target, parameters, given);
  for (const rep of parameters.params.slice(args.length, fixedCount(parameters)))
    args.push(missingArgument(fn, target && parametersOf(target)[args.length], rep, node));
  return withRest(parameters, args, given);
}

/** All arguments of a call of what the machine or the runtime does directly. */
export function allArguments(fn: FunctionLowering, node: ts.CallExpression, rep: Rep): Value[] {
  const given = new Arguments(fn, node.arguments, node, []);
  const args: Value[] = [];
  for (let each = given.next(rep); each && !given.isOpen; each = given.next(rep)) args.push(each.value);
  return given.isOpen ? fail(node, 'GN1001', 'spreading an array here, whose length is not known,') : args;
}

/** True for arrays of objects that the library takes as ones of anything: it only reads them. */
function isRead(target: FunctionNode | undefined, { rep: from }: Value, rep: Rep): boolean {
  const isOfAny = rep.kind === 'array' && rep.element.kind === 'any';
  const isOfObjects = from.kind === 'array' && from.element.kind === 'object';
  return target !== undefined && isInLibrary(target) && isOfAny && isOfObjects;
}

/** True for a typed array that is given as `ArrayLike<number>`, of which a function is compiled for its own kind. */
function isViewAsLike(fn: FunctionLowering, { rep }: Value, parameter: ts.ParameterDeclaration): boolean {
  if (rep.kind !== 'typedArray') return false;
  const type = fn.checker.getTypeAtLocation(parameter);
  return type.symbol?.name === 'ArrayLike' && isLibrarySymbol(type.symbol);
}

/** Those for parameters of their own, as many as there are. */
function fixedArguments(
  fn: FunctionLowering,
  target: FunctionNode | undefined,
  parameters: Parameters,
  given: Arguments,
  /** The function can be compiled for what it is given. */
  isSpecialised = false,
): Value[] {
  const args: Value[] = [];
  for (const [i, rep] of parameters.params.slice(0, fixedCount(parameters)).entries()) {
    const parameter = target && parametersOf(target)[i];
    const isPerhaps = isSpecialised && parameter && isPerhapsArgument(fn, given.nextNode, parameter, rep);
    const hasDefault = parameter?.initializer && given.nextNode && mayLack(fn, given.nextNode);
    const wanted = isPerhaps || hasDefault ? withUndefined(rep) : rep;
    const argument = given.next(wanted);
    if (!argument) break;
    const { value, node } = argument;
    if (isPerhaps && sameRep(value.rep, wanted)) args.push(value);
    else if (isSpecialised && parameter && isViewAsLike(fn, value, parameter)) args.push(value);
    else if (parameter?.initializer) args.push(withDefault(fn, parameter, value, rep, node));
    else args.push(isRead(target, value, rep) ? { ...value, rep } : convert(fn, value, rep, node));
  }
  return args;
}

/** What is passed for a parameter with a default value: undefined is what is not there. */
function withDefault(
  fn: FunctionLowering,
  parameter: ts.ParameterDeclaration,
  value: Value,
  rep: Rep,
  node: ts.Node,
): Value {
  const mayLack = isNothing(value.rep) || value.rep.kind === 'optional' || value.rep.kind === 'any';
  if (!mayLack || rep.kind === 'any') return convert(fn, value, rep, node);
  const wanted = withUndefined(rep);
  const given = convert(fn, value, wanted, node);
  if (sameRep(wanted, rep) || !isPassedByCallers(fn.checker, parameter)) return given;
  return convert(fn, valueOrDefault(fn, given, parameter.initializer), rep, node);
}

/** Literals for the parameters that are left out, if that is all that is missing. */
function addLiteralDefaults(
  fn: FunctionLowering,
  target: FunctionNode,
  parameters: Parameters,
  args: Value[],
): void {
  const missing = parametersOf(target).slice(args.length, fixedCount(parameters));
  const isKnown = (parameter: ts.ParameterDeclaration) =>
    parameter.initializer ? isPassedByCallers(fn.checker, parameter) : parameter.questionToken;
  if (!missing.every(isKnown)) return;
  for (const parameter of missing)
    args.push(missingArgument(fn, parameter, parameters.params[args.length]!, parameter));
}

/** What is passed where an argument is left out: a default value that is a literal, or undefined. */
function missingArgument(
  fn: FunctionLowering,
  parameter: ts.ParameterDeclaration | undefined,
  rep: Rep,
  node: ts.Node,
): Value {
  const initializer = parameter?.initializer;
  return initializer && isPassedByCallers(fn.checker, parameter)
    ? convert(fn, lowerExpression(fn, initializer, rep), rep, initializer)
    : convert(fn, { rep: undefinedRep }, rep, node);
}

/** Adds the array of all further arguments; without a rest parameter they are computed all the same. */
function withRest(parameters: Parameters, args: Value[], given: Arguments): Value[] {
  const fixed = fixedCount(parameters);
  const rep = parameters.params[fixed];
  if (args.length < fixed) return args;
  if (rep?.kind === 'array') return [...args, given.rest(rep)];
  given.dropRest();
  return args;
}

interface Argument {
  readonly value: Value;
  readonly node: ts.Node;
}

/** The arguments of a call one after another; a tuple that is spread counts as its elements. */
class Arguments {
  private position = 0;
  /** Elements of a tuple that was spread, not taken yet. */
  private elements: Argument[];
  /** What a spread tuple has beyond those: `...string[]`. */
  private tail: Value | undefined;
  /** An array that was spread last, of which only the board knows the length, and how many of its elements are taken. */
  private open: { readonly array: Value; taken: number; readonly node: ts.Expression } | undefined;

  constructor(
    private readonly fn: FunctionLowering,
    private readonly nodes: readonly ts.Expression[],
    /** The call. */
    private readonly node: ts.Node,
    /** Arguments before those that are written. */
    leading: readonly Value[],
  ) {
    this.tail = leading.find(({ isRest }) => isRest);
    this.elements = leading.filter((value) => value !== this.tail).map((value) => ({ value, node }));
  }

  /** True once an array is spread of which only the board knows the length: there is always a next argument. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** The next argument, if it is written as it is passed. */
  get nextNode(): ts.Expression | undefined {
    if (this.elements.length > 0 || this.open || this.tail) return undefined;
    return this.nodes[this.position];
  }

  /** The next argument, if there is one, lowered for a parameter of that representation. */
  next(rep: Rep): Argument | undefined {
    for (;;) {
      const element = this.elements.shift();
      if (element) return element;
      if (this.open) return this.nextOpen(this.open);
      const node = this.nodes[this.position];
      if (!node || this.tail) return undefined;
      this.position++;
      if (!ts.isSpreadElement(node)) return { value: lowerExpression(this.fn, node, rep), node };
      this.takeApart(node.expression);
    }
  }

  /** The next element of an open array; undefined where it ends. */
  private nextOpen(open: { readonly array: Value; taken: number; readonly node: ts.Expression }): Argument {
    const { fn } = this;
    const { array, node } = open;
    const rep = array.rep as ArrayRep;
    const index = fn.b.iconst(open.taken++);
    const isThere = fn.b.icmp('lt', index, arrayLength(fn, instOf(array)));
    const load = () => loadUnchecked(fn, rep, instOf(array), index);
    return { value: valueOrNone(fn, rep.element, isThere, node, load), node };
  }

  /** All that is left of an open array, as elements of an array that is wanted. */
  private restOfOpen(rep: ArrayRep): Value | undefined {
    const { fn, open } = this;
    if (!open) return undefined;
    const { array, taken, node } = open;
    const int = (inst: Inst): Value => ({ rep: { kind: 'int' }, inst });
    const range = [int(fn.b.iconst(taken)), int(arrayLength(fn, instOf(array)))];
    const left = callLibrary(fn, 'array_slice', [array, ...range], node);
    return sameRep(left.rep, rep) ? left : arrayOfIterated(fn, left, node, rep);
  }

  /** All that is left, as a new array. */
  rest(rep: ArrayRep): Value {
    const { fn, elements } = this;
    const tail = this.tail ?? this.restOfOpen(rep);
    const nodes = this.nodes.slice(this.position);
    const leading = elements.map(({ value, node }) => convert(fn, value, rep.element, node));
    return arrayOfExpressions(fn, rep, leading, tail, nodes, this.node);
  }

  dropRest(): void {
    for (const node of this.nodes.slice(this.position))
      lowerExpression(this.fn, ts.isSpreadElement(node) ? node.expression : node);
  }

  private takeApart(node: ts.Expression): void {
    const { fn } = this;
    const { checker } = fn;
    const type = checker.getTypeAtLocation(node);
    const isTuple = checker.isTupleType(type);
    if (!isTuple && this.position < this.nodes.length)
      fail(node, 'GN1001', 'spreading an array here, whose length is not known, before other arguments');
    const given = lowerExpression(fn, node);
    const value = given.rep.kind === 'any' ? callLibrary(fn, 'any_iterated', [given], node) : given;
    const { rep } = value;
    if (!isArrayRep(rep)) fail(node, 'GN1001', 'spreading this');
    if (!isTuple) {
      if (rep.kind !== 'array') fail(node, 'GN1001', 'spreading a typed array here');
      this.open = { array: value, taken: 0, node };
      return;
    }
    const tuple = type as ts.TupleTypeReference;
    const array = instOf(value);
    for (const [i, elementType] of checker.getTypeArguments(tuple).entries()) {
      const flags = tuple.target.elementFlags[i] ?? ts.ElementFlags.Required;
      const index = fn.b.iconst(i);
      if (flags & ts.ElementFlags.Variable) {
        const end: Value = { rep: { kind: 'int' }, inst: arrayLength(fn, array) };
        this.tail = callLibrary(fn, 'array_slice', [value, { rep: { kind: 'int' }, inst: index }, end], node);
        return;
      }
      const known = fn.repOf(elementType, node);
      const element = fn.within(node, () =>
        flags & ts.ElementFlags.Optional
          ? valueOrNone(fn, known, fn.b.icmp('lt', index, arrayLength(fn, array)), node, () =>
              convert(fn, loadUnchecked(fn, rep, array, index), withUndefined(known), node),
            )
          : assertType(fn, loadElement(fn, rep, array, index), known, node),
      );
      this.elements.push({ value: element, node });
    }
  }
}
