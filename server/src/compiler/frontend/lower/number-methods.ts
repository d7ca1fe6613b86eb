// Methods of numbers and booleans, and the functions that make numbers of other values.
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import { booleanRep, isNumeric, numberRep, stringRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { toNumber } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { toText } from './strings.ts';
import { constantOf, instOf, type Value } from './value.ts';

export function lowerNumberMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  const args = node.arguments.map((argument) => lowerTo(fn, argument, numberRep));
  const isNumber = isNumeric(receiver.rep);
  const asNumber = (): Value => ({ rep: numberRep, inst: toNumber(fn, receiver, node) });
  return fn.within(node, () => {
    if (method === 'valueOf') return receiver;
    if (method === 'toString') {
      const radix = args[0] && constantOf(args[0]);
      if (!args[0] || radix === 10) return { rep: stringRep, inst: toText(fn, receiver, node) };
      if (isNumber) return callLibrary(fn, 'number_toString', [asNumber(), args[0]], node);
    }
    if (method === 'toFixed' && isNumber)
      return callLibrary(fn, 'number_toFixed', [asNumber(), ...args], node);
    return fail(node, 'GN1003', `'${method}' of a ${receiver.rep.kind}`);
  });
}

/** `Number(x)`, `parseInt(x)`, `isNaN(x)`, and those of the same names on `Number`. */
export function lowerNumberFunction(fn: FunctionLowering, node: ts.CallExpression, name: string): Value {
  const [argument] = node.arguments;
  if (name === 'Number') {
    if (!argument) return { rep: numberRep, inst: fn.b.dconst(0) };
    return numberOf(fn, lowerExpression(fn, argument), argument);
  }
  if (name === 'parseInt' || name === 'parseFloat') {
    const [, radix] = node.arguments;
    const text: Value = { rep: stringRep, inst: toText(fn, lowerExpression(fn, argument!), argument!) };
    const rest = radix ? [lowerTo(fn, radix, numberRep)] : [];
    return callLibrary(fn, `number_${name}`, [text, ...rest], node);
  }
  const tests = ['isNaN', 'isFinite', 'isInteger', 'isSafeInteger'];
  if (!tests.includes(name) || !argument) return fail(node, 'GN1003', `'${name}'`);
  const value = lowerExpression(fn, argument);
  if (!isNumeric(value.rep)) return fail(argument, 'GN2004', repTitle(value.rep), 'number');
  const x = toNumber(fn, value, argument);
  return fn.within(node, () => ({ rep: booleanRep, inst: test(fn, name, x) }));
}

function test(fn: FunctionLowering, name: string, x: ReturnType<typeof toNumber>) {
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

function numberOf(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  switch (value.rep.kind) {
    case 'boolean':
      return { rep: numberRep, inst: fn.b.op('i2d', instOf(value)) };
    case 'string':
      return callLibrary(fn, 'number_fromText', [value], node);
    case 'null':
      return { rep: numberRep, inst: fn.b.dconst(0) };
    case 'undefined':
      return { rep: numberRep, inst: fn.b.dconst(Number.NaN) };
    default:
      return { rep: numberRep, inst: toNumber(fn, value, node) };
  }
}
