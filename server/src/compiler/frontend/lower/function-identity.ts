// What makes a function the same as another one: closures that stand for a function say which (lib/function-identity.ts).
import { CLOSURE_CAPTURES, ObjectKind } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
import { intRep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { allocate } from './allocation.ts';
import type { FunctionLowering } from './function.ts';
import { callLibrary } from './library-calls.ts';
import { instOf, type Value } from './value.ts';

/** Where the closure of a wrapper holds what its code needs beside the function. */
export const WRAPPER_OBJECT = 2;

/**
 * Stands among the shapes for programs that tell functions apart: each evaluation of a function expression makes another
 * function there, also if it captures nothing.
 */
const APART = 'functions apart';

export const tellsApart = (fn: FunctionLowering) => fn.module.isOpen(APART);

export function tellApart(fn: FunctionLowering): void {
  fn.module.withOpening({ shape: APART, forms: [] });
}

/** The address of the function that a function value stands for, by which those are compared. */
export function functionOrigin(fn: FunctionLowering, value: Value, node: ts.Node): Inst {
  tellApart(fn);
  const { inst } = value;
  if (inst?.op === 'object' && inst.symbol) return fn.b.address(fn.module.constants.identityOf(inst.symbol));
  const address = fn.b.op('refToAddress', instOf(value));
  return instOf(callLibrary(fn, 'function_origin', [{ rep: intRep, inst: address }], node));
}

/** A closure of code that stands for a function; it refers to itself, which no closure of a program does. */
export function newWrapper(
  fn: FunctionLowering,
  code: string,
  wrapped: Inst,
  node: ts.Node,
  object?: Inst,
): Inst {
  const { b } = fn;
  const bytes = CLOSURE_CAPTURES + 4 * 3;
  const closure = fn.within(node, () => allocate(b, ObjectKind.closure, bytes, b.address(code)));
  b.store('ref', 'capture', wrapped, closure, CLOSURE_CAPTURES);
  b.store('ref', 'capture', closure, closure, CLOSURE_CAPTURES + 4);
  if (object) b.store('ref', 'capture', object, closure, CLOSURE_CAPTURES + 4 * WRAPPER_OBJECT);
  return closure;
}
