// Methods of arrays and typed arrays. Most are functions of lib/array.ts named array_METHOD, specialised on the
// element; here is what is shorter as operations, and what gives `T | undefined`.
import { ARRAY_DATA, ARRAY_LENGTH } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import {
  booleanRep,
  intRep,
  isNumeric,
  isRef,
  numberRep,
  optionalOf,
  sameRep,
  stringRep,
  valueType,
  voidRep,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import {
  type AnyArrayRep,
  arrayLength,
  elementRep,
  isArrayRep,
  kindTag,
  loadUnchecked,
  pushValue,
  storeAt,
  storedForm,
} from './arrays.ts';
import { Merge } from './assignments.ts';
import { convert, lowerCount, toInt } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { constantOf, instOf, isInt32, type Value } from './value.ts';

export function lowerArrayMethod(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  method: string,
  node: ts.CallExpression,
  expected: Rep | undefined,
): Value {
  for (const argument of node.arguments) {
    if (ts.isSpreadElement(argument) && method !== 'push') fail(argument, 'GN1001', 'spreading here');
  }
  const array = instOf(receiver);
  switch (method) {
    case 'push':
      return push(fn, receiver, rep, node);
    case 'pop':
      return fn.within(node, () => pop(fn, rep, array));
    case 'shift':
      return fn.within(node, () => shift(fn, rep, array));
    case 'at': {
      const index = lowerCount(fn, node.arguments[0]!);
      return fn.within(node, () => {
        const found = callLibrary(fn, 'array_indexAt', [length(fn, array), index], node);
        return elementOrNone(fn, rep, array, instOf(found));
      });
    }
    case 'find': {
      const found = callback(fn, receiver, rep, 'findIndex', node, booleanRep);
      return elementOrNone(fn, rep, array, toInt(fn, found, node));
    }
    case 'map':
      return map(fn, receiver, rep, node, expected);
    case 'filter':
    case 'every':
    case 'some':
    case 'findIndex':
      return asNumber(fn, callback(fn, receiver, rep, method, node, booleanRep));
    case 'forEach':
      return callback(fn, receiver, rep, method, node, voidRep);
    case 'reduce':
      return reduce(fn, receiver, rep, node, expected);
    case 'sort':
      return sort(fn, receiver, rep, node);
    case 'concat':
      return concat(fn, receiver, rep, node);
    case 'unshift':
    case 'splice':
      return insertion(fn, receiver, rep, method, node);
    case 'set': {
      const source = lowerExpression(fn, node.arguments[0]!, { kind: 'array', element: numberRep });
      const [offset = zero(fn)] = numbers(fn, node.arguments.slice(1));
      return callLibrary(fn, 'typedArray_set', [receiver, source, offset], node);
    }
    case 'toString':
    case 'join':
      return callLibrary(fn, 'array_join', [receiver, ...textArguments(fn, node)], node);
    case 'fill': {
      const [first, ...rest] = node.arguments;
      const value = lowerTo(fn, first!, elementRep(rep));
      const [start = zero(fn), end = length(fn, array)] = numbers(fn, rest);
      callLibrary(fn, 'array_fill', [receiver, value, start, end], node);
      return receiver;
    }
    case 'indexOf':
    case 'lastIndexOf':
    case 'includes': {
      const [first, ...rest] = node.arguments;
      const value = searched(fn, rep, first!);
      const nothing = method === 'lastIndexOf' ? length(fn, array) : zero(fn);
      const [from = nothing] = numbers(fn, rest);
      return asNumber(fn, callLibrary(fn, `array_${method}`, [receiver, value, from], node));
    }
    case 'reverse':
      callLibrary(fn, 'array_reverse', [receiver], node);
      return receiver;
    case 'slice': {
      const [start = zero(fn), end = length(fn, array)] = numbers(fn, node.arguments);
      return callLibrary(fn, 'array_slice', [receiver, start, end], node);
    }
    default:
      return fail(node, 'GN1003', `'${method}' of an array`);
  }
}

const numbers = (fn: FunctionLowering, args: readonly ts.Expression[]) =>
  args.map((argument) => lowerCount(fn, argument));

const textArguments = (fn: FunctionLowering, node: ts.CallExpression) =>
  node.arguments.map((argument) => lowerTo(fn, argument, stringRep));

const zero = (fn: FunctionLowering): Value => ({ rep: intRep, inst: fn.b.iconst(0) });

const length = (fn: FunctionLowering, array: Inst): Value => ({ rep: intRep, inst: arrayLength(fn, array) });

/** What methods give as `int` inside the library is a `number` outside. */
function asNumber(fn: FunctionLowering, value: Value): Value {
  return value.rep.kind === 'int' ? { rep: numberRep, inst: fn.b.op('i2d', instOf(value)) } : value;
}

/** A value to be looked for: a literal as the elements are, any other as it is, since it may be none of them. */
function searched(fn: FunctionLowering, rep: AnyArrayRep, node: ts.Expression): Value {
  const element = elementRep(rep);
  const value = lowerExpression(fn, node, element);
  const constant = constantOf(value);
  const adapts = !isNumeric(element) || (value.literal && constant !== undefined && isInt32(constant));
  return adapts ? convert(fn, value, element, node) : value;
}

function push(fn: FunctionLowering, receiver: Value, rep: AnyArrayRep, node: ts.CallExpression): Value {
  const array = instOf(receiver);
  const values = node.arguments.map((argument) => {
    if (ts.isSpreadElement(argument)) return lowerExpression(fn, argument.expression, rep);
    const value = lowerExpression(fn, argument, elementRep(rep));
    return { rep: elementRep(rep), inst: storedForm(fn, rep, value, argument) };
  });
  fn.within(node, () => {
    for (const [i, argument] of node.arguments.entries()) {
      const value = values[i]!;
      if (ts.isSpreadElement(argument)) callLibrary(fn, 'array_append', [receiver, value], node);
      else pushValue(fn, rep, array, instOf(value));
    }
  });
  return asNumber(fn, length(fn, array));
}

/** The element at an index, or undefined if the index is negative. */
function elementOrNone(fn: FunctionLowering, rep: AnyArrayRep, array: Inst, index: Inst): Value {
  return valueOrNone(fn, elementRep(rep), fn.b.icmp('ge', index, fn.b.iconst(0)), () =>
    loadUnchecked(fn, rep, array, index),
  );
}

/** What `compute` gives if the condition holds, else undefined. */
function valueOrNone(fn: FunctionLowering, rep: Rep, condition: Inst, compute: () => Value): Value {
  const { b } = fn;
  const optional: Rep = rep.kind === 'optional' ? rep : optionalOf(rep);
  const merge = new Merge(fn, optional);
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(condition, there, absent);
  b.enterSealed(there);
  merge.set(compute());
  b.jump(join);
  b.enterSealed(absent);
  merge.set(none(fn, optional));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}

function none(fn: FunctionLowering, rep: Rep): Value {
  if (isRef(rep)) return { rep, inst: fn.b.nullRef() };
  const type = valueType(rep);
  return { rep, inst: fn.b.constant(type, 0), present: fn.b.iconst(0) };
}

function pop(fn: FunctionLowering, rep: AnyArrayRep, array: Inst): Value {
  const { b } = fn;
  const count = arrayLength(fn, array);
  return valueOrNone(fn, elementRep(rep), b.icmp('ne', count, b.iconst(0)), () => {
    const last = b.op('isub', count, b.iconst(1));
    const value = loadUnchecked(fn, rep, array, last);
    // What is cut off must keep nothing alive.
    if (isRef(value.rep)) storeAt(fn, rep, b.nullRef(), b.load('i32', 'data', array, ARRAY_DATA), last);
    b.store('i32', 'length', last, array, ARRAY_LENGTH);
    return value;
  });
}

function shift(fn: FunctionLowering, rep: AnyArrayRep, array: Inst): Value {
  const { b } = fn;
  const count = arrayLength(fn, array);
  return valueOrNone(fn, elementRep(rep), b.icmp('ne', count, b.iconst(0)), () => {
    const value = loadUnchecked(fn, rep, array, b.iconst(0));
    const rest = b.op('isub', count, b.iconst(1));
    b.helper('gn_array_move', array, kindTag(fn, rep), b.iconst(0), b.iconst(1), rest);
    b.helper('gn_array_set_length', array, kindTag(fn, rep), rest);
    return value;
  });
}

/** The type of a callback that gets an element, its index and the array. */
function callbackRep(rep: AnyArrayRep, result: Rep): FunctionRep {
  return { kind: 'function', params: [elementRep(rep), numberRep, rep], result };
}

/** A method whose first argument is a callback. */
function callback(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  method: string,
  node: ts.CallExpression,
  result: Rep,
): Value {
  const [first] = node.arguments;
  if (!first || node.arguments.length > 1) return fail(node, 'GN1003', `this form of '${method}'`);
  const test = checkedCallback(fn, first, callbackRep(rep, result));
  const kind = method === 'filter' && rep.kind === 'typedArray' ? 'typedArray' : 'array';
  return callLibrary(fn, `${kind}_${method}`, [receiver, test], node);
}

/** A callback as given: it may take fewer parameters than it is passed. */
function checkedCallback(fn: FunctionLowering, node: ts.Expression, wanted: FunctionRep): Value {
  const value = lowerExpression(fn, node, wanted);
  const converted = convert(fn, value, wanted, node);
  const { rep } = value;
  if (rep.kind !== 'function') return converted;
  const result = wanted.result.kind === 'void' ? wanted.result : rep.result;
  return { ...value, rep: { ...rep, result } };
}

function map(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
  expected: Rep | undefined,
): Value {
  const own = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  if (!own || !isArrayRep(own))
    return fail(node, 'GN1002', fn.checker.typeToString(fn.checker.getTypeAtLocation(node)));
  let result = own;
  if (expected && isArrayRep(expected) && isNumeric(elementRep(expected)) && isNumeric(elementRep(own)))
    result = expected;
  const [first] = node.arguments;
  const value = checkedCallback(fn, first!, callbackRep(rep, elementRep(result)));
  if (rep.kind === 'typedArray') return callLibrary(fn, 'typedArray_map', [receiver, value], node);
  return callLibrary(fn, 'array_map', [receiver, value], node);
}

function reduce(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
  expected: Rep | undefined,
): Value {
  const [first, initial] = node.arguments;
  const own = fn.repAt(node);
  const result = expected && isNumeric(expected) && isNumeric(own) && initial ? expected : own;
  const accumulator = initial ? result : elementRep(rep);
  const wanted: FunctionRep = {
    kind: 'function',
    params: [accumulator, elementRep(rep), numberRep, rep],
    result: accumulator,
  };
  const combine = checkedCombine(fn, first!, wanted);
  if (!initial) return callLibrary(fn, 'array_reduceFirst', [receiver, combine], node);
  const start = lowerTo(fn, initial, combine.rep.kind === 'function' ? combine.rep.result : result);
  return callLibrary(fn, 'array_reduce', [receiver, combine, start], node);
}

/** The combining function of reduce; where it was written for `number`, it works on numbers. */
function checkedCombine(fn: FunctionLowering, node: ts.Expression, wanted: FunctionRep): Value {
  const value = lowerExpression(fn, node, wanted);
  const { rep } = value;
  const first = rep.kind === 'function' ? rep.params[0] : undefined;
  if (rep.kind === 'function' && first && !sameRep(first, wanted.params[0]!) && sameRep(first, rep.result)) {
    const adapted: FunctionRep = { ...wanted, params: [first, ...wanted.params.slice(1)], result: first };
    convert(fn, value, adapted, node);
    return value;
  }
  convert(fn, value, wanted, node);
  return value;
}

function sort(fn: FunctionLowering, receiver: Value, rep: AnyArrayRep, node: ts.CallExpression): Value {
  const [compare] = node.arguments;
  const element = elementRep(rep);
  if (compare) {
    const wanted: FunctionRep = { kind: 'function', params: [element, element], result: numberRep };
    const value = lowerExpression(fn, compare, wanted);
    if (!(value.rep.kind === 'function' && isNumeric(value.rep.result))) convert(fn, value, wanted, compare);
    callLibrary(fn, 'array_sort', [receiver, value], node);
  } else {
    callLibrary(
      fn,
      rep.kind === 'typedArray' ? 'typedArray_sortByValue' : 'array_sortByText',
      [receiver],
      node,
    );
  }
  return receiver;
}

function concat(fn: FunctionLowering, receiver: Value, rep: AnyArrayRep, node: ts.CallExpression): Value {
  const others = node.arguments.map((argument) => ({ value: lowerExpression(fn, argument, rep), argument }));
  const copy = callLibrary(fn, 'array_slice', [receiver, zero(fn), length(fn, instOf(receiver))], node);
  for (const { value, argument } of others) {
    if (isArrayRep(value.rep) && sameRep(elementRep(value.rep), elementRep(rep))) {
      callLibrary(fn, 'array_append', [copy, value], node);
    } else {
      pushValue(fn, rep, instOf(copy), storedForm(fn, rep, value, argument));
    }
  }
  return copy;
}

/** unshift and splice: room is made first, and then the values are put there. */
function insertion(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  method: 'unshift' | 'splice',
  node: ts.CallExpression,
): Value {
  const fixed = method === 'splice' ? 2 : 0;
  const leading = numbers(fn, node.arguments.slice(0, fixed));
  const added = node.arguments.slice(fixed);
  const values = added.map((argument) =>
    storedForm(fn, rep, lowerExpression(fn, argument, elementRep(rep)), argument),
  );
  const array = instOf(receiver);
  const room: Value = { rep: intRep, inst: fn.b.iconst(values.length) };
  return fn.within(node, () => {
    if (method === 'unshift') {
      callLibrary(fn, 'array_makeRoom', [receiver, zero(fn), room], node);
      storeAll(fn, rep, array, values, fn.b.iconst(0));
      return asNumber(fn, length(fn, array));
    }
    const start = callLibrary(fn, 'array_clampIndex', [length(fn, array), leading[0]!], node);
    const count = leading[1] ?? length(fn, array);
    const removed = callLibrary(fn, 'array_remove', [receiver, start, count], node);
    if (values.length > 0) {
      callLibrary(fn, 'array_makeRoom', [receiver, start, room], node);
      storeAll(fn, rep, array, values, instOf(start));
    }
    return removed;
  });
}

function storeAll(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Inst,
  values: readonly Inst[],
  start: Inst,
): void {
  const { b } = fn;
  if (values.length === 0) return;
  const data = b.load('i32', 'data', array, ARRAY_DATA);
  for (const [i, value] of values.entries()) storeAt(fn, rep, value, data, b.op('iadd', start, b.iconst(i)));
}
