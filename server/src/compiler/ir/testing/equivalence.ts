// Compares what two versions of generated functions do: result, trap and its position, memory afterwards.
import type { Outcome } from '../interpret.ts';
import { interpret } from '../interpret.ts';
import type { IrFunction } from '../ir.ts';
import { memoryBase, OBJECT_BYTES, testMemory } from './random-ir.ts';

/** What a call of `f.main` did. */
export interface Behaviour {
  readonly outcome: Outcome;
  readonly memory: Uint8Array;
}

/** Numbers that a call of `f.main` is made with: lengths of the arrays, then two ints, a double, a single. */
export interface Input {
  readonly lengths: readonly number[];
  readonly ints: readonly [number, number];
  readonly double: number;
  readonly single: number;
}

/** Inputs that reach different paths. */
export const someInputs: readonly Input[] = [
  { lengths: [8, 5, 8, 3], ints: [3, 5], double: 2, single: 1.5 },
  { lengths: [0, 1, 0, 2], ints: [-1, 0], double: -0.5, single: -0 },
  { lengths: [32, 32, 32, 32], ints: [16, 2147483647], double: 1e10, single: Math.fround(1e9) },
  { lengths: [15, 16, 17, 14], ints: [-2147483648, 7], double: NaN, single: Infinity },
];

/** Calls `f.main` of these functions in fresh memory. */
export function behave(functions: readonly IrFunction[], input: Input, fuel = 20_000): Behaviour {
  const bySymbol = new Map(functions.map((fn) => [fn.symbol, fn]));
  const { bytes, arrays, symbols } = testMemory(input.lengths);
  // Objects are made behind what both versions have; how many there are may differ.
  const memory = new Uint8Array(bytes.length + OBJECT_BYTES * fuel);
  memory.set(bytes);
  let end = bytes.length;
  const outcome = interpret(
    bySymbol.get('f.main')!,
    [...arrays, ...input.ints, input.double, Math.fround(input.single)],
    {
      memory: new DataView(memory.buffer),
      base: memoryBase,
      function: (symbol) => bySymbol.get(symbol),
      address: (symbol) => {
        const address = symbols.get(symbol);
        if (address === undefined) throw new Error(`no symbol ${symbol}`);
        return address;
      },
      helper: (name) => {
        if (name !== 'gn_new') throw new Error(`${name} is not interpreted`);
        end += OBJECT_BYTES;
        return memoryBase + end - OBJECT_BYTES;
      },
      fuel,
    },
  );
  const shared = memory.subarray(0, bytes.length);
  if (outcome.kind !== 'trap' || !outcome.position) return { outcome, memory: shared };
  // Inlining notes in a position where it was inlined: it stays the same place.
  const { source, offset } = outcome.position;
  return { outcome: { ...outcome, position: { source, offset } }, memory: shared };
}
