// Functions that wait in the middle: generators and asynchronous functions. A call makes a closure of the body, and an
// object of the library that runs it as a coroutine (device-runtime/core/coroutines.c): a Generator from the first
// `next` on, a Promise at once (lib/generator.ts, lib/promise.ts).

import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { Field } from '../object-layout.ts';
import { repTitle } from '../object-layout.ts';
import { isLibraryPath } from '../program.ts';
import { anyRep, intRep, isNothing, type ObjectRep, type Rep, voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isArrayRep } from './arrays.ts';
import type { FunctionNode, PartNode } from './captures.ts';
import { lowerCellStatements } from './cell.ts';
import { convert } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { lowerReturn } from './functions.ts';
import { advance, currentOf, iteratorOf } from './iteration.ts';
import { leaveTo } from './jumps.ts';
import { callLibrary } from './library-calls.ts';
import { loadField, newObject, storeField } from './objects.ts';
import { partClosure } from './parts.ts';
import { lowerStatements } from './statements.ts';
import { instOf, type Value } from './value.ts';

/** True for objects of a library class. */
function isLibraryObject(rep: Rep, name: string): rep is ObjectRep {
  if (rep.kind !== 'object') return false;
  const { declaration } = rep.layout;
  return declaration?.name?.text === name && isLibraryPath(declaration.getSourceFile().fileName);
}

export const isPromise = (rep: Rep): rep is ObjectRep => isLibraryObject(rep, 'Promise');

/** The object that a call of such a function gives. */
export function beginCoroutine(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  fn.at(node);
  return node.asteriskToken ? newGenerator(fn, node, body) : beginAsync(fn, node, body);
}

function newGenerator(fn: FunctionLowering, node: FunctionNode, body: ts.ConciseBody): Value {
  const { result } = fn;
  if (!isLibraryObject(result, 'Generator')) return fail(node, 'GN1002', repTitle(result));
  const around = { result: voidRep, isCell: false, generator: result };
  const closure = partClosure(fn, body, voidRep, around);
  const object = newObject(fn, result.layout);
  const field = fieldOf(result, '__body');
  storeField(fn, object, field, { rep: field.rep, inst: closure });
  return { rep: result, inst: object };
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
export function lowerCoroutineBody(fn: FunctionLowering, body: Exclude<PartNode, ts.TryStatement>): void {
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
    if (result !== value) return isNothing(result.rep) ? { rep: voidRep } : result;
    if (value.rep.kind === 'any' || value.rep.kind === 'either') return awaitAny(fn, value, node);
    callLibrary(fn, 'promise_pause', [], node);
    return value;
  });
}

/** An element of a `for await` over what is not asynchronous itself, in the two turns that it takes in JavaScript. */
export function awaitElement(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  return fn.within(node, () => {
    let result = awaited(fn, value, node);
    if (value.rep.kind === 'any' || value.rep.kind === 'either') {
      const any = convert(fn, value, anyRep, node);
      result = callLibrary(fn, 'promise_awaitAny', [any], node, new Map([['T', anyRep]]));
    } else if (result === value) {
      callLibrary(fn, 'promise_pause', [], node);
    }
    callLibrary(fn, 'promise_pause', [], node);
    return result;
  });
}

/** Of what may be a promise, only the board knows. */
function awaitAny(fn: FunctionLowering, value: Value, node: ts.AwaitExpression): Value {
  const rep = fn.repAt(node);
  if (isNothing(rep)) return fail(node, 'GN1002', repTitle(value.rep));
  return callLibrary(fn, 'promise_awaitAny', [convert(fn, value, anyRep, node)], node, new Map([['T', rep]]));
}

/** What a promise is fulfilled with; anything else is itself. */
function awaited(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  return isPromise(value.rep) ? callLibrary(fn, 'promise_await', [value], node) : value;
}

/** What a function returns: an asynchronous one waits for a promise. */
export function settled(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  return fn.around.isAsync ? awaited(fn, value, node) : value;
}

/** `yield x` and `yield* xs`. */
export function lowerYield(fn: FunctionLowering, node: ts.YieldExpression): Value {
  const { generator } = fn.around;
  if (!generator) return fail(node, 'GN1001', "'yield' here");
  const { expression } = node;
  if (node.asteriskToken && expression) return yieldAll(fn, generator, expression, node);
  const rep = fieldOf(generator, '__current').rep;
  const value = expression ? lowerTo(fn, expression, rep) : convert(fn, { rep: voidRep }, rep, node);
  return fn.within(node, () => yieldValue(fn, generator, value, node));
}

function yieldValue(fn: FunctionLowering, generator: ObjectRep, value: Value, node: ts.Node): Value {
  const { b } = fn;
  storeField(fn, selfOf(fn), fieldOf(generator, '__current'), value);
  storeField(fn, selfOf(fn), fieldOf(generator, '__isDone'), { rep: intRep, inst: b.iconst(0) });
  b.helper('gn_suspend');
  // Told to go on with an error, or to return?
  const self = selfOf(fn);
  const mode = instOf(loadField(fn, self, fieldOf(generator, '__mode')));
  const goOn = b.createBlock();
  const leave = b.createBlock();
  b.branch(b.icmp('eq', mode, b.iconst(0)), goOn, leave);
  b.enterSealed(leave);
  callLibrary(fn, 'generator_leave', [{ rep: generator, inst: self }], node);
  leaveTo(fn, { kind: 'return' }, undefined, node);
  b.enterSealed(goOn);
  return loadField(fn, self, fieldOf(generator, '__sent'));
}

/** `yield* xs`; its value is what another generator returns. */
function yieldAll(
  fn: FunctionLowering,
  generator: ObjectRep,
  expression: ts.Expression,
  node: ts.Node,
): Value {
  const source = lowerExpression(fn, expression);
  if (isArrayRep(source.rep)) {
    yieldEach(fn, generator, callLibrary(fn, 'generator_over', [source], node), node);
    return { rep: voidRep };
  }
  if (source.rep.kind !== 'object') return fail(expression, 'GN1001', 'going over this');
  yieldEach(fn, generator, iteratorOf(fn, source, expression), node);
  const returned = isLibraryObject(source.rep, 'Generator') && source.rep.layout.field('__returned');
  return returned ? loadField(fn, instOf(source), returned) : { rep: voidRep };
}

function yieldEach(fn: FunctionLowering, generator: ObjectRep, iterator: Value, node: ts.Node): void {
  const { b } = fn;
  const { rep } = fieldOf(generator, '__current');
  const next = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(next);
  b.enter(next);
  b.branch(advance(fn, iterator), body, exit);
  b.enterSealed(body);
  yieldValue(fn, generator, convert(fn, currentOf(fn, iterator), rep, node), node);
  b.jump(next);
  b.seal(next);
  b.enterSealed(exit);
}

/** `return x` in a generator. */
export function returnFromGenerator(
  fn: FunctionLowering,
  generator: ObjectRep,
  expression: ts.Expression,
): void {
  const field = fieldOf(generator, '__returned');
  if (isNothing(field.rep)) lowerExpression(fn, expression);
  else storeField(fn, selfOf(fn), field, lowerTo(fn, expression, field.rep));
}

/** The generator whose body runs: protected parts of it have no other way to it. */
const selfOf = (fn: FunctionLowering): Inst => fn.b.helper('gn_coroutine');

function fieldOf({ layout }: ObjectRep, name: string): Field {
  const field = layout.field(name);
  if (!field) throw new Error(`${layout.title} has no property ${name}`);
  return field;
}
