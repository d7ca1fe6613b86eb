// The features of an editor, over cells of one document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver-types';
import { Refused, semanticTokensLegend } from '../index.ts';
import { Notebook } from './notebook.ts';

const codes = (notebook: Notebook, cell: string) =>
  notebook.features.diagnostics(cell).map(({ code }) => code);

test('diagnostics: cells above count as if they had run', () => {
  const notebook = new Notebook('const led = new Pin(25, Pin.OUT);', 'led.toggle();', 'led.togle();');
  assert.deepEqual(codes(notebook, 'b'), []);
  assert.deepEqual(codes(notebook, 'c'), ['TS2551']);
});

test('diagnostics: ours too, once', () => {
  assert.deepEqual(codes(new Notebook('let a: int = 1.5;'), 'a'), ['GN2001']);
});

test('diagnostics: what only a later cell declares can be used in functions, but not at once', () => {
  const notebook = new Notebook('function f() { return later + 1; }', 'later;', 'let later = 1;');
  assert.deepEqual(codes(notebook, 'a'), []);
  assert.deepEqual(codes(notebook, 'b'), ['GN3003']);
  notebook.run('c');
  assert.deepEqual(codes(notebook, 'b'), [], 'it is there once the later cell has run');
});

test('completion: members with documentation, names of all cells before those of the library', () => {
  const notebook = new Notebook('const led = new Pin(25);', 'led.|', 'const later = 1;');
  const members = notebook.features.completions(...notebook.at);
  const toggle = members.find(({ label }) => label === 'toggle');
  assert.equal(toggle?.kind, CompletionItemKind.Method);
  const details = notebook.features.resolveCompletion(toggle.data);
  assert.match(details?.detail ?? '', /Pin\.toggle\(\): void/);
  assert.match(details?.documentation ?? '', /Inverts an output/);
  const names = notebook.features.completions('a', 0);
  const sort = (name: string) => names.find(({ label }) => label === name)?.sortText ?? '';
  assert.ok(sort('led') !== '' && sort('later') !== '' && sort('delay') !== '');
  assert.ok(sort('led') < sort('delay'));
});

test('completion: nothing that is of no use', () => {
  const labels = new Notebook('').features.completions('a', 0).map(({ label }) => label);
  for (const name of [
    '__store32',
    'array_map',
    'globalThis',
    'representation',
    'import',
    'ArrayConstructor',
  ]) {
    assert.ok(!labels.includes(name), name);
  }
  for (const name of ['console', 'Math', 'setInterval', 'const', 'Pin'])
    assert.ok(labels.includes(name), name);
});

test('completion: ?. is inserted where a value may be missing', () => {
  const notebook = new Notebook('function f(s?: string) { s.| }');
  const found = notebook.features.completions(...notebook.at).find(({ label }) => label === 'length');
  assert.equal(notebook.edited('a', found?.edit ? [found.edit] : []), 'function f(s?: string) { s?.length }');
});

function hoverText(...cells: string[]): string {
  const notebook = new Notebook(...cells);
  return notebook.features.hover(...notebook.at)?.contents ?? '';
}

test('hover: type, documentation, and what it is on the board', () => {
  assert.match(hoverText('function f(n|: int) { return n; }'), /32-bit integer, in a register/);
  assert.match(hoverText('function f() { let x| = 1.5; return x; }'), /IEEE double, software arithmetic/);
  assert.match(hoverText('let y: float = 1;', 'y|;'), /IEEE single.*in memory \(4 bytes\)/);
  assert.match(hoverText('const led = new Pin(25);', 'led.togg|le();'), /Inverts an output/);
  assert.match(hoverText('let i|: int = 1;'), /let i: int/);
});

test('hover: where a variable is once its cell has run', () => {
  const notebook = new Notebook('let count: int = 1; const limit = 3;', 'coun|t + limit;').run('a');
  assert.match(
    notebook.features.hover(...notebook.at)?.contents ?? '',
    /32-bit integer at 0x20000400 \(4 bytes\)/,
  );
  const limit = notebook.features.hover('b', 'count + l'.length)?.contents ?? '';
  assert.match(limit, /a constant, which takes no memory/);
});

test('signature help: the parameter at hand, and its documentation', () => {
  const notebook = new Notebook('const led = new Pin(25, |);');
  const help = notebook.features.signatureHelp(...notebook.at, { triggerCharacter: ',' });
  assert.equal(help?.activeParameter, 1);
  const [signature] = help.signatures;
  const [, mode] = signature?.parameters ?? [];
  assert.equal(signature?.label.slice(...mode!.label), 'mode?: int');
  assert.match(mode?.documentation ?? '', /Pin\.OUT/);
});

test('definition: in other cells, of the closest declaration, and in the library', () => {
  const notebook = new Notebook('let «x» = 1;', 'let «x» = 2;', 'x|;', 'let «x» = 3;');
  assert.deepEqual(notebook.features.definitions(...notebook.at), [notebook.marked[1]]);
  const library = new Notebook('del|ay(1);');
  const [place] = library.features.definitions(...library.at);
  assert.equal(place?.source, 'lib/time.ts');
});

test('definition: of a variable that keeps its type although another cell has changed what it came from', () => {
  const notebook = new Notebook('let x = 1;', 'let «y» = x;', "let x = 'text';", 'y|;')
    .run('a')
    .run('b')
    .run('c');
  assert.deepEqual(notebook.features.definitions(...notebook.at), [notebook.marked[0]]);
});

test('references: of a name that is declared twice, those that mean this declaration', () => {
  const notebook = new Notebook('let x = 1; x;', 'x + 1;', 'let x| = 2;', '{ let x = 5; x; } x + 2;', 'y.x;');
  const all = notebook.features.references(...notebook.at, true);
  assert.deepEqual(notebook.read(all), ['c: x', 'd: x']);
  assert.deepEqual(
    notebook.features.references(...notebook.at, false).map(({ source }) => source),
    ['d'],
  );
  assert.deepEqual(
    notebook.features.references('a', 4, true).map(({ source }) => source),
    ['a', 'a', 'b'],
  );
});

test('references: of members and local names', () => {
  const members = new Notebook(
    'interface P { na|me: string } function f(p: P) { return p.name; }',
    'const g = (q: P) => q.name;',
  );
  assert.deepEqual(members.read(members.features.references(...members.at, true)).sort(), [
    'a: name',
    'a: name',
    'b: name',
  ]);
});

test('rename: across cells, of this declaration alone', () => {
  const notebook = new Notebook(
    'let x = 1;',
    'x + 1;',
    'let x| = 2;',
    'function f(x: int) { return x; } f(x); const o = { x };',
    'let x = 3; x;',
  );
  const edits = notebook.features.rename(...notebook.at, 'speed');
  assert.deepEqual([...edits.keys()], ['c', 'd']);
  assert.equal(notebook.edited('c', edits.get('c') ?? []), 'let speed = 2;');
  assert.equal(
    notebook.edited('d', edits.get('d') ?? []),
    'function f(x: int) { return x; } f(speed); const o = { x: speed };',
  );
});

test('rename: what is before the first declaration belongs to it', () => {
  const notebook = new Notebook('function f() { return y; }', 'let y = 1;', 'let y = 2;');
  assert.deepEqual([...notebook.features.rename('b', 4, 'z').keys()], ['a', 'b']);
});

test('rename: what can’t be is refused with the reason', () => {
  const refused = (notebook: Notebook, newName = 'better') => {
    try {
      notebook.features.rename(...notebook.at, newName);
    } catch (error) {
      assert.ok(error instanceof Refused, String(error));
      return error.message;
    }
    return assert.fail('not refused');
  };
  assert.match(refused(new Notebook('del|ay(1);')), /'delay' is part of the board's library/);
  assert.match(refused(new Notebook('new Pin(1).tog|gle();')), /'toggle' is part of the board's library/);
  assert.match(refused(new Notebook('let x| = 1;', 'let y = 2;'), 'y'), /'y' is declared in another cell/);
  assert.match(refused(new Notebook('let x| = 1;'), 'if'), /'if' is not a name/);
});

test('document symbols and folding', () => {
  const notebook = new Notebook('const n = 1;\nfunction f(a: int) {\n  let x = a;\n  return x;\n}');
  const [f, n] = notebook.features.symbols('a');
  assert.deepEqual([n?.name, n?.kind], ['n', SymbolKind.Constant]);
  assert.deepEqual([f?.name, f?.kind], ['f', SymbolKind.Function]);
  const text = notebook.texts.get('a') ?? '';
  assert.equal(text.slice(f?.selection.start, f?.selection.end), 'f');
  const [folding] = notebook.features.foldings('a');
  assert.equal(text.slice(folding?.start, folding?.end).split('\n').length, 4);
});

test('semantic tokens', () => {
  const notebook = new Notebook('const n: int = 1; function f(a: int) { return Math.abs(a) + n; }');
  const text = notebook.texts.get('a') ?? '';
  const words = notebook.features.semanticTokens('a').map(({ start, end, type, modifiers }) => {
    const set = semanticTokensLegend.tokenModifiers.filter((_, i) => modifiers & (1 << i));
    return [text.slice(start, end), semanticTokensLegend.tokenTypes[type], ...set].join(' ');
  });
  assert.ok(words.includes('n variable declaration readonly'), words.join('; '));
  assert.ok(words.includes('int type defaultLibrary'), words.join('; '));
  assert.ok(words.includes('f function declaration'));
  assert.ok(words.includes('a parameter'));
  assert.ok(
    words.some((word) => /^Math \w+ .*defaultLibrary/.test(word)),
    words.join('; '),
  );
});

test('formatting: a cell, and a range', () => {
  const notebook = new Notebook('let   a=1;\nif(a){\nlet b=2;\n}');
  const options = { tabSize: 2, insertSpaces: true };
  assert.equal(
    notebook.edited('a', notebook.features.format('a', options)),
    'let a = 1;\nif (a) {\n  let b = 2;\n}',
  );
  const first = notebook.features.format('a', options, { start: 0, end: 10 });
  assert.equal(notebook.edited('a', first), 'let a = 1;\nif(a){\nlet b=2;\n}');
});

/** Applies the preferred fix of a cell's first diagnostic. */
function fixed(text: string, title?: RegExp): string {
  const notebook = new Notebook(text);
  const diagnostics = notebook.features.diagnostics('a');
  const [problem] = diagnostics;
  assert.ok(problem, 'there is no diagnostic');
  const actions = notebook.features.codeActions('a', problem, diagnostics);
  const action = actions.find((each) => (title ? title.test(each.title) : each.isPreferred));
  assert.ok(action, `none among: ${actions.map((each) => each.title).join('; ')}`);
  return notebook.edited('a', action.edits.get('a') ?? []);
}

test('code actions: for our mechanical diagnostics', () => {
  const division = 'function half(a: int): int { return a / 2; }';
  assert.equal(fixed(division), 'function half(a: int): int { return Math.trunc(a / 2); }');
  assert.equal(fixed('let i: int = 1.5;'), 'let i: int = Math.trunc(1.5);');
  assert.equal(fixed('let i: int = 1.5;', /as number/), 'let i: number = 1.5;');
  const stored = " = []; a.push(1); const n = a.map((x) => x + 1); a.push('x'); console.log(a, n);";
  assert.equal(fixed(`const a${stored}`), `const a: (number | string)[]${stored}`);
});

test('code actions: TypeScript’s, where they make sense', () => {
  assert.equal(fixed('const count = 1; cuont;'), 'const count = 1; count;');
});

test('a cell whose text is empty, or an error, answers too', () => {
  for (const text of ['', 'let', 'function f( {', '`${', 'import x from "y";', 'export const a = 1;']) {
    const { features } = new Notebook(text);
    features.diagnostics('a');
    features.completions('a', text.length);
    features.hover('a', text.length);
    features.signatureHelp('a', text.length);
    features.symbols('a');
    features.foldings('a');
    features.semanticTokens('a');
    features.references('a', text.length, true);
    features.definitions('a', text.length);
    features.format('a', { tabSize: 2, insertSpaces: true });
  }
});
