// What operators take objects for: what `valueOf` gives, or else their text.
import type { FunctionRep } from '../reps.ts';
import { isNothing, stringRep } from '../reps.ts';
import { skipAssertions, type ts } from '../typescript.ts';
import { isDictionary } from './dictionaries.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import { callSlot } from './methods.ts';
import { callHeld } from './objects.ts';
import { toText } from './strings.ts';
import { instOf, type Value } from './value.ts';

/** An operand; of `date as any`, which TypeScript wants, the object itself, whose class says what it is worth. */
export function lowerOperand(fn: FunctionLowering, node: ts.Expression): Value {
  const inner = skipAssertions(node);
  const isAsserted = inner !== node && hasValueOf(fn.checker.getTypeAtLocation(inner));
  return lowerExpression(fn, isAsserted ? inner : node);
}

/** True for a type with a method `valueOf` of its own. */
function hasValueOf(type: ts.Type): boolean {
  const declarations = type.getProperty('valueOf')?.declarations ?? [];
  return declarations.some((each) => !each.getSourceFile().isDeclarationFile);
}

/** A value without an object's properties: of an object with `valueOf` what that gives, else its text. */
export function primitiveOf(fn: FunctionLowering, value: Value, node: ts.Node): Value {
  if (value.rep.kind !== 'object' || isDictionary(value.rep)) return value;
  const { layout } = value.rep;
  const index = layout.slotIndex('valueOf');
  const slot = layout.slots[index];
  if (slot && isPrimitive(slot.rep))
    return fn.within(node, () => callSlot(fn, instOf(value), layout, index, []));
  const field = layout.isOpen ? undefined : layout.field('valueOf');
  if (field?.rep.kind === 'function' && isPrimitive(field.rep))
    return fn.within(node, () => callHeld(fn, instOf(value), field, []));
  return { rep: stringRep, inst: fn.within(node, () => toText(fn, value, node)) };
}

/** True for a method that does not give an object again. */
const isPrimitive = ({ result }: FunctionRep) =>
  !isNothing(result) && result.kind !== 'object' && result.kind !== 'array';
