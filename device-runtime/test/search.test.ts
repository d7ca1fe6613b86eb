// Searching texts (core/values/search.S) in the committed image, on the emulated core, beside JavaScript.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeapOnCore } from './values/heap-on-core.ts';

test('texts in texts, from everywhere on', () => {
  const texts = [
    '',
    'a',
    'ab',
    'aaab',
    'aabaabaaab',
    'xyzzyxyz, xyzzyx',
    'é ÿ and more é',
    'čeština ab',
    '日本 xyz',
  ];
  const wanted = [
    '',
    'a',
    'b',
    'aab',
    'aaab',
    'z',
    'zy',
    'yxyz',
    ', ',
    'zyx',
    'é',
    ' é',
    'ž',
    'č',
    '本',
    'xyz',
    'é ÿ and more é',
  ];
  for (const text of texts) {
    for (const part of wanted) {
      const heap = new HeapOnCore(2048);
      const [string, searched] = [heap.constantText(text), heap.constantText(part)];
      for (let from = 0; from <= text.length; from++) {
        const index = heap.call('gn_str_index_of', [string, searched, from]) | 0;
        assert.equal(index, text.indexOf(part, from), `'${part}' in '${text}' from ${from}`);
      }
    }
  }
});

test('what it costs', () => {
  const heap = new HeapOnCore(2048);
  const string = heap.constantText(`${'.'.repeat(64)}x`);
  const searched = heap.constantText('x');
  const { cycles } = heap.timed(() => heap.call('gn_str_index_of', [string, searched, 0]));
  assert.ok(cycles <= 64 * 5 + 60, `${cycles} cycles`);
});
