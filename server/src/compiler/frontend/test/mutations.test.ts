// Whatever a cell's text is, the frontend answers with diagnostics about it, or with IR that the verifier accepts:
// programs of the fixtures with words left out or exchanged. GNOMON_MUTATIONS says how many (default 400).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { verify } from '../../ir/verify.ts';
import { ts } from '../typescript.ts';
import { freshCells } from './lowering.ts';

const count = Number(process.env.GNOMON_MUTATIONS ?? 400);
let state = Number(process.env.GNOMON_SEED ?? 20261121);

/** A number from 0 to n - 1. */
function random(n: number): number {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
}

const folder = new URL('../../../../../test-fixtures/programs/', import.meta.url);
const programs = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function tokens(text: string): Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const result: Token[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) {
    result.push({ start: scanner.getTokenStart(), end: scanner.getTokenEnd(), text: scanner.getTokenText() });
  }
  return result;
}

const words = [...new Set(programs.flatMap((program) => tokens(program).map(({ text }) => text)))];
const types = ['int', 'float', 'number', 'string', 'boolean', 'any', 'unknown', 'never', 'bigint', 'object'];
types.push(
  'number | undefined',
  'string | null',
  'string | number',
  'int[]',
  '[int, string]',
  '{ a: number }',
);

function mutated(): string {
  const lines = programs[random(programs.length)]!.split('\n');
  const text = lines.slice(0, 4 + random(lines.length)).join('\n');
  const places = tokens(text);
  const place = places[random(places.length)];
  if (!place) return text;
  const isWord = /^\w/.test(place.text);
  const alike = types.includes(place.text) ? types : words.filter((word) => /^\w/.test(word) === isWord);
  const replacement = random(4) === 0 ? '' : alike[random(alike.length)]!;
  return text.slice(0, place.start) + replacement + text.slice(place.end);
}

test(`${count} programs with a word left out or exchanged`, () => {
  const cells = freshCells();
  let compiled = 0;
  for (let i = 0; i < count; i++) {
    const text = mutated();
    const found = cells.check(text, 'm');
    for (const { code, source, message } of found) {
      assert.ok(code !== 'GN9001' && source === 'm', `${source} ${code} ${message}\n${text}`);
    }
    if (found.some(({ severity }) => severity === 'error')) continue;
    compiled++;
    for (const fn of cells.frontend.lower('m').module.functions) verify(fn);
  }
  assert.ok(compiled > count / 40, `${compiled} of them have no errors`);
});
