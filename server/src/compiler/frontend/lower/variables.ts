// Declarations of variables: local, at the top level of a cell, and several at once from an array.
import { fail } from '../diagnostics.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { memberName } from '../object-types.ts';
import type { Rep } from '../reps.ts';
import { intRep, isNothing, undefinedRep, valueType } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import {
  type AnyArrayRep,
  arrayLength,
  elementRep,
  isArrayRep,
  loadElement,
  loadUnchecked,
} from './arrays.ts';
import { Merge } from './assignments.ts';
import { isGlobalDeclaration, isVariableNode, staticFunction, type VariableNode } from './captures.ts';
import { convert, isPresent, unwrapped } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { newObject, readProperty, storeField } from './objects.ts';
import { constantOf, instOf, type Value } from './value.ts';

export function lowerVariables(fn: FunctionLowering, list: ts.VariableDeclarationList): void {
  if (list.flags & ts.NodeFlags.Using) fail(list, 'GN1001', "'using'");
  for (const declaration of list.declarations) {
    fn.at(declaration);
    lowerVariable(fn, declaration, list);
  }
}

function lowerVariable(
  fn: FunctionLowering,
  declaration: ts.VariableDeclaration,
  list: ts.VariableDeclarationList,
): void {
  const { name, initializer } = declaration;
  if (ts.isObjectBindingPattern(name)) {
    if (!initializer) fail(name, 'GN1001', 'taking this apart');
    bindPattern(fn, name, lowerExpression(fn, initializer));
    return;
  }
  if (ts.isArrayBindingPattern(name)) {
    lowerArrayPattern(fn, name, initializer);
    return;
  }
  const symbol = fn.symbolAt(name);
  if (staticFunction(symbol)) return;
  if (isVariableNode(declaration) && isGlobalDeclaration(declaration)) {
    lowerGlobalVariable(fn, declaration, (list.flags & ts.NodeFlags.Const) !== 0);
    return;
  }
  const isVar = !(list.flags & (ts.NodeFlags.Let | ts.NodeFlags.Const));
  const rep = explained(fn, initializer, () => variableRep(fn, name));
  const known = isVar ? fn.bindingOfLocal(symbol) : undefined;
  // A function in the right side may hold the variable itself.
  const early = fn.module.captures(name.getSourceFile()).isBoxed(symbol) && !known;
  const declared = early ? fn.declare(symbol, rep, name) : known;
  // Else the right side is computed before the variable is declared anew, as in the next round of a loop.
  const value = initializer && lowerTo(fn, initializer, rep);
  const binding = declared ?? fn.declare(symbol, rep, name);
  if (value) fn.write(binding, value);
  else if (!isVar) fn.write(binding, emptyValue(fn, rep, declaration));
}

/** Where a type has no representation, what is wrong with the value often says more. */
function explained<T>(fn: FunctionLowering, initializer: ts.Expression | undefined, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (initializer) lowerExpression(fn, initializer);
    throw error;
  }
}

/** The representation of a variable: that of its type. */
export function variableRep(fn: FunctionLowering, name: ts.Identifier): Rep {
  const rep = fn.repAt(name);
  return isNothing(rep) ? fail(name, 'GN1002', rep.kind) : rep;
}

/** What `let x: T;` holds: undefined where that is possible; else it is assigned before it is read. */
export function emptyValue(fn: FunctionLowering, rep: Rep, node: ts.Node) {
  if (rep.kind === 'optional') return convert(fn, { rep: undefinedRep }, rep, node);
  return { rep, inst: fn.b.constant(valueType(rep), 0) };
}

/** A variable at the top level of a cell. A `const` whose value is known needs neither memory nor code. */
function lowerGlobalVariable(
  fn: FunctionLowering,
  declaration: VariableNode & ts.VariableDeclaration,
  isConst: boolean,
): void {
  const { initializer } = declaration;
  const global = explained(fn, initializer, () => fn.module.declareGlobal(declaration));
  const { rep } = global;
  const value = initializer ? lowerTo(fn, initializer, rep) : emptyValue(fn, rep, declaration);
  const constant = isConst && !fn.module.namesReadEarly.has(global.name) ? knownValue(value) : undefined;
  if (constant !== undefined) fn.module.declareConstant(global, constant);
  else fn.write({ kind: 'global', rep, global }, value);
  fn.setReady(global.name, true);
}

/** The value if it is known at compile time. */
function knownValue(value: Value): number | string | boolean | undefined {
  if (value.text !== undefined) return value.text;
  const constant = value.rep.kind === 'optional' ? undefined : constantOf(value);
  return constant !== undefined && value.rep.kind === 'boolean' ? constant !== 0 : constant;
}

/** `const [a, b] = array`. */
function lowerArrayPattern(
  fn: FunctionLowering,
  pattern: ts.ArrayBindingPattern,
  initializer: ts.Expression | undefined,
): void {
  if (!initializer) fail(pattern, 'GN1001', 'taking this apart');
  const source = skipParentheses(initializer);
  const isPlain = (element: ts.ArrayBindingElement) =>
    ts.isOmittedExpression(element) || (!element.dotDotDotToken && !element.initializer);
  if (
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

function bindPart(fn: FunctionLowering, name: ts.BindingName, value: Value): void {
  if (ts.isIdentifier(name)) initialize(fn, name, value);
  else bindPattern(fn, name, value);
}

/** `{ x, y: { z }, w = 1, ...rest }`. */
function bindObjectPattern(fn: FunctionLowering, pattern: ts.ObjectBindingPattern, base: Value): void {
  if (base.rep.kind !== 'object')
    fail(pattern, 'GN1001', `taking a value of type '${repTitle(base.rep)}' apart`);
  const { layout } = base.rep;
  fn.module.dependOnLayout(fn.symbol, layout);
  const taken = new Set<string>();
  for (const element of pattern.elements) {
    if (element.dotDotDotToken) {
      bindPart(fn, element.name, restOf(fn, element, base, layout, taken));
      continue;
    }
    const name = memberName(element.propertyName ?? (element.name as ts.Identifier));
    const field = name === undefined ? undefined : layout.field(name);
    if (!field) fail(element, 'GN1003', `'${element.getText()}' of a value of type '${layout.title}'`);
    taken.add(field.name);
    const value = fn.within(element, () => readProperty(fn, instOf(base), layout, field));
    bindPart(fn, element.name, withDefault(fn, element, value));
  }
}

/** The value, or the default where it is undefined. */
function withDefault(fn: FunctionLowering, element: ts.BindingElement, value: Value): Value {
  const { initializer } = element;
  if (!initializer || value.rep.kind !== 'optional' || value.rep.absent !== 'undefined') return value;
  const { b } = fn;
  const rep = value.rep.of;
  const merge = new Merge(fn, rep);
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(isPresent(fn, value), there, absent);
  b.enterSealed(there);
  merge.set(unwrapped(value));
  b.jump(join);
  b.enterSealed(absent);
  merge.set(lowerTo(fn, initializer, rep));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}

/** A new object with the properties that a pattern has not taken. */
function restOf(
  fn: FunctionLowering,
  element: ts.BindingElement,
  base: Value,
  from: ObjectLayout,
  taken: ReadonlySet<string>,
): Value {
  const rep = fn.repAt(element.name);
  if (rep.kind !== 'object' || rep.layout.isOpen) return fail(element, 'GN1002', repTitle(rep));
  const order = from.order.filter((name) => !taken.has(name));
  const object = fn.within(element, () => newObject(fn, rep.layout, order));
  for (const field of rep.layout.fields) {
    const own = from.field(field.name);
    if (!own) continue;
    const value = convert(fn, readProperty(fn, instOf(base), from, own), field.rep, element);
    storeField(fn, object, field, value);
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
  const merge = new Merge(fn, elementRep(rep));
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(b.icmp('lt', index, arrayLength(fn, instOf(base))), there, absent);
  b.enterSealed(there);
  merge.set(loadUnchecked(fn, rep, instOf(base), index));
  b.jump(join);
  b.enterSealed(absent);
  merge.set(lowerTo(fn, initializer, elementRep(rep)));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
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
