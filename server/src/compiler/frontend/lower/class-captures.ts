// Variables that members of a class inside of a function use, and functions with type parameters of a literal: each object
// holds them from its construction on, as a closure does; members find them there.

import type { Inst } from '../../ir/ir.ts';
import { fail } from '../diagnostics.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { sameRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { loadField, storeField } from './objects.ts';
import { instOf } from './value.ts';

/** Gives a new object what the members of its class, and of those that it extends, use. */
export function storeClassCaptures(
  fn: FunctionLowering,
  layout: ObjectLayout,
  object: Inst,
  node: ts.Node,
): void {
  for (let each: ObjectLayout | undefined = layout; each; each = each.parent) {
    for (const { symbol, field, boxed } of each.captures) {
      const binding = fn.binding(symbol, node);
      if (!boxed) {
        storeField(fn, object, field, convert(fn, fn.read(binding), field.rep, node));
        continue;
      }
      if (binding.kind !== 'box' || !sameRep(binding.rep, field.rep))
        fail(node, 'GN1001', `a class that uses '${symbol.name}' of the function around it`);
      fn.b.store('ref', `field.${field.name}`, fn.b.read(binding.box), object, field.offset);
    }
  }
}

/** Binds the variables to what `this` holds. */
export function bindClassCaptures(fn: FunctionLowering, layout: ObjectLayout): void {
  if (fn.self) bindCaptures(fn, layout, instOf(fn.self));
}

/** Does something while the variables are what an object of a literal holds. */
export function withCapturesOf<T>(
  fn: FunctionLowering,
  layout: ObjectLayout,
  object: Inst,
  action: () => T,
): T {
  const before = layout.captures.map(({ symbol }) => ({ symbol, binding: fn.bindingOfLocal(symbol) }));
  bindCaptures(fn, layout, object);
  const result = action();
  for (const { symbol, binding } of before) if (binding) fn.bind(symbol, binding);
  return result;
}

function bindCaptures(fn: FunctionLowering, layout: ObjectLayout, object: Inst): void {
  for (const { symbol, field, boxed } of layout.captures) {
    if (!boxed) {
      fn.bind(symbol, { kind: 'value', rep: field.rep, value: loadField(fn, object, field) });
      continue;
    }
    const box = fn.b.declareVariable('ref', symbol.name);
    fn.b.write(box, fn.b.load('ref', `field.${field.name}`, object, field.offset));
    fn.bind(symbol, { kind: 'box', rep: field.rep, box });
  }
}
