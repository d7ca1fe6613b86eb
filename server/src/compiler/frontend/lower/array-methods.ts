// Methods of arrays and typed arrays. Most are functions of lib/array.ts and lib/array-callbacks.ts, named array_METHOD
// and specialised on the element; here and in array-callbacks.ts, array-edits.ts and array-views.ts is what they are
// passed, and what is shorter as operations.
import { elementSize } from '../../abi/objects.ts';
import { fail } from '../diagnostics.ts';
import type { Rep } from '../reps.ts';
import { intRep, isNumeric, numberRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import {
  type CallbackCall,
  lowerCompare,
  lowerFilter,
  lowerFind,
  lowerFlatMap,
  lowerForEach,
  lowerMap,
  lowerReduce,
  lowerTestMethod,
  sortInPlace,
} from './array-callbacks.ts';
import { lengthOf, pop, push, shift, splice, unshift } from './array-edits.ts';
import { lowerConcat, lowerEntries, lowerFlat } from './array-views.ts';
import { type AnyArrayRep, elementKind, elementRep, storeElement } from './arrays.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { asNumber, checkNoSpread, countArgument, textArgument, zero } from './method-arguments.ts';
import { elementOrNone } from './optional-results.ts';
import { constantOf, instOf, isInt32, type Value } from './value.ts';

export function lowerArrayMethod(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  method: string,
  node: ts.CallExpression,
  expected: Rep | undefined,
): Value {
  const [first, second, third] = node.arguments;
  const call: CallbackCall = { fn, receiver, rep, node, expected };
  const all = () => lengthOf(fn, receiver);
  const copy = () => callLibrary(fn, 'array_slice', [receiver, zero(fn), all()], node);
  switch (method) {
    case 'push':
      return push(fn, receiver, node);
    case 'pop':
      return fn.within(node, () => pop(fn, rep, receiver, node));
    case 'shift':
      return fn.within(node, () => shift(fn, rep, receiver, node));
    case 'unshift':
      return unshift(fn, receiver, rep, node);
    case 'splice':
      return splice(fn, receiver, rep, node).removed;
    case 'toSpliced':
      return splice(fn, receiver, rep, node, copy).array;
    case 'at': {
      const index = countArgument(fn, first);
      return fn.within(node, () =>
        elementOrNone(fn, rep, receiver, callLibrary(fn, 'array_indexAt', [all(), index], node), node),
      );
    }
    case 'with':
      return withElement(fn, receiver, rep, node);
    case 'find':
    case 'findLast':
      return lowerFind(call, method);
    case 'findIndex':
    case 'findLastIndex':
    case 'every':
    case 'some':
      return asNumber(fn, lowerTestMethod(call, method));
    case 'filter':
      return lowerFilter(call);
    case 'map':
      return lowerMap(call);
    case 'flatMap':
      return lowerFlatMap(call);
    case 'forEach':
      return lowerForEach(call);
    case 'reduce':
    case 'reduceRight':
      return lowerReduce(call, method);
    case 'sort':
      sortInPlace(fn, receiver, rep, lowerCompare(fn, rep, node), node);
      return receiver;
    case 'toSorted': {
      const compare = lowerCompare(fn, rep, node);
      const sorted = copy();
      sortInPlace(fn, sorted, rep, compare, node);
      return sorted;
    }
    case 'reverse':
      callLibrary(fn, 'array_reverse', [receiver], node);
      return receiver;
    case 'toReversed': {
      const reversed = copy();
      callLibrary(fn, 'array_reverse', [reversed], node);
      return reversed;
    }
    case 'concat':
      return lowerConcat(fn, receiver, rep, node);
    case 'flat':
      return lowerFlat(fn, receiver, node);
    case 'keys':
      return callLibrary(fn, 'array_keys', [receiver], node);
    case 'values':
      // It is gone through at once, by a loop or `...`: what it gives can't be kept.
      return receiver;
    case 'entries':
      return lowerEntries(fn, receiver, rep, node);
    case 'subarray': {
      const size = elementSize[elementKind(rep)];
      const range = [countArgument(fn, first), countArgument(fn, second, all)];
      return callLibrary(
        fn,
        'typedArray_subarray',
        [receiver, ...range, { rep: intRep, inst: fn.b.iconst(size) }],
        node,
      );
    }
    case 'set': {
      const source = lowerExpression(fn, first!, { kind: 'array', element: numberRep });
      return callLibrary(fn, 'typedArray_set', [receiver, source, countArgument(fn, second)], node);
    }
    case 'toString':
    case 'join': {
      const separator = method === 'join' ? first : undefined;
      return callLibrary(fn, 'array_join', [receiver, textArgument(fn, separator, ',')], node);
    }
    case 'fill': {
      const value = lowerTo(fn, first!, elementRep(rep));
      const start = countArgument(fn, second);
      callLibrary(fn, 'array_fill', [receiver, value, start, countArgument(fn, third, all)], node);
      return receiver;
    }
    case 'copyWithin': {
      const target = countArgument(fn, first);
      const start = countArgument(fn, second);
      const end = countArgument(fn, third, all);
      callLibrary(fn, 'array_copyWithin', [receiver, target, start, end], node);
      return receiver;
    }
    case 'indexOf':
    case 'lastIndexOf':
    case 'includes': {
      const value = searched(fn, rep, first!);
      // From the end where there is no start; one that is undefined is 0.
      const from = method === 'lastIndexOf' && !second ? all() : countArgument(fn, second);
      return asNumber(fn, callLibrary(fn, `array_${method}`, [receiver, value, from], node));
    }
    case 'slice': {
      const start = countArgument(fn, first);
      return callLibrary(fn, 'array_slice', [receiver, start, countArgument(fn, second, all)], node);
    }
    default:
      return fail(node, 'GN1003', `'${method}' of an array`);
  }
}

/** `a.with(i, x)`: a copy with another element; traps if the index is out of range. */
function withElement(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
): Value {
  const [indexNode, valueNode] = node.arguments;
  const index = countArgument(fn, indexNode);
  checkNoSpread(valueNode!);
  const value = lowerTo(fn, valueNode!, elementRep(rep));
  return fn.within(node, () => {
    const length = lengthOf(fn, receiver);
    const at = callLibrary(fn, 'array_indexAt', [length, index], node);
    // What is out of range is -1.
    fn.b.bounds(instOf(at), instOf(length));
    const copy = callLibrary(fn, 'array_slice', [receiver, zero(fn), length], node);
    storeElement(fn, rep, instOf(copy), instOf(at), value, node);
    return copy;
  });
}

/** A value to be looked for: as the elements are, but numbers that may be none of them, such as fractions, as they are. */
function searched(fn: FunctionLowering, rep: AnyArrayRep, node: ts.Expression): Value {
  const element = elementRep(rep);
  checkNoSpread(node);
  const value = lowerExpression(fn, node, element);
  const constant = constantOf(value);
  const isIntLiteral = value.literal && constant !== undefined && isInt32(constant);
  const adapts = !isNumeric(element) || element.kind === 'float' || isIntLiteral;
  return adapts ? convert(fn, value, element, node) : value;
}
