// Errors of the program and of the runtime: caught, reported, and without damage.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionTester } from './tester.ts';

export function errorTests(on: SessionTester): void {
  test('errors of the runtime can be caught, and leave the board as it was', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function message(f: () => unknown): string {' +
        ' try { f(); return "none"; } catch (e) { return e instanceof Error ? e.name + " " + e.message : ""; } }',
    );
    const cases: [text: string, expected: RegExp][] = [
      ['[1, 2][2] + 1', /^'RangeError index 2 is out of bounds: the length is 2'$/],
      ['"x".repeat(-1)', /^'RangeError -1 is not a valid length/],
      ['deep(0)', /^'RangeError the stack is full/],
      ['fill()', /^'RangeError out of memory: \d+ bytes were asked for, \d+ are free'$/],
      ['whole(2.5)', /^'RangeError 2.5 is not an int/],
      ['(unknown as string).length', /^'TypeError this value is of another type/],
      ['none!.length', /^'TypeError null or undefined/],
      ['put([1, 2], 0.5)', /TypeError '0.5' of this value of type any can't be set/],
    ];
    await on.value('b', 'function deep(n: int): int { return deep(n + 1) + 1; }');
    await on.value(
      'c',
      'function fill(): number { const all: string[] = []; for (;;) all.push("x".repeat(500)); }',
    );
    await on.value('d', 'function whole(x: number): int { const i: int = x; return i; }');
    await on.value('e', 'const unknown: unknown = 5; let none: number[] | undefined;');
    await on.value('put', 'function put(list: any, i: any) { list[i] = 7; }');
    for (const [i, [text, expected]] of cases.entries()) {
      const found = await on.value(`f${i}`, `message(() => ${text})`);
      assert.match(found ?? '', expected);
    }
    assert.equal(await on.value('g', 'message(() => 1)'), "'none'");
  });

  test('a text that memory is too short for leaves those that it was to be made of', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function grow(text: string, unit: int): string {' +
        ' let all = text; let rounds: int = 0;' +
        ' try { for (;;) { all = all + unit + text + all + String.fromCharCode(unit); rounds++; } }' +
        ' catch (e) { if (!(e instanceof RangeError)) throw e; }' +
        ' let expected: int = text.length;' +
        ' for (let i: int = 0; i < rounds; i++) expected = expected * 2 + String(unit).length + text.length + 1;' +
        ' return text + " " + (rounds > 9) + " " + (all.length === expected) + " " + all.startsWith(text + unit) +' +
        ' " " + (all.charCodeAt(all.length - 1) === unit); }',
    );
    // What is left of a failure is garbage: the next one has as much memory.
    for (const [i, text] of ['abc', 'č', '', 'abc'].entries()) {
      assert.equal(await on.value(`b${i}`, `grow('${text}', 77)`), `'${text} true true true true'`);
      assert.equal(await on.value(`c${i}`, `grow('${text}', 300)`), `'${text} true true true true'`);
    }
  });

  test('an error that nothing catches says what was thrown, and where', async () => {
    await on.fresh();
    await on.value('a', 'class MyError extends Error { override name = "MyError"; }');
    await on.value(
      'b',
      'function f(n: number): number { if (n > 1) throw new MyError("é " + n); return n; }',
    );
    const { error } = await on.failure('c', 'try { f(1); } finally { f(2); }');
    assert.equal(`${error.name}: ${error.message}`, 'MyError: é 2');
    assert.deepEqual(
      error.stack.map(({ name, location }) => `${name} ${location?.unit}`),
      ['f b', '<cell> c'],
    );
    assert.equal((await on.failure('d', 'throw 5')).error.message, '5');
  });

  test('the stack goes on above a part that is protected', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function inner(xs: number[]): number { try { return xs[3]!; } finally { xs.length = 0; } }',
    );
    await on.value('b', 'function outer(): number { return inner([1]) + 1; }');
    const { error } = await on.failure('c', 'outer()');
    assert.deepEqual(
      error.stack.map(({ name }) => name),
      ['inner', 'outer', '<cell>'],
    );
  });

  test('a protected part uses what is defined anew', async () => {
    await on.fresh();
    await on.value('a', 'function f(): number { throw new Error("old"); }');
    await on.value(
      'b',
      'function g(): string { try { return String(f()); } catch (e) { return (e as Error).message; } }',
    );
    assert.equal(await on.value('c', 'g()'), "'old'");
    await on.value('a', 'function f(): number { return 7; }');
    assert.equal(await on.value('d', 'g()'), "'7'");
    await on.value('a', 'function f(): string { return "text"; }');
    assert.equal(await on.value('e', 'g()'), "'text'");
  });

  test('Stop is no exception', async () => {
    await on.fresh();
    const text =
      'try { for (;;) { try { for (;;) {} } catch {} } } catch { console.log("caught"); }' +
      ' finally { console.log("finally"); }';
    const running = on.session.runCell('a', text);
    await sleep(100);
    await on.session.stop();
    assert.equal((await running).status, 'stopped');
    assert.deepEqual(on.output, []);
    assert.equal(await on.value('b', '1'), '1');
  });

  test('errors of the runtime come back as errors', async () => {
    await on.fresh();
    const programs: [string, RegExp][] = [
      ['const xs: int[] = []; xs[0] + 1;', /RangeError.*bounds/],
      ['const ys: number[] = [1]; ys[2] = 5;', /RangeError.*index 2 .*the length is 1/],
      [
        'let d = 0.5; let i: int = 0; function set(v: number) { i = v; } set(d * 3);',
        /RangeError.*1\.5.*int/,
      ],
      ['function deep(n: int): int { return deep(n + 1) + 1; } deep(0);', /RangeError.*stack/],
      [
        'const all: number[][] = []; while (true) { const big: number[] = new Array(1000).fill(0); all.push(big); }',
        /RangeError.*memory/,
      ],
    ];
    for (const [text, expected] of programs) {
      const { error } = await on.failure('e', text);
      assert.match(`${error.name}: ${error.message}`, expected, text);
      assert.ok(error.location, `${text} has a position`);
    }
    assert.equal(await on.value('f', '1'), '1');
  });
}
