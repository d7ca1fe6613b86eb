// Boot drives: a board that waits for firmware shows itself as a small disk with the file INFO_UF2.TXT.

import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pico } from '../pico/index.ts';

const INFO_FILE = 'INFO_UF2.TXT';
const IMAGE_FILE = 'GNOMON.UF2';
const CHUNK = 16 * 1024;
/** What writing to a drive fails with once the board has restarted with its new firmware. */
const GONE = new Set(['EIO', 'ENODEV', 'ENOENT', 'ENXIO', 'EBADF', 'UNKNOWN']);

/**
 * Folders of the mounted boot drives whose INFO_UF2.TXT names `boardId` (default: the Pico's), in no particular
 * order. `candidates` are the folders to look into; by default all that a disk could be mounted at.
 */
export async function findUf2Drives(
  boardId: string = pico.flashing.driveBoardId,
  candidates?: readonly string[],
): Promise<string[]> {
  const folders = candidates ?? (await mountPoints());
  const found = await Promise.all(
    folders.map(async (folder) => {
      const text = await readFile(join(folder, INFO_FILE), 'utf8').catch(() => '');
      return /^Board-ID:\s*(.*?)\s*$/m.exec(text)?.[1] === boardId ? [folder] : [];
    }),
  );
  return found.flat();
}

async function mountPoints(): Promise<string[]> {
  switch (process.platform) {
    case 'linux': {
      const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
      return mounts.split('\n').flatMap((line) => {
        const [, folder, type] = line.split(' ');
        if (folder === undefined || (type !== 'vfat' && type !== 'msdos')) return [];
        // Spaces and the like are written as octal.
        return [
          folder.replace(/\\([0-7]{3})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8))),
        ];
      });
    }
    case 'darwin':
      return (await readdir('/Volumes').catch(() => [])).map((name) => join('/Volumes', name));
    case 'win32':
      return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
    default:
      return [];
  }
}

/**
 * Copies a UF2 file to a boot drive, which makes the board restart with it. `onProgress` hears how many bytes of how
 * many have been written. Throws if the drive goes away before all of it was written.
 */
export async function copyUf2(
  drive: string,
  bytes: Uint8Array,
  onProgress: (written: number, total: number) => void = () => {},
): Promise<void> {
  const file = await open(join(drive, IMAGE_FILE), 'w');
  let written = 0;
  try {
    while (written < bytes.length) {
      const { bytesWritten } = await file.write(bytes, written, Math.min(CHUNK, bytes.length - written));
      written += bytesWritten;
      // To the board now, not into the system's cache: else progress would be a lie and unplugging a danger.
      await file.datasync();
      onProgress(written, bytes.length);
    }
  } catch (error) {
    // With the last block the board restarts and takes its drive with it.
    if (written < bytes.length || !isGone(error)) throw error;
    onProgress(written, bytes.length);
  } finally {
    await file.close().catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && GONE.has(String(error.code));
}
