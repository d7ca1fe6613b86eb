// The files that cells may import: those of the machine.
import { resolve } from 'node:path';
import { readHostFile } from '@gnomon/server/host-files';
import type { ModuleHost } from '@gnomon/server/session';

/** Relative imports of cells start from `folder`. */
export function moduleFiles(folder: string): ModuleHost {
  const absolute = resolve(folder).replaceAll('\\', '/');
  const path = absolute.startsWith('/') ? absolute : `/${absolute}`;
  return { folderOf: () => path, readFile: readHostFile };
}
