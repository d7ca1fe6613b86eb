// npm run build: bundles the command line, the extension's client and webviews, the language server and the virtual
// board into dist/. Firmware and library ship as files beside them.
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
const { build } = await import('esbuild');

/** Bundles by the name of their file in dist/. What has native code is loaded from node_modules. */
const bundles = {
  gnomon: { entry: 'cli/src/main.ts', external: ['serialport'] },
  client: { entry: 'client/src/extension.ts', external: ['vscode', 'serialport'] },
  'virtual-board': { entry: 'client/src/transports/virtual/worker.ts', external: [] },
  server: { entry: 'server/src/language-server/main.ts', external: [] },
};

/** Scripts of webviews, each with its style sheet, by the name of their files in dist/. */
const pages = { 'board-view': 'client/src/views/board/page/main.ts' };

/** What runs inside VS Code's extension host to test it: the entry and each suite, in dist/test/. */
const suites = 'client/test/extension';
for (const file of readdirSync(`${root}${suites}`).filter((name) =>
  /^index[.]ts$|[.]suite[.]ts$/.test(name),
)) {
  bundles[`test/${file.replace(/[.]ts$/, '')}`] = {
    entry: `${suites}/${file}`,
    external: ['vscode', 'mocha', 'serialport'],
  };
}

/** Bundles one entry as CommonJS, in place of the old one at once, so that nobody starts half a bundle. */
async function bundle(name, { entry, external }) {
  const temporary = `${root}dist/${name}.new.cjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // One script with everything in it, TypeScript too, so that the code cache of cli/bin/gnomon.mjs covers it.
    format: 'cjs',
    // The ES modules of a package, where it has both: its UMD form may hide what it requires.
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Less to read at every start. Names stay, for stack traces; ASCII is read without decoding.
    minifyWhitespace: true,
    minifySyntax: true,
    charset: 'ascii',
    legalComments: 'external',
    external,
    logLevel: 'warning',
  });
  for (const suffix of ['.LEGAL.txt', '']) replaceBy(temporary + suffix, `${root}dist/${name}.cjs${suffix}`);
}

/** Bundles a webview's script and style sheet in the same way. */
async function bundlePage(name, entry) {
  const temporary = `${root}dist/${name}.new`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `${temporary}.js`,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  });
  for (const type of ['js', 'css']) replaceBy(`${temporary}.${type}`, `${root}dist/${name}.${type}`);
}

function replaceBy(temporary, file) {
  if (existsSync(temporary)) renameSync(temporary, file);
}

await Promise.all([
  ...Object.entries(bundles).map(([name, options]) => bundle(name, options)),
  ...Object.entries(pages).map(([name, entry]) => bundlePage(name, entry)),
]);
