// Functions of the array classes: `Array.isArray`, `Array.from`, `Array.of`, and `from` and `of` of the typed arrays.
import { fail } from '../diagnostics.ts';
import type { FunctionRep, Rep } from '../reps.ts';
import { booleanRep, intRep, numberRep, typedArrayElement, undefinedRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { arrayResult, checkedCallback, emptyArray, refinedArray } from './array-callbacks.ts';
import { addAll, lengthOf } from './array-edits.ts';
import { type AnyArrayRep, arrayOfIterated, elementRep, isArrayRep, newArray } from './arrays.ts';
import { choose, convert, isPresent, toInt, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { checkNoSpread } from './method-arguments.ts';
import { readProperty } from './objects.ts';
import { instOf, type Value } from './value.ts';

export function lowerArrayFunction(
  fn: FunctionLowering,
  node: ts.CallExpression,
  owner: string,
  method: string,
  expected: Rep | undefined,
): Value {
  const [first] = node.arguments;
  const isArrayClass = owner === 'Array' || typedArrayElement(owner) !== undefined;
  if (isArrayClass && method === 'of') {
    const result = emptyArray(fn, resultOf(fn, node, expected), node);
    addAll(fn, result, node.arguments, node);
    return result;
  }
  if (isArrayClass && method === 'from' && first) return from(fn, node, expected);
  if (owner === 'Array' && method === 'isArray' && first) {
    checkNoSpread(first);
    return { rep: booleanRep, inst: isArray(fn, lowerExpression(fn, first), node) };
  }
  return fail(node.expression, 'GN1003', `'${owner}.${method}'`);
}

/** 1 if a value is an array. */
export function isArray(fn: FunctionLowering, value: Value, node: ts.Node): ReturnType<typeof instOf> {
  if (value.rep.kind === 'any') return instOf(callLibrary(fn, 'any_isArray', [value], node));
  if (value.either) {
    const { isFirst, first, second } = value.either;
    const part = (each: Value) => () => isArray(fn, each, node);
    return choose(fn, isFirst, part(first), part(second));
  }
  return unwrapped(value).rep.kind === 'array' ? isPresent(fn, value) : fn.b.iconst(0);
}

/** The kind of array that a call makes: by its type, or of the numbers that its context wants. */
function resultOf(fn: FunctionLowering, node: ts.CallExpression, expected: Rep | undefined): AnyArrayRep {
  const own = arrayResult(fn, node);
  return own.kind === 'array' && expected?.kind === 'array' ? refinedArray(own, expected) : own;
}

function from(fn: FunctionLowering, node: ts.CallExpression, expected: Rep | undefined): Value {
  const [sourceNode, makeNode] = node.arguments;
  checkNoSpread(sourceNode!);
  const result = resultOf(fn, node, expected);
  const length = lengthAlone(fn, sourceNode!);
  const source = length ? undefined : sourceArray(fn, sourceNode!, makeNode ? undefined : result);
  if (!makeNode) {
    if (length) return { rep: result, inst: fn.within(node, () => newArray(fn, result, instOf(length))) };
    const copy = emptyArray(fn, result, node);
    callLibrary(fn, 'array_append', [copy, source!], node);
    return copy;
  }
  checkNoSpread(makeNode);
  const element = source ? elementRep(source.rep as AnyArrayRep) : valueOfNothing(fn, makeNode);
  const wanted: FunctionRep = {
    kind: 'function',
    params: [element, numberRep],
    result: elementRep(result),
  };
  const make = checkedCallback(fn, makeNode, wanted);
  const made = length
    ? callLibrary(
        fn,
        'array_make',
        [length, convert(fn, { rep: undefinedRep }, element, makeNode), make],
        node,
      )
    : callLibrary(fn, 'array_map', [source!, make], node);
  if (result.kind === 'array') return made;
  const typed: Value = {
    rep: result,
    inst: fn.within(node, () => newArray(fn, result, instOf(lengthOf(fn, made)))),
  };
  callLibrary(fn, 'typedArray_set', [typed, made, { rep: intRep, inst: fn.b.iconst(0) }], node);
  return typed;
}

/** What a function that makes elements of nothing takes as its first parameter. */
function valueOfNothing(fn: FunctionLowering, node: ts.Expression): Rep {
  const [signature] = fn.checker.getTypeAtLocation(node).getCallSignatures();
  const [parameter] = signature?.getParameters() ?? [];
  const rep = parameter && fn.tryRepOf(fn.checker.getTypeOfSymbol(parameter));
  return rep?.kind === 'optional' ? rep : { kind: 'any' };
}

/** `{ length: n }`, which has a length and nothing else. */
function lengthAlone(fn: FunctionLowering, node: ts.Expression): Value | undefined {
  const inner = skipParentheses(node);
  if (ts.isObjectLiteralExpression(inner)) {
    const [property, ...others] = inner.properties;
    if (!property || others.length > 0 || property.name?.getText() !== 'length') return undefined;
    const value = ts.isPropertyAssignment(property)
      ? lowerExpression(fn, property.initializer)
      : ts.isShorthandPropertyAssignment(property)
        ? lowerExpression(fn, property.name)
        : undefined;
    return value && { rep: intRep, inst: toInt(fn, value, property) };
  }
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(node));
  const field = rep?.kind === 'object' && !rep.layout.isOpen ? rep.layout.field('length') : undefined;
  if (rep?.kind !== 'object' || !field) return undefined;
  const object = instOf(lowerExpression(fn, node));
  const length = readProperty(fn, object, rep.layout, field, node);
  return { rep: intRep, inst: toInt(fn, length, node) };
}

function sourceArray(fn: FunctionLowering, node: ts.Expression, wanted: AnyArrayRep | undefined): Value {
  const value = lowerExpression(fn, node, wanted);
  if (value.rep.kind === 'string') return callLibrary(fn, 'string_characters', [value], node);
  if (isArrayRep(value.rep)) return value;
  if (value.rep.kind === 'object') return arrayOfIterated(fn, value, node);
  if (value.rep.kind === 'any') return callLibrary(fn, 'any_listed', [value], node);
  return fail(node, 'GN1001', 'making an array of this');
}
