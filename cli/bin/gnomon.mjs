#!/usr/bin/env node
// The `gnomon` command: starts the bundle that `npm run build` makes. V8's compiled form of it is kept beside it,
// with the functions that the first run used: every later start takes half the time.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('../../dist/gnomon.cjs', import.meta.url));
const built = statSync(file, { throwIfNoEntry: false });
if (built === undefined) {
  console.error('gnomon is not built yet: run "npm run build" in the repository first.');
  process.exit(1);
}

const folder = dirname(file);
// V8 itself rejects the cache of another version, but not that of another bundle of the same length.
const cacheName = `gnomon-${Math.trunc(built.mtimeMs)}-${process.version}.cache`;

function readCache() {
  try {
    return readFileSync(join(folder, cacheName));
  } catch {
    return undefined;
  }
}

/** Keeps the compiled form of what has run, in place of older ones. A folder that can't be written to is no error. */
function writeCache(script) {
  try {
    for (const name of readdirSync(folder)) {
      if (/^gnomon-.*\.cache$/.test(name) && name !== cacheName) rmSync(join(folder, name));
    }
    const temporary = join(folder, `${cacheName}.${process.pid}`);
    writeFileSync(temporary, script.createCachedData());
    renameSync(temporary, join(folder, cacheName));
  } catch {}
}

const cachedData = readCache();
const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
const script = new Script(wrapped, { filename: file, cachedData });
if (cachedData === undefined || script.cachedDataRejected) process.once('exit', () => writeCache(script));
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, folder);
