// Programs of several files print on the virtual board what they print in Node; and what is kept, pushed and replaced
// where cells import the same modules.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { CellResult } from '@gnomon/server/session';
import { VirtualSession } from './virtual-session.ts';

const folder = '/project';
/** The files that cells can import, by path below the folder. */
let files: Record<string, string> = {};
let board: VirtualSession;

before(async () => {
  const readFile = (path: string) => files[path.replace(`${folder}/`, '')];
  board = await VirtualSession.start({ modules: { folderOf: () => folder, readFile } });
});
after(() => board.stop());

/** Runs files in Node itself, beginning with main.ts. */
function runInNode(program: Record<string, string>): string {
  const place = mkdtempSync(join(tmpdir(), 'gnomon-modules-'));
  try {
    for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...program })) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), text);
    }
    const main = join(place, 'main.ts');
    return execFileSync(process.execPath, ['--import', import.meta.resolve('tsx'), main], {
      encoding: 'utf8',
    });
  } finally {
    rmSync(place, { recursive: true });
  }
}

function program(name: string, all: Record<string, string>): void {
  test(name, async () => {
    files = all;
    const { output, errors } = await board.runProgram([all['main.ts']!]);
    assert.deepEqual(errors, []);
    assert.notEqual(output, '');
    assert.equal(output, runInNode(all));
  });
}

describe('programs of several files', () => {
  program('named imports, under other names, and live bindings', {
    'main.ts': `import { next, count as counted, step } from './lib/counter';
      import { next as other } from './lib/other.ts';
      console.log(next(), next(), counted, step, other());
      function read(): number { return counted; }
      next();
      console.log(read());`,
    'lib/counter.ts': `export let count = 0;
      export const step = 3;
      export function next(): number { count += step; return count; }`,
    'lib/other.ts': `let count = 100;
      function hidden(): number { return count++; }
      export function next(): number { return hidden(); }`,
  });
  program('JavaScript has the types that its declarations give it', {
    'main.ts': `import Queue, { chunk, clamp, firstOf, type Compare, PAIRS, pick, sum } from 'typed';
      const byLength: Compare<string> = (a, b) => a.length - b.length;
      const queue = new Queue<string>(byLength);
      queue.push('ccc').push('a').push('bb');
      queue.changed = (size) => console.log('size', size);
      console.log(queue.pop(), queue.size, queue.peek(), Queue.of([3, 1]).pop());
      queue.name = 'q';
      console.log(queue.name);
      console.log(clamp(7, 1, 5), clamp(-1), chunk([1, 2, 3], 2), sum((x) => x * 2, 1, 2, 3));
      console.log(pick(2).toFixed(1), pick('two').toUpperCase(), PAIRS.map(([name, n]) => name + n));
      console.log(firstOf(['p', 'q'], (each) => each > 'p'), firstOf([1], (each) => each > 1));`,
    'node_modules/typed/package.json': `{ "name": "typed", "type": "module",
      "exports": { ".": { "types": "./types/index.d.ts", "require": "./index.cjs", "import": "./dist/index.js" } } }`,
    'node_modules/typed/types/index.d.ts': `import type { Changed } from './changed';
      export * from './arrays';
      export type Compare<T> = (a: T, b: T) => number;
      export default class Queue<T> {
        private items: T[];
        readonly size: number;
        name?: string;
        changed: Changed | undefined;
        constructor(compare: Compare<T>, items?: T[]);
        push(item: T): this;
        pop(): T | undefined;
        peek(): T | undefined;
        static of(items: number[]): Queue<number>;
      }
      export declare function clamp(value: number, low?: number, high?: number): number;
      export function sum(f: (x: number) => number, ...xs: number[]): number;
      export function pick(value: number): number;
      export function pick(value: string): string;
      export declare const PAIRS: [string, number][];`,
    'node_modules/typed/types/changed.d.ts': 'export type Changed = (size: number) => void;',
    'node_modules/typed/types/arrays.d.ts': `export declare const chunk: <T>(xs: T[], size: number) => T[][];
      export declare function firstOf<T>(xs: readonly T[], is: (x: T) => boolean): T | undefined;`,
    'node_modules/typed/dist/index.js': `class Queue {
        constructor(compare, items = []) { this.items = items; this.compare = compare; this.changed = undefined; }
        static of(items) { return new Queue((a, b) => a - b, items); }
        get size() { return this.items.length; }
        push(item) {
          this.items.push(item);
          this.items.sort(this.compare);
          if (this.changed) this.changed(this.size);
          return this;
        }
        pop() {
          const top = this.items.shift();
          if (this.changed) this.changed(this.size);
          return top;
        }
        peek() { return this.items[0]; }
      }
      export { Queue as default };
      export const clamp = (value, low = 0, high = 10) => Math.min(Math.max(value, low), high);
      let chunk = (xs, size) => {
        const rows = [];
        for (let i = 0; i < xs.length; i += size) rows.push(xs.slice(i, i + size));
        return rows;
      };
      export { chunk };
      export function sum(f, ...xs) { let all = 0; for (const x of xs) all += f(x); return all; }
      export function pick(value) { return value; }
      export const firstOf = (xs, is) => xs.find(x => is(x));
      export const PAIRS = [['a', 1], ['b', 2]];`,
  });
  program('classes of a JavaScript package', {
    'main.ts': `import { add, Stack, Counter, defaults } from 'tiny';
      const stack = new Stack().push(3).push('x');
      console.log(add(1, 2), stack.size(), stack, defaults.sep);
      const c = new Counter(2);
      c.inc().inc();
      console.log(c.n, c.step, c, c instanceof Counter);`,
    'node_modules/tiny/package.json': '{ "name": "tiny", "type": "module", "exports": "./index.js" }',
    'node_modules/tiny/index.js': `export function add(a, b) { return a + b; }
      export class Stack {
        constructor() { this.items = []; }
        push(x) { this.items.push(x); return this; }
        size() { return this.items.length; }
      }
      export class Counter {
        constructor(step = 1) { this.n = 0; this.step = step; }
        inc() { this.n += this.step; this.last = this.n; return this; }
      }
      export const defaults = { sep: ',', n: 3 };`,
  });
  program('modules that wait', {
    'main.ts': `import { total } from './sum.ts';
      console.log('main', total);
      Promise.resolve().then(() => console.log('job of main'));
      const after = await new Promise<number>((resolve) => setTimeout(() => resolve(total + 1), 1));
      console.log(after);`,
    'values.ts': `console.log('values');
      Promise.resolve().then(() => console.log('early job'));
      export const first = await Promise.resolve(5);
      console.log('first');
      export const second = await new Promise<number>((resolve) => setTimeout(() => resolve(7), 2));
      Promise.resolve().then(() => console.log('late job')).then(() => console.log('later job'));
      console.log('second');`,
    'sum.ts': `import { first, second } from './values.ts';
      console.log('sum', first, second);
      export let total = first;
      for await (const each of [Promise.resolve(second), 1]) total += each;
      try { await Promise.reject(new Error('no')); } catch (e) { console.log((e as Error).message); }`,
  });
  program('modules that import each other', {
    'main.ts': `import { isEven } from './even.ts'; import { Parent } from './parent.ts'; import { a, b } from './index.ts';
      import { A } from './early.ts';
      console.log(isEven(10), isEven(7), a(), b(), A);
      const p = new Parent('p');
      p.add('c');
      console.log(p.children.length, p.children[0]!.parent.name, p.children[0]!.describe());`,
    'even.ts': `import { isOdd } from './odd.ts';
      export function isEven(n: number): boolean { return n === 0 ? true : isOdd(n - 1); }`,
    'odd.ts': `import { isEven } from './even.ts';
      export function isOdd(n: number): boolean { return n === 0 ? false : isEven(n - 1); }`,
    'parent.ts': `import { Child } from './child.ts';
      export class Parent {
        children: Child[] = [];
        constructor(public name: string) {}
        add(n: string) { this.children.push(new Child(n, this)); }
      }`,
    'child.ts': `import { Parent } from './parent.ts';
      export class Child {
        constructor(public name: string, public parent: Parent) {}
        describe() { return this.name + '<' + this.parent.name + (this.parent instanceof Parent); }
      }`,
    'index.ts': `export * from './a.ts'; export * from './b.ts'; console.log('index');`,
    'a.ts': `import { b, count } from './index.ts';
      try { console.log('a', count); } catch (e) { console.log((e as Error).name); }
      export function a() { return 'a' + b() + count; }`,
    'b.ts': `import { A } from './early.ts'; export let count = 1; export function b() { count++; return 'b' + A; } console.log('b');`,
    'early.ts': `import { B, late } from './first.ts'; export const A = 'A' + B; console.log(late());`,
    'first.ts': `import { A } from './early.ts'; export const B = 'B'; export const late = () => A + '!';
      try { console.log(A); } catch (e) { console.log((e as Error).name); }
      try { console.log(late()); } catch (e) { console.log((e as Error).name); }`,
  });
  program('export default without a name', {
    'main.ts': `import f from './a.ts'; import g from './b.ts'; import C from './c.ts'; import v from './d.ts';
      import o, { default as same } from './e.ts'; import K from './f.ts';
      console.log(f(2), g(3), new C(4).x, v, o.k, o === same, f.name, g.name, C.name, new C(5), new K());
      o.list.push(1);
      console.log(same.list.length, f, g, C, K);`,
    'a.ts': `export default function (x: number) { return x + 1; }`,
    'b.ts': `export default (x: number) => x * 2;`,
    'c.ts': `export default class { constructor(public x: number) {} }`,
    'd.ts': `export default 42;`,
    'e.ts': `console.log('e'); const make = () => { console.log('made'); return []; };
      export default { k: 'val', list: make() as number[] };`,
    'f.ts': `export default (class { y = 1; });`,
  });
  program('modules are evaluated once, dependencies first', {
    'main.ts': `import './c.ts';
      import { b } from './b.ts';
      import { a } from './a.ts';
      console.log('main', a, b);`,
    'a.ts': `console.log('a');\nexport const a = [1, 2];`,
    'b.ts': `import { a } from './a.ts';\nconsole.log('b', a);\na.push(3);\nexport const b = a.length;`,
    'c.ts': `import './b.ts';\nfor (let i = 0; i < 2; i++) { const f = () => i; console.log('c', f()); }`,
  });
  program('namespace imports, default exports and re-exports', {
    'main.ts': `import * as shapes from './shapes/index.ts';
      import area, { Square as Sq } from './shapes/square.ts';
      const s = new shapes.Square(3);
      console.log(area(s), s.area(), shapes.Colour.Green, shapes.unit, shapes.double(4), shapes.Square.made);
      const t: shapes.Shape = new Sq(2);
      console.log(t.area(), t instanceof shapes.Square, Sq.made, shapes.squares.unit);`,
    'shapes/index.ts': `export * from './square.ts';
      export { times2 as double } from './times.ts';
      export * as squares from './square.ts';
      export enum Colour { Red, Green }`,
    'shapes/square.ts': `export interface Shape { area(): number }
      export class Square implements Shape {
        static made = 0;
        constructor(private readonly side: number) { Square.made++; }
        area(): number { return this.side * this.side; }
      }
      export const unit = 'cm';
      function area(s: Shape): number { return s.area(); }
      export default area;`,
    'shapes/times.ts': `export const times2 = (x: number) => 2 * x;`,
  });
  program('classes, closures and generics of the same names in two modules', {
    'main.ts': `import { Box as A, make as makeA, map } from './a.ts';
      import { Box as B, make as makeB } from './b.ts';
      import type { Named } from './types.ts';
      class Box { name(): string { return 'main'; } }
      const all: Named[] = [new A(), new B(), new Box()];
      console.log(all.map((each) => each.name()).join());
      const [a, b] = [makeA(), makeB()];
      console.log(a(), a(), b(), b(), map([1, 2], (x) => x + 1), map(['x'], (x) => x + '!'));`,
    'a.ts': `export class Box { name(): string { return 'a'; } }
      export function make(): () => number { let n = 0; return () => ++n; }
      export function map<T, U>(list: T[], f: (x: T) => U): U[] {
        const result: U[] = [];
        for (const each of list) result.push(f(each));
        return result;
      }`,
    'b.ts': `export class Box { name(): string { return 'b'; } }
      export function make(): () => number { let n = 10; return () => --n; }`,
    'types.ts': `console.log('never evaluated');\nexport interface Named { name(): string }`,
  });
  program('packages: TypeScript and JavaScript source, by exports and main', {
    'main.ts': `import { clamp } from 'clamp';
      import { lerp } from 'mix/lerp';
      console.log(clamp(12, 0, 10), lerp(0, 10, 0.25));`,
    'node_modules/clamp/package.json': `{ "name": "clamp", "type": "module", "main": "src/index.js" }`,
    'node_modules/clamp/src/index.js': `/** @param {number} x @param {number} lo @param {number} hi */
      export function clamp(x, lo, hi) { return Math.min(Math.max(x, lo), hi); }`,
    'node_modules/mix/package.json': `{ "name": "mix", "type": "module", "exports": { "./lerp": "./lerp.ts" } }`,
    'node_modules/mix/lerp.ts': `export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;`,
  });
});

describe('cells that import', () => {
  beforeEach(() => board.session.reset());

  async function run(id: string, text: string): Promise<CellResult> {
    return board.session.runCell(id, text);
  }
  async function value(id: string, text: string): Promise<string | undefined> {
    const result = await run(id, text);
    assert.equal(result.status, 'done', JSON.stringify(result));
    return result.status === 'done' ? result.value?.text : undefined;
  }
  async function rejected(text: string): Promise<string> {
    const result = await run('bad', text);
    assert.equal(result.status, 'rejected', JSON.stringify(result));
    return result.diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n');
  }

  test('the state of a module is kept from cell to cell, and names are shared', async () => {
    files = { 'n.ts': 'export let n = 1;\nexport function up(): number { return ++n; }' };
    assert.equal(await value('1', "import { n, up } from './n'; up()"), '2');
    assert.equal(await value('2', "import { up as raise } from './n.ts'; raise()"), '3');
    assert.equal(await value('3', 'up() + n'), '8');
    assert.equal(await value('1', "import { n, up } from './n'; n"), '4');
    assert.equal(await value('4', 'export const n = 50; n + raise()'), '55');
  });

  test('what a cell does not use is not pushed', async () => {
    const unused = Array.from(
      { length: 30 },
      (_, i) => `export function f${i}(x: number) { return [x, ${i}]; }`,
    );
    files = { 'many.ts': `export function id(x: int): int { return x; }\n${unused.join('\n')}` };
    const bare = await run('0', 'let y: int = 1; y = y + 1;');
    const importing = await run('1', "import { id, f3 } from './many'; let z: int = 1; z = id(z) + 1;");
    assert.equal(importing.status, 'done', JSON.stringify(importing));
    assert.ok(importing.cost.bytesPushed <= bare.cost.bytesPushed + 16, `${importing.cost.bytesPushed}`);
  });

  test('declarations may export one another, and what changes in them counts at once', async () => {
    files = {
      'node_modules/typed/package.json': '{ "name": "typed", "type": "module", "main": "index.js" }',
      'node_modules/typed/index.d.ts':
        "export * from './more'; export declare function half(x: number): number;",
      'node_modules/typed/more.d.ts': "export * from './index';",
      'node_modules/typed/index.js': 'export function half(x) { return x / 2; }',
    };
    assert.equal(await value('1', "import { half } from 'typed'; half(3)"), '1.5');
    files['node_modules/typed/index.d.ts'] = 'export declare function half(x: string): number;';
    assert.match(await rejected("import { half } from 'typed'; half(3);"), /TS2345 .*'string'/);
  });
  test('a class that nothing uses is not compiled', async () => {
    files = {
      'classes.ts': `import { one } from './odd.js';
        export class Shape { constructor(readonly name: string) {} describe() { return this.name + this.area(); } area() { return 0; } }
        export class Square extends Shape { constructor(readonly side: number) { super('square'); } override area() { return this.side ** 2; } }
        class Made { static count = 0; constructor() { Made.count += one; } }
        export const make = () => { new Made(); return Made.count; };`,
      'odd.js': 'export class Odd { count() { return arguments.length; } }\nexport const one = 1;',
    };
    assert.equal(
      await value('1', "import { Square, make } from './classes'; new Square(3).describe();"),
      "'square9'",
    );
    assert.equal(await value('2', 'make() + make();'), '3');
    assert.match(await rejected("import { Odd } from './odd.js'; new Odd().count();"), /GN1015 .*GN1001/);
  });
  test('a changed file is a new module, which functions of older cells use too', async () => {
    files = { 'k.ts': 'export const k = () => 1;\nexport let state = 5;' };
    assert.equal(
      await value('1', "import { k, state } from './k'; function g() { return k() + state; } g()"),
      '6',
    );
    files = { 'k.ts': 'export const k = () => 10;\nexport let state = 7;' };
    assert.equal(await value('2', "import { k as again } from './k'; again()"), '10');
    assert.equal(await value('3', 'g()'), '17');
  });

  test('a file that was missing may come', async () => {
    files = {};
    assert.match(await rejected("import { x } from './late';"), /TS2307/);
    files = { 'late.ts': 'export const x = 3;' };
    assert.equal(await value('1', "import { x } from './late'; x"), '3');
  });

  test('what goes wrong in a module has its place there', async () => {
    files = { 'fail.ts': 'export function first(a: int[]): int {\n  return a[9]!;\n}' };
    const result = await run('1', "import { first } from './fail'; first([1]);");
    assert.equal(result.status, 'failed');
    if (result.status === 'failed') assert.equal(result.error.stack[0]?.location?.unit, '/project/fail.ts');
  });

  test('what can not be imported is said at the import', async () => {
    files = {
      'a.ts': 'export const a = 1;',
      'wrong.ts': 'export const x: int = 1;\nexport const s: string = 5;',
      'regexp.ts': 'export const r = () => /x/;\nr();',
      'k.ts': 'export const k = 1;',
      'cell.ts': 'export const y = () => ofCell;',
      'wait.ts': 'export const p = await Promise.resolve(1);',
      'both.ts': "import { p } from './wait'; import { k } from './k'; export const q = p + k;",

      'node_modules/old/package.json': '{ "name": "old", "main": "index.js" }',
      'node_modules/old/index.js': 'exports.x = 1;',
    };
    files['node_modules/typed/package.json'] = '{ "name": "typed", "type": "module", "main": "index.js" }';
    files['node_modules/typed/index.d.ts'] = 'export declare function half(x: number): number;';
    files['node_modules/typed/index.js'] = 'export function half(x) { return x / 2; }';
    await value('0', 'const ofCell = 1;');
    assert.match(await rejected("import { half } from 'typed'; half('x');"), /TS2345 .*'number'/);
    assert.match(await rejected("import { z } from './wrong';"), /TS2305|GN1015/);
    assert.match(await rejected("import { x } from './wrong'; x;"), /GN1015 .*wrong.ts:2: TS2322/);
    assert.match(await rejected("import { r } from './regexp'; r;"), /GN1015 .*regexp.ts:1: GN1001/);
    assert.match(await rejected("import { y } from './cell'; y();"), /GN1015 .*GN1016/);
    assert.match(
      await rejected("import { q } from './both'; q;"),
      /GN1015 .*wait.ts:1: GN1001: 'await' in a module beside/,
    );
    assert.match(await rejected("import * as old from 'old'; old.x;"), /GN1014/);
    assert.match(await rejected("import * as w from './cell'; const v = w;"), /GN1/);
    assert.match(await rejected("import('./a');"), /GN1001/);
    assert.match(await rejected('import.meta.url;'), /TS|GN1001/);
    assert.match(await rejected("const m = require('./a');"), /TS/);
    assert.match(await rejected("export * from './k';"), /GN1008/);
  });
});
