// The extension as it runs beside the tests.
import { extensions } from 'vscode';
import type { Gnomon } from '../../src/gnomon.ts';

/** What the extension gives to others, activated if it is not yet. */
export async function gnomon(): Promise<Gnomon> {
  const extension = extensions.getExtension<Gnomon>('gnomon.gnomon');
  if (!extension) throw new Error('VS Code does not know the extension');
  return extension.activate();
}
