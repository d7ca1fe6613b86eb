// The dependency rule between the parts: who may import whom (docs/architecture.md has the picture).

/** Files of `from` may import, besides themselves, only what is listed. */
const only = (from, ...allowed) => ({
  name: `only-allowed-imports-of-${from.replaceAll('/', '-')}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '[.]test[.]ts$|/test/|/testing/' },
  to: {
    path: '^(boards|server|client|cli|benchmarks|device-runtime|lib)/',
    pathNot: [from, ...allowed].map((path) => `^${path}(/|$|[.])`),
  },
});

const abi = 'server/src/compiler/abi';
const ir = 'server/src/compiler/ir';
const codeObject = 'server/src/compiler/code-object';
const slices = 'server/src/compiler/slices';
const multimap = 'server/src/compiler/multimap';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      // A recursive descent over the syntax or over types, spread over files, is circular by nature.
      from: {
        pathNot:
          '^server/src/compiler/frontend/(lower/|object-types|class-members|rep-of-type|union-reps|intersections)',
      },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    only('server/src/protocol', abi),
    only('server/src/shadow', codeObject, ir, abi),
    only('server/src/linker', 'server/src/shadow', codeObject, ir, abi),
    only('server/src/compiler', 'server/src/compiler'),
    only(ir, abi),
    only(abi, ir),
    only('server/src/compiler/passes', ir, abi, slices),
    only('server/src/compiler/targets', ir, abi, codeObject, slices),
    only('server/src/compiler/frontend', ir, abi, multimap),
    only('server/src/language', 'server/src/compiler/frontend'),
    only('server/src/session', 'server/src'),
    // What both sides of the editor's protocol share is types, and the messages' names.
    only('server/src/editor-protocol', 'server/src/session', 'server/src/compiler/frontend'),
    only('boards', 'server/src/protocol'),
    only('server/src/language', 'server/src/compiler/frontend'),
    only('server/src/language-server', 'server/src'),
    {
      name: 'no-node-in-the-language-server-but-its-entry',
      comment: 'It also runs as a web worker.',
      severity: 'error',
      from: { path: '^server/src/language-server/', pathNot: '/main[.]ts$|[.]test[.]ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    only(
      'client',
      'server/src/editor-protocol',
      'server/src/protocol',
      'server/src/notebook',
      'server/src/wording',
      'boards',
    ),
    // The module `vscode` exists in the extension host only.
    {
      name: 'no-editor-in-the-server',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(vscode|node_modules/vscode-languageclient)($|/)' },
    },
    only(
      'cli',
      'server/src/session',
      'server/src/host-files',
      'server/src/protocol',
      'server/src/notebook',
      'server/src/wording',
      'boards',
      'benchmarks/src',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
