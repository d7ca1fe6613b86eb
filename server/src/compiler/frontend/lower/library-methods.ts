// Calls of methods of sealed library classes (lib/map.ts and the like) on behalf of syntax, with values that are computed
// already.

import { methodNamed } from '../library-classes.ts';
import type { ObjectLayout } from '../object-layout.ts';
import type { ObjectRep } from '../reps.ts';
import { voidRep } from '../reps.ts';
import { ts } from '../typescript.ts';
import { instantiateMember } from './classes.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import type { FunctionInstance } from './instances.ts';
import { passed, passedType, received } from './passing.ts';
import { instOf, type Value } from './value.ts';

/** Asks for the code of a method. */
export function libraryMethod(fn: FunctionLowering, layout: ObjectLayout, name: string): FunctionInstance {
  const method = methodNamed(layout, name);
  if (!method) throw new Error(`the library's ${layout.title} has no method '${name}'`);
  return instantiateMember(fn, layout, method);
}

/** Calls a method of an object; the arguments are converted to its parameters. */
export function callLibraryMethod(
  fn: FunctionLowering,
  object: Value,
  name: string,
  args: readonly Value[],
  node: ts.Node,
): Value {
  const { symbol, params, result } = libraryMethod(fn, (object.rep as ObjectRep).layout, name);
  return fn.within(node, () => {
    const values = args.map((arg, i) => passed(fn, convert(fn, arg, params[i]!, node)));
    const inst = fn.b.call(symbol, passedType(result), [instOf(object), ...values]);
    return result.kind === 'void' ? { rep: voidRep } : received(fn, result, inst);
  });
}

const types = [
  'Object Function CallableFunction String Number Boolean Array TypedArray ArrayBuffer DataView Map Set WeakMap WeakSet',
  'Promise Error AggregateError IteratorObject AsyncIteratorObject Generator AsyncGenerator',
]
  .join(' ')
  .split(' ');

const memberNames = new WeakMap<ts.TypeChecker, ReadonlySet<ts.__String>>();

/** True for the name of what some value of the library has. */
export function isMemberInLibrary(checker: ts.TypeChecker, name: string): boolean {
  const meaning = ts.SymbolFlags.Interface | ts.SymbolFlags.Class;
  const names =
    memberNames.get(checker) ??
    new Set(
      types.flatMap((type) => [
        ...(checker.resolveName(type, undefined, meaning, false)?.members?.keys() ?? []),
      ]),
    );
  memberNames.set(checker, names);
  return names.has(ts.escapeLeadingUnderscores(name));
}
