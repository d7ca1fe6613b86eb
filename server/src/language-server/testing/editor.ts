// A small editor for tests: a client at the other end of a real LSP connection to the server, in one process, with
// the virtual Pico behind its byte stream.
import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { VirtualPico } from '../../../../boards/src/virtual/index.ts';
import { firmwareImage, firmwareManifest, libraryFiles } from '../../../../cli/src/assets.ts';
import {
  type AttachResult,
  attachBoard,
  type BoardOutput,
  type BoardState,
  boardOutput,
  boardState,
  type CellInfo,
  decodeBytes,
  encodeBytes,
  LANGUAGE_ID,
  listCells,
  type RunError,
  type RunResult,
  runCell,
  type ServerOptions,
  streamClosed,
  streamData,
  timerError,
} from '../../editor-protocol/index.ts';
import type { ByteStream } from '../../protocol/index.ts';
import { serve } from '../server.ts';

export interface EditorOptions {
  /** Replaces parts of what the server is given. */
  readonly server?: Partial<ServerOptions>;
  /** Files that cells can import, by path. */
  readonly files?: Record<string, string>;
}

export class Editor {
  readonly outputs: BoardOutput[] = [];
  readonly states: BoardState[] = [];
  readonly timerErrors: RunError[] = [];
  /** What happened, in the order in which it arrived: outputs' texts and `result N`. */
  readonly events: string[] = [];
  /** Latest diagnostics by document. */
  readonly diagnostics = new Map<string, Diagnostic[]>();
  capabilities: InitializeResult['capabilities'] = {};
  private readonly documents = new Map<string, TextDocument>();
  private readonly watchers = new Set<() => void>();
  private readonly streams = new Map<number, ByteStream>();
  private lastStream = 0;
  private lastRun = 0;

  /** Starts a server and an editor; both end with the test. */
  static async start(t: TestContext, { server = {}, files = {} }: EditorOptions = {}): Promise<Editor> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    serve(createConnection(ProposedFeatures.all, toServer, toClient), (path) => files[path]);
    const reader = new StreamMessageReader(toClient);
    const editor = new Editor(createProtocolConnection(reader, new StreamMessageWriter(toServer)));
    t.after(() => {
      for (const stream of editor.streams.values()) void stream.close();
      editor.connection.dispose();
    });
    const initializationOptions: ServerOptions = {
      library: libraryFiles(),
      firmware: firmwareManifest(),
      ...server,
    };
    const { capabilities } = await editor.connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: {},
      initializationOptions,
    });
    editor.capabilities = capabilities;
    await editor.connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  private constructor(readonly connection: ProtocolConnection) {
    const receive =
      <T>(list: T[], event?: (item: T) => string) =>
      (item: T) => {
        list.push(item);
        if (event) this.events.push(event(item));
        this.changed();
      };
    connection.onNotification(
      boardOutput,
      receive(this.outputs, ({ text }) => text),
    );
    connection.onNotification(boardState, receive(this.states));
    connection.onNotification(timerError, receive(this.timerErrors));
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.diagnostics.set(uri, diagnostics);
      this.changed();
    });
    connection.onNotification(streamData, ({ stream, data }) => {
      this.streams.get(stream)?.write(decodeBytes(data));
    });
    connection.onNotification(streamClosed, ({ stream }) => {
      void this.streams.get(stream)?.close();
      this.streams.delete(stream);
    });
    connection.listen();
  }

  // Documents.

  async open(uri: string, text: string): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, LANGUAGE_ID, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: LANGUAGE_ID, version: 1, text },
    });
  }

  /** Replaces the only occurrence of `from` in an open document. */
  async edit(uri: string, from: string, to: string): Promise<void> {
    const document = this.text(uri);
    const start = document.getText().indexOf(from);
    if (start < 0) throw new Error(`${uri} does not contain ${from}`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + from.length) };
    const contentChanges = [{ range, text: to }];
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  text(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  /** The position of the bar in `marked`, the rest of which occurs once in the document: `led.|toggle`. */
  position(uri: string, marked: string): Position {
    const document = this.text(uri);
    const at = document.getText().indexOf(marked.replace('|', ''));
    if (at < 0) throw new Error(`${uri} does not contain ${marked}`);
    return document.positionAt(at + marked.indexOf('|'));
  }

  /** The part of a document that a range covers. */
  textIn(uri: string, range: { start: Position; end: Position }): string {
    return this.text(uri).getText(range);
  }

  cells(uri: string): Promise<CellInfo[]> {
    return this.connection.sendRequest(listCells, { uri });
  }

  // The board.

  /** Plugs in a board; the number is that of its stream. */
  plugIn(stream: ByteStream): number {
    const number = ++this.lastStream;
    this.streams.set(number, stream);
    stream.onData((bytes) => {
      void this.connection.sendNotification(streamData, { stream: number, data: encodeBytes(bytes) });
    });
    stream.onClose((error) => {
      if (!this.streams.delete(number)) return;
      const reason = error && { error: error.message };
      void this.connection.sendNotification(streamClosed, { stream: number, ...reason });
    });
    return number;
  }

  attach(stream: number): Promise<AttachResult> {
    return this.connection.sendRequest(attachBoard, { stream });
  }

  /** A virtual Pico with our firmware, attached. */
  async attachPico(t: TestContext): Promise<VirtualPico> {
    const pico = VirtualPico.create({ uf2: firmwareImage() });
    t.after(() => pico.dispose());
    const result = await this.attach(this.plugIn(pico.stream));
    if (result.status !== 'attached') throw new Error(result.message);
    return pico;
  }

  /** Runs a cell by its number in the text document (from 0, code and text cells counted). */
  async run(uri: string, cell: number): Promise<RunResult> {
    const { id } = (await this.cells(uri))[cell]!;
    return this.request({ uri, cell: id });
  }

  async request(params: { uri: string; cell?: string; selection?: CellInfo['range'] }): Promise<RunResult> {
    const run = ++this.lastRun;
    const result = await this.connection.sendRequest(runCell, { run, ...params });
    this.events.push(`result ${run}`);
    this.changed();
    return result;
  }

  /** Resolves once something holds; looked at whenever a notification arrives. Rejects after a while. */
  async until(what: string, holds: () => boolean, timeout = 5000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.watchers.delete(watch);
        settle();
      };
      const watch = () => {
        if (holds()) end(resolve);
      };
      const timer = setTimeout(() => end(() => reject(new Error(`never happened: ${what}`))), timeout);
      this.watchers.add(watch);
    });
  }

  private changed(): void {
    for (const watch of [...this.watchers]) watch();
  }
}
