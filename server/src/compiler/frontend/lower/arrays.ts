// Arrays and typed arrays: literals, elements, length, construction.
import { ARRAY_DATA, ARRAY_LENGTH, ElementKind, elementSize } from '../../abi/objects.ts';
import type { AliasClass, Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { isDynamic } from '../dynamic-values.ts';
import { isFilledNext } from '../filled-arrays.ts';
import type { ArrayRep, Rep, TypedArrayRep } from '../reps.ts';
import {
  anyRep,
  arrayOf,
  elementKindOf,
  intRep,
  isNumeric,
  memoryOfElement,
  numberRep,
  sameRep,
  typedElementRep,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import { convert, toFloat, toInt, toInt32, toNumber, whenPresent } from './conversions.ts';
import { objectBesideEmpty } from './empty-alternatives.ts';
import { lowerExpression, lowerTo, requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { advance, closeOf, currentOf, currentRep, iteratorOf } from './iteration.ts';
import { callLibrary } from './library-calls.ts';
import { numberOf } from './number-methods.ts';
import { passed, received } from './passing.ts';
import { checkedElement } from './shared-elements.ts';
import { instOf, type Value } from './value.ts';

export type AnyArrayRep = ArrayRep | TypedArrayRep;

export function isArrayRep(rep: Rep): rep is AnyArrayRep {
  return rep.kind === 'array' || rep.kind === 'typedArray';
}

/** What reading an element gives. */
export function elementRep(rep: AnyArrayRep): Rep {
  return rep.kind === 'array' ? rep.element : typedElementRep;
}

/** How elements are stored. */
export function elementKind(rep: AnyArrayRep): ElementKind {
  return rep.kind === 'array' ? elementKindOf(rep.element) : rep.element;
}

/** The tag of the element kind, as the array helpers take it. */
export function kindTag(fn: FunctionLowering, rep: AnyArrayRep): Inst {
  return fn.b.iconst(ElementKind[elementKind(rep)]);
}

/** An index expression as int32. A number that is no int32 is no index of any array: it traps. */
export function lowerIndex(fn: FunctionLowering, node: ts.Expression): Inst {
  const index = lowerExpression(fn, node);
  // `for (const i in array) array[i]`.
  return toInt(fn, index.rep.kind === 'string' ? numberOf(fn, index, node) : index, node);
}

/** Length of an array, in elements. */
export function arrayLength(fn: FunctionLowering, array: Inst): Inst {
  return fn.b.load('i32', 'length', array, ARRAY_LENGTH);
}

/** The element at an index; traps if out of range. */
export function loadElement(fn: FunctionLowering, rep: AnyArrayRep, array: Inst, index: Inst): Value {
  fn.b.bounds(index, arrayLength(fn, array));
  return loadUnchecked(fn, rep, array, index);
}

/** What may change an element: a store of the same kind, or into any typed array if some share their memory. */
function elementAlias(fn: FunctionLowering, rep: AnyArrayRep): AliasClass {
  const isShared = rep.kind === 'typedArray' && fn.module.elementsAreShared;
  return isShared ? 'element.shared' : `element.${memoryOfElement(elementKind(rep))}`;
}

/** The element at an index that is in range. */
export function loadUnchecked(fn: FunctionLowering, rep: AnyArrayRep, array: Inst, index: Inst): Value {
  const memory = memoryOfElement(elementKind(rep));
  const data = fn.b.load('i32', 'data', array, ARRAY_DATA);
  const inst = fn.b.load(memory, elementAlias(fn, rep), data, 0, index);
  if (rep.kind === 'array') return checkedElement(fn, received(fn, rep.element, inst));
  return { rep: typedElementRep, inst: typedToNumber(fn, rep, inst) };
}

function typedToNumber(fn: FunctionLowering, rep: TypedArrayRep, inst: Inst): Inst {
  if (rep.element === 'f64') return inst;
  return fn.b.op(rep.element === 'f32' ? 'f2d' : rep.element === 'u32' ? 'u2d' : 'i2d', inst);
}

/** Stores an element; traps if the index is out of range. */
export function storeElement(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Inst,
  index: Inst,
  value: Value,
  node: ts.Node,
): void {
  const inst = storedForm(fn, rep, value, node);
  fn.b.bounds(index, arrayLength(fn, array));
  const data = fn.b.load('i32', 'data', array, ARRAY_DATA);
  storeAt(fn, rep, inst, data, index);
}

/** Stores an element, or adds one if the index is where the array ends; traps if it is beyond. */
export function storeOrAdd(
  fn: FunctionLowering,
  rep: ArrayRep,
  array: Inst,
  index: Inst,
  value: Value,
  node: ts.Node,
): void {
  const atEnd = (length: Inst) => fn.b.check(fn.b.icmp('eq', index, length), 'bounds', index, length);
  storeOrExtend(fn, rep, array, index, storedForm(fn, rep, value, node), atEnd);
}

/** Stores an element anywhere: what is between the end and the index is undefined, as elements may be. */
export function storeAnywhere(
  fn: FunctionLowering,
  rep: ArrayRep,
  array: Inst,
  index: Inst,
  value: Value,
  node: ts.Node,
): void {
  const fill = (length: Inst) => {
    fn.b.check(fn.b.icmp('ge', index, fn.b.iconst(0)), 'bounds', index, length);
    setLength(fn, rep, array, index, node);
  };
  storeOrExtend(fn, rep, array, index, storedForm(fn, rep, value, node), fill);
}

/** Stores an element if there is one at the index; else adds it, when the array has been made to end there. */
function storeOrExtend(
  fn: FunctionLowering,
  rep: ArrayRep,
  array: Inst,
  index: Inst,
  inst: Inst,
  extend: (length: Inst) => void,
): void {
  const { b } = fn;
  const [there, beyond, after] = [b.createBlock(), b.createBlock(), b.createBlock()];
  beyond.rare = true;
  const length = arrayLength(fn, array);
  b.branch(b.icmp('ult', index, length), there, beyond);
  b.enterSealed(beyond);
  extend(length);
  pushValue(fn, rep, array, inst);
  b.jump(after);
  b.enterSealed(there);
  storeAt(fn, rep, inst, b.load('i32', 'data', array, ARRAY_DATA), index);
  b.jump(after);
  b.enterSealed(after);
}

/** The value as it is stored in an element. */
export function storedForm(fn: FunctionLowering, rep: AnyArrayRep, value: Value, node: ts.Node): Inst {
  if (rep.kind === 'array') return passed(fn, convert(fn, value, rep.element, node));
  if (value.rep.kind === 'any') return storedForm(fn, rep, convert(fn, value, numberRep, node), node);
  if (!isNumeric(value.rep)) return fail(node, 'GN1005', 'the value');
  switch (rep.element) {
    case 'f64':
      return toNumber(fn, value, node);
    case 'f32':
      return toFloat(fn, value, node);
    case 'u8clamped':
      return clampedByte(fn, value, node);
    default:
      return toInt32(fn, value, node);
  }
}

/** Rounded to the nearest integer, halves to the even one, from 0 to 255. */
function clampedByte(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { b } = fn;
  if (value.rep.kind === 'int' || value.inst?.op === 'i2d') {
    const x = toInt32(fn, value, node);
    const low = b.select(b.icmp('lt', x, b.iconst(0)), b.iconst(0), x);
    return b.select(b.icmp('gt', low, b.iconst(255)), b.iconst(255), low);
  }
  return instOf(callLibrary(fn, 'clampToByte', [{ rep: numberRep, inst: toNumber(fn, value, node) }], node));
}

export function storeAt(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  value: Inst,
  data: Inst,
  index?: Inst,
  offset = 0,
): void {
  const memory = memoryOfElement(elementKind(rep));
  const alias: AliasClass = elementAlias(fn, rep);
  fn.b.store(memory, alias, value, data, offset, index);
}

export function setLength(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Inst,
  length: Inst,
  node: ts.Node,
): void {
  fn.b.check(fn.b.icmp('ge', length, fn.b.iconst(0)), 'badLength', length);
  if (elementRep(rep).kind === 'string') {
    callLibrary(
      fn,
      'array_setLength',
      [
        { rep, inst: array },
        { rep: intRep, inst: length },
      ],
      node,
    );
    return;
  }
  fn.b.helper('gn_array_set_length', array, kindTag(fn, rep), length);
}

export function newArray(fn: FunctionLowering, rep: AnyArrayRep, length: Inst): Inst {
  if (length.op === 'iconst' && length.imm === 0) return fn.b.helper('gn_array_empty');
  return fn.b.helper('gn_array_new', kindTag(fn, rep), length);
}

/** `[a, b, ...c]`. */
export function lowerArrayLiteral(
  fn: FunctionLowering,
  node: ts.ArrayLiteralExpression,
  expected?: Rep,
): Value {
  return arrayOfExpressions(fn, literalRep(fn, node, expected), [], undefined, node.elements, node);
}

/** A new array of values, the elements of another array, and those that expressions give. */
export function arrayOfExpressions(
  fn: FunctionLowering,
  rep: ArrayRep,
  leading: readonly Value[],
  middle: Value | undefined,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Value {
  const firstSpread = middle ? 0 : nodes.findIndex(ts.isSpreadElement);
  const fixed = firstSpread < 0 ? nodes.length : firstSpread;
  const { b } = fn;
  const [first, ...others] = nodes;
  if (leading.length === 0 && !middle && first && ts.isSpreadElement(first)) {
    const array = copyOfSpread(fn, rep, first.expression);
    addElements(fn, rep, array, others);
    return { rep, inst: array };
  }
  // All values are computed before the array exists: an element may contain a call that looks like anything.
  const values = [
    ...leading.map((value) => passed(fn, value)),
    ...nodes.slice(0, fixed).map((element) => {
      if (ts.isOmittedExpression(element)) fail(node, 'GN1001', 'a hole in an array');
      return passed(fn, lowerTo(fn, element, rep.element));
    }),
  ];
  const array = fn.within(node, () => newArray(fn, rep, b.iconst(values.length)));
  if (values.length > 0) {
    const data = b.load('i32', 'data', array, ARRAY_DATA);
    const size = elementSize[elementKind(rep)];
    for (const [i, value] of values.entries()) storeAt(fn, rep, value, data, undefined, i * size);
  }
  const result: Value = { rep, inst: array };
  if (middle) callLibrary(fn, 'array_append', [result, middle], node);
  addElements(fn, rep, array, nodes.slice(fixed));
  return result;
}

function addElements(
  fn: FunctionLowering,
  rep: ArrayRep,
  array: Inst,
  elements: readonly ts.Expression[],
): void {
  for (const element of elements) {
    if (ts.isSpreadElement(element))
      append(fn, rep, array, spreadSource(fn, rep, element.expression), element.expression);
    else fn.within(element, () => pushValue(fn, rep, array, passed(fn, lowerTo(fn, element, rep.element))));
  }
}

/** A new array of values that are there. */
export function arrayOfValues(
  fn: FunctionLowering,
  rep: ArrayRep,
  values: readonly Value[],
  node: ts.Node,
): Value {
  return arrayOfExpressions(fn, rep, values, undefined, [], node);
}

function append(fn: FunctionLowering, rep: ArrayRep, array: Inst, source: Value, node: ts.Node): void {
  callLibrary(fn, 'array_append', [{ rep, inst: array }, source], node);
}

/** What `[...node` begins with: all at once, if the elements are kept in the same way. */
function copyOfSpread(fn: FunctionLowering, rep: ArrayRep, node: ts.Expression): Inst {
  const source = spreadSource(fn, rep, node);
  return fn.within(node, () => {
    const { b } = fn;
    if (sameRep(source.rep, rep)) {
      const whole = instOf(source);
      return b.helper('gn_array_copy', whole, kindTag(fn, rep), b.iconst(0), arrayLength(fn, whole));
    }
    const array = newArray(fn, rep, b.iconst(0));
    append(fn, rep, array, source, node);
    return array;
  });
}

/** An array of what `...node` adds to an array. */
export function spreadSource(fn: FunctionLowering, rep: AnyArrayRep, node: ts.Expression): Value {
  const perhaps = rep.kind === 'array' ? objectBesideEmpty(fn, node) : undefined;
  if (perhaps && rep.kind === 'array') {
    const array: Value = { rep, inst: newArray(fn, rep, fn.b.iconst(0)) };
    whenPresent(fn, lowerExpression(fn, perhaps), (object) => {
      const added = collected(fn, rep, iteratorOf(fn, object, node), node);
      callLibrary(fn, 'array_append', [array, added], node);
    });
    return array;
  }
  // TypeScript has found that it is there, also where it is of a type that type parameters stand in.
  const given = requirePresent(fn, lowerExpression(fn, node, rep), node);
  const source = given.rep.kind === 'any' ? callLibrary(fn, 'any_iterated', [given], node) : given;
  const element = elementRep(rep);
  if (source.rep.kind === 'string' && (element.kind === 'string' || element.kind === 'any'))
    return callLibrary(fn, 'string_characters', [source], node);
  if (source.rep.kind === 'object' && rep.kind === 'array')
    return collected(fn, rep, iteratorOf(fn, source, node), node);
  if (!isArrayRep(source.rep)) return fail(node, 'GN1001', 'spreading this');
  // TypeScript has found that they fit: each is checked to be what is wanted.
  if (rep.kind === 'array' && elementRep(source.rep).kind === 'any' && rep.element.kind !== 'any')
    return arrayOfIterated(fn, source, node, rep);
  checkElements(fn, source.rep, rep, node);
  return source;
}

/** A new array of what a value gives that can be gone over, each converted for the array. */
export function arrayOfIterated(fn: FunctionLowering, value: Value, node: ts.Node, wanted?: ArrayRep): Value {
  const iterator = iteratorOf(fn, value, node);
  return collected(fn, wanted ?? arrayOf(currentRep(iterator)), iterator, node);
}

/** A new array of the first `limit` values that an object gives that can be gone over. It is told if there may be more. */
export function arrayOfFirst(fn: FunctionLowering, value: Value, limit: number, node: ts.Node): Value {
  const iterator = iteratorOf(fn, value, node);
  const rep = arrayOf(currentRep(iterator));
  return collected(fn, rep, iterator, node, { limit, close: closeOf(fn, iterator, node) });
}

/** A new array of what an iterator gives, or of the first of it. */
function collected(
  fn: FunctionLowering,
  rep: ArrayRep,
  iterator: Value,
  node: ts.Node,
  first?: { limit: number; close: (() => void) | undefined },
): Value {
  const { b } = fn;
  const array = newArray(fn, rep, b.iconst(0));
  const next = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(next);
  b.enter(next);
  if (first) {
    const [more, enough] = [b.createBlock(), b.createBlock()];
    b.branch(b.icmp('lt', arrayLength(fn, array), b.iconst(first.limit)), more, enough);
    b.enterSealed(enough);
    first.close?.();
    b.jump(exit);
    b.enterSealed(more);
  }
  b.branch(advance(fn, iterator), body, exit);
  b.enterSealed(body);
  pushValue(fn, rep, array, passed(fn, convert(fn, currentOf(fn, iterator), rep.element, node)));
  b.jump(next);
  b.seal(next);
  b.enterSealed(exit);
  return { rep, inst: array };
}

/** Elements that are added to another array are converted one by one, as by assignment: int[] into number[] is fine. */
export function checkElements(fn: FunctionLowering, from: AnyArrayRep, to: AnyArrayRep, node: ts.Node): void {
  const element = elementRep(from);
  const wanted = elementRep(to);
  const isConvertible =
    wanted.kind === 'any' || element.kind === 'any' || (isNumeric(element) && isNumeric(wanted));
  if (!isConvertible) convert(fn, { rep: arrayOf(element) }, to, node);
}

/** Adds one element at the end. */
export function pushValue(fn: FunctionLowering, rep: AnyArrayRep, array: Inst, value: Inst): void {
  const kind = elementKind(rep);
  if (kind === 'ref' || kind === 'i32' || kind === 'f32' || kind === 'number')
    fn.b.helper(`gn_array_push_${kind}`, array, value);
  else storeAt(fn, rep, value, fn.b.helper('gn_array_push', array, kindTag(fn, rep)));
}

/** The representation of an array literal: as its context wants it, else by the type of its elements. */
function literalRep(fn: FunctionLowering, node: ts.ArrayLiteralExpression, expected?: Rep): ArrayRep {
  const wanted = expected?.kind === 'optional' ? expected.of : expected;
  if (wanted?.kind === 'array') return wanted;
  if (wanted?.kind === 'any' && isDynamic(fn.checker, node)) return arrayOf(anyRep);
  const alternatives = fn.contextualTypes(node).map((type) => fn.tryRepOf(type));
  const [array, ...others] = alternatives.filter((each) => each?.kind === 'array');
  if (array && others.length === 0) return array;
  if (fn.contextualTypes(node).some((each, i) => isErasedArray(fn, each, alternatives[i])))
    return arrayOf(anyRep);
  const type = fn.checker.getTypeAtLocation(node);
  const rep = arrayAt(fn.repOf(type, node));
  return rep?.kind === 'array' ? rep : fail(node, 'GN1002', fn.checker.typeToString(type));
}

const isErasedArray = (fn: FunctionLowering, type: ts.Type, rep: Rep | undefined) =>
  rep?.kind === 'any' && fn.checker.isArrayType(type);

/** Arrays of any elements, or of an erased type parameter, may be kept in any way: a new one holds what says itself what it is. */
export function arrayAt(rep: Rep): Rep;
export function arrayAt(rep: Rep | undefined): Rep | undefined;
export function arrayAt(rep: Rep | undefined): Rep | undefined {
  return rep?.kind === 'any' ? arrayOf(anyRep) : rep;
}

/** `new Array<T>(n)`, `Array<T>(n)`: n elements, all zero. */
export function lowerNewArray(
  fn: FunctionLowering,
  node: ts.NewExpression | ts.CallExpression,
  expected?: Rep,
): Value {
  const type = fn.checker.getTypeAtLocation(node);
  const own = arrayAt(fn.tryRepOf(type));
  const rep = expected?.kind === 'array' && !node.typeArguments ? expected : own;
  if (rep?.kind !== 'array') return fail(node, 'GN1002', fn.checker.typeToString(type));
  const [argument] = node.arguments ?? [];
  const length = argument ? lowerIndex(fn, argument) : fn.b.iconst(0);
  return fn.within(node, () => {
    if (rep.element.kind === 'string') {
      return callLibrary(fn, 'array_ofEmptyStrings', [{ rep: intRep, inst: length }], node);
    }
    if (elementKindOf(rep.element) === 'ref' && argument && !(length.op === 'iconst' && length.imm === 0)) {
      // Such elements would be null before they are set.
      if (rep.element.kind !== 'optional' && rep.element.kind !== 'any') {
        if (isFilledNext(node)) {
          fn.b.check(fn.b.icmp('ge', length, fn.b.iconst(0)), 'badLength', length);
          return { rep, inst: newArray(fn, rep, fn.b.iconst(0)) };
        }
        fail(
          node,
          'GN1001',
          'new Array with a length for objects, arrays or functions (fill it in a loop right after it, or use Array.from)',
        );
      }
    }
    return { rep, inst: newArray(fn, rep, length) };
  });
}

/** `new Uint8Array(n)`, `new Uint8Array([1, 2])`. */
export function lowerNewTypedArray(fn: FunctionLowering, rep: TypedArrayRep, node: ts.NewExpression): Value {
  const [argument] = node.arguments ?? [];
  if (!argument) return { rep, inst: fn.within(node, () => newArray(fn, rep, fn.b.iconst(0))) };
  const value = lowerExpression(fn, argument, arrayOf(numberRep));
  return fn.within(node, () => {
    if (isNumeric(value.rep) || value.rep.kind === 'any')
      return { rep, inst: newArray(fn, rep, toInt(fn, value, argument)) };
    if (value.rep.kind === 'object' && value.rep.layout.title === 'ArrayBuffer')
      return arrayOver(fn, rep, value, node);
    if (!isArrayRep(value.rep)) return fail(argument, 'GN1001', 'making a typed array of this');
    const array: Value = { rep, inst: newArray(fn, rep, arrayLength(fn, instOf(value))) };
    callLibrary(fn, 'typedArray_set', [array, value, { rep: intRep, inst: fn.b.iconst(0) }], node);
    return array;
  });
}

/** `new Uint8Array(buffer, offset, length)`. */
function arrayOver(fn: FunctionLowering, rep: TypedArrayRep, buffer: Value, node: ts.NewExpression): Value {
  const [, offset, length] = node.arguments ?? [];
  const number = (argument: ts.Expression | undefined, otherwise: number): Value => ({
    rep: numberRep,
    inst: argument ? toNumber(fn, lowerExpression(fn, argument), argument) : fn.b.dconst(otherwise),
  });
  const size: Value = { rep: intRep, inst: fn.b.iconst(elementSize[rep.element]) };
  const args = [buffer, number(offset, 0), number(length, -1), size];
  return { ...callLibrary(fn, 'typedArray_over', args, node, new Map([['A', rep]])), rep };
}

/** Runs code for each element of an array that does not change meanwhile. */
export function forEachElement(fn: FunctionLowering, array: Value, body: (element: Value) => void): void {
  const { b } = fn;
  const index = b.declareVariable('i32', 'index');
  b.write(index, b.iconst(0));
  const header = b.createBlock();
  const next = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  const i = b.read(index);
  b.branch(b.icmp('lt', i, arrayLength(fn, instOf(array))), next, exit);
  b.enterSealed(next);
  body(loadUnchecked(fn, array.rep as ArrayRep, instOf(array), i));
  b.write(index, b.op('iadd', i, b.iconst(1)));
  b.jump(header);
  b.seal(header);
  b.enterSealed(exit);
}
