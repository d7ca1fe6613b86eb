// Patterns: several variables at once from an array or object, in declarations, parameters and loops.
import { fail } from '../diagnostics.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { builtinMember, namespaceName } from './builtin-functions.ts';
import { isGlobalDeclaration, isVariableNode } from './captures.ts';
import { convert } from './conversions.ts';
import { valueOrDefault } from './defaults.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { arrayToTakeApart, partOfArray, partOfObject, restOfArray, restOfObject } from './pattern-parts.ts';
import type { Value } from './value.ts';
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
    const names = pattern.elements.map((element) =>
      ts.isBindingElement(element) ? element.name : undefined,
    );
    const values = source.elements.map((element, i) => {
      const name = names[i];
      return name && ts.isIdentifier(name)
        ? lowerTo(fn, element, variableRep(fn, name))
        : lowerExpression(fn, element);
    });
    for (const [i, name] of names.entries()) {
      if (name) bindPart(fn, name, values[i] ?? fail(pattern, 'GN1001', 'taking this apart'));
    }
    return;
  }
  const namespace = namespaceName(fn, source);
  if (namespace && ts.isObjectBindingPattern(pattern)) bindMembers(fn, pattern, namespace);
  else bindPattern(fn, pattern, lowerExpression(fn, initializer));
}

/** `const { floor, PI } = Math`. */
function bindMembers(fn: FunctionLowering, pattern: ts.ObjectBindingPattern, namespace: string): void {
  for (const { name, propertyName, dotDotDotToken } of pattern.elements) {
    const key = propertyName ?? name;
    if (!ts.isIdentifier(key) || !ts.isIdentifier(name) || dotDotDotToken)
      fail(name, 'GN1001', `taking '${namespace}' apart like this`);
    const member = builtinMember(fn, namespace, key.text, fn.tryRepOf(fn.checker.getTypeAtLocation(name)));
    initialize(fn, name, member ?? fail(name, 'GN1004', `'${namespace}.${key.text}'`));
  }
}

/** Declares the variables of a pattern with the parts of a value. */
export function bindPattern(fn: FunctionLowering, pattern: ts.BindingPattern, base: Value): void {
  if (ts.isArrayBindingPattern(pattern)) bindArrayPattern(fn, pattern, base);
  else bindObjectPattern(fn, pattern, base);
}

/** Declares a variable, or those of a pattern, with a value. */
export function bindPart(fn: FunctionLowering, name: ts.BindingName, value: Value): void {
  if (ts.isIdentifier(name)) initialize(fn, name, value);
  else bindPattern(fn, name, value.rep.kind === 'any' ? convert(fn, value, fn.repAt(name), name) : value);
}

/** `{ x, y: { z }, w = 1, ...rest }`. */
function bindObjectPattern(fn: FunctionLowering, pattern: ts.ObjectBindingPattern, base: Value): void {
  for (const element of pattern.elements) {
    const { name, initializer } = element;
    const value = element.dotDotDotToken
      ? restOfObject(fn, base, fn.repAt(name), element)
      : partOfObject(fn, base, element.propertyName ?? (name as ts.Identifier), element);
    bindPart(fn, name, valueOrDefault(fn, value, initializer));
  }
}

/** Declares the variables of a pattern with the elements of an array. */
function bindArrayPattern(fn: FunctionLowering, pattern: ts.ArrayBindingPattern, whole: Value): void {
  const base = arrayToTakeApart(fn, whole, pattern);
  for (const [i, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const value = element.dotDotDotToken
      ? restOfArray(fn, base, i, element.name)
      : partOfArray(fn, base, i, element.initializer, element);
    bindPart(fn, element.name, value);
  }
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
