// Comparisons of texts. Those of single units, as tokenizers make them (`const c = text[i]; if (c === '+') ...`), are
// comparisons of integers: the text of the unit is not made, if nothing else needs it.
import { exchangeInt } from '../../ir/conditions.ts';
import type { Inst } from '../../ir/ir.ts';
import type { FunctionLowering } from './function.ts';
import type { Condition } from './operators.ts';
import { instOf, type Value } from './value.ts';

/** 1 or 0, by UTF-16 units. */
export function compareTexts(fn: FunctionLowering, condition: Condition, left: Value, right: Value): Inst {
  // Such as `typeof x === 'string'`, where it is known what x is.
  if (left.text !== undefined && right.text !== undefined && (condition === 'eq' || condition === 'ne'))
    return fn.b.iconst((left.text === right.text) === (condition === 'eq') ? 1 : 0);
  const [a, b] = [unitOf(left), unitOf(right)];
  if (a && b) return fn.b.icmp(condition, a, b);
  if (a && right.text !== undefined) return compareUnit(fn, condition, a, right.text);
  if (b && left.text !== undefined) return compareUnit(fn, exchangeInt(condition) as Condition, b, left.text);
  if (condition === 'eq') return fn.b.helper('gn_str_eq', instOf(left), instOf(right));
  if (condition === 'ne')
    return fn.b.op('ixor', fn.b.helper('gn_str_eq', instOf(left), instOf(right)), fn.b.iconst(1));
  return fn.b.icmp(condition, fn.b.helper('gn_str_cmp', instOf(left), instOf(right)), fn.b.iconst(0));
}

/** The unit that a text was made of, if it was made of one. */
function unitOf({ inst }: Value): Inst | undefined {
  return inst?.op === 'helper' && inst.symbol === 'gn_str_from_unit' ? inst.args[0] : undefined;
}

/** A text of one unit beside a known one. */
function compareUnit(fn: FunctionLowering, condition: Condition, unit: Inst, text: string): Inst {
  const { b } = fn;
  if (text.length === 1) return b.icmp(condition, unit, b.iconst(text.charCodeAt(0)));
  if (condition === 'eq' || condition === 'ne') return b.iconst(condition === 'ne' ? 1 : 0);
  const isLess = condition === 'lt' || condition === 'le';
  if (text.length === 0) return b.iconst(isLess ? 0 : 1);
  // Of the two, the one with the same first unit and more behind it is greater.
  return b.icmp(isLess ? 'le' : 'gt', unit, b.iconst(text.charCodeAt(0)));
}
