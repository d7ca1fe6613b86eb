// Every diagnostic has its code, and marks what it is about.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshCells } from './lowering.ts';

/** A cell with the text that a diagnostic should mark between «». */
function diagnostic(code: string, marked: string, message?: RegExp): void {
  test(`${code}: ${marked}`, () => {
    const start = marked.indexOf('«');
    const end = marked.indexOf('»') - 1;
    const text = marked.replace(/[«»]/g, '');
    const found = freshCells().check(text, '1');
    const [first] = found;
    assert.equal(first?.code, code, JSON.stringify(found));
    assert.equal(text.slice(first.start, first.end), text.slice(start, end));
    assert.equal(first.source, '1');
    if (message) assert.match(first.message, message);
  });
}

// TypeScript's own.
diagnostic('TS2322', 'let «x»: string = 5;');
diagnostic('TS2304', '«nothing»();');
diagnostic('TS1005', 'let x = (1«;»');
diagnostic('TS2451', 'let «a» = 1; let a = 2;');
diagnostic('TS2550', "'a'.«matchAll»('b');", /not part of the library/);
diagnostic('TS2339', 'console.«trace»();');
diagnostic(
  'TS2551',
  'const p = Object.«getPrototypeOf»({});',
  /'ObjectConstructor'\. Instead: compare object\.constructor/,
);
diagnostic(
  'TS2339',
  "Object.«defineProperty»({}, 'a', { value: 1 });",
  /Instead: declare a readonly property/,
);
diagnostic('TS2348', 'class A {} «A()»;', /include 'new'/);
diagnostic('TS2583', 'const m = new «SharedArrayBuffer»(8);');
diagnostic('TS2322', 'const f: float = 1; const «i»: int = f;');

// Constructs to come.
diagnostic('GN1001', 'function f(o: { x: number }, k: string) { const { «[k]»: v = 1 } = o as any; }');
diagnostic('GN1010', 'class A { a?: number } const o = new A(); «delete o.a»;', /Record/);
diagnostic(
  'GN1001',
  'function f() { class A { static x = 1; } class B extends A {} «B.x» = 2; }',
  /static property of its own/,
);
diagnostic(
  'GN1004',
  'function f(n: number) { class K { x = n; } const c = «K»; }',
  /the class 'K', which uses variables/,
);
diagnostic('GN1001', 'const r = «/a/»;');
diagnostic(
  'GN1001',
  'interface A { n: number; get: () => number } let a: A = { n: 1, get() { return this.n; } }; const b = { ...«a», n: 2 };',
  /taking over 'get', which uses 'this'/,
);
diagnostic('GN1001', "const o = { «''»: 1, a: 2 };", /a name that is empty/);
diagnostic('GN1001', "const o = { a: 1, «'\\n'»: 2 };", /control character/);
diagnostic('TS2349', "const s = «Symbol»('x');", /Symbols cannot be made: use a string as a key/);
diagnostic('TS2351', 'const d = new «Date»();', /Date\.now\(\) gives milliseconds/);
diagnostic(
  'GN1001',
  'class Box<T> { constructor(public v: T) {} toJSON() { return this.v; } } function f(x: unknown) { return JSON.stringify(«x»); }',
  /generic 'Box'/,
);
diagnostic(
  'GN1001',
  'class A { constructor() { «Object.setPrototypeOf(this, A.prototype)»; } } class B extends A {} new B();',
  /new\.target\.prototype/,
);
diagnostic('GN1001', 'const b = «10n»;');
diagnostic(
  'GN1001',
  'class A extends Map<string, number> { override get «size»() { return 1; } }',
  /another 'size' than that of the library/,
);
diagnostic('GN1001', 'class A extends «Array»<number> {}', /a property that holds one/);

diagnostic('GN1001', "console.log('a'.localeCompare('b', 'en', { «numeric: 1 > 0» }));", /no constant/);
diagnostic('GN1001', 'const o = {}; console.log((5).toLocaleString("en", «o»));', /no literal/);

// Types without a representation.
diagnostic(
  'GN1001',
  'class P { m<T>(x: T) { return x; } } class Q extends P { override «m»(x: any) { return x; } }',
);
diagnostic('GN1002', 'function f(«a: symbol») {}', /'symbol'/);
diagnostic(
  'GN1009',
  "const «a» = []; a.push(1); const n = a.map((x) => x + 1); a.push('x'); console.log(a, n);",
  /one kind in one place/,
);
diagnostic('GN1004', 'const m = «Math»;');
diagnostic('GN1004', 'class A {} new A().constructor === «Math.abs»;');
diagnostic('GN1003', 'function f(c: new () => object) { return «c.length»; }');
diagnostic(
  'GN1001',
  "const o = { x: 1, get() { return this.x; } }; «o.get.call({ x: 'a' })»;",
  /another object/,
);
diagnostic('GN1004', 'const c = «Map»;', /the class 'Map'/);
diagnostic(
  'GN1011',
  'class A { x = 1; m() { return this.x; } } const a = new A(); const m = «a.m»;',
  /=> a\.m\(/,
);
diagnostic(
  'GN1012',
  'abstract class A { abstract x: number; } class B extends A { get «x»() { return 1; } }',
);
diagnostic('GN1012', 'abstract class A { abstract get x(): number; } class B extends A { «x» = 1; }');
diagnostic('GN1011', 'class A { static x = 1; static m() { return this.x; } } const m = «A.m»;');
diagnostic('GN1011', 'interface I { m(): void } function f(i: I) { return «i.m» === i.m; }');
diagnostic('GN1002', 'class A { «x»: symbol | undefined; }', /'symbol \| undefined'/);
diagnostic(
  'GN2005',
  'class A { x = 1; } class B { x = 1; } const a: A = «new B()»;',
  /a value of type 'B' can't be used as 'A', .* interface/,
);
diagnostic('GN2005', 'class A { x = 1; } const a: A = «{ x: 1 }»;', /an object literal can't be used as 'A'/);
diagnostic('GN1006', "const f = () => 1; const s = «'a' + f»;");

diagnostic('GN1018', 'const list = [1]; Object.freeze(«list»);', /Object\.freeze\(\[\.\.\.list\]\)/);

test('GN1001: another cell that shows an array with gaps', () => {
  const cells = freshCells();
  cells.run('const memo: number[] = []; memo[5] = 1; const isThere = memo[3] !== undefined;');
  const [first, ...others] = cells.check('memo[9] = memo[5]; console.log(memo);');
  assert.equal(others.length, 0);
  assert.equal(first?.code, 'GN1001');
  assert.match(first.message, /more than to index 'memo'/);
});

test('GN1017: a number of a class in another cell, which did not ask whether it is there', () => {
  const cells = freshCells();
  cells.run('class A { n!: number; set() { this.n = 1; } } const a = new A();');
  const [first, ...others] = cells.check('a.set(); console.log(a.n); const isThere = a.n !== undefined;');
  assert.equal(first?.code, 'GN1017');
  assert.match(first.message, /'a\.n' .* `name\?: T`/);
  assert.deepEqual([first.start, first.end], [43, 46]);
  assert.deepEqual(others, []);
});

// A method in the place of another must be callable in its stead.
diagnostic(
  'GN2004',
  'class P { m(x: { a: 1 }): void {} } class Q extends P { «m»(x: { a: 1; b: 2 }): void {} }',
);
diagnostic(
  'GN2004',
  'interface L { n: number; log?(x: number): void } const l = { n: 1, log<T>(x: T) {} }; const k: L = «l»;',
);
diagnostic('GN2004', 'const f = (): number[] => [1]; const g: () => int[] = «f»;', /\(\) => number\[\]/);
diagnostic(
  'GN1001',
  'type U = { k: 1; a: number } | { k: 2; f(): void }; function f(u: U) { return «{ x: 1, ...u }»; }',
  /one of several types/,
);

diagnostic(
  'GN2004',
  "type U = { t: 1; k: 'a'; n: number } | { t: 1; k: 'b'; s: string }; const f = (c: boolean): U => «({ t: 1, ...(c ? { k: 'a', n: 1 } : { k: 'b', s: '' }) })»;",
);

// What a function of the library can't do for some type is said where it is called.
diagnostic('GN1006', 'const f = [() => 1]; const s = «f.join()»;');

// Numbers.
diagnostic('GN2001', 'const i: int = «1.5»;', /1\.5/);
diagnostic('GN2001', 'let i: int = «3000000000»;');
diagnostic('GN2002', 'function f(a: int, b: int): int { return «a / b»; }', /Math\.trunc/);
diagnostic('GN2003', 'const a: number[] = [1]; const b: int[] = «a»;', /int\[\]/);

test('several problems of a cell are reported together, each once', () => {
  const text = 'const a: int = 1.5;\nconst b = /x/;\nfor (let i = 0; i < 2; i++) { const c: int = 2.5; }';
  const codes = freshCells()
    .check(text, '1')
    .map(({ code }) => code);
  assert.deepEqual(codes, ['GN2001', 'GN1001', 'GN2001']);
});

test('functions that nothing calls are checked too', () => {
  const found = freshCells().check('function f() { const x: int = 1.5; }', '1');
  assert.deepEqual(
    found.map(({ code }) => code),
    ['GN2001'],
  );
});

test('our diagnostics wait until TypeScript has none', () => {
  const found = freshCells().check('const x: int = 1.5; const y: string = x;', '1');
  assert.deepEqual(
    found.map(({ code }) => code),
    ['TS2322'],
  );
});

test('the library has no type errors and none of ours', () => {
  const cells = freshCells();
  cells.run('1;', '1');
  const { service } = cells.frontend;
  const paths = service
    .getProgram()!
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((path) => path.startsWith('/lib/'));
  assert.ok(paths.length > 8);
  for (const path of paths) {
    assert.deepEqual(service.getSyntacticDiagnostics(path), []);
    assert.deepEqual(
      service.getSemanticDiagnostics(path).map(({ messageText }) => messageText),
      [],
    );
  }
});
