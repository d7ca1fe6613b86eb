// Bundles test files, with one copy of what they share: a test process that loads three hundred modules one by one,
// each through a loader, takes a second longer to start than one that loads their bundle.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { root } from './setup.mjs';

/** What is loaded from node_modules: all packages but those of this repository. */
const packages = {
  name: 'packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@gnomon/') ? undefined : { external: true },
    );
  },
};

/** A module's own address stays that of its source, beside which it looks for files. */
const addresses = {
  name: 'addresses',
  setup({ onLoad }) {
    onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
      const address = JSON.stringify(pathToFileURL(path).href);
      const source = await readFile(path, 'utf8');
      return { contents: `const sourceUrl = ${address}; ${source}`, loader: 'ts' };
    });
  },
};

/**
 * Bundles test files (paths relative to the root) into a folder (likewise); answers the paths of what is to be run in
 * their stead.
 */
export async function bundleTests(files, folder) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: folder,
    outbase: '.',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    define: { 'import.meta.url': 'sourceUrl' },
    plugins: [packages, addresses],
    logLevel: 'warning',
  });
  return files.map((file) => `${folder}/${file.replace(/\.ts$/, '.mjs')}`);
}
