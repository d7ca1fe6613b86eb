// Tagged templates: a call with the texts between the values in an array, and the values.
import { ARRAY_LENGTH } from '../../abi/objects.ts';
import { fail } from '../diagnostics.ts';
import type { ArrayRep, Rep } from '../reps.ts';
import { arrayOf, stringRep } from '../reps.ts';
import { skipParentheses, ts } from '../typescript.ts';
import { arrayOfExpressions } from './arrays.ts';
import { callValue, lowerDirectCall, noThis } from './calls.ts';
import { staticFunction } from './captures.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { appendText } from './strings.ts';
import { instOf, type Value } from './value.ts';

/** `tag`...``. */
export function lowerTaggedTemplate(
  fn: FunctionLowering,
  node: ts.TaggedTemplateExpression,
  expected?: Rep,
): Value {
  const { template } = node;
  const spans = ts.isTemplateExpression(template) ? [...template.templateSpans] : [];
  const parts = ts.isTemplateExpression(template)
    ? [template.head, ...spans.map(({ literal }) => literal)]
    : [template];
  const values = spans.map(({ expression }) => expression);
  const tag = skipParentheses(node.tag);
  if (tag.getText() === 'String.raw') return rawText(fn, parts, values);
  const symbol = ts.isIdentifier(tag) ? fn.symbolAt(tag) : undefined;
  const target = symbol && staticFunction(symbol);
  const rep = arrayOf(stringRep) as ArrayRep;
  if (symbol && target) {
    fn.module.dependOnFunction(fn, symbol, target);
    const leading = [...noThis(target), texts(fn, rep, parts, node)];
    return lowerDirectCall(fn, node, target, expected, values, { leading });
  }
  const callee = lowerExpression(fn, tag);
  if (callee.rep.kind !== 'function') return fail(tag, 'GN1001', 'this tag of a template');
  return callValue(fn, node, callee, values, [texts(fn, rep, parts, node)]);
}

/** String.raw: the template as it is written, with the values in it. */
function rawText(
  fn: FunctionLowering,
  parts: readonly ts.TemplateLiteralLikeNode[],
  values: readonly ts.Expression[],
): Value {
  const raw = (part: ts.TemplateLiteralLikeNode) => fn.text(part.rawText ?? part.text);
  let result = raw(parts[0]!);
  for (const [i, expression] of values.entries()) {
    const value = lowerExpression(fn, expression);
    result = fn.within(expression, () => appendText(fn, result, value, expression));
    result = fn.within(expression, () => appendText(fn, result, raw(parts[i + 1]!), expression));
  }
  return result;
}

/** The texts between the values. Behind the end of the array are those that are written, for `strings.raw`. */
function texts(
  fn: FunctionLowering,
  rep: ArrayRep,
  parts: readonly ts.TemplateLiteralLikeNode[],
  node: ts.Node,
): Value {
  const values = [
    ...parts.map(({ text }) => fn.text(text)),
    ...parts.map((part) => fn.text(part.rawText ?? part.text)),
  ];
  const array = arrayOfExpressions(fn, rep, values, undefined, [], node);
  fn.b.store('i32', 'length', fn.b.iconst(parts.length), instOf(array), ARRAY_LENGTH);
  return array;
}
