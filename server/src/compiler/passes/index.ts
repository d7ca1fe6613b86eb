// The pipeline: which passes run on a function, in which order.
import type { IrFunction } from '../ir/ir.ts';
import { verify } from '../ir/verify.ts';
import { removeRedundantParams } from './block-params.ts';
import { eliminateBoundsChecks } from './bounds-elimination.ts';
import { calleesFirst } from './call-order.ts';
import type { Pass, PassContext } from './context.ts';
import { eliminateDeadCode } from './dce.ts';
import { computeExactIntegers } from './exact-integers.ts';
import { fold } from './fold.ts';
import { numberValues } from './gvn.ts';
import { inlineCalls } from './inline.ts';
import { invertLoops } from './invert-loops.ts';
import { hoistInvariants } from './licm.ts';
import { narrowDoubles } from './narrow-doubles.ts';
import { foldByRanges } from './range-fold.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';

export type { Pass, PassContext } from './context.ts';

/** 0: only what removes unreachable and unused code; 1: everything. */
export type Level = 0 | 1;

/** Runs a pass; true if it changed the function. */
type Run = (pass: Pass) => boolean;

/** What every other pass is followed by: small simplifications that enable each other. */
function simplify(run: Run): void {
  run(simplifyControlFlow);
  run(removeRedundantParams);
  run(fold);
  if (run(numberValues)) {
    run(removeRedundantParams);
    run(fold);
  }
  run(eliminateDeadCode);
  run(simplifyControlFlow);
}

function everything(run: Run): void {
  simplify(run);
  if (run(inlineCalls)) simplify(run);
  if (run(narrowDoubles)) simplify(run);
  if (run(invertLoops)) simplify(run);
  if (run(computeExactIntegers)) {
    // Before equal values are merged: the doubles that are left in the cold blocks must not keep those of the loop.
    run(eliminateDeadCode);
    simplify(run);
  }
  const byRanges = run(foldByRanges);
  const byInequalities = run(eliminateBoundsChecks);
  if (run(hoistInvariants) || byRanges || byInequalities) simplify(run);
  else run(simplifyControlFlow);
}

function cleanUp(run: Run): void {
  run(simplifyControlFlow);
  run(removeRedundantParams);
  run(eliminateDeadCode);
}

/** Optimizes functions in place, callees first, so that what is inlined is optimized already. */
export function optimize(functions: readonly IrFunction[], context: PassContext, level: Level = 1): void {
  const own = new Map(functions.map((fn) => [fn.symbol, fn]));
  const withOwn: PassContext = { ...context, bodyOf: (symbol) => own.get(symbol) ?? context.bodyOf(symbol) };
  for (const fn of calleesFirst(functions)) {
    if (context.verify) verify(fn);
    (level === 0 ? cleanUp : everything)((pass) => runPass(fn, withOwn, pass));
  }
}

/** Runs passes one after the other, each checked if the context says so. */
export function runPasses(fn: IrFunction, context: PassContext, passes: readonly Pass[]): void {
  if (context.verify) verify(fn);
  for (const pass of passes) runPass(fn, context, pass);
}

function runPass(fn: IrFunction, context: PassContext, pass: Pass): boolean {
  const changed = pass(fn, context);
  if (!context.verify) return changed;
  try {
    verify(fn);
  } catch (error) {
    throw new Error(`after ${pass.name}: ${(error as Error).message}`);
  }
  return changed;
}
