// Strings: conversion of values to text, templates, single units.
import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import { repTitle } from '../object-layout.ts';
import type { ObjectRep } from '../reps.ts';
import { stringRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { toAny } from './any.ts';
import { isArrayRep } from './arrays.ts';
import { choose, isPresent, stringLength, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { isInLibrary } from './globals.ts';
import { callLibrary } from './library-calls.ts';
import { objectText } from './open-objects.ts';
import { constantOf, instOf, type Value } from './value.ts';

/** The value as text, as `String(value)` gives it. */
export function toText(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  const { b } = fn;
  const constant = constantOf(value);
  switch (value.rep.kind) {
    case 'string':
      return instOf(value);
    case 'int':
      return constant !== undefined
        ? literal(fn, String(constant))
        : b.helper('gn_str_from_i32', instOf(value));
    case 'number':
      if (constant !== undefined) return literal(fn, String(constant));
      if (value.inst?.op === 'i2d') return b.helper('gn_str_from_i32', value.inst.args[0]!);
      return b.helper('gn_str_from_number', instOf(value));
    case 'float':
      return b.helper('gn_str_from_number', b.op('f2d', instOf(value)));
    case 'boolean':
      return b.select(instOf(value), literal(fn, 'true'), literal(fn, 'false'));
    case 'null':
      return literal(fn, 'null');
    case 'undefined':
    case 'void':
      return literal(fn, 'undefined');
    case 'optional': {
      const { absent } = value.rep;
      return choose(
        fn,
        isPresent(fn, value),
        () => toText(fn, unwrapped(value), node),
        () => literal(fn, absent),
      );
    }
    case 'either': {
      const { isFirst, first, second } = value.either!;
      return choose(
        fn,
        isFirst,
        () => toText(fn, first, node),
        () => toText(fn, second, node),
      );
    }
    case 'any':
      return instOf(callLibrary(fn, 'any_text', [value], node));
    case 'object':
      return objectText(fn, value, `[object ${tagOf(value.rep)}]`);
    default:
      if (isArrayRep(value.rep) && !(value.rep.kind === 'array' && value.rep.element.kind === 'function')) {
        return instOf(callLibrary(fn, 'array_join', [value], node));
      }
      // In code for all types it is an error of the program, if it comes to that.
      if (isOfParameter(fn, node)) return toText(fn, toAny(fn, value, node), node);
      return fail(node, 'GN1006', repTitle(value.rep));
  }
}

function isOfParameter(fn: FunctionLowering, node: ts.Node): boolean {
  return (fn.checker.getTypeAtLocation(node).flags & ts.TypeFlags.TypeParameter) !== 0;
}

/** What the text of an object without a method for it says: the library's name of collections and promises. */
function tagOf({ layout }: ObjectRep): string {
  const names = layout.lineage.flatMap(({ declaration }) =>
    declaration && isInLibrary(declaration) ? (declaration.name?.text ?? []) : [],
  );
  return names.find((each) => /^(Weak)?(Map|Set)$|^Promise$/.test(each)) ?? 'Object';
}

function literal(fn: FunctionLowering, text: string): Inst {
  return instOf(fn.text(text));
}

/** `a ${x} b` */
export function lowerTemplate(fn: FunctionLowering, node: ts.TemplateExpression): Value {
  let result: Value = fn.text(node.head.text);
  for (const span of node.templateSpans) {
    const value = lowerExpression(fn, span.expression);
    fn.within(span.expression, () => {
      result = appendText(fn, result, value, span.expression);
      result = appendText(fn, result, fn.text(span.literal.text), span);
    });
  }
  return result;
}

/** A text with a value behind it. */
export function appendText(fn: FunctionLowering, text: Value, value: Value, node: ts.Node): Value {
  if (value.text === '') return text;
  if (text.text !== undefined && value.text !== undefined) return fn.text(text.text + value.text);
  const added = toText(fn, value, node);
  if (text.text === '') return { rep: stringRep, inst: added };
  return { rep: stringRep, inst: fn.b.helper('gn_str_concat', instOf(text), added) };
}

/** `text[i]`: a string of one unit; traps if the index is out of range. */
export function stringUnitAt(fn: FunctionLowering, string: Inst, index: Inst): Value {
  fn.b.bounds(index, stringLength(fn, string));
  return stringUnitUnchecked(fn, string, index);
}

/** The string of the unit at an index that is in range. */
export function stringUnitUnchecked(fn: FunctionLowering, string: Inst, index: Inst): Value {
  const unit = fn.b.helper('gn_str_unit', string, index);
  return { rep: stringRep, inst: fn.b.helper('gn_str_from_unit', unit) };
}
