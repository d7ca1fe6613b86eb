// `Object.assign(target, ...sources)`: into an object that there is, or as a new one where the target is a literal.
import { fail } from '../diagnostics.ts';
import { dictionaryOfAny } from '../dictionary-types.ts';
import { accessedName, repTitle } from '../object-layout.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isAbsent, toAny } from './any.ts';
import { arrayOfIterated, forEachElement, isArrayRep } from './arrays.ts';
import { convert, whenPresent } from './conversions.ts';
import { isDictionary, takeOver, valueRep } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import { checkChangeable } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { tellApart } from './function-identity.ts';
import { callLibrary } from './library-calls.ts';
import { isError } from './more-properties.ts';
import { exactly, layoutAt, lowerMergedLiteral, readMember, writeProperty } from './objects.ts';
import { refuseMethod } from './spread-methods.ts';
import { instOf, type Value } from './value.ts';

export function lowerAssign(
  fn: FunctionLowering,
  node: ts.CallExpression,
  first: ts.Expression,
  expected: Rep | undefined,
): Value {
  const sources = node.arguments.slice(1);
  const whole = ts.isObjectLiteralExpression(first)
    ? fn.tryRepOf(fn.checker.getTypeAtLocation(node))
    : undefined;
  const wanted = expected && isDictionary(expected) ? expected : undefined;
  const merged = whole?.kind === 'any' ? (wanted ?? dictionaryOfAny(fn.checker)) : whole;
  const isOfKeys = merged !== undefined && isDictionary(merged);
  if (ts.isObjectLiteralExpression(first) && !isOfKeys)
    return lowerMergedLiteral(fn, first, sources, expected ?? whole, node);
  const target = lowerExpression(fn, first, isOfKeys ? merged : undefined);
  for (const argument of sources) {
    const take = (source: Value) =>
      fn.within(node, () => whenPresent(fn, source, (value) => assign(fn, target, first, value, argument)));
    if (ts.isSpreadElement(argument)) forEachElement(fn, arrayIn(fn, argument), take);
    else take(lowerExpression(fn, argument, isDictionary(target.rep) ? target.rep : undefined));
  }
  return target;
}

/** What `...sources` passes, as an array. */
function arrayIn(fn: FunctionLowering, { expression }: ts.SpreadElement): Value {
  const source = lowerExpression(fn, expression);
  return isArrayRep(source.rep) ? source : arrayOfIterated(fn, source, expression);
}

function assign(
  fn: FunctionLowering,
  target: Value,
  targetNode: ts.Expression,
  source: Value,
  node: ts.Expression,
): void {
  const isGivenMore = target.rep.kind === 'function' || isError(target.rep);
  if (target.rep.kind === 'function') tellApart(fn);
  if (isGivenMore && source.rep.kind === 'object' && !isDictionary(source.rep) && !isError(source.rep)) {
    giveMore(fn, target, source, node);
    return;
  }
  if (target.rep.kind === 'any' || isGivenMore) {
    callLibrary(fn, 'any_assign', [toAny(fn, target, node), toAny(fn, source, node)], node);
    return;
  }
  if (isDictionary(target.rep) && (isDictionary(source.rep) || valueRep(target.rep).kind === 'any')) {
    checkChangeable(fn, target, node);
    takeOver(fn, target, valueRep(target.rep), source, node);
    return;
  }
  if (target.rep.kind !== 'object' || source.rep.kind !== 'object')
    fail(node, 'GN1001', `assigning the properties of a value of type '${repTitle(source.rep)}'`);
  const to = layoutAt(fn, target, targetNode);
  const given = exactly(fn, source, node);
  const from = layoutAt(fn, given, node);
  if (from.isOpen) fail(node, 'GN1001', `assigning the properties of a value of type '${from.title}'`);
  for (const field of from.fields) {
    const name = accessedName(field.name);
    const own = to.field(name);
    if (!own) fail(node, 'GN2004', from.title, to.title);
    if (field !== from.named(name)) continue;
    refuseMethod(fn, node, name);
    const write = (value: Value) =>
      writeProperty(fn, instOf(target), to, own, convert(fn, value, own.rep, node), node);
    const value = readMember(fn, instOf(given), from, name, node)!;
    // What the source may be without stays as it was.
    if (from.mayLack.has(name)) whenGiven(fn, value, write);
    else write(value);
  }
}

/** Gives a function or error the properties of an object. */
function giveMore(fn: FunctionLowering, target: Value, source: Value, node: ts.Expression): void {
  const given = exactly(fn, source, node);
  const from = layoutAt(fn, given, node);
  if (from.isOpen) fail(node, 'GN1001', `assigning the properties of a value of type '${from.title}'`);
  const to = toAny(fn, target, node);
  for (const name of from.order) {
    const value = readMember(fn, instOf(given), from, name, node)!;
    const own = target.rep.kind === 'object' ? target.rep.layout.field(name) : undefined;
    const write = (there: Value) => {
      if (own)
        writeProperty(
          fn,
          instOf(target),
          (target.rep as ObjectRep).layout,
          own,
          convert(fn, there, own.rep, node),
          node,
        );
      else callLibrary(fn, 'more_set', [to, fn.text(name), toAny(fn, there, node)], node);
    };
    if (from.mayLack.has(name)) whenGiven(fn, value, write);
    else write(value);
  }
}

/** Does something with a value that is not undefined: null may be one. */
function whenGiven(fn: FunctionLowering, value: Value, action: (value: Value) => void): void {
  if (value.rep.kind !== 'any') {
    whenPresent(fn, value, action);
    return;
  }
  const { b } = fn;
  const [given, join] = [b.createBlock(), b.createBlock()];
  b.branch(isAbsent(fn, value, 'undefined'), join, given);
  b.enterSealed(given);
  action(value);
  b.jump(join);
  b.enterSealed(join);
}
