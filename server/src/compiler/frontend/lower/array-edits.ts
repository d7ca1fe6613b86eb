// Methods of arrays that add and remove elements.
import { ARRAY_DATA, ARRAY_LENGTH, elementSize } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { isRef } from '../reps.ts';
import { ts } from '../typescript.ts';
import {
  type AnyArrayRep,
  arrayLength,
  elementKind,
  elementRep,
  kindTag,
  loadUnchecked,
  newArray,
  pushValue,
  spreadSource,
  storeAt,
  storedForm,
} from './arrays.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { asNumber, countArgument, zero } from './method-arguments.ts';
import { valueOrNone } from './optional-results.ts';
import { instOf, type Value } from './value.ts';

export const lengthOf = (fn: FunctionLowering, array: Value): Value => ({
  rep: { kind: 'int' },
  inst: arrayLength(fn, instOf(array)),
});

export function push(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  addAll(fn, receiver, node.arguments, node);
  return asNumber(fn, lengthOf(fn, receiver));
}

/** Adds values at the end, with those of `...array`. */
export function addAll(
  fn: FunctionLowering,
  array: Value,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): void {
  const rep = array.rep as AnyArrayRep;
  const [first, ...others] = nodes;
  if (first && ts.isSpreadElement(first) && others.length === 0) {
    // The library can add an array to itself.
    callLibrary(fn, 'array_append', [array, spreadSource(fn, rep, first.expression)], node);
    return;
  }
  const added = addedValues(fn, rep, nodes, node);
  fn.within(node, () => {
    if (added.array) callLibrary(fn, 'array_append', [array, added.array], node);
    for (const inst of added.insts ?? []) pushValue(fn, rep, instOf(array), inst);
  });
}

/** Values to be added, computed before the array changes: as they are stored, or the elements of an array. */
interface Added {
  readonly insts?: readonly Inst[];
  readonly array?: Value;
}

/** With `...x` among them, they are collected in an array: how many there are is known at run time only. */
function addedValues(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  nodes: readonly ts.Expression[],
  node: ts.Node,
): Added {
  const stored = (argument: ts.Expression) =>
    storedForm(fn, rep, lowerExpression(fn, argument, elementRep(rep)), argument);
  if (!nodes.some(ts.isSpreadElement)) return { insts: nodes.map(stored) };
  const array: Value = { rep, inst: fn.within(node, () => newArray(fn, rep, fn.b.iconst(0))) };
  for (const argument of nodes) {
    if (ts.isSpreadElement(argument)) {
      callLibrary(fn, 'array_append', [array, spreadSource(fn, rep, argument.expression)], node);
    } else {
      const inst = stored(argument);
      fn.within(node, () => pushValue(fn, rep, instOf(array), inst));
    }
  }
  return { array };
}

export function pop(fn: FunctionLowering, rep: AnyArrayRep, receiver: Value, node: ts.Node): Value {
  const { b } = fn;
  const array = instOf(receiver);
  const count = arrayLength(fn, array);
  return valueOrNone(fn, elementRep(rep), b.icmp('ne', count, b.iconst(0)), node, () => {
    const last = b.op('isub', count, b.iconst(1));
    const value = loadUnchecked(fn, rep, array, last);
    // What is cut off must keep nothing alive.
    if (isRef(value.rep)) storeAt(fn, rep, b.nullRef(), b.load('i32', 'data', array, ARRAY_DATA), last);
    b.store('i32', 'length', last, array, ARRAY_LENGTH);
    return value;
  });
}

export function shift(fn: FunctionLowering, rep: AnyArrayRep, receiver: Value, node: ts.Node): Value {
  const { b } = fn;
  const array = instOf(receiver);
  const count = arrayLength(fn, array);
  return valueOrNone(fn, elementRep(rep), b.icmp('ne', count, b.iconst(0)), node, () => {
    const value = loadUnchecked(fn, rep, array, b.iconst(0));
    const size = elementSize[elementKind(rep)];
    if (size >= 4) {
      b.helper('gn_array_shift', array, b.iconst(size));
    } else {
      const rest = b.op('isub', count, b.iconst(1));
      b.helper('gn_array_move', array, kindTag(fn, rep), b.iconst(0), b.iconst(1), rest);
      b.helper('gn_array_set_length', array, kindTag(fn, rep), rest);
    }
    return value;
  });
}

export function unshift(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
): Value {
  const values = addedValues(fn, rep, node.arguments, node);
  fn.within(node, () => insert(fn, receiver, rep, zero(fn), values, node));
  return asNumber(fn, lengthOf(fn, receiver));
}

/** `splice` on an array, which is the receiver or, for `toSpliced`, a copy; what was removed. */
export function splice(
  fn: FunctionLowering,
  receiver: Value,
  rep: AnyArrayRep,
  node: ts.CallExpression,
  prepare: (receiver: Value) => Value = (same) => same,
): { readonly array: Value; readonly removed: Value } {
  const [startNode, countNode, ...added] = node.arguments;
  const start = countArgument(fn, startNode);
  // Without a count all that follows is removed; one that is undefined is 0.
  const count = countNode ? countArgument(fn, countNode) : lengthOf(fn, receiver);
  const values = addedValues(fn, rep, added, node);
  return fn.within(node, () => {
    const array = prepare(receiver);
    const from = callLibrary(fn, 'array_clampIndex', [lengthOf(fn, array), start], node);
    const removed = callLibrary(fn, 'array_remove', [array, from, count], node);
    insert(fn, array, rep, from, values, node);
    return { array, removed };
  });
}

/** Puts values at an index. */
function insert(
  fn: FunctionLowering,
  array: Value,
  rep: AnyArrayRep,
  at: Value,
  { insts = [], array: inserted }: Added,
  node: ts.Node,
): void {
  const { b } = fn;
  if (inserted) callLibrary(fn, 'array_insert', [array, at, inserted], node);
  if (insts.length === 0) return;
  const room: Value = { rep: { kind: 'int' }, inst: b.iconst(insts.length) };
  callLibrary(fn, 'array_makeRoom', [array, at, room], node);
  const data = b.load('i32', 'data', instOf(array), ARRAY_DATA);
  for (const [i, inst] of insts.entries())
    storeAt(fn, rep, inst, data, b.op('iadd', instOf(at), b.iconst(i)));
}
