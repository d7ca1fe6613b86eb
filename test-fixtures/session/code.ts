// Functions that are defined anew: who calls the new code, who keeps the old, and what memory comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionTester } from './tester.ts';

export function codeTests(on: SessionTester): void {
  test('a redefined function reaches its callers', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function f(n: int): int { return n + 1; } function g(n: int): int { return f(n) * 10; }',
    );
    assert.equal(await on.value('b', 'g(1)'), '20');
    await on.value('c', 'function f(n: int): int { return n + 2; }');
    assert.equal(await on.value('d', 'g(1)'), '30');
    await on.value('e', 'function f(n: number): number { return n / 2; }');
    const result = await on.session.runCell('h', 'g(1)');
    assert.ok(result.status === 'done' || result.status === 'failed');
  });

  test('what a cell defines anew is also in what else it calls', async () => {
    await on.fresh();
    await on.value(
      'a',
      'function inner(): int { return 1; } function outer(): int { return inner() + 10; } outer()',
    );
    assert.equal(await on.value('b', 'function inner(): int { return 2; } outer()'), '12');
    const both = 'function inner(): int { return 3; } function all(): int { return outer() + 100; } all()';
    assert.equal(await on.value('c', both), '113');
    assert.equal(await on.value('d', 'all()'), '113');
  });

  test('callers that rely on what a function does are compiled again once it does something else', async () => {
    await on.fresh();
    const lines = (n: number) =>
      Array.from({ length: 40 }, (_, i) => `n = (n * ${i * 2 + n}) ^ box.value;`).join(' ');
    const look = (n: number, more: string) =>
      `function look(n: int): int { ${lines(n)} ${more} return n & 1023; }`;
    const user = 'function user(): int { const old = box.value; look(1); return old * 100 + box.value; }';
    await on.value('a', `class Box { value: int = 1; } const box = new Box(); ${look(3, '')} ${user}`);
    const code = () => {
      const segment = on.session.shadow!.segment('f.user');
      return segment?.kind === 'code' ? segment.code : undefined;
    };
    assert.equal(await on.value('b', 'user()'), '101');
    const first = code();
    await on.value('c', look(5, ''));
    assert.equal(code(), first, 'another body that only reads');
    const outer = 'function outer(): int { return user() + 10000; } outer()';
    assert.equal(await on.value('d', `${look(5, 'box.value++;')} ${outer}`), '10102');
    assert.notEqual(code(), first);
    assert.equal(await on.value('e', 'user()'), '203');
  });

  test('a caller that no longer compiles is reported, and calling it is an error', async () => {
    await on.fresh();
    await on.value('a', 'function f(n: int): int { return n; } function g(): int { return f(1); }');
    const result = await on.session.runCell('b', 'function f(s: string): string { return s + "!"; }');
    assert.ok(
      result.diagnostics.some(({ code, source }) => code === 'GN3001' || source === 'a'),
      JSON.stringify(result),
    );
    assert.equal(await on.value('c', 'f("new")'), "'new!'");
    const stale = await on.session.runCell('d', 'g()');
    assert.notEqual(stale.status, 'done');
  });

  test('rest parameters and default values follow redefinitions', async () => {
    await on.fresh();
    await on.value(
      'a',
      'let unit = 10; function total(...xs: number[]): number { return xs.length * unit; }',
    );
    await on.value('b', 'function user(xs: number[]): number { return total(1, ...xs); }');
    await on.value(
      'c',
      'const kept: (...xs: number[]) => number = total; const fixed: (a: number) => number = total;',
    );
    assert.equal(await on.value('d', 'user([2, 3]) + kept(1) + fixed(1)'), '50');
    await on.value('e', 'let unit = 100;');
    assert.equal(await on.value('d', 'user([2, 3]) + kept(1) + fixed(1)'), '500');
    await on.value(
      'f',
      'function total(first: number, ...xs: number[]): number { return first + xs.length; }',
    );
    assert.equal(await on.value('g', 'user([2, 3])'), '3');
    const { status, diagnostics } = await on.session.runCell(
      'h',
      'function total(xs: number[]): number { return 0; }',
    );
    assert.equal(status, 'done');
    assert.equal(diagnostics[0]?.code, 'GN3001');
    await on.value('i', 'let base = 1; function later(x = base, y = 2): number { return x * 10 + y; }');
    await on.value(
      'j',
      'let none: number | undefined; function use(): number { return later(none, 3) + later(); }',
    );
    await on.value('k', 'const held: (x?: number) => number = later;');
    assert.equal(await on.value('l', 'use() + held() + held(5)'), '89');
    await on.value('m', 'let base = 2;');
    assert.equal(await on.value('l', 'use() + held() + held(5)'), '119');
  });

  test('a generic function of a literal is changed: who has called it calls the new one', async () => {
    await on.fresh();
    await on.value('a', 'const list = { of<T>(x: T): T[] { return [x]; } };');
    await on.value('b', 'function both(): string { return list.of(7).join() + list.of("x").join(); }');
    assert.equal(await on.value('c', 'both()'), "'7x'");
    await on.value('a', 'const list = { of<T>(x: T): T[] { return [x, x]; } };');
    assert.equal(await on.value('d', 'both()'), "'7,7x,x'");
  });

  test('replaced code and entry code give their memory back', async () => {
    await on.fresh();
    const text = 'function f(n: int): int { return n * 3 + 1; } let v = f(2); v';
    assert.equal(await on.value('again', text), '7');
    const before = on.session.shadow!.use;
    for (let i = 0; i < 100; i++) await on.value('again', text.replace('1;', `${i % 7};`));
    await on.value('again', text);
    assert.deepEqual(on.session.shadow!.use, before);
  });

  test('strings that nothing refers to any more give their memory back, those in use stay', async () => {
    await on.fresh();
    await on.value('a', 'const kept: string[] = []; let current = "";');
    for (let i = 0; i < 60; i++) {
      const text = `${String(i).padStart(4, '0')}${'x'.repeat(400)}`;
      const keep = i % 20 === 0 ? 'kept.push(current);' : '';
      await on.value('b', `current = "${text}"; ${keep}`);
    }
    assert.equal(
      await on.value('c', 'kept.map((s) => s.slice(0, 4) + s.length)'),
      "[ '0000404', '0020404', '0040404' ]",
    );
  });

  test('functions with type parameters of literals are found in objects of older cells', async () => {
    await on.fresh();
    const just = (count: string) =>
      `function just<T>(x: T): Maybe<T> { return { map: (f) => { ${count} return just(f(x)); }, getOr: () => x }; }`;
    await on.value(
      'a',
      'interface Maybe<T> { map<U>(f: (x: T) => U): Maybe<U>; getOr(d: T): T } let mapped = 0;',
    );
    await on.value('b', just(''));
    await on.value('c', 'const five = just(5);');
    await on.value('d', 'function twice(x: Maybe<number>) { return x.map((n) => n * 2).getOr(0); }');
    assert.equal(await on.value('e', 'twice(five)'), '10');
    assert.equal(await on.value('f', 'five.map((n) => n + "!").getOr("")'), "'5!'");
    // The function that calls it is compiled again for what takes its place.
    await on.value('b', just('mapped++;'));
    assert.equal(await on.value('e', 'twice(just(4)) + mapped'), '9');
    const odd = `class Odd<T> implements Maybe<T> {
    map<U>(): Maybe<U> { return new Odd<U>(); }
    getOr(d: T): T { return d; }
  }`;
    await on.value('g', odd);
    assert.equal(
      await on.value('h', 'const odd: Maybe<string> = new Odd(); odd.map((s) => s.length).getOr(7)'),
      '7',
    );
  });

  test('closures that live on keep their code when it is replaced', async () => {
    await on.fresh();
    const cell = (step: number) => `function counter(n: int): () => int { return () => (n += ${step}); }`;
    await on.value('a', cell(1));
    await on.value('b', 'const one = counter(10); one()');
    await on.value('a', cell(5));
    await on.value(
      'c',
      'function fill(n: int): int { let s: int = n; for (let i: int = 0; i < 9; i++) s ^= i * n; return s; } fill(3)',
    );
    assert.equal(await on.value('d', 'one()'), '12');
    assert.equal(await on.value('e', 'counter(10)()'), '15');
    const kept = [...on.session.shadow!.allSegments()].map(({ symbol }) => symbol);
    assert.ok(
      kept.some((symbol) => /counter.*@/.test(symbol)),
      'the code of the living closure is kept',
    );
    assert.equal(await on.value('f', 'one()'), '13');
  });

  test('a program that is too large for code memory takes some of the heap, where that is free', async () => {
    await on.fresh();
    const { code } = on.session.shadow!.use;
    const PARTS = 30;
    const LINES = 130;
    const numbers = (part: number, line: number) =>
      [part * 999 + line * 3 + 70001, line * 7 + 100001] as const;
    const lines = (part: number) =>
      Array.from({ length: LINES }, (_, line) => {
        const [factor, other] = numbers(part, line);
        return `n = Math.imul(n, ${factor}) ^ ${other};`;
      });
    const parts = Array.from(
      { length: PARTS },
      (_, part) => `function part${part}(n: int): int { ${lines(part).join('\n')}\nreturn n; }`,
    );
    const calls = parts.map((_, part) => `n = part${part}(n);`).join(' ');
    const large = `${parts.join('\n')}\nfunction large(n: int): int { ${calls} return n; }`;
    await on.value('a', 'const few: int[] = [6]; let kept: int[] = new Array(40000).fill(5);');
    const result = await on.session.runCell('b', large);
    assert.equal(result.status, 'rejected');
    assert.match(result.status === 'rejected' ? (result.message ?? '') : '', /out of code memory/);
    assert.equal(await on.value('c', 'kept[39999]'), '5', 'nothing was sent');

    await on.value('d', 'kept = few;');
    await on.value('b', large);
    let expected = 6;
    for (let part = 0; part < PARTS; part++) {
      for (let line = 0; line < LINES; line++) {
        const [factor, other] = numbers(part, line);
        expected = Math.imul(expected, factor) ^ other;
      }
    }
    assert.equal(await on.value('e', 'large(kept[0])'), String(expected));
    const { size, free } = on.session.shadow!.use.code;
    assert.ok(size > code.size && free < 8 * 1024, 'no more than is needed');
    // The heap goes on to where the code begins.
    const fill =
      'let n: int = 0; try { for (;;) { const row: int[] = new Array(100).fill(n); kept = row; rows.push(row); n++; } }';
    await on.value('f', `const rows: int[][] = []; ${fill} catch (e) { rows.length = 0; }`);
    assert.equal(await on.value('e', 'large(6)'), String(expected));
    await on.fresh();
    assert.deepEqual(on.session.shadow!.use.code, code);
  });
}
