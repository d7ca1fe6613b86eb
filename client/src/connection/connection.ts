// The connection to a board: performs what people and events ask for, and keeps the state machine (state.ts) true.
// Knows neither the editor nor Node, so that tests run it against the real server and boards.
import {
  type AttachResult,
  attachBoard,
  boardState,
  detachBoard,
  resetBoard,
  stopBoard,
} from '@gnomon/server/editor-protocol';
import { type Disposable, Emitter, type Event } from 'vscode-languageserver-protocol';
import {
  type Board,
  type Firmware,
  type FlashControl,
  type FlashTarget,
  isSameBoard,
  type Transport,
} from '../transports/transport.ts';
import type { BoardServer } from './board-server.ts';
import { ConnectionError } from './connection-error.ts';
import {
  boardOf,
  type ConnectionEvent,
  type ConnectionState,
  initialState,
  linkOf,
  reduce,
  watchedBoard,
} from './state.ts';
import { StreamRelay } from './stream-relay.ts';

/** How often to look for a board that is expected to come or go, in milliseconds. */
const LOOK_EVERY = 1000;

export interface ConnectionOptions {
  readonly server: BoardServer;
  readonly transports: readonly Transport[];
  /** What is connected if there is no other board. */
  readonly fallback: Board;
  /** The board that was connected last, kept between sessions of the editor. */
  readonly lastBoard: { get(): Board | undefined; set(board: Board): void };
  readonly log: { info(text: string): void; warn(text: string): void };
}

export interface StateChange {
  readonly state: ConnectionState;
  readonly before: ConnectionState;
}

export class Connection implements Disposable {
  private current: ConnectionState = initialState;
  private readonly changes = new Emitter<StateChange>();
  private readonly relay: StreamRelay;
  private readonly subscription: Disposable;
  private nextStream = 1;
  private connecting: Promise<void> | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: ConnectionOptions) {
    const { server, log } = options;
    this.relay = new StreamRelay(server, (text) => log.warn(text));
    this.subscription = server.onNotification(boardState, (state) => {
      this.dispatch({ type: 'boardState', ...state });
      const link = linkOf(this.current);
      if (state.state === 'lost' && link) {
        void this.relay.close(link.stream);
        void this.lose(link.stream, link.board, 'the board does not answer any more');
      }
    });
  }

  get state(): ConnectionState {
    return this.current;
  }

  get onDidChange(): Event<StateChange> {
    return this.changes.event;
  }

  /** All boards that could be connected to, the likeliest of each kind first. */
  async listBoards(): Promise<Board[]> {
    return (await Promise.all(this.options.transports.map((transport) => transport.list()))).flat();
  }

  /**
   * Connects to a board, in place of the one before. Rejects with a ConnectionError that says why not and what to do;
   * the state says so too.
   */
  async connect(board: Board): Promise<void> {
    this.requireIdle();
    const before = linkOf(this.current);
    const stream = this.nextStream++;
    this.dispatch({ type: 'connect', board, stream });
    const attempt = this.attempt(board, stream, before?.stream).finally(() => {
      if (this.connecting === attempt) this.connecting = undefined;
    });
    this.connecting = attempt;
    await attempt;
  }

  /** Connects to the board that was connected last if it is there, else to the virtual Pico. */
  async connectToLast(): Promise<void> {
    const last = this.options.lastBoard.get();
    const found = last && (await this.find(last));
    await this.connect(found ?? this.options.fallback);
  }

  /**
   * Resolves once a cell can be run, after connecting if there is no board. Rejects with a ConnectionError that says
   * what to do if that is not possible.
   */
  async ensureReady(): Promise<void> {
    const { current } = this;
    switch (current.kind) {
      case 'ready':
      case 'running':
        return;
      case 'connecting':
        return this.connecting;
      case 'crashed':
        return this.connect(current.board);
      case 'foreignFirmware':
        throw new ConnectionError('foreignFirmware', current.message);
      case 'busy':
        return this.requireIdle();
      case 'absent':
        if (current.lost === undefined) return this.connectToLast();
        throw new ConnectionError(
          'unplugged',
          `${current.lost.name} was unplugged; plug it in again, or select another board`,
        );
    }
  }

  /** Lets go of the board, which goes on. */
  async disconnect(): Promise<void> {
    this.requireIdle();
    await this.letGo({ type: 'disconnected' });
  }

  /** Stops the running cell and all timers. Rejects if the board does not obey. */
  stop(): Promise<null> {
    return this.options.server.sendRequest(stopBoard);
  }

  /** Clears board and live program; a board that does not answer is reset by hand where that is possible. */
  async reset(): Promise<void> {
    if (this.current.kind === 'crashed') {
      const { board } = this.current;
      await this.transportOf(board).resetHard?.(board);
      return this.connect(board);
    }
    this.dispatch({ type: 'resetStarted' });
    try {
      await this.options.server.sendRequest(resetBoard);
    } finally {
      this.dispatch({ type: 'resetEnded' });
    }
  }

  /** Folders of the boot drives of boards that wait for firmware. */
  async listDrives(): Promise<{ kind: Transport['kind']; drive: string }[]> {
    const found = this.options.transports.map(async (transport) =>
      ((await transport.listDrives?.()) ?? []).map((drive) => ({ kind: transport.kind, drive })),
    );
    return (await Promise.all(found)).flat();
  }

  /**
   * Writes firmware to a board and connects to it, in place of the one before. Rejects with an Error that says what to
   * do, or the signal's reason; then the board is connected again as it was, if it is there.
   */
  async flash(target: FlashTarget, firmware: Firmware, control: FlashControl): Promise<void> {
    this.requireIdle();
    const board = 'board' in target ? target.board : undefined;
    const before = boardOf(this.current);
    await this.letGo({ type: 'flashStarted', ...(board && { board }) });
    const flashed = await this.perform(target, firmware, control).catch(async (error: Error) => {
      this.options.log.warn(`not flashed: ${error.message}`);
      this.dispatch({ type: 'flashEnded', message: error.message });
      const again = before && (await this.find(before));
      // What goes wrong is in the log and in the state; what the person hears of is the flashing.
      if (again && this.current.kind === 'absent') await this.connect(again).catch(() => {});
      throw error;
    });
    this.options.log.info(
      `flashed ${flashed.name} (${flashed.detail}) with build ${firmware.manifest.buildHash}`,
    );
    this.dispatch({ type: 'flashEnded' });
    await this.connect(flashed);
  }

  /** The server has ended, and with it the session. */
  serverStopped(): void {
    const board = boardOf(this.current);
    if (board)
      this.options.log.warn(`the language server has ended; ${board.name} is connected when it is back`);
    this.dispatch({ type: 'serverStopped' });
    void this.relay.closeAll();
  }

  dispose(): void {
    clearInterval(this.watch);
    this.subscription.dispose();
    this.relay.dispose();
    this.changes.dispose();
  }

  private dispatch(event: ConnectionEvent): void {
    const before = this.current;
    const state = reduce(before, event);
    if (state === before) return;
    this.current = state;
    this.watchIfNeeded();
    this.changes.fire({ state, before });
  }

  /** Throws a ConnectionError while the board must not be disturbed. */
  private requireIdle(): void {
    if (this.current.kind !== 'busy') return;
    const what = this.current.task === 'flashing' ? 'flashed' : 'reset';
    throw new ConnectionError('busy', `the board is being ${what}; wait until that is done`);
  }

  /** Passes to a state without a link, and closes the link that there was. */
  private async letGo(event: ConnectionEvent): Promise<void> {
    const before = this.current;
    this.dispatch(event);
    const link = linkOf(before);
    if (link) await this.release(link.stream);
    if (before.kind === 'connecting') await this.relay.close(before.stream);
  }

  private perform(target: FlashTarget, firmware: Firmware, control: FlashControl): Promise<Board> {
    return this.transportOf(target).flash(target, firmware, {
      signal: control.signal,
      onProgress: (progress) => {
        this.dispatch({ type: 'flashProgress', percent: progress.percent });
        control.onProgress(progress);
      },
    });
  }

  private async attempt(board: Board, stream: number, before: number | undefined): Promise<void> {
    const { server, lastBoard, log } = this.options;
    try {
      if (before !== undefined) await this.release(before);
      const opened = await this.transportOf(board).open(board);
      if (!this.isConnectingOver(stream)) {
        await opened.close();
        throw givenUp(board);
      }
      this.relay.add(stream, opened, (reason) => {
        void this.lose(stream, board, reason ?? 'the link was closed');
      });
      const result = await server.sendRequest(attachBoard, { stream });
      await this.takeResult(board, stream, result);
      lastBoard.set(board);
      log.info(`connected to ${board.name} (${board.detail})`);
    } catch (error) {
      const { message } = error as Error;
      log.warn(`not connected to ${board.name} (${board.detail}): ${message}`);
      await this.relay.close(stream);
      if (error instanceof ConnectionError && error.problem === 'foreignFirmware') throw error;
      if (!this.isConnectingOver(stream)) throw givenUp(board, error);
      this.dispatch({ type: 'failed', stream, message, isThere: await this.isThere(board) });
      throw new ConnectionError('noAnswer', message, { cause: error });
    }
  }

  /** Throws what keeps the board from being used. */
  private async takeResult(board: Board, stream: number, result: AttachResult): Promise<void> {
    switch (result.status) {
      case 'attached':
        this.dispatch({ type: 'attached', stream, identity: result.identity });
        if (linkOf(this.current)?.stream !== stream) throw givenUp(board);
        return;
      case 'foreignFirmware':
        await this.relay.close(stream);
        this.dispatch({ type: 'foreignFirmware', stream, message: result.message });
        throw new ConnectionError('foreignFirmware', result.message);
      case 'noAnswer':
        throw new Error(result.message);
    }
  }

  /** The stream of an attached board is gone, without anybody having wanted that. */
  private async lose(stream: number, board: Board, message: string): Promise<void> {
    const isThere = await this.isThere(board);
    if (linkOf(this.current)?.stream !== stream) return;
    this.options.log.warn(`lost ${board.name} (${board.detail}): ${message}`);
    this.dispatch({ type: 'lost', stream, message, isThere });
  }

  private async release(stream: number): Promise<void> {
    try {
      await this.options.server.sendRequest(detachBoard);
    } catch (error) {
      this.options.log.warn(`the server could not let go of the board: ${(error as Error).message}`);
    }
    await this.relay.close(stream);
  }

  private isConnectingOver(stream: number): boolean {
    return this.current.kind === 'connecting' && this.current.stream === stream;
  }

  private transportOf({ kind }: Pick<Board, 'kind'>): Transport {
    const transport = this.options.transports.find((candidate) => candidate.kind === kind);
    if (!transport) throw new Error(`there are no ${kind} boards in this editor; select another board`);
    return transport;
  }

  /** A remembered board of a kind that this editor does not have is not there. */
  private async find(board: Board): Promise<Board | undefined> {
    return this.options.transports.find(({ kind }) => kind === board.kind)?.find(board);
  }

  private async isThere(board: Board): Promise<boolean> {
    return (await this.find(board)) !== undefined;
  }

  private watchIfNeeded(): void {
    const needed = watchedBoard(this.current) !== undefined;
    if (needed && this.watch === undefined) {
      this.watch = setInterval(() => void this.look(), LOOK_EVERY);
    } else if (!needed) {
      clearInterval(this.watch);
      this.watch = undefined;
    }
  }

  /** Looks whether the board that is waited for has come, or the one that does not answer has gone. */
  private async look(): Promise<void> {
    const expected = watchedBoard(this.current);
    if (!expected) return;
    const found = await this.find(expected);
    const now = watchedBoard(this.current);
    if (!now || !isSameBoard(now, expected)) return;
    if (!found) this.dispatch({ type: 'gone', board: expected });
    // What goes wrong is in the log and in the state.
    else if (this.current.kind === 'absent') await this.connect(found).catch(() => {});
  }
}

function givenUp(board: Board, cause?: unknown): ConnectionError {
  return new ConnectionError('givenUp', `connecting to ${board.name} was given up`, { cause });
}
