// What methods give that may find nothing: `at`, `find`, `pop`, `codePointAt` and the like.
import type { Inst } from '../../ir/ir.ts';
import type { Rep } from '../reps.ts';
import { undefinedRep, withUndefined } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { type AnyArrayRep, elementRep, loadUnchecked } from './arrays.ts';
import { Merge } from './assignments.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { assertType } from './narrowing.ts';
import { instOf, type Value } from './value.ts';

/** The element at an index, or undefined if the index is negative; of the type that a guard gave it, if there was one. */
export function elementOrNone(
  fn: FunctionLowering,
  rep: AnyArrayRep,
  array: Value,
  index: Value,
  node: ts.Node,
  guarded = elementRep(rep),
): Value {
  return valueOrNone(fn, guarded, isFound(fn, index), node, () =>
    assertType(fn, loadUnchecked(fn, rep, instOf(array), instOf(index)), guarded, node),
  );
}

/** 1 if an index is not negative. */
export function isFound(fn: FunctionLowering, index: Value): Inst {
  return fn.b.icmp('ge', instOf(index), fn.b.iconst(0));
}

/** What `compute` gives if the condition holds, else undefined. */
export function valueOrNone(
  fn: FunctionLowering,
  rep: Rep,
  condition: Inst,
  node: ts.Node,
  compute: () => Value,
): Value {
  const { b } = fn;
  const optional = withUndefined(rep);
  const merge = new Merge(fn, optional);
  const there = b.createBlock();
  const absent = b.createBlock();
  const join = b.createBlock();
  b.branch(condition, there, absent);
  b.enterSealed(there);
  merge.set(convert(fn, compute(), optional, node));
  b.jump(join);
  b.enterSealed(absent);
  merge.set(convert(fn, { rep: undefinedRep }, optional, node));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}
