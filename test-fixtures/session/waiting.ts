// Cells that wait, timers, and what goes on meanwhile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionTester } from './tester.ts';

export function waitingTests(on: SessionTester): void {
  test('a cell may wait: timers and other functions go on meanwhile', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function sleep(ms: number): Promise<void> { return new Promise((resolve) => setTimeout(resolve, ms)); }' +
        ' let ticks = 0; const timer = setInterval(() => { ticks++; }, 2);' +
        ' async function twice(n: number): Promise<number> { await sleep(1); return n * 2; }',
    );
    assert.equal(
      await on.value('b', 'const x = await twice(4); await sleep(20); clearInterval(timer); x'),
      '8',
    );
    assert.ok(Number(await on.value('c', 'ticks')) >= 9);
    await on.value(
      'd',
      'async function fail(): Promise<void> { await sleep(1); throw new RangeError("late"); }',
    );
    const { error } = await on.failure('e', 'const before = 1;\nawait fail();\nconst after = 2;');
    assert.equal(`${error.name}: ${error.message}`, 'RangeError: late');
    assert.deepEqual([error.location?.unit, error.location?.line], ['e', 2]);
    assert.equal(await on.value('e2', 'twice(21).then((x) => x + 0); await twice(21)'), '42');
    await on.value('f', 'fail(); 1');
    await on.timerError();
    assert.deepEqual(
      on.timerErrors.map(({ message }) => message),
      ['late'],
      'nothing handles the rejection',
    );
  });

  test('what waits goes on with the code that it has, and what begins has the newest', async () => {
    await on.fresh();
    await on.value('a', 'const log: string[] = []; function say(): void { log.push("old"); }');
    await on.value(
      'b',
      'function* g(): Generator<number> { for (;;) { say(); yield log.length; } } const it = g();',
    );
    assert.equal(await on.value('c', 'it.next().value'), '1');
    await on.value('a', 'const log: string[] = []; function say(): void { log.push("new"); }');
    await on.value('d', 'it.next(); it.next();');
    assert.equal(await on.value('e', 'g().next(); log'), "[ 'old', 'old', 'new' ]");
  });

  test('frames that wait hold what they refer to', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function* texts(): Generator<string> { for (let i = 0; ; i++) { const own = "x".repeat(i % 7); yield own; yield own + i; } }' +
        ' const all: Generator<string>[] = []; for (let i = 0; i < 20; i++) all.push(texts());',
    );
    const expected =
      'let sum = 0; for (let k = 0; k < 40; k++) for (const one of all) sum += one.next().value!.length;' +
      ' for (let i = 0; i < 200; i++) "garbage".repeat(50); sum';
    assert.equal(
      await on.value('b', expected.replace('one.next().value!', '(one.next().value as string)')),
      '2880',
    );
  });

  test('cells wait in loops, and for what is in parentheses', async () => {
    await on.fresh();
    await on.value('a', 'async function* f(n: number) { yield n; await null; yield n + 1; }');
    await on.value('b', 'let sum = 0; for await (const x of f(1)) { sum += x; await (async () => {})(); }');
    await on.value('c', 'for await (const x of [Promise.resolve(10), 20]) { if (x > 15) break; sum += x; }');
    assert.equal(
      await on.value('d', 'const next = await (f(5).next()); sum += (await (f(100).next())).value ?? 0; sum'),
      '113',
    );
    assert.equal(await on.value('e', 'next'), '{ value: 5, done: false }');
  });

  test('a loop that an error leaves is protected once what it goes over has a finally', async () => {
    await on.fresh();
    await on.value('a', 'function* f(): Generator<number> { yield 1; } let log = "";');
    await on.value(
      'b',
      'function g() { try { for (const x of f()) throw x; } catch (e) { log += "c"; } return log; }',
    );
    assert.equal(await on.value('c', 'g()'), "'c'");
    await on.value(
      'a',
      'function* f(): Generator<number> { try { yield 1; } finally { log += "f"; } } let log = "";',
    );
    assert.equal(await on.value('c', 'g()'), "'fc'");
  });

  test('Stop ends what waits', async () => {
    await on.fresh();
    const running = on.session.runCell(
      'a',
      'async function forever(): Promise<void> { for (;;) await null; } await forever();',
    );
    await sleep(50);
    await on.session.stop();
    assert.equal((await running).status, 'stopped');
    assert.equal(await on.value('b', '1'), '1');
    // Nor do its jobs go on with those of a later cell, wherever it was stopped.
    await on.value('c', 'async function endless(): Promise<void> { for (;;) await null; }');
    for (let i = 0; i < 10; i++) {
      const again = on.session.runCell('c2', 'endless(); endless(); endless(); await endless();');
      await sleep(60 + 3 * i);
      await on.session.stop();
      const result = await again;
      assert.equal(result.status, 'stopped', JSON.stringify(result));
      assert.equal(await on.value('d', 'await Promise.resolve(7)'), '7');
    }
  });

  test('an error in a timer is reported, and the session goes on', async () => {
    await on.fresh();
    await on.value('a', 'const none: int[] = [];\nfunction bad() { none[3] + 1; }\nsetTimeout(bad, 1);');
    await on.timerError();
    assert.equal(on.timerErrors[0]?.name, 'RangeError');
    assert.equal(on.timerErrors[0]?.location?.line, 2);
    assert.equal(await on.value('b', '1'), '1');
  });
}
