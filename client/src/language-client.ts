// The language server's process and the connection to it.
import { LANGUAGE_ID, NOTEBOOK_TYPE, type ServerOptions } from '@gnomon/server/editor-protocol';
import { type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

/** Where documents live that are somebody's work, and not, say, the left side of a comparison. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/** A client that is not started yet. A server that ends by itself is started again, but not for ever. */
export function createLanguageClient(
  extension: Uri,
  options: ServerOptions,
  log: LogOutputChannel,
): LanguageClient {
  const module = Uri.joinPath(extension, 'dist/server.cjs').fsPath;
  return new LanguageClient(
    'gnomon',
    'Gnomon Language Server',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6009'] } },
    },
    {
      documentSelector: [
        ...SCHEMES.map((scheme) => ({ language: LANGUAGE_ID, scheme })),
        { language: LANGUAGE_ID, notebook: NOTEBOOK_TYPE },
      ],
      initializationOptions: options,
      outputChannel: log,
    },
  );
}
