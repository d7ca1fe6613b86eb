// Functions that no program has written: they stand between a call and what is called, and are made once in a module.
import { CLOSURE_CAPTURES } from '../../abi/objects.ts';
import type { Inst } from '../../ir/ir.ts';
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
  return closureValues(fn, params, 0).args;
}

/** The values of the parameters of a closure, and the references that it holds, which are taken out of it first of all. */
export function closureValues(
  fn: FunctionLowering,
  params: readonly Rep[],
  count: number,
): { readonly args: Value[]; readonly held: readonly Inst[] } {
  const { b } = fn;
  const given = params.map((rep) => ({ rep, inst: b.addParam(b.block, parameterType(rep)) }));
  const held = Array.from({ length: count }, (_, i) =>
    b.load('ref', 'capture', b.self(), CLOSURE_CAPTURES + 4 * i),
  );
  return { args: given.map(({ rep, inst }) => received(fn, rep, inst)), held };
}
