// What declarations write into JavaScript, as text before and after.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ts } from '../typescript.ts';
import { withDeclaredTypes } from './annotate.ts';

/** The code with the types of its declarations; `others` are declarations that those import. */
function typed(code: string, declarations: string, others: Readonly<Record<string, string>> = {}): string {
  const parse = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const fileAt = (_from: ts.SourceFile, specifier: string) => {
    const text = others[specifier];
    return text === undefined ? undefined : parse(`${specifier}.d.ts`, text);
  };
  return withDeclaredTypes('code.js', code, { file: parse('types.d.ts', declarations), fileAt });
}

test('functions: parameters, defaults, patterns, rests and results', () => {
  assert.equal(
    typed(
      'export function f(a, b = 1, { c }, ...d) { return a; }',
      'export function f<T>(a: T, b?: number, c?: { c: T }, ...d: T[]): T;',
    ),
    'export function f<T>(a: T, b: number = 1, { c }: { c: T } | undefined, ...d: T[]): T { return a; }',
  );
  assert.equal(
    typed(
      'const f = a => a; export { f as g };',
      'export declare const g: (a: string, more?: number) => string;',
    ),
    'const f = (a: string, unused0?: number): string => a; export { f as g };',
  );
  assert.equal(
    typed('export default function () {}', 'export default function (): void;'),
    'export default function (): void {}',
  );
});

test('overloads stand before the code', () => {
  assert.equal(
    typed(
      'export function f(a) { return a; }',
      'export function f(a: 1): 1;\nexport function f(a: string): string;',
    ),
    'export function f(a: 1): 1; export function f(a: string): string; export function f(a) { return a; }',
  );
});

test('a variable that holds a function with type parameters is a constant if nothing assigns to it', () => {
  const types = 'export declare const f: <T>(a: T) => T;';
  assert.equal(typed('export let f = (a) => a;', types), 'export const f = <T>(a: T): T => a;');
  assert.match(typed('export let f = (a) => a; f = null;', types), /^export let /);
});

test('classes: type parameters, parents, members, and what is assigned to `this`', () => {
  assert.equal(
    typed(
      'export class A extends B { constructor(x) { super(); this.x = x; this.own = 1; } m(y) {} get z() { return 1; } static s(v) {} }',
      `export class A<T> extends B<T> { private x: T; later?: string; constructor(x: T); m(y?: T): void; readonly z: number;
        static s(v: number): void; }`,
    ),
    'export class A<T> extends B<T> { x: T; own; later?: string; constructor(x: T) { super(); this.x = x; this.own = 1; }' +
      ' m(y?: T): void {} get z(): number { return 1; } static s(v: number): void {} }',
  );
});

test('types follow the code, those of other declarations too', () => {
  assert.equal(
    typed(
      'export const f = (a) => a;\n',
      "import type { A } from './a';\nimport { X } from 'x';\nexport declare const f: (a: A) => X;\ninterface I { a: A }",
      { './a': 'export type A = 1;' },
    ),
    "export const f = (a: A): X => a;\n\nimport type { X } from 'x';\nexport interface I { a: A }\nexport type A = 1;",
  );
});
