// Conversions between representations: assignments, arguments, conditions.

import type { Inst } from '../../ir/ir.ts';
import { isCallableAs, isObjectLike, isUsableAs, openingFor } from '../assignability.ts';
import { fail } from '../diagnostics.ts';
import { keysOpening } from '../dictionary-types.ts';
import { joiningOf } from '../joined-types.ts';
import { openingForMixed } from '../mixed-arrays.ts';
import { isJavaScriptPath } from '../modules.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { INDEXED_ARRAYS, keysShape, type Opening } from '../open-shapes.ts';
import type { ObjectRep, OptionalRep, Rep } from '../reps.ts';
import { floatRep, intRep, isNothing, isRef, numberRep, sameRep, valueType } from '../reps.ts';
import { openingsForContents } from '../shared-contents.ts';
import { ts } from '../typescript.ts';
import { isMadeArray } from '../untyped-origins.ts';
import { adaptFunction } from './adapters.ts';
import { fromAny, isAbsent, toAny } from './any.ts';
import { emptyArray } from './array-callbacks.ts';
import { isDictionary, valueRep } from './dictionaries.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { asIteration } from './iterators.ts';
import { callLibrary } from './library-calls.ts';
import { promiseAs } from './promise-views.ts';
import { constantOf, instOf, isInt32, type Value } from './value.ts';

/** The value in another representation, as an assignment to a variable of it does. */
export function convert(fn: FunctionLowering, value: Value, to: Rep, node: ts.Node): Value {
  const from = value.rep;
  if (to.kind === 'void') return { rep: to };
  if (from.kind === 'void' && from.isNever) return placeholder(fn, to);
  if (to.kind === 'any') return toAny(fn, value, node);
  if (isNothing(to) && isNothing(from)) return { rep: to, inst: fn.b.nullRef() };
  if (from.kind === 'any') return fromAny(fn, value, to, node);
  if (isNothing(to) && from.kind === 'optional') return nothing(fn, value, to, node);
  if (to.kind === 'int') return { rep: to, inst: toInt(fn, value, node) };
  if (to.kind === 'float') return { rep: to, inst: toFloat(fn, value, node) };
  if (to.kind === 'number') return { rep: to, inst: toNumber(fn, value, node) };
  if (to.kind === 'optional') return toOptional(fn, value, to, node);
  if (sameRep(from, to)) return value;
  if (to.kind === 'object' && !(from.kind === 'object' && isObjectLike(from, to))) {
    const iteration = asIteration(fn, value, to, node);
    if (iteration) return iteration;
  }
  if (from.kind === 'optional') return convert(fn, promised(fn, value, node), to, node);
  if (isNothing(from)) fail(node, 'GN1005', 'the value');
  if (from.kind === 'object' && to.kind === 'object') {
    if (isObjectLike(from, to) || fn.module.withOpenings(openingsForContents(from, to)))
      return { ...value, rep: to };
    const isUsable =
      fn.module.withOpening(openingFor(from, to)) ||
      fn.module.withRemade(openingOfKeys(fn, from, to, node)) ||
      fn.module.withAllRemade(joiningOf(from, to));
    if (isUsable) return { ...value, rep: to };
    return promiseAs(fn, value, to, node) ?? mismatch(value, to, node);
  }
  if (from.kind === 'array' && to.kind === 'array') {
    if (fn.module.withOpenings(openingsForContents(from, to)) || fn.module.withAllRemade(joiningOf(from, to)))
      return { ...value, rep: to };
    if (from.element.kind === 'any' && isMadeArray(fn.checker, node))
      return fromAny(fn, toAny(fn, value, node), to, node);
    if (isMadeEmpty(fn, node)) return emptyArray(fn, to, node);
    return fn.module.withRemade(openingForMixed(from, to))
      ? { ...value, rep: to }
      : fail(node, 'GN2003', repTitle(from), repTitle(to));
  }
  if (from.kind === 'function' && to.kind === 'function')
    return isCallableAs(from, to) ? { ...value, rep: to } : adaptFunction(fn, value, to, node);
  const asArrays = { shape: INDEXED_ARRAYS, forms: [] };
  if (from.kind === 'array' && isDictionary(to) && fn.module.withRemade(asArrays))
    return { ...value, rep: to };
  return fail(node, 'GN2004', repTitle(from), repTitle(to));
}

/** What TypeScript takes for nothing, though a call may have assigned something meanwhile. */
function nothing(fn: FunctionLowering, value: Value, to: Rep, node: ts.Node): Value {
  fn.within(node, () => fn.b.check(fn.b.op('ixor', isPresent(fn, value), fn.b.iconst(1)), 'cast'));
  return { rep: to, inst: fn.b.nullRef() };
}

/** True for `[]`, and for what a call makes without elements, as `[].slice()` does: it can be of any kind. */
function isMadeEmpty({ checker }: FunctionLowering, node: ts.Node): boolean {
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (!ts.isCallExpression(node)) return false;
  const element = checker.getIndexTypeOfType(checker.getTypeAtLocation(node), ts.IndexKind.Number);
  return element !== undefined && (element.flags & ts.TypeFlags.Never) !== 0;
}

/**
 * A value that has to be there, since its type says that it is (of `grid[y]?.[x]` TypeScript does not know better), or
 * JavaScript uses it so.
 */
export function promised(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const isSaid = ts.isExpression(node) && !mayBeNothing(fn.checker.getTypeAtLocation(node));
  if (!isSaid && !isJavaScriptPath(node.getSourceFile().fileName)) fail(node, 'GN1005', 'the value');
  fn.within(node, () => fn.b.check(isPresent(fn, value), 'nullReference'));
  return unwrapped(value);
}

function mayBeNothing(type: ts.Type): boolean {
  const nothing =
    ts.TypeFlags.Undefined |
    ts.TypeFlags.Null |
    ts.TypeFlags.Void |
    ts.TypeFlags.Any |
    ts.TypeFlags.Unknown |
    ts.TypeFlags.TypeParameter;
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & nothing);
}

/** What makes an object a dictionary, or a dictionary one of any values, where the one is given and the other wanted. */
function openingOfKeys(
  fn: FunctionLowering,
  from: ObjectRep,
  to: ObjectRep,
  node: ts.Node,
): Opening | undefined {
  if (isDictionary(from) && isDictionary(to)) {
    const own = fn.checker.getTypeAtLocation(node);
    const names = own.getProperties().map(({ name }) => name);
    const isIndexed = fn.checker.getIndexInfosOfType(own).length > 0;
    return isIndexed || names.length === 0 || valueRep(to).kind !== 'any'
      ? undefined
      : { shape: keysShape(names, true), forms: [] };
  }
  if (isDictionary(to)) return keysOpening(from.layout, valueRep(to));
  return isDictionary(from) ? keysOpening(to.layout, valueRep(from)) : undefined;
}

/** Stands for the value of what never returns. */
function placeholder(fn: FunctionLowering, rep: Rep): Value {
  const inst = isRef(rep) ? fn.b.nullRef() : fn.b.constant(valueType(rep), 0);
  return rep.kind === 'optional' && !isRef(rep) ? { rep, inst, present: fn.b.iconst(0) } : { rep, inst };
}

function toOptional(fn: FunctionLowering, value: Value, rep: OptionalRep, node: ts.Node): Value {
  const { of } = rep;
  if (isNothing(value.rep)) {
    if (isRef(of)) return { rep, inst: fn.b.nullRef() };
    return { rep, inst: fn.b.constant(valueType(of), 0), present: fn.b.iconst(0) };
  }
  if (value.rep.kind === 'optional') {
    if (sameRep(value.rep.of, of)) return { ...value, rep };
    if (isRef(of) && !isUsableAs(value.rep.of, of)) {
      const there = () => instOf(convert(fn, unwrapped(value), of, node));
      return { rep, inst: choose(fn, isPresent(fn, value), there, () => fn.b.nullRef()) };
    }
    const inner = convert(fn, unwrapped(value), of, node);
    return { ...inner, rep, ...(value.present ? { present: value.present } : {}) };
  }
  const inner = convert(fn, value, of, node);
  return isRef(of) ? { rep, inst: instOf(inner) } : { rep, inst: instOf(inner), present: fn.b.iconst(1) };
}

/** The value of an optional that is known to be there. */
export function unwrapped(value: Value): Value {
  if (value.rep.kind !== 'optional') return value;
  return { rep: value.rep.of, ...(value.inst ? { inst: value.inst } : {}) };
}

/** The number as an int32; a trap if it is none. */
export function toInt(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { rep } = value;
  if (rep.kind === 'int') return instOf(value);
  const constant = constantOf(value);
  if (rep.kind === 'number' || rep.kind === 'float') {
    if (constant !== undefined) {
      if (!isInt32(constant)) fail(node, 'GN2001', String(constant));
      return fn.b.iconst(constant);
    }
    if (value.quotient) fail(node, 'GN2002');
    return fn.within(node, () => toIntChecked(fn, toNumber(fn, value, node)));
  }
  if (rep.kind === 'optional') return toInt(fn, promised(fn, value, node), node);
  if (rep.kind === 'any') return instOf(fromAny(fn, value, intRep, node));
  return mismatch(value, intRep, node);
}

/** The double as an int32; nothing to do for one that was made from an int32. */
function toIntChecked(fn: FunctionLowering, double: Inst): Inst {
  if (double.op === 'i2d') return double.args[0]!;
  const operands = double.op === 'drem' ? intOperands(fn, double) : undefined;
  if (!operands) return fn.b.d2iExact(double);
  const [a, b] = operands;
  fn.b.check(fn.b.icmp('ne', b, fn.b.iconst(0)), 'divisionByZero');
  return fn.b.op('irem', a, b);
}

/** The operands of a double operation as int32, if both were made from one. */
function intOperands(fn: FunctionLowering, double: Inst): [Inst, Inst] | undefined {
  const source = (inst: Inst | undefined): Inst | undefined => {
    if (inst?.op === 'i2d') return inst.args[0];
    const { imm } = inst ?? {};
    return inst?.op === 'dconst' && imm !== undefined && isInt32(imm) ? fn.b.iconst(imm) : undefined;
  };
  const a = source(double.args[0]);
  const b = a && source(double.args[1]);
  return a && b && [a, b];
}

export function toFloat(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const inst = value.inst;
  const constant = constantOf(value);
  switch (value.rep.kind) {
    case 'float':
      return instOf(value);
    case 'int':
      return fn.b.op('i2f', instOf(value));
    case 'number':
      if (constant !== undefined) return fn.b.fconst(constant);
      return inst?.op === 'f2d' ? inst.args[0]! : fn.b.op('d2f', instOf(value));
    case 'optional':
      return toFloat(fn, promised(fn, value, node), node);
    case 'any':
      return instOf(fromAny(fn, value, floatRep, node));
    default:
      return mismatch(value, floatRep, node);
  }
}

export function toNumber(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  switch (value.rep.kind) {
    case 'number':
      return instOf(value);
    case 'int':
      return fn.b.op('i2d', instOf(value));
    case 'float':
      return fn.b.op('f2d', instOf(value));
    case 'optional':
      return toNumber(fn, promised(fn, value, node), node);
    case 'any':
      return instOf(fromAny(fn, value, numberRep, node));
    default:
      return mismatch(value, numberRep, node);
  }
}

/** ToInt32, as the bitwise operators do. */
export function toInt32(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const inst = instOf(value);
  switch (value.rep.kind) {
    case 'int':
    case 'boolean':
      return inst;
    case 'float':
      return fn.b.op('f2i', inst);
    case 'number':
      return doubleToInt32(fn, inst);
    default:
      return mismatch(value, intRep, node);
  }
}

/** ToInt32 of a double: `(a / b) | 0` and `(a % b) | 0` of ints are integer operations (which give 0 for b = 0). */
function doubleToInt32(fn: FunctionLowering, double: Inst): Inst {
  if (double.op === 'i2d' || double.op === 'u2d') return double.args[0]!;
  if (double.op === 'ddiv' || double.op === 'drem') {
    const operands = intOperands(fn, double);
    if (operands) return fn.b.op(double.op === 'ddiv' ? 'idiv' : 'irem', ...operands);
  }
  return fn.b.op('d2i', double);
}

/** Math.trunc of a quotient of ints as an int32, if the value is one. */
export function truncatedQuotient(fn: FunctionLowering, double: Inst): Inst | undefined {
  const divisor = double.args[1];
  // Only a constant divisor is known not to be zero; and -2^31 / -1 does not fit.
  if (double.op !== 'ddiv' || divisor?.op !== 'dconst' || divisor.imm === 0 || divisor.imm === -1)
    return undefined;
  const operands = intOperands(fn, double);
  return operands && fn.b.op('idiv', ...operands);
}

function mismatch(value: Value, to: Rep, node: ts.Node): never {
  if (value.rep.kind === 'optional' || isNothing(value.rep)) fail(node, 'GN1005', 'the value');
  if (value.rep.kind === 'object' && to.kind === 'object' && isOtherClass(value.rep.layout, to.layout))
    return fail(node, 'GN2005', `a value of type '${repTitle(value.rep)}'`, repTitle(to));
  return fail(node, 'GN2004', repTitle(value.rep), repTitle(to));
}

/** True for a class of the program's that is not the one which another cell had by its name. */
function isOtherClass(from: ObjectLayout, { declaration, title }: ObjectLayout): boolean {
  return declaration !== undefined && !isInLibrary(declaration) && from.title !== title;
}

/** 1 if the value counts as true in a condition, else 0. */
export function toBoolean(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { b } = fn;
  switch (value.rep.kind) {
    case 'boolean':
      return instOf(value);
    case 'int':
      return b.icmp('ne', instOf(value), b.iconst(0));
    case 'number':
      // Greater than zero in size: false for NaN too.
      return b.dcmp('gt', b.op('dabs', instOf(value)), b.dconst(0));
    case 'float':
      return b.fcmp('gt', b.op('fabs', instOf(value)), b.fconst(0));
    case 'string':
      return b.icmp('ne', stringLength(fn, instOf(value)), b.iconst(0));
    case 'undefined':
    case 'null':
    case 'void':
      return b.iconst(0);
    case 'any':
      return instOf(callLibrary(fn, 'any_truth', [value], node));
    case 'optional': {
      const inner = unwrapped(value);
      const there = isPresent(fn, value);
      if (!value.present && inner.rep.kind !== 'string') return there;
      return choose(
        fn,
        there,
        () => toBoolean(fn, inner, node),
        () => b.iconst(0),
      );
    }
    case 'either': {
      const { isFirst, first, second } = value.either!;
      return choose(
        fn,
        isFirst,
        () => toBoolean(fn, first, node),
        () => toBoolean(fn, second, node),
      );
    }
    default:
      return b.iconst(1);
  }
}

/** 1 if an optional has a value. */
export function isPresent(fn: FunctionLowering, value: Value): Inst {
  if (isNothing(value.rep)) return fn.b.iconst(0);
  if (value.rep.kind === 'any') {
    const nothing = fn.b.op('ior', isAbsent(fn, value, 'null'), isAbsent(fn, value, 'undefined'));
    return fn.b.op('ixor', nothing, fn.b.iconst(1));
  }
  if (value.rep.kind !== 'optional') return fn.b.iconst(1);
  return value.present ?? fn.b.rcmp('ne', instOf(value), fn.b.nullRef());
}

/** Does something with a value where it is not undefined or null. */
export function whenPresent(fn: FunctionLowering, value: Value, action: (value: Value) => void): void {
  if (isNothing(value.rep)) return;
  if (value.rep.kind !== 'optional') {
    action(value);
    return;
  }
  const { b } = fn;
  const there = b.createBlock();
  const join = b.createBlock();
  b.branch(isPresent(fn, value), there, join);
  b.enterSealed(there);
  action(unwrapped(value));
  b.jump(join);
  b.enterSealed(join);
}

/** The value of one of two computations, of which only the chosen one happens. */
export function choose(fn: FunctionLowering, condition: Inst, ifTrue: () => Inst, ifFalse: () => Inst): Inst {
  const { b } = fn;
  const whenTrue = b.createBlock();
  const whenFalse = b.createBlock();
  b.branch(condition, whenTrue, whenFalse);
  b.enterSealed(whenTrue);
  const first = ifTrue();
  const variable = b.declareVariable(first.type as Exclude<typeof first.type, 'void'>);
  const join = b.createBlock();
  b.write(variable, first);
  b.jump(join);
  b.enterSealed(whenFalse);
  b.write(variable, ifFalse());
  b.jump(join);
  b.enterSealed(join);
  return b.read(variable);
}

/** Does one of two things, by which of its two an `either` is. */
export function either(
  fn: FunctionLowering,
  value: Value,
  first: (value: Value) => void,
  second: (value: Value) => void,
): void {
  const { b } = fn;
  const parts = value.either!;
  const whenFirst = b.createBlock();
  const whenSecond = b.createBlock();
  const join = b.createBlock();
  b.branch(parts.isFirst, whenFirst, whenSecond);
  b.enterSealed(whenFirst);
  first(parts.first);
  b.jump(join);
  b.enterSealed(whenSecond);
  second(parts.second);
  b.jump(join);
  b.enterSealed(join);
}

/** Length of a string, in UTF-16 units. */
export function stringLength(fn: FunctionLowering, string: Inst): Inst {
  return fn.b.load('i32', 'stringLength', string, 4);
}
