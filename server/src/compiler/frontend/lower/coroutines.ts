// Functions that wait in the middle: generators and asynchronous functions. A call makes a closure of the body, and an
// object of the library that runs it as a coroutine (device-runtime/core/coroutines.c): a Generator from the first
// `next` on, a Promise at once (lib/generator.ts, lib/promise.ts).

import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { isLibraryObject } from '../library-objects.ts';
import type { Field } from '../object-layout.ts';
import { repTitle } from '../object-layout.ts';
import { libraryObject } from '../object-types.ts';
import {
  anyRep,
  intRep,
  isNothing,
  neverRep,
  nullRep,
  type ObjectRep,
  type OptionalRep,
  optionalOf,
  type Rep,
  undefinedRep,
  voidRep,
} from '../reps.ts';
import { ts } from '../typescript.ts';
import { type FunctionNode, isAsync, type PartNode } from './captures.ts';
import { lowerCellStatements } from './cell.ts';
import { choose, convert, isPresent, unwrapped, whenPresent } from './conversions.ts';
import { chooseValue } from './defaults.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { asyncIteratorOf, currentOf, currentRep, iteratorOf } from './iteration.ts';
import { iteratedElement } from './iterators.ts';
import { leaveTo } from './jumps.ts';
import { callLibrary } from './library-calls.ts';
import { loadField, newObject, storeField } from './objects.ts';
import { partClosure } from './parts.ts';
import { lowerStatements } from './statements.ts';
import { promiseOfThenable } from './thenables.ts';
import { instOf, type Value } from './value.ts';

/** The mode in which a generator goes on that is told to return (lib/iterator.ts). */
const RETURNING = 2;

export const isPromise = (rep: Rep): rep is ObjectRep => isLibraryObject(rep, 'Promise');

/** The object that a call of such a function gives. */
export function beginCoroutine(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  fn.at(node);
  if (!node.asteriskToken) return beginAsync(fn, node, body);
  return isAsync(node) ? newAsyncGenerator(fn, node, body) : newGenerator(fn, node, body);
}

function newGenerator(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  const generator = generatorRep(fn, 'Generator', node);
  const around = { result: voidRep, isCell: false, generator };
  const closure = partClosure(fn, body, voidRep, around);
  const object = newObject(fn, generator.layout);
  const field = fieldOf(generator, '__body');
  storeField(fn, object, field, { rep: field.rep, inst: closure });
  return convert(fn, { rep: generator, inst: object }, fn.result, node);
}

function newAsyncGenerator(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  const generator = generatorRep(fn, 'AsyncGenerator', node);
  const around = { result: voidRep, isCell: false, isAsync: true, generator };
  const closure: Value = {
    rep: { kind: 'function', params: [], result: voidRep },
    inst: partClosure(fn, body, voidRep, around),
  };
  const [T, R, N] = generator.layout.substitution.values();
  const types = new Map(Object.entries({ T: T!, R: R!, N: N! }));
  return convert(fn, callLibrary(fn, 'asyncGenerator_of', [closure], node, types), fn.result, node);
}

/** The generator that a function makes which may promise no more than an iterator. */
function generatorRep({ checker, result }: FunctionLowering, name: string, node: ts.Node): ObjectRep {
  if (isLibraryObject(result, name)) return result;
  const element = iteratedElement(result);
  const generator = element && libraryObject(checker, name, [element, anyRep, anyRep]);
  return generator ?? fail(node, 'GN1002', repTitle(result));
}

function beginAsync(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  const { result } = fn;
  if (!isLibraryObject(result, 'Promise')) return fail(node, 'GN1002', repTitle(result));
  const [promised = anyRep] = result.layout.substitution.values();
  const given = isNothing(promised) ? voidRep : promised;
  const closure = partClosure(fn, body, given, { result: given, isCell: false, isAsync: true });
  const rep: Rep = { kind: 'function', params: [], result: given };
  return callLibrary(fn, 'promise_async', [{ rep, inst: closure }], node, new Map([['T', promised]]));
}

/** The statements of a cell that waits. */
export function lowerWaitingCell(fn: FunctionLowering, file: ts.SourceFile): void {
  const closure = partClosure(fn, file, voidRep);
  const rep: Rep = { kind: 'function', params: [], result: voidRep };
  callLibrary(fn, 'promise_runCell', [{ rep, inst: closure }], file);
}

/** The body of a coroutine as a function of its own. */
export function lowerCoroutineBody(
  fn: FunctionLowering,
  body: Exclude<PartNode, ts.TryStatement | ts.ForOfStatement>,
): void {
  const { b, result } = fn;
  if (ts.isSourceFile(body)) {
    lowerCellStatements(fn, body);
  } else if (ts.isBlock(body)) {
    lowerStatements(fn, body.statements);
  } else {
    fn.at(body);
    const value = settled(fn, lowerExpression(fn, body, result), body);
    if (result.kind === 'void') b.return();
    else lowerReturn(fn, convert(fn, value, result, body));
  }
  if (b.terminated) return;
  b.position = undefined;
  if (result.kind === 'void') b.return();
  else if (result.kind === 'optional' || result.kind === 'any') b.return(b.nullRef());
  else b.trap('unreachable');
}

/** `await x`. */
export function lowerAwait(fn: FunctionLowering, node: ts.AwaitExpression): Value {
  const value = lowerExpression(fn, node.expression);
  return fn.within(node, () => {
    const result = awaited(fn, value, node);
    if (result.rep.kind === 'void' && result.rep.isNever) return result;
    if (result !== value) return isNothing(result.rep) ? { rep: voidRep } : result;
    if (value.rep.kind === 'any' || value.rep.kind === 'either') return awaitAny(fn, value, node);
    callLibrary(fn, 'promise_pause', [], node);
    return value;
  });
}

/** An element of a `for await` over what is not asynchronous itself, in the two turns that it takes in JavaScript. */
export function awaitElement(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  return fn.within(node, () => {
    const result = awaitOnce(fn, value, node);
    callLibrary(fn, 'promise_pause', [], node);
    return result;
  });
}

/** What a value is fulfilled with, in one turn. */
function awaitOnce(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  const result = awaited(fn, value, node);
  if (value.rep.kind === 'any' || value.rep.kind === 'either') {
    const any = convert(fn, value, anyRep, node);
    return callLibrary(fn, 'promise_awaitAny', [any], node, new Map([['T', anyRep]]));
  }
  if (result === value) callLibrary(fn, 'promise_pause', [], node);
  return result;
}

/** Of what may be a promise, only the board knows. */
function awaitAny(fn: FunctionLowering, value: Value, node: ts.AwaitExpression): Value {
  const rep = fn.repAt(node);
  if (isNothing(rep)) return fail(node, 'GN1002', repTitle(value.rep));
  return callLibrary(fn, 'promise_awaitAny', [convert(fn, value, anyRep, node)], node, new Map([['T', rep]]));
}

/** What a promise, or what has a `then`, is fulfilled with; anything else is itself. */
function awaited(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  if (value.rep.kind === 'optional' && isPromise(value.rep.of))
    return awaitedIfThere(fn, value, value.rep, node);
  const promise = isPromise(value.rep) ? value : promiseOfThenable(fn, value, node);
  return promise ? callLibrary(fn, 'promise_await', [promise], node) : value;
}

/** The same where there may be no promise: nothing takes its turn, too. */
function awaitedIfThere(
  fn: FunctionLowering,
  value: Value,
  { of, absent }: OptionalRep,
  node: ts.Node,
): Value {
  const there = unwrapped(value);
  const pause = () => void callLibrary(fn, 'promise_pause', [], node);
  const [given] = (of as ObjectRep).layout.substitution.values();
  const wait = () => callLibrary(fn, 'promise_await', [there], node);
  if (!given || isNothing(given)) {
    const none = (action: () => void) => () => {
      action();
      return fn.b.iconst(0);
    };
    choose(fn, isPresent(fn, value), none(wait), none(pause));
    return { rep: voidRep };
  }
  const rep = given.kind === 'optional' && given.absent !== absent ? anyRep : optionalOf(given, absent);
  return chooseValue(
    fn,
    rep,
    isPresent(fn, value),
    () => convert(fn, wait(), rep, node),
    () => {
      pause();
      return convert(
        fn,
        { rep: absent === 'null' ? nullRep : undefinedRep, inst: fn.b.nullRef() },
        rep,
        node,
      );
    },
  );
}

/** What a function returns: an asynchronous one nothing by itself if that is a promise. */
export function settled(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  if (!fn.around.isAsync) return value;
  if (value.rep.kind === 'any')
    return callLibrary(fn, 'promise_settled', [value], node, new Map([['T', anyRep]]));
  const returned = (promise: Value) => void callLibrary(fn, 'promise_returned', [promise], node);
  if (value.rep.kind === 'optional' && isPromise(value.rep.of)) {
    whenPresent(fn, value, returned);
    return { rep: value.rep.absent === 'null' ? nullRep : undefinedRep, inst: fn.b.nullRef() };
  }
  if (!isPromise(value.rep)) return awaited(fn, value, node);
  returned(value);
  return { rep: neverRep };
}

/** `yield x` and `yield* xs`. */
export function lowerYield(fn: FunctionLowering, node: ts.YieldExpression): Value {
  const { generator } = fn.around;
  if (!generator) return fail(node, 'GN1001', "'yield' here");
  const { expression } = node;
  if (node.asteriskToken && expression) return yieldAll(fn, generator, expression, node);
  const rep = fieldOf(generator, '__current').rep;
  const given = expression
    ? lowerExpression(fn, expression, rep)
    : { rep: undefinedRep, inst: fn.b.nullRef() };
  return fn.within(node, () => {
    const value = fn.around.isAsync ? awaitOnce(fn, given, node) : given;
    return yieldValue(fn, generator, convert(fn, value, rep, expression ?? node), node);
  });
}

function yieldValue(fn: FunctionLowering, generator: ObjectRep, value: Value, node: ts.Node): Value {
  const { b } = fn;
  suspendAt(fn, generator, value, node);
  // Told to go on with an error, or to return?
  const self = selfOf(fn);
  const mode = instOf(loadField(fn, self, fieldOf(generator, '__mode')));
  const goOn = b.createBlock();
  const leave = b.createBlock();
  b.branch(b.icmp('eq', mode, b.iconst(0)), goOn, leave);
  b.enterSealed(leave);
  callLibrary(fn, ofGenerator(fn, 'leave'), [{ rep: generator, inst: self }], node);
  leaveTo(fn, { kind: 'return' }, undefined, node);
  b.enterSealed(goOn);
  return loadField(fn, self, fieldOf(generator, '__sent'));
}

/** The name of a function of the library for the kind of generator whose body this is. */
const ofGenerator = ({ around }: FunctionLowering, name: string) =>
  `${around.isAsync ? 'asyncGenerator' : 'generator'}_${name}`;

/** Waits at a value. */
function suspendAt(fn: FunctionLowering, generator: ObjectRep, value: Value, node: ts.Node): void {
  const { b } = fn;
  storeField(fn, selfOf(fn), fieldOf(generator, '__current'), value);
  if (fn.around.isAsync) {
    callLibrary(fn, 'asyncGenerator_yield', [{ rep: generator, inst: selfOf(fn) }], node);
    return;
  }
  storeField(fn, selfOf(fn), fieldOf(generator, '__isDone'), { rep: intRep, inst: b.iconst(0) });
  b.helper('gn_suspend');
}

/** `yield* xs`; its value is what another generator returns. */
function yieldAll(
  fn: FunctionLowering,
  generator: ObjectRep,
  expression: ts.Expression,
  node: ts.Node,
): Value {
  const source = lowerExpression(fn, expression);
  const iterator = fn.around.isAsync
    ? awaitingIterator(fn, source, expression)
    : iteratorOf(fn, source, expression);
  return fn.within(node, () => yieldEach(fn, generator, iterator, node));
}

/** An iterator that waits for the values of what is asynchronous, or not. */
function awaitingIterator(fn: FunctionLowering, source: Value, node: ts.Expression): Value {
  const waiting = asyncIteratorOf(fn, source, node);
  if (waiting) return waiting;
  const iterator = iteratorOf(fn, source, node);
  const element = currentRep(iterator);
  const T = isPromise(element) ? ([...element.layout.substitution.values()][0] ?? anyRep) : element;
  return callLibrary(
    fn,
    'asyncIterator_ofIterator',
    [iterator],
    node,
    new Map([
      ['T', T],
      ['E', element],
    ]),
  );
}

/** Has another iterator go on as the generator is told, until it ends. */
function yieldEach(fn: FunctionLowering, generator: ObjectRep, iterator: Value, node: ts.Node): Value {
  const { b } = fn;
  const { rep } = fieldOf(generator, '__current');
  const mode = fieldOf(generator, '__mode');
  const next = b.createBlock();
  const body = b.createBlock();
  const ended = b.createBlock();
  const leave = b.createBlock();
  const exit = b.createBlock();
  callLibrary(fn, ofGenerator(fn, 'beginDelegation'), [{ rep: generator, inst: selfOf(fn) }], node);
  b.jump(next);
  b.enter(next);
  const told = instOf(loadField(fn, selfOf(fn), mode));
  const self: Value = { rep: generator, inst: selfOf(fn) };
  const U = new Map([['U', currentRep(iterator)]]);
  b.branch(instOf(callLibrary(fn, ofGenerator(fn, 'delegate'), [self, iterator], node, U)), body, ended);
  b.enterSealed(body);
  suspendAt(fn, generator, convert(fn, currentOf(fn, iterator), rep, node), node);
  b.jump(next);
  b.seal(next);
  b.enterSealed(ended);
  b.branch(b.icmp('eq', told, b.iconst(RETURNING)), leave, exit);
  b.enterSealed(leave);
  leaveTo(fn, { kind: 'return' }, undefined, node);
  b.enterSealed(exit);
  return callLibrary(fn, 'iterator_lastOutcome', [], node);
}

/** `return x` in a generator. */
export function returnFromGenerator(
  fn: FunctionLowering,
  generator: ObjectRep,
  expression: ts.Expression,
): void {
  const field = fieldOf(generator, '__returned');
  const given = lowerExpression(fn, expression, field.rep);
  const value = fn.around.isAsync ? awaitOnce(fn, given, expression) : given;
  if (!isNothing(field.rep)) storeField(fn, selfOf(fn), field, convert(fn, value, field.rep, expression));
}

/** The generator whose body runs: protected parts of it have no other way to it. */
const selfOf = (fn: FunctionLowering): Inst => fn.b.helper('gn_coroutine');

function fieldOf({ layout }: ObjectRep, name: string): Field {
  const field = layout.field(name);
  if (!field) throw new Error(`${layout.title} has no property ${name}`);
  return field;
}
