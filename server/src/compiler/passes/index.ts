// The pipeline: which passes run on a function, in which order.
import type { IrFunction } from '../ir/ir.ts';
import { verify } from '../ir/verify.ts';
import { removeRedundantParams } from './block-params.ts';
import { eliminateBoundsChecks } from './bounds-elimination.ts';
import { calleesFirst } from './call-order.ts';
import type { Pass, PassContext } from './context.ts';
import { eliminateDeadCode } from './dce.ts';
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

const cleanup: readonly Pass[] = [simplifyControlFlow, removeRedundantParams, eliminateDeadCode];

const simplify: readonly Pass[] = [
  simplifyControlFlow,
  removeRedundantParams,
  fold,
  numberValues,
  fold,
  eliminateDeadCode,
  simplifyControlFlow,
];

export const pipeline: readonly Pass[] = [
  ...simplify,
  inlineCalls,
  ...simplify,
  narrowDoubles,
  ...simplify,
  invertLoops,
  ...simplify,
  foldByRanges,
  eliminateBoundsChecks,
  hoistInvariants,
  ...simplify,
];

/** Optimizes functions in place, callees first, so that what is inlined is optimized already. */
export function optimize(functions: readonly IrFunction[], context: PassContext, level: Level = 1): void {
  const own = new Map(functions.map((fn) => [fn.symbol, fn]));
  const withOwn: PassContext = { ...context, bodyOf: (symbol) => own.get(symbol) ?? context.bodyOf(symbol) };
  for (const fn of calleesFirst(functions)) runPasses(fn, withOwn, level === 0 ? cleanup : pipeline);
}

/** Runs passes one after the other, each checked if the context says so. */
export function runPasses(fn: IrFunction, context: PassContext, passes: readonly Pass[]): void {
  if (context.verify) verify(fn);
  for (const pass of passes) {
    pass(fn, context);
    if (!context.verify) continue;
    try {
      verify(fn);
    } catch (error) {
      throw new Error(`after ${pass.name}: ${(error as Error).message}`);
    }
  }
}
