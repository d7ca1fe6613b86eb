// Assignments to several places at once: `[a, b] = [b, a]`, `({ x, y: point.y, ...rest } = object)`.
import type { Rep } from '../reps.ts';
import { isUnused } from '../taken-apart.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { lowerPlace, type Place } from './assignments.ts';
import { convert } from './conversions.ts';
import { valueOrDefault } from './defaults.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { arrayToTakeApart, partOfArray, partOfObject, restOfArray, restOfObject } from './pattern-parts.ts';
import type { Value } from './value.ts';

type Pattern = ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

export function isPattern(node: ts.Expression): node is Pattern {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

/** Assigns the parts of the right side; gives the right side, if it is made at all. */
export function assignPattern(fn: FunctionLowering, pattern: Pattern, right: ts.Expression): Value {
  const source = skipParentheses(right);
  if (
    ts.isArrayLiteralExpression(pattern) &&
    ts.isArrayLiteralExpression(source) &&
    isUnused(pattern.parent) &&
    pattern.elements.every(isPlain) &&
    source.elements.length >= pattern.elements.length &&
    !source.elements.some((each) => ts.isSpreadElement(each) || ts.isOmittedExpression(each))
  ) {
    assignElements(fn, pattern, source);
    return { rep: { kind: 'void' } };
  }
  const value = lowerExpression(fn, right);
  assignParts(fn, pattern, value);
  return value;
}

/** True for a place by itself: neither a pattern, nor with a default value, nor a rest. */
function isPlain(node: ts.Expression): boolean {
  const inner = skipParentheses(node);
  return !isPattern(inner) && !ts.isSpreadElement(inner) && !ts.isBinaryExpression(inner);
}

/** `[a, b] = [b, a]` needs no array: all values are computed before the first is assigned. */
function assignElements(
  fn: FunctionLowering,
  pattern: ts.ArrayLiteralExpression,
  source: ts.ArrayLiteralExpression,
): void {
  // JavaScript computes the right side first, then base and index of each target as it comes to it.
  const values = source.elements.map((element, i) =>
    lowerExpression(fn, element, placeRep(fn, pattern.elements[i])),
  );
  for (const [i, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    const place = lowerPlace(fn, element);
    place.write(convert(fn, values[i]!, place.rep, source.elements[i]!));
  }
}

/** The representation that an element of the right side is wanted in: that of the target at its place. */
function placeRep(fn: FunctionLowering, target: ts.Expression | undefined): Rep | undefined {
  if (!target || !ts.isIdentifier(target)) return undefined;
  return fn.binding(fn.symbolAt(target), target).rep;
}

/** Assigns the parts of a value. */
export function assignParts(fn: FunctionLowering, pattern: Pattern, value: Value): void {
  if (ts.isArrayLiteralExpression(pattern)) assignArray(fn, pattern, value);
  else assignObject(fn, pattern, value);
}

function assignArray(fn: FunctionLowering, pattern: ts.ArrayLiteralExpression, whole: Value): void {
  const base = arrayToTakeApart(fn, whole, pattern);
  for (const [i, element] of pattern.elements.entries()) {
    if (ts.isOmittedExpression(element)) continue;
    if (ts.isSpreadElement(element)) {
      assignPart(fn, element.expression, () => restOfArray(fn, base, i, element.expression));
      continue;
    }
    const { target, initializer } = withoutDefault(element);
    assignPart(fn, target, () => partOfArray(fn, base, i, initializer, element));
  }
}

function assignObject(fn: FunctionLowering, pattern: ts.ObjectLiteralExpression, base: Value): void {
  for (const property of pattern.properties) {
    if (ts.isSpreadAssignment(property)) {
      const { expression } = property;
      const rep = fn.repAt(expression);
      assignPart(fn, expression, () => restOfObject(fn, base, rep, property));
    } else if (ts.isShorthandPropertyAssignment(property)) {
      const { name, objectAssignmentInitializer } = property;
      assignPart(fn, name, () =>
        valueOrDefault(fn, partOfObject(fn, base, name, property), objectAssignmentInitializer),
      );
    } else if (ts.isPropertyAssignment(property)) {
      const { target, initializer } = withoutDefault(property.initializer);
      assignPart(fn, target, () =>
        valueOrDefault(fn, partOfObject(fn, base, property.name, property), initializer),
      );
    }
  }
}

/** `target = initializer` inside of a pattern. */
function withoutDefault(node: ts.Expression): { target: ts.Expression; initializer?: ts.Expression } {
  const isDefault = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isDefault ? { target: node.left, initializer: node.right } : { target: node };
}

/** Base and index of the target are computed before the value. */
function assignPart(fn: FunctionLowering, target: ts.Expression, value: () => Value): void {
  const inner = skipParentheses(target);
  if (isPattern(inner)) {
    assignParts(fn, inner, value());
    return;
  }
  const place: Place = lowerPlace(fn, target);
  place.write(convert(fn, value(), place.rep, target));
}
