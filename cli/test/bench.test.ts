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

  test('a table, with the geometric mean of the ratios and the sums of code and pushed bytes', async () => {
    const { code, stdout } = await gnomon(['bench', 'crc', 'fib']);
    assert.equal(code, 0);
    assert.match(stdout, /^typed +cycles +C -O2 +ratio +code +C -Os +pushed\ncrc +\d+ +\d+ +\d\.\d\d +\d+/);
    assert.match(
      stdout,
      /\n\nuntyped.*\ncrc.*\ngeometric mean +\d\.\d\d\ntotal .*\ncode \/ C -Os +\d\.\d\d\n$/s,
    );
    for (const table of stdout.split('\n\n')) {
      const bytes = (row: string): number[] =>
        new RegExp(`^${row} .* (\\d+) +(\\d+) +(\\d+)$`, 'm').exec(table)!.slice(1).map(Number);
      const [crc, fib] = [bytes('crc'), bytes('fib')];
      assert.deepEqual(
        bytes('total'),
        crc.map((each, k) => each + fib[k]!),
      );
    }
  });

  test('--latency --json: times of the compiler in a session', async () => {
    const { stdout } = await gnomon(['bench', '--latency', '--cells', '50', '--json']);
    const { prepared, gcc, bytesOfTenLines } = JSON.parse(stdout) as Latency;
    for (const { median, p95 } of [prepared.compileAndLink, prepared.toResult, gcc]) {
      assert.ok(median > 0 && p95 >= median);
    }
    assert.ok(prepared.toResult.median > prepared.compileAndLink.median);
    assert.ok(bytesOfTenLines.median < 400);
    const wrong = await gnomon(['bench', '--latency', '--cells', 'many']);
    assert.match(wrong.stderr, /--cells takes a number from 50 to 1000, not "many"/);
  });

  test('--profile: disassembly of both, with shares that add up', async () => {
    const { code, stdout, stderr } = await gnomon(['bench', '--profile', 'fib']);
    assert.deepEqual([code, stderr], [0, '']);
    const [ours, c] = stdout.split('gcc -O2:') as [string, string];
    assert.match(ours, /^fib, typed\n=+\n\nGnomon: \d+ cycles\n\n/);
    assert.match(ours, / % {2}fib, \d+ bytes\n/);
    assert.match(ours, /\n +[\d.]+ % {2}fib0:\d+: .*return n < 2 \? n : fib\(n - 1\) \+ fib\(n - 2\)/);
    assert.match(c, /\n *[\d.]+ % {2}fib\n/);
    for (const listing of [ours, c]) {
      const shares = [...listing.matchAll(/^ {10} *([\d.]+) % {2}[0-9a-f]{8} {2}\S/gm)].map((match) =>
        Number(match[1]),
      );
      const sum = shares.reduce((all, each) => all + each, 0);
      assert.ok(sum > 97 && sum < 101, `the instructions have ${sum} % of the cycles`);
    }
    const allocating = await gnomon(['bench', '--profile', 'storage']);
    assert.match(
      allocating.stdout,
      /\n +[\d.]+ % {2}gn_array_push_ref, \d+ bytes\n(?: {10}.*\n)+(?:\n.*)+\n +\d\.\d+ % {2}in other functions, of/,
    );
    const unknown = await gnomon(['bench', '--profile', 'speed']);
    assert.match(unknown.stderr, /there is no benchmark "speed"/);
  });

  test('--target: a clear error for what there is not', async () => {
    const { code, stderr } = await gnomon(['bench', 'fib', '--target', 'esp32']);
    assert.equal(code, 2);
    assert.match(stderr, /there is no target "esp32" to measure on; there is rp2040 \(cycles/);
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
