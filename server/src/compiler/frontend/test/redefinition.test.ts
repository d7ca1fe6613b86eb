// Cells that declare names anew: who is compiled again, who no longer compiles, and what keeps its type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshCells } from './lowering.ts';

test('a variable of another type: functions that use it, and those that use them, are compiled again', () => {
  const cells = freshCells();
  cells.run(
    'let x = 1; function f() { return x; } function g() { return f(); } function other() { return 5; }',
    'a',
  );
  const { recompiled, diagnostics, module } = cells.run("let x = 'text';", 'b');
  assert.deepEqual([...recompiled].sort(), ['f.f~2', 'f.g~2'], 'with symbols of their own');
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(module.functions.map(({ symbol }) => symbol).sort(), ['cell.b', 'f.f~2', 'f.g~2']);
  assert.equal(module.functions.find(({ symbol }) => symbol === 'f.g~2')?.result, 'ref');
  assert.equal(cells.run('g().length', 'c').diagnostics.length, 0);
});

test('the same type and the same constant: nothing is compiled again', () => {
  const cells = freshCells();
  cells.run('let x = 1; const n = 3; function f() { return x + n; }', 'a');
  assert.deepEqual(cells.run('let x = 2; const n = 3;', 'b').recompiled, []);
  assert.deepEqual(cells.run('const n = 4;', 'c').recompiled, ['f.f']);
});

test('a function with another signature: a caller that no longer fits becomes a trap, until it fits again', () => {
  const cells = freshCells();
  cells.run('function k(n: number) { return n * 2; }', 'a');
  const text = 'function user() { return k(3) + 1; }';
  cells.run(text, 'b');
  const { diagnostics, module } = cells.run('function k(s: string) { return s; }', 'c');
  assert.equal(diagnostics.length, 1);
  const [warning] = diagnostics;
  assert.equal(warning?.code, 'GN3001');
  assert.equal(warning.severity, 'warning');
  assert.equal(warning.source, 'b');
  assert.equal(text.slice(warning.start, warning.end), 'user');
  const stub = module.functions.find(({ symbol }) => symbol === 'f.user');
  assert.equal(stub?.blocks[0]?.insts[0]?.trap, 'staleFunction');
  assert.deepEqual(cells.run('function k(n: number) { return n; }', 'd').recompiled, ['f.user']);
});

test('a function of the same signature replaces the other without its callers', () => {
  const cells = freshCells();
  cells.run('function k(n: number) { return n * 2; } function user() { return k(3); }', 'a');
  const { recompiled, module } = cells.run('function k(n: number) { return n * 3; }', 'b');
  assert.deepEqual(recompiled, []);
  assert.deepEqual(
    module.functions.map(({ symbol }) => symbol),
    ['f.k'],
  );
});

test('specialisations of a generic function follow its text', () => {
  const cells = freshCells();
  cells.run('function twice<T>(x: T): T[] { return [x, x]; }', 'a');
  cells.run('function user() { return twice(1); } user();', 'b');
  const { recompiled } = cells.run('function twice<T>(x: T): T[] { return [x]; }', 'c');
  assert.ok(recompiled.includes('f.twice<number>'), recompiled.join());
});

test('a variable keeps the type that it had when its cell ran', () => {
  const cells = freshCells();
  cells.run('let x = 1; function f() { return x; }', 'a');
  cells.run('let y = x; let z = f();', 'b');
  assert.deepEqual(cells.check("let x = 'text'; y.toFixed(1); z.toFixed(1);", 'c'), []);
  assert.deepEqual(cells.run('y + z;', 'd').diagnostics, []);
});

test('a cell that is run again replaces what it declared', () => {
  const cells = freshCells();
  cells.run('let x = 1; let gone = 2;', 'a');
  cells.run('function f() { return x + gone; }', 'b');
  assert.deepEqual(cells.run('let x = 3; let gone = 2;', 'a').recompiled, []);
  const { diagnostics } = cells.run('let x = 3;', 'a');
  assert.deepEqual(
    diagnostics.map(({ source, code }) => [source, code]),
    [['b', 'GN3001']],
  );
});

test('older declarations are back when the newer ones go', () => {
  const cells = freshCells();
  cells.run('let x = 1;', 'a');
  cells.run("let x = 'text'; x.length;", 'b');
  cells.frontend.removeCell('b');
  assert.deepEqual(cells.check('x.toFixed(2);', 'c'), []);
});

test('names of the library may be declared anew', () => {
  const cells = freshCells();
  assert.deepEqual(cells.check('function delay(n: string) { return n; } delay("x");', 'a'), []);
  cells.frontend.removeCell('a');
  assert.deepEqual(cells.check('delay(1);', 'b'), []);
});

test('of a list of variables, only those declared anew go', () => {
  const cells = freshCells();
  cells.run('let a = 1, b = 2, c = 3, d = 4;', '1');
  cells.run("let a = 'a', c = 'c', d = 'd';", '2');
  assert.deepEqual(cells.check('b.toFixed(1); a.length + c.length + d.length;', '3'), []);
  cells.run("let b = 'b';", '4');
  assert.deepEqual(cells.check('b.length;', '5'), []);
});

test('a timer’s arrow follows what it uses', () => {
  const cells = freshCells();
  cells.run('let count: int = 0; setInterval(() => { count++; }, 10);', 'a');
  const { recompiled } = cells.run('let count = 0.5;', 'b');
  assert.deepEqual(recompiled, ['f.cell.a.arrow1']);
});

test('function values of an older declaration do not reach code of another shape', () => {
  const cells = freshCells();
  cells.run('function f() { return 1; } const h = f;', 'a');
  const { module } = cells.run("function f() { return 'text'; }", 'b');
  assert.deepEqual(
    module.functions.map(({ symbol }) => symbol),
    ['f.f~2'],
  );
  assert.equal(
    cells.run('f;', 'c').module.constants.some(({ symbol }) => symbol === 'k.f~2'),
    true,
  );
  assert.deepEqual(
    cells.run('function f() { return 2; }', 'd').module.functions.map(({ symbol }) => symbol),
    ['f.f'],
  );
});

test('code that only older function values reach becomes a trap when what it uses changes', () => {
  const cells = freshCells();
  cells.run('let x = 1; function f() { return x; } const h = f;', 'a');
  cells.run("function f() { return 'text'; }", 'b');
  const { module, diagnostics } = cells.run("let x = 'text';", 'c');
  assert.deepEqual(diagnostics, []);
  const old = module.functions.find(({ symbol }) => symbol === 'f.f');
  assert.equal(old?.blocks[0]?.insts[0]?.trap, 'staleFunction');
});

test('what is compiled for a call follows the text of the function, too', () => {
  const cells = freshCells();
  cells.run('let at = 0; function unit(): string { return "ab"[at]; }', 'a');
  cells.run('function isA() { return unit() === "a"; }', 'b');
  assert.ok(cells.run('function unit(): string { return "b"; }', 'c').recompiled.includes('f.isA'));
  cells.run('function five() { return 5; } function times(n: number = five()): number { return n; }', 'd');
  cells.run('function user(n?: number): number { return times(n); }', 'e');
  const { recompiled } = cells.run('function times(n: number = five()): number { return n * 100; }', 'f');
  assert.ok(recompiled.includes('f.user'), recompiled.join());
});

test('a call that asks for what a method gives follows the classes that extend its own', () => {
  const cells = freshCells();
  cells.run('class Reader { text = "ab"; at(i: number): string { return this.text[i]; } }', 'a');
  cells.run('function isB(reader: Reader) { return reader.at(1) === "b"; }', 'b');
  const { recompiled } = cells.run(
    'class Loud extends Reader { at(i: number): string { return "!"; } }',
    'c',
  );
  assert.ok(recompiled.includes('f.isB'), recompiled.join());
});
