// The extension's entry on the desktop: starts the language server, connects the board, and wires the parts together.
import { type ExtensionContext, Uri, window } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { activateCells } from './cells/index.ts';
import { Results } from './cells/results.ts';
import { registerCommands } from './commands/register.ts';
import { configuration } from './configuration.ts';
import { announceProblems } from './connection/announce.ts';
import { Connection } from './connection/connection.ts';
import { showConnection } from './connection/status-bar.ts';
import { ProgramConsole } from './console/program-console.ts';
import type { Gnomon } from './gnomon.ts';
import { createLanguageClient } from './language-client.ts';
import { LastBoard } from './last-board.ts';
import { activateNotebook } from './notebook/index.ts';
import { Runner } from './runs/runner.ts';
import { readFirmware, readLibrary } from './shipped-files.ts';
import { SerialTransport } from './transports/serial-transport.ts';
import { startBoardWorker } from './transports/virtual/node-worker.ts';
import { VirtualBoard } from './transports/virtual/virtual-board.ts';
import { VirtualTransport, virtualPico } from './transports/virtual/virtual-transport.ts';
import { Views } from './views/index.ts';

export async function activate(context: ExtensionContext): Promise<Gnomon> {
  const log = window.createOutputChannel('Gnomon', { log: true });
  const { extensionUri } = context;
  const [library, firmware] = await Promise.all([readLibrary(extensionUri), readFirmware(extensionUri)]);

  const client = createLanguageClient(extensionUri, { library, firmware: firmware.manifest }, log);
  const virtualBoard = new VirtualBoard(
    () => startBoardWorker(Uri.joinPath(extensionUri, 'dist/virtual-board.cjs').fsPath, firmware.image),
    (text) => log.info(text),
  );
  const connection = new Connection({
    server: client,
    transports: [new VirtualTransport(virtualBoard), new SerialTransport(() => configuration.extraPorts)],
    fallback: virtualPico,
    lastBoard: new LastBoard(context, (error) => log.warn(`the board is not remembered: ${error.message}`)),
    log,
  });
  const runner = new Runner(client, connection);
  const console = new ProgramConsole(client, runner);
  const results = new Results(client, log);
  const views = new Views({ client, connection, virtualBoard, context, log });
  const gnomon: Gnomon = {
    context,
    client,
    connection,
    runner,
    results,
    virtualBoard,
    firmware,
    console,
    views,
    log,
  };

  const connectByItself = () => {
    // What goes wrong is in the log and in the status bar; nobody has asked for anything.
    if (configuration.autoConnect) connection.connectToLast().catch(() => {});
  };
  context.subscriptions.push(
    log,
    console,
    runner,
    connection,
    { dispose: () => virtualBoard.dispose() },
    client,
    showConnection(connection),
    announceProblems(connection),
    registerCommands(gnomon),
    activateNotebook(gnomon),
    activateCells(gnomon),
    views,
    client.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running) connection.serverStopped();
      if (newState === State.Running) connectByItself();
    }),
  );
  await client.start();
  return gnomon;
}
