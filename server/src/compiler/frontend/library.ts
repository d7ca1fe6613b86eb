// Loads the library's files where there is a file system; a browser gets them bundled.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LibraryFile } from './program.ts';

/** The files of lib/ at the root of the repository (or of another folder), sorted by name. */
export function loadLibrary(
  folder = fileURLToPath(new URL('../../../../lib/', import.meta.url)),
): LibraryFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}
