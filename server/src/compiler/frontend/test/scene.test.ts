// Scenes that grow by a cell are those that are made at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseCell } from '../cell-text.ts';
import { type Layer, type Scene, sceneOf } from '../scene.ts';

const texts = ['let a = 1;', 'let a = b;', 'function b() {}', 'const c = a, d = 2;', 'd;'].map((text) =>
  parseCell(text),
);

const layer: fc.Arbitrary<Layer> = fc.record(
  {
    cell: fc.constantFrom('x', 'y', 'z', 'w'),
    text: fc.constantFrom(...texts),
    frozen: fc.option(fc.constant(new Map([['a', 'number']])), { nil: undefined, freq: 5 }),
  },
  { noNullPrototype: true },
);

/** In an order that does not depend on how it was made. */
const contentOf = ({ layers, texts, providers, visible, conflicts, frozenText }: Scene) => ({
  layers,
  texts: [...texts].sort(([a], [b]) => (a < b ? -1 : 1)),
  providers: [...providers].sort(([a], [b]) => (a < b ? -1 : 1)),
  visible: [...visible].sort(([a], [b]) => (a < b ? -1 : 1)),
  conflicts,
  frozenText,
});

test('a scene does not depend on the one before it', () => {
  const steps = fc.uniqueArray(layer, { selector: ({ cell }) => cell, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(steps, { minLength: 1 }), (views) => {
      let scene: Scene | undefined;
      for (const layers of views.flatMap((view) => view.map((_, n) => view.slice(0, n + 1)))) {
        scene = sceneOf(layers, scene);
        assert.deepEqual(contentOf(scene), contentOf(sceneOf(layers)));
      }
    }),
  );
});

test('a scene of the same cells is the same one', () => {
  const layers = [{ cell: 'x', text: texts[0]! }];
  const scene = sceneOf(layers);
  assert.equal(sceneOf([{ ...layers[0]! }], scene), scene);
});
