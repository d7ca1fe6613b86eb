// What a session must do, whatever the link: the same tests run over the in-process stream and over a serial port.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CellResult, RuntimeError, Session } from '@gnomon/server/session';

/** An attached session, and what the tests hear of it. */
export interface SessionUnderTest {
  readonly session: Session;
  stop(): Promise<void>;
}

type Failed = Extract<CellResult, { status: 'failed' }>;

export function sessionSuite(link: string, start: () => Promise<SessionUnderTest>): void {
  describe(`session over ${link}`, () => {
    let under: SessionUnderTest;
    let session: Session;
    let output: string[] = [];
    let timerErrors: RuntimeError[] = [];
    before(async () => {
      under = await start();
      session = under.session;
      session.listen({
        output: ({ text }) => output.push(text),
        timerError: (error) => timerErrors.push(error),
      });
    });
    after(() => under.stop());

    async function fresh(): Promise<void> {
      await session.reset();
      output = [];
      timerErrors = [];
    }

    /** Runs a cell that must succeed; its value as text. */
    async function value(id: string, text: string): Promise<string | undefined> {
      const result = await session.runCell(id, text);
      assert.equal(result.status, 'done', JSON.stringify(result));
      return result.status === 'done' ? result.value?.text : undefined;
    }

    async function failure(id: string, text: string): Promise<Failed> {
      const result = await session.runCell(id, text);
      assert.equal(result.status, 'failed', JSON.stringify(result));
      return result as Failed;
    }

    /** Waits for what a timer or job reports, for three seconds at most: the board may be late on a busy machine. */
    async function timerError(): Promise<void> {
      for (let i = 0; i < 300 && timerErrors.length === 0; i++) await sleep(10);
    }

    test('variables and functions persist from cell to cell', async () => {
      await fresh();
      await value('a', 'let x: int = 20; let words = ["a"];');
      await value('b', 'function twice(n: int): int { return n * 2; } words.push("b");');
      assert.equal(await value('c', 'x = twice(x) + 2; x'), '42');
      assert.equal(await value('d', 'words'), "[ 'a', 'b' ]");
    });

    test('values come back as the REPL of Node shows them', async () => {
      await fresh();
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
      for (const [text, expected] of values) assert.equal(await value('v', text), expected, text);
      assert.deepEqual(output, ['printed']);
    });

    test('a variable can be defined again with another type', async () => {
      await fresh();
      await value('a', 'let x = 1;');
      await value('b', 'function show(): string { return "x is " + x; }');
      assert.equal(await value('c', 'show()'), "'x is 1'");
      await value('d', 'let x = "one";');
      assert.equal(await value('e', 'show()'), "'x is one'", 'the older function sees the new variable');
      await value('f', 'let x = [1, 2];');
      assert.equal(await value('g', 'x.length'), '2');
    });

    test('a redefined function reaches its callers', async () => {
      await fresh();
      await value(
        'a',
        'function f(n: int): int { return n + 1; } function g(n: int): int { return f(n) * 10; }',
      );
      assert.equal(await value('b', 'g(1)'), '20');
      await value('c', 'function f(n: int): int { return n + 2; }');
      assert.equal(await value('d', 'g(1)'), '30');
      await value('e', 'function f(n: number): number { return n / 2; }');
      const result = await session.runCell('h', 'g(1)');
      assert.ok(result.status === 'done' || result.status === 'failed');
    });

    test('a caller that no longer compiles is reported, and calling it is an error', async () => {
      await fresh();
      await value('a', 'function f(n: int): int { return n; } function g(): int { return f(1); }');
      const result = await session.runCell('b', 'function f(s: string): string { return s + "!"; }');
      assert.ok(
        result.diagnostics.some(({ code, source }) => code === 'GN3001' || source === 'a'),
        JSON.stringify(result),
      );
      assert.equal(await value('c', 'f("new")'), "'new!'");
      const stale = await session.runCell('d', 'g()');
      assert.notEqual(stale.status, 'done');
    });

    test('rest parameters and default values follow redefinitions', async () => {
      await fresh();
      await value('a', 'let unit = 10; function total(...xs: number[]): number { return xs.length * unit; }');
      await value('b', 'function user(xs: number[]): number { return total(1, ...xs); }');
      await value(
        'c',
        'const kept: (...xs: number[]) => number = total; const fixed: (a: number) => number = total;',
      );
      assert.equal(await value('d', 'user([2, 3]) + kept(1) + fixed(1)'), '50');
      await value('e', 'let unit = 100;');
      assert.equal(await value('d', 'user([2, 3]) + kept(1) + fixed(1)'), '500');
      await value(
        'f',
        'function total(first: number, ...xs: number[]): number { return first + xs.length; }',
      );
      assert.equal(await value('g', 'user([2, 3])'), '3');
      const { status, diagnostics } = await session.runCell(
        'h',
        'function total(xs: number[]): number { return 0; }',
      );
      assert.equal(status, 'done');
      assert.equal(diagnostics[0]?.code, 'GN3001');
      await value('i', 'let base = 1; function later(x = base, y = 2): number { return x * 10 + y; }');
      await value(
        'j',
        'let none: number | undefined; function use(): number { return later(none, 3) + later(); }',
      );
      await value('k', 'const held: (x?: number) => number = later;');
      assert.equal(await value('l', 'use() + held() + held(5)'), '89');
      await value('m', 'let base = 2;');
      assert.equal(await value('l', 'use() + held() + held(5)'), '119');
    });

    test('classes inside of functions, and classes in constants, follow redefinitions', async () => {
      await fresh();
      await value('a', 'let unit = 2; function half(x: number): number { return x / unit; }');
      await value(
        'b',
        'function make(n: number): () => number { class Local { go(): number { return half(n); } } const l = new Local(); return () => l.go(); }',
      );
      await value('c', 'const kept = make(12);');
      assert.equal(await value('d', 'kept() + make(4)()'), '8');
      await value('e', 'let unit = 4;');
      assert.equal(await value('d', 'kept() + make(4)()'), '4');
      await value('f', 'function half(x: int): int { return 100; }');
      assert.equal(await value('g', 'kept() + make(4)()'), '200');
      await value('h', 'const Shape = class { area(): number { return 1; } };');
      await value('i', 'function area(): number { return new Shape().area(); }');
      assert.equal(await value('j', 'area()'), '1');
      await value('k', 'const Shape = class { side = 3; area(): number { return this.side * 2; } };');
      assert.equal(await value('j', 'area()'), '6');
      await value('l', '{ class Block { x = 1; } console.log(new Block()); }');
      await value('l', '{ class Block { x = 2; y = 3; } console.log(new Block()); }');
      assert.deepEqual(output, ['Block { x: 1 }', 'Block { x: 2, y: 3 }']);
    });

    test('a cell opens a type: functions and variables of older cells go on with wider objects', async () => {
      await fresh();
      await value('a', 'interface Point { x: number; y: number } const a: Point = { x: 1, y: 2 };');
      await value('b', 'function size(p: Point) { return p.x + p.y; } const list = [a]; size(a)');
      await value('c', 'class Box { at = a; get size() { return size(this.at); } } const box = new Box();');
      assert.equal(await value('d', 'const wide = { b: 9, x: 3, y: 4 }; size(wide)'), '7');
      assert.equal(
        await value('e', 'list.push(wide); box.at = wide; [box.size, ...list.map(size)]'),
        '[ 7, 3, 7 ]',
      );
    });

    test('a cell freezes an object: functions of older cells look before they store to it', async () => {
      await fresh();
      await value(
        'a',
        'class P { x = 1; } const p = new P(); function set(q: P, n: number) { q.x = n; return q.x; }',
      );
      assert.equal(await value('b', 'set(p, 2)'), '2');
      assert.equal(await value('c', 'Object.freeze(p); Object.isFrozen(p)'), 'true');
      assert.match(
        (await failure('d', 'set(p, 3)')).error.message,
        /read only property 'x' of object '#<P>'/,
      );
      assert.equal(await value('e', 'set(new P(), 4) + p.x'), '6');
    });

    test('classes across cells: new methods for old objects, and other properties only for new ones', async () => {
      await fresh();
      await value('a', 'class P { constructor(public x: int) {} show(): string { return "P " + this.x; } }');
      await value('b', 'const p = new P(1); function show(q: P): string { return q.show(); }');
      await value('c', 'class Q extends P { show(): string { return "Q " + super.show(); } }');
      await value('d', 'const all: P[] = [p, new Q(2)];');
      assert.equal(await value('e', 'all.map(show).join()'), "'P 1,Q P 2'");
      await value('a', 'class P { constructor(public x: int) {} show(): string { return "p" + this.x; } }');
      assert.equal(await value('e', 'all.map(show).join()'), "'p1,Q p2'");
      // Objects of the older shape stay what they are: their properties can be read, but they are none of the new one.
      await value(
        'a',
        'class P { name = "n"; constructor(public x: int) {} show(): string { return this.name; } }',
      );
      assert.equal(await value('f', 'new Q(3).show() + show(new P(1))'), "'Q nn'");
      const mixed = await session.runCell('g', 'show(p)');
      assert.equal(mixed.status, 'rejected');
      assert.equal(mixed.diagnostics[0]?.code, 'GN2004');
      assert.equal(await value('h', 'p.x'), '1');
      assert.equal(
        (await failure('i', 'p.show()')).error.name,
        'TypeError',
        'the older method has no text any more',
      );
    });

    test('objects that older cells have made stay what they were where their type becomes a dictionary', async () => {
      await fresh();
      await value('a', 'interface P { x: number; y: number } const p: P = { x: 1, y: 2 };');
      await value('b', 'function sum(q: P): number { return q.x + q.y; }');
      assert.equal(await value('c', 'sum(p)'), '3');
      assert.equal(await value('d', 'const q = {} as P; q.y = 4; q.x = 1; sum(q)'), '5');
      const mixed = await session.runCell('e', 'sum(p)');
      assert.equal(mixed.status, 'rejected');
      assert.equal(mixed.diagnostics[0]?.code, 'GN2004');
      assert.equal(await value('f', 'p.x'), '1');
      assert.equal(await value('g', 'const r: P = { x: 5, y: 6 }; sum(r)'), '11');
    });

    test('a class whose parent is gone: its methods are reported, and its objects stay', async () => {
      await fresh();
      await value('a', 'class A { x = 1; }');
      await value('b', 'class B extends A { y = 2; m(): number { return this.y; } } const b = new B();');
      const { status, diagnostics } = await session.runCell('a', 'const A = 5;');
      assert.equal(status, 'done');
      assert.ok(diagnostics.every(({ code, source }) => code === 'GN3001' && source === 'b'));
      assert.ok(diagnostics.length > 0);
      assert.equal(await value('c', 'b.y'), '2');
      await value('a', 'class A { z = "text"; x = 7; }');
      assert.equal(await value('d', 'const c = new B(); c.m() + c.x + c.z'), "'9text'");
    });

    test('a generic function of a literal is changed: who has called it calls the new one', async () => {
      await fresh();
      await value('a', 'const list = { of<T>(x: T): T[] { return [x]; } };');
      await value('b', 'function both(): string { return list.of(7).join() + list.of("x").join(); }');
      assert.equal(await value('c', 'both()'), "'7x'");
      await value('a', 'const list = { of<T>(x: T): T[] { return [x, x]; } };');
      assert.equal(await value('d', 'both()'), "'7,7x,x'");
    });

    test('a class that a variable holds is defined anew', async () => {
      await fresh();
      await value('a', 'class A { x = 1; }');
      await value(
        'b',
        'const made = [A]; function isOne(o: object): boolean { return o instanceof made[0]!; }',
      );
      assert.equal(await value('c', 'isOne(new A()) + made[0]!.name'), "'trueA'");
      await value('a', 'class A { x = 1; y() { return 2; } }');
      // As in JavaScript, the variable holds the class that it was given.
      assert.equal(await value('d', 'isOne(new A())'), 'false');
    });

    test('a later cell adds a class with its own generic method, and then changes it', async () => {
      await fresh();
      await value('a', 'abstract class Box<T> { abstract map<U>(f: (x: T) => U): U[]; }');
      await value(
        'b',
        'class One<T> extends Box<T> { constructor(public x: T) { super(); } map<U>(f: (x: T) => U) { return [f(this.x)]; } }',
      );
      await value('c', 'function texts(box: Box<number>) { return box.map((x) => "<" + x + ">").join(); }');
      assert.equal(await value('d', 'texts(new One(1))'), "'<1>'");
      await value(
        'e',
        'class Two extends Box<number> { map<U>(f: (x: number) => U) { return [f(1), f(2)]; } }',
      );
      assert.equal(await value('f', 'texts(new Two()) + texts(new One(3))'), "'<1>,<2><3>'");
      await value('e', 'class Two extends Box<number> { map<U>(f: (x: number) => U) { return [f(5)]; } }');
      assert.equal(await value('g', 'texts(new Two())'), "'<5>'");
      await value(
        'h',
        'class P { id<T>(x: T): T[] { return [x]; } } function ids(p: P) { return p.id(7).length; }',
      );
      assert.equal(await value('i', 'ids(new P())'), '1');
      await value('j', 'class Q extends P { override id<T>(x: T): T[] { return [x, x]; } }');
      assert.equal(await value('k', 'ids(new Q()) + ids(new P())'), '3');
    });

    test('static members know the class that they are called as ones of, in all cells', async () => {
      await fresh();
      await value(
        'a',
        'class P { static tag = "p"; static show() { return this.tag + "!"; } static make() { return new this(); } who() { return 1; } }',
      );
      await value(
        'b',
        'class Q extends P { static override tag = "q"; override who() { return 2; } } function both() { return P.show() + Q.show(); }',
      );
      assert.equal(await value('c', 'both() + P.make().who() + Q.make().who()'), "'p!q!12'");
      await value(
        'a',
        'class P { static tag = "r"; static show() { return this.tag + "?"; } static make() { return new this(); } who() { return 1; } }',
      );
      assert.equal(await value('d', 'both() + Q.make().who()'), "'r?q?2'");
    });

    test('static members of a generic class are there for other cells', async () => {
      await fresh();
      await value('a', 'class G<T> { static next(n: int): int { return n + 1; } item: T | null = null; }');
      assert.equal(await value('b', 'G.next(4)'), '5');
    });

    test('an object that is not what its type says is an error, not a wild access', async () => {
      await fresh();
      await value(
        'a',
        'type U = { k: "n"; n: number } | { k: "none" };' +
          'class H { u: U = { k: "n", n: 5 };' +
          ' clear(): void { this.u = { k: "none" }; }' +
          ' read(): number { if (this.u.k !== "n") return 0; this.clear(); return this.u.n; } }',
      );
      assert.match((await failure('b', 'new H().read()')).error.message, /class or shape than its type says/);
      await value('c', 'class A { a = 1; } class B extends A { b = [1]; }');
      await value(
        'd',
        'function isB(x: A): x is B { return true; } function f(x: A) { return isB(x) ? x.b.length : 0; }',
      );
      assert.equal(await value('e', 'f(new B())'), '1');
      assert.match((await failure('f', 'f(new A())')).error.message, /class or shape than its type says/);
      assert.match(
        (await failure('g', 'const y: A = new A(); (y as B).b')).error.message,
        /class or shape than its type says/,
      );
      await value('h', 'interface I { m(): void; o?: string; } class M { m() {} } const i: I = new M();');
      assert.match((await failure('j', 'i.o = "x"')).error.message, /made without the optional property/);
    });

    test('what is stored in an array of a special type as in one of a general type is no wild access', async () => {
      await fresh();
      await value('a', 'class A { a = 1; } class B extends A { b = [7]; }');
      await value(
        'b',
        'const bs = [new B(), new B()]; function last(): number { return bs.at(-1)!.b.length; }',
      );
      assert.equal(await value('c', 'last()'), '1');
      // From here on, functions of older cells look at what they read.
      await value('d', 'function add(list: A[]) { list.push(new A()); } add(bs);');
      assert.match((await failure('e', 'last()')).error.message, /class or shape than its type says/);
      assert.match(
        (await failure('f', 'bs.map((each) => each.b.length)')).error.message,
        /class or shape than its type says/,
      );
      assert.equal(await value('g', 'const as: A[] = bs; as.pop(); last() + bs.length'), '3');
      await value('h', 'const map = new Map([[1, new B()]]); const general: Map<number, A> = map;');
      await value('i', 'general.set(2, new A());');
      assert.match((await failure('j', 'map.get(2)!.b')).error.message, /class or shape than its type says/);
      assert.equal(await value('k', 'map.get(1)!.b.length + general.get(2)!.a'), '2');
    });

    test('arrays of any elements of older cells stay what they are when another array is used as one', async () => {
      await fresh();
      await value(
        'a',
        'const log: any[] = [1, "x"]; function note(x: any) { log.push(x); return log.length; }',
      );
      await value('b', 'class Bag { items: any[] = []; add(x: any) { this.items.push(x); return this; } }');
      await value('c', 'const bag = new Bag().add(1); function count(xs: any[]) { return xs.length; }');
      assert.equal(await value('d', 'note(5) + count(log)'), '6');
      assert.equal(await value('e', 'const ns = [1, 2, 3, 4]; count(ns)'), '4');
      assert.equal(await value('f', 'note(6) + count(log) + count(bag.add("y").items)'), '10');
      assert.equal(await value('g', 'bag.items'), "[ 1, 'y' ]");
      assert.equal(await value('h', 'const other = new Bag().add(ns); other.items[0].length + note(7)'), '9');
    });

    test('errors of the runtime can be caught, and leave the board as it was', async () => {
      await fresh();
      await value(
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
      ];
      await value('b', 'function deep(n: int): int { return deep(n + 1) + 1; }');
      await value(
        'c',
        'function fill(): number { const all: string[] = []; for (;;) all.push("x".repeat(500)); }',
      );
      await value('d', 'function whole(x: number): int { const i: int = x; return i; }');
      await value('e', 'const unknown: unknown = 5; let none: number[] | undefined;');
      for (const [i, [text, expected]] of cases.entries()) {
        const found = await value(`f${i}`, `message(() => ${text})`);
        assert.match(found ?? '', expected);
      }
      assert.equal(await value('g', 'message(() => 1)'), "'none'");
    });

    test('a text that memory is too short for leaves those that it was to be made of', async () => {
      await fresh();
      await value(
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
        assert.equal(await value(`b${i}`, `grow('${text}', 77)`), `'${text} true true true true'`);
        assert.equal(await value(`c${i}`, `grow('${text}', 300)`), `'${text} true true true true'`);
      }
    });

    test('an error that nothing catches says what was thrown, and where', async () => {
      await fresh();
      await value('a', 'class MyError extends Error { override name = "MyError"; }');
      await value('b', 'function f(n: number): number { if (n > 1) throw new MyError("é " + n); return n; }');
      const { error } = await failure('c', 'try { f(1); } finally { f(2); }');
      assert.equal(`${error.name}: ${error.message}`, 'MyError: é 2');
      assert.deepEqual(
        error.stack.map(({ name, location }) => `${name} ${location?.unit}`),
        ['f b', '<cell> c'],
      );
      assert.equal((await failure('d', 'throw 5')).error.message, '5');
    });

    test('the stack goes on above a part that is protected', async () => {
      await fresh();
      await value(
        'a',
        'function inner(xs: number[]): number { try { return xs[3]!; } finally { xs.length = 0; } }',
      );
      await value('b', 'function outer(): number { return inner([1]) + 1; }');
      const { error } = await failure('c', 'outer()');
      assert.deepEqual(
        error.stack.map(({ name }) => name),
        ['inner', 'outer', '<cell>'],
      );
    });

    test('a protected part uses what is defined anew', async () => {
      await fresh();
      await value('a', 'function f(): number { throw new Error("old"); }');
      await value(
        'b',
        'function g(): string { try { return String(f()); } catch (e) { return (e as Error).message; } }',
      );
      assert.equal(await value('c', 'g()'), "'old'");
      await value('a', 'function f(): number { return 7; }');
      assert.equal(await value('d', 'g()'), "'7'");
      await value('a', 'function f(): string { return "text"; }');
      assert.equal(await value('e', 'g()'), "'text'");
    });

    test('Stop is no exception', async () => {
      await fresh();
      const text =
        'try { for (;;) { try { for (;;) {} } catch {} } } catch { console.log("caught"); }' +
        ' finally { console.log("finally"); }';
      const running = session.runCell('a', text);
      await sleep(100);
      await session.stop();
      assert.equal((await running).status, 'stopped');
      assert.deepEqual(output, []);
      assert.equal(await value('b', '1'), '1');
    });

    test('a cell may wait: timers and other functions go on meanwhile', async () => {
      await fresh();
      await value(
        'a',
        'function sleep(ms: number): Promise<void> { return new Promise((resolve) => setTimeout(resolve, ms)); }' +
          ' let ticks = 0; const timer = setInterval(() => { ticks++; }, 2);' +
          ' async function twice(n: number): Promise<number> { await sleep(1); return n * 2; }',
      );
      assert.equal(
        await value('b', 'const x = await twice(4); await sleep(20); clearInterval(timer); x'),
        '8',
      );
      assert.ok(Number(await value('c', 'ticks')) >= 9);
      await value(
        'd',
        'async function fail(): Promise<void> { await sleep(1); throw new RangeError("late"); }',
      );
      const { error } = await failure('e', 'const before = 1;\nawait fail();\nconst after = 2;');
      assert.equal(`${error.name}: ${error.message}`, 'RangeError: late');
      assert.deepEqual([error.location?.unit, error.location?.line], ['e', 2]);
      assert.equal(await value('e2', 'twice(21).then((x) => x + 0); await twice(21)'), '42');
      await value('f', 'fail(); 1');
      await timerError();
      assert.deepEqual(
        timerErrors.map(({ message }) => message),
        ['late'],
        'nothing handles the rejection',
      );
    });

    test('what waits goes on with the code that it has, and what begins has the newest', async () => {
      await fresh();
      await value('a', 'const log: string[] = []; function say(): void { log.push("old"); }');
      await value(
        'b',
        'function* g(): Generator<number> { for (;;) { say(); yield log.length; } } const it = g();',
      );
      assert.equal(await value('c', 'it.next().value'), '1');
      await value('a', 'const log: string[] = []; function say(): void { log.push("new"); }');
      await value('d', 'it.next(); it.next();');
      assert.equal(await value('e', 'g().next(); log'), "[ 'old', 'old', 'new' ]");
    });

    test('frames that wait hold what they refer to', async () => {
      await fresh();
      await value(
        'a',
        'function* texts(): Generator<string> { for (let i = 0; ; i++) { const own = "x".repeat(i % 7); yield own; yield own + i; } }' +
          ' const all: Generator<string>[] = []; for (let i = 0; i < 20; i++) all.push(texts());',
      );
      const expected =
        'let sum = 0; for (let k = 0; k < 40; k++) for (const one of all) sum += one.next().value!.length;' +
        ' for (let i = 0; i < 200; i++) "garbage".repeat(50); sum';
      assert.equal(
        await value('b', expected.replace('one.next().value!', '(one.next().value as string)')),
        '2880',
      );
    });

    test('cells wait in loops, and for what is in parentheses', async () => {
      await fresh();
      await value('a', 'async function* f(n: number) { yield n; await null; yield n + 1; }');
      await value('b', 'let sum = 0; for await (const x of f(1)) { sum += x; await (async () => {})(); }');
      await value('c', 'for await (const x of [Promise.resolve(10), 20]) { if (x > 15) break; sum += x; }');
      assert.equal(
        await value('d', 'const next = await (f(5).next()); sum += (await (f(100).next())).value ?? 0; sum'),
        '113',
      );
      assert.equal(await value('e', 'next'), '{ value: 5, done: false }');
    });

    test('a loop that an error leaves is protected once what it goes over has a finally', async () => {
      await fresh();
      await value('a', 'function* f(): Generator<number> { yield 1; } let log = "";');
      await value(
        'b',
        'function g() { try { for (const x of f()) throw x; } catch (e) { log += "c"; } return log; }',
      );
      assert.equal(await value('c', 'g()'), "'c'");
      await value(
        'a',
        'function* f(): Generator<number> { try { yield 1; } finally { log += "f"; } } let log = "";',
      );
      assert.equal(await value('c', 'g()'), "'fc'");
    });

    test('Stop ends what waits', async () => {
      await fresh();
      const running = session.runCell(
        'a',
        'async function forever(): Promise<void> { for (;;) await null; } await forever();',
      );
      await sleep(50);
      await session.stop();
      assert.equal((await running).status, 'stopped');
      assert.equal(await value('b', '1'), '1');
      // Nor do its jobs go on with those of a later cell, wherever it was stopped.
      await value('c', 'async function endless(): Promise<void> { for (;;) await null; }');
      for (let i = 0; i < 10; i++) {
        const again = session.runCell('c2', 'endless(); endless(); endless(); await endless();');
        await sleep(60 + 3 * i);
        await session.stop();
        const result = await again;
        assert.equal(result.status, 'stopped', JSON.stringify(result));
        assert.equal(await value('d', 'await Promise.resolve(7)'), '7');
      }
    });

    test('promises and generators show what they are', async () => {
      await fresh();
      assert.equal(
        await value('a', '[Promise.resolve(5), Promise.resolve("x"), new Promise<number>(() => {})]'),
        "[ Promise { 5 }, Promise { 'x' }, Promise { <pending> } ]",
      );
      await value('b', 'function* g(): Generator<number> { yield 1; } async function f(): Promise<void> {}');
      assert.equal(await value('c', 'f()'), 'Promise { undefined }');
      assert.equal(await value('d', 'g()'), 'Object [Generator] {}');
    });

    test('the modes of pins are what the library says', async () => {
      await fresh();
      assert.equal(await value('a', '[Pin.IN, Pin.OUT, Pin.PULL_UP, Pin.PULL_DOWN]'), '[ 0, 1, 2, 3 ]');
    });

    test('a cell that does not check changes nothing', async () => {
      await fresh();
      await value('a', 'let x: int = 1;');
      const result = await session.runCell('b', 'x = 2; let z: string = x;');
      assert.equal(result.status, 'rejected');
      const [diagnostic] = result.diagnostics;
      assert.equal(diagnostic?.code, 'TS2322');
      assert.equal('x = 2; let z: string = x;'.slice(diagnostic!.start, diagnostic!.end), 'z');
      assert.equal(await value('c', 'x'), '1');
      assert.equal((await session.runCell('d', 'let x = "text"; x = 5;')).status, 'rejected');
      assert.equal(await value('e', 'x + 1'), '2', 'the older declaration is back');
      assert.equal((await session.runCell('a', 'let x = ;')).status, 'rejected');
      assert.equal(await value('f', 'x + 1'), '2', 'also when its own cell is run again with an error');
    });

    test('an error names cell, line and column, and the calls that led there', async () => {
      await fresh();
      await value('a', 'const xs: int[] = [1, 2, 3];\nfunction pick(i: int): int {\n  return xs[i];\n}');
      const { error } = await failure('b', 'let k: int = 7;\n  pick(k);');
      assert.equal(error.name, 'RangeError');
      assert.match(error.message, /7.*3/);
      assert.equal(error.location?.unit, 'a');
      assert.equal(error.location?.line, 3);
      assert.ok(error.location.column >= 3 && error.location.column <= 12, String(error.location.column));
      const caller = error.stack.at(-1);
      assert.equal(caller?.location?.unit, 'b');
      assert.equal(caller?.location?.line, 2);
      assert.equal(await value('c', 'pick(1)'), '2', 'the session goes on');
    });

    test('errors of the runtime come back as errors', async () => {
      await fresh();
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
        const { error } = await failure('e', text);
        assert.match(`${error.name}: ${error.message}`, expected, text);
        assert.ok(error.location, `${text} has a position`);
      }
      assert.equal(await value('f', '1'), '1');
    });

    test('stop ends an endless loop, also one that prints, and one that waits', async () => {
      await fresh();
      for (const text of [
        'while (true) {}',
        'let n: int = 0; while (true) n++;',
        'let s = ""; while (true) { s = "a" + 1; }',
        'while (true) console.log("again");',
        'while (true) delay(1000);',
        'let d = 0.5; while (d > 0) d = d * 1.0000001;',
      ]) {
        const run = session.runCell('loop', text);
        await sleep(50);
        await session.stop();
        const result = await run;
        assert.equal(result.status, 'stopped', text);
      }
      assert.equal(await value('after', '40 + 2'), '42');
    });

    test('timers go on between cells, and call the newest function', async () => {
      await fresh();
      await value('a', 'let ticks: int = 0; function tick() { ticks++; } const id = setInterval(tick, 1);');
      await sleep(30);
      assert.ok(Number(await value('b', 'ticks')) > 0);
      await value('c', 'ticks = 0; function tick() { ticks -= 1; }');
      await sleep(30);
      assert.ok(Number(await value('d', 'ticks')) < 0);
      await value('e', 'clearInterval(id);');
      const last = await value('f', 'ticks');
      await sleep(20);
      assert.equal(await value('g', 'ticks'), last);
    });

    test('an error in a timer is reported, and the session goes on', async () => {
      await fresh();
      await value('a', 'const none: int[] = [];\nfunction bad() { none[3] + 1; }\nsetTimeout(bad, 1);');
      await timerError();
      assert.equal(timerErrors[0]?.name, 'RangeError');
      assert.equal(timerErrors[0]?.location?.line, 2);
      assert.equal(await value('b', '1'), '1');
    });

    test('reset clears both sides', async () => {
      await fresh();
      await value('a', 'let x: int = 1; setInterval(() => { x++; }, 1);');
      await session.reset();
      assert.equal(session.timers, 0);
      const result = await session.runCell('b', 'x');
      assert.equal(result.status, 'rejected');
      assert.equal(await value('c', 'let x = "new"; x'), "'new'");
    });

    test('replaced code and entry code give their memory back', async () => {
      await fresh();
      const text = 'function f(n: int): int { return n * 3 + 1; } let v = f(2); v';
      assert.equal(await value('again', text), '7');
      const before = session.shadow!.use;
      for (let i = 0; i < 100; i++) await value('again', text.replace('1;', `${i % 7};`));
      await value('again', text);
      assert.deepEqual(session.shadow!.use, before);
    });

    test('strings that nothing refers to any more give their memory back, those in use stay', async () => {
      await fresh();
      await value('a', 'const kept: string[] = []; let current = "";');
      for (let i = 0; i < 60; i++) {
        const text = `${String(i).padStart(4, '0')}${'x'.repeat(400)}`;
        const keep = i % 20 === 0 ? 'kept.push(current);' : '';
        await value('b', `current = "${text}"; ${keep}`);
      }
      assert.equal(
        await value('c', 'kept.map((s) => s.slice(0, 4) + s.length)'),
        "[ '0000404', '0020404', '0040404' ]",
      );
    });

    test('functions with type parameters of literals are found in objects of older cells', async () => {
      await fresh();
      const just = (count: string) =>
        `function just<T>(x: T): Maybe<T> { return { map: (f) => { ${count} return just(f(x)); }, getOr: () => x }; }`;
      await value(
        'a',
        'interface Maybe<T> { map<U>(f: (x: T) => U): Maybe<U>; getOr(d: T): T } let mapped = 0;',
      );
      await value('b', just(''));
      await value('c', 'const five = just(5);');
      await value('d', 'function twice(x: Maybe<number>) { return x.map((n) => n * 2).getOr(0); }');
      assert.equal(await value('e', 'twice(five)'), '10');
      assert.equal(await value('f', 'five.map((n) => n + "!").getOr("")'), "'5!'");
      // The function that calls it is compiled again for what takes its place.
      await value('b', just('mapped++;'));
      assert.equal(await value('e', 'twice(just(4)) + mapped'), '9');
      const odd = `class Odd<T> implements Maybe<T> {
        map<U>(): Maybe<U> { return new Odd<U>(); }
        getOr(d: T): T { return d; }
      }`;
      await value('g', odd);
      assert.equal(
        await value('h', 'const odd: Maybe<string> = new Odd(); odd.map((s) => s.length).getOr(7)'),
        '7',
      );
    });

    test('closures that live on keep their code when it is replaced', async () => {
      await fresh();
      const cell = (step: number) => `function counter(n: int): () => int { return () => (n += ${step}); }`;
      await value('a', cell(1));
      await value('b', 'const one = counter(10); one()');
      await value('a', cell(5));
      await value(
        'c',
        'function fill(n: int): int { let s: int = n; for (let i: int = 0; i < 9; i++) s ^= i * n; return s; } fill(3)',
      );
      assert.equal(await value('d', 'one()'), '12');
      assert.equal(await value('e', 'counter(10)()'), '15');
      const kept = [...session.shadow!.allSegments()].map(({ symbol }) => symbol);
      assert.ok(
        kept.some((symbol) => /counter.*@/.test(symbol)),
        'the code of the living closure is kept',
      );
      assert.equal(await value('f', 'one()'), '13');
    });

    test('a program that does not fit is refused before anything is sent', async () => {
      await fresh();
      await value('a', 'let kept: int = 5;');
      const lines = Array.from(
        { length: 4000 },
        (_, i) => `v = (v * ${i * 7 + 100001} + ${i}) ^ ${i * 3 + 70001};`,
      );
      const result = await session.runCell('b', `let v: int = kept;\n${lines.join('\n')}`);
      assert.equal(result.status, 'rejected');
      assert.match(result.status === 'rejected' ? (result.message ?? '') : '', /out of code memory/);
      assert.equal(await value('c', 'kept'), '5');
    });
  });
}
