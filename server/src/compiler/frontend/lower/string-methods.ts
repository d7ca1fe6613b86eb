// Methods of strings: functions of lib/string.ts named string_METHOD.
import { fail } from '../diagnostics.ts';
import { anyRep, arrayOf, booleanRep, type FunctionRep, intRep, numberRep, stringRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { arrayOfExpressions, spreadSource } from './arrays.ts';
import { convert, stringLength } from './conversions.ts';
import { lowerExpression, lowerTo } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { asNumber, checkNoSpread, countArgument, textArgument } from './method-arguments.ts';
import { readMember } from './objects.ts';
import { isFound, valueOrNone } from './optional-results.ts';
import { instOf, type Value } from './value.ts';
import { writtenOptions } from './written-options.ts';

const lengthOf = (fn: FunctionLowering, text: Value): Value => ({
  rep: { kind: 'int' },
  inst: stringLength(fn, instOf(text)),
});

/** How an argument is passed to the library's function; the text of the string itself comes first. */
type Lowering = (fn: FunctionLowering, node: ts.Expression | undefined, text: Value) => Value;

/** A text that must be given. */
const text: Lowering = (fn, node) => textArgument(fn, node, 'undefined');
/** An index or count; 0 if it is missing. */
const count: Lowering = (fn, node) => countArgument(fn, node);
/** An index; the string's length if it is missing. */
const end: Lowering = (fn, node, text) => countArgument(fn, node, () => lengthOf(fn, text));
/** What strings are filled with. */
const filler: Lowering = (fn, node) => textArgument(fn, node, ' ');
/** The most pieces of `split`. */
const limit: Lowering = (fn, node) =>
  countArgument(fn, node, () => ({ rep: numberRep, inst: fn.b.dconst(0xffffffff) }));

/** Parameters after the string itself. */
const methods: Record<string, readonly Lowering[]> = {
  charAt: [count],
  charCodeAt: [count],
  indexOf: [text, count],
  lastIndexOf: [text, end],
  includes: [text, count],
  startsWith: [text, count],
  endsWith: [text, end],
  slice: [count, end],
  substring: [count, end],
  substr: [count, end],
  trim: [],
  trimStart: [],
  trimEnd: [],
  toUpperCase: [],
  toLowerCase: [],
  repeat: [count],
  padStart: [count, filler],
  padEnd: [count, filler],
  split: [text, limit],
  isWellFormed: [],
  toWellFormed: [],
};

export function lowerStringMethod(
  fn: FunctionLowering,
  receiver: Value,
  method: string,
  node: ts.CallExpression,
): Value {
  switch (method) {
    case 'toString':
    case 'valueOf':
      return receiver;
    case 'toLocaleUpperCase':
      return lowerStringMethod(fn, receiver, 'toUpperCase', node);
    case 'toLocaleLowerCase':
      return lowerStringMethod(fn, receiver, 'toLowerCase', node);
    case 'trimLeft':
      return lowerStringMethod(fn, receiver, 'trimStart', node);
    case 'trimRight':
      return lowerStringMethod(fn, receiver, 'trimEnd', node);
    case 'localeCompare':
      return localeCompare(fn, receiver, node);
    case 'concat':
      return concat(fn, receiver, node);
    case 'replace':
    case 'replaceAll':
      return replace(fn, receiver, method, node);
    case 'at':
    case 'codePointAt':
      return unitOrNone(fn, receiver, method, node);
  }
  const parameters = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!parameters) return fail(node, 'GN1003', `'${method}' of a string`);
  const surplus = node.arguments[parameters.length];
  if (surplus) fail(surplus, 'GN1003', `this form of '${method}'`);
  const args = parameters.map((lower, i) => lower(fn, node.arguments[i], receiver));
  return asNumber(fn, callLibrary(fn, `string_${method}`, [receiver, ...args], node));
}

/** The levels of the differences that count (lib/collation.ts), a bit for each. */
const sensitivities = { base: 0b10, accent: 0b110, case: 0b1010, variant: 0b1110 };

/** `a.localeCompare(b, 'en', { numeric: true })`: the locale is English in any case. */
function localeCompare(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  const [otherNode, , optionsNode] = node.arguments;
  const options = writtenOptions(optionsNode, "'localeCompare'");
  const other = text(fn, otherNode, receiver);
  const sensitivity = (options.get('sensitivity') ?? 'variant') as keyof typeof sensitivities;
  const isNumeric = options.get('numeric') === true;
  if (sensitivity === 'variant' && !isNumeric)
    return asNumber(fn, callLibrary(fn, 'string_localeCompare', [receiver, other], node));
  const levels: Value = { rep: intRep, inst: fn.b.iconst(sensitivities[sensitivity]) };
  const numeric: Value = { rep: booleanRep, inst: fn.b.iconst(isNumeric ? 1 : 0) };
  return asNumber(fn, callLibrary(fn, 'string_collated', [receiver, other, levels, numeric], node));
}

function concat(fn: FunctionLowering, receiver: Value, node: ts.CallExpression): Value {
  const others = node.arguments.map((argument) => {
    if (!ts.isSpreadElement(argument)) return lowerTo(fn, argument, stringRep);
    const texts = spreadSource(fn, arrayOf(stringRep), argument.expression);
    return callLibrary(fn, 'array_join', [texts, fn.text('')], argument);
  });
  return others.reduce<Value>(
    (result, other) => ({
      rep: stringRep,
      inst: fn.b.helper('gn_str_concat', instOf(result), instOf(other)),
    }),
    receiver,
  );
}

/** `replace` and `replaceAll`, with a text or a function that makes one. */
function replace(
  fn: FunctionLowering,
  receiver: Value,
  method: 'replace' | 'replaceAll',
  node: ts.CallExpression,
): Value {
  const [searchNode, replacementNode] = node.arguments;
  const search = text(fn, searchNode, receiver);
  checkNoSpread(replacementNode!);
  const wanted: FunctionRep = {
    kind: 'function',
    params: [stringRep, numberRep, stringRep],
    result: stringRep,
  };
  const replacement = lowerExpression(fn, replacementNode!, wanted);
  if (replacement.rep.kind === 'function') {
    convert(fn, replacement, wanted, replacementNode!);
    return callLibrary(fn, `string_${method}By`, [receiver, search, replacement], node);
  }
  const inserted = convert(fn, replacement, stringRep, replacementNode!);
  return callLibrary(fn, `string_${method}`, [receiver, search, inserted], node);
}

/** `at` and `codePointAt` give undefined where the index is out of range. */
function unitOrNone(
  fn: FunctionLowering,
  receiver: Value,
  method: 'at' | 'codePointAt',
  node: ts.CallExpression,
): Value {
  const index = countArgument(fn, node.arguments[0]);
  const resolve = method === 'at' ? 'array_indexAt' : 'string_indexInRange';
  return fn.within(node, () => {
    const found = callLibrary(fn, resolve, [lengthOf(fn, receiver), index], node);
    const rep = method === 'at' ? stringRep : numberRep;
    return valueOrNone(fn, rep, isFound(fn, found), node, () => {
      if (method === 'codePointAt')
        return asNumber(fn, callLibrary(fn, 'string_codePoint', [receiver, found], node));
      const unit = fn.b.helper('gn_str_unit', instOf(receiver), instOf(found));
      return { rep, inst: fn.b.helper('gn_str_from_unit', unit) };
    });
  });
}

/** `String.raw(strings, ...values)` as a call. */
function rawOf(fn: FunctionLowering, node: ts.CallExpression): Value {
  const [template, ...nodes] = node.arguments;
  if (!template || ts.isSpreadElement(template)) return fail(node, 'GN1001', 'this call');
  const strings = lowerExpression(fn, template);
  const list = arrayOf(stringRep);
  const raw =
    strings.rep.kind === 'object'
      ? readMember(fn, instOf(strings), strings.rep.layout, 'raw', template)
      : callLibrary(fn, 'template_raw', [convert(fn, strings, list, template)], node);
  if (!raw) return fail(template, 'GN1003', "'raw' of this");
  const values = arrayOfExpressions(fn, arrayOf(anyRep), [], undefined, nodes, node);
  return callLibrary(fn, 'string_rawOf', [convert(fn, raw, list, template), values], node);
}

/** `String.fromCharCode` and `String.fromCodePoint`: any number of units or code points; `String.raw`. */
export function lowerStringFunction(fn: FunctionLowering, node: ts.CallExpression, name: string): Value {
  if (name === 'raw') return rawOf(fn, node);
  if (name !== 'fromCharCode' && name !== 'fromCodePoint') return fail(node, 'GN1003', `'String.${name}'`);
  const values = node.arguments.map((argument) => {
    if (ts.isSpreadElement(argument))
      return { name: `string_${name}s`, value: lowerExpression(fn, argument.expression) };
    return { name: `string_${name}`, value: lowerTo(fn, argument, numberRep) };
  });
  const texts = values.map(({ name, value }) => callLibrary(fn, name, [value], node));
  return texts.reduce<Value>((result, each) => {
    if (result.text === '') return each;
    return { rep: stringRep, inst: fn.b.helper('gn_str_concat', instOf(result), instOf(each)) };
  }, fn.text(''));
}
