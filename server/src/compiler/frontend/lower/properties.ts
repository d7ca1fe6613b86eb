// Members of values and of names that are no values: `array.length`, `Math.PI`, `Color.Red`, `text[i]`.

import { elementSize } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { mayHaveGaps } from '../gapped-arrays.ts';
import { isGappedProperty, isGappedVariable } from '../gapped-properties.ts';
import { mayGrow } from '../growing-arrays.ts';
import { repTitle } from '../object-layout.ts';
import type { Rep } from '../reps.ts';
import { intRep, isRef, numberRep, stringRep, undefinedRep, withUndefined } from '../reps.ts';
import { isTested, isTestedForUndefined, isWantedPerhaps } from '../tested-values.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { isAsked } from '../unset-fields.ts';
import { fromAny } from './any.ts';
import { readAnyMember } from './any-class-methods.ts';
import { peekedMethod } from './any-library-methods.ts';
import {
  type AnyArrayRep,
  arrayLength,
  elementRep,
  isArrayRep,
  loadElement,
  loadUnchecked,
  lowerIndex,
} from './arrays.ts';
import { isAskedLater } from './asked-constants.ts';
import { assertedProperty } from './asserted-properties.ts';
import { builtinFunction } from './builtin-functions.ts';
import { isOfFunctionType, lowerFunctionProperty } from './class-values.ts';
import { convert, promised, stringLength } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { dictionaryValue, hasKeys, isDictionary, keptValue, lowerKey } from './dictionaries.ts';
import { enumElement, enumMember } from './enums.ts';
import { lowerExpression, lowerIdentifier, requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { propertyOfFunction } from './function-table.ts';
import { isInLibrary } from './globals.ts';
import { lowerHandleProperty } from './handles.ts';
import { anyConstructor, constructorValue, isOfAllFunctions, memberOfHeld } from './held-classes.ts';
import { elementOfAny, propertyOfAny } from './json.ts';
import { chosenProperty } from './keyed-properties.ts';
import { callLibrary } from './library-calls.ts';
import { mathConstant, numberConstant } from './math.ts';
import { methodValue } from './method-values.ts';
import { callSuperAccessor, perhapsGiven } from './methods.ts';
import { moreProperty, takesMore } from './more-properties.ts';
import { nameIn } from './names.ts';
import { mayBeOfAny, narrowed } from './narrowing.ts';
import { layoutAt, readMember } from './objects.ts';
import { leaveIfAbsent } from './optional-chains.ts';
import { lowerStaticProperty, staticMember } from './static-members.ts';
import { steadyKey } from './steady-keys.ts';
import { stringUnitAt, stringUnitUnchecked } from './strings.ts';
import { perhapsUnset } from './unset-values.ts';
import { instOf, type Value } from './value.ts';

/** `object.name`. */
export function lowerProperty(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
  expected?: Rep,
): Value {
  const name = node.name.text;
  const exported = nameIn(fn.checker, node);
  if (exported) return lowerIdentifier(fn, exported, expected);
  const ofHeld = isOfAllFunctions(node)
    ? undefined
    : memberOfHeld(fn, node, node, () => lowerProperty(fn, node, expected));
  if (ofHeld) return ofHeld;
  const wanted = expected?.kind === 'function' && expected.isClass ? expected : undefined;
  const made = wanted && name === 'constructor' ? constructorValue(fn, node, wanted) : undefined;
  if (made) return made;
  const member = staticMember(fn, node);
  if (member) return lowerStaticProperty(fn, node, member, expected);
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return callSuperAccessor(fn, node, name);
  const special =
    lowerFunctionProperty(fn, node) ?? namespaceProperty(fn, node, expected) ?? assertedProperty(fn, node);
  if (special) return special;
  const base = lowerObject(fn, node);
  const { rep } = base;
  if (name === 'length' && isArrayRep(rep)) {
    return { rep: numberRep, inst: fn.b.op('i2d', arrayLength(fn, instOf(base))) };
  }
  if (rep.kind === 'typedArray' && (name === 'byteLength' || name === 'BYTES_PER_ELEMENT')) {
    const size = fn.b.iconst(elementSize[rep.element]);
    const bytes = name === 'byteLength' ? fn.b.op('imul', arrayLength(fn, instOf(base)), size) : size;
    return { rep: numberRep, inst: fn.b.op('i2d', bytes) };
  }
  if (rep.kind === 'typedArray' && name === 'byteOffset')
    return convert(fn, callLibrary(fn, 'typedArray_byteOffset', [base], node), numberRep, node);
  if (rep.kind === 'typedArray' && name === 'buffer') {
    const bytes = fn.b.op('imul', arrayLength(fn, instOf(base)), fn.b.iconst(elementSize[rep.element]));
    return callLibrary(fn, 'typedArray_buffer', [base, { rep: intRep, inst: bytes }], node);
  }
  if (name === 'length' && rep.kind === 'string') {
    return { rep: numberRep, inst: fn.b.op('i2d', stringLength(fn, instOf(base))) };
  }
  if (name === 'raw' && rep.kind === 'array') return callLibrary(fn, 'template_raw', [base], node);
  if (name === 'constructor' && (rep.kind === 'any' || isOfFunctionType(fn, node, name))) {
    const made = anyConstructor(fn, base, node);
    if (made) return made;
  }
  if (rep.kind === 'any') {
    const other = () => peekedMethod(fn, base, name, node) ?? propertyOfAny(fn, base, name, node);
    return readAnyMember(fn, base, name, node, other);
  }
  if (rep.kind === 'handle') return lowerHandleProperty(fn, base, node);
  if (hasKeys(rep, node))
    return keptValue(fn, dictionaryValue(fn, base, fn.text(name), node, expected), node, expected);
  if (rep.kind === 'object') return lowerObjectProperty(fn, base, node, name, expected);
  if (rep.kind === 'function' && (name === 'name' || name === 'length'))
    return propertyOfFunction(fn, base, name, node);
  if (takesMore(rep, name)) return moreProperty(fn, base, name, node);
  return fail(node, 'GN1003', `'${name}' of a value of type '${repTitle(rep)}'`);
}

/** Properties of names that are no values: `Math.PI`, `Number.EPSILON`, `Uint8Array.BYTES_PER_ELEMENT`. */
function namespaceProperty(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression,
  expected: Rep | undefined,
): Value | undefined {
  const expression = nameIn(fn.checker, node.expression);
  if (!expression) return undefined;
  const symbol = fn.symbolAt(expression);
  const declaration = symbol.valueDeclaration;
  if (!declaration) return undefined;
  if (symbol.flags & ts.SymbolFlags.Enum) return enumMember(fn, node);
  if (!declaration.getSourceFile().isDeclarationFile) return undefined;
  const name = node.name.text;
  const constant = expression.text === 'Math' ? mathConstant(name) : numberConstant(expression.text, name);
  if (constant === undefined)
    return builtinFunction(fn, node, expected) ?? fail(node, 'GN1004', `'${expression.text}.${name}'`);
  return { rep: numberRep, inst: fn.b.dconst(constant) };
}

/** A property of an object, or what its getter gives. */
function lowerObjectProperty(
  fn: FunctionLowering,
  base: Value,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string,
  expected: Rep | undefined,
): Value {
  const layout = layoutAt(fn, base, node.expression);
  const given = perhapsGiven(fn, instOf(base), layout, node, expected);
  if (given) return given;
  const isTaken = isAsked(node) || isWantedPerhaps(node, expected);
  const value = fn.within(node, () => readMember(fn, instOf(base), layout, name, node, isTaken));
  if (value && isTaken && layout.field(name)?.isPromised) return value;
  const symbol = fn.checker.getSymbolAtLocation(
    ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression,
  );
  if (value) return perhapsUnset(fn, value, symbol, node, isTaken);
  const index = layout.slotIndex(name);
  if (index >= 0) return methodValue(fn, instOf(base), layout, index, node);
  if (takesMore(base.rep, name)) return moreProperty(fn, base, name, node);
  return fail(node, 'GN1003', `'${name}' of a value of type '${layout.title}'`);
}

/** The object of a member access: TypeScript has checked that it is there; or `?.` asks. */
export function lowerObject(
  fn: FunctionLowering,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  expected?: Rep,
): Value {
  const value = lowerExpression(fn, node.expression, expected);
  const there = node.questionDotToken ? leaveIfAbsent(fn, value) : value;
  if (there.rep.kind === 'any') {
    const rep = fn.tryRepOf(fn.checker.getNonNullableType(fn.checker.getTypeAtLocation(node.expression)));
    const isOpen = !rep || rep.kind === 'any' || mayBeOfAny(rep, node.expression);
    return isOpen ? there : fromAny(fn, there, rep, node.expression);
  }
  return there.rep.kind === 'optional' ? promised(fn, there, node.expression) : there;
}

/** True for what a tuple may be without. */
function isOptionalElement(fn: FunctionLowering, node: ts.ElementAccessExpression, index: Inst): boolean {
  const type = fn.checker.getTypeAtLocation(node.expression);
  if (!fn.checker.isTupleType(type) || index.op !== 'iconst') return false;
  return (index.imm ?? 0) >= (type as ts.TupleTypeReference).target.minLength;
}

/**
 * True if an element is undefined beyond the end of its array, since that is asked for. Of loops over numbers and truth
 * values nothing is asked, but where they look at neighbours, or the array grows: bounds are checked before the loop.
 */
function asksForElement(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  node: ts.ElementAccessExpression,
  expected: Rep | undefined,
): boolean {
  const element = elementRep(rep);
  // `grid[y]?.[x]` may be undefined anyway.
  if (ts.isOptionalChain(node) && !isInLibrary(node)) return true;
  // What may be null can't be undefined, too.
  if (isInLibrary(node) || (element.kind === 'optional' && element.absent === 'null')) return false;
  if (isAskedLater(fn, node) || isWantedPerhaps(node, expected)) return true;
  if (element.kind === 'string' && isKey(fn, node)) return true;
  if (!isTested(node)) return false;
  return isRef(element) || isTestedForUndefined(node) || isSingled(node) || mayGrow(fn.checker, node);
}

/** The key of a dictionary: `values[text[i + 1]]` asks for 'undefined' beyond the end. */
function isKey(fn: FunctionLowering, node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isNonNullExpression(parent)) return isKey(fn, parent);
  if (!ts.isElementAccessExpression(parent) || parent.argumentExpression !== node) return false;
  const rep = fn.tryRepOf(fn.checker.getTypeAtLocation(parent.expression));
  return rep !== undefined && isDictionary(rep);
}

/** `a[i - 1]`, `a[i + 1]`; `a[0]`. */
function isSingled({ argumentExpression }: ts.ElementAccessExpression): boolean {
  const index = skipParentheses(argumentExpression);
  if (ts.isNumericLiteral(index)) return true;
  if (!ts.isBinaryExpression(index)) return false;
  const { kind } = index.operatorToken;
  return kind === ts.SyntaxKind.PlusToken || kind === ts.SyntaxKind.MinusToken;
}

/** True for an element of an array with gaps, which its type does not say. */
export function hasGaps(fn: FunctionLowering, node: ts.ElementAccessExpression, rep: AnyArrayRep): boolean {
  const array = skipParentheses(node.expression);
  if (mayHaveGaps(fn.checker, array)) return true;
  if (rep.kind !== 'array' || rep.element.kind !== 'optional' || rep.element.absent === 'null') return false;
  const told = fn.tryRepOf(fn.checker.getTypeAtLocation(node))?.kind;
  if (told === 'optional' || told === 'any') return false;
  return isGappedProperty(fn.checker, array) || isGappedVariable(fn.checker, array);
}

/** An element of an array with gaps: undefined if it is not there, where that is asked for, else an error. */
function elementOrGap(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Inst,
  index: Inst,
  node: ts.ElementAccessExpression,
  expected: Rep | undefined,
): Value {
  const value = fn.within(node, () => elementOrNone(fn, rep, array, index, node));
  const isAsked = isTested(node) || isAskedLater(fn, node) || isWantedPerhaps(node, expected);
  return isAsked ? value : requirePresent(fn, value, node);
}

/** The element at an index; undefined where the array ends before. */
export function elementOrNone(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Inst,
  index: Inst,
  node: ts.Node,
): Value {
  const to = withUndefined(elementRep(rep));
  return chooseValue(
    fn,
    to,
    fn.b.icmp('ult', index, arrayLength(fn, array)),
    () => convert(fn, loadUnchecked(fn, rep, array, index), to, node),
    () => convert(fn, { rep: undefinedRep }, to, node),
  );
}

/** The unit at an index; undefined where the string ends before. */
function unitOrNone(fn: FunctionLowering, string: Inst, index: Inst, node: ts.Node): Value {
  const to = withUndefined(stringRep);
  return chooseValue(
    fn,
    to,
    fn.b.icmp('ult', index, stringLength(fn, string)),
    () => convert(fn, stringUnitUnchecked(fn, string, index), to, node),
    () => convert(fn, { rep: undefinedRep }, to, node),
  );
}

/** `object[index]`. */
export function lowerElement(fn: FunctionLowering, node: ts.ElementAccessExpression, expected?: Rep): Value {
  const member = staticMember(fn, node);
  if (member) return lowerStaticProperty(fn, node, member);
  const ofEnum = enumElement(fn, node);
  if (ofEnum) return ofEnum;
  const base = lowerObject(fn, node);
  const { rep } = base;
  if (isArrayRep(rep)) {
    const index = lowerIndex(fn, node.argumentExpression);
    if (hasGaps(fn, node, rep)) return elementOrGap(fn, rep, instOf(base), index, node, expected);
    const value = fn.within(node, () =>
      isOptionalElement(fn, node, index) || asksForElement(fn, rep, node, expected)
        ? elementOrNone(fn, rep, instOf(base), index, node)
        : loadElement(fn, rep, instOf(base), index),
    );
    const element = elementRep(rep);
    // What may be null, undefined, or there says which it is.
    const mayBeNarrower =
      element.kind === 'any' || (element.kind === 'optional' && isRef(element) && value.rep.kind !== 'any');
    return mayBeNarrower ? narrowed(fn, value, node) : value;
  }
  if (rep.kind === 'string') {
    const index = lowerIndex(fn, node.argumentExpression);
    return fn.within(node, () =>
      !isInLibrary(node) &&
      (isTested(node) || isAskedLater(fn, node) || isKey(fn, node) || isWantedPerhaps(node, expected))
        ? unitOrNone(fn, instOf(base), index, node)
        : stringUnitAt(fn, instOf(base), index),
    );
  }
  if (rep.kind === 'any') return elementOfAny(fn, base, lowerExpression(fn, node.argumentExpression), node);
  if (hasKeys(rep, node)) {
    return keptValue(
      fn,
      dictionaryValue(fn, base, lowerKey(fn, node.argumentExpression), node, expected),
      node,
      expected,
    );
  }
  if (rep.kind === 'object') {
    const key = steadyKey(fn, node.argumentExpression);
    if (key === undefined) return chosenProperty(fn, base, node);
    lowerExpression(fn, node.argumentExpression);
    return lowerObjectProperty(fn, base, node, key, expected);
  }
  return fail(node, 'GN1001', `indexing a value of type '${repTitle(rep)}'`);
}
