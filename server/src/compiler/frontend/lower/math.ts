// Math: what the machine or the runtime does directly; the rest is in lib/math.ts.
import type { Inst } from '../../ir/ir.ts';
import type { Op } from '../../ir/ops.ts';
import { arrayOf, numberRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { allArguments } from './arguments.ts';
import { emptyArray } from './array-callbacks.ts';
import { addAll } from './array-edits.ts';
import { spreadSource } from './arrays.ts';
import { toFloat, toInt32, toNumber, truncatedQuotient } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { constantOf, instOf, type Value } from './value.ts';

const mathConstants: Record<string, number> = {
  E: Math.E,
  LN10: Math.LN10,
  LN2: Math.LN2,
  LOG10E: Math.LOG10E,
  LOG2E: Math.LOG2E,
  PI: Math.PI,
  SQRT1_2: Math.SQRT1_2,
  SQRT2: Math.SQRT2,
};

export function mathConstant(name: string): number | undefined {
  return Object.hasOwn(mathConstants, name) ? mathConstants[name] : undefined;
}

const numberConstants: Record<string, number> = {
  EPSILON: Number.EPSILON,
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  NaN: Number.NaN,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
};

const bytesPerElement: Record<string, number> = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
};

/** Constants of `Number` and of the typed array classes. */
export function numberConstant(object: string, name: string): number | undefined {
  if (object === 'Number') return Object.hasOwn(numberConstants, name) ? numberConstants[name] : undefined;
  return name === 'BYTES_PER_ELEMENT' ? bytesPerElement[object] : undefined;
}

/** Operations of one double argument and result. */
const unary: Record<string, Op> = {
  abs: 'dabs',
  floor: 'dfloor',
  ceil: 'dceil',
  trunc: 'dtrunc',
  round: 'dround',
  sqrt: 'dsqrt',
};

export function lowerMathCall(fn: FunctionLowering, node: ts.CallExpression, name: string): Value {
  const hasSpread = node.arguments.some(ts.isSpreadElement);
  if (takesAny(name) && (hasSpread || (name === 'hypot' && node.arguments.length !== 2)))
    return callWithArray(fn, node, name);
  const args = hasSpread
    ? allArguments(fn, node, numberRep)
    : node.arguments.map((argument) => lowerExpression(fn, argument));
  return fn.within(node, () => mathCall(fn, name, args, node));
}

/** True for those that take any number of arguments. */
export function takesAny(name: string): name is 'min' | 'max' | 'hypot' {
  return name === 'min' || name === 'max' || name === 'hypot';
}

function mathCall(
  fn: FunctionLowering,
  name: string,
  args: readonly Value[],
  node: ts.CallExpression,
): Value {
  const { b } = fn;
  const number = (i: number): Inst => {
    const value = args[i];
    return value ? toNumber(fn, value, node.arguments[i] ?? node) : b.dconst(Number.NaN);
  };
  const int32 = (i: number): Inst =>
    args[i] ? toInt32(fn, args[i], node.arguments[i] ?? node) : b.iconst(0);
  switch (name) {
    case 'min':
    case 'max':
      return extremum(fn, name, args, node);
    case 'imul':
      return { rep: numberRep, inst: b.op('i2d', b.op('imul', int32(0), int32(1))) };
    case 'clz32':
      return { rep: numberRep, inst: b.op('i2d', b.op('iclz', int32(0))) };
    case 'fround':
      return { rep: numberRep, inst: b.op('f2d', toFloat(fn, args[0]!, node)) };
    case 'pow':
      return { rep: numberRep, inst: power(fn, number(0), number(1), node) };
    case 'sign':
      return {
        rep: numberRep,
        inst: instOf(callLibrary(fn, 'math_sign', [{ rep: numberRep, inst: number(0) }], node)),
      };
    case 'random':
      return callLibrary(fn, 'math_random', [], node);
  }
  const op = unary[name];
  if (op) return unaryCall(fn, op, number(0));
  const passed: Value[] = args.map((_, i) => ({ rep: numberRep, inst: number(i) }));
  return callLibrary(fn, `math_${name}`, passed, node);
}

/** A call with `...array` among its arguments, or with any number of them: they are collected in an array. */
export function callWithArray(
  fn: FunctionLowering,
  node: ts.CallExpression,
  name: 'min' | 'max' | 'hypot',
  nodes: readonly ts.Expression[] = node.arguments,
): Value {
  const [first, ...others] = nodes;
  if (first && ts.isSpreadElement(first) && others.length === 0) {
    const array = spreadSource(fn, arrayOf(numberRep), first.expression);
    return callLibrary(fn, `math_${name}Of`, [array], node);
  }
  const array = emptyArray(fn, arrayOf(numberRep), node);
  addAll(fn, array, nodes, node);
  return callLibrary(fn, `math_${name}Of`, [array], node);
}

/** Rounding of what is an integer already, and of quotients of ints, needs no doubles. */
function unaryCall(fn: FunctionLowering, op: Op, x: Inst): Value {
  const { b } = fn;
  const rounds = op === 'dfloor' || op === 'dceil' || op === 'dtrunc' || op === 'dround';
  if (rounds && (x.op === 'i2d' || x.op === 'u2d')) return { rep: numberRep, inst: x };
  if (op === 'dtrunc') {
    const quotient = truncatedQuotient(fn, x);
    if (quotient) return { rep: numberRep, inst: b.op('i2d', quotient) };
  }
  return { rep: numberRep, inst: b.op(op, x) };
}

/** Math.min and Math.max: NaN if an argument is, and -0 is less than 0. */
function extremum(
  fn: FunctionLowering,
  name: 'min' | 'max',
  args: readonly Value[],
  node: ts.CallExpression,
): Value {
  const { b } = fn;
  const [first, ...rest] = args;
  if (!first)
    return {
      rep: numberRep,
      inst: b.dconst(name === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY),
    };
  const less = name === 'min' ? 'lt' : 'gt';
  let result = first;
  for (const [i, value] of rest.entries()) {
    const at = node.arguments[i + 1]!;
    const x = intForm(fn, result);
    const y = intForm(fn, value);
    if (x && y) {
      result = { rep: numberRep, inst: b.op('i2d', b.select(b.icmp(less, x, y), x, y)) };
    } else {
      const passed: Value[] = [result, value].map((each) => ({
        rep: numberRep,
        inst: toNumber(fn, each, at),
      }));
      result = callLibrary(fn, `math_${name}`, passed, node);
    }
  }
  return { rep: numberRep, inst: toNumber(fn, result, node) };
}

/** The value as int32, if it is known to be one (and not -0). */
function intForm(fn: FunctionLowering, value: Value): Inst | undefined {
  if (value.rep.kind === 'int') return value.inst;
  if (value.inst?.op === 'i2d') return value.inst.args[0];
  const constant = constantOf(value);
  return constant !== undefined && Object.is(constant | 0, constant) ? fn.b.iconst(constant) : undefined;
}

/** x ** y. */
export function power(fn: FunctionLowering, x: Inst, y: Inst, node: ts.Node): Inst {
  if (x.op === 'dconst' && y.op === 'dconst') return fn.b.dconst((x.imm ?? 0) ** (y.imm ?? 0));
  const args: Value[] = [
    { rep: numberRep, inst: x },
    { rep: numberRep, inst: y },
  ];
  return instOf(callLibrary(fn, 'math_pow', args, node));
}
