// Default values: what parameters and patterns take where a value is undefined.
import type { Inst } from '../../ir/ir.ts';
import { anyRep, isNothing, isNumeric, type Rep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { isAbsent } from './any.ts';
import { Merge } from './assignments.ts';
import { convert, isPresent, unwrapped } from './conversions.ts';
import { lowerExpression } from './expressions.ts';
import type { FunctionLowering } from './function.ts';
import type { Value } from './value.ts';

/** The value, or the default where it is undefined; without undefined in its representation, if that is possible. */
export function valueOrDefault(
  fn: FunctionLowering,
  value: Value,
  initializer: ts.Expression | undefined,
): Value {
  const { rep } = value;
  if (!initializer) return value;
  const fallback = (to: Rep) => convert(fn, lowerExpression(fn, initializer, to), to, initializer);
  if (rep.kind === 'undefined' || rep.kind === 'void') return lowerExpression(fn, initializer);
  if (rep.kind === 'any') {
    const isThere = fn.b.op('ixor', isAbsent(fn, value, 'undefined'), fn.b.iconst(1));
    return chooseValue(
      fn,
      rep,
      isThere,
      () => value,
      () => convert(fn, lowerExpression(fn, initializer, wantedFor(fn, initializer)), rep, initializer),
    );
  }
  if (rep.kind !== 'optional' || rep.absent !== 'undefined') return value;
  // The default may be undefined, too.
  const own = fn.tryRepOf(fn.checker.getTypeAtLocation(initializer));
  const mayLack = own && (own.kind === 'optional' || isNothing(own));
  const wanted = mayLack ? rep : own && isOfOtherKind(own, rep.of) ? anyRep : rep.of;
  return chooseValue(
    fn,
    wanted,
    isPresent(fn, value),
    () => (wanted === rep ? value : convert(fn, unwrapped(value), wanted, initializer)),
    () => fallback(wanted),
  );
}

/** What the variable holds, or the pattern takes apart, that has a default: `[]` is made as that. */
function wantedFor(fn: FunctionLowering, { parent }: ts.Expression): Rep | undefined {
  return ts.isBindingElement(parent) ? fn.tryRepOf(fn.checker.getTypeAtLocation(parent)) : undefined;
}

/** One of two values, of which only the chosen one is computed. */
export function chooseValue(
  fn: FunctionLowering,
  rep: Rep,
  condition: Inst,
  ifTrue: () => Value,
  ifFalse: () => Value,
): Value {
  const { b } = fn;
  const merge = new Merge(fn, rep);
  const whenTrue = b.createBlock();
  const whenFalse = b.createBlock();
  const join = b.createBlock();
  b.branch(condition, whenTrue, whenFalse);
  for (const [block, compute] of [
    [whenTrue, ifTrue],
    [whenFalse, ifFalse],
  ] as const) {
    b.enterSealed(block);
    merge.set(compute());
    b.jump(join);
  }
  b.enterSealed(join);
  return merge.get();
}

/** True for a default value of another kind than what there may be: `const { year = '?' } = book`. */
const isOfOtherKind = (own: Rep, there: Rep) =>
  own.kind !== there.kind && own.kind !== 'any' && !(isNumeric(own) && isNumeric(there));
