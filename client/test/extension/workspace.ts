// The folder that is open while the tests run: a copy of client/test/fixtures and the examples, made for this run.
import { Uri, workspace } from 'vscode';

/** A file of the open folder. */
export function fixture(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined)
    throw new Error('no folder is open: the tests need the one that their runner makes');
  return Uri.joinPath(folder.uri, name);
}
