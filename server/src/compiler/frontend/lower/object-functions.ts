// Functions of `Object`: what they do with properties, whose names are known by the object's class or dictionary.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { dictionaryOfAny } from '../dictionary-types.ts';
import { accessedName, type ObjectLayout, repTitle } from '../object-layout.ts';
import type { ArrayRep, FunctionRep, ObjectRep, Rep } from '../reps.ts';
import { booleanRep, intRep, isNumeric, numberRep, stringRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { toAny } from './any.ts';
import {
  arrayAt,
  arrayLength,
  arrayOfIterated,
  elementRep,
  forEachElement,
  isArrayRep,
  newArray,
  pushValue,
} from './arrays.ts';
import { Merge } from './assignments.ts';
import { convert, stringLength, toNumber, unwrapped } from './conversions.ts';
import { hasProperty, isDictionary, lowerKey, newDictionary } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import { lowerFreeze, lowerIsFrozen } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod } from './library-methods.ts';
import { isError } from './more-properties.ts';
import { lowerAssign } from './object-assign.ts';
import { layoutAt, readMember } from './objects.ts';
import { comparison } from './operators.ts';
import { passed } from './passing.ts';
import { classNamed } from './static-members.ts';
import { instOf, type Value } from './value.ts';

export function lowerObjectFunction(
  fn: FunctionLowering,
  node: ts.CallExpression,
  method: string,
  expected: Rep | undefined,
): Value {
  const taken = method === 'assign' ? node.arguments.slice(0, 1) : node.arguments;
  for (const each of taken) if (ts.isSpreadElement(each)) fail(each, 'GN1001', 'spreading here');
  const [first, second] = node.arguments;
  if (!first) return fail(node, 'GN1003', `'Object.${method}'`);
  switch (method) {
    case 'groupBy':
      return second ? lowerGroupBy(fn, first, second, node) : fail(node, 'GN1003', "'Object.groupBy'");
    case 'getOwnPropertyNames':
    case 'keys': {
      const object = lowerExpression(fn, first);
      if (object.rep.kind === 'any') return callLibrary(fn, 'any_ownKeys', [object], first);
      return keysOf(fn, object, first);
    }
    case 'values':
    case 'entries':
      return lowerValues(fn, node, first, method);
    case 'assign':
      return lowerAssign(fn, node, first, expected);
    case 'fromEntries':
      return lowerFromEntries(fn, node, first, expected);
    case 'freeze':
      return lowerFreeze(fn, first, expected);
    case 'setPrototypeOf':
      return lowerSetPrototype(fn, node, first);
    case 'isFrozen':
      return lowerIsFrozen(fn, first);
    case 'is':
      return second
        ? { rep: booleanRep, inst: isSame(fn, lowerExpression(fn, first), lowerExpression(fn, second), node) }
        : fail(node, 'GN1003', "'Object.is' of one value");
    case 'hasOwn': {
      const object = unwrapped(lowerExpression(fn, first));
      return second
        ? hasProperty(fn, object, lowerKey(fn, second), node)
        : fail(node, 'GN1003', "'Object.hasOwn'");
    }
    default:
      return fail(node.expression, 'GN1003', `'Object.${method}'`);
  }
}

/** `Object.prototype.hasOwnProperty.call(object, key)`, `Object.prototype.toString.call(value)`. */
export function lowerPrototypeCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  target: ts.Expression,
  self: ts.Expression,
  [key]: readonly ts.Expression[],
): Value | undefined {
  const [, method] = /^Object\.prototype\.(\w+)$/.exec(target.getText()) ?? [];
  if (method === 'hasOwnProperty' && key)
    return hasProperty(fn, unwrapped(lowerExpression(fn, self)), lowerKey(fn, key), node);
  if (method === 'toString')
    return callLibrary(fn, 'any_tag', [toAny(fn, lowerExpression(fn, self), self)], node);
  return undefined;
}

/** The names of the properties that `for ... in` goes over, or the indices of an array: an array of strings. */
export function keysOf(fn: FunctionLowering, object: Value, node: ts.Node): Value {
  const { rep } = object;
  if (isDictionary(rep)) return callLibraryMethod(fn, object, 'keys', [], node);
  if (isArrayRep(rep)) {
    const length: Value = { rep: intRep, inst: arrayLength(fn, instOf(object)) };
    return callLibrary(fn, 'array_keyTexts', [length], node);
  }
  if (rep.kind === 'string') {
    const length: Value = { rep: intRep, inst: stringLength(fn, instOf(object)) };
    return callLibrary(fn, 'array_keyTexts', [length], node);
  }
  if (isError(rep)) return callLibrary(fn, 'any_keys', [object], node);
  if (rep.kind === 'object') return callLibrary(fn, 'object_keys', [toAny(fn, object, node)], node);
  if (rep.kind === 'any') return callLibrary(fn, 'any_keys', [object], node);
  return fail(node, 'GN1001', `going over the properties of a value of type '${repTitle(rep)}'`);
}

/** `Object.values(object)`, `Object.entries(object)`. */
function lowerValues(
  fn: FunctionLowering,
  node: ts.CallExpression,
  argument: ts.Expression,
  method: 'values' | 'entries',
): Value {
  const object = unwrapped(lowerExpression(fn, argument));
  if (isDictionary(object.rep)) return callLibraryMethod(fn, object, method, [], node);
  if (object.rep.kind === 'any') return callLibrary(fn, `any_${method}`, [object], node);
  const rep = arrayAt(fn.repAt(node));
  const elements = elementsOf(fn, object, argument);
  if (elements && rep.kind === 'array') {
    const result: Value = { rep, inst: fn.within(node, () => newArray(fn, rep, fn.b.iconst(0))) };
    callLibrary(fn, method === 'values' ? 'array_append' : 'array_namedEntries', [result, elements], node);
    return result;
  }
  if (object.rep.kind !== 'object' || rep.kind !== 'array')
    return fail(argument, 'GN1001', `going over the properties of a value of type '${repTitle(object.rep)}'`);
  const layout = layoutAt(fn, object, argument);
  const result: Value = { rep, inst: fn.within(node, () => newArray(fn, rep, fn.b.iconst(0))) };
  forEachElement(fn, keysOf(fn, object, argument), (key) => {
    const element =
      method === 'values'
        ? convert(fn, propertyByName(fn, object, layout, key, rep.element, node), rep.element, node)
        : pair(fn, object, layout, key, rep.element, node);
    pushValue(fn, rep, instOf(result), passed(fn, element));
  });
  return result;
}

/** What an array has, and the units of a string; undefined for what has properties with names. */
function elementsOf(fn: FunctionLowering, value: Value, node: ts.Node): Value | undefined {
  if (value.rep.kind === 'string') return callLibrary(fn, 'string_units', [value], node);
  return isArrayRep(value.rep) ? value : undefined;
}

/** `[name, value]`. */
function pair(
  fn: FunctionLowering,
  object: Value,
  layout: ObjectLayout,
  key: Value,
  rep: Rep,
  node: ts.Node,
): Value {
  const tuple = rep as ArrayRep;
  const array = fn.within(node, () => newArray(fn, tuple, fn.b.iconst(0)));
  const value = propertyByName(fn, object, layout, key, tuple.element, node);
  for (const part of [key, value])
    pushValue(fn, tuple, array, passed(fn, convert(fn, part, tuple.element, node)));
  return { rep, inst: array };
}

/** The property whose name is known only now, in a representation that holds them all; traps if there is none. */
export function propertyByName(
  fn: FunctionLowering,
  object: Value,
  layout: ObjectLayout,
  key: Value,
  rep: Rep,
  node: ts.Node,
): Value {
  const { b } = fn;
  if (layout.isOpen || isError(object.rep)) {
    // What the object has besides what its type says, says its class.
    const value = callLibrary(fn, 'any_property', [toAny(fn, object, node), key], node);
    return convert(fn, value, rep, node);
  }
  const merge = new Merge(fn, rep);
  const join = b.createBlock();
  const names = layout.declaration
    ? layout.fields.map(({ name }) => name).filter((name) => !name.startsWith('#'))
    : new Set(layout.fields.map(({ name }) => accessedName(name)));
  for (const name of names) {
    const found = b.createBlock();
    const other = b.createBlock();
    b.branch(b.helper('gn_str_eq', instOf(key), instOf(fn.text(name))), found, other);
    b.enterSealed(found);
    merge.set(convert(fn, readMember(fn, instOf(object), layout, name, node)!, rep, node));
    b.jump(join);
    b.enterSealed(other);
  }
  b.trap('noProperty');
  b.enterSealed(join);
  return merge.get();
}

/**
 * `Object.setPrototypeOf(this, new.target.prototype)` in a constructor, which programs need that are compiled for JavaScript
 * without classes: the object has that class. So it has with the name of the class, as long as no other extends it.
 */
function lowerSetPrototype(fn: FunctionLowering, node: ts.CallExpression, object: ts.Expression): Value {
  const owner = ts.findAncestor(node, ts.isConstructorDeclaration)?.parent;
  const prototype = node.arguments[1];
  const isThis = object.kind === ts.SyntaxKind.ThisKeyword;
  if (owner && isThis && prototype && ts.isPropertyAccessExpression(prototype)) {
    const of = skipParentheses(prototype.expression);
    if (prototype.name.text === 'prototype' && (ts.isMetaProperty(of) || isLast(fn, owner, of)))
      return lowerExpression(fn, object);
  }
  return fail(node, 'GN1001', "'Object.setPrototypeOf' of anything but 'this' and 'new.target.prototype'");
}

/** True for the name of the class around that no other one extends. */
function isLast(fn: FunctionLowering, owner: ts.ClassLikeDeclaration, node: ts.Expression): boolean {
  if (classNamed(node, fn) !== owner) return false;
  fn.module.dependOnSubclasses(fn.symbol, owner);
  return fn.module.world.families.below(owner).length === 0;
}

function lowerFromEntries(
  fn: FunctionLowering,
  node: ts.CallExpression,
  argument: ts.Expression,
  expected: Rep | undefined,
): Value {
  const own = fn.repAt(node);
  const wanted = expected && isDictionary(expected) ? expected : own;
  const rep = wanted.kind === 'any' ? dictionaryOfAny(fn.checker) : wanted;
  if (!rep || !isDictionary(rep)) return fail(node, 'GN1002', repTitle(wanted));
  const source = lowerExpression(fn, argument);
  const entries = entriesOf(fn, isOfLists(source.rep) ? toAny(fn, source, argument) : source, argument);
  const dictionary = newDictionary(fn, rep as ObjectRep, node);
  const isOfAny = isArrayRep(entries.rep) && elementRep(entries.rep).kind === 'any';
  const method = isOfAny ? 'fillAny' : hasTextKeys(fn, argument) ? 'fill' : 'fillMixed';
  callLibraryMethod(fn, dictionary, method, [entries], argument);
  return dictionary;
}

/** True for lists of elements of one type in the place of pairs: `text.split('\n').map((line) => line.split('='))`. */
const isOfLists = (rep: Rep): boolean =>
  rep.kind === 'array' && rep.element.kind === 'array' && rep.element.element.kind !== 'any';

function entriesOf(fn: FunctionLowering, source: Value, node: ts.Node): Value {
  if (source.rep.kind === 'object') return arrayOfIterated(fn, source, node);
  return source.rep.kind === 'any' ? callLibrary(fn, 'any_iterated', [source], node) : source;
}

/** False for an array of pairs, or a map, whose keys are numbers or of any type. */
function hasTextKeys({ checker }: FunctionLowering, node: ts.Expression): boolean {
  let type = checker.getTypeAtLocation(node);
  while ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) {
    const [first] = checker.getTypeArguments(type as ts.TypeReference);
    if (!first) break;
    type = first;
  }
  return (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) === 0;
}

/** `Object.groupBy(items, keyOf)`. */
function lowerGroupBy(
  fn: FunctionLowering,
  items: ts.Expression,
  keyOf: ts.Expression,
  node: ts.Node,
): Value {
  const given = lowerExpression(fn, items);
  const array = isArrayRep(given.rep) ? given : arrayOfIterated(fn, given, items);
  const params = [elementRep(array.rep as ArrayRep), numberRep];
  const callback = lowerExpression(fn, keyOf, { kind: 'function', params, result: stringRep });
  const own = callback.rep.kind === 'function' ? callback.rep.result : stringRep;
  const wanted: FunctionRep = { kind: 'function', params, result: isNumeric(own) ? own : stringRep };
  return callLibrary(fn, 'object_groupBy', [array, convert(fn, callback, wanted, keyOf)], node);
}

function isSame(fn: FunctionLowering, a: Value, b: Value, node: ts.Node): Inst {
  if (isNumeric(a.rep) && isNumeric(b.rep)) {
    const numbers = [a, b].map(
      (each): Value => ({ rep: { kind: 'number' }, inst: toNumber(fn, each, node) }),
    );
    return instOf(callLibrary(fn, 'number_is', numbers, node));
  }
  const isSimple = (value: Value) => value.rep.kind === 'string' || value.rep.kind === 'boolean';
  if (isSimple(a) && a.rep.kind === b.rep.kind) return comparison(fn, 'eq', a, b, node);
  const values = [a, b].map((each) => toAny(fn, each, node));
  return instOf(callLibrary(fn, 'any_is', values, node));
}
