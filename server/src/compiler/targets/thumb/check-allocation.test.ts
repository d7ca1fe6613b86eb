// The allocation checker finds mistakes: allocations that were right are damaged in one place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFunction } from '../../ir/parse.ts';
import { randomFunctions } from '../../ir/testing/random-ir.ts';
import { type AItem, type Allocation, FIRST_SLOT, moveItem } from './allocation.ts';
import { checkAllocation } from './check-allocation.ts';
import { allocate } from './compile.ts';

/** An allocation with one item replaced by others. */
function damaged(allocation: Allocation, block: number, index: number, items: readonly AItem[]): Allocation {
  const blocks = allocation.blocks.map((list) => [...list]);
  blocks[block]!.splice(index, 1, ...items);
  return { ...allocation, blocks };
}

const calls = parseFunction(`fn f "f": i32 {
b0(v0: i32, v1: i32):
  v2 = iadd v0, v1
  v3: i32 = call g(v2, v0)
  v4 = isub v3, v0
  v5 = icmp.lt v4, v1
  branch v5, b1(v4), b2
b1(v6: i32):
  v7 = iadd v6, v2
  v8 = icmp.lt v7, v3
  branch v8, b1(v7), b2
b2:
  return v2
}`);

test('a right allocation passes', () => {
  checkAllocation(allocate(calls));
});

test('operands in wrong places are found', () => {
  const allocation = allocate(calls);
  let found = 0;
  let passed = 0;
  for (const [block, items] of allocation.blocks.entries())
    for (const [index, item] of items.entries())
      for (let use = 0; item.inst && use < item.uses.length; use++)
        for (const wrong of [0, 1, 2, 3, 4, 5, 6, 7, FIRST_SLOT + 9]) {
          if (wrong === item.uses[use]) continue;
          const uses = item.uses.map((location, k) => (k === use ? wrong : location));
          try {
            checkAllocation(damaged(allocation, block, index, [{ ...item, uses }]));
            passed++;
          } catch {
            found++;
          }
        }
  // A few pass, and may: a value is in two registers after it was copied.
  assert.ok(found > 80 && passed < 8, `${found} found, ${passed} passed`);
});

test('a missing move is found', () => {
  const allocation = allocate(calls);
  let moves = 0;
  for (const [block, items] of allocation.blocks.entries())
    for (const [index, item] of items.entries()) {
      if (item.inst) continue;
      moves++;
      assert.throws(() => checkAllocation(damaged(allocation, block, index, [])), /should hold|is in/);
    }
  assert.ok(moves > 2);
});

test('a value in a register that a call destroys is found', () => {
  const allocation = allocate(calls);
  const [items] = allocation.blocks;
  const call = items!.findIndex(({ inst }) => inst?.op === 'call');
  const subtract = items!.findIndex(({ inst }) => inst?.op === 'sub');
  const { uses } = items![subtract]!;
  // The value is moved to r2 before the call, and read from there after it.
  const early = damaged(allocation, 0, call, [moveItem(2, uses[1]!), items![call]!]);
  const item = early.blocks[0]![subtract + 1]!;
  const late = damaged(early, 0, subtract + 1, [{ ...item, uses: [uses[0]!, 2] }]);
  assert.throws(() => checkAllocation(late), /r2 should hold/);
});

test('a value of the round before is stale', () => {
  const loop = allocate(
    parseFunction(`fn f "f": i32 {
b0(v0: i32):
  v1 = iconst 1
  jump b1(v0)
b1(v2: i32):
  v3 = iadd v2, v1
  v4 = imul v3, v2
  v5 = icmp.lt v4, v0
  branch v5, b1(v3), b2
b2:
  return v4
}`),
  );
  // Without the copies on the edge back to the loop, its parameter is that of the round before.
  const edge = loop.blocks.findIndex(
    (items, index) =>
      index > 1 && items.some(({ inst }) => inst?.op === 'b') && items.some(({ inst }) => !inst),
  );
  assert.ok(edge > 0);
  const blocks = loop.blocks.map((items, index) =>
    index === edge ? items.filter(({ inst }) => inst) : items,
  );
  assert.throws(() => checkAllocation({ ...loop, blocks }), /should hold/);
});

test('allocations of random functions pass, and fail where two registers are exchanged', () => {
  let damages = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 60, maxLength: 300, size: 'max' }), (choices) => {
      const allocation = allocate(randomFunctions(choices).main);
      checkAllocation(allocation);
      for (const [block, items] of allocation.blocks.entries())
        for (const [index, item] of items.entries()) {
          const [x, y, ...rest] = item.uses;
          if (item.inst?.compare !== 'rr' || x === y || item.inst.uses[0] === item.inst.uses[1]) continue;
          const exchanged = { ...item, uses: [y!, x!, ...rest] };
          assert.throws(() => checkAllocation(damaged(allocation, block, index, [exchanged])));
          damages++;
        }
    }),
    { numRuns: 60, seed: 9 },
  );
  assert.ok(damages > 5);
});
