// gnomon bench: figures of benchmark programs as JSON and as a table.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Latency } from '@gnomon/benchmarks/latency';
import { gnomon } from './gnomon.ts';

describe('gnomon bench', { concurrency: 2 }, () => {
  test('--json: the figures of a program, with and without annotations', async () => {
    const { code, stdout, stderr } = await gnomon(['bench', 'fib', '--json']);
    assert.deepEqual([code, stderr], [0, '']);
    const figures = JSON.parse(stdout) as Record<string, number | string>[];
    assert.deepEqual(
      figures.map(({ name, kind }) => [name, kind]),
      [
        ['fib', 'typed'],
        ['fib', 'untyped'],
      ],
    );
    for (const { cycles, cCycles, ratio, codeBytes, cCodeBytes, bytesPushed } of figures) {
      assert.equal(ratio, (cycles as number) / (cCycles as number));
      for (const bytes of [codeBytes, cCodeBytes, bytesPushed]) assert.ok((bytes as number) > 0);
    }
  });

  test('a table, with the geometric mean of the ratios', async () => {
    const { code, stdout } = await gnomon(['bench', 'crc']);
    assert.equal(code, 0);
    assert.match(stdout, /^typed +cycles +C -O2 +ratio +code +C -Os +pushed\ncrc +\d+ +\d+ +\d\.\d\d +\d+/);
    assert.match(stdout, /\n\nuntyped.*\ncrc.*\ngeometric mean +\d\.\d\d\n$/s);
  });

  test('--latency: times of the compiler in a session, as a table and as JSON', async () => {
    const table = await gnomon(['bench', '--latency', '--cells', '50']);
    assert.equal(table.code, 0);
    assert.match(
      table.stdout,
      /^50 cells, 500 lines; milliseconds +median +95 % +target\n30 lines, checked before/,
    );
    assert.match(table.stdout, /\n30 lines of C: gcc -O2 -c and ld +[\d.]+ +[\d.]+\n/);
    const { stdout } = await gnomon(['bench', '--latency', '--cells', '50', '--json']);
    const { editor, gcc, bytesOfTenLines } = JSON.parse(stdout) as Latency;
    for (const { median, p95 } of [editor.compileAndLink, editor.toResult, gcc]) {
      assert.ok(median > 0 && p95 >= median);
    }
    assert.ok(editor.toResult.median > editor.compileAndLink.median);
    assert.ok(bytesOfTenLines.median < 400);
    const wrong = await gnomon(['bench', '--latency', '--cells', 'many']);
    assert.match(wrong.stderr, /--cells takes a number from 50 to 1000, not "many"/);
  });

  test('names that are none, and a compiler that is not there', async () => {
    const wrong = await gnomon(['bench', 'speed']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /there is no benchmark "speed"; there are average, biquad/);
    const bare = await gnomon(['bench', 'fib'], '', { PATH: '' });
    assert.equal(bare.code, 1);
    assert.match(bare.stderr, /arm-none-eabi-gcc was not found: install the ARM compiler/);
  });
});
