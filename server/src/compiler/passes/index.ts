// The pipeline: which passes run on a function, in which order.
import type { IrFunction } from '../ir/ir.ts';
import { verify } from '../ir/verify.ts';
import { finish, type Sliced } from '../slices.ts';
import { removeRedundantParams } from './block-params.ts';
import { eliminateBoundsChecks } from './bounds-elimination.ts';
import { noteCallEffects } from './call-effects.ts';
import { calleesFirst } from './call-order.ts';
import { carryStores } from './carry-stores.ts';
import { concatenateBeforeJoins } from './concatenate-before-joins.ts';
import type { Pass, PassContext, SlicedPass } from './context.ts';
import { convertBeforeJoins } from './convert-before-joins.ts';
import { eliminateDeadCode } from './dce.ts';
import { devirtualize } from './devirtualize.ts';
import { computeExactIntegers } from './exact-integers.ts';
import { expandDivisions } from './expand-divisions.ts';
import { expandLookups } from './expand-lookups.ts';
import { expandPushes } from './expand-pushes.ts';
import { expandTextComparisons } from './expand-text-comparisons.ts';
import { expandUnits } from './expand-units.ts';
import { fold } from './fold.ts';
import { numberValues } from './gvn.ts';
import { inlineCalls, inlineNewClosures } from './inline.ts';
import { makeIntegerLoopsInSlices } from './integer-loops.ts';
import { makeIntegerPaths } from './integer-paths.ts';
import { makeIntegerSwitches } from './integer-switches.ts';
import { invertLoopsInSlices } from './invert-loops.ts';
import { joinTexts } from './join-texts.ts';
import { hoistInvariants } from './licm.ts';
import { mergeCoroutines } from './merge-coroutines.ts';
import { mergeCounters } from './merge-counters.ts';
import { narrowDoubles } from './narrow-doubles.ts';
import { foldAbsence, foldByRanges } from './range-fold.ts';
import { reserveRoom } from './reserve-room.ts';
import { replaceWithScalars } from './scalar-replacement.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { sinkToExits } from './sink.ts';
import { speculateIntegersInSlices } from './speculate-integers.ts';
import { threadBranches } from './thread-branches.ts';
import { unitTexts } from './unit-texts.ts';
import { versionLoopsInSlices } from './version-loops.ts';
import { versionParameters } from './version-parameters.ts';

export type { Pass, PassContext } from './context.ts';

/** 0: only what removes unreachable and unused code; 1: everything. */
export type Level = 0 | 1;

/** Runs a pass, most often as one slice; true if it changed the function. */
type Run = (pass: Pass | SlicedPass) => Sliced<boolean>;

/** What every other pass is followed by: small simplifications that enable each other. */
function* simplify(run: Run): Sliced<void> {
  yield* run(simplifyControlFlow);
  yield* run(removeRedundantParams);
  yield* run(fold);
  if (yield* run(numberValues)) {
    yield* run(removeRedundantParams);
    yield* run(fold);
  }
  yield* run(eliminateDeadCode);
  yield* run(simplifyControlFlow);
}

function* everything(run: Run): Sliced<void> {
  yield* simplify(run);
  // What is inlined may make objects whose methods it calls, or call what it is given; these may be inlined then.
  for (let round = 0; round < 2; round++) {
    const inlined = yield* run(inlineCalls);
    if (inlined) yield* simplify(run);
    const closures = yield* run(inlineNewClosures);
    if (closures) yield* simplify(run);
    if (yield* run(replaceWithScalars)) yield* simplify(run);
    const called = (inlined || closures) && (yield* run(devirtualize));
    if (!closures && !called) break;
  }
  if (yield* run(noteCallEffects)) yield* simplify(run);
  if (yield* run(foldAbsence)) yield* simplify(run);
  if (yield* run(convertBeforeJoins)) {
    yield* simplify(run);
    if (yield* run(replaceWithScalars)) yield* simplify(run);
  }
  if (yield* run(unitTexts)) yield* simplify(run);
  if (yield* run(threadBranches)) {
    yield* simplify(run);
    // A number that nobody asks any more whether it is there need not be an object.
    if (yield* run(replaceWithScalars)) yield* simplify(run);
  }
  // A generator may go over another one, which it has to itself then.
  while (yield* run(mergeCoroutines)) {
    yield* simplify(run);
    if (yield* run(replaceWithScalars)) yield* simplify(run);
    if (yield* run(threadBranches)) yield* simplify(run);
  }
  if (yield* run(versionParameters)) yield* simplify(run);
  yield* run(speculateIntegersInSlices);
  if (yield* run(narrowDoubles)) yield* simplify(run);
  if (yield* run(invertLoopsInSlices)) yield* simplify(run);
  yield* run(reserveRoom);
  if (yield* run(expandPushes)) {
    yield* simplify(run);
    if (yield* run(mergeCounters)) yield* simplify(run);
  }
  if (yield* run(carryStores)) yield* simplify(run);
  if (yield* run(computeExactIntegers)) {
    // Before equal values are merged: the doubles that are left in the cold blocks must not keep those of the loop.
    yield* run(eliminateDeadCode);
    yield* simplify(run);
  }
  const loops = yield* run(makeIntegerLoopsInSlices);
  if (loops) yield* simplify(run);
  if (yield* run(makeIntegerSwitches)) yield* simplify(run);
  if ((yield* run(makeIntegerPaths)) || loops) {
    yield* simplify(run);
    if (yield* run(narrowDoubles)) yield* simplify(run);
  }
  const byRanges = yield* run(foldByRanges);
  const byInequalities = yield* run(eliminateBoundsChecks);
  const units = yield* run(expandUnits);
  const comparisons = yield* run(expandTextComparisons);
  const divisions = yield* run(expandDivisions);
  yield* run(concatenateBeforeJoins);
  const joined = yield* run(joinTexts);
  const hoisted = yield* run(hoistInvariants);
  const sunk = yield* run(sinkToExits);
  if (units || comparisons || divisions || joined || hoisted || sunk || byRanges || byInequalities)
    yield* simplify(run);
  else yield* run(simplifyControlFlow);
  if (yield* run(versionLoopsInSlices)) {
    yield* simplify(run);
    // Without what makes arrays longer, loads of their lengths leave the copies; and what ways that are gone had led to is known.
    yield* run(hoistInvariants);
    yield* simplify(run);
  } else yield* run(simplifyControlFlow);
}

function* cleanUp(run: Run): Sliced<void> {
  yield* run(simplifyControlFlow);
  yield* run(removeRedundantParams);
  yield* run(eliminateDeadCode);
}

/** Optimizes functions in place, callees first, so that what is inlined is optimized already. */
export function* optimizeInSlices(
  functions: readonly IrFunction[],
  context: PassContext,
  level: Level = 1,
): Sliced<void> {
  const own = new Map(functions.map((fn) => [fn.symbol, fn]));
  const withOwn: PassContext = { ...context, bodyOf: (symbol) => own.get(symbol) ?? context.bodyOf(symbol) };
  for (const fn of functions) {
    if (context.verify) verify(fn);
    if (level > 0) yield* runPass(fn, withOwn, devirtualize);
    yield* runPass(fn, withOwn, expandLookups);
  }
  for (const fn of calleesFirst(functions)) {
    yield* (level === 0 ? cleanUp : everything)((pass) => runPass(fn, withOwn, pass));
    // Passes are believed when they say that they changed nothing: here it shows if one of them was wrong.
    if (context.verify) verifyAfter(fn, 'all passes');
  }
}

/** Optimizes functions in place, all at once. */
export function optimize(functions: readonly IrFunction[], context: PassContext, level?: Level): void {
  finish(optimizeInSlices(functions, context, level));
}

/** Runs passes one after the other, checked if the context says so. */
export function runPasses(fn: IrFunction, context: PassContext, passes: readonly Pass[]): void {
  if (context.verify) verify(fn);
  for (const pass of passes) finish(runPass(fn, context, pass));
  if (context.verify) verifyAfter(fn, 'all passes');
}

function* runPass(fn: IrFunction, context: PassContext, pass: Pass | SlicedPass): Sliced<boolean> {
  const result = pass(fn, context);
  const changed = typeof result === 'boolean' ? result : yield* result;
  if (context.verify && changed) verifyAfter(fn, pass.name);
  yield;
  return changed;
}

function verifyAfter(fn: IrFunction, step: string): void {
  try {
    verify(fn);
  } catch (error) {
    throw new Error(`after ${step}: ${(error as Error).message}`);
  }
}
