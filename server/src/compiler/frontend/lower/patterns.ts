// Patterns: several variables at once from an array or object, in declarations, parameters and loops.
import { fail } from '../diagnostics.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { memberName } from '../object-types.ts';
import { intRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { fromAny } from './any.ts';
import {
  type AnyArrayRep,
  arrayLength,
  elementRep,
  isArrayRep,
  loadElement,
  loadUnchecked,
} from './arrays.ts';
import { isGlobalDeclaration, isVariableNode } from './captures.ts';
import { convert } from './conversions.ts';
import { chooseValue, valueOrDefault } from './defaults.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { loadField, newObject, readMember, storeField } from './objects.ts';
import { instOf, type Value } from './value.ts';
import { variableRep } from './variables.ts';

/** `const [a, b] = array` and `const { x, y } = object`. */
export function lowerPattern(
  fn: FunctionLowering,
  pattern: ts.BindingPattern,
  initializer: ts.Expression | undefined,
): void {
  if (!initializer) fail(pattern, 'GN1001', 'taking this apart');
  const source = skipParentheses(initializer);
  const isPlain = (element: ts.ArrayBindingElement) =>
    ts.isOmittedExpression(element) || (!element.dotDotDotToken && !element.initializer);
  if (
    ts.isArrayBindingPattern(pattern) &&
    ts.isArrayLiteralExpression(source) &&
    !source.elements.some(ts.isSpreadElement) &&
    pattern.elements.every(isPlain)
  ) {
    // No array is needed: the values go to the variables, all of them computed first.
    const names = pattern.elements.map((element) => (isSimpleElement(element) ? element.name : undefined));
    const values = source.elements.map((element, i) => {
      const name = names[i];
      return name ? lowerTo(fn, element, variableRep(fn, name)) : lowerExpression(fn, element);
    });
    for (const [i, name] of names.entries()) {
      if (name) initialize(fn, name, values[i] ?? fail(pattern, 'GN1001', 'taking this apart'));
    }
    return;
  }
  bindPattern(fn, pattern, lowerExpression(fn, initializer));
}

function isSimpleElement(
  element: ts.ArrayBindingElement,
): element is ts.BindingElement & { name: ts.Identifier } {
  return ts.isBindingElement(element) && ts.isIdentifier(element.name);
}

/** Declares the variables of a pattern with the parts of a value. */
export function bindPattern(fn: FunctionLowering, pattern: ts.BindingPattern, base: Value): void {
  if (ts.isArrayBindingPattern(pattern)) bindArrayPattern(fn, pattern, base);
  else bindObjectPattern(fn, pattern, base);
}

/** Declares a variable, or those of a pattern, with a value. */
export function bindPart(fn: FunctionLowering, name: ts.BindingName, value: Value): void {
  if (ts.isIdentifier(name)) initialize(fn, name, value);
  else bindPattern(fn, name, value.rep.kind === 'any' ? fromAny(fn, value, fn.repAt(name), name) : value);
}

/** `{ x, y: { z }, w = 1, ...rest }`. */
function bindObjectPattern(fn: FunctionLowering, pattern: ts.ObjectBindingPattern, base: Value): void {
  if (base.rep.kind !== 'object')
    fail(pattern, 'GN1001', `taking a value of type '${repTitle(base.rep)}' apart`);
  const { layout } = base.rep;
  fn.module.dependOnLayout(fn.symbol, layout);
  for (const element of pattern.elements) {
    if (element.dotDotDotToken) {
      bindPart(fn, element.name, restOf(fn, element, base, layout));
      continue;
    }
    const name = memberName(element.propertyName ?? (element.name as ts.Identifier));
    if (name === undefined) fail(element, 'GN1001', 'a computed name');
    const value = fn.within(element, () => readMember(fn, instOf(base), layout, name));
    if (!value) fail(element, 'GN1003', `'${name}' of a value of type '${layout.title}'`);
    bindPart(fn, element.name, valueOrDefault(fn, value, element.initializer));
  }
}

/** A new object with the properties that a pattern has not taken. */
function restOf(fn: FunctionLowering, element: ts.BindingElement, base: Value, from: ObjectLayout): Value {
  const rep = fn.repAt(element.name);
  if (rep.kind !== 'object' || rep.layout.isOpen || from.isOpen)
    return fail(element, 'GN1002', repTitle(rep));
  const object = fn.within(element, () => newObject(fn, rep.layout));
  for (const field of rep.layout.fields) {
    const own = from.field(field.name);
    if (!own) return fail(element, 'GN1003', `'${field.name}' of a value of type '${from.title}'`);
    storeField(fn, object, field, convert(fn, loadField(fn, instOf(base), own), field.rep, element));
  }
  return { rep, inst: object };
}

/** Declares the variables of a pattern with the elements of an array. */
function bindArrayPattern(fn: FunctionLowering, pattern: ts.ArrayBindingPattern, base: Value): void {
  const { rep } = base;
  if (!isArrayRep(rep)) fail(pattern, 'GN1001', 'taking this apart');
  for (const [i, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const value = fn.within(element, () => elementValue(fn, element, rep, base, i));
    bindPart(fn, element.name, value);
  }
}

function elementValue(
  fn: FunctionLowering,
  element: ts.BindingElement,
  rep: AnyArrayRep,
  base: Value,
  i: number,
): Value {
  const { b } = fn;
  const index = b.iconst(i);
  if (element.dotDotDotToken) {
    const end: Value = { rep: intRep, inst: arrayLength(fn, instOf(base)) };
    return callLibrary(fn, 'array_slice', [base, { rep: intRep, inst: index }, end], element);
  }
  const { initializer } = element;
  if (!initializer) return loadElement(fn, rep, instOf(base), index);
  return chooseValue(
    fn,
    elementRep(rep),
    b.icmp('lt', index, arrayLength(fn, instOf(base))),
    () => loadUnchecked(fn, rep, instOf(base), index),
    () => lowerTo(fn, initializer, elementRep(rep)),
  );
}

/** Declares a variable with a value. */
function initialize(fn: FunctionLowering, name: ts.Identifier, value: Value): void {
  const { parent } = name;
  if (isVariableNode(parent) && isGlobalDeclaration(parent)) {
    const global = fn.module.declareGlobal(parent);
    fn.write({ kind: 'global', rep: global.rep, global }, convert(fn, value, global.rep, name));
    fn.setReady(global.name, true);
    return;
  }
  const rep = variableRep(fn, name);
  fn.write(fn.declare(fn.symbolAt(name), rep, name), convert(fn, value, rep, name));
}
