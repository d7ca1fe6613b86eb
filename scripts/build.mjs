// npm run build: bundles the command line into dist/gnomon.cjs. The firmware and the library ship as files beside it.

import { renameSync } from 'node:fs';
import { ensurePackages, root } from './setup.mjs';

ensurePackages();
const { build } = await import('esbuild');
await build({
  absWorkingDir: root,
  entryPoints: ['cli/src/main.ts'],
  outfile: 'dist/gnomon.new.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  // One script with everything in it, TypeScript too, so that the code cache of cli/bin/gnomon.mjs covers it.
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // Less to read at every start. Names stay, for stack traces; ASCII is read without decoding.
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'ascii',
  legalComments: 'external',
  // Has native code: loaded from node_modules.
  external: ['serialport'],
  logLevel: 'warning',
});
// At once, so that nobody starts half a bundle.
for (const suffix of ['', '.LEGAL.txt']) {
  renameSync(`${root}dist/gnomon.new.cjs${suffix}`, `${root}dist/gnomon.cjs${suffix}`);
}
