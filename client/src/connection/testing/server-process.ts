// The language server as it ships (dist/server.cjs), in a process of its own, without an editor around it.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { LANGUAGE_ID, type RunResult, runCell, type ServerOptions } from '@gnomon/server/editor-protocol';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

export const root = new URL('../../../../', import.meta.url);

export class ServerProcess {
  private runs = 0;

  private constructor(
    readonly connection: ProtocolConnection,
    private readonly kill: () => void,
  ) {}

  static async start(options: ServerOptions): Promise<ServerProcess> {
    const child = fork(fileURLToPath(new URL('dist/server.cjs', root)), ['--node-ipc']);
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      initializationOptions: options,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return new ServerProcess(connection, () => child.kill());
  }

  /** Runs a text as the only cell of a document. */
  async run(text: string): Promise<RunResult> {
    const run = ++this.runs;
    const uri = `untitled:cell-${run}.mcu.ts`;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: LANGUAGE_ID, version: 1, text },
    });
    const start = { line: 0, character: 0 };
    const end = { line: text.split('\n').length, character: 0 };
    return this.connection.sendRequest(runCell, { run, uri, selection: { start, end } });
  }

  stop(): void {
    this.connection.dispose();
    this.kill();
  }
}
