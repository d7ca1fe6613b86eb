// Files that ship beside the program: firmware images and the board library.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FirmwareManifest, LibraryFile } from '@gnomon/server/session';

/** The folder that holds `lib` and `device-runtime`; GNOMON_HOME where the bundle does not lie in dist/. */
const home = process.env.GNOMON_HOME ?? findHome(fileURLToPath(new URL('.', import.meta.url)));

function findHome(from: string): string {
  // The sources are in cli/src, the bundle in dist: both below the root.
  return from.replace(/[\\/](cli[\\/]src|dist)[\\/]$/, '');
}

export function firmwareImage(): Uint8Array {
  return readFileSync(join(home, 'device-runtime/images/pico.uf2'));
}

export function firmwareManifest(): FirmwareManifest {
  return JSON.parse(readFileSync(join(home, 'device-runtime/images/pico.json'), 'utf8'));
}

/** Where the functions of the firmware start. */
export function firmwareFunctions(): Readonly<Record<string, number>> {
  return JSON.parse(readFileSync(join(home, 'device-runtime/images/pico.symbols.json'), 'utf8'));
}

/** The folder of the benchmark programs, which is only there in the repository. */
export function benchmarkFolder(): string {
  const folder = join(home, 'benchmarks/programs');
  if (!existsSync(folder))
    throw new Error(`there are no benchmark programs at ${folder}: run it in the repository`);
  return folder;
}

/** The board library: declarations and sources, by paths below lib/. */
export function libraryFiles(): LibraryFile[] {
  return readdirSync(join(home, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      text: readFileSync(join(home, 'lib', name), 'utf8'),
    }));
}
