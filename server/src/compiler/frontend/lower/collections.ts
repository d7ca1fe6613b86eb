// `new Map(entries)` and `new Set(values)`: an object of the library that is filled with what can be looped over.
import { fail } from '../diagnostics.ts';
import { FILL, isCollection } from '../library-classes.ts';
import { type ObjectLayout, repTitle } from '../object-layout.ts';
import { isNothing, type ObjectRep, type Rep, sameRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isArrayRep, newArray } from './arrays.ts';
import { isPresent, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { advance, currentOf, iteratorOf } from './iteration.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod, libraryMethod } from './library-methods.ts';
import type { Value } from './value.ts';

/** The method of the library's collections that takes in a value that an iterator gave. */
const TAKE = '__take';

/** Of two representations of a new collection that which its context wants: `Map<string, int>` says more than literals. */
export function collectionRep(own: ObjectRep, expected: Rep | undefined): ObjectRep {
  const wanted = expected?.kind === 'optional' ? expected.of : expected;
  if (wanted?.kind !== 'object' || !isCollection(own.layout)) return own;
  return wanted.layout.declaration === own.layout.declaration ? wanted : own;
}

/** Puts into a new collection what the constructor is given: null and undefined, an array, a string or an iterator. */
export function fill(
  fn: FunctionLowering,
  layout: ObjectLayout,
  collection: Value,
  [source, ...others]: readonly ts.Expression[],
  node: ts.Node,
): void {
  for (const other of others) fail(other, 'GN1001', 'a second argument here');
  if (!source) return;
  if (ts.isSpreadElement(source)) fail(source, 'GN1001', 'spreading here');
  const list = libraryMethod(fn, layout, FILL).params[0]!;
  const value = lowerExpression(fn, source, list);
  fn.within(node, () => fillWith(fn, collection, value, list, source));
}

function fillWith(
  fn: FunctionLowering,
  collection: Value,
  value: Value,
  list: Rep,
  node: ts.Expression,
): void {
  const { rep } = value;
  if (isNothing(rep)) return;
  if (rep.kind === 'optional') {
    const { b } = fn;
    const there = b.createBlock();
    const join = b.createBlock();
    b.branch(isPresent(fn, value), there, join);
    b.enterSealed(there);
    fillWith(fn, collection, unwrapped(value), list, node);
    b.jump(join);
    b.enterSealed(join);
    return;
  }
  if (isArrayRep(rep) || rep.kind === 'any') {
    callLibraryMethod(fn, collection, FILL, [elementsAs(fn, value, list, node)], node);
  } else if (rep.kind === 'string') {
    const characters = callLibrary(fn, 'string_characters', [value], node);
    callLibraryMethod(fn, collection, FILL, [characters], node);
  } else if (rep.kind === 'object') {
    fillFromIterator(fn, collection, iteratorOf(fn, value, node), node);
  } else {
    fail(node, 'GN1001', `going over a value of type '${repTitle(rep)}'`);
  }
}

/** The array as the collection takes it: a new one if its elements are kept in another way. */
function elementsAs(fn: FunctionLowering, value: Value, list: Rep, node: ts.Expression): Value {
  if (!isArrayRep(value.rep) || list.kind !== 'array' || sameRep(value.rep, list)) return value;
  const result: Value = { rep: list, inst: newArray(fn, list, fn.b.iconst(0)) };
  callLibrary(fn, 'array_append', [result, value], node);
  return result;
}

function fillFromIterator(
  fn: FunctionLowering,
  collection: Value,
  iterator: Value,
  node: ts.Expression,
): void {
  const { b } = fn;
  const next = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(next);
  b.enter(next);
  b.branch(advance(fn, iterator), body, exit);
  b.enterSealed(body);
  callLibraryMethod(fn, collection, TAKE, [currentOf(fn, iterator)], node);
  b.jump(next);
  b.seal(next);
  b.enterSealed(exit);
}
