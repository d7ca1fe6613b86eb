// Iteration over objects: an iterator is of a class that extends the library's IteratorObject, with a method that goes to
// the next value and says whether there is one, and a property that holds it. What can be looped over has a method that
// gives an iterator, or is one. Iterators of programs, which have nothing but `next`, are put into one of the library.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { ITERATOR, memberName, propertyName } from '../object-types.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod, methodNamed } from './library-methods.ts';
import { callMember, callSlot } from './methods.ts';
import { loadField } from './objects.ts';
import { callOpenMethod, objectsOf } from './open-objects.ts';
import { passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** The members of lib/iterator.ts. */
const ADVANCE = '__advance';
const CURRENT = '__current';

/** The iterator over the values of an object: itself if it is one. */
export function iteratorOf(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const { layout } = value.rep as ObjectRep;
  if (layout.field(CURRENT)) return value;
  const found = givenIterator(fn, value, layout, node);
  const isOfLibrary = found?.rep.kind === 'object' && found.rep.layout.field(CURRENT);
  if (!found || isOfLibrary) {
    return found ?? fail(node, 'GN1001', `going over a value of type '${repTitle(value.rep)}'`);
  }
  const element = iteratedType(fn, node);
  const rep = element && fn.tryRepOf(element);
  if (found.rep.kind !== 'object' || !rep) {
    return fail(node, 'GN1001', `going over a value of type '${repTitle(value.rep)}'`);
  }
  return callLibrary(fn, 'iterator_over', [found], node, new Map([['T', rep]]));
}

/** What the object's method `[Symbol.iterator]` gives. */
function givenIterator(
  fn: FunctionLowering,
  value: Value,
  layout: ObjectLayout,
  node: ts.Node,
): Value | undefined {
  const object = instOf(value);
  const index = layout.slotIndex(ITERATOR);
  const slot = layout.slots[index];
  if (slot)
    return layout.isOpen
      ? callOpenMethod(fn, object, slot, [], objectsOf(layout))
      : callSlot(fn, object, layout, index, []);
  const field = layout.field(ITERATOR);
  if (field?.rep.kind === 'function') {
    const { result } = field.rep;
    const inst = fn.b.callRef(instOf(loadField(fn, object, field)), passedType(result), []);
    return received(fn, result, inst);
  }
  const target = layout.declaration?.members.find(
    (each): each is ts.MethodDeclaration =>
      ts.isMethodDeclaration(each) && memberName(each.name, fn.checker) === ITERATOR,
  );
  return target && callMember(fn, { target, layout, object }, [], node);
}

/** The type of the values that the method's type promises: the first argument of `Iterator<T>` and the like. */
function iteratedType(fn: FunctionLowering, node: ts.Node): ts.Type | undefined {
  const { checker } = fn;
  const method = checker
    .getTypeAtLocation(node)
    .getProperties()
    .find((each) => propertyName(each) === ITERATOR);
  const [signature] = method ? checker.getTypeOfSymbol(method).getCallSignatures() : [];
  const [element] = signature ? checker.getTypeArguments(signature.getReturnType() as ts.TypeReference) : [];
  return element;
}

/** Emits what a loop does with an iterator that it leaves early; undefined if that is nothing. */
export function closeOf(fn: FunctionLowering, iterator: Value, node: ts.Node): (() => void) | undefined {
  const { layout } = iterator.rep as ObjectRep;
  if (!layout.field('__mode')) return undefined;
  return () => {
    callLibrary(fn, 'generator_close', [iterator], node);
  };
}

/** Goes to the next value: 1 if there is one. */
export function advance(fn: FunctionLowering, iterator: Value): Inst {
  const { layout } = iterator.rep as ObjectRep;
  const index = layout.slotIndex(ADVANCE);
  return instOf(callSlot(fn, instOf(iterator), layout, index, []));
}

/** How to go over pairs without making arrays of them. */
export interface PairIteration {
  /** Goes to the next pair: 1 if there is one. */
  advance(): Inst;
  /** The parts of the pair that it is at. */
  parts(): readonly [Value, Value];
}

/** That of an iterator over the entries of a map; undefined for others. */
export function pairIteration(
  fn: FunctionLowering,
  iterator: Value,
  node: ts.Node,
): PairIteration | undefined {
  const { layout } = iterator.rep as ObjectRep;
  if (!methodNamed(layout, '__key')) return undefined;
  const index = layout.slotIndex('step');
  return {
    advance: () => instOf(callSlot(fn, instOf(iterator), layout, index, [])),
    parts: () => [
      callLibraryMethod(fn, iterator, '__key', [], node),
      callLibraryMethod(fn, iterator, '__value', [], node),
    ],
  };
}

/** The representation of the values of an iterator. */
export function currentRep({ rep }: Value): Rep {
  return (rep as ObjectRep).layout.field(CURRENT)!.rep;
}

/** The value that the iterator is at. */
export function currentOf(fn: FunctionLowering, iterator: Value): Value {
  const { layout } = iterator.rep as ObjectRep;
  return loadField(fn, instOf(iterator), layout.field(CURRENT)!);
}
