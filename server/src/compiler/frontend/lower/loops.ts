// Loops: while, do, for, for-of, for-in.

import type { Block, Inst } from '../../ir/ir.ts';
import { boundIdentifiers } from '../declared-names.ts';
import { fail } from '../diagnostics.ts';
import { intRep, type ObjectRep, stringRep, undefinedRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { type ArrayView, arrayView, elementAt, indexValue, viewedValue } from './array-views.ts';
import { arrayLength, isArrayRep, loadUnchecked } from './arrays.ts';
import { assignTo } from './assignments.ts';
import { isFunctionNode, isProtected } from './captures.ts';
import { leavesGenerator } from './closing-loops.ts';
import { lowerCondition } from './conditions.ts';
import { convert, stringLength, unwrapped, whenPresent } from './conversions.ts';
import { awaitElement } from './coroutines.ts';
import { hasProperty, isDictionary } from './dictionaries.ts';
import { objectBesideEmpty } from './empty-alternatives.ts';
import { lowerExpression, requirePresent } from './expressions.ts';
import type { Binding, FunctionLowering } from './function.ts';
import { advance, asyncIteratorOf, closeOf, currentOf, iteratorOf, pairIteration } from './iteration.ts';
import { isAsyncIterator } from './iterators.ts';
import { callLibrary } from './library-calls.ts';
import { keysOf } from './object-functions.ts';
import { bindPart, bindPattern } from './patterns.ts';
import { leaveIfUnreachable, lowerStatement } from './statements.ts';
import { lowerClosingLoop } from './try.ts';
import { instOf, type Value } from './value.ts';
import { lowerVariables, variableRep } from './variables.ts';

function lowerBody(
  fn: FunctionLowering,
  body: ts.Statement,
  labels: readonly string[],
  breakBlock: Block,
  continueBlock: Block,
  close?: () => void,
): void {
  fn.jumps.push({ labels, breakBlock, continueBlock, plainBreak: true, ...(close ? { close } : {}) });
  lowerStatement(fn, body);
  fn.jumps.pop();
  if (!fn.b.terminated) fn.b.jump(continueBlock);
}

export function lowerWhile(fn: FunctionLowering, node: ts.WhileStatement, labels: readonly string[]): void {
  const { b } = fn;
  const header = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  fn.at(node.expression);
  lowerCondition(fn, node.expression, body, exit);
  b.enterSealed(body);
  lowerBody(fn, node.statement, labels, exit, header);
  b.seal(header);
  b.enterSealed(exit);
  leaveIfUnreachable(fn);
}

export function lowerDoWhile(fn: FunctionLowering, node: ts.DoStatement, labels: readonly string[]): void {
  const { b } = fn;
  const body = b.createBlock();
  const test = b.createBlock();
  const exit = b.createBlock();
  b.jump(body);
  b.enter(body);
  lowerBody(fn, node.statement, labels, exit, test);
  b.enterSealed(test);
  if (b.isReachable(test)) {
    fn.at(node.expression);
    lowerCondition(fn, node.expression, body, exit);
  } else {
    b.trap('unreachable');
  }
  b.seal(body);
  b.enterSealed(exit);
  leaveIfUnreachable(fn);
}

export function lowerFor(fn: FunctionLowering, node: ts.ForStatement, labels: readonly string[]): void {
  const { b } = fn;
  const { initializer, condition, incrementor } = node;
  let boxed: readonly (Binding & { kind: 'box' })[] = [];
  if (initializer && ts.isVariableDeclarationList(initializer)) {
    lowerVariables(fn, initializer);
    boxed = boxedVariables(fn, initializer);
    // The first round has its own, too: functions that initializers make keep those from before.
    if (initializer.declarations.some((each) => each.initializer && makesFunction(each.initializer)))
      renewVariables(fn, boxed);
  } else if (initializer) {
    lowerExpression(fn, initializer);
  }
  const header = b.createBlock();
  const body = b.createBlock();
  const next = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  if (condition) {
    fn.at(condition);
    lowerCondition(fn, condition, body, exit);
  } else {
    b.jump(body);
  }
  b.enterSealed(body);
  lowerBody(fn, node.statement, labels, exit, next);
  b.enterSealed(next);
  if (b.isReachable(next)) {
    // Each round has its own variables, so that functions made in it keep their values.
    renewVariables(fn, boxed);
    if (incrementor) {
      fn.at(incrementor);
      lowerExpression(fn, incrementor);
    }
    b.jump(header);
  } else {
    b.trap('unreachable');
  }
  b.seal(header);
  b.enterSealed(exit);
  leaveIfUnreachable(fn);
}

function renewVariables(fn: FunctionLowering, variables: readonly (Binding & { kind: 'box' })[]): void {
  for (const binding of variables) {
    const value = fn.read(binding);
    fn.b.write(binding.box, fn.newBox(binding.rep));
    fn.write(binding, value);
  }
}

/** True if evaluating an expression may make a function. */
function makesFunction(node: ts.Node): boolean {
  return isFunctionNode(node) || Boolean(ts.forEachChild(node, makesFunction));
}

function boxedVariables(fn: FunctionLowering, list: ts.VariableDeclarationList) {
  if (!(list.flags & ts.NodeFlags.Let)) return [];
  return list.declarations
    .flatMap(({ name }) => boundIdentifiers(name))
    .flatMap((name) => {
      const binding = fn.bindingOfLocal(fn.symbolAt(name));
      return binding?.kind === 'box' ? [binding] : [];
    });
}

/** `for (const x of array)`: the length is read in each round, since the body may change it. */
export function lowerForOf(fn: FunctionLowering, node: ts.ForOfStatement, labels: readonly string[]): void {
  // With `await`, elements are waited for, and so none is looked at without being made.
  const view = isAwaiting(node) ? undefined : arrayView(fn, node.expression);
  const perhaps = view ? undefined : objectBesideEmpty(fn, node.expression);
  if (perhaps) {
    const object = lowerExpression(fn, perhaps);
    whenPresent(fn, object, (there) => lowerForOfValue(fn, node, labels, there, undefined));
  } else lowerForOfValue(fn, node, labels, view?.array ?? lowerExpression(fn, node.expression), view);
}

function lowerForOfValue(
  fn: FunctionLowering,
  node: ts.ForOfStatement,
  labels: readonly string[],
  iterated: Value,
  view: ArrayView | undefined,
): void {
  // TypeScript has found that it is there, also where it is of a type that type parameters stand in.
  const given = requirePresent(fn, iterated, node.expression);
  const subject =
    given.rep.kind === 'any' ? callLibrary(fn, 'any_iterator', [given], node.expression) : given;
  const { rep } = subject;
  if (rep.kind === 'object') {
    const waiting = isAwaiting(node) ? asyncIteratorOf(fn, subject, node.expression) : undefined;
    const iterator = waiting ?? iteratorOf(fn, subject, node.expression);
    if (isProtected(node) && closeOf(fn, iterator, node)) lowerClosingLoop(fn, node, iterator);
    else loopOverIterator(fn, iterator, node, labels);
    return;
  }
  if (!isArrayRep(rep) && rep.kind !== 'string') fail(node.expression, 'GN1001', 'a loop over this');
  loopOverElements(fn, subject, node, labels, { view });
}

/** `for (const key in object)`: over the keys that there are at the start, without those that are removed meanwhile. */
export function lowerForIn(fn: FunctionLowering, node: ts.ForInStatement, labels: readonly string[]): void {
  const object = unwrapped(lowerExpression(fn, node.expression));
  const keys = keysOf(fn, object, node.expression);
  const isStillThere = (key: Value) => instOf(hasProperty(fn, object, key, node));
  loopOverElements(fn, keys, node, labels, isDictionary(object.rep) ? { isWanted: isStillThere } : {});
}

/**
 * A loop over the elements of an array or the characters of a string: over those that are wanted, or over what a view of
 * the array gives.
 */
function loopOverElements(
  fn: FunctionLowering,
  subject: Value,
  node: ts.ForOfStatement | ts.ForInStatement,
  labels: readonly string[],
  { view, isWanted }: { readonly view?: ArrayView | undefined; isWanted?(element: Value): Inst },
): void {
  const { b } = fn;
  const { rep } = subject;
  const object = instOf(subject);
  const index = b.declareVariable('i32', 'index');
  b.write(index, b.iconst(0));
  const header = b.createBlock();
  const body = b.createBlock();
  const next = b.createBlock();
  const exit = b.createBlock();
  b.jump(header);
  b.enter(header);
  const i = b.read(index);
  const length = isArrayRep(rep) ? arrayLength(fn, object) : stringLength(fn, object);
  const ended = isAwaiting(node) ? b.createBlock() : exit;
  b.branch(b.icmp('lt', i, length), body, ended);
  b.enterSealed(body);
  let step = b.iconst(1);
  if (view) {
    bindViewed(fn, node.initializer, view, i);
  } else {
    const element = isArrayRep(rep) ? loadUnchecked(fn, rep, object, i) : characterAt(fn, object, i, node);
    if (!isArrayRep(rep)) step = stringLength(fn, instOf(element));
    if (isWanted) {
      const wanted = b.createBlock();
      b.branch(isWanted(element), wanted, next);
      b.enterSealed(wanted);
    }
    bindElement(fn, node.initializer, arrived(fn, element, node));
  }
  lowerBody(fn, node.statement, labels, exit, next);
  b.enterSealed(next);
  if (b.isReachable(next)) {
    b.write(index, b.op('iadd', i, step));
    b.jump(header);
  } else {
    b.trap('unreachable');
  }
  b.seal(header);
  if (ended !== exit) awaitEnd(fn, node, ended, exit);
  b.enterSealed(exit);
}

/** True for `for await`. */
function isAwaiting(node: ts.ForOfStatement | ts.ForInStatement): boolean {
  return ts.isForOfStatement(node) && node.awaitModifier !== undefined;
}

/** What a loop gets for an element: with `await`, what that is fulfilled with. */
function arrived(fn: FunctionLowering, element: Value, node: ts.ForOfStatement | ts.ForInStatement): Value {
  return isAwaiting(node) ? awaitElement(fn, element, node) : element;
}

/** Also that there are no more elements is waited for. */
function awaitEnd(fn: FunctionLowering, node: ts.Node, ended: Block, exit: Block): void {
  fn.b.enterSealed(ended);
  fn.at(node);
  awaitElement(fn, { rep: undefinedRep }, node);
  fn.b.jump(exit);
}

/** A loop over what an iterator of the library gives (iteration.ts). */
export function loopOverIterator(
  fn: FunctionLowering,
  iterator: Value,
  node: ts.ForOfStatement,
  labels: readonly string[],
): void {
  const { b } = fn;
  const next = b.createBlock();
  const body = b.createBlock();
  const exit = b.createBlock();
  b.jump(next);
  b.enter(next);
  fn.at(node.expression);
  // What waits by itself does so as it advances.
  const isAwaited = isAwaiting(node) && !isAsyncIterator((iterator.rep as ObjectRep).layout);
  const pair = isAwaited ? undefined : pairPattern(node.initializer);
  const pairs = pair && pairIteration(fn, iterator, node);
  const ended = isAwaited ? b.createBlock() : exit;
  b.branch(pairs ? pairs.advance() : advance(fn, iterator), body, ended);
  b.enterSealed(body);
  if (pair && pairs) bindPair(fn, pair, pairs.parts());
  else {
    const element = currentOf(fn, iterator);
    bindElement(fn, node.initializer, isAwaited ? awaitElement(fn, element, node) : element);
  }
  const isLeft = leavesGenerator(fn.checker, node.expression);
  const close = isLeft ? undefined : closeOf(fn, iterator, node);
  const broken = close ? b.createBlock() : exit;
  lowerBody(fn, node.statement, labels, broken, next, close);
  b.seal(next);
  if (close) {
    b.enterSealed(broken);
    if (b.isReachable(broken)) {
      close();
      b.jump(exit);
    } else {
      b.trap('unreachable');
    }
  }
  if (ended !== exit) awaitEnd(fn, node, ended, exit);
  b.enterSealed(exit);
}

/** The code point that starts at an index, as a string of one or two units. */
function characterAt(fn: FunctionLowering, string: Inst, index: Inst, node: ts.Node): Value {
  return callLibrary(
    fn,
    'string_character',
    [
      { rep: stringRep, inst: string },
      { rep: intRep, inst: index },
    ],
    node,
  );
}

/** Binds an index, or an index and its element: where they are taken apart at once, without an array of both. */
function bindViewed(fn: FunctionLowering, initializer: ts.ForInitializer, view: ArrayView, i: Inst): void {
  const pair = pairPattern(initializer);
  if (view.method === 'keys' || !pair) bindElement(fn, initializer, viewedValue(fn, view, i));
  else bindPair(fn, pair, [indexValue(fn, i), elementAt(fn, view, i)]);
}

/** The pattern `[i, x]` that a loop declares. */
function pairPattern(initializer: ts.ForInitializer): ts.ArrayBindingPattern | undefined {
  const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  return declaration && isPlainPair(declaration.name) ? declaration.name : undefined;
}

function bindPair(
  fn: FunctionLowering,
  pattern: ts.ArrayBindingPattern,
  values: readonly [Value, Value],
): void {
  for (const [k, element] of pattern.elements.entries()) {
    if (ts.isBindingElement(element)) bindPart(fn, element.name, values[k]!);
  }
}

/** True for `[i, x]`, also of patterns inside. */
function isPlainPair(name: ts.BindingName): name is ts.ArrayBindingPattern {
  return (
    ts.isArrayBindingPattern(name) &&
    name.elements.length <= 2 &&
    name.elements.every(
      (element) => ts.isOmittedExpression(element) || (!element.dotDotDotToken && !element.initializer),
    )
  );
}

function bindElement(fn: FunctionLowering, initializer: ts.ForInitializer, element: Value): void {
  if (!ts.isVariableDeclarationList(initializer)) {
    assignTo(fn, initializer, element);
    return;
  }
  const [declaration] = initializer.declarations;
  if (declaration && !ts.isIdentifier(declaration.name)) {
    bindPattern(fn, declaration.name, element);
    return;
  }
  if (!declaration || !ts.isIdentifier(declaration.name)) fail(initializer, 'GN1001', 'this loop');
  const rep = variableRep(fn, declaration.name);
  const binding = fn.declare(fn.symbolAt(declaration.name), rep, declaration);
  fn.write(binding, convert(fn, element, rep, declaration));
}
