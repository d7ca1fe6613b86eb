// npm run build: bundles the command line into dist/. The firmware and the library ship as files beside it.

import { ensurePackages, root } from './setup.mjs';

ensurePackages();
const { build } = await import('esbuild');
await build({
  absWorkingDir: root,
  entryPoints: { gnomon: 'cli/src/main.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  sourcemap: true,
  // Native or large: loaded from node_modules.
  external: ['serialport', 'typescript'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
