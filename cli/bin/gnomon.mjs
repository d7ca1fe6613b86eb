#!/usr/bin/env node
// The `gnomon` command: starts the bundle that `npm run build` makes.
import { existsSync } from 'node:fs';

const bundle = new URL('../../dist/gnomon.mjs', import.meta.url);
if (!existsSync(bundle)) {
  console.error('gnomon is not built yet: run "npm run build" in the repository first.');
  process.exit(1);
}
await import(bundle.href);
