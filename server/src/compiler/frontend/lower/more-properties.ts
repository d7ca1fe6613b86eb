// Properties that functions and errors are given, which have no place for them (lib/more-properties.ts).

import { isLibraryObject } from '../library-objects.ts';
import type { ObjectLayout } from '../object-layout.ts';
import { anyRep, isNothing, type Rep } from '../reps.ts';
import { isTested } from '../tested-values.ts';
import type { ts } from '../typescript.ts';
import { toAny } from './any.ts';
import type { Place } from './assignments.ts';
import { convert } from './conversions.ts';
import type { FunctionLowering } from './function.ts';
import { tellApart } from './function-identity.ts';
import { callLibrary } from './library-calls.ts';
import { narrowed } from './narrowing.ts';
import type { Value } from './value.ts';

/** True for what can be given properties of any name: a function, or an error whose class has none of that name. */
export function takesMore(rep: Rep, name: string): boolean {
  if (rep.kind === 'function') return !rep.isClass;
  return rep.kind === 'object' && !rep.layout.field(name) && isError(rep);
}

export function isError(rep: Rep): boolean {
  if (rep.kind !== 'object') return false;
  for (let each: ObjectLayout | undefined = rep.layout; each; each = each.parent)
    if (isLibraryObject({ kind: 'object', layout: each }, 'Error')) return true;
  return false;
}

/** Such a property, as what TypeScript knows of it; undefined where it is missing and the program asks for it. */
export function moreProperty(fn: FunctionLowering, base: Value, name: string, node: ts.Expression): Value {
  const value = callLibrary(fn, 'more_get', [toAny(fn, base, node), fn.text(name)], node);
  return isTested(node) ? value : narrowed(fn, value, node);
}

/** Such a property to be assigned to: it is kept as what its type says. */
export function morePlace(fn: FunctionLowering, base: Value, name: string, node: ts.Expression): Place {
  if (base.rep.kind === 'function') tellApart(fn);
  const target = toAny(fn, base, node);
  const declared = fn.tryRepOf(declaredType(fn, node));
  const rep = !declared || isNothing(declared) ? anyRep : declared;
  const get = () => callLibrary(fn, 'more_get', [target, fn.text(name)], node);
  return {
    rep,
    read: () => convert(fn, get(), rep, node),
    readIfThere: get,
    write: (value) => {
      callLibrary(fn, 'more_set', [target, fn.text(name), toAny(fn, value, node)], node);
    },
  };
}

function declaredType({ checker }: FunctionLowering, node: ts.Expression): ts.Type {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol ? checker.getTypeOfSymbol(symbol) : checker.getTypeAtLocation(node);
}
