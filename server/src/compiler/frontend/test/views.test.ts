// What an editor's check of a cell sees, that a Run takes it over, and that no draft changes what a Run does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { printFunction } from '../../ir/print.ts';
import { Frontend } from '../index.ts';
import { loadLibrary } from '../library.ts';
import { repName } from '../reps.ts';

const library = loadLibrary();
const uri = 'file:///views.mcu.ts';

/** What a run of a cell came to, as text. */
function run(frontend: Frontend, id: string, text: string): string {
  const undo = frontend.setCell(id, text);
  const errors = frontend.check(id);
  if (errors.length > 0) {
    undo();
    // The words for names that are not known differ, and are meant to.
    return errors.map(({ code, start }) => (/^(TS2304|TS2552|GN300[23])$/.test(code) ? start : code)).join();
  }
  const { module, diagnostics, recompiled } = frontend.lower(id);
  const variables = frontend.variables().map(({ global, start, type }) => ({
    ...global,
    rep: repName(global.rep),
    start,
    // TypeScript writes the parts of a union in the order in which it came across them.
    type: type.includes('|') ? type.split(/\b/).sort().join('') : type,
  }));
  return [
    ...module.functions.map((fn) => printFunction(fn, { positions: true })).sort(),
    ...module.globals.map(({ symbol, memory }) => `${symbol}: ${memory}`).sort(),
    ...module.constants.map(({ symbol }) => symbol).sort(),
    JSON.stringify({ diagnostics, variables, recompiled: [...recompiled].sort() }),
    `sources ${module.sources.join()}`,
  ].join('\n');
}

/** A frontend whose language service counts the type checks that it is asked for. */
function counting(frontend: Frontend): { checks: number } {
  const counter = { checks: 0 };
  const { service } = frontend;
  const { getSemanticDiagnostics } = service;
  service.getSemanticDiagnostics = (path) => {
    counter.checks++;
    return getSemanticDiagnostics.call(service, path);
  };
  return counter;
}

function document(frontend: Frontend, texts: Record<string, string>): void {
  frontend.setDocument(
    uri,
    Object.entries(texts).map(([id, text]) => ({ id, text })),
  );
}

const codes = (frontend: Frontend, id: string) => frontend.diagnose(id).map(({ code }) => code);

test('a cell is edited among the cells of its document, in their order', () => {
  const frontend = new Frontend(library);
  document(frontend, {
    a: 'let x = 1;',
    b: 'x.toFixed(1);',
    c: "let x = 'text';",
    d: 'x.length;',
    e: 'let x = true;',
  });
  for (const id of ['a', 'b', 'c', 'd', 'e']) assert.deepEqual(codes(frontend, id), [], id);
});

test('cells of other documents, and deleted ones, count once they have run', () => {
  const frontend = new Frontend(library);
  document(frontend, { a: 'other + deleted + mine;' });
  frontend.setDocument('file:///other.mcu.ts', [{ id: 'o', text: 'const other = 1; const mine = "o";' }]);
  assert.deepEqual(codes(frontend, 'a'), ['TS2304', 'TS2304', 'TS2304']);
  run(frontend, 'o', 'const other = 1; const mine = "o";');
  run(frontend, 'gone', 'const deleted = 2;');
  assert.deepEqual(codes(frontend, 'a'), []);
  document(frontend, { m: 'const mine: int = 3;', a: 'other + deleted + mine; mine.toFixed(1);' });
  assert.deepEqual(codes(frontend, 'a'), [], 'the document comes before others');
});

test('a draft replaces the text that ran', () => {
  const frontend = new Frontend(library);
  document(frontend, { a: 'let x = 1;', b: 'x.toFixed(1);' });
  run(frontend, 'a', 'let x = 1;');
  document(frontend, { a: "let x = 'text';", b: 'x.toFixed(1);' });
  assert.deepEqual(codes(frontend, 'b'), ['TS2339']);
  assert.match(run(frontend, 'b', 'x.toFixed(1);'), /cell\.b/, 'a Run sees what the board has');
  frontend.removeDocument(uri);
  assert.deepEqual(codes(frontend, 'b'), []);
});

test('a Run takes over the check and the code of the editor', () => {
  const frontend = new Frontend(library);
  const texts = { a: 'let x: int = 1; function f(n: int) { return n + x; }', b: 'f(2) + x;', c: 'f(3);' };
  document(frontend, texts);
  for (const id of ['a', 'b', 'c']) frontend.diagnose(id);
  const counter = counting(frontend);
  for (const [id, text] of Object.entries(texts)) run(frontend, id, text);
  assert.equal(counter.checks, 0);
  document(frontend, { ...texts, b: 'f(4) + x;' });
  for (const id of ['a', 'b', 'c']) assert.deepEqual(codes(frontend, id), []);
  assert.equal(counter.checks, 1, 'an edit concerns the cells that use what it declares');
  run(frontend, 'b', 'f(4) + x;');
  assert.equal(counter.checks, 1);
});

test('a Run checks anew where a cell above has not run, and says what is missing', () => {
  const frontend = new Frontend(library);
  document(frontend, { a: 'let led = 1;', b: 'led + 1;', c: 'late + 1;', d: 'let late = 1;' });
  assert.deepEqual(codes(frontend, 'b'), []);
  const missing = (id: string, text: string) => {
    const undo = frontend.setCell(id, text);
    const [problem] = frontend.check(id);
    undo();
    return `${problem?.code} ${problem?.message}`;
  };
  assert.equal(
    missing('b', 'led + 1;'),
    "GN3002 'led' is declared in a cell that has not run yet; run that cell first (Run Above)",
  );
  assert.match(missing('c', 'late + 1;'), /^GN3003 'late' is declared in a later cell that has not run yet/);
  assert.match(missing('b', 'nowhere;'), /^TS2304/);
  run(frontend, 'a', 'let led = 1;');
  assert.match(run(frontend, 'b', 'led + 1;'), /cell\.b/);
});

test('a cell that is taken back leaves no trace, also where it froze a type', () => {
  const frontend = new Frontend(library);
  run(frontend, 'a', 'let x = 1;');
  run(frontend, 'b', 'let y = x;');
  const undo = frontend.setCell('c', "let x = 'text'; function f() { return x; }");
  assert.deepEqual(frontend.check('c'), []);
  frontend.lower('c');
  undo();
  assert.match(run(frontend, 'd', 'x + y;'), /cell\.d/);
  const again = run(frontend, 'c', "let x = 'text'; function f() { return x; }");
  assert.match(again, /fn f\.f:/);
  assert.match(again, /"recompiled":\[\]/);
});

// Random sessions: edits of a document, runs in any order, and the editor's checks of any cell in between, against a
// frontend without an editor that is given the same runs.

const name = fc.constantFrom('p', 'q', 'r');
const expression = fc.oneof(
  fc.constantFrom('1', '2.5', "'s'", 'true', '[1, 2]'),
  name,
  name.map((n) => `${n} + 1`),
  name.map((n) => `g${n}()`),
);
const statement = fc.oneof(
  fc.tuple(fc.constantFrom('let', 'const'), name, expression).map(([kind, n, e]) => `${kind} ${n} = ${e};`),
  fc.tuple(name, expression).map(([n, e]) => `function g${n}() { return ${e}; }`),
  fc.tuple(name, expression).map(([n, e]) => `function g${n}(): number { return ${e}; }`),
  fc.tuple(name, name).map(([n, m]) => `function twice${n}<T>(x: T) { return [x, ${m}]; }`),
  fc.tuple(name, expression).map(([n, e]) => `twice${n}(${e});`),
  fc.tuple(name, name).map(([n, m]) => `let f${n} = g${m};`),
  expression.map((e) => `${e};`),
);
const text = fc.array(statement, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const id = fc.constantFrom('a', 'b', 'c', 'd');
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), id, text }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('run' as const), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('check' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), id }) },
);

test('runs come to the same with and without an editor', () => {
  const edited = new Frontend(library);
  const plain = new Frontend(library);
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 14 }),
      (texts, steps) => {
        edited.reset();
        plain.reset();
        const cells = ['a', 'b', 'c', 'd'].map((each, i) => ({ id: each, text: texts[i]! }));
        edited.setDocument(uri, cells);
        for (const each of steps) {
          const at = cells.findIndex((cell) => cell.id === each.id);
          if (each.kind === 'check') edited.diagnose(each.id);
          else if (each.kind === 'edit') cells[at] = { id: each.id, text: each.text };
          else if (each.kind === 'move') cells.push(...cells.splice(at, 1));
          else {
            const cell = cells[at]!;
            assert.equal(run(edited, cell.id, cell.text), run(plain, cell.id, cell.text));
          }
          edited.setDocument(uri, cells);
        }
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
  );
});

test('the editor’s check is that of a frontend that knows nothing else', () => {
  const edited = new Frontend(library);
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 10 }),
      (texts, steps) => {
        edited.reset();
        const cells = ['a', 'b', 'c', 'd'].map((each, i) => ({ id: each, text: texts[i]! }));
        edited.setDocument(uri, cells);
        const told = (frontend: Frontend, cell: string) =>
          frontend.diagnose(cell).map(({ code, start, end, message }) => {
            // Of names that are alike, the one in the file that came first is proposed.
            const text = message.replace(/Did you mean '.*'/, 'Did you mean another');
            return `${code} ${start} ${end} ${text}`;
          });
        for (const each of steps) {
          const at = cells.findIndex((cell) => cell.id === each.id);
          if (each.kind === 'edit') cells[at] = { id: each.id, text: each.text };
          else if (each.kind === 'move') cells.push(...cells.splice(at, 1));
          edited.setDocument(uri, cells);
          if (each.kind === 'check') edited.diagnose(each.id);
        }
        const fresh = new Frontend(library);
        fresh.setDocument(uri, cells);
        for (const cell of cells) assert.deepEqual(told(edited, cell.id), told(fresh, cell.id));
      },
    ),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 25) },
  );
});

test('a numbered cell finds its file in the program, so that TypeScript keeps the list of files', () => {
  const frontend = new Frontend(library);
  const filesAfter = (id: string, text: string) => {
    run(frontend, id, text);
    return frontend.service.getProgram()!.getRootFileNames();
  };
  const first = filesAfter('cell1', 'const a1 = 1;');
  assert.deepEqual(filesAfter('cell2', 'const a2 = a1;'), first);
  assert.deepEqual(filesAfter('cell33', 'const a33 = a2;'), first);
  assert.notDeepEqual(
    filesAfter('cell34', 'const a34 = a33;'),
    first,
    'more files are made when these are used up',
  );
  const later = filesAfter('other', 'const b = a34;');
  assert.deepEqual(filesAfter('cell35', 'const a35 = b;'), later);
});
