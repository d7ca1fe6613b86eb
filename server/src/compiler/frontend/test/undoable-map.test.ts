// A map that can take back what has changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { UndoableMap } from '../undoable-map.ts';

const change = fc.record({ key: fc.nat(5), value: fc.option(fc.nat(9), { nil: undefined }) });

function apply(map: Map<number, number>, changes: readonly { key: number; value: number | undefined }[]) {
  for (const { key, value } of changes) {
    if (value === undefined) map.delete(key);
    else map.set(key, value);
  }
}

test('undoing brings back what was there when it was marked', () => {
  fc.assert(
    fc.property(fc.array(change), fc.array(change), fc.array(change), (before, undone, after) => {
      const map = new UndoableMap<number, number>();
      const expected = new Map<number, number>();
      apply(map, before);
      apply(expected, before);
      map.mark();
      apply(map, undone);
      map.undo();
      const entries = (of: Map<number, number>) => [...of].sort(([a], [b]) => a - b);
      assert.deepEqual(entries(map), entries(expected));
      apply(map, after);
      apply(expected, after);
      map.undo();
      assert.deepEqual(entries(map), entries(expected), 'only once');
    }),
  );
});
