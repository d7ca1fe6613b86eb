// JSON: calls of the library (lib/json.ts), and values that it has read in the representation of a type.
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import type { ObjectRep, Rep } from '../reps.ts';
import { anyRep, intRep, isNothing, stringRep } from '../reps.ts';
import { isTested } from '../tested-values.ts';
import { ts } from '../typescript.ts';
import { isAbsent, toAny } from './any.ts';
import { Merge } from './assignments.ts';
import { convert, toNumber } from './conversions.ts';
import { isDictionary, valueRep } from './dictionaries.ts';
import { lowerExpression, requirePresent } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { takesName, tellerOf, tellersOf } from './json-told.ts';
import { callLibrary } from './library-calls.ts';
import { isMemberInLibrary } from './library-methods.ts';
import { exactRep, newObject, storeField } from './objects.ts';
import { methodId } from './open-objects.ts';
import { typeTakenFor } from './read-types.ts';
import type { Value } from './value.ts';

export function lowerJsonCall(
  fn: FunctionLowering,
  node: ts.CallExpression,
  method: string,
  expected: Rep | undefined,
): Value {
  for (const each of node.arguments) if (ts.isSpreadElement(each)) fail(each, 'GN1001', 'spreading here');
  const [first] = node.arguments;
  if (method === 'stringify' && first) return lowerStringify(fn, node, first, expected);
  if (method !== 'parse' || !first) return fail(node.expression, 'GN1003', `'JSON.${method}'`);
  const text = convert(fn, lowerExpression(fn, first), stringRep, first);
  const reviver = node.arguments[1] && lowerReplacer(fn, node.arguments[1]);
  const taken = reviver || (expected && expected.kind !== 'any') ? undefined : typeTakenFor(fn, node);
  if (isOfAnything(taken ?? expected)) fn.module.noteRead();
  if (taken) return callLibrary(fn, 'json_parseAs', [text], node, new Map([['T', taken]]));
  const read = callLibrary(fn, 'json_parse', [text], node);
  const value = reviver ? callLibrary(fn, 'json_revived', [fn.text(''), read, reviver], node) : read;
  return expected ? typedValue(fn, value, expected, node) : value;
}

/** True where nothing says of what type the objects are. */
function isOfAnything(rep: Rep | undefined): boolean {
  if (rep?.kind === 'array') return isOfAnything(rep.element);
  return !rep || rep.kind === 'any' || (isDictionary(rep) && isOfAnything(valueRep(rep)));
}

function lowerStringify(
  fn: FunctionLowering,
  node: ts.CallExpression,
  first: ts.Expression,
  expected: Rep | undefined,
): Value {
  const value = toAny(fn, lowerExpression(fn, first), first);
  const [, replacer, indent] = node.arguments;
  const tellers = tellersOf(fn, first);
  const by = replacer ? lowerReplacer(fn, replacer) : undefined;
  const isReplaced = by !== undefined && !isNothing(by.rep);
  const isToldNames = tellers.some(takesName);
  if (tellers.length > 0 && !isReplaced && !isToldNames) {
    const text = callLibrary(
      fn,
      'json_textTold',
      [value, indentOf(fn, indent), tellerOf(fn, tellers, undefined, node)],
      node,
    );
    return isAskedFor(node, expected) ? text : requirePresent(fn, text, node);
  }
  const chosen =
    isReplaced || isToldNames ? replaced(fn, value, isReplaced ? by : undefined, tellers, node) : value;
  // Of undefined there is no text: where the program asks for that, it is undefined, else an error.
  const name = isAskedFor(node, expected) ? 'json_textIfAny' : 'json_stringify';
  return callLibrary(fn, name, [chosen, indentOf(fn, indent)], node);
}

const isAskedFor = (node: ts.Expression, expected: Rep | undefined) =>
  isTested(node) || expected?.kind === 'optional' || expected?.kind === 'any';

/** A copy of a value of what its parts tell, and a function makes of each, or of the properties in a list. */
function replaced(
  fn: FunctionLowering,
  value: Value,
  by: Value | undefined,
  tellers: readonly ObjectRep[],
  node: ts.Node,
): Value {
  const replacer = by?.rep.kind === 'function' ? by : undefined;
  const teller = tellers.length > 0 ? tellerOf(fn, tellers, replacer, node) : replacer;
  const told = teller ? callLibrary(fn, 'json_replaced', [fn.text(''), value, teller], node) : value;
  if (!by || replacer) return told;
  if (by.rep.kind !== 'array') return fail(node, 'GN1001', `'${repTitle(by.rep)}' here`);
  return callLibrary(fn, 'json_chosen', [told, callLibrary(fn, 'array_texts', [by], node)], node);
}

/** A function that is given each name and value. */
function lowerReplacer(fn: FunctionLowering, node: ts.Expression): Value {
  const wanted: Rep = { kind: 'function', params: [stringRep, anyRep], result: anyRep };
  const value = lowerExpression(fn, node, wanted);
  return value.rep.kind === 'function' ? convert(fn, value, wanted, node) : value;
}

function indentOf(fn: FunctionLowering, node: ts.Expression | undefined): Value {
  if (!node) return fn.text('');
  const indent = lowerExpression(fn, node);
  if (isNothing(indent.rep)) return fn.text('');
  if (indent.rep.kind === 'string') return indent;
  const count: Value = { rep: { kind: 'number' }, inst: toNumber(fn, indent, node) };
  return callLibrary(fn, 'json_spaces', [count], node);
}

/** A value that was read, in a representation; traps if it is of another. */
export function typedValue(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Value {
  const typed = (name: string, inner: Rep) => callLibrary(fn, name, [value], node, new Map([['T', inner]]));
  if (rep.kind === 'array' && rep.element.kind !== 'any') return typed('json_array', rep.element);
  if (rep.kind === 'optional') return typedOptional(fn, value, rep, node);
  if (isDictionary(rep)) {
    const [inner] = rep.layout.substitution.values();
    return inner && inner.kind !== 'any' ? typed('json_dictionary', inner) : convert(fn, value, rep, node);
  }
  if (rep.kind !== 'object') return convert(fn, value, rep, node);
  const exact = exactRep(rep) as ObjectRep;
  const { layout } = exact;
  if (layout.isOpen || layout.declaration) return fail(node, 'GN2004', 'JSON', repTitle(rep));
  return typed('json_object', exact);
}

function typedOptional(
  fn: FunctionLowering,
  value: Value,
  rep: Rep & { kind: 'optional' },
  node: ts.Node,
): Value {
  const { b } = fn;
  const merge = new Merge(fn, rep);
  const absent = b.createBlock();
  const there = b.createBlock();
  const join = b.createBlock();
  b.branch(isAbsent(fn, value, rep.absent), absent, there);
  b.enterSealed(absent);
  merge.set(convert(fn, { rep: { kind: rep.absent } }, rep, node));
  b.jump(join);
  b.enterSealed(there);
  merge.set(convert(fn, typedValue(fn, value, rep.of, node), rep, node));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}

/** An object with the properties of a type, of what was read under their names. */
export function typedObject(fn: FunctionLowering, value: Value, rep: Rep, node: ts.Node): Value {
  if (rep.kind !== 'object') return fail(node, 'GN2004', 'JSON', repTitle(rep));
  const { layout } = rep;
  // All values are found before the object exists: it is never seen half made.
  const values = layout.fields.map((field) => {
    const found = callLibrary(fn, 'any_property', [value, fn.text(field.name)], node);
    return typedValue(fn, found, field.rep, node);
  });
  const object = fn.within(node, () => newObject(fn, layout));
  for (const [i, field] of layout.fields.entries())
    storeField(fn, object, field, convert(fn, values[i]!, field.rep, node));
  return { rep, inst: object };
}

/** What errors have, which `catch` often gives as a value of type `any`. */
const ofErrors = ['name', 'message', 'stack', 'cause'];

/** `value.name` of a value of type `any`: of an error, or of any object (lib/any-members.ts). */
export function propertyOfAny(fn: FunctionLowering, value: Value, name: string, node: ts.Node): Value {
  if (name === 'length' || name === 'size') return callLibrary(fn, `any_${name}`, [value], node);
  if (ofErrors.includes(name)) return callLibrary(fn, 'error_property', [value, fn.text(name)], node);
  const method = isMemberInLibrary(fn.checker, name) ? 0 : methodId(name);
  return callLibrary(
    fn,
    'any_member',
    [value, fn.text(name), { rep: intRep, inst: fn.b.iconst(method) }],
    node,
  );
}

/** `value[index]`, `value[name]` of a value of type `any`. */
export function elementOfAny(fn: FunctionLowering, value: Value, key: Value, node: ts.Node): Value {
  if (key.rep.kind === 'string') return callLibrary(fn, 'any_property', [value, key], node);
  if (key.rep.kind === 'any') return callLibrary(fn, 'any_at', [value, key], node);
  const index: Value = { rep: { kind: 'number' }, inst: toNumber(fn, key, node) };
  return callLibrary(fn, 'any_element', [value, index], node);
}
