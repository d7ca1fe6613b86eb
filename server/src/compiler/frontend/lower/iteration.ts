// Iteration over objects: an iterator is of a class that extends the library's IteratorObject, with a method that goes to
// the next value and says whether there is one, and a property that holds it. What can be looped over has a method that
// gives an iterator, or is one. Iterators of programs, which have nothing but `next`, are put into one of the library.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { methodNamed } from '../library-classes.ts';
import { ASYNC_ITERATOR, ITERATOR, type IterationMethod, memberName, propertyName } from '../member-names.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { libraryObject } from '../object-types.ts';
import { anyRep, isNothing, type ObjectRep, optionalOf, type Rep, sameRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { elementRep, isArrayRep } from './arrays.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { isAsyncIterator, isIterable, isIteration } from './iterators.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod } from './library-methods.ts';
import { callSlot } from './methods.ts';
import { loadField } from './objects.ts';
import { callOpenMethod, objectsOf } from './open-objects.ts';
import { callLibraryMember } from './overridden-methods.ts';
import { passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** The members of lib/iterator.ts. */
const ADVANCE = '__advance';
const CURRENT = '__current';

/** The iterator over the values of an object: itself if it is one. */
export function iteratorOf(
  fn: FunctionLowering,
  value: Value,
  node: ts.Node,
  method: IterationMethod = ITERATOR,
): Value {
  const found = ownIterator(fn, value, node, method);
  if (found.rep.kind === 'object' && found.rep.layout.field(CURRENT)) return found;
  const element = iteratedRep(fn, found, node, method);
  const name = method === ITERATOR ? 'IteratorObject' : 'AsyncIteratorObject';
  const rep = element && libraryObject(fn.checker, name, [element, anyRep, anyRep]);
  if (!rep) return fail(node, 'GN1001', `going over a value of type '${repTitle(value.rep)}'`);
  return convert(fn, found, rep, node);
}

/** The iterator that `for await` goes over, if the values of the object are waited for. */
export function asyncIteratorOf(fn: FunctionLowering, value: Value, node: ts.Node): Value | undefined {
  const { rep } = value;
  const isAsync = rep.kind === 'object' && isIterable(rep.layout, ASYNC_ITERATOR);
  return isAsync ? iteratorOf(fn, value, node, ASYNC_ITERATOR) : undefined;
}

/** What `value[Symbol.iterator]()` gives, or `value[Symbol.asyncIterator]()`. */
export function ownIterator(
  fn: FunctionLowering,
  value: Value,
  node: ts.Node,
  method: IterationMethod = ITERATOR,
): Value {
  const { rep } = value;
  if (method === ITERATOR && rep.kind === 'any') return callLibrary(fn, 'any_iterator', [value], node);
  const isOfLibrary = method === ITERATOR && (rep.kind === 'string' || isArrayRep(rep));
  if (isOfLibrary) {
    const array = rep.kind === 'string' ? callLibrary(fn, 'string_characters', [value], node) : value;
    const element = isArrayRep(array.rep) ? elementRep(array.rep) : rep;
    return callLibrary(fn, 'iterator_ofArray', [array], node, new Map([['T', element]]));
  }
  const layout = rep.kind === 'object' ? rep.layout : undefined;
  if (layout?.field(CURRENT)) return value;
  const found = layout && givenIterator(fn, value, layout, method, node);
  return found ?? fail(node, 'GN1001', `going over a value of type '${repTitle(rep)}'`);
}

/** What an object's method gives. */
function givenIterator(
  fn: FunctionLowering,
  value: Value,
  layout: ObjectLayout,
  method: IterationMethod,
  node: ts.Node,
): Value | undefined {
  const object = instOf(value);
  const index = layout.slotIndex(method);
  const slot = layout.slots[index];
  if (slot)
    return layout.isOpen
      ? callOpenMethod(fn, object, slot, [], objectsOf(layout))
      : callSlot(fn, object, layout, index, []);
  const field = layout.field(method);
  if (field?.rep.kind === 'function') {
    const { result } = field.rep;
    const inst = fn.b.callRef(instOf(loadField(fn, object, field)), passedType(result), []);
    return received(fn, result, inst);
  }
  for (const each of layout.lineage) {
    const target = each.declaration?.members.find(
      (member): member is ts.MethodDeclaration =>
        ts.isMethodDeclaration(member) && memberName(member.name, fn.checker) === method,
    );
    if (target) return callLibraryMember(fn, { target, layout: each, object }, [], node);
  }
  return undefined;
}

/** The values that a program's iterator gives: what is in the results of its `next` that are not done. */
function iteratedRep(
  fn: FunctionLowering,
  iterator: Value,
  node: ts.Node,
  method: IterationMethod,
): Rep | undefined {
  const type = iteratorType(fn, node, method);
  const next = type?.getProperty('next');
  const [signature] = next ? fn.checker.getTypeOfSymbol(next).getCallSignatures() : [];
  const given = signature?.getReturnType();
  const result = given && (fn.checker.getAwaitedType(given) ?? given);
  if (!result || iterator.rep.kind !== 'object') return undefined;
  const parts = result.isUnion() ? result.types : [result];
  const reps = parts.flatMap((part) => {
    const [done, value] = ['done', 'value'].map((name) => {
      const property = part.getProperty(name);
      return property && fn.checker.getTypeOfSymbol(property);
    });
    const isEnd = done && fn.checker.typeToString(done) === 'true';
    return isEnd ? [] : [(value && fn.tryRepOf(value)) ?? anyRep];
  });
  const [first, ...others] = reps.filter((rep) => !isNothing(rep));
  if (!first) return anyRep;
  if (!others.every((rep) => sameRep(rep, first))) return anyRep;
  return reps.some(isNothing) ? optionalOf(first) : first;
}

/** The type of what such a method of an expression's type gives. */
function iteratorType(fn: FunctionLowering, node: ts.Node, method: IterationMethod): ts.Type | undefined {
  const { checker } = fn;
  const property = checker
    .getTypeAtLocation(node)
    .getProperties()
    .find((each) => propertyName(each) === method);
  const [signature] = property ? checker.getTypeOfSymbol(property).getCallSignatures() : [];
  return signature?.getReturnType();
}

/** Emits what a loop does with an iterator that it leaves early; undefined if that is nothing. */
export function closeOf(fn: FunctionLowering, iterator: Value, node: ts.Node): (() => void) | undefined {
  const { layout } = iterator.rep as ObjectRep;
  const slot = layout.slots[layout.slotIndex('__go')];
  const isToldNothing =
    !isIteration(iterator.rep) && slot?.owner.declaration?.name?.text === 'IteratorObject';
  if (isToldNothing) return undefined;
  return () => {
    const name = isAsyncIterator(layout) ? 'asyncIterator_close' : 'iterator_close';
    callLibrary(fn, name, [iterator], node, new Map([['T', currentRep(iterator)]]));
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
