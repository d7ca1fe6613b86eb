// What cells see of each other, what is shown of their values, and how they are stopped.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionTester } from './tester.ts';

export function cellTests(on: SessionTester): void {
  test('variables and functions persist from cell to cell', async () => {
    await on.fresh();
    await on.value('a', 'let x: int = 20; let words = ["a"];');
    await on.value('b', 'function twice(n: int): int { return n * 2; } words.push("b");');
    assert.equal(await on.value('c', 'x = twice(x) + 2; x'), '42');
    assert.equal(await on.value('d', 'words'), "[ 'a', 'b' ]");
  });

  test('values come back as the REPL of Node shows them', async () => {
    await on.fresh();
    const values: [string, string | undefined][] = [
      ['1 + 1', '2'],
      ['"text"', "'text'"],
      ['0.1 + 0.2', '0.30000000000000004'],
      ['-0', '-0'],
      ['[1, 2.5]', '[ 1, 2.5 ]'],
      ['1 < 2', 'true'],
      ['let y = 5;', undefined],
      ['console.log("printed"); "value"', "'value'"],
    ];
    for (const [text, expected] of values) assert.equal(await on.value('v', text), expected, text);
    assert.deepEqual(on.output, ['printed']);
  });

  test('a variable can be defined again with another type', async () => {
    await on.fresh();
    await on.value('a', 'let x = 1;');
    await on.value('b', 'function show(): string { return "x is " + x; }');
    assert.equal(await on.value('c', 'show()'), "'x is 1'");
    await on.value('d', 'let x = "one";');
    assert.equal(await on.value('e', 'show()'), "'x is one'", 'the older function sees the new variable');
    await on.value('f', 'let x = [1, 2];');
    assert.equal(await on.value('g', 'x.length'), '2');
  });

  test('promises and generators show what they are', async () => {
    await on.fresh();
    assert.equal(
      await on.value('a', '[Promise.resolve(5), Promise.resolve("x"), new Promise<number>(() => {})]'),
      "[ Promise { 5 }, Promise { 'x' }, Promise { <pending> } ]",
    );
    await on.value('b', 'function* g(): Generator<number> { yield 1; } async function f(): Promise<void> {}');
    assert.equal(await on.value('c', 'f()'), 'Promise { undefined }');
    assert.equal(await on.value('d', 'g()'), 'Object [Generator] {}');
  });

  test('the modes of pins are what the library says', async () => {
    await on.fresh();
    assert.equal(await on.value('a', '[Pin.IN, Pin.OUT, Pin.PULL_UP, Pin.PULL_DOWN]'), '[ 0, 1, 2, 3 ]');
  });

  test('a cell that does not check changes nothing', async () => {
    await on.fresh();
    await on.value('a', 'let x: int = 1;');
    const result = await on.session.runCell('b', 'x = 2; let z: string = x;');
    assert.equal(result.status, 'rejected');
    const [diagnostic] = result.diagnostics;
    assert.equal(diagnostic?.code, 'TS2322');
    assert.equal('x = 2; let z: string = x;'.slice(diagnostic!.start, diagnostic!.end), 'z');
    assert.equal(await on.value('c', 'x'), '1');
    assert.equal((await on.session.runCell('d', 'let x = "text"; x = 5;')).status, 'rejected');
    assert.equal(await on.value('e', 'x + 1'), '2', 'the older declaration is back');
    assert.equal((await on.session.runCell('a', 'let x = ;')).status, 'rejected');
    assert.equal(await on.value('f', 'x + 1'), '2', 'also when its own cell is run again with an error');
  });

  test('an error names cell, line and column, and the calls that led there', async () => {
    await on.fresh();
    await on.value('a', 'const xs: int[] = [1, 2, 3];\nfunction pick(i: int): int {\n  return xs[i];\n}');
    const { error } = await on.failure('b', 'let k: int = 7;\n  pick(k);');
    assert.equal(error.name, 'RangeError');
    assert.match(error.message, /7.*3/);
    assert.equal(error.location?.unit, 'a');
    assert.equal(error.location?.line, 3);
    assert.ok(error.location.column >= 3 && error.location.column <= 12, String(error.location.column));
    const caller = error.stack.at(-1);
    assert.equal(caller?.location?.unit, 'b');
    assert.equal(caller?.location?.line, 2);
    assert.equal(await on.value('c', 'pick(1)'), '2', 'the session goes on');
  });

  test('stop ends an endless loop, also one that prints, and one that waits', async () => {
    await on.fresh();
    for (const text of [
      'while (true) {}',
      'let n: int = 0; while (true) n++;',
      'let s = ""; while (true) { s = "a" + 1; }',
      'while (true) console.log("again");',
      'while (true) delay(1000);',
      'let d = 0.5; while (d > 0) d = d * 1.0000001;',
    ]) {
      const run = on.session.runCell('loop', text);
      await sleep(50);
      await on.session.stop();
      const result = await run;
      assert.equal(result.status, 'stopped', text);
    }
    assert.equal(await on.value('after', '40 + 2'), '42');
  });

  test('timers go on between cells, and call the newest function', async () => {
    await on.fresh();
    await on.value('a', 'let ticks: int = 0; function tick() { ticks++; } const id = setInterval(tick, 1);');
    await sleep(30);
    assert.ok(Number(await on.value('b', 'ticks')) > 0);
    await on.value('c', 'ticks = 0; function tick() { ticks -= 1; }');
    await sleep(30);
    assert.ok(Number(await on.value('d', 'ticks')) < 0);
    await on.value('e', 'clearInterval(id);');
    const last = await on.value('f', 'ticks');
    await sleep(20);
    assert.equal(await on.value('g', 'ticks'), last);
  });

  test('reset clears both sides', async () => {
    await on.fresh();
    await on.value('a', 'let x: int = 1; setInterval(() => { x++; }, 1);');
    await on.session.reset();
    assert.equal(on.session.timers, 0);
    const result = await on.session.runCell('b', 'x');
    assert.equal(result.status, 'rejected');
    assert.equal(await on.value('c', 'let x = "new"; x'), "'new'");
  });
}
