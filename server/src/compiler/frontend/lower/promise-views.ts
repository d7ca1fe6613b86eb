// Promises as ones of another type whose values are held in another way: `Promise<string>` as `Promise<any>`.
import { isUsableAs } from '../assignability.ts';
import { isLibraryObject } from '../library-objects.ts';
import { isNothing, isNumeric, type ObjectRep, type Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import type { Value } from './value.ts';

/** Another promise, which is settled with the same value at the same time; undefined if no value can be taken over so. */
export function promiseAs(
  fn: FunctionLowering,
  value: Value,
  to: ObjectRep,
  node: ts.Node,
): Value | undefined {
  const { rep } = value;
  if (!isLibraryObject(rep, 'Promise') || !isLibraryObject(to, 'Promise')) return undefined;
  const [given, wanted] = [rep, to].map(({ layout }) => [...layout.substitution.values()][0]!);
  if (!isTakenAs(given!, wanted!)) return undefined;
  const types = new Map([
    ['S', given!],
    ['T', wanted!],
  ]);
  return callLibrary(fn, 'promise_as', [value], node, types);
}

/** True if any value of the one kind can be converted to the other. */
function isTakenAs(from: Rep, to: Rep): boolean {
  if (to.kind === 'any' || from.kind === 'any' || isUsableAs(from, to)) return true;
  if (isNumeric(to)) return isNumeric(from);
  if (to.kind === 'optional')
    return isNothing(from) || isTakenAs(from.kind === 'optional' ? from.of : from, to.of);
  if (to.kind !== 'object' || from.kind !== 'object') return false;
  return to.layout.isResult && from.layout.field('value') !== undefined;
}
