// Random functions, compiled and run on the emulated core, against the IR interpreter: results, traps, memory.
// The allocation checker runs on each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cloneFunction } from '../../ir/clone.ts';
import { interpret, type Outcome, type World } from '../../ir/interpret.ts';
import type { IrFunction } from '../../ir/ir.ts';
import { printFunction } from '../../ir/print.ts';
import { arrayMemory, globals, mainParams, randomFunctions } from '../../ir/testing/random-ir.ts';
import { memorySize } from '../../ir/types.ts';
import { optimize } from '../../passes/index.ts';
import { type BoardOutcome, DATA_BASE, TestBoard } from './testing/test-board.ts';

const MEMORY_SIZE = 1024;
const LENGTH = 6;
/** Array objects at the start of memory, their elements behind them, then the globals. */
const arrayAt = (k: number): number => DATA_BASE + 16 * k;
const elementsAt = (k: number): number => DATA_BASE + 128 + 128 * k;
const globalAt = (k: number): number => DATA_BASE + 768 + 8 * k;

function initialMemory(): DataView {
  const memory = new DataView(new ArrayBuffer(MEMORY_SIZE));
  for (const [k, type] of arrayMemory.entries()) {
    memory.setInt32(arrayAt(k) - DATA_BASE + 4, LENGTH, true);
    memory.setInt32(arrayAt(k) - DATA_BASE + 8, elementsAt(k), true);
    for (let i = 0; i < LENGTH; i++) {
      const offset = elementsAt(k) - DATA_BASE + i * memorySize[type];
      if (type === 'f64') memory.setFloat64(offset, i * 1.5 - 2, true);
      else if (memorySize[type] === 4) memory.setInt32(offset, i * 100003 - 7, true);
      else if (memorySize[type] === 2) memory.setInt16(offset, i * 5003 - 7000, true);
      else memory.setUint8(offset, i * 77);
    }
  }
  return memory;
}

const isSameNumber = (a: number | undefined, b: number | undefined): boolean => Object.is(a, b);

/** Whether the board did what the interpreter did; what is reported in traps counts too. */
function agree(expected: Outcome, actual: BoardOutcome): boolean {
  if (expected.kind === 'return')
    return actual.kind === 'return' && isSameNumber(expected.value, actual.value);
  if (expected.kind !== 'trap' || actual.kind !== 'trap' || expected.trap !== actual.trap) return false;
  if (expected.trap === 'notAnInt') return true;
  const [a, b] = expected.values;
  return (a === undefined || a === actual.r0) && (b === undefined || b === actual.r1);
}

/** Whether memories are equal, but for the bits of NaNs, which the host's processor may choose. */
function isSameMemory(a: DataView, b: DataView): boolean {
  for (let offset = 0; offset < MEMORY_SIZE; offset += 8) {
    if (a.getBigInt64(offset) === b.getBigInt64(offset)) continue;
    if (!Number.isNaN(a.getFloat64(offset, true)) || !Number.isNaN(b.getFloat64(offset, true))) return false;
  }
  return true;
}

/** Compiles and runs `main` both ways; throws with the function's text if they differ. */
export function compareRuns(
  main: IrFunction,
  leaf: IrFunction,
  numbers: readonly number[],
  compiled: readonly IrFunction[] = [main, leaf],
): void {
  const addresses: Record<string, number> = {};
  for (const [k, { symbol }] of globals.entries()) addresses[symbol] = globalAt(k);
  const board = new TestBoard(compiled, addresses);
  const [i, j, d, f] = numbers as [number, number, number, number];
  const args = [...arrayMemory.map((_, k) => arrayAt(k)), i | 0, j | 0, d, Math.fround(f)];
  assert.equal(args.length, mainParams.length);

  const memory = initialMemory();
  const world: World = {
    memory,
    base: DATA_BASE,
    function: (symbol) => (symbol === leaf.symbol ? leaf : undefined),
    address: (symbol) => addresses[symbol]!,
    fuel: 20_000,
  };
  board.core.load(DATA_BASE, new Uint8Array(initialMemory().buffer));
  const expected = interpret(main, args, world);
  // Faults and endless loops are nothing to compare.
  if (expected.kind !== 'return' && expected.kind !== 'trap') return;
  const actual = board.call(main.symbol, args);
  const text = (): string =>
    [leaf, main, ...compiled].map((fn) => printFunction(fn)).join('') + args.join(', ');
  if (!agree(expected, actual))
    assert.fail(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}\n${text()}`);
  const actualMemory = new DataView(board.core.read(DATA_BASE, MEMORY_SIZE).buffer);
  if (!isSameMemory(memory, actualMemory)) assert.fail(`memory differs\n${text()}`);
}

const runs = Number(process.env.RUNS ?? 120);
const seed = Number(process.env.SEED ?? 1);
const numbers = fc.array(fc.nat(1000), { minLength: 5, maxLength: 400, size: 'max' });
const inputs = fc.tuple(fc.integer(), fc.integer({ min: -10, max: 10 }), fc.double(), fc.float());

test('random functions do on the board what the interpreter does', () => {
  fc.assert(
    fc.property(numbers, inputs, (choices, args) => {
      const { main, leaf } = randomFunctions(choices);
      compareRuns(main, leaf, args);
    }),
    { numRuns: runs, seed },
  );
});

test('random functions that the passes have optimized do so too', () => {
  fc.assert(
    fc.property(numbers, inputs, (choices, args) => {
      const { main, leaf } = randomFunctions(choices);
      const optimized = [main, leaf].map(cloneFunction);
      optimize(optimized, { bodyOf: () => undefined, verify: false });
      compareRuns(main, leaf, args, optimized);
    }),
    { numRuns: runs, seed },
  );
});
