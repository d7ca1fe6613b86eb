// Language features over a real connection, as an editor asks for them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  type Hover,
  HoverRequest,
  type Location,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol';
import { Editor } from './testing/editor.ts';

const uri = 'file:///work/features.mcu.ts';
const program = `// %% Pins
const led = new Pin(25, Pin.OUT);
/** Turns the light over. */
function blink(times: int): void {
  for (let i: int = 0; i < times; i++) led.toggle();
}
// %% [markdown] Notes
// blink is used below
// %% Use
blink(3);
led.
// %% Wrong
let blinks: int = 7;
let wrong: int = 'text';
const half: int = blinks / 2;
`;

/** Position of a part of the program, `offset` characters into it. */
function at(part: string, offset = 0, text = program) {
  const before = text.slice(0, text.indexOf(part) + offset).split('\n');
  return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1)!.length } };
}

async function open(t: Parameters<typeof Editor.start>[0], text = program): Promise<Editor> {
  const editor = await Editor.start(t);
  await editor.open(uri, text);
  return editor;
}

test('diagnostics of all cells come as one types, without a board, and go when they are mended', async (t) => {
  const editor = await open(t);
  await editor.until('diagnostics', () => (editor.diagnostics.get(uri)?.length ?? 0) > 0);
  const codes = editor.diagnostics.get(uri)!.map(({ code, range }) => `${range.start.line} ${code}`);
  assert.deepEqual(codes, ['10 TS1003', '13 TS2322']);
  await editor.edit(uri, 'led.\n', 'led.low();\n');
  await editor.edit(uri, "let wrong: int = 'text';", '');
  await editor.until('the diagnostic of our own', () => editor.diagnostics.get(uri)![0]?.code === 'GN2002');
  assert.equal(editor.diagnostics.get(uri)!.length, 1);
});

test('members of a variable of another cell are completed, with their documentation', async (t) => {
  const editor = await open(t);
  const items = (await editor.connection.sendRequest(
    CompletionRequest.type,
    at('led.\n', 4),
  )) as CompletionItem[];
  const toggle = items.find(({ label }) => label === 'toggle')!;
  assert.deepEqual(
    items.map(({ label }) => label).filter((label) => label === 'write' || label.startsWith('__')),
    ['write'],
  );
  const resolved = await editor.connection.sendRequest(CompletionResolveRequest.type, toggle);
  assert.match(JSON.stringify(resolved.documentation), /Inverts an output/);
});

test('a hover says the type, the documentation, and what it is on the board', async (t) => {
  const editor = await open(t);
  const text = async (place: ReturnType<typeof at>) =>
    JSON.stringify(((await editor.connection.sendRequest(HoverRequest.type, place)) as Hover).contents);
  assert.match(await text(at('blink(3)')), /function blink\(times: int\): void.*Turns the light over/);
  assert.match(await text(at('times: int')), /32-bit integer, in a register/);
  assert.equal(await editor.connection.sendRequest(HoverRequest.type, at('blink is used')), null);
});

test('definitions and references lead across cells, and into the library', async (t) => {
  const editor = await open(t);
  const definition = (place: ReturnType<typeof at>) =>
    editor.connection.sendRequest(DefinitionRequest.type, place) as Promise<Location[]>;
  assert.deepEqual((await definition(at('blink(3)')))[0]!.range.start, at('blink(times').position);
  assert.match((await definition(at('new Pin', 5)))[0]!.uri, /gpio\.ts$/);
  const uses = (await editor.connection.sendRequest(ReferencesRequest.type, {
    ...at('blink(times'),
    context: { includeDeclaration: false },
  }))!;
  assert.deepEqual(
    uses.map(({ range }) => range.start),
    [at('blink(3)').position],
  );
});

test('hover, definitions and diagnostics lead into the modules that cells import', async (t) => {
  const files = {
    '/work/lib/pid.ts': '\n/** Limits x. */\nexport function clamp(x: number): number { return x; }',
  };
  const editor = await Editor.start(t, { files });
  const text = "import { clamp } from './lib/pid';\nclamp(1);\n// %%\nimport { none } from './lib/pid.ts';\n";
  await editor.open(uri, text);
  const place = at('clamp(1)', 0, text);
  const [found] = (await editor.connection.sendRequest(DefinitionRequest.type, place)) as Location[];
  assert.equal(found?.uri, 'file:///work/lib/pid.ts');
  assert.deepEqual(found.range.start, { line: 2, character: 16 });
  const hover = (await editor.connection.sendRequest(HoverRequest.type, place)) as Hover;
  assert.match(JSON.stringify(hover.contents), /clamp\(x: number\): number.*Limits x/);
  await editor.until('diagnostics', () => (editor.diagnostics.get(uri)?.length ?? 0) > 0);
  const codes = editor.diagnostics.get(uri)!.map(({ code, range }) => `${range.start.line} ${code}`);
  assert.deepEqual(codes, ['3 TS2305']);
});

test('a name that is declared again means the nearest declaration before', async (t) => {
  const text = '// %%\nlet x = 1;\n// %%\nx;\n// %%\nlet x = "a";\n// %%\nx.length;\n';
  const editor = await open(t, text);
  const definition = async (place: ReturnType<typeof at>) =>
    ((await editor.connection.sendRequest(DefinitionRequest.type, place)) as Location[])[0]!.range.start.line;
  assert.equal(await definition(at('x;\n', 0, text)), 1);
  assert.equal(await definition(at('x.length', 0, text)), 5);
  assert.equal(await definition(at('x = 1', 0, text)), 1);
});

test('signatures, symbols and formatting', async (t) => {
  const editor = await open(t);
  const help = await editor.connection.sendRequest(SignatureHelpRequest.type, at('blink(3', 6));
  assert.equal(help?.signatures[0]?.label, 'blink(times: int): void');
  const list = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
  const symbols = list as DocumentSymbol[];
  assert.deepEqual(
    symbols.map(({ name, children }) => [name, ...children!.map((child) => child.name)]),
    [['Pins', 'blink', 'led'], ['Notes'], ['Use'], ['Wrong', 'blinks', 'half', 'wrong']],
  );
  await editor.edit(uri, program, '// %% A\nlet  a=1\n// %% [markdown]\n//  as it  is\n');
  const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
    textDocument: { uri },
    options: { tabSize: 2, insertSpaces: true },
  });
  assert.deepEqual(
    edits!.map(({ newText, range }) => [range.start.line, newText]),
    [
      [1, ' '],
      [1, ' '],
      [1, ' '],
    ],
  );
});

test('a rename changes all cells that mean the declaration, and no others', async (t) => {
  const text =
    '// %%\nlet x = 1;\n// %%\nx + 1;\n// %%\nlet x = "a";\n// %%\nx.length;\nled;\nnew Pin(x.length);\n';
  const editor = await open(t, text);
  const rename = async (place: ReturnType<typeof at>, newName = 'y') => {
    const edit = await editor.connection.sendRequest(RenameRequest.type, { ...place, newName });
    return (edit?.changes?.[uri] ?? []).map(({ range }) => range.start.line).sort();
  };
  assert.deepEqual(await rename(at('x = 1', 0, text)), [1, 3]);
  assert.deepEqual(await rename(at('x + 1', 0, text)), [1, 3]);
  assert.deepEqual(await rename(at('x.length', 0, text)), [5, 7, 9]);
  await assert.rejects(rename(at('Pin(x', 0, text)), /part of the board's library/);
  await assert.rejects(rename(at('x = 1', 0, text), '1x'), /not a name/);
});

test('what a rename would take is said before; members of the library are refused', async (t) => {
  const editor = await open(t);
  const prepared = await editor.connection.sendRequest(PrepareRenameRequest.type, at('blinks / 2', 2));
  assert.deepEqual(prepared, {
    range: { start: at('blinks / 2').position, end: at('blinks / 2', 6).position },
    placeholder: 'blinks',
  });
  await assert.rejects(
    editor.connection.sendRequest(PrepareRenameRequest.type, at('toggle', 1)),
    /'toggle' is part of the board's library/,
  );
});

test('a quick fix at a mechanical diagnostic', async (t) => {
  const editor = await open(t, '// %%\nlet a: int = 7;\n// %%\nconst half: int = a / 2;\n');
  const position = { line: 3, character: 20 };
  const actions = (await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })) as CodeAction[];
  assert.deepEqual(
    actions.map(({ title, isPreferred, edit }) => [title, isPreferred, edit?.changes?.[uri]?.length]),
    [['Use Math.trunc(a / 2)', true, 2]],
  );
});

test('cells and blocks fold, words have their meanings, ranges are formatted', async (t) => {
  const editor = await open(
    t,
    '// %% A\nfunction f() {\n  return 1;\n}\n// %% B\nlet   a=f();\nlet   b=f();\n',
  );
  const textDocument = { uri };
  const folds = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
  assert.deepEqual(
    folds!.map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [0, 3],
      [1, 2],
      [4, 7],
    ],
  );
  const tokens = await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  const { legend } = editor.capabilities.semanticTokensProvider as { legend: { tokenTypes: string[] } };
  const types = tokens!.data.filter((_, i) => i % 5 === 3).map((type) => legend.tokenTypes[type]);
  assert.deepEqual(types, ['function', 'variable', 'function', 'variable', 'function']);
  const edits = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument,
    range: { start: { line: 6, character: 0 }, end: { line: 6, character: 12 } },
    options: { tabSize: 2, insertSpaces: true },
  });
  assert.ok(edits!.length > 0 && edits!.every(({ range }) => range.start.line === 6), JSON.stringify(edits));
});

test('what a run makes of other cells is shown', async (t) => {
  const editor = await open(t, '// %% A\nlate + 1;\n// %% B\nlet late: int = 1;\n');
  await editor.attachPico(t);
  const codes = () => editor.diagnostics.get(uri)?.map(({ code }) => code);
  await editor.until('the diagnostic', () => codes()?.[0] === 'GN3003');
  const result = await editor.run(uri, 1);
  assert.equal(result.status, 'done');
  await editor.until('no diagnostic', () => codes()?.length === 0);
});

test('a run of a cell whose names have not run says which cell is missing', async (t) => {
  const editor = await open(t, '// %% A\nlet early: int = 1;\n// %% B\nearly + 1;\n');
  await editor.attachPico(t);
  const missing = await editor.run(uri, 1);
  assert.equal(missing.status, 'rejected');
  assert.deepEqual(
    missing.problems.map(({ code, location }) => [code, location.range.start]),
    [['GN3002', { line: 3, character: 0 }]],
  );
  assert.equal((await editor.run(uri, 0)).status, 'done');
  const found = await editor.run(uri, 1);
  assert.equal(found.status === 'done' && found.value, '2');
});
