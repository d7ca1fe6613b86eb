// Objects with an index signature, such as `Record<string, number>`: on the board they are of the library's class
// __Dictionary (lib/dictionary.ts). A property that is not there is undefined where the program looks whether it is,
// and an error elsewhere, since TypeScript's type says nothing of it.
import { fail } from '../diagnostics.ts';
import { keysOpening } from '../dictionary-types.ts';
import { mayHaveGaps } from '../gapped-arrays.ts';
import { isSealed } from '../library-classes.ts';
import { memberName } from '../member-names.ts';
import { repTitle } from '../object-layout.ts';
import type { ArrayRep, ObjectRep, Rep } from '../reps.ts';
import { booleanRep, stringRep, undefinedRep, withUndefined } from '../reps.ts';
import { isTested, isWantedPerhaps } from '../tested-values.ts';
import { skipAssertions, skipParentheses, ts } from '../typescript.ts';
import { toAny } from './any.ts';
import { arrayLength, lowerIndex, storeElement } from './arrays.ts';
import { isAskedLater } from './asked-constants.ts';
import type { Place } from './assignments.ts';
import { giveFields } from './classes.ts';
import { convert, unwrapped } from './conversions.ts';
import { lowerExpression, lowerTo, requirePresent } from './expressions.ts';
import { checkChangeable } from './frozen-objects.ts';
import type { FunctionLowering } from './function.ts';
import { functionValue } from './function-values.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { callLibraryMethod } from './library-methods.ts';
import { isError } from './more-properties.ts';
import { narrowed } from './narrowing.ts';
import { bindThis, newObject } from './objects.ts';
import { leaveIfAbsent } from './optional-chains.ts';
import { refuseMethod } from './spread-methods.ts';
import { type SpreadTarget, spreadInto } from './spreads.ts';
import type { MemberAccess } from './static-members.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

const NAME = '__Dictionary';

type DictionaryRep = ObjectRep & { readonly layout: { readonly declaration: ts.ClassDeclaration } };

export function isDictionary(rep: Rep): rep is DictionaryRep {
  return rep.kind === 'object' && rep.layout.declaration?.name?.text === NAME && isSealed(rep.layout);
}

/** True if members of an object are keys of a dictionary: to the library itself they are those of the class. */
export function hasKeys(rep: Rep, node: ts.Node): rep is DictionaryRep {
  return isDictionary(rep) && !isInLibrary(node);
}

/** What the values of a dictionary are. */
export function valueRep({ layout }: ObjectRep): Rep {
  const [rep] = layout.substitution.values();
  if (!rep) throw new Error('a dictionary without a type of its values');
  return rep;
}

/** A key as text, which it is in JavaScript. */
export function lowerKey(fn: FunctionLowering, node: ts.Expression): Value {
  // `x!` and `x as keyof T` are x, also if that is undefined.
  const key = lowerExpression(fn, skipAssertions(node));
  return { rep: stringRep, inst: fn.within(node, () => toText(fn, key, node)) };
}

/** `dictionary[key]`, `dictionary.key`. */
export function dictionaryValue(
  fn: FunctionLowering,
  dictionary: Value,
  key: Value,
  node: ts.Expression,
  expected?: Rep,
): Value {
  const found = callLibraryMethod(fn, dictionary, 'get', [key], node);
  const isOptional = valueRep(dictionary.rep as ObjectRep).kind === 'optional';
  const mayBeAbsent =
    isOptional || isTested(node) || isAskedLater(fn, node) || isWantedPerhaps(node, expected);
  return mayBeAbsent ? found : requirePresent(fn, found, node);
}

/** What a dictionary holds, as what TypeScript knows of it; where the program asks whether it is there, it may be nothing. */
export function keptValue(fn: FunctionLowering, value: Value, node: ts.Expression, expected?: Rep): Value {
  if (value.rep.kind !== 'any' || isTested(node) || isWantedPerhaps(node, expected)) return value;
  const rep = isAskedLater(fn, node) ? fn.tryRepOf(fn.checker.getTypeAtLocation(node)) : undefined;
  return rep ? convert(fn, value, withUndefined(rep), node) : narrowed(fn, value, node);
}

/** A property of a dictionary that is assigned to. */
export function dictionaryPlace(
  fn: FunctionLowering,
  dictionary: Value,
  key: Value,
  node: ts.Expression,
): Place {
  const get = () => callLibraryMethod(fn, dictionary, 'get', [key], node);
  return {
    rep: valueRep(dictionary.rep as ObjectRep),
    read: () => requirePresent(fn, get(), node),
    readIfThere: get,
    write: (value) => {
      checkChangeable(fn, dictionary, node);
      callLibraryMethod(fn, dictionary, 'set', [key, value], node);
    },
  };
}

/** True if an object has a property of its own of that name. */
export function hasProperty(fn: FunctionLowering, object: Value, key: Value, node: ts.Node): Value {
  if (isDictionary(object.rep)) return callLibraryMethod(fn, object, 'has', [key], node);
  const isPlain = object.rep.kind === 'object' && !isError(object.rep);
  return callLibrary(fn, isPlain ? 'object_has' : 'any_hasOwn', [toAny(fn, object, node), key], node);
}

export function newDictionary(fn: FunctionLowering, rep: ObjectRep, node: ts.Node): Value {
  const inst = fn.within(node, () => newObject(fn, rep.layout));
  giveFields(fn, rep.layout, inst, node);
  return { rep, inst };
}

/** `{ a: 1, [name]: 2, ...others }`. */
export function lowerDictionaryLiteral(
  fn: FunctionLowering,
  node: ts.ObjectLiteralExpression,
  rep: ObjectRep,
): Value {
  const dictionary = newDictionary(fn, rep, node);
  bindThis(fn, node, dictionary);
  fillDictionary(fn, dictionary, rep, node);
  return dictionary;
}

/** Sets the properties of a literal. */
function fillDictionary(
  fn: FunctionLowering,
  dictionary: Value,
  rep: ObjectRep,
  node: ts.ObjectLiteralExpression,
): void {
  const wanted = valueRep(rep);
  const set = (key: Value, value: Value, at: ts.Node) =>
    callLibraryMethod(fn, dictionary, 'set', [key, value], at);
  for (const property of node.properties) {
    const { name } = property;
    const key = () =>
      name && ts.isComputedPropertyName(name)
        ? lowerKey(fn, name.expression)
        : fn.text(canonicalKey(name!, memberName(name!, fn.checker) ?? ''));
    if (ts.isSpreadAssignment(property)) {
      spreadInto(fn, property.expression, spreadTarget(fn, dictionary, rep));
    } else if (ts.isPropertyAssignment(property)) {
      set(key(), lowerTo(fn, property.initializer, wanted), property);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      set(fn.text(property.name.text), lowerTo(fn, property.name, wanted), property);
    } else if (ts.isMethodDeclaration(property)) {
      const at = key();
      set(at, convert(fn, functionValue(fn, property, property, wanted), wanted, property), property);
    } else {
      fail(property, 'GN1001', 'a method or accessor here');
    }
  }
}

function spreadTarget(fn: FunctionLowering, dictionary: Value, rep: ObjectRep): SpreadTarget {
  const target: SpreadTarget = {
    expected: rep,
    takeLiteral: (literal) => fillDictionary(fn, dictionary, rep, literal),
    take: (value, node) => takeOver(fn, dictionary, valueRep(rep), value, node),
    either(condition, _node, whenTrue, whenFalse = () => {}) {
      const { b } = fn;
      const [yes, no, join] = [b.createBlock(), b.createBlock(), b.createBlock()];
      b.branch(condition, yes, no);
      for (const [block, way] of [
        [yes, whenTrue],
        [no, whenFalse],
      ] as const) {
        b.enterSealed(block);
        way(target);
        b.jump(join);
      }
      b.enterSealed(join);
    },
  };
  return target;
}

/** Sets all that a value has in a dictionary: of any object in one of any values. */
export function takeOver(
  fn: FunctionLowering,
  dictionary: Value,
  wanted: Rep,
  source: Value,
  node: ts.Node,
): void {
  const isAlike = isDictionary(source.rep) && (wanted.kind !== 'any' || valueRep(source.rep).kind === 'any');
  if (isAlike) callLibraryMethod(fn, dictionary, 'assign', [source], node);
  else if (wanted.kind === 'any') {
    for (const { name } of fn.checker.getTypeAtLocation(node).getProperties()) refuseMethod(fn, node, name);
    callLibrary(fn, 'any_assign', [dictionary, toAny(fn, source, node)], node);
  } else fail(node, 'GN1001', `spreading a value of type '${repTitle(source.rep)}' here`);
}

/** `{ 1.50: x }` has a property '1.5'. */
function canonicalKey(node: ts.PropertyName, name: string): string {
  return ts.isNumericLiteral(node) ? String(Number(name)) : name;
}

/** `delete dictionary[key]`: true, also where there is nothing to delete from (`delete dictionary?.[key]`). */
export function lowerDelete(fn: FunctionLowering, node: ts.DeleteExpression): Value {
  const target = skipParentheses(node.expression);
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target))
    return fail(node, 'GN1001', "'delete' of this");
  const { b } = fn;
  const absent = b.createBlock();
  fn.chainExits.push(absent);
  deleteProperty(fn, node, target);
  fn.chainExits.pop();
  if (!b.terminated) b.jump(absent);
  b.enterSealed(absent);
  return { rep: booleanRep, inst: b.iconst(1) };
}

/** `delete array[index]`: leaves a gap. */
function deleteElement(fn: FunctionLowering, array: Value, node: ts.ElementAccessExpression): void {
  const { b } = fn;
  const [there, after] = [b.createBlock(), b.createBlock()];
  const index = lowerIndex(fn, node.argumentExpression);
  b.branch(b.icmp('ult', index, arrayLength(fn, instOf(array))), there, after);
  b.enterSealed(there);
  storeElement(fn, array.rep as ArrayRep, instOf(array), index, { rep: undefinedRep }, node);
  b.jump(after);
  b.enterSealed(after);
}

function deleteProperty(fn: FunctionLowering, node: ts.DeleteExpression, target: MemberAccess): void {
  const given = lowerExpression(fn, target.expression);
  const object = unwrapped(target.questionDotToken ? leaveIfAbsent(fn, given) : given);
  if (ts.isElementAccessExpression(target) && mayHaveGaps(fn.checker, skipParentheses(target.expression))) {
    deleteElement(fn, object, target);
    return;
  }
  const isAny = object.rep.kind === 'any';
  if (!isAny && !isDictionary(object.rep)) {
    const isKept =
      object.rep.kind !== 'object' || !fn.module.withRemade(keysOpening(object.rep.layout, undefined));
    if (isKept) fail(node, 'GN1010', repTitle(object.rep));
    return;
  }
  const key = ts.isPropertyAccessExpression(target)
    ? fn.text(target.name.text)
    : lowerKey(fn, target.argumentExpression);
  if (isAny) {
    callLibrary(fn, 'any_delete', [object, key], node);
    return;
  }
  checkChangeable(fn, object, node);
  callLibraryMethod(fn, object, 'remove', [key], node);
}
