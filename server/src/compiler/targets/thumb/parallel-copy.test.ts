// Parallel copies, sequenced and simulated: every destination must end with what its source held before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type AItem, FIRST_SLOT, type Location } from './allocation.ts';
import { type Move, sequenceMoves } from './parallel-copy.ts';

const slot = (k: number): Location => FIRST_SLOT + k;

/** Runs moves on named contents; fails on moves that no instruction can do. */
function run(items: readonly AItem[], before: Map<Location, string>): Map<Location, string> {
  const state = new Map(before);
  for (const { defs, uses } of items) {
    const [to, from] = [defs[0]!, uses[0]!];
    if (to >= FIRST_SLOT) assert.ok(from >= 0 && from < 8, 'only low registers are stored');
    if (from < 0 || from >= FIRST_SLOT) assert.ok(to >= 0 && to < 8, 'only low registers are loaded');
    state.set(to, from < 0 ? `remat${from}` : state.get(from)!);
  }
  return state;
}

/** Distinct destinations, sources of all kinds. */
const places = fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: FIRST_SLOT, max: FIRST_SLOT + 3 }));
const sources = fc.oneof(places, places, fc.integer({ min: -3, max: -1 }));
const copies = fc
  .uniqueArray(fc.record({ to: places, from: sources }), { selector: ({ to }) => to, maxLength: 10 })
  .map((list) => list.map((move): Move => ({ ...move, vreg: -1 })));

test('destinations end with what their sources held, everything else is kept', () => {
  fc.assert(
    fc.property(copies, fc.integer({ min: 0, max: 255 }), (moves, wanted) => {
      let free = wanted;
      for (const { to, from } of moves) for (const r of [to, from]) if (r >= 0 && r < 8) free &= ~(1 << r);
      const before = new Map<Location, string>();
      for (const r of [0, 1, 2, 3, 4, 5, 6, 7, 14, slot(0), slot(1), slot(2), slot(3)])
        before.set(r, `old${r}`);
      const items: AItem[] = [];
      const usesLr = sequenceMoves(moves, free, items);
      const after = run(items, before);
      for (const { to, from } of moves)
        assert.equal(after.get(to), from < 0 ? `remat${from}` : before.get(from));
      const written = new Set(moves.map((move) => move.to));
      for (const [location, content] of before) {
        const isScratch = (location < 8 && free & (1 << location)) || (location === 14 && usesLr);
        if (!written.has(location) && !isScratch) assert.equal(after.get(location), content);
      }
    }),
    { numRuns: 2000, seed: 5 },
  );
});

test('a cycle takes one more move, a chain none', () => {
  const count = (...pairs: [number, number][]): number => {
    const items: AItem[] = [];
    sequenceMoves(
      pairs.map(([to, from]) => ({ to, from, vreg: -1 })),
      0,
      items,
    );
    return items.length;
  };
  assert.equal(count([0, 1], [1, 0]), 3);
  assert.equal(count([0, 1], [1, 2], [2, 3]), 3);
  assert.equal(count([0, 1], [1, 2], [2, 0], [3, 0]), 4);
  assert.equal(count([2, 2]), 0);
});

test('with r12 as a destination, cycles go through lr', () => {
  const items: AItem[] = [];
  const usesLr = sequenceMoves(
    [
      { to: 0, from: 1, vreg: -1 },
      { to: 1, from: 0, vreg: -1 },
      { to: 12, from: 4, vreg: -1 },
    ],
    0,
    items,
  );
  assert.ok(usesLr);
  const after = run(items, new Map([0, 1, 4, 12, 14].map((r) => [r, `old${r}`])));
  assert.deepEqual([after.get(0), after.get(1), after.get(12)], ['old1', 'old0', 'old4']);
});
