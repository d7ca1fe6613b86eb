// Objects of all kinds in the place of the types Iterable and Iterator: where nothing more is asked of a value than to be
// gone over, an object of the library takes its place, which knows how to (lib/iterator.ts).

import { isLibraryObject } from '../library-objects.ts';
import { ASYNC_ITERATOR, ITERATOR, type IterationMethod } from '../member-names.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { arrayOf, booleanRep, type ObjectRep, type Rep, undefinedRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { elementRep, isArrayRep, newArray } from './arrays.ts';
import { convert, toBoolean } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { boundMethod } from './method-values.ts';
import { newObject, readMember, storeField } from './objects.ts';
import { instOf, type Value } from './value.ts';

/** The classes of the library that stand for any iterator, and for whatever gives one. */
const stands = ['IteratorObject', '__Iterable', 'AsyncIteratorObject', '__AsyncIterable'];

/** True for objects of those classes. */
export function isIteration(rep: Rep): boolean {
  return stands.some((name) => isLibraryObject(rep, name));
}

/** What such an object gives; undefined if it is none. */
export function iteratedElement(rep: Rep): Rep | undefined {
  return rep.kind === 'object' && isIteration(rep) ? [...rep.layout.substitution.values()][0] : undefined;
}

/** The value as what iterators are asked for; undefined if it is nothing like that. */
export function asIteration(
  fn: FunctionLowering,
  value: Value,
  to: ObjectRep,
  node: ts.Node,
): Value | undefined {
  const result = [to.layout, ...to.layout.alternatives].find(({ isResult }) => isResult);
  if (result) return asResult(fn, value, { kind: 'object', layout: result }, to, node);
  const element = iteratedElement(to);
  if (!element) return undefined;
  if (isLibraryObject(to, '__Iterable')) return asIterable(fn, value, element, node);
  if (isLibraryObject(to, '__AsyncIterable')) return asAsyncIterable(fn, value, element, node);
  const isAsync = isLibraryObject(to, 'AsyncIteratorObject');
  if (isArrayRep(value.rep) && !isAsync) {
    const array = asArray(fn, value, node)!;
    return callLibrary(fn, 'iterator_ofArray', [array], node, new Map([['T', element]]));
  }
  return asIterator(fn, value, element, isAsync ? 'asyncIterator_of' : 'iterator_of', node);
}

function asIterable(fn: FunctionLowering, value: Value, element: Rep, node: ts.Node): Value | undefined {
  const T = new Map([['T', element]]);
  const array = asArray(fn, value, node);
  if (array) return callLibrary(fn, 'iterable_ofArray', [array], node, T);
  const { rep } = value;
  if (rep.kind !== 'object' || !isIterable(rep.layout, ITERATOR)) return undefined;
  return callLibrary(fn, 'iterable_ofObject', [value], node, new Map([...T, ['O', rep]]));
}

function asAsyncIterable(fn: FunctionLowering, value: Value, element: Rep, node: ts.Node): Value | undefined {
  const { rep } = value;
  if (rep.kind !== 'object' || !isIterable(rep.layout, ASYNC_ITERATOR)) return undefined;
  const types = new Map([
    ['T', element],
    ['O', rep],
  ]);
  return callLibrary(fn, 'asyncIterable_ofObject', [value], node, types);
}

/** The elements of what is no object. */
function asArray(fn: FunctionLowering, value: Value, node: ts.Node): Value | undefined {
  const { rep } = value;
  if (rep.kind === 'string') return callLibrary(fn, 'string_characters', [value], node);
  if (rep.kind !== 'typedArray') return rep.kind === 'array' ? value : undefined;
  const to = arrayOf(elementRep(rep));
  const copy: Value = { rep: to, inst: newArray(fn, to, fn.b.iconst(0)) };
  callLibrary(fn, 'array_append', [copy, value], node);
  return copy;
}

/** True if an object has a method that gives an iterator, or is one of the library's. */
export function isIterable(layout: ObjectLayout, method: IterationMethod): boolean {
  if (layout.slotIndex(method) >= 0 || layout.field(method)) return true;
  if (layout.field('__current')) return isAsyncIterator(layout) === (method === ASYNC_ITERATOR);
  return layout.lineage.some(({ declaration }) =>
    declaration?.members.some((each) => each.name?.getText() === method),
  );
}

/** True for iterators of the library whose values are waited for. */
export function isAsyncIterator(layout: ObjectLayout): boolean {
  return layout.lineage.some((each) =>
    isLibraryObject({ kind: 'object', layout: each }, 'AsyncIteratorObject'),
  );
}

function asIterator(
  fn: FunctionLowering,
  value: Value,
  element: Rep,
  make: string,
  node: ts.Node,
): Value | undefined {
  const next = boundMethod(fn, value, 'next', node);
  if (!next) return undefined;
  const none: Value = { rep: undefinedRep, inst: fn.b.nullRef() };
  const end = boundMethod(fn, value, 'return', node) ?? none;
  const fail = boundMethod(fn, value, 'throw', node) ?? none;
  return callLibrary(fn, make, [next, end, fail], node, new Map([['T', element]]));
}

/** What the `next` of an iterator has given, as another such result: a new one, since nothing tells them apart. */
function asResult(
  fn: FunctionLowering,
  value: Value,
  to: ObjectRep,
  rep: ObjectRep,
  node: ts.Node,
): Value | undefined {
  if (value.rep.kind !== 'object') return undefined;
  const { layout } = value.rep;
  const object = instOf(value);
  const done = readMember(fn, object, layout, 'done', node);
  const held = readMember(fn, object, layout, 'value', node);
  if (!done && !held) return undefined;
  const place = to.layout.field('value')!;
  const inner = convert(fn, held ?? { rep: undefinedRep, inst: fn.b.nullRef() }, place.rep, node);
  const isDone = done ? toBoolean(fn, done, node) : fn.b.iconst(0);
  const result = fn.within(node, () => newObject(fn, to.layout));
  storeField(fn, result, to.layout.field('done')!, { rep: booleanRep, inst: isDone });
  storeField(fn, result, place, inner);
  return { rep, inst: result };
}
