// Classes and objects of older cells, when later cells define or use them otherwise.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionTester } from './tester.ts';

export function objectTests(on: SessionTester): void {
  test('classes inside of functions, and classes in constants, follow redefinitions', async () => {
    await on.fresh();
    await on.value('a', 'let unit = 2; function half(x: number): number { return x / unit; }');
    await on.value(
      'b',
      'function make(n: number): () => number { class Local { go(): number { return half(n); } } const l = new Local(); return () => l.go(); }',
    );
    await on.value('c', 'const kept = make(12);');
    assert.equal(await on.value('d', 'kept() + make(4)()'), '8');
    await on.value('e', 'let unit = 4;');
    assert.equal(await on.value('d', 'kept() + make(4)()'), '4');
    await on.value('f', 'function half(x: int): int { return 100; }');
    assert.equal(await on.value('g', 'kept() + make(4)()'), '200');
    await on.value('h', 'const Shape = class { area(): number { return 1; } };');
    await on.value('i', 'function area(): number { return new Shape().area(); }');
    assert.equal(await on.value('j', 'area()'), '1');
    await on.value('k', 'const Shape = class { side = 3; area(): number { return this.side * 2; } };');
    assert.equal(await on.value('j', 'area()'), '6');
    await on.value('l', '{ class Block { x = 1; } console.log(new Block()); }');
    await on.value('l', '{ class Block { x = 2; y = 3; } console.log(new Block()); }');
    assert.deepEqual(on.output, ['Block { x: 1 }', 'Block { x: 2, y: 3 }']);
  });

  test('a cell opens a type: functions and variables of older cells go on with wider objects', async () => {
    await on.fresh();
    await on.value('a', 'interface Point { x: number; y: number } const a: Point = { x: 1, y: 2 };');
    await on.value('b', 'function size(p: Point) { return p.x + p.y; } const list = [a]; size(a)');
    await on.value('c', 'class Box { at = a; get size() { return size(this.at); } } const box = new Box();');
    assert.equal(await on.value('d', 'const wide = { b: 9, x: 3, y: 4 }; size(wide)'), '7');
    assert.equal(
      await on.value('e', 'list.push(wide); box.at = wide; [box.size, ...list.map(size)]'),
      '[ 7, 3, 7 ]',
    );
  });

  test('a cell freezes an object: functions of older cells look before they store to it', async () => {
    await on.fresh();
    await on.value(
      'a',
      'class P { x = 1; } const p = new P(); function set(q: P, n: number) { q.x = n; return q.x; }',
    );
    assert.equal(await on.value('b', 'set(p, 2)'), '2');
    assert.equal(await on.value('c', 'Object.freeze(p); Object.isFrozen(p)'), 'true');
    assert.match(
      (await on.failure('d', 'set(p, 3)')).error.message,
      /read only property 'x' of object '#<P>'/,
    );
    assert.equal(await on.value('e', 'set(new P(), 4) + p.x'), '6');
  });

  test('classes across cells: new methods for old objects, and other properties only for new ones', async () => {
    await on.fresh();
    await on.value('a', 'class P { constructor(public x: int) {} show(): string { return "P " + this.x; } }');
    await on.value('b', 'const p = new P(1); function show(q: P): string { return q.show(); }');
    await on.value('c', 'class Q extends P { show(): string { return "Q " + super.show(); } }');
    await on.value('d', 'const all: P[] = [p, new Q(2)];');
    assert.equal(await on.value('e', 'all.map(show).join()'), "'P 1,Q P 2'");
    await on.value('a', 'class P { constructor(public x: int) {} show(): string { return "p" + this.x; } }');
    assert.equal(await on.value('e', 'all.map(show).join()'), "'p1,Q p2'");
    // Objects of the older shape stay what they are: their properties can be read, but they are none of the new one.
    await on.value(
      'a',
      'class P { name = "n"; constructor(public x: int) {} show(): string { return this.name; } }',
    );
    assert.equal(await on.value('f', 'new Q(3).show() + show(new P(1))'), "'Q nn'");
    const mixed = await on.session.runCell('g', 'show(p)');
    assert.equal(mixed.status, 'rejected');
    assert.equal(mixed.diagnostics[0]?.code, 'GN2004');
    assert.equal(await on.value('h', 'p.x'), '1');
    assert.equal(
      (await on.failure('i', 'p.show()')).error.name,
      'TypeError',
      'the older method has no text any more',
    );
  });

  test('objects that older cells have made stay what they were where their type becomes a dictionary', async () => {
    await on.fresh();
    await on.value('a', 'interface P { x: number; y: number } const p: P = { x: 1, y: 2 };');
    await on.value('b', 'function sum(q: P): number { return q.x + q.y; }');
    assert.equal(await on.value('c', 'sum(p)'), '3');
    assert.equal(await on.value('d', 'const q = {} as P; q.y = 4; q.x = 1; sum(q)'), '5');
    const mixed = await on.session.runCell('e', 'sum(p)');
    assert.equal(mixed.status, 'rejected');
    assert.equal(mixed.diagnostics[0]?.code, 'GN2004');
    assert.equal(await on.value('f', 'p.x'), '1');
    assert.equal(await on.value('g', 'const r: P = { x: 5, y: 6 }; sum(r)'), '11');
  });

  test('a class whose parent is gone: its methods are reported, and its objects stay', async () => {
    await on.fresh();
    await on.value('a', 'class A { x = 1; }');
    await on.value('b', 'class B extends A { y = 2; m(): number { return this.y; } } const b = new B();');
    const { status, diagnostics } = await on.session.runCell('a', 'const A = 5;');
    assert.equal(status, 'done');
    assert.ok(diagnostics.every(({ code, source }) => code === 'GN3001' && source === 'b'));
    assert.ok(diagnostics.length > 0);
    assert.equal(await on.value('c', 'b.y'), '2');
    await on.value('a', 'class A { z = "text"; x = 7; }');
    assert.equal(await on.value('d', 'const c = new B(); c.m() + c.x + c.z'), "'9text'");
  });

  test('a class that a variable holds is defined anew', async () => {
    await on.fresh();
    await on.value('a', 'class A { x = 1; }');
    await on.value(
      'b',
      'const made = [A]; function isOne(o: object): boolean { return o instanceof made[0]!; }',
    );
    assert.equal(await on.value('c', 'isOne(new A()) + made[0]!.name'), "'trueA'");
    await on.value('a', 'class A { x = 1; y() { return 2; } }');
    // As in JavaScript, the variable holds the class that it was given.
    assert.equal(await on.value('d', 'isOne(new A())'), 'false');
  });

  test('a later cell adds a class with its own generic method, and then changes it', async () => {
    await on.fresh();
    await on.value('a', 'abstract class Box<T> { abstract map<U>(f: (x: T) => U): U[]; }');
    await on.value(
      'b',
      'class One<T> extends Box<T> { constructor(public x: T) { super(); } map<U>(f: (x: T) => U) { return [f(this.x)]; } }',
    );
    await on.value('c', 'function texts(box: Box<number>) { return box.map((x) => "<" + x + ">").join(); }');
    assert.equal(await on.value('d', 'texts(new One(1))'), "'<1>'");
    await on.value(
      'e',
      'class Two extends Box<number> { map<U>(f: (x: number) => U) { return [f(1), f(2)]; } }',
    );
    assert.equal(await on.value('f', 'texts(new Two()) + texts(new One(3))'), "'<1>,<2><3>'");
    await on.value('e', 'class Two extends Box<number> { map<U>(f: (x: number) => U) { return [f(5)]; } }');
    assert.equal(await on.value('g', 'texts(new Two())'), "'<5>'");
    await on.value(
      'h',
      'class P { id<T>(x: T): T[] { return [x]; } } function ids(p: P) { return p.id(7).length; }',
    );
    assert.equal(await on.value('i', 'ids(new P())'), '1');
    await on.value('j', 'class Q extends P { override id<T>(x: T): T[] { return [x, x]; } }');
    assert.equal(await on.value('k', 'ids(new Q()) + ids(new P())'), '3');
  });

  test('static members know the class that they are called as ones of, in all cells', async () => {
    await on.fresh();
    await on.value(
      'a',
      'class P { static tag = "p"; static show() { return this.tag + "!"; } static make() { return new this(); } who() { return 1; } }',
    );
    await on.value(
      'b',
      'class Q extends P { static override tag = "q"; override who() { return 2; } } function both() { return P.show() + Q.show(); }',
    );
    assert.equal(await on.value('c', 'both() + P.make().who() + Q.make().who()'), "'p!q!12'");
    await on.value(
      'a',
      'class P { static tag = "r"; static show() { return this.tag + "?"; } static make() { return new this(); } who() { return 1; } }',
    );
    assert.equal(await on.value('d', 'both() + Q.make().who()'), "'r?q?2'");
  });

  test('static members of a generic class are there for other cells', async () => {
    await on.fresh();
    await on.value('a', 'class G<T> { static next(n: int): int { return n + 1; } item: T | null = null; }');
    assert.equal(await on.value('b', 'G.next(4)'), '5');
  });

  test('an object that is not what its type says is an error, not a wild access', async () => {
    await on.fresh();
    await on.value(
      'a',
      'type U = { k: "n"; n: number } | { k: "none" };' +
        'class H { u: U = { k: "n", n: 5 };' +
        ' clear(): void { this.u = { k: "none" }; }' +
        ' read(): number { if (this.u.k !== "n") return 0; this.clear(); return this.u.n; } }',
    );
    assert.match(
      (await on.failure('b', 'new H().read()')).error.message,
      /class or shape than its type says/,
    );
    await on.value('c', 'class A { a = 1; } class B extends A { b = [1]; }');
    await on.value(
      'd',
      'function isB(x: A): x is B { return true; } function f(x: A) { return isB(x) ? x.b.length : 0; }',
    );
    assert.equal(await on.value('e', 'f(new B())'), '1');
    assert.match((await on.failure('f', 'f(new A())')).error.message, /class or shape than its type says/);
    assert.match(
      (await on.failure('g', 'const y: A = new A(); (y as B).b')).error.message,
      /class or shape than its type says/,
    );
    await on.value('h', 'interface I { m(): void; o?: string; } class M { m() {} } const i: I = new M();');
    assert.match((await on.failure('j', 'i.o = "x"')).error.message, /made without the optional property/);
  });

  test('what is stored in an array of a special type as in one of a general type is no wild access', async () => {
    await on.fresh();
    await on.value('a', 'class A { a = 1; } class B extends A { b = [7]; }');
    await on.value(
      'b',
      'const bs = [new B(), new B()]; function last(): number { return bs.at(-1)!.b.length; }',
    );
    assert.equal(await on.value('c', 'last()'), '1');
    // From here on, functions of older cells look at what they read.
    await on.value('d', 'function add(list: A[]) { list.push(new A()); } add(bs);');
    assert.match((await on.failure('e', 'last()')).error.message, /class or shape than its type says/);
    assert.match(
      (await on.failure('f', 'bs.map((each) => each.b.length)')).error.message,
      /class or shape than its type says/,
    );
    assert.equal(await on.value('g', 'const as: A[] = bs; as.pop(); last() + bs.length'), '3');
    await on.value('h', 'const map = new Map([[1, new B()]]); const general: Map<number, A> = map;');
    await on.value('i', 'general.set(2, new A());');
    assert.match((await on.failure('j', 'map.get(2)!.b')).error.message, /class or shape than its type says/);
    assert.equal(await on.value('k', 'map.get(1)!.b.length + general.get(2)!.a'), '2');
  });

  test('arrays of any elements of older cells stay what they are when another array is used as one', async () => {
    await on.fresh();
    await on.value(
      'a',
      'const log: any[] = [1, "x"]; function note(x: any) { log.push(x); return log.length; }',
    );
    await on.value('b', 'class Bag { items: any[] = []; add(x: any) { this.items.push(x); return this; } }');
    await on.value('c', 'const bag = new Bag().add(1); function count(xs: any[]) { return xs.length; }');
    assert.equal(await on.value('d', 'note(5) + count(log)'), '6');
    assert.equal(await on.value('e', 'const ns = [1, 2, 3, 4]; count(ns)'), '4');
    assert.equal(await on.value('f', 'note(6) + count(log) + count(bag.add("y").items)'), '10');
    assert.equal(await on.value('g', 'bag.items'), "[ 1, 'y' ]");
    assert.equal(
      await on.value('h', 'const other = new Bag().add(ns); other.items[0].length + note(7)'),
      '9',
    );
  });

  test('objects of older cells, held as any, are taken for an interface by a guard of a later one', async () => {
    await on.fresh();
    await on.value(
      'a',
      'class Cat { constructor(readonly name: string) {} } const held: unknown[] = [new Cat("tom"), { name: "jerry", size: 1 }, 5];',
    );
    await on.value(
      'b',
      'interface Named { readonly name: string; } const greet = (who: Named) => "hello " + who.name;',
    );
    assert.equal(await on.value('c', 'greet({ name: "you" })'), "'hello you'");
    await on.value(
      'd',
      'const isNamed = (x: any): x is Named => typeof x === "object" && x !== null && typeof x.name === "string";',
    );
    assert.equal(
      await on.value('e', 'held.map((each) => (isNamed(each) ? greet(each) : "nobody")).join()'),
      "'hello tom,hello jerry,nobody'",
    );
    assert.equal(
      await on.value('f', 'greet({ name: "all" }) + greet(new Cat("kit"))'),
      "'hello allhello kit'",
    );
  });
}
