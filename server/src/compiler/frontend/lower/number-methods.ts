// Methods of numbers and booleans, and the functions that make numbers of other values.
import { ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { booleanRep, intRep, isNothing, isNumeric, numberRep, stringRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { choose, convert, isPresent, toNumber, unwrapped } from './conversions.ts';
import { isDictionary } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { countArgument } from './method-arguments.ts';
import { lowerOperand, primitiveOf } from './primitive-values.ts';
import { toText } from './strings.ts';
import { constantOf, instOf, type Value } from './value.ts';
import { writtenOptions } from './written-options.ts';

/** Methods of numbers that are functions of the library, and those that take their place without an argument. */
const formats: Record<string, { readonly withoutArgument: string; readonly withArgument?: string }> = {
  toFixed: { withArgument: 'number_toFixed', withoutArgument: 'number_toFixed' },
  toPrecision: { withArgument: 'number_toPrecision', withoutArgument: 'text' },
  toExponential: {
    withArgument: 'number_toExponential',
    withoutArgument: 'number_toShortestExponential',
  },
  toString: { withArgument: 'number_toString', withoutArgument: 'text' },
};

export function lowerNumberMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  if (method === 'valueOf') return receiver;
  if (method === 'toLocaleString' && isNumeric(receiver.rep)) return localeText(fn, receiver, node);
  const text = (): Value => ({ rep: stringRep, inst: toText(fn, receiver, node) });
  if (!isNumeric(receiver.rep)) {
    if (method === 'toString') return fn.within(node, text);
    return fail(node, 'GN1003', `'${method}' of a ${receiver.rep.kind}`);
  }
  const format = Object.hasOwn(formats, method) ? formats[method] : undefined;
  if (!format) return fail(node, 'GN1003', `'${method}' of a number`);
  const [argument, surplus] = node.arguments;
  if (surplus || (argument && !format.withArgument)) fail(node, 'GN1003', `this form of '${method}'`);
  const value = argument && lowerExpression(fn, argument);
  return fn.within(node, () => {
    const number: Value = { rep: numberRep, inst: toNumber(fn, receiver, node) };
    const without = () =>
      format.withoutArgument === 'text' ? text() : callLibrary(fn, format.withoutArgument, [number], node);
    const withArgument = (each: Value) =>
      callLibrary(fn, format.withArgument!, [number, convert(fn, each, numberRep, node)], node);
    if (!value || isNothing(value.rep) || (method === 'toString' && constantOf(value) === 10))
      return without();
    if (value.rep.kind !== 'optional') return withArgument(value);
    const inst = choose(
      fn,
      isPresent(fn, value),
      () => instOf(withArgument(unwrapped(value))),
      () => instOf(without()),
    );
    return { rep: stringRep, inst };
  });
}

/** `x.toLocaleString('en', { minimumFractionDigits: 2 })`: the locale is English in any case. */
function localeText(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  const options = writtenOptions(node.arguments[1], "'toLocaleString'");
  return fn.within(node, () => {
    const number: Value = { rep: numberRep, inst: toNumber(fn, receiver, node) };
    if (options.size === 0) return callLibrary(fn, 'number_toLocaleString', [number], node);
    const fewest = Number(options.get('minimumFractionDigits') ?? 0);
    const most = Number(options.get('maximumFractionDigits') ?? Math.max(fewest, 3));
    if (fewest > most || most > 100) fail(node, 'GN1001', 'this count of decimals');
    const counts = [fewest, most].map((n): Value => ({ rep: intRep, inst: fn.b.iconst(n) }));
    return callLibrary(fn, 'number_grouped', [number, ...counts], node);
  });
}

/**
 * `Number(x)`, `parseInt(x)`, `isNaN(x)`, and those of the same names on `Number`. The tests that are called without it
 * make a number of what they are given (`converts`).
 */
export function lowerNumberFunction(
  fn: FunctionLowering,
  node: ts.CallExpression,
  name: string,
  { converts = false } = {},
): Value {
  const [argument] = node.arguments;
  if (name === 'Number') {
    if (!argument) return { rep: numberRep, inst: fn.b.dconst(0) };
    return numberOf(fn, lowerOperand(fn, argument), argument);
  }
  if (name === 'parseInt' || name === 'parseFloat') {
    const [, radix] = node.arguments;
    const text: Value = { rep: stringRep, inst: toText(fn, lowerExpression(fn, argument!), argument!) };
    const rest = radix ? [convert(fn, countArgument(fn, radix), numberRep, node)] : [];
    return callLibrary(fn, `number_${name}`, [text, ...rest], node);
  }
  const tests = ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger'];
  if (!tests.includes(name) || !argument) return fail(node, 'GN1003', `'${name}'`);
  const given = lowerExpression(fn, argument);
  return fn.within(node, () => {
    const value = converts ? numberOf(fn, given, argument) : given;
    return { rep: booleanRep, inst: testOf(fn, name, value, argument) };
  });
}

/** One of the tests of a value, which may be no number: then it is false. */
function testOf(fn: FunctionLowering, name: string, value: Value, node: ts.Node): Inst {
  const { b } = fn;
  const none = () => b.iconst(0);
  const { rep } = value;
  if (isNumeric(rep)) return test(fn, name, toNumber(fn, value, node));
  if (rep.kind === 'optional') {
    return choose(fn, isPresent(fn, value), () => testOf(fn, name, unwrapped(value), node), none);
  }
  if (rep.kind === 'any') {
    const kind = callLibrary(fn, 'any_kind', [value], node);
    const isNumber = b.icmp('eq', instOf(kind), b.iconst(ValueKind.number));
    return choose(fn, isNumber, () => testOf(fn, name, convert(fn, value, numberRep, node), node), none);
  }
  return none();
}

function test(fn: FunctionLowering, name: string, x: Inst): Inst {
  const { b } = fn;
  switch (name) {
    case 'isNaN':
      return b.dcmp('ne', x, x);
    case 'isFinite':
      return b.dcmp('lt', b.op('dabs', x), b.dconst(Number.POSITIVE_INFINITY));
    default: {
      const whole = b.dcmp('eq', b.op('dtrunc', x), x);
      const limit = name === 'isInteger' ? Number.MAX_VALUE : Number.MAX_SAFE_INTEGER;
      return b.op('iand', whole, b.dcmp('le', b.op('dabs', x), b.dconst(limit)));
    }
  }
}

/** What `Number(x)` makes of a value. */
export function numberOf(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  switch (value.rep.kind) {
    case 'boolean':
      return { rep: numberRep, inst: fn.b.op('i2d', instOf(value)) };
    case 'string':
      return callLibrary(fn, 'number_fromText', [value], node);
    case 'null':
      return { rep: numberRep, inst: fn.b.dconst(0) };
    case 'undefined':
    case 'void':
      return { rep: numberRep, inst: fn.b.dconst(Number.NaN) };
    case 'any':
      return callLibrary(fn, 'number_fromAny', [value], node);
    case 'optional': {
      const absent = value.rep.absent === 'null' ? 0 : Number.NaN;
      const inst = choose(
        fn,
        isPresent(fn, value),
        () => instOf(numberOf(fn, unwrapped(value), node)),
        () => fn.b.dconst(absent),
      );
      return { rep: numberRep, inst };
    }
    case 'either': {
      const { isFirst, first, second } = value.either!;
      const part = (each: Value) => () => instOf(numberOf(fn, each, node));
      return { rep: numberRep, inst: choose(fn, isFirst, part(first), part(second)) };
    }
    case 'object':
      return isDictionary(value.rep)
        ? { rep: numberRep, inst: fn.b.dconst(Number.NaN) }
        : numberOf(fn, primitiveOf(fn, value, node), node);
    case 'array':
      return numberOf(fn, { rep: stringRep, inst: toText(fn, value, node) }, node);
    case 'function':
      // The text of a function never is that of a number.
      return { rep: numberRep, inst: fn.b.dconst(Number.NaN) };
    default:
      return { rep: numberRep, inst: toNumber(fn, value, node) };
  }
}
