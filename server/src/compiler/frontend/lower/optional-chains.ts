// Optional chains: `a?.b.c()` is undefined as a whole where a is.
import type { Block } from '../../ir/ir.ts';
import { isNothing, undefinedRep, withUndefined } from '../reps.ts';
import { ts } from '../typescript.ts';
import { Merge } from './assignments.ts';
import { convert, isPresent, unwrapped } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import type { Value } from './value.ts';

/** True for the whole of a chain, which none of its parts are. */
export function isWholeChain(node: ts.Node): boolean {
  if (!ts.isOptionalChain(node)) return false;
  const { parent } = node;
  return !(ts.isOptionalChain(parent) && parent.expression === node);
}

/** Lowers a whole chain; `lower` lowers it as if nothing were optional, but for calls of `leaveIfAbsent`. */
export function lowerOptionalChain(fn: FunctionLowering, node: ts.Node, lower: () => Value): Value {
  const { b } = fn;
  const absent = b.createBlock();
  fn.chainExits.push(absent);
  const value = lower();
  fn.chainExits.pop();
  if (isNothing(value.rep)) {
    if (!b.terminated) b.jump(absent);
    b.enterSealed(absent);
    return { rep: { kind: 'void' } };
  }
  const rep = withUndefined(value.rep);
  const merge = new Merge(fn, rep);
  const join = b.createBlock();
  merge.set(convert(fn, value, rep, node));
  b.jump(join);
  b.enterSealed(absent);
  merge.set(convert(fn, { rep: undefinedRep }, rep, node));
  b.jump(join);
  b.enterSealed(join);
  return merge.get();
}

/** At `?.`: goes on with the value if it is there, else leaves the chain. */
export function leaveIfAbsent(fn: FunctionLowering, value: Value): Value {
  const exit: Block | undefined = fn.chainExits.at(-1);
  if (!exit || (value.rep.kind !== 'optional' && value.rep.kind !== 'any')) return value;
  const there = fn.b.createBlock();
  fn.b.branch(isPresent(fn, value), there, exit);
  fn.b.enterSealed(there);
  return unwrapped(value);
}
