// Parts of functions that are compiled as functions of their own, called through a closure: what a `try` protects, the
// bodies of generators and asynchronous functions, and of cells that wait.
import type { Inst, IrFunction } from '../../ir/ir.ts';
import type { Rep } from '../reps.ts';
import { repName } from '../reps.ts';
import { isProtected, type PartNode } from './captures.ts';
import { bindClosureCaptures, capturedVariables, newClosure } from './closures.ts';
import { lowerCoroutineBody } from './coroutines.ts';
import { FunctionLowering } from './function.ts';
import { shapeOf } from './functions.ts';
import type { Around, FunctionInstance } from './instances.ts';
import type { ModuleLowering } from './module.ts';
import { lowerProtected } from './try.ts';

/** A closure of a part, which returns what `result` says; a constant one if it captures nothing. */
export function partClosure(
  fn: FunctionLowering,
  part: PartNode,
  result: Rep,
  around: Around = fn.around,
): Inst {
  const captures = capturedVariables(fn, part);
  const outer = fn.symbol.startsWith('f.') ? fn.symbol : `f.${fn.symbol}`;
  // The frames of a coroutine may hold its code, as closures do.
  const base = `${fn.module.anonymousSymbol(outer)}.value`;
  const { iterator } = around;
  const shape = `${shapeOf([], result, captures)} in ${repName(around.result)}${iterator ? ` over ${repName(iterator)}` : ''}`;
  const instance: FunctionInstance = {
    symbol: fn.module.world.variantOf(base, shape),
    base,
    shape,
    isMain: false,
    name: fn.b.fn.name,
    node: part,
    substitution: fn.substitution,
    params: [],
    result,
    form: 'closure',
    captures,
    around,
    ...(fn.staticThis ? { staticThis: fn.staticThis } : {}),
  };
  fn.module.request(instance, fn.site);
  if (captures.length === 0) return fn.b.object(fn.module.constants.functionValue(instance.symbol));
  return newClosure(fn, instance, part);
}

/** Lowers a part. */
export function lowerPart(module: ModuleLowering, ir: IrFunction, instance: FunctionInstance): void {
  const part = instance.node as PartNode;
  const fn = new FunctionLowering(
    module,
    ir,
    part.getSourceFile(),
    instance.result,
    instance.substitution,
    instance.around,
  );
  fn.staticThis = instance.staticThis;
  bindClosureCaptures(fn, instance.captures);
  if (isProtected(part)) lowerProtected(fn, part);
  else lowerCoroutineBody(fn, part);
  fn.b.finish();
}
