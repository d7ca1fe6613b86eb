// Which functions are compiled for a program: one for each use that needs code of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lowerText } from './lowering.ts';

test('a function without type parameters is compiled once, whichever specialisations call it', () => {
  const { functions } = lowerText(`
    function plain(n: number): number { return n + 1; }
    const arrow = (n: number) => n * 2;
    function generic<T>(value: T, f: (n: number) => number): number { return plain(f([value].length)); }
    function each<T>(value: T): number { return generic(value, arrow); }
    console.log(each(1), each('a'), each(true));
  `);
  const symbols = functions.map(({ symbol }) => symbol);
  assert.equal(symbols.filter((symbol) => symbol.startsWith('f.generic<')).length, 3);
  assert.deepEqual(
    symbols.filter((symbol) => /^f\.(plain|arrow)/.test(symbol)),
    ['f.plain', 'f.arrow'],
  );
});
