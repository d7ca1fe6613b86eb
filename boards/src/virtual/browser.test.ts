// The virtual board must run in a browser: nothing that it imports may need Node.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

test('the virtual board bundles for a browser', async () => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('index.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  assert.deepEqual(
    output!.imports.map(({ path }) => path),
    [],
  );
  assert.ok(output!.bytes < 300_000, `${output!.bytes} bytes`);
});
