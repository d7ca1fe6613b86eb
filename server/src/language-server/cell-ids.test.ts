import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type IdentifiedCell, identifyCells } from './cell-ids.ts';

/** Identifies texts against cells `a`, `b`, ... that had these texts; new cells are `1`, `2`, ... */
function identify(old: string[], texts: string[]): string {
  let fresh = 0;
  const cells = old.map((text, i) => ({ id: String.fromCharCode(97 + i), text }));
  return identifyCells(cells, texts, () => String(++fresh)).join('');
}

test('cells that are inserted above, between and below leave the others what they are', () => {
  assert.equal(identify(['x', 'y'], ['new', 'x', 'y']), '1ab');
  assert.equal(identify(['x', 'y'], ['x', 'new', 'y']), 'a1b');
  assert.equal(identify(['x', 'y'], ['x', 'y', 'new']), 'ab1');
});

test('an edited cell stays the same, with or without changes around it', () => {
  assert.equal(identify(['x', 'y', 'z'], ['x', 'y!', 'z']), 'abc');
  assert.equal(identify(['x', 'y', 'z'], ['x!', 'y!', 'z!']), 'abc');
  assert.equal(identify(['x', 'y', 'z'], ['new', 'x', 'y!', 'z']), '1abc');
});

test('a cell that is split goes on as its first part, two that are joined as the first', () => {
  assert.equal(identify(['x', 'y1\ny2', 'z'], ['x', 'y1', 'y2', 'z']), 'ab1c');
  assert.equal(identify(['x', 'y', 'z'], ['x', 'y\nz']), 'ab');
});

test('cells that move are known by their texts, blank lines aside', () => {
  assert.equal(identify(['x', 'y', 'z'], ['z', '\nx\n', 'y']), 'cab');
  assert.equal(identify(['x', 'y', 'z'], ['y', 'x', 'z']), 'bac');
});

test('a new cell is not taken for one that was deleted elsewhere', () => {
  assert.equal(identify(['x', 'y', 'z'], ['y', 'z', 'new']), 'bc1');
});

test('under any edits, one at a time, every cell stays what it was', () => {
  const edit = fc.record({
    kind: fc.constantFrom('insert', 'delete', 'change', 'move'),
    at: fc.nat(),
    to: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      let fresh = 0;
      let texts = 0;
      const freshId = () => `c${++fresh}`;
      let cells: IdentifiedCell[] = [];
      for (const { kind, at, to } of edits) {
        // What should come out; a new cell is told by its id being new.
        const wanted: { id: string | undefined; text: string }[] = [...cells];
        const index = cells.length === 0 ? 0 : at % cells.length;
        if (kind === 'insert' || cells.length === 0) {
          wanted.splice(at % (cells.length + 1), 0, { id: undefined, text: `text ${++texts}` });
        } else if (kind === 'change') {
          wanted[index] = { id: cells[index]!.id, text: `text ${++texts}` };
        } else {
          const [moved] = wanted.splice(index, 1);
          if (kind === 'move') wanted.splice(to % cells.length, 0, moved!);
        }
        const known = fresh;
        const ids = identifyCells(
          cells,
          wanted.map(({ text }) => text),
          freshId,
        );
        for (const [i, { id }] of wanted.entries()) {
          if (id === undefined) assert.ok(Number(ids[i]!.slice(1)) > known);
          else assert.equal(ids[i], id);
        }
        cells = wanted.map(({ text }, i) => ({ id: ids[i]!, text }));
      }
    }),
  );
});
