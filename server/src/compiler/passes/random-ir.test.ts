// Every pass and the whole pipeline keep what random functions do: result, traps with their positions, memory.
// GNOMON_RUNS sets the number of functions tried for each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { IrFunction } from '../ir/ir.ts';
import { printFunction } from '../ir/print.ts';
import { behave, someInputs } from '../ir/testing/equivalence.ts';
import { randomFunctions } from '../ir/testing/random-ir.ts';
import { removeRedundantParams } from './block-params.ts';
import { eliminateBoundsChecks } from './bounds-elimination.ts';
import { carryStores } from './carry-stores.ts';
import type { Pass, PassContext } from './context.ts';
import { convertBeforeJoins } from './convert-before-joins.ts';
import { eliminateDeadCode } from './dce.ts';
import { computeExactIntegers } from './exact-integers.ts';
import { expandDivisions } from './expand-divisions.ts';
import { fold } from './fold.ts';
import { numberValues } from './gvn.ts';
import { optimize, runPasses } from './index.ts';
import { inlineCalls } from './inline.ts';
import { invertLoops } from './invert-loops.ts';
import { hoistInvariants } from './licm.ts';
import { mergeCounters } from './merge-counters.ts';
import { narrowDoubles } from './narrow-doubles.ts';
import { foldByRanges } from './range-fold.ts';
import { replaceWithScalars } from './scalar-replacement.ts';
import { simplifyControlFlow } from './simplify-cfg.ts';
import { sinkToExits } from './sink.ts';
import { speculateIntegers } from './speculate-integers.ts';
import { threadBranches } from './thread-branches.ts';
import { versionLoops } from './version-loops.ts';

const { GNOMON_RUNS } = process.env;
/** How many functions are tried, within a minute unless somebody has asked for that many. */
const limits = GNOMON_RUNS
  ? { numRuns: Number(GNOMON_RUNS) }
  : { numRuns: 60, interruptAfterTimeLimit: 60_000 };
const numbers = fc.array(fc.nat(10_000), { maxLength: 400, size: 'max' });

/** Generates twice, transforms one copy, and compares the two on some inputs. */
function compare(
  list: readonly number[],
  transform: (functions: IrFunction[], context: PassContext) => void,
): void {
  const { main, leaf } = randomFunctions(list, true);
  const before = [main, leaf];
  const copy = randomFunctions(list, true);
  const after = [copy.main, copy.leaf];
  const originals = new Map(before.map((fn) => [fn.symbol, fn]));
  transform(after, { bodyOf: (symbol) => originals.get(symbol), verify: true });
  for (const input of someInputs) {
    const expected = behave(before, input);
    // Programs that may not end tell nothing when they do not.
    if (expected.outcome.kind === 'limit') continue;
    // The generator makes no faults of its own.
    assert.notEqual(expected.outcome.kind, 'fault');
    const actual = behave(after, input, 100_000);
    try {
      assert.deepEqual(actual, expected);
    } catch (error) {
      const texts = [...before, ...after].map((fn) => printFunction(fn, { positions: true }));
      throw new Error(`${(error as Error).message}\n${JSON.stringify(input)}\n${texts.join('\n')}`);
    }
  }
}

function property(name: string, transform: (functions: IrFunction[], context: PassContext) => void): void {
  test(name, () => {
    fc.assert(
      fc.property(numbers, (list) => compare(list, transform)),
      limits,
    );
  });
}

const passes: readonly Pass[] = [
  simplifyControlFlow,
  removeRedundantParams,
  fold,
  numberValues,
  eliminateDeadCode,
  hoistInvariants,
  inlineCalls,
  invertLoops,
  carryStores,
  convertBeforeJoins,
  foldByRanges,
  mergeCounters,
  narrowDoubles,
  computeExactIntegers,
  eliminateBoundsChecks,
  expandDivisions,
  replaceWithScalars,
  sinkToExits,
  speculateIntegers,
  threadBranches,
  versionLoops,
];

for (const pass of passes) {
  property(`${pass.name} keeps the meaning of functions`, (functions, context) => {
    for (const fn of functions) runPasses(fn, context, [pass]);
  });
}

property('the pipeline keeps the meaning of functions', (functions, context) => {
  optimize(functions, context);
});

property('any order of passes keeps the meaning of functions', (functions, context) => {
  // The functions differ enough for their sizes to choose an order.
  for (const fn of functions) {
    const order = Array.from({ length: 8 }, (_, i) => passes[(fn.nextId * 7 + i * i * 31) % passes.length]!);
    runPasses(fn, context, order);
  }
});
