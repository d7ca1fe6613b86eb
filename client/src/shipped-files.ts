// Files that ship with the extension: the board library and the firmware. Read through the editor's file system, which
// is also there in a browser.
import type { ServerOptions } from '@gnomon/server/editor-protocol';
import { FileType, Uri, workspace } from 'vscode';
import type { Firmware } from './transports/transport.ts';

/** Everything below lib/ that is TypeScript, by paths below it. */
export async function readLibrary(extension: Uri): Promise<ServerOptions['library']> {
  const root = Uri.joinPath(extension, 'lib');
  const paths = await typescriptBelow(root, '');
  return Promise.all(
    paths.sort().map(async (name) => ({ name, text: await readText(Uri.joinPath(root, name)) })),
  );
}

export async function readManifest(extension: Uri): Promise<ServerOptions['firmware']> {
  return JSON.parse(await readText(imageFile(extension, 'pico.json'))) as ServerOptions['firmware'];
}

export async function readFirmware(extension: Uri): Promise<Firmware> {
  const [image, manifest] = await Promise.all([
    workspace.fs.readFile(imageFile(extension, 'pico.uf2')),
    readManifest(extension),
  ]);
  return { image, manifest };
}

function imageFile(extension: Uri, name: string): Uri {
  return Uri.joinPath(extension, 'device-runtime/images', name);
}

async function typescriptBelow(folder: Uri, prefix: string): Promise<string[]> {
  const entries = await workspace.fs.readDirectory(folder);
  const found = entries.map(async ([name, type]) => {
    const path = prefix + name;
    if (type === FileType.Directory) return typescriptBelow(Uri.joinPath(folder, name), `${path}/`);
    return name.endsWith('.ts') ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

async function readText(file: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
