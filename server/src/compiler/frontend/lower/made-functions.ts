// Functions that no program has written: they stand between a call and what is called, and are made once in a module.
import type { Rep } from '../reps.ts';
import type { ts } from '../typescript.ts';
import { FunctionLowering } from './function.ts';
import { parameterType, received } from './passing.ts';
import type { Value } from './value.ts';

interface MadeFunction {
  readonly symbol: string;
  readonly name: string;
  readonly result: Rep;
  /** Where the program needs it. */
  readonly node: ts.Node;
}

/** Adds such a function to the module of its first user; `lower` makes its code. */
export function makeFunction(
  user: FunctionLowering,
  { symbol, name, result, node }: MadeFunction,
  lower: (fn: FunctionLowering) => void,
): void {
  const { module, substitution } = user;
  const ir = module.newFunction(symbol, name, result, node);
  const fn = new FunctionLowering(module, ir, node.getSourceFile(), result, substitution);
  fn.at(node);
  lower(fn);
  fn.b.finish();
  module.addFunction(ir);
}

/** The values of its parameters. */
export function parameterValues(fn: FunctionLowering, params: readonly Rep[]): Value[] {
  const given = params.map((rep) => ({ rep, inst: fn.b.addParam(fn.b.block, parameterType(rep)) }));
  return given.map(({ rep, inst }) => received(fn, rep, inst));
}
