// What was made without a type as what it is taken for: arrays become ones of that type where nothing else refers to them
// (lib/any-arrays.ts), and the objects of the type are dictionaries.
import { ValueKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { allKeysOpenings } from '../dictionary-types.ts';
import { type ArrayRep, anyRep, type Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { isBoxOf, isKind, unboxed } from './any.ts';
import { choose } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { instOf, type Value } from './value.ts';

export const isArrayOfAny = (rep: Rep) => rep.kind === 'array' && rep.element.kind === 'any';

/** Notes that nothing but a box refers to an array. */
export function loosen(fn: FunctionLowering, box: Inst, node: ts.Node): void {
  callLibrary(fn, 'any_loosen', [{ rep: anyRep, inst: box }], node);
}

/** The array that a value of any type is, as one with elements of a representation. */
export function arrayFromAny(fn: FunctionLowering, value: Value, rep: ArrayRep, node: ts.Node): Value {
  if (isArrayOfAny(rep)) {
    callLibrary(fn, 'any_keep', [value], node);
    return unboxed(fn, value, rep, node);
  }
  fn.b.check(isKind(fn, value, ValueKind.array, node), 'cast');
  const inst = choose(
    fn,
    isBoxOf(fn, value, rep, node),
    () => instOf(unboxed(fn, value, rep, node)),
    () => instOf(callLibrary(fn, 'any_taken', [value], node, new Map([['T', rep.element]]))),
  );
  return { rep, inst };
}

/** Has the objects that a value is taken for, also as elements of arrays, be dictionaries, as those made without a type are. */
export function useAsDictionary(fn: FunctionLowering, rep: Rep): void {
  const inner = innermost(rep);
  if (inner.kind === 'object') fn.module.withAllRemade(allKeysOpenings(inner.layout));
}

/** True for objects, and arrays of such. */
export const isOfObjects = (rep: Rep) => innermost(rep).kind === 'object';

function innermost(rep: Rep): Rep {
  if (rep.kind === 'optional') return innermost(rep.of);
  return rep.kind === 'array' ? innermost(rep.element) : rep;
}
