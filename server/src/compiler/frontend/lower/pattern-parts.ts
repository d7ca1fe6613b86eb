// What patterns take out of values, in declarations and in assignments alike.
import { fail } from '../diagnostics.ts';
import { dictionaryOfAny } from '../dictionary-types.ts';
import { memberName } from '../member-names.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { anyRep, intRep, numberRep, sameRep, withUndefined } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { holdsPerhapsNothing } from '../variable-reps.ts';
import { toAny } from './any.ts';
import { readAnyMember } from './any-class-methods.ts';
import {
  type AnyArrayRep,
  arrayLength,
  arrayOfExpressions,
  arrayOfFirst,
  arrayOfIterated,
  elementRep,
  isArrayRep,
  loadElement,
  loadUnchecked,
  newArray,
} from './arrays.ts';
import { convert, stringLength } from './conversions.ts';
import { valueOrDefault } from './defaults.ts';
import { hasKeys, isDictionary, lowerKey, newDictionary, takeOver } from './dictionaries.ts';
import { requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { propertyOfAny } from './json.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod } from './library-methods.ts';
import { exactly, exactRep, newObject, readMember, storeField } from './objects.ts';
import { loadMixedField } from './open-objects.ts';
import { valueOrNone } from './optional-results.ts';
import { instOf, type Value } from './value.ts';

/** The property that a pattern takes out of an object; arrays and strings have a `length`. */
export function partOfObject(fn: FunctionLowering, base: Value, name: ts.PropertyName, node: ts.Node): Value {
  const { rep } = base;
  if (hasKeys(rep, name)) return partOfDictionary(fn, base, name, node);
  const key = memberName(name, fn.checker);
  if (key === undefined) return fail(name, 'GN1001', 'a computed name');
  if (key === 'length' && isArrayRep(rep))
    return { rep: numberRep, inst: fn.b.op('i2d', arrayLength(fn, instOf(base))) };
  if (key === 'length' && rep.kind === 'string')
    return { rep: numberRep, inst: fn.b.op('i2d', stringLength(fn, instOf(base))) };
  if (rep.kind === 'array' && String(Number(key) >>> 0) === key) {
    const [array, index] = [instOf(base), fn.b.iconst(Number(key))];
    if (!mayLackPart(fn, node)) return fn.within(node, () => loadElement(fn, rep, array, index));
    const isThere = fn.b.icmp('lt', index, arrayLength(fn, array));
    return valueOrNone(fn, rep.element, isThere, node, () => loadUnchecked(fn, rep, array, index));
  }
  if (rep.kind === 'any')
    return fn.within(node, () =>
      readAnyMember(fn, base, key, node, () => propertyOfAny(fn, base, key, node)),
    );
  if (rep.kind !== 'object') return fail(node, 'GN1001', `taking a value of type '${repTitle(rep)}' apart`);
  const { layout } = rep;
  fn.module.dependOnLayout(fn.symbol, layout);
  const mayLack = mayLackPart(fn, node);
  const value = fn.within(
    node,
    () => readMember(fn, instOf(base), layout, key, node, mayLack) ?? partOfSome(fn, base, layout, key, node),
  );
  return value ?? fail(node, 'GN1003', `'${key}' of a value of type '${layout.title}'`);
}

/** Of a dictionary it may not be there, where the pattern has a default. */
function partOfDictionary(fn: FunctionLowering, base: Value, name: ts.PropertyName, node: ts.Node): Value {
  const key = ts.isComputedPropertyName(name)
    ? lowerKey(fn, name.expression)
    : fn.text(memberName(name, fn.checker) ?? '');
  const found = callLibraryMethod(fn, base, 'get', [key], node);
  return mayLackPart(fn, node) ? found : requirePresent(fn, found, node);
}

/** True if what takes a part takes undefined, too, or has a default for it. */
const mayLackPart = (fn: FunctionLowering, node: ts.Node) =>
  hasDefault(node) || holdsPerhapsNothing(fn.checker, node, fn.substitution);

/** True for a part of a pattern that says what to take where nothing is there. */
function hasDefault(node: ts.Node): boolean {
  if (ts.isBindingElement(node)) return node.initializer !== undefined;
  if (ts.isShorthandPropertyAssignment(node)) return node.objectAssignmentInitializer !== undefined;
  return ts.isPropertyAssignment(node) && ts.isBinaryExpression(skipParentheses(node.initializer));
}

/** A new object of a representation, whose properties are those that a pattern has not taken. */
export function restOfObject(fn: FunctionLowering, whole: Value, type: Rep, node: ts.Node): Value {
  if (whole.rep.kind === 'any' || type.kind === 'any') return restOfAny(fn, toAny(fn, whole, node), node);
  const base = exactly(fn, whole, node);
  const rep = exactRep(type);
  if (isDictionary(base.rep)) return restOfDictionary(fn, base, base.rep, rep, node);
  const from = base.rep.kind === 'object' ? base.rep.layout : undefined;
  if (!from || rep.kind !== 'object' || rep.layout.isOpen || from.isOpen)
    return fail(node, 'GN1002', repTitle(rep));
  fn.module.dependOnLayout(fn.symbol, from);
  const order = from.order.filter((name) => rep.layout.named(name));
  const isWhole = order.length === rep.layout.order.length;
  const object = fn.within(node, () => newObject(fn, rep.layout, isWhole ? order : rep.layout.order));
  for (const field of rep.layout.fields) {
    if (!from.named(field.name))
      return fail(node, 'GN1003', `'${field.name}' of a value of type '${from.title}'`);
    const value = fn.within(node, () => readMember(fn, instOf(base), from, field.name, node))!;
    storeField(fn, object, field, convert(fn, value, field.rep, node));
  }
  return { rep, inst: object };
}

/** A dictionary without the keys that the pattern around `node` has taken. */
function restOfDictionary(
  fn: FunctionLowering,
  base: Value,
  rep: ObjectRep,
  type: Rep,
  node: ts.Node,
): Value {
  if (type.kind === 'object' && !isDictionary(type)) return objectOfKeys(fn, base, type, node);
  if (!sameRep(rep, type)) return fail(node, 'GN2004', repTitle(rep), repTitle(type));
  const rest = newDictionary(fn, rep, node);
  callLibraryMethod(fn, rest, 'assign', [base], node);
  return withoutTaken(fn, rest, node);
}

/** An object of a type with what a dictionary has by the names of its properties. */
function objectOfKeys(fn: FunctionLowering, base: Value, rep: ObjectRep, node: ts.Node): Value {
  const { layout } = rep;
  if (layout.isOpen || layout.declaration) return fail(node, 'GN2004', repTitle(base.rep), repTitle(rep));
  const whole = toAny(fn, base, node);
  const values = layout.fields.map(({ name, rep: held }) => {
    const found = callLibrary(fn, 'any_property', [whole, fn.text(name)], node);
    return fn.within(node, () => convert(fn, found, held, node));
  });
  const object = fn.within(node, () => newObject(fn, layout));
  for (const [i, field] of layout.fields.entries()) storeField(fn, object, field, values[i]!);
  return { rep, inst: object };
}

/** An object that can get any property, with those that the pattern around `node` has not taken. */
function restOfAny(fn: FunctionLowering, base: Value, node: ts.Node): Value {
  const rest = newDictionary(
    fn,
    dictionaryOfAny(fn.checker) ?? fail(node, 'GN1001', 'a rest of any value'),
    node,
  );
  takeOver(fn, rest, anyRep, base, node);
  return toAny(fn, withoutTaken(fn, rest, node), node);
}

function withoutTaken(fn: FunctionLowering, rest: Value, node: ts.Node): Value {
  for (const name of takenNames(node)) {
    const isComputed = ts.isComputedPropertyName(name);
    // What is computed must not be computed twice.
    if (isComputed && !ts.isIdentifier(name.expression) && !ts.isStringLiteralLike(name.expression))
      return fail(name, 'GN1001', 'a computed name beside a rest');
    const key = isComputed ? lowerKey(fn, name.expression) : fn.text(memberName(name, fn.checker) ?? '');
    callLibraryMethod(fn, rest, 'remove', [key], node);
  }
  return rest;
}

/** The names in the pattern that a rest is part of. */
function takenNames({ parent }: ts.Node): ts.PropertyName[] {
  if (ts.isObjectBindingPattern(parent)) {
    return parent.elements.flatMap(({ dotDotDotToken, propertyName, name }) =>
      dotDotDotToken ? [] : [propertyName ?? (name as ts.Identifier)],
    );
  }
  return (parent as ts.ObjectLiteralExpression).properties.flatMap(({ name }) => (name ? [name] : []));
}

/** What an array pattern takes apart: of a string, its characters; of what can be gone over, what it gives. */
export function arrayToTakeApart(
  fn: FunctionLowering,
  base: Value,
  pattern: ts.ArrayBindingPattern | ts.ArrayLiteralExpression,
): Value {
  if (base.rep.kind === 'string') return callLibrary(fn, 'string_characters', [base], pattern);
  if (base.rep.kind !== 'object' && base.rep.kind !== 'any') return base;
  const { elements, parent } = pattern;
  const source = ts.isVariableDeclaration(parent)
    ? parent.initializer
    : ts.isBinaryExpression(parent)
      ? parent.right
      : undefined;
  const last = elements.at(-1);
  const takesAll = last && (ts.isSpreadElement(last) || (ts.isBindingElement(last) && last.dotDotDotToken));
  if (base.rep.kind === 'any') {
    const count: Value = { rep: intRep, inst: fn.b.iconst(elements.length) };
    return takesAll
      ? callLibrary(fn, 'any_iterated', [base], pattern)
      : callLibrary(fn, 'any_first', [base, count], pattern);
  }
  return takesAll
    ? arrayOfIterated(fn, base, source ?? pattern)
    : arrayOfFirst(fn, base, elements.length, source ?? pattern);
}

/** The element of an array at an index; where it may be undefined by its type or has a default value, it may be missing. */
export function partOfArray(
  fn: FunctionLowering,
  base: Value,
  i: number,
  initializer: ts.Expression | undefined,
  node: ts.Node,
): Value {
  const rep = arrayRepOf(base, node);
  const array = instOf(base);
  const index = fn.b.iconst(i);
  const element = elementRep(rep);
  const mayLack =
    initializer !== undefined ||
    (withUndefined(element) === element && isUndefinedAllowed(fn, node)) ||
    holdsPerhapsNothing(fn.checker, node, fn.substitution);
  if (!mayLack) return fn.within(node, () => loadElement(fn, rep, array, index));
  const isThere = fn.b.icmp('lt', index, arrayLength(fn, array));
  const value = valueOrNone(fn, element, isThere, node, () => loadUnchecked(fn, rep, array, index));
  return valueOrDefault(fn, value, initializer);
}

/** By the type of what takes the element: `z` in `const [x, y, z] = point`, where `point` is `[number, number, number?]`. */
function isUndefinedAllowed(fn: FunctionLowering, node: ts.Node): boolean {
  const type = fn.checker.getTypeAtLocation(ts.isBindingElement(node) ? node.name : node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.some(
    ({ flags }) => flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Any | ts.TypeFlags.Unknown),
  );
}

/** What some of the objects of a union have, as in `const { points = 1 } = questions.get(id) ?? {}`; undefined where one has it not. */
function partOfSome(
  fn: FunctionLowering,
  base: Value,
  layout: ObjectLayout,
  key: string,
  node: ts.Node,
): Value | undefined {
  const [first, ...others] = layout.alternatives.flatMap((each) => each.field(key)?.rep ?? []);
  if (!first) return undefined;
  const rep = others.every((each) => sameRep(each, first)) ? withUndefined(first) : anyRep;
  return loadMixedField(fn, instOf(base), layout, key, rep, node);
}

/** A new array of the elements from an index, in the representation of what takes them. */
export function restOfArray(
  fn: FunctionLowering,
  base: Value,
  i: number,
  taker: ts.Expression | ts.BindingName,
): Value {
  const from = arrayRepOf(base, taker);
  const type = fn.checker.getTypeAtLocation(taker);
  const wanted = fn.tryRepOf(type);
  // Of a tuple nothing may be left: TypeScript knows nothing of such elements.
  const isEmpty =
    fn.checker.isTupleType(type) && fn.checker.getTypeArguments(type as ts.TypeReference).length === 0;
  if (isEmpty && wanted?.kind === 'array')
    return { rep: wanted, inst: fn.within(taker, () => newArray(fn, wanted, fn.b.iconst(0))) };
  const start: Value = { rep: intRep, inst: fn.b.iconst(i) };
  const end: Value = { rep: intRep, inst: arrayLength(fn, instOf(base)) };
  const rest = callLibrary(fn, 'array_slice', [base, start, end], taker);
  // Of a typed array, numbers are left.
  if (from.kind === 'typedArray' && wanted?.kind === 'array')
    return arrayOfExpressions(fn, wanted, [], rest, [], taker);
  // Those of a tuple are held as what may be anything; which they are here, the type says.
  const isChecked = wanted?.kind === 'array' && wanted.element.kind !== 'any';
  return isChecked && elementRep(from).kind === 'any' ? arrayOfIterated(fn, rest, taker, wanted) : rest;
}

function arrayRepOf({ rep }: Value, node: ts.Node): AnyArrayRep {
  return isArrayRep(rep) ? rep : fail(node, 'GN1001', 'taking this apart');
}
