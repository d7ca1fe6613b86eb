// Reads files that cells import where there is a file system.
import { readFileSync } from 'node:fs';

/** The text of a file; undefined if there is none. On Windows the drive stands behind the first slash. */
export function readHostFile(path: string): string | undefined {
  try {
    return readFileSync(/^\/[a-zA-Z]:\//.test(path) ? path.slice(1) : path, 'utf8');
  } catch {
    return undefined;
  }
}
